//! Which of counterfoil's failures an error of reqwest's is.

use std::error::Error;
use std::io;

use counterfoil::http::TransportError;

pub(crate) fn of(error: &reqwest::Error) -> TransportError {
    if is_tls(error) {
        TransportError::Tls
    } else if error.is_connect() || error.is_builder() {
        // A time-out while connecting is one of these too: nothing was sent yet.
        TransportError::Connect
    } else if error.is_timeout() {
        TransportError::Timeout
    } else {
        TransportError::Closed
    }
}

/// Looks through the causes. rustls hides inside `io::Error`, which does not name it as its source.
fn is_tls(error: &(dyn Error + 'static)) -> bool {
    let inner = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    error.is::<rustls::Error>()
        || inner.is_some_and(|inner| is_tls(inner))
        || error.source().is_some_and(is_tls)
}
