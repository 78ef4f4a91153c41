use crate::operation::operation;
use crate::schema::params;

use super::Session;

params! {
    /// Expires an open session, so that it can no longer be paid and the goods can be released. A completed
    /// session cannot expire: Stripe rejects the call, and the events decide what happens to the order.
    ///
    /// `POST /v1/checkout/sessions/{id}/expire`, <https://docs.stripe.com/api/checkout/sessions/expire>.
    #[derive(Eq)]
    pub struct ExpireSession {
        path {
            /// `cs_…`
            pub id: String,
        }
    }
}

operation!(
    ExpireSession, "checkout.sessions.expire",
    Write: Post "/v1/checkout/sessions/{id}/expire" (id: "cs_") -> Session,
    [OnMerchant],
    was "checkout.expire"
);
