use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::{Created, Metadata, check_positive};
use crate::schema::{At, Dynamic, Given, Of, Shape, Slot, answers, list_params, object, params, part};

/// The statuses of a payment intent that Stripe documents.
pub(crate) const STATUSES: &str = "requires_payment_method,requires_confirmation,requires_action,processing,requires_capture,succeeded,canceled";

object! {
    /// A payment intent on the merchant's account: one payment, through all of its attempts.
    ///
    /// <https://docs.stripe.com/api/payment_intents/object>
    pub struct PaymentIntent: "payment_intent" then take_older_charge {
        /// `pi_…`
        pub id: String,
        /// `requires_payment_method`, `requires_confirmation`, `requires_action`, `processing`,
        /// `requires_capture`, `succeeded` or `canceled`.
        pub status: Option<String> [open(STATUSES)],
        /// What the customer is to pay, in minor units.
        pub amount: Option<i64>,
        /// What can be captured now, in minor units.
        pub amount_capturable: Option<i64>,
        /// What was received, in minor units.
        pub amount_received: Option<i64>,
        /// Three letters, lower case.
        pub currency: Option<String>,
        /// What the platform keeps, in minor units.
        pub application_fee_amount: Option<i64>,
        /// `automatic`, `automatic_async` or `manual`.
        pub capture_method: Option<String> [open("automatic,automatic_async,manual")],
        /// `ch_…`; the charge of the last attempt.
        pub latest_charge: Option<String>,
        /// `cus_…` on the merchant's account.
        pub customer: Option<String>,
        /// `pm_…`
        pub payment_method: Option<String>,
        /// Why the last attempt failed.
        pub last_payment_error: Option<PaymentError>,
        /// Why it was canceled.
        pub cancellation_reason: Option<String>,
        /// A text for the merchant.
        pub description: Option<String> as personal,
        /// Your own data.
        pub metadata: Metadata,
        /// Whether real money moves.
        pub livemode: bool,
        /// Unix seconds.
        pub created: Option<i64>,
    }
}

/// Before 2022-11-15 all its charges were in a list, the newest first.
fn take_older_charge(intent: &mut Dynamic<'_>) {
    type F = At<PaymentIntent>;
    if matches!(intent.slots.get(F::latest_charge), Some(Slot::Absent)) {
        let texts = Shape { list: true, ..Shape::of(Of::Text) };
        if let Some(Slot::List(charges)) = answers::at(intent.raw, &["charges"], texts) {
            intent.set(F::latest_charge, charges.into_iter().next().unwrap_or_default());
        }
    }
}

part! {
    /// Why an attempt to pay failed.
    pub struct PaymentError {
        /// Stripe's `code`, such as `card_declined`.
        pub code: Option<String>,
        /// The issuer's reason.
        pub decline_code: Option<String>,
        /// Stripe's text.
        pub message: Option<String> as personal,
    }
}

params! {
    /// Reads a payment intent from the merchant's account; on any other account it does not exist.
    ///
    /// `GET /v1/payment_intents/{id}`, <https://docs.stripe.com/api/payment_intents/retrieve>.
    #[derive(Eq)]
    pub struct RetrievePaymentIntent {
        path {
            /// `pi_…`
            pub id: String,
        }
    }
}

operation!(
    RetrievePaymentIntent, "payment_intents.retrieve",
    Read: Get "/v1/payment_intents/{id}" (id: "pi_") -> PaymentIntent,
    [OnMerchant]
);

list_params! {
    /// Lists the merchant's payment intents, the newest first.
    ///
    /// `GET /v1/payment_intents`, <https://docs.stripe.com/api/payment_intents/list>.
    pub struct ListPaymentIntents {
        /// Only those created in this time.
        pub created: Option<Created>,
        /// Only those of this Customer, `cus_…`.
        pub customer: Option<String>,
    }
}

operation!(
    ListPaymentIntents, "payment_intents.list",
    Read: Get "/v1/payment_intents" -> Page<PaymentIntent>,
    [OnMerchant, List],
    rule ListPaymentIntents::check_page
);

params! {
    /// Takes the money that the customer's bank has set aside, where the session was created with
    /// `capture_method: manual`: the status is `requires_capture`.
    ///
    /// `POST /v1/payment_intents/{id}/capture`, <https://docs.stripe.com/api/payment_intents/capture>.
    pub struct CapturePaymentIntent {
        path {
            /// `pi_…`
            pub id: String,
        }
        /// How much, in minor units; all of it if absent. What is not captured goes back.
        pub amount_to_capture: Option<i64>,
        /// What the platform keeps, in minor units; at most what is captured.
        pub application_fee_amount: Option<i64>,
        /// Whether what is left goes back at once; `true` if absent.
        pub final_capture: Option<bool>,
        /// Your own data, kept on the payment intent: at most 50 keys.
        pub metadata: Metadata,
        /// What the customer's bank statement says, at most 22 characters; not for cards.
        pub statement_descriptor: Option<String> as personal [most(22)],
        /// What a card's statement says after the merchant's own prefix, at most 22 characters.
        pub statement_descriptor_suffix: Option<String> as personal [most(22)],
    }
}

fn check_capture(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CapturePaymentIntent>;
    let (amount, fee) = (given.integer(F::amount_to_capture), given.integer(F::application_fee_amount));
    check_positive(amount, "amount_to_capture", faults);
    check_positive(fee, "application_fee_amount", faults);
    if fee.zip(amount).is_some_and(|(fee, captured)| fee > captured) {
        let text = "expected at most what is captured";
        faults.push(Fault::new("application_fee_amount", "fee_not_below_total", text));
    }
}

operation!(
    CapturePaymentIntent, "payment_intents.capture",
    Write: Post "/v1/payment_intents/{id}/capture" (id: "pi_") -> PaymentIntent,
    [OnMerchant],
    rule check_capture
);

params! {
    /// Gives a payment up that has not succeeded, and releases what the bank has set aside. The payment
    /// intent of an open Checkout Session cannot be canceled: expire the session instead.
    ///
    /// `POST /v1/payment_intents/{id}/cancel`, <https://docs.stripe.com/api/payment_intents/cancel>.
    #[derive(Eq)]
    pub struct CancelPaymentIntent {
        path {
            /// `pi_…`
            pub id: String,
        }
        /// `abandoned`, `duplicate`, `fraudulent` or `requested_by_customer`.
        pub cancellation_reason: Option<String>
            [closed("abandoned,duplicate,fraudulent,requested_by_customer")],
    }
}

operation!(
    CancelPaymentIntent, "payment_intents.cancel",
    Write: Post "/v1/payment_intents/{id}/cancel" (id: "pi_") -> PaymentIntent,
    [OnMerchant]
);
