use crate::params::Metadata;
use crate::payments::payment_intent::STATUSES as PAYMENT_STATUSES;
use crate::schema::object;

object! {
    /// A Checkout Session as Stripe returned it: the fields that decide what happens to an order, and
    /// the whole JSON beside them.
    ///
    /// Values from Stripe are kept as they are, also ones that this version does not know. `Debug`
    /// leaves out the raw JSON, which holds personal data and a client secret.
    ///
    /// <https://docs.stripe.com/api/checkout/sessions/object>
    pub struct Session: "checkout.session" {
        /// `cs_…`
        pub id: String,
        /// Where to send the customer; only while the session is open.
        pub url: Option<String> as personal,
        /// `open`, `complete` or `expired`.
        pub status: Option<String> [open("open,complete,expired")],
        /// `paid`, `unpaid` or `no_payment_required`. `complete` and `unpaid` together mean that the
        /// money is on its way, or that it failed: the event's outcome tells which.
        pub payment_status: Option<String> [open("paid,unpaid,no_payment_required")],
        /// `payment`, `subscription` or `setup`.
        pub mode: Option<String> [open("payment,subscription,setup")],
        /// The total in minor units, after discounts, taxes and shipping.
        pub amount_total: Option<i64>,
        /// The total in minor units before discounts, taxes and shipping.
        pub amount_subtotal: Option<i64>,
        /// Three letters, lower case.
        pub currency: Option<String>,
        /// The order id that was given when the session was created.
        pub client_reference_id: Option<String>,
        /// `pi_…`; absent until the customer has confirmed, and where nothing is to be paid.
        pub payment_intent: Option<String>,
        /// How the payment intent stands, where the session was retrieved with `payment_intent` expanded:
        /// `processing`, `requires_payment_method`, `requires_capture`, `succeeded`, `canceled` or another.
        pub payment_intent_status: Option<String> [from(&["payment_intent.status"]), open(PAYMENT_STATUSES)],
        /// `sub_…`; in `subscription` mode, once the session is complete.
        pub subscription: Option<String>,
        /// `seti_…`; in `setup` mode.
        pub setup_intent: Option<String>,
        /// `in_…`; where the session made an invoice.
        pub invoice: Option<String>,
        /// `cus_…` on the merchant's account.
        pub customer: Option<String>,
        /// The address that the customer typed in, or the one given when the session was created.
        pub customer_email: Option<String> as personal [from(&["customer_details.email", "customer_email"])],
        /// Your own data.
        pub metadata: Metadata,
        /// Whether real money moves.
        pub livemode: bool,
        /// Unix seconds.
        pub created: Option<i64>,
        /// Unix seconds.
        pub expires_at: Option<i64>,
        /// Where the customer can start again after the session expired, if `after_expiration.recovery`
        /// was asked for: good for 30 days.
        pub recovery_url: Option<String> as personal [from(&["after_expiration.recovery.url"])],
        /// What the browser needs for a page of the merchant's own (`ui_mode` other than `hosted_page`).
        /// Do not log it.
        pub client_secret: Option<String> as secret,
    }
}
