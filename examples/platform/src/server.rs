//! Starts the parts, and ends them in order.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use stripe_simulator::Simulator;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::app::Parts;
use crate::catalog::Catalog;
use crate::database::Database;
use crate::routes::{WEBHOOK_PATH, content_policy, router};
use crate::scratch::Scratch;
use crate::settings::{Payments, Settings};
use crate::simulated::{self, Simulated};
use crate::stripe::Stripe;
use crate::{connections, mailer, purpose, reconciliation};

/// How long requests may continue after the signal to stop.
const LONGEST_GOODBYE: Duration = Duration::from_secs(10);
/// How long an e-mail in progress may continue: longer than sending ever takes, so that none is aborted after
/// it was accepted, and then sent again.
const LONGEST_LETTER: Duration = mailer::SEND_TIME.saturating_add(Duration::from_secs(5));

/// The running platform.
#[derive(Debug)]
pub struct Running {
    url: String,
    simulator: Option<Simulator>,
    db: Database,
    stop: watch::Sender<bool>,
    server: JoinHandle<()>,
    mailer: Option<JoinHandle<()>>,
    sweep: JoinHandle<()>,
    /// Last, so that the database is closed before its file is removed.
    _scratch: Option<Scratch>,
}

/// Why the platform could not start, in one line and without a secret.
#[derive(Debug)]
pub struct StartError(String);

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for StartError {}

/// Starts the platform on a port of this machine.
///
/// # Errors
///
/// If the port is taken, or the database cannot be used or is not for this kind of payments.
pub async fn start(settings: Settings) -> Result<Running, StartError> {
    let failed = |what: &str, error: &dyn fmt::Display| StartError(format!("{what}: {error}"));
    let (scratch, database_url) = match settings.database_url {
        Some(url) => (None, url),
        None => {
            let scratch =
                Scratch::create().map_err(|error| failed("cannot make a temporary folder", &error))?;
            let url = scratch.database_url();
            (Some(scratch), url)
        }
    };
    let db = Database::open(&database_url)
        .await
        .map_err(|error| failed("DATABASE_URL: cannot use the database", &error))?;
    let listener = TcpListener::bind(("127.0.0.1", settings.port))
        .await
        .map_err(|error| failed(&format!("PORT: cannot listen on 127.0.0.1:{}", settings.port), &error))?;
    let address = listener.local_addr().map_err(|error| failed("PORT: no address", &error))?;
    let url = format!("http://{address}");

    // Only once the port is ours: a second start next to a running one must not touch its orders.
    match settings.payments {
        Payments::Stripe { .. } => purpose::real(&db).await,
        Payments::Simulated => purpose::simulated(&db).await,
    }
    .map_err(|error| failed("DATABASE_URL", &error))?;
    let (simulator, platform, webhooks, merchants, hosted_pages) = match settings.payments {
        Payments::Stripe { platform, webhooks, merchants, hosted_pages } => {
            (None, platform, webhooks, merchants, hosted_pages)
        }
        Payments::Simulated => {
            let Simulated { simulator, platform, webhooks, merchants } =
                simulated::start(&format!("{url}{WEBHOOK_PATH}"))
                    .await
                    .map_err(|error| failed("cannot start the simulator", &error))?;
            let hosted_pages = vec![simulator.url()];
            (Some(simulator), platform, webhooks, merchants, hosted_pages)
        }
    };
    let http =
        Stripe::new(simulator.is_some()).map_err(|error| failed("cannot set up the HTTP client", &error))?;
    let app = Arc::new(Parts {
        db: db.clone(),
        catalog: Catalog::new(merchants),
        platform,
        webhooks,
        http,
        public_url: settings.public_url.unwrap_or_else(|| url.clone()),
        sends_mail: settings.mailer.is_some(),
        simulator: simulator.as_ref().map(|simulator| format!("{}/_simulator", simulator.url())),
        content_policy: content_policy(&hosted_pages)
            .map_err(|error| failed("cannot write the content security policy", &error))?,
    });
    let (stop, stopped) = watch::channel(false);
    let sweep = tokio::spawn(reconciliation::sweep(Arc::clone(&app), settings.sweep_after));
    let server = tokio::spawn(connections::serve(listener, router(app), stopped.clone()));
    let mailer = settings.mailer.map(|mailer| tokio::spawn(mailer::run(db.clone(), mailer, stopped)));
    Ok(Running { url, simulator, db, stop, server, mailer, sweep, _scratch: scratch })
}

impl Running {
    /// Returns its URL: `http://127.0.0.1:4242`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the simulator, if payments are simulated.
    #[must_use]
    pub fn simulator(&self) -> Option<&Simulator> {
        self.simulator.as_ref()
    }

    /// Lets requests and the current e-mail finish, and stops.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        self.sweep.abort();
        let requests = finish(self.server, LONGEST_GOODBYE, "some requests were cut off");
        let letter = async {
            if let Some(mailer) = self.mailer {
                finish(mailer, LONGEST_LETTER, "an e-mail was cut off and may go out twice").await;
            }
        };
        tokio::join!(requests, letter);
        if let Some(simulator) = self.simulator {
            simulator.shutdown().await;
        }
        self.db.close().await;
    }
}

/// Waits for a task that was told to stop, and aborts it if that takes too long.
async fn finish(mut task: JoinHandle<()>, longest: Duration, otherwise: &str) {
    if timeout(longest, &mut task).await.is_err() {
        tracing::warn!("{otherwise}");
        task.abort();
    }
}
