//! What can go wrong, as values: faults in what the caller passed, refusals by Stripe, and responses
//! that are not what was asked for.

mod codes;
pub(crate) mod stripe;

use std::fmt;

use crate::http::TransportError;
pub use codes::{ErrorCode, ErrorOrigin};
pub use stripe::{Advice, StripeError};

/// One error type for requests and responses; [`webhook::WebhookError`](crate::webhook::WebhookError) is
/// the other, for deliveries that are not genuine.
///
/// Match on [`code`](Error::code): it is stable and the same in every language. The text says what
/// to do and never holds a secret, nor Stripe's own text, which is [`StripeError::message`].
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Kind>);

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    Faults(Vec<Fault>),
    Stripe(StripeError),
    Unexpected { code: &'static str, message: String, status: u16, request_id: Option<String> },
    TransportError(TransportError),
}

impl Error {
    /// The stable code: the first fault's, or Stripe's own (its `code`, or its `type` where it
    /// sends no code), or `unreadable_answer`, `unexpected_object`, `unexpected_redirect`,
    /// `connection_failed`, `connection_closed`, `timeout`, `tls_failed`, `response_too_large`.
    #[must_use]
    pub fn code(&self) -> &str {
        match &*self.0 {
            Kind::Faults(faults) => faults.first().map_or("invalid", |fault| fault.code),
            Kind::Stripe(error) => error.code(),
            Kind::Unexpected { code, .. } => code,
            Kind::TransportError(failure) => failure.code(),
        }
    }

    /// What to do about it, in one sentence: for Stripe's refusals by their [`StripeError::advice`], for
    /// all others by their [`ErrorCode`], of faults the first one's.
    #[must_use]
    pub fn advice(&self) -> &'static str {
        match &*self.0 {
            Kind::Stripe(error) => error.advice().text(),
            _ => ErrorCode::find(self.code()).map_or("", |known| known.advice),
        }
    }

    /// What was wrong with the caller's own values, reported together; empty for other errors.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        match &*self.0 {
            Kind::Faults(faults) => faults,
            _ => &[],
        }
    }

    /// Stripe's refusal, if this is one.
    #[must_use]
    pub fn as_stripe(&self) -> Option<&StripeError> {
        match &*self.0 {
            Kind::Stripe(error) => Some(error),
            _ => None,
        }
    }

    /// The HTTP status of the response, where there was one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match &*self.0 {
            Kind::Stripe(error) => Some(error.status),
            Kind::Unexpected { status, .. } => Some(*status),
            _ => None,
        }
    }

    /// The id to give Stripe's support, where the response had one.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match &*self.0 {
            Kind::Stripe(error) => error.request_id.as_deref(),
            Kind::Unexpected { request_id, .. } => request_id.as_deref(),
            _ => None,
        }
    }

    pub(crate) fn fault(path: impl Into<String>, code: &'static str, text: impl Into<String>) -> Self {
        Error::of_faults(vec![Fault::new(path, code, text)])
    }

    pub(crate) fn of_faults(faults: Vec<Fault>) -> Self {
        Error(Box::new(Kind::Faults(faults)))
    }

    pub(crate) fn stripe(error: StripeError) -> Self {
        Error(Box::new(Kind::Stripe(error)))
    }

    pub(crate) fn unexpected(
        code: &'static str,
        message: impl Into<String>,
        status: u16,
        request_id: Option<String>,
    ) -> Self {
        let (code, message) = (codes::known(code), message.into());
        Error(Box::new(Kind::Unexpected { code, message, status, request_id }))
    }

    pub(crate) fn failure(failure: TransportError) -> Self {
        Error(Box::new(Kind::TransportError(failure)))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::Faults(faults) => {
                for (index, fault) in faults.iter().enumerate() {
                    let separator = if index == 0 { "" } else { "; " };
                    write!(f, "{separator}{fault}")?;
                }
                Ok(())
            }
            Kind::Stripe(error) => error.fmt(f),
            Kind::Unexpected { message, status, request_id, .. } => {
                write!(f, "{message} (status {status}")?;
                match request_id {
                    Some(id) => write!(f, ", request {id})"),
                    None => f.write_str(")"),
                }
            }
            Kind::TransportError(failure) => failure.fmt(f),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({}: {self})", self.code())
    }
}

impl std::error::Error for Error {}

/// One wrong value: where it is, which rule it breaks, and what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// Stripe's parameter path, such as `line_items[3].quantity`; empty for the value as a whole.
    pub path: String,
    /// The rule, in stable snake case.
    pub code: &'static str,
    /// What was expected.
    pub message: String,
}

impl Fault {
    // Rules have hundreds of calls of it.
    #[inline(never)]
    pub(crate) fn new(path: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Fault { path: path.into(), code: codes::known(code), message: message.into() }
    }

    /// What to do about it, in one sentence.
    #[must_use]
    pub fn advice(&self) -> &'static str {
        ErrorCode::find(self.code).map_or("", |known| known.advice)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}
