//! Maps reqwest's errors to counterfoil's transport errors.

use std::error::Error;
use std::io;

use counterfoil::http::TransportError;

pub(crate) fn of(error: &reqwest::Error) -> TransportError {
    if is_tls(error) {
        TransportError::Tls
    } else if error.is_connect() || error.is_builder() {
        // A timeout while connecting is one of these too: nothing was sent yet.
        TransportError::Connect
    } else if error.is_timeout() {
        TransportError::Timeout
    } else {
        TransportError::Closed
    }
}

/// Searches the causes. rustls errors are inside an `io::Error`, which does not return them as its source.
fn is_tls(error: &(dyn Error + 'static)) -> bool {
    let inner = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    error.is::<rustls::Error>()
        || inner.is_some_and(|inner| is_tls(inner))
        || error.source().is_some_and(is_tls)
}
