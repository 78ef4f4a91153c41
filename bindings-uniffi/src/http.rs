use std::fmt;

use counterfoil::http;

use crate::error::NativeError;

/// A request, to be sent as it is.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
#[uniffi::export(Debug, Display)]
pub struct Request {
    /// `GET` or `POST`.
    pub method: String,
    /// The whole URL, query included.
    pub url: String,
    /// Every header that Stripe needs, in order.
    pub headers: Vec<Header>,
    /// The form-encoded body, ASCII only; empty for `GET`.
    pub body: String,
}

/// A header's name and value. `Authorization` is never shown.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
#[uniffi::export(Debug, Display)]
pub struct Header {
    /// The name; compare it without regard to case.
    pub name: String,
    /// The value.
    pub value: String,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Response {
    /// The HTTP status.
    pub status: i32,
    /// All headers, in any order and case.
    pub headers: Vec<Header>,
    /// The body as it came, decompressed.
    pub body: Vec<u8>,
}

impl From<&http::Request> for Request {
    fn from(request: &http::Request) -> Self {
        let headers = request.headers.iter();
        Request {
            method: request.method.as_str().to_owned(),
            url: request.url.clone(),
            headers: headers
                .map(|header| Header { name: header.name.clone(), value: header.value.clone() })
                .collect(),
            body: request.body.clone(),
        }
    }
}

impl TryFrom<Response> for http::Response {
    type Error = NativeError;

    /// Error `invalid_status` for a number that is no HTTP status.
    fn try_from(response: Response) -> Result<Self, NativeError> {
        let status = u16::try_from(response.status)
            .map_err(|_| NativeError::fault("status", "invalid_status", "expected an HTTP status"))?;
        let headers = response.headers.into_iter();
        Ok(http::Response {
            status,
            headers: headers.map(|header| http::Header::new(header.name, header.value)).collect(),
            body: response.body,
        })
    }
}

/// Why no answer came, from its name.
pub(crate) fn failure(name: &str) -> Result<http::Failure, NativeError> {
    match name {
        "connect" => Ok(http::Failure::Connect),
        "timeout" => Ok(http::Failure::Timeout),
        "closed" => Ok(http::Failure::Closed),
        "tls" => Ok(http::Failure::Tls),
        _ => {
            let expected = "expected `connect`, `timeout`, `closed` or `tls`";
            Err(NativeError::fault("failure", "invalid_failure", expected))
        }
    }
}

impl fmt::Debug for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The core's own header knows what to leave out.
        fmt::Debug::fmt(&http::Header::new(&*self.name, &*self.value), f)
    }
}

impl fmt::Display for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}
