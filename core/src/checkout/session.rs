use crate::params::Metadata;
use crate::payments::PaymentIntentStatus;
use crate::schema::{object, words};

object! {
    /// A Checkout Session as Stripe returned it: the fields that decide what happens to an order, and the
    /// whole JSON alongside.
    ///
    /// Values from Stripe are kept as they are, including ones that this version does not know. `Debug`
    /// leaves out the raw JSON, which contains personal data and a client secret.
    ///
    /// <https://docs.stripe.com/api/checkout/sessions/object>
    pub struct Session: "checkout.session" {
        /// `cs_…`
        pub id: String,
        /// The URL to redirect the customer to; only while the session is open.
        pub url: Option<String> as personal,
        /// `open`, `complete` or `expired`.
        pub status: Option<SessionStatus>,
        /// `paid`, `unpaid` or `no_payment_required`. A session that is `complete` and `unpaid` has a payment
        /// that is still processing or has failed: the event's outcome says which.
        pub payment_status: Option<PaymentStatus>,
        /// `payment`, `subscription` or `setup`.
        pub mode: Option<SessionMode>,
        /// The total in minor units, after discounts, taxes and shipping.
        pub amount_total: Option<i64>,
        /// The total in minor units before discounts, taxes and shipping.
        pub amount_subtotal: Option<i64>,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// The order id that was given when the session was created.
        pub client_reference_id: Option<String>,
        /// `pi_…`; absent until the customer has confirmed, and if nothing is due.
        pub payment_intent: Option<String>,
        /// The status of the payment intent, if the session was retrieved with `payment_intent` expanded:
        /// `processing`, `requires_payment_method`, `requires_capture`, `succeeded`, `canceled` or another.
        pub payment_intent_status: Option<PaymentIntentStatus> [from(&["payment_intent.status"])],
        /// `sub_…`; in `subscription` mode, once the session is complete.
        pub subscription: Option<String>,
        /// `seti_…`; in `setup` mode.
        pub setup_intent: Option<String>,
        /// `in_…`; if the session created an invoice.
        pub invoice: Option<String>,
        /// `cus_…` on the merchant's account.
        pub customer: Option<String>,
        /// The e-mail address that the customer entered, or the one given when the session was created.
        pub customer_email: Option<String> as personal [from(&["customer_details.email", "customer_email"])],
        /// Your own metadata.
        pub metadata: Metadata,
        /// Whether the session is in live mode.
        pub livemode: bool,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
        /// When it expires, in unix seconds.
        pub expires_at: Option<i64>,
        /// Where the customer can start over after the session has expired, if `after_expiration.recovery`
        /// was requested: valid for 30 days.
        pub recovery_url: Option<String> as personal [from(&["after_expiration.recovery.url"])],
        /// The secret that the browser needs for a page of the merchant's own (`ui_mode` other than
        /// `hosted_page`). Do not log it.
        pub client_secret: Option<String> as secret,
    }
}

words! {
    /// What a session is for.
    pub enum SessionMode { Payment = "payment", Subscription = "subscription", Setup = "setup" }
}

words! {
    /// Whether a session is paid.
    pub enum PaymentStatus { Paid = "paid", Unpaid = "unpaid", NoPaymentRequired = "no_payment_required" }
}

words! {
    /// How far a session is.
    pub enum SessionStatus { Open = "open", Complete = "complete", Expired = "expired" }
}
