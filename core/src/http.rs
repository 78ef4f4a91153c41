//! HTTP as data: the request to send, the response, and how sending failed. The host does the sending.

use std::borrow::Cow;
use std::fmt;

/// The headers for the account and for the idempotency key.
pub(crate) const ACCOUNT: &str = "Stripe-Account";
pub(crate) const CONTEXT: &str = "Stripe-Context";
pub(crate) const KEY: &str = "Idempotency-Key";

/// A request, ready to be sent as it is by any HTTP client.
///
/// `Debug` leaves out the secret key. Do not log [`headers`](Request::headers) yourself: one of them is the
/// platform's secret key.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Request {
    /// `GET`, `POST` or `DELETE`.
    pub method: Method,
    /// The whole URL, including the query.
    pub url: String,
    /// Every header that Stripe needs, including the content type of the body.
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
    /// Deletes.
    Delete,
}

impl Method {
    /// Returns the method's name in upper case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Delete => "DELETE",
        }
    }
}

/// A header's name and value, which an HTTP client takes as `&*header.name` and `&*header.value`. `Debug`
/// leaves out the value of `Authorization`.
#[derive(Clone, PartialEq, Eq)]
pub struct Header {
    /// The name; compare it case-insensitively.
    pub name: Cow<'static, str>,
    /// The value.
    pub value: Cow<'static, str>,
}

impl Header {
    /// Creates a header from its name and value.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Header { name: Cow::Owned(name.into()), value: Cow::Owned(value.into()) }
    }

    /// Creates a header whose name, and perhaps value, is the same in every request.
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

/// A response. Pass on all headers: the request id and Stripe's advice on retries are among them.
#[derive(Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The headers, in any order and any case.
    pub headers: Vec<Header>,
    /// The body as it was received, after decompression.
    pub body: Vec<u8>,
}

/// Leaves out the body, which can name a customer.
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
    /// Returns the value of the first header with this name, whatever its case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let header = self.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))?;
        Some(&header.value)
    }

    /// Returns whether Stripe repeated its stored response to an earlier request with the same idempotency
    /// key.
    pub(crate) fn is_replayed(&self) -> bool {
        self.header("idempotent-replayed") == Some("true")
    }
}

/// The maximum size of a response's body in bytes, unless a transport is configured otherwise: 32 MiB, in
/// every language. This is many times what Stripe sends; a longer response comes from something in between.
pub const MAX_RESPONSE: usize = 32 * 1024 * 1024;

/// Why no response came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportError {
    /// The connection failed: DNS, refused, unreachable.
    Connect,
    /// The client's own time limit has passed.
    Timeout,
    /// The connection closed before the whole response was received.
    Closed,
    /// The certificate was rejected, or the handshake failed.
    Tls,
    /// The body is longer than [`MAX_RESPONSE`], or than the transport's own limit.
    TooLarge,
}

impl TransportError {
    /// Returns the stable code: `connection_failed`, `timeout`, `connection_closed`, `tls_failed` or
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
            TransportError::Timeout => "stripe did not respond in time; whether it acted is unknown: try again with the same idempotency key",
            TransportError::Closed => "the connection closed before the whole response was received; whether stripe acted is unknown: try again with the same idempotency key",
            TransportError::Tls => "the TLS connection to stripe failed: check the system's certificates and any proxy",
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
