//! Starts the parts, routes requests to them, and ends them in order.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil::webhook::{EndpointSecret, Keyring, Source};
use counterfoil::{AccountId, Platform};
use counterfoil_reqwest::Client;
use stripe_simulator::{Account, Endpoint, Simulator};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::app::{App, Parts};
use crate::catalog::Catalog;
use crate::database::Database;
use crate::settings::{Payments, Settings};
use crate::{admin, checkout, mailer, pages, reconciliation, thanks, webhook};

const WEBHOOK_PATH: &str = "/webhooks/stripe";
const SIMULATED_KEY: &str = "sk_test_simulator";
/// A customer waits for the payment page, so not as long as Stripe might take.
const STRIPE_TIMEOUT: Duration = Duration::from_secs(25);
/// How long requests may go on after the signal to stop.
const LONGEST_GOODBYE: Duration = Duration::from_secs(10);

/// The running platform.
#[derive(Debug)]
pub struct Running {
    url: String,
    simulator: Option<Simulator>,
    db: Database,
    stop: oneshot::Sender<()>,
    server: JoinHandle<()>,
    mailer: Option<JoinHandle<()>>,
    sweep: JoinHandle<()>,
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
/// When the port is taken or the database cannot be used.
pub async fn start(settings: Settings) -> Result<Running, StartError> {
    let failed = |what: &str, error: &dyn fmt::Display| StartError(format!("{what}: {error}"));
    let db = Database::open(&settings.database_url)
        .await
        .map_err(|error| failed("DATABASE_URL: cannot use the database", &error))?;
    let listener = TcpListener::bind(("127.0.0.1", settings.port))
        .await
        .map_err(|error| failed(&format!("PORT: cannot listen on 127.0.0.1:{}", settings.port), &error))?;
    let address = listener.local_addr().map_err(|error| failed("PORT: no address", &error))?;
    let url = format!("http://{address}");

    let mut http = Client::builder().timeout(STRIPE_TIMEOUT);
    let (simulator, platform, webhooks, merchants) = match settings.payments {
        Payments::Stripe { platform, webhooks, merchants } => (None, platform, webhooks, merchants),
        Payments::Simulated => {
            // It is on this machine, whatever proxy leads to the rest of the world.
            http = http.no_proxy();
            let (simulator, platform, webhooks, merchants) =
                simulate(&url).await.map_err(|error| failed("cannot start the simulator", &error))?;
            (Some(simulator), platform, webhooks, merchants)
        }
    };
    let http = http.build().map_err(|error| failed("cannot set up the HTTP client", &error))?;
    let app = Arc::new(Parts {
        db: db.clone(),
        catalog: Catalog::new(merchants),
        platform,
        webhooks,
        http: Client::with(http),
        public_url: settings.public_url.unwrap_or_else(|| url.clone()),
        sends_mail: settings.mailer.is_some(),
        simulator: simulator.as_ref().map(|simulator| format!("{}/_simulator", simulator.url())),
    });
    let (stop, stopped) = oneshot::channel();
    let sweep = tokio::spawn(reconciliation::sweep(Arc::clone(&app), settings.sweep_after));
    let server = axum::serve(listener, router(app)).with_graceful_shutdown(async {
        // A sender that is dropped ends the server as well.
        let _ = stopped.await;
    });
    let server = tokio::spawn(async {
        if let Err(error) = server.await {
            tracing::error!("the server ended: {error}");
        }
    });
    let mailer = settings.mailer.map(|mailer| tokio::spawn(mailer::run(db.clone(), mailer)));
    Ok(Running { url, simulator, db, stop, server, mailer, sweep })
}

impl Running {
    /// Where it listens: `http://127.0.0.1:4242`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The simulator that stands in for Stripe, unless Stripe itself is used.
    #[must_use]
    pub fn simulator(&self) -> Option<&Simulator> {
        self.simulator.as_ref()
    }

    /// Lets requests under way finish, and ends.
    pub async fn stop(self) {
        let _ = self.stop.send(());
        if tokio::time::timeout(LONGEST_GOODBYE, self.server).await.is_err() {
            tracing::warn!("some requests were cut off");
        }
        self.sweep.abort();
        if let Some(mailer) = self.mailer {
            mailer.abort();
        }
        if let Some(simulator) = self.simulator {
            simulator.shutdown().await;
        }
        self.db.close().await;
    }
}

/// An offline Stripe that has two merchants and tells this platform what happens to them.
async fn simulate(
    url: &str,
) -> Result<(Simulator, Platform, Keyring, Vec<(AccountId, String)>), Box<dyn std::error::Error>> {
    let accounts = [
        Account::new("acct_1Morgenrot", "Morgenrot Bakery").brand_color("#a8472f"),
        Account::new("acct_1Papierwerk", "Papierwerk").brand_color("#1f5f5b").without("klarna_payments"),
    ];
    // Only this process knows them, so only its simulator can sign.
    let secret = || format!("whsec_{}", Uuid::new_v4().simple());
    let (connect, own) = (secret(), secret());
    let mut builder = Simulator::builder().secret_key(SIMULATED_KEY);
    let mut merchants = Vec::new();
    for account in accounts {
        merchants.push((account.id.parse()?, account.name.clone()));
        builder = builder.account(account);
    }
    let address = format!("{url}{WEBHOOK_PATH}");
    let simulator = builder
        .endpoint(Endpoint::connect(&address, &connect))
        .endpoint(Endpoint::platform(&address, &own))
        .start()
        .await?;
    let platform = Platform::new(SIMULATED_KEY.parse()?).with_api_base(&simulator.url())?;
    let webhooks = Keyring::new([
        EndpointSecret::new("merchants", connect).only_from(Source::Connected),
        EndpointSecret::new("platform", own).only_from(Source::Platform),
    ])?;
    tracing::info!("no Stripe settings: payments are simulated, see {}/_simulator", simulator.url());
    Ok((simulator, platform, webhooks, merchants))
}

fn router(app: App) -> Router {
    Router::new()
        .route("/", get(pages::shop))
        .route("/create-checkout-session", post(checkout::create))
        .route("/thanks", get(thanks::show))
        .route("/orders", get(pages::orders))
        .route("/orders/{id}", get(pages::order))
        .route("/style.css", get(pages::style))
        .route(WEBHOOK_PATH, post(webhook::receive))
        .merge(admin::routes())
        .fallback(pages::not_found)
        .with_state(app)
        .layer(axum::middleware::map_response(with_safe_headers))
}

/// No scripts, no frames, no copies of pages that hold personal data, no order ids for other sites.
async fn with_safe_headers<B>(mut response: Response<B>) -> Response<B> {
    const POLICY: &str =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(HeaderName::from_static("cache-control")).or_insert(HeaderValue::from_static("no-store"));
    response
}
