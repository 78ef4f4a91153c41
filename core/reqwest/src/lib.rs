//! The ready-made HTTP client for [`counterfoil`]: it sends a [`Call`] with reqwest, waits and retries as the
//! call says, and returns Stripe's object.
//!
//! ```
//! use counterfoil::checkout::{CreateSession, LineItem};
//! use counterfoil::money::{Amount, Currency};
//! use counterfoil::{Fee, Platform};
//!
//! # async fn checkout(platform: Platform) -> Result<String, Box<dyn std::error::Error>> {
//! let http = counterfoil_reqwest::Client::new()?; // once, when the process starts
//!
//! let merchant = platform.merchant("acct_1032D82eZvKYlo2C".parse()?);
//! let call = merchant.call(
//!     CreateSession {
//!         line_items: vec![LineItem::priced("T-shirt", Amount::new(20_00, Currency::EUR), 2)],
//!         application_fee: Some(Fee::basis_points(250).plus(30)),
//!         client_reference_id: Some("order-42".into()),
//!         ..CreateSession::payment("https://shop.example/thanks?session={CHECKOUT_SESSION_ID}")
//!     },
//!     "order-42/1".parse()?, // its first attempt to pay
//! )?;
//! let session = http.send(call).await?;
//! # Ok(session.url.unwrap_or_default())
//! # }
//! ```
//!
//! TLS is rustls with *ring* as the cryptography provider and the certificates that the system trusts. It
//! needs a tokio runtime, which does the waiting.

#![forbid(unsafe_code)]

/// The example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod failure;
mod tls;

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::time::{Duration, Instant};

use counterfoil::call::{List, Operation};
use counterfoil::http::{Header, MAX_RESPONSE, Method, Request, Response, TransportError};
use counterfoil::{Call, Error, Next, Page};

/// How long connecting may take.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// How long one attempt may take. Some writes are slow, and cutting one off leaves it unknown whether
/// Stripe acted.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(80);

/// Sends calls to Stripe. Create one and keep it; clones share the connections.
#[derive(Clone, Debug)]
pub struct Client {
    http: reqwest::Client,
    until: Option<Instant>,
    max_response: usize,
}

impl Client {
    /// Creates a client with the settings of [`Client::builder`].
    ///
    /// # Errors
    ///
    /// If reqwest cannot be set up.
    pub fn new() -> Result<Self, reqwest::Error> {
        Ok(Client::with(Client::builder().build()?))
    }

    /// Returns the settings that Stripe requires, which you can change or extend: no redirects, 10 seconds to
    /// connect, 80 seconds for an attempt from its start to the last byte of the response, TLS as described
    /// on the crate's front page.
    ///
    /// ```
    /// # fn main() -> Result<(), reqwest::Error> {
    /// let http = counterfoil_reqwest::Client::builder().no_proxy().build()?;
    /// let client = counterfoil_reqwest::Client::with(http);
    /// # Ok(())
    /// # }
    /// ```
    pub fn builder() -> reqwest::ClientBuilder {
        reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(ATTEMPT_TIMEOUT)
            .tls_backend_preconfigured(tls::config())
    }

    /// Sends with a client that you have created yourself.
    ///
    /// It should not follow redirects: Stripe's API never responds with one, and a response from a redirect
    /// is treated as an error.
    #[must_use]
    pub fn with(http: reqwest::Client) -> Self {
        Client { http, until: None, max_response: MAX_RESPONSE }
    }

    /// Accepts bodies of at most this many bytes, instead of [`MAX_RESPONSE`]. A longer one is aborted as
    /// soon as that is known, with error code `response_too_large`.
    #[must_use]
    pub fn with_max_response(self, bytes: usize) -> Self {
        Client { max_response: bytes, ..self }
    }

    /// Returns a client whose calls all end by that moment, including retries, for work with a deadline.
    ///
    /// A request that is in progress then is aborted with error code `timeout`, and a retry that could only
    /// start later is not made. As with every timeout, it is unknown whether Stripe acted: try again with the
    /// same idempotency key.
    ///
    /// ```
    /// # use std::time::{Duration, Instant};
    /// # fn main() -> Result<(), reqwest::Error> {
    /// # let http = counterfoil_reqwest::Client::with(counterfoil_reqwest::Client::builder().no_proxy().build()?);
    /// let for_this_request = http.until(Instant::now() + Duration::from_secs(8));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn until(&self, moment: Instant) -> Self {
        Client { until: Some(moment), ..self.clone() }
    }

    /// Sends the call until it is done, and returns Stripe's result or an error.
    ///
    /// Between attempts it waits as long as the call says. All attempts send the same bytes with the
    /// same idempotency key.
    pub async fn send<O: Operation>(&self, mut call: Call<O>) -> Result<O::Answer, Error> {
        self.finish(&mut call).await
    }

    /// Sends the call of a list, and the calls of all further pages, and returns the whole list in order.
    ///
    /// A list can be long; to stop early, send page by page and continue with
    /// [`Call::next_page`](counterfoil::Call::next_page).
    pub async fn send_all<O, T>(&self, mut call: Call<O>) -> Result<Vec<T>, Error>
    where
        O: List<Answer = Page<T>>,
    {
        let mut all = Vec::new();
        loop {
            let page = self.finish(&mut call).await?;
            let next = call.next_page(&page);
            all.extend(page.data);
            match next {
                Some(next) => call = next,
                None => return Ok(all),
            }
        }
    }

    async fn finish<O: Operation>(&self, call: &mut Call<O>) -> Result<O::Answer, Error> {
        loop {
            let attempt = self.attempt(call.request());
            let outcome = match self.until {
                Some(moment) => tokio::time::timeout_at(moment.into(), attempt)
                    .await
                    .unwrap_or(Err(TransportError::Timeout)),
                None => attempt.await,
            };
            let left =
                self.until.map_or(Duration::MAX, |moment| moment.saturating_duration_since(Instant::now()));
            match call.receive_within(outcome, jitter(), left) {
                Next::Done(result) => return result,
                Next::Retry { after } => tokio::time::sleep(after).await,
            }
        }
    }

    async fn attempt(&self, request: &Request) -> Result<Response, TransportError> {
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut builder = self.http.request(method, &request.url);
        for Header { name, value } in &request.headers {
            builder = builder.header(&**name, &**value);
        }
        if request.method == Method::Post {
            builder = builder.body(request.body.clone());
        }
        let ready = builder.build().map_err(|error| failure::of(&error))?;
        let asked = ready.url().clone();
        let answer = self.http.execute(ready).await.map_err(|error| failure::of(&error))?;
        let was_led_elsewhere = *answer.url() != asked;
        let response = read(answer, self.max_response).await?;
        Ok(if was_led_elsewhere { Response { status: 307, ..response } } else { response })
    }
}

async fn read(mut answer: reqwest::Response, most: usize) -> Result<Response, TransportError> {
    if answer
        .content_length()
        .is_some_and(|length| usize::try_from(length).map_or(true, |length| length > most))
    {
        return Err(TransportError::TooLarge);
    }
    let status = answer.status().as_u16();
    let headers = answer
        .headers()
        .iter()
        .map(|(name, value)| Header::new(name.as_str(), String::from_utf8_lossy(value.as_bytes())))
        .collect();
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|error| failure::of(&error))? {
        if chunk.len() > most - body.len() {
            return Err(TransportError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Response { status, headers, body })
}

/// Returns a number from 0 to 1, different for every process and every call. It spreads the retries of many
/// clients; no secret depends on it.
fn jitter() -> f64 {
    let random = RandomState::new().hash_one(());
    random as f64 / u64::MAX as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jitter_is_spread_over_the_whole_range() {
        let numbers: Vec<f64> = (0..1000).map(|_| jitter()).collect();
        assert!(numbers.iter().all(|number| (0.0..=1.0).contains(number)));
        assert!(numbers.iter().any(|number| *number < 0.1) && numbers.iter().any(|number| *number > 0.9));
    }
}
