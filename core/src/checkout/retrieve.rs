use crate::operation::operation;
use crate::schema::params;

use super::Session;

params! {
    /// Reads a Checkout Session from the merchant's account; on any other account it does not exist.
    ///
    /// With `expand: ["payment_intent"]` the session also says how its payment intent stands, which
    /// is what [`reconcile`](crate::webhook::reconcile) needs to tell a payment that is on its way from one that
    /// failed.
    ///
    /// `GET /v1/checkout/sessions/{id}`, <https://docs.stripe.com/api/checkout/sessions/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveSession {
        path {
            /// `cs_…`
            pub id: String,
        }
    }
}

operation!(
    RetrieveSession, "checkout.sessions.retrieve",
    Read: Get "/v1/checkout/sessions/{id}" (id: "cs_") -> Session,
    [OnMerchant],
    was "checkout.retrieve"
);

impl RetrieveSession {
    /// The session of this id.
    pub fn new(id: impl Into<String>) -> Self {
        RetrieveSession { id: id.into(), ..RetrieveSession::default() }
    }
}
