//! Registered webhook endpoints.

use std::fmt;

/// A destination for events.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Endpoint {
    /// A plain `http://` URL on this machine.
    pub url: String,
    /// `whsec_…`, the key that signs the deliveries.
    pub secret: String,
    /// Whether it receives the events of connected accounts; otherwise the platform's own.
    pub connect: bool,
}

impl Endpoint {
    /// An endpoint for the events of connected accounts.
    pub fn connect(url: impl Into<String>, secret: impl Into<String>) -> Self {
        Self { url: url.into(), secret: secret.into(), connect: true }
    }

    /// An endpoint for the platform's own events.
    pub fn platform(url: impl Into<String>, secret: impl Into<String>) -> Self {
        Self { connect: false, ..Self::connect(url, secret) }
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint")
            .field("url", &self.url)
            .field("connect", &self.connect)
            .finish_non_exhaustive()
    }
}

/// An endpoint and its `we_…` id.
#[derive(Debug, Clone)]
pub(crate) struct Registered {
    pub(crate) id: String,
    pub(crate) endpoint: Endpoint,
}
