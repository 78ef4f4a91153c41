use crate::operation::operation;
use crate::schema::params;

use super::Session;

params! {
    /// Retrieves a Checkout Session from the merchant's account; it does not exist on any other account.
    ///
    /// With `expand: ["payment_intent"]` the session also includes the status of its payment intent, which
    /// [`reconcile`](crate::webhook::reconcile) needs to tell a payment that is still processing from one
    /// that has failed.
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
    /// Retrieves the session with this id.
    pub fn new(id: impl Into<String>) -> Self {
        RetrieveSession { id: id.into(), ..RetrieveSession::default() }
    }
}
