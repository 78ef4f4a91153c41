use crate::operation::{Check, operation};
use crate::params::params;

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

impl Check for ExpireSession {}

operation!(
    ExpireSession, "checkout.expire",
    Write: Post "/v1/checkout/sessions/{id}/expire" (id: "cs_") -> Session,
    [OnMerchant]
);
