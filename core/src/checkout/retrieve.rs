use crate::call::{Operation, Read, Wire, sealed::Sealed};
use crate::error::Error;
use crate::http::Method;
use crate::ids::SessionId;

use super::Session;

/// Reads a Checkout Session from the merchant's account; on any other account it does not exist.
///
/// `GET /v1/checkout/sessions/{id}`, <https://docs.stripe.com/api/checkout/sessions/retrieve>.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetrieveSession {
    /// Which session.
    pub id: SessionId,
}

impl Sealed for RetrieveSession {}

impl Read for RetrieveSession {}

impl Operation for RetrieveSession {
    type Answer = Session;

    fn wire(&self) -> Result<Wire, Error> {
        let path = format!("/v1/checkout/sessions/{}", self.id);
        Ok(Wire { method: Method::Get, path, body: String::new() })
    }

    fn answer(body: &str) -> Result<Session, &'static str> {
        Session::from_json(body)
    }
}
