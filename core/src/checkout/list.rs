use crate::operation::operation;
use crate::page::Page;
use crate::params::Created;
use crate::schema::{list_params, record};

use super::{Session, SessionLineItem};

list_params! {
    /// Lists the merchant's Checkout Sessions, newest first. There is no filter by metadata or by
    /// `client_reference_id`.
    ///
    /// `GET /v1/checkout/sessions`, <https://docs.stripe.com/api/checkout/sessions/list>.
    pub struct ListSessions {
        /// Only sessions created in this period.
        pub created: Option<Created>,
        /// Only sessions of this Customer, `cus_…`.
        pub customer: Option<String>,
        /// Only sessions of the merchant that you bill by this account, `acct_…`.
        pub customer_account: Option<String>,
        /// Only sessions of a customer with these details.
        pub customer_details: Option<CustomerDetailsFilter>,
        /// Only the session of this payment intent, `pi_…`.
        pub payment_intent: Option<String>,
        /// Only the session of this subscription, `sub_…`.
        pub subscription: Option<String>,
        /// `open`, `complete` or `expired`.
        pub status: Option<String>,
    }
}

record! {
    /// A filter by the customer's details.
    pub struct CustomerDetailsFilter {
        required {
            /// The e-mail address that the customer entered or was created with.
            pub email: String as personal,
        }
    }
}

operation!(
    ListSessions, "checkout.sessions.list",
    Read: Get "/v1/checkout/sessions" -> Page<Session>,
    [OnMerchant, List],
    rule ListSessions::check_page,
    was "checkout.list"
);

list_params! {
    /// Lists all line items of a session, where an event or an expanded session contains only the first page.
    ///
    /// `GET /v1/checkout/sessions/{id}/line_items`, <https://docs.stripe.com/api/checkout/sessions/line_items>.
    pub struct ListLineItems {
        path {
            /// The session's id, `cs_…`.
            pub id: String,
        }
    }
}

operation!(
    ListLineItems, "checkout.sessions.line_items.list",
    Read: Get "/v1/checkout/sessions/{id}/line_items" (id: "cs_") -> Page<SessionLineItem>,
    [OnMerchant, List],
    rule ListLineItems::check_page,
    was "checkout.line_items"
);
