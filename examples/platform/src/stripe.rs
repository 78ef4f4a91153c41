//! Calls to Stripe, within the time that somebody waits.

use std::time::{Duration, Instant};

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use counterfoil::call::{List, Operation};
use counterfoil::{Call, Error, Page};
use counterfoil_reqwest::Client;

/// How long all calls of one request may take together, retries included. With it a visitor has a response
/// within ten seconds, whatever Stripe does.
const PATIENCE: Duration = Duration::from_secs(8);
/// A connection that takes longer is tried anew while there is time.
const CONNECT_TIME: Duration = Duration::from_secs(3);
/// How long one attempt may take where nobody waits.
const ATTEMPT_TIME: Duration = Duration::from_secs(25);

tokio::task_local! {
    /// When the request that is being answered must be done with Stripe.
    static UNTIL: Instant;
}

/// The HTTP client for Stripe. While a request is answered its calls share [`PATIENCE`]; elsewhere they take
/// the time they need.
#[derive(Clone, Debug)]
pub(crate) struct Stripe(Client);

impl Stripe {
    /// `is_here` if Stripe is played on this machine, whatever proxy leads to the rest of the world.
    pub(crate) fn new(is_here: bool) -> Result<Self, Box<dyn std::error::Error>> {
        let http = Client::builder().connect_timeout(CONNECT_TIME).timeout(ATTEMPT_TIME);
        let http = if is_here { http.no_proxy() } else { http };
        Ok(Stripe(Client::with(http.build()?)))
    }

    pub(crate) async fn send<O: Operation>(&self, call: Call<O>) -> Result<O::Answer, Error> {
        self.in_time().send(call).await
    }

    pub(crate) async fn send_all<O, T>(&self, call: Call<O>) -> Result<Vec<T>, Error>
    where
        O: List<Answer = Page<T>>,
    {
        self.in_time().send_all(call).await
    }

    fn in_time(&self) -> Client {
        UNTIL.try_with(|moment| self.0.until(*moment)).unwrap_or_else(|_| self.0.clone())
    }
}

/// Starts the clock for the calls of a request.
pub(crate) async fn with_patience(request: Request, next: Next) -> Response {
    UNTIL.scope(Instant::now() + PATIENCE, next.run(request)).await
}
