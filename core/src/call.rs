//! One call in flight: the request, and what to do with each response.

use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use crate::error::{Error, StripeError, stripe};
use crate::http::{ACCOUNT, CONTEXT, KEY, Request, Response, TransportError};
use crate::json::Reader;
pub use crate::operation::{Delete, List, OnMerchant, OnPlatform, Operation, Read, Write};
use crate::page::{Cursor, Page};
use crate::schema;

mod persist;

/// A checked request, with a count of its attempts.
///
/// Send [`request`](Call::request) with any HTTP client, and pass the response, or why there was none, to
/// [`receive`](Call::receive). It returns the result, or how long to wait before the same request is sent
/// again. The bytes never change between attempts.
pub struct Call<O: Operation> {
    pub(crate) schema: &'static schema::Operation,
    pub(crate) request: Request,
    /// The length of the origin within the URL, in bytes.
    pub(crate) origin: usize,
    pub(crate) attempt: u32,
    pub(crate) policy: RetryPolicy,
    pub(crate) operation: PhantomData<fn() -> O>,
}

impl<O: Operation> Call<O> {
    /// Returns the operation's stable name, the same in every language: `refunds.create`.
    #[must_use]
    pub fn operation(&self) -> &str {
        self.schema.name
    }

    /// Returns the connected account of the call, or `None` if it is on the platform's own account.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.header(ACCOUNT).or_else(|| self.header(CONTEXT))
    }

    /// Returns the idempotency key that every attempt carries, or `None` for a call that only reads.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.header(KEY)
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let header = self.request.headers.iter().find(|header| header.name == name)?;
        Some(&header.value)
    }

    /// Returns the request to send, for this attempt and every later one.
    #[must_use]
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Returns the number of the current attempt; the first is 1.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// Takes the response, or why there was none, and says how to continue.
    ///
    /// `jitter` is a random number from 0 to 1 from the host; it spreads the retries of many clients over the
    /// second half of the waiting time.
    pub fn receive(&mut self, outcome: Result<Response, TransportError>, jitter: f64) -> Next<O::Answer> {
        self.receive_within(outcome, jitter, Duration::MAX)
    }

    /// Does the same as [`receive`](Call::receive) within a time limit: `left` is the time that remains for
    /// the whole call. If a retry could only start after that, the call ends with the result so far.
    pub fn receive_within(
        &mut self,
        outcome: Result<Response, TransportError>,
        jitter: f64,
        left: Duration,
    ) -> Next<O::Answer> {
        match self.policy.verdict(self.attempt, outcome.as_ref(), jitter).filter(|after| *after < left) {
            Some(after) => {
                self.attempt += 1;
                Next::Retry { after }
            }
            None => Next::Done(match outcome {
                Ok(response) => read_as::<O>(self.schema, &response, self.asked_for()),
                Err(failure) => Err(Error::failure(failure)),
            }),
        }
    }
}

impl<O: List<Answer = Page<T>>, T> Call<O> {
    /// Returns the call for the page after `page`, which must be the result of this call, or `None` after the
    /// last page.
    ///
    /// A loop thus reads a whole list: send, use `data`, continue with the next call while there is one.
    #[must_use]
    pub fn next_page(&self, page: &Page<T>) -> Option<Self> {
        self.following(&page.cursor)
    }
}

impl<O: Operation> Call<O> {
    /// Returns the id of the object that the path names: `re_1` of `/v1/refunds/re_1/cancel`.
    pub(crate) fn asked_for(&self) -> Option<&str> {
        let (_, path) = self.request.url.split_at_checked(self.origin)?;
        let mut segments = path.split(['/', '?']);
        self.schema.path.split('/').find_map(|wanted| {
            let segment = segments.next();
            segment.filter(|_| wanted == "{id}")
        })
    }

    pub(crate) fn following(&self, cursor: &Cursor) -> Option<Self> {
        let (origin, path) = self.request.url.split_at_checked(self.origin)?;
        let request = Request { url: format!("{origin}{}", cursor.follow(path)?), ..self.request.clone() };
        Some(Call { request, attempt: 1, ..*self })
    }
}

/// Leaves out the secret key, as [`Request`] does.
impl<O: Operation> fmt::Debug for Call<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("attempt", &self.attempt).field("request", &self.request).finish()
    }
}

/// How a call continues.
#[derive(Debug)]
pub enum Next<A> {
    /// The call is over: the result from Stripe, or an error.
    Done(Result<A, Error>),
    /// Wait, then send the same request again.
    Retry {
        /// How long to wait.
        after: Duration,
    },
}

/// How often a call is retried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    /// How many attempts may follow the first.
    pub max_retries: u32,
}

impl Default for RetryPolicy {
    /// Two retries.
    fn default() -> Self {
        RetryPolicy { max_retries: 2 }
    }
}

impl RetryPolicy {
    /// Returns how long to wait before the next attempt, or `None` if there should be none.
    ///
    /// `attempt` is the number of the attempt that just ended; the first is 1. The header
    /// `Stripe-Should-Retry` decides if it is present; otherwise lost connections, timeouts, 409, 429 with
    /// code `lock_timeout`, and 500 and above are retried. The wait is half a second, doubled with each
    /// attempt, and at most five seconds; `jitter` (0 to 1) chooses a point in its upper half.
    #[must_use]
    pub fn verdict(
        self,
        attempt: u32,
        outcome: Result<&Response, &TransportError>,
        jitter: f64,
    ) -> Option<Duration> {
        (attempt <= self.max_retries && is_worth_another(outcome)).then(|| wait(attempt, jitter))
    }
}

fn is_worth_another(outcome: Result<&Response, &TransportError>) -> bool {
    let response = match outcome {
        Ok(response) => response,
        Err(failure) => return !matches!(failure, TransportError::Tls | TransportError::TooLarge),
    };
    match response.header("stripe-should-retry") {
        Some("true") => true,
        Some("false") => false,
        _ => match response.status {
            409 | 500.. => true,
            429 => stripe::code_in(&response.body).as_deref() == Some("lock_timeout"),
            _ => false,
        },
    }
}

fn wait(attempt: u32, jitter: f64) -> Duration {
    let doublings = attempt.saturating_sub(1).min(4);
    let most = (500_u64 << doublings).min(5_000);
    // NaN counts as 1: the longest wait is the safest.
    let jitter = if jitter.is_nan() { 1.0 } else { jitter.clamp(0.0, 1.0) };
    let half = most / 2;
    Duration::from_millis(half + (half as f64 * jitter) as u64)
}

/// Reads the response to an operation, as [`Call::receive`] does when there is nothing to retry.
///
/// Anything but a success with an object of the expected kind is an error: an error response from Stripe
/// (`StripeError`), `unexpected_redirect`, `unreadable_answer`, `unexpected_object`. An operation chosen at
/// run time ([`AnyOperation`](crate::AnyOperation)) has its own function for this.
pub fn read<O: Operation + Default>(response: &Response) -> Result<O::Answer, Error> {
    read_as::<O>(O::default().schema(), response, None)
}

/// Reads a response; if the request named an id, the object must have it.
pub(crate) fn read_as<O: Operation>(
    schema: &'static schema::Operation,
    response: &Response,
    id: Option<&str>,
) -> Result<O::Answer, Error> {
    let body = successful_body(response)?;
    let Some(mut answer) = O::answer(schema, body) else {
        return Err(not_the_object(response, body, schema));
    };
    if let Some(own) = O::id_of(&answer) {
        check_own_id(response, id, &own)?;
    }
    if response.is_replayed() {
        O::mark_replayed(&mut answer);
    }
    Ok(answer)
}

// Separate from the objects, so that it is compiled once instead of once per object.

/// Returns an error if the object in a response does not have the requested id.
pub(crate) fn check_own_id(response: &Response, id: Option<&str>, own: &str) -> Result<(), Error> {
    if id.is_none_or(|id| id == own) {
        return Ok(());
    }
    let text = format!("the response contains another object than the requested one: {own}");
    Err(unexpected(response, "unexpected_object", &text))
}

pub(crate) fn successful_body(response: &Response) -> Result<&str, Error> {
    match response.status {
        200..=299 => {}
        300..=399 => {
            let text = "the server responded with a redirect, which stripe's API never does: check the base URL and any proxy";
            return Err(unexpected(response, "unexpected_redirect", text));
        }
        _ => return Err(Error::stripe(StripeError::read(response, request_id(response)))),
    }
    let Ok(body) = std::str::from_utf8(&response.body) else {
        return Err(unexpected(response, "unreadable_answer", "the response is not UTF-8 text"));
    };
    if stripe::error_object(body).is_some() {
        return Err(unexpected(response, "unexpected_object", ERROR_OBJECT));
    }
    Ok(body)
}

pub(crate) fn not_the_object(response: &Response, body: &str, schema: &schema::Operation) -> Error {
    let (code, text) = instead_of(schema.answer, schema.lists, body);
    unexpected(response, code, &text)
}

/// Reads an object that the host has as JSON, as if it were the body of a successful response.
#[cfg(any(test, feature = "bindings"))]
pub(crate) fn read_object<'t>(
    record: &'static schema::Record,
    body: &'t str,
) -> Result<schema::Dynamic<'t>, Error> {
    let read = if stripe::error_object(body).is_some() {
        Err(("unexpected_object", ERROR_OBJECT.to_owned()))
    } else {
        schema::answers::object(record, body).ok_or_else(|| instead_of(record, false, body))
    };
    read.map_err(|(code, text)| Error::unexpected(code, text, 200, None))
}

const ERROR_OBJECT: &str = "the response has a successful status but contains an error object";

/// Returns the code and the message for a body that is not what was requested.
fn instead_of(record: &schema::Record, lists: bool, body: &str) -> (&'static str, String) {
    let mut reader = Reader::new(body);
    if reader.skip().is_ok() && reader.end().is_ok() {
        let text = match lists {
            true => "the response is JSON, but not a list of the requested objects".to_owned(),
            false => ["the response is JSON, but not a ", record.object, " object"].concat(),
        };
        return ("unexpected_object", text);
    }
    let text =
        "the response is not JSON; whether stripe acted is unknown: try again with the same idempotency key";
    ("unreadable_answer", text.to_owned())
}

fn unexpected(response: &Response, code: &'static str, text: &str) -> Error {
    Error::unexpected(code, text, response.status, request_id(response))
}

fn request_id(response: &Response) -> Option<String> {
    response.header("request-id").map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Platform;
    use crate::checkout::RetrieveSession;
    use crate::http::Header;

    fn response(status: u16, body: &[u8]) -> Response {
        Response { status, headers: vec![Header::new("Request-Id", "req_1")], body: body.to_vec() }
    }

    #[test]
    fn no_status_with_any_body_is_a_silent_success() {
        let bodies: [&[u8]; 8] =
            [b"", b"{", b"<html>", b"[]", b"null", b"{}", b"\xff", br#"{"error":{"type":"api_error"}}"#];
        for status in [200, 204, 301, 302, 400, 401, 402, 403, 404, 409, 429, 500, 503, 599, 0] {
            for body in bodies {
                let error = read::<RetrieveSession>(&response(status, body)).unwrap_err();
                assert_eq!(error.status(), Some(status));
                assert_eq!(error.request_id(), Some("req_1"));
            }
        }
    }

    #[test]
    fn an_answer_says_whether_stripe_repeated_it_and_is_equal_all_the_same() {
        use crate::payments::{ListRefunds, RetrieveRefund};
        let replayed = |body: &str, value: &'static str| {
            let headers = vec![Header::new("idempotent-REPLAYED", value)];
            Response { status: 200, headers, body: body.into() }
        };
        let refund = r#"{"id":"re_1","object":"refund"}"#;
        let [first, again] =
            ["false", "true"].map(|value| read::<RetrieveRefund>(&replayed(refund, value)).unwrap());
        assert_eq!((first.replayed, again.replayed), (false, true));
        assert_eq!(first, again);
        let list = format!(r#"{{"object":"list","data":[{refund}],"has_more":false}}"#);
        let page = read::<ListRefunds>(&replayed(&list, "true")).unwrap();
        assert!(page.replayed && !page.data[0].replayed);
        assert_eq!(page, read::<ListRefunds>(&replayed(&list, "")).unwrap());
    }

    #[test]
    fn waits_grow_to_five_seconds_and_survive_any_jitter() {
        let most: Vec<u128> = (0..8).map(|attempt| wait(attempt, f64::NAN).as_millis()).collect();
        assert_eq!(most, [500, 500, 1000, 2000, 4000, 5000, 5000, 5000]);
        assert_eq!(wait(1, -7.0).as_millis(), 250);
        assert_eq!(wait(u32::MAX, f64::INFINITY).as_millis(), 5000);
    }

    #[test]
    fn the_bytes_stay_and_the_attempts_end() {
        let merchant = Platform::new("sk_test_example".parse().unwrap()).merchant("acct_1".parse().unwrap());
        let mut call = merchant.read(RetrieveSession::new("cs_1")).unwrap();
        let request = call.request().clone();
        for attempt in 2..=3 {
            assert!(matches!(call.receive(Err(TransportError::Closed), 0.5), Next::Retry { .. }));
            assert_eq!((call.attempt(), call.request()), (attempt, &request));
        }
        match call.receive(Err(TransportError::Closed), 0.5) {
            Next::Done(Err(error)) => assert_eq!(error.code(), "connection_closed"),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn no_retry_starts_when_the_time_is_up() {
        let platform = Platform::new("sk_test_1".parse().unwrap());
        let merchant = platform.merchant("acct_1".parse().unwrap());
        let call = || merchant.read(RetrieveSession::new("cs_test_1")).unwrap();
        for left in [Duration::MAX, Duration::from_millis(501)] {
            let next = call().receive_within(Err(TransportError::Timeout), 1.0, left);
            assert!(matches!(next, Next::Retry { .. }), "{left:?}: {next:?}");
        }
        for left in [Duration::ZERO, Duration::from_millis(500)] {
            let Next::Done(Err(error)) = call().receive_within(Err(TransportError::Timeout), 1.0, left)
            else {
                panic!("another attempt with {left:?} left");
            };
            assert_eq!(error.code(), "timeout");
            let Next::Done(Err(error)) = call().receive_within(Ok(response(500, b"")), 1.0, left) else {
                panic!("another attempt with {left:?} left");
            };
            assert_eq!((error.status(), error.request_id()), (Some(500), Some("req_1")));
        }
    }
}
