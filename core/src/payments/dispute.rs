use crate::operation::operation;
use crate::page::Page;
use crate::params::{Created, Metadata};
use crate::schema::{list_params, object, params, part};

use super::BalanceTransaction;

object! {
    /// A payment that the customer's bank takes back, or asks about. It debits the merchant's balance.
    ///
    /// <https://docs.stripe.com/api/disputes/object>
    pub struct Dispute: "dispute" {
        /// `dp_…` or `du_…`
        pub id: String,
        /// `needs_response`, `under_review`, `won`, `lost`, `prevented`, one that starts with `warning_`
        /// for an inquiry, or, after `lost`, one that starts with `appeal_`.
        pub status: Option<String>,
        /// In minor units.
        pub amount: Option<i64>,
        /// Three letters, lower case.
        pub currency: Option<String>,
        /// The disputed charge.
        pub charge: Option<String>,
        /// The disputed payment, `pi_…`.
        pub payment_intent: Option<String>,
        /// The customer's reason, such as `fraudulent` or `product_not_received`.
        pub reason: Option<String>,
        /// Until when the merchant can answer.
        pub evidence_details: Option<DisputeEvidenceDetails>,
        /// What it did to the merchant's balance so far: nothing, or what was taken with Stripe's fee for
        /// it, and then what was given back.
        pub balance_transactions: Vec<BalanceTransaction>,
        /// Whether a refund would still end it.
        pub is_charge_refundable: bool,
        /// Your own data.
        pub metadata: Metadata,
        /// Whether real money moves.
        pub livemode: bool,
        /// Unix seconds.
        pub created: Option<i64>,
    }
}

part! {
    /// How far the merchant's answer to a dispute is.
    pub struct DisputeEvidenceDetails {
        /// Until when evidence is taken, in unix seconds.
        pub due_by: Option<i64>,
        /// Whether there is any.
        pub has_evidence: bool,
        /// Whether it is too late.
        pub past_due: bool,
    }
}

params! {
    /// Reads a dispute from the merchant's account.
    ///
    /// `GET /v1/disputes/{id}`, <https://docs.stripe.com/api/disputes/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveDispute {
        path {
            /// `dp_…` or `du_…`
            pub id: String,
        }
    }
}

operation!(
    RetrieveDispute, "disputes.retrieve",
    Read: Get "/v1/disputes/{id}" (id: "dp_" | "du_") -> Dispute,
    [OnMerchant]
);

list_params! {
    /// Lists the merchant's disputes, the newest first.
    ///
    /// `GET /v1/disputes`, <https://docs.stripe.com/api/disputes/list>.
    pub struct ListDisputes {
        /// Only those of this charge.
        pub charge: Option<String>,
        /// Only those created in this time.
        pub created: Option<Created>,
        /// Only those of this payment, `pi_…`.
        pub payment_intent: Option<String>,
    }
}

operation!(
    ListDisputes, "disputes.list",
    Read: Get "/v1/disputes" -> Page<Dispute>,
    [OnMerchant, List],
    rule ListDisputes::check_page
);
