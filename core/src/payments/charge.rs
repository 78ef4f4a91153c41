use crate::operation::operation;
use crate::page::Page;
use crate::params::{Created, Metadata};
use crate::schema::{list_params, object, params, words};

object! {
    /// A charge on the merchant's account: one attempt to collect a payment.
    ///
    /// <https://docs.stripe.com/api/charges/object>
    pub struct Charge: "charge" {
        /// `ch_…`, or `py_…` for some payment methods.
        pub id: String,
        /// `succeeded`, `pending` or `failed`.
        pub status: Option<ChargeStatus>,
        /// The amount charged, in minor units.
        pub amount: Option<i64>,
        /// The amount captured, in minor units.
        pub amount_captured: Option<i64>,
        /// The amount refunded, in minor units.
        pub amount_refunded: Option<i64>,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// `fee_…`, on the platform's account. Stripe creates it after the charge, so it can be absent at
        /// first: listen for `application_fee.created`.
        pub application_fee: Option<String>,
        /// The platform's fee, in minor units.
        pub application_fee_amount: Option<i64>,
        /// `txn_…`, on the merchant's account.
        pub balance_transaction: Option<String>,
        /// `pi_…`
        pub payment_intent: Option<String>,
        /// `cus_…` on the merchant's account.
        pub customer: Option<String>,
        /// Whether the payment was captured.
        pub captured: bool,
        /// Whether the charge has been disputed.
        pub disputed: bool,
        /// Whether the payment succeeded, or was authorized for a later capture.
        pub paid: bool,
        /// Whether it was refunded in full.
        pub refunded: bool,
        /// The error code, if it failed.
        pub failure_code: Option<String>,
        /// Stripe's message, if it failed.
        pub failure_message: Option<String> as personal,
        /// The URL of Stripe's receipt page.
        pub receipt_url: Option<String> as personal,
        /// Your own metadata.
        pub metadata: Metadata,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

words! {
    /// How a charge stands.
    pub enum ChargeStatus { Succeeded = "succeeded", Pending = "pending", Failed = "failed" }
}

params! {
    /// Retrieves a charge from the merchant's account; it does not exist on any other account.
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
    /// Lists the merchant's charges, newest first. Charges exist only on this account: the platform's
    /// Dashboard and its exports do not show them.
    ///
    /// `GET /v1/charges`, <https://docs.stripe.com/api/charges/list>.
    pub struct ListCharges {
        /// Only those created in this period.
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
