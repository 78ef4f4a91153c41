use crate::operation::operation;
use crate::schema::params;

use super::Session;

params! {
    /// Ends an open session, so that it can no longer be paid: the goods can be released. A session
    /// that is complete cannot expire; Stripe then refuses the call, and the order follows its events.
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
