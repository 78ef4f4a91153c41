use crate::checkout::CaptureMethod;
use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::{Created, Metadata, check_positive};
use crate::schema::{At, Dynamic, Given, Of, Shape, Slot, answers, list_params, object, params, part, words};

object! {
    /// A payment intent on the merchant's account: one payment, through all its attempts.
    ///
    /// <https://docs.stripe.com/api/payment_intents/object>
    pub struct PaymentIntent: "payment_intent" then take_older_charge {
        /// `pi_…`
        pub id: String,
        /// `requires_payment_method`, `requires_confirmation`, `requires_action`, `processing`,
        /// `requires_capture`, `succeeded` or `canceled`.
        pub status: Option<PaymentIntentStatus>,
        /// The amount to be paid, in minor units.
        pub amount: Option<i64>,
        /// The amount that can be captured now, in minor units.
        pub amount_capturable: Option<i64>,
        /// The amount received, in minor units.
        pub amount_received: Option<i64>,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// The platform's fee, in minor units.
        pub application_fee_amount: Option<i64>,
        /// `automatic`, `automatic_async` or `manual`.
        pub capture_method: Option<CaptureMethod>,
        /// `ch_…`, the latest charge.
        pub latest_charge: Option<String>,
        /// `cus_…` on the merchant's account.
        pub customer: Option<String>,
        /// `pm_…`
        pub payment_method: Option<String>,
        /// Why the last attempt failed.
        pub last_payment_error: Option<PaymentError>,
        /// Why it was canceled.
        pub cancellation_reason: Option<String>,
        /// A description for the merchant.
        pub description: Option<String> as personal,
        /// Your own metadata.
        pub metadata: Metadata,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

words! {
    /// The status of a payment intent.
    pub enum PaymentIntentStatus {
        RequiresPaymentMethod = "requires_payment_method", RequiresConfirmation = "requires_confirmation",
        RequiresAction = "requires_action", Processing = "processing", RequiresCapture = "requires_capture",
        Succeeded = "succeeded", Canceled = "canceled",
    }
}

/// Before 2022-11-15 its charges were in a list, newest first.
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
        /// The card issuer's reason.
        pub decline_code: Option<String>,
        /// Stripe's message.
        pub message: Option<String> as personal,
    }
}

params! {
    /// Retrieves a payment intent from the merchant's account; it does not exist on any other account.
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
    /// Lists the merchant's payment intents, newest first.
    ///
    /// `GET /v1/payment_intents`, <https://docs.stripe.com/api/payment_intents/list>.
    pub struct ListPaymentIntents {
        /// Only those created in this period.
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
    /// Captures an authorized payment, where the session was created with `capture_method: manual`. Its
    /// status is `requires_capture`.
    ///
    /// `POST /v1/payment_intents/{id}/capture`, <https://docs.stripe.com/api/payment_intents/capture>.
    pub struct CapturePaymentIntent {
        path {
            /// `pi_…`
            pub id: String,
        }
        /// The amount to capture, in minor units; the whole amount if absent. The rest is released.
        pub amount_to_capture: Option<i64>,
        /// The platform's fee, in minor units; at most the captured amount.
        pub application_fee_amount: Option<i64>,
        /// Whether the remaining amount is released at once; `true` if absent.
        pub final_capture: Option<bool>,
        /// Your own metadata, stored on the payment intent: at most 50 keys.
        pub metadata: Metadata,
        /// The text on the customer's bank statement, at most 22 characters; not for cards.
        pub statement_descriptor: Option<String> as personal [most(22)],
        /// The text on a card statement after the merchant's own prefix, at most 22 characters.
        pub statement_descriptor_suffix: Option<String> as personal [most(22)],
    }
}

fn check_capture(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CapturePaymentIntent>;
    let (amount, fee) = (given.integer(F::amount_to_capture), given.integer(F::application_fee_amount));
    check_positive(amount, "amount_to_capture", faults);
    check_positive(fee, "application_fee_amount", faults);
    if fee.zip(amount).is_some_and(|(fee, captured)| fee > captured) {
        let text = "expected at most the captured amount";
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
    /// Cancels a payment that has not succeeded, and releases an authorized amount. The payment intent of an
    /// open Checkout Session cannot be canceled: expire the session instead.
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
