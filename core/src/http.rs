//! HTTP as data: what to send, what came back, and how sending failed. The host does the sending.

use std::borrow::Cow;
use std::fmt;

/// The headers that say whose account a request is on, and that it is made once.
pub(crate) const ACCOUNT: &str = "Stripe-Account";
pub(crate) const CONTEXT: &str = "Stripe-Context";
pub(crate) const KEY: &str = "Idempotency-Key";

/// A request, ready to be sent as it is by any HTTP client.
///
/// `Debug` leaves the key out. Do not log [`headers`](Request::headers) yourself: one of them is the
/// platform's secret key.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Request {
    /// `GET`, `POST` or `DELETE`.
    pub method: Method,
    /// The whole URL, query included.
    pub url: String,
    /// Every header that Stripe needs, the content type of the body included.
    pub headers: Vec<Header>,
    /// The body: form-encoded and ASCII for the paths below `/v1`, JSON below `/v2`; empty for `GET`
    /// and `DELETE`.
    pub body: String,
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("url", &self.url.split('?').next().unwrap_or_default())
            .field("headers", &self.headers)
            .field("body", &format_args!("({} bytes)", self.body.len()))
            .finish()
    }
}

/// An HTTP method that Stripe's API uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Writes.
    Post,
    /// Removes.
    Delete,
}

impl Method {
    /// The method's name in upper case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Delete => "DELETE",
        }
    }
}

/// A header's name and value, as texts that a client takes by `&*header.name` and `&*header.value`.
/// `Debug` leaves out the value of `Authorization`.
#[derive(Clone, PartialEq, Eq)]
pub struct Header {
    /// The name; compare it without regard to case.
    pub name: Cow<'static, str>,
    /// The value.
    pub value: Cow<'static, str>,
}

impl Header {
    /// A header from its name and value.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Header { name: Cow::Owned(name.into()), value: Cow::Owned(value.into()) }
    }

    /// A header that is the same in every request, or its name is.
    pub(crate) fn known(name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        Header { name: Cow::Borrowed(name), value: value.into() }
    }
}

impl fmt::Debug for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let secret = self.name.eq_ignore_ascii_case("authorization");
        write!(f, "{}: {}", self.name, if secret { "(secret)" } else { &*self.value })
    }
}

/// What came back. Pass on all headers: the verdict on a retry and the request id are among them.
#[derive(Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The headers, in any order and case.
    pub headers: Vec<Header>,
    /// The body as it came, decompressed.
    pub body: Vec<u8>,
}

/// Without the body, which can name a customer.
impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .field("body", &format_args!("({} bytes)", self.body.len()))
            .finish()
    }
}

impl Response {
    /// The value of the first header of that name, whatever its case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let header = self.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))?;
        Some(&header.value)
    }

    /// Whether Stripe repeats what it stored for an earlier request with the same idempotency key.
    pub(crate) fn is_replayed(&self) -> bool {
        self.header("idempotent-replayed") == Some("true")
    }
}

/// How many bytes the body of a response may have, unless a transport is told otherwise: 32 MiB, in every
/// language. It is many times what Stripe sends; what is longer comes from something in between.
pub const MAX_RESPONSE: usize = 32 * 1024 * 1024;

/// Why no response came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportError {
    /// No connection: DNS, refused, unreachable.
    Connect,
    /// The client's own time limit passed.
    Timeout,
    /// The connection ended before the whole answer was there.
    Closed,
    /// The certificate or the handshake was refused.
    Tls,
    /// The body is longer than [`MAX_RESPONSE`], or than the transport was told to take.
    TooLarge,
}

impl TransportError {
    /// The stable code: `connection_failed`, `timeout`, `connection_closed`, `tls_failed` or
    /// `response_too_large`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            TransportError::Connect => "connection_failed",
            TransportError::Timeout => "timeout",
            TransportError::Closed => "connection_closed",
            TransportError::Tls => "tls_failed",
            TransportError::TooLarge => "response_too_large",
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TransportError::Connect => "no connection to stripe: check the network, or try again",
            TransportError::Timeout => "stripe did not answer in time; whether it acted is unknown: try again with the same idempotency key",
            TransportError::Closed => "the connection closed before the whole answer was there; whether stripe acted is unknown: try again with the same idempotency key",
            TransportError::Tls => "the TLS connection to stripe was refused: check the system's certificates and any proxy",
            TransportError::TooLarge => "the response is longer than stripe's are; whether stripe acted is unknown: check any proxy, then try again with the same idempotency key",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_hides_the_key() {
        let request = Request {
            method: Method::Post,
            url: "https://api.stripe.com/v1/x".into(),
            headers: vec![Header::new("authorization", "Bearer sk_test_hidden")],
            body: String::new(),
        };
        assert!(!format!("{request:?}").contains("hidden"));
    }
}
