use crate::operation::operation;
use crate::page::Page;
use crate::params::{Created, Metadata};
use crate::schema::{list_params, object, params, part};

use super::BalanceTransaction;

object! {
    /// A dispute: the customer's bank reverses a payment, or inquires about it. It debits the merchant's
    /// balance.
    ///
    /// <https://docs.stripe.com/api/disputes/object>
    pub struct Dispute: "dispute" {
        /// `dp_…` or `du_…`
        pub id: String,
        /// `needs_response`, `under_review`, `won`, `lost`, `prevented`, one that starts with `warning_`
        /// for an inquiry, or, after `lost`, one that starts with `appeal_`.
        pub status: Option<String>,
        /// The amount, in minor units.
        pub amount: Option<i64>,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// The disputed charge.
        pub charge: Option<String>,
        /// The disputed payment, `pi_…`.
        pub payment_intent: Option<String>,
        /// The customer's reason, such as `fraudulent` or `product_not_received`.
        pub reason: Option<String>,
        /// The deadline for the merchant's evidence.
        pub evidence_details: Option<DisputeEvidenceDetails>,
        /// Its effect on the merchant's balance so far: none, or a withdrawal with Stripe's dispute fee, and
        /// a later return if there was one.
        pub balance_transactions: Vec<BalanceTransaction>,
        /// Whether a refund is still possible, which would end the dispute.
        pub is_charge_refundable: bool,
        /// Your own metadata.
        pub metadata: Metadata,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

part! {
    /// The state of the merchant's evidence for a dispute.
    pub struct DisputeEvidenceDetails {
        /// The deadline for evidence, in unix seconds.
        pub due_by: Option<i64>,
        /// Whether evidence was submitted.
        pub has_evidence: bool,
        /// Whether the deadline has passed.
        pub past_due: bool,
    }
}

params! {
    /// Retrieves a dispute from the merchant's account.
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
    /// Lists the merchant's disputes, newest first.
    ///
    /// `GET /v1/disputes`, <https://docs.stripe.com/api/disputes/list>.
    pub struct ListDisputes {
        /// Only those of this charge.
        pub charge: Option<String>,
        /// Only those created in this period.
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
