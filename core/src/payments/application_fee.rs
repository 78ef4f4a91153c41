use crate::operation::operation;
use crate::page::Page;
use crate::params::Created;
use crate::schema::{list_params, object, params};

object! {
    /// The fee that the platform collected from a merchant's payment. It is on the platform's own account,
    /// and Stripe creates it some time after the charge: listen for `application_fee.created` on a platform
    /// endpoint.
    ///
    /// <https://docs.stripe.com/api/application_fees/object>
    pub struct ApplicationFee: "application_fee" {
        /// `fee_…`
        pub id: String,
        /// The merchant that paid it, `acct_…`.
        pub account: Option<String>,
        /// The amount, in minor units.
        pub amount: Option<i64>,
        /// The amount refunded to the merchant, in minor units.
        pub amount_refunded: Option<i64>,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// The charge that it was collected from, on the merchant's account.
        pub charge: Option<String>,
        /// `txn_…`, on the platform's account.
        pub balance_transaction: Option<String>,
        /// The original charge, on the merchant's account.
        pub originating_transaction: Option<String>,
        /// Whether it was refunded in full.
        pub refunded: bool,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

params! {
    /// Retrieves an application fee from the platform's own account.
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
    /// Lists the fees that the platform collected from all merchants' payments, newest first.
    ///
    /// `GET /v1/application_fees`, <https://docs.stripe.com/api/application_fees/list>.
    pub struct ListApplicationFees {
        /// Only those of this charge.
        pub charge: Option<String>,
        /// Only those created in this period.
        pub created: Option<Created>,
    }
}

operation!(
    ListApplicationFees, "application_fees.list",
    Read: Get "/v1/application_fees" -> Page<ApplicationFee>,
    [OnPlatform, List],
    rule ListApplicationFees::check_page
);
