use crate::operation::operation;
use crate::page::Page;
use crate::params::Created;
use crate::schema::{list_params, object, params};

object! {
    /// What the platform kept of a merchant's payment. It is on the platform's own account, and Stripe
    /// makes it some time after the charge: follow `application_fee.created` on a platform endpoint.
    ///
    /// <https://docs.stripe.com/api/application_fees/object>
    pub struct ApplicationFee: "application_fee" {
        /// `fee_…`
        pub id: String,
        /// The merchant who paid it, `acct_…`.
        pub account: Option<String>,
        /// In minor units.
        pub amount: Option<i64>,
        /// What was given back to the merchant, in minor units.
        pub amount_refunded: Option<i64>,
        /// Three letters, lower case.
        pub currency: Option<String>,
        /// The charge that it was taken from, on the merchant's account.
        pub charge: Option<String>,
        /// `txn_…`, on the platform's account.
        pub balance_transaction: Option<String>,
        /// The charge as the customer made it, on the merchant's account.
        pub originating_transaction: Option<String>,
        /// Whether all of it was given back.
        pub refunded: bool,
        /// Whether real money moves.
        pub livemode: bool,
        /// Unix seconds.
        pub created: Option<i64>,
    }
}

params! {
    /// Reads an application fee from the platform's own account.
    ///
    /// `GET /v1/application_fees/{id}`, <https://docs.stripe.com/api/application_fees/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveApplicationFee {
        path {
            /// `fee_…`
            pub id: String,
        }
    }
}

operation!(
    RetrieveApplicationFee, "application_fees.retrieve",
    Read: Get "/v1/application_fees/{id}" (id: "fee_") -> ApplicationFee,
    [OnPlatform]
);

list_params! {
    /// Lists what the platform has kept of all merchants' payments, the newest first.
    ///
    /// `GET /v1/application_fees`, <https://docs.stripe.com/api/application_fees/list>.
    pub struct ListApplicationFees {
        /// Only those of this charge.
        pub charge: Option<String>,
        /// Only those created in this time.
        pub created: Option<Created>,
    }
}

operation!(
    ListApplicationFees, "application_fees.list",
    Read: Get "/v1/application_fees" -> Page<ApplicationFee>,
    [OnPlatform, List],
    rule ListApplicationFees::check_page
);
