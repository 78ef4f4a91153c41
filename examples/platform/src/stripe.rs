//! Calls to Stripe, within the time that a visitor waits.

use std::time::{Duration, Instant};

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use counterfoil::call::{List, Operation};
use counterfoil::{Call, Error, Page};
use counterfoil_reqwest::Client;

/// How long all calls of a customer's request may take together, including retries, and each call in the
/// admin area. If Stripe does not respond, no visitor waits longer than ten seconds.
const PATIENCE: Duration = Duration::from_secs(8);
/// How long all calls of a request in the admin area may take together: it retrieves data of every merchant.
const PATIENCE_OF_THE_OFFICE: Duration = Duration::from_secs(60);
/// A connection that takes longer is tried again if there is time.
const CONNECT_TIME: Duration = Duration::from_secs(3);
/// How long one attempt may take outside of requests.
const ATTEMPT_TIME: Duration = Duration::from_secs(25);

tokio::task_local! {
    /// The time by which the current request must be done with Stripe.
    static UNTIL: Instant;
}

/// The HTTP client for Stripe. During a request, its calls have a deadline; elsewhere they take the time they
/// need.
#[derive(Clone, Debug)]
pub(crate) struct Stripe(Client);

impl Stripe {
    /// `is_here`: Stripe is simulated on this machine, so no proxy is used.
    pub(crate) fn new(is_here: bool) -> Result<Self, Box<dyn std::error::Error>> {
        let http = Client::builder().connect_timeout(CONNECT_TIME).timeout(ATTEMPT_TIME);
        let http = if is_here { http.no_proxy() } else { http };
        Ok(Stripe(Client::with(http.build()?)))
    }

    pub(crate) async fn send<O: Operation>(&self, call: Call<O>) -> Result<O::Answer, Error> {
        self.client().send(call).await
    }

    pub(crate) async fn send_all<O, T>(&self, call: Call<O>) -> Result<Vec<T>, Error>
    where
        O: List<Answer = Page<T>>,
    {
        self.client().send_all(call).await
    }

    fn client(&self) -> Client {
        let until = |moment: &Instant| self.0.until((*moment).min(Instant::now() + PATIENCE));
        UNTIL.try_with(until).unwrap_or_else(|_| self.0.clone())
    }
}

/// Starts the clock for the calls of a request.
pub(crate) async fn in_time(request: Request, next: Next) -> Response {
    UNTIL.scope(Instant::now() + PATIENCE, next.run(request)).await
}

/// Does the same for a request in the admin area.
pub(crate) async fn in_office_time(request: Request, next: Next) -> Response {
    UNTIL.scope(Instant::now() + PATIENCE_OF_THE_OFFICE, next.run(request)).await
}
