use crate::operation::operation;
use crate::page::Page;
use crate::params::{Created, Metadata};
use crate::schema::{list_params, object, params};

object! {
    /// A charge on the merchant's account: one attempt to move the money of a payment intent.
    ///
    /// <https://docs.stripe.com/api/charges/object>
    pub struct Charge: "charge" {
        /// `ch_…`, or `py_…` for some payment methods.
        pub id: String,
        /// `succeeded`, `pending` or `failed`.
        pub status: Option<String> [open("succeeded,pending,failed")],
        /// What was charged, in minor units.
        pub amount: Option<i64>,
        /// What was captured, in minor units.
        pub amount_captured: Option<i64>,
        /// What was given back, in minor units.
        pub amount_refunded: Option<i64>,
        /// Three letters, lower case.
        pub currency: Option<String>,
        /// `fee_…`, on the platform's account. Stripe makes it after the charge, so it can be absent
        /// at first: follow `application_fee.created`.
        pub application_fee: Option<String>,
        /// What the platform keeps, in minor units.
        pub application_fee_amount: Option<i64>,
        /// `txn_…`, on the merchant's account.
        pub balance_transaction: Option<String>,
        /// `pi_…`
        pub payment_intent: Option<String>,
        /// `cus_…` on the merchant's account.
        pub customer: Option<String>,
        /// Whether the money was captured.
        pub captured: bool,
        /// Whether the customer's bank has taken it back, or tries to.
        pub disputed: bool,
        /// Whether the payment succeeded, or was authorized for a later capture.
        pub paid: bool,
        /// Whether all of it was given back.
        pub refunded: bool,
        /// Why it failed.
        pub failure_code: Option<String>,
        /// Why it failed, in Stripe's words.
        pub failure_message: Option<String> as personal,
        /// Stripe's receipt page.
        pub receipt_url: Option<String> as personal,
        /// Your own data.
        pub metadata: Metadata,
        /// Whether real money moves.
        pub livemode: bool,
        /// Unix seconds.
        pub created: Option<i64>,
    }
}

params! {
    /// Reads a charge from the merchant's account; on any other account it does not exist.
    ///
    /// `GET /v1/charges/{id}`, <https://docs.stripe.com/api/charges/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveCharge {
        path {
            /// `ch_…` or `py_…`
            pub id: String,
        }
    }
}

operation!(
    RetrieveCharge, "charges.retrieve",
    Read: Get "/v1/charges/{id}" (id: "ch_" | "py_") -> Charge,
    [OnMerchant]
);

list_params! {
    /// Lists the merchant's charges, the newest first. They are on this account only: neither the
    /// platform's Dashboard nor its exports show them.
    ///
    /// `GET /v1/charges`, <https://docs.stripe.com/api/charges/list>.
    pub struct ListCharges {
        /// Only those created in this time.
        pub created: Option<Created>,
        /// Only those of this Customer, `cus_…`.
        pub customer: Option<String>,
        /// Only those of this payment intent, `pi_…`.
        pub payment_intent: Option<String>,
    }
}

operation!(
    ListCharges, "charges.list",
    Read: Get "/v1/charges" -> Page<Charge>,
    [OnMerchant, List],
    rule ListCharges::check_page
);
