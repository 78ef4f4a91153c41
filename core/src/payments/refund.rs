use crate::error::Fault;
use crate::operation::{check_id, operation};
use crate::page::Page;
use crate::params::{Created, Metadata, check_positive};
use crate::schema::{At, Given, list_params, object, params, words};

object! {
    /// A refund to the customer.
    ///
    /// <https://docs.stripe.com/api/refunds/object>
    pub struct Refund: "refund" {
        /// `re_…`, or `pyr_…` for some payment methods.
        pub id: String,
        /// `pending`, `requires_action`, `succeeded`, `failed` or `canceled`. A pending refund can still
        /// fail: listen for `refund.updated` and `refund.failed`.
        pub status: Option<RefundStatus>,
        /// The amount, in minor units.
        pub amount: Option<i64>,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// The refunded charge.
        pub charge: Option<String>,
        /// The refunded payment, `pi_…`.
        pub payment_intent: Option<String>,
        /// `txn_…`, on the merchant's account.
        pub balance_transaction: Option<String>,
        /// `duplicate`, `fraudulent`, `requested_by_customer` or `expired_uncaptured_charge`.
        pub reason: Option<RefundReason>,
        /// Why it failed.
        pub failure_reason: Option<String>,
        /// Why it is pending: `charge_pending`, `insufficient_funds` or `processing`.
        pub pending_reason: Option<RefundPendingReason>,
        /// Your own metadata.
        pub metadata: Metadata,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

words! {
    /// What a refund waits for.
    pub enum RefundPendingReason {
        ChargePending = "charge_pending", InsufficientFunds = "insufficient_funds",
        Processing = "processing",
    }
}

words! {
    /// Why a payment was given back.
    pub enum RefundReason {
        Duplicate = "duplicate", Fraudulent = "fraudulent", RequestedByCustomer = "requested_by_customer",
        ExpiredUncapturedCharge = "expired_uncaptured_charge",
    }
}

words! {
    /// How far a refund is.
    pub enum RefundStatus {
        Pending = "pending", RequiresAction = "requires_action", Succeeded = "succeeded", Failed = "failed",
        Canceled = "canceled",
    }
}

params! {
    /// Refunds a payment in full or in part, from the merchant's balance.
    ///
    /// The platform keeps its fee unless `refund_application_fee` is set.
    ///
    /// `POST /v1/refunds`, <https://docs.stripe.com/api/refunds/create>.
    pub struct CreateRefund {
        /// The payment, `pi_…`; or `charge`.
        pub payment_intent: Option<String>,
        /// The charge, `ch_…` or `py_…`; or `payment_intent`.
        pub charge: Option<String>,
        /// The amount, in minor units; all that has not been refunded yet if absent.
        pub amount: Option<i64>,
        /// `duplicate`, `fraudulent` or `requested_by_customer`.
        pub reason: Option<String> [closed("duplicate,fraudulent,requested_by_customer")],
        /// Whether the platform's fee is refunded too: in full with a full refund, otherwise in proportion.
        /// `false` if absent.
        pub refund_application_fee: Option<bool>,
        /// The e-mail address for instructions, for payment methods that cannot be refunded directly.
        pub instructions_email: Option<String> as personal,
        /// Your own metadata, stored on the refund: at most 50 keys.
        pub metadata: Metadata,
    }
}

fn check_refund(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CreateRefund>;
    match (given.text(F::payment_intent), given.text(F::charge)) {
        (None, None) => {
            let text = "expected a `payment_intent` or a `charge`";
            faults.push(Fault::new("payment_intent", "missing_parameter", text));
        }
        (Some(_), Some(_)) => {
            let text = "expected `payment_intent` or `charge`, not both";
            faults.push(Fault::new("charge", "parameters_exclusive", text));
        }
        (Some(id), None) => check_id("payment_intent", id, &["pi_"], faults),
        (None, Some(id)) => check_id("charge", id, &["ch_", "py_"], faults),
    }
    check_positive(given.integer(F::amount), "amount", faults);
}

operation!(
    CreateRefund, "refunds.create",
    Write: Post "/v1/refunds" -> Refund,
    [OnMerchant],
    rule check_refund
);

params! {
    /// Retrieves a refund from the merchant's account.
    ///
    /// `GET /v1/refunds/{id}`, <https://docs.stripe.com/api/refunds/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveRefund {
        path {
            /// `re_…` or `pyr_…`
            pub id: String,
        }
    }
}

operation!(
    RetrieveRefund, "refunds.retrieve",
    Read: Get "/v1/refunds/{id}" (id: "re_" | "pyr_") -> Refund,
    [OnMerchant]
);

list_params! {
    /// Lists the merchant's refunds, newest first.
    ///
    /// `GET /v1/refunds`, <https://docs.stripe.com/api/refunds/list>.
    pub struct ListRefunds {
        /// Only those of this charge.
        pub charge: Option<String>,
        /// Only those created in this period.
        pub created: Option<Created>,
        /// Only those of this payment, `pi_…`.
        pub payment_intent: Option<String>,
    }
}

operation!(
    ListRefunds, "refunds.list",
    Read: Get "/v1/refunds" -> Page<Refund>,
    [OnMerchant, List],
    rule ListRefunds::check_page
);

params! {
    /// Updates the metadata of a refund; nothing else can be changed.
    ///
    /// `POST /v1/refunds/{id}`, <https://docs.stripe.com/api/refunds/update>.
    #[derive(Eq)]
    pub struct UpdateRefund {
        path {
            /// `re_…` or `pyr_…`
            pub id: String,
        }
        /// Your own metadata: at most 50 keys. A key with an empty value is removed.
        pub metadata: Metadata,
    }
}

operation!(
    UpdateRefund, "refunds.update",
    Write: Post "/v1/refunds/{id}" (id: "re_" | "pyr_") -> Refund,
    [OnMerchant]
);

params! {
    /// Cancels a refund that is waiting for the customer (`requires_action`).
    ///
    /// `POST /v1/refunds/{id}/cancel`, <https://docs.stripe.com/api/refunds/cancel>.
    #[derive(Eq)]
    pub struct CancelRefund {
        path {
            /// `re_…` or `pyr_…`
            pub id: String,
        }
    }
}

operation!(
    CancelRefund, "refunds.cancel",
    Write: Post "/v1/refunds/{id}/cancel" (id: "re_" | "pyr_") -> Refund,
    [OnMerchant]
);
