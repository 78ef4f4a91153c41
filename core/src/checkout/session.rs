use crate::answer::{FromAnswer, FromObject, nested, read_object, replay, string_in};
use crate::json::{Invalid, Reader};
use crate::params::Metadata;
use crate::redacted::redacted;

redacted! {
    /// A Checkout Session as Stripe returned it: the fields that decide what happens to an order, and
    /// the whole JSON beside them.
    ///
    /// Values from Stripe are kept as they are, also ones that this version does not know. `Debug`
    /// leaves out the raw JSON, which holds personal data and a client secret.
    ///
    /// <https://docs.stripe.com/api/checkout/sessions/object>
    #[derive(Clone, Default, Eq, serde::Serialize)]
    #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
    pub struct Session {
        /// `cs_…`
        pub id: String,
        /// Where to send the customer; only while the session is open.
        pub url: Option<String> as personal,
        /// `open`, `complete` or `expired`.
        pub status: Option<String>,
        /// `paid`, `unpaid` or `no_payment_required`. `complete` and `unpaid` together mean that the
        /// money is on its way, or that it failed: the event's outcome tells which.
        pub payment_status: Option<String>,
        /// `payment`, `subscription` or `setup`.
        pub mode: Option<String>,
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
        pub payment_intent_status: Option<String>,
        /// `sub_…`; in `subscription` mode, once the session is complete.
        pub subscription: Option<String>,
        /// `seti_…`; in `setup` mode.
        pub setup_intent: Option<String>,
        /// `in_…`; where the session made an invoice.
        pub invoice: Option<String>,
        /// `cus_…` on the merchant's account.
        pub customer: Option<String>,
        /// The address that the customer typed in, or the one given when the session was created.
        pub customer_email: Option<String> as personal,
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
        pub recovery_url: Option<String> as personal,
        /// What the browser needs for a page of the merchant's own (`ui_mode` other than `hosted_page`).
        /// Do not log it.
        pub client_secret: Option<String> as secret,
        /// The object as it came.
        #[serde(skip)]
        pub raw: String as secret,
        /// Whether this is Stripe's stored answer to an earlier request with the same idempotency key, so
        /// that nothing was done this time. `false` for what came in an event or inside of another object;
        /// `==` does not look at it.
        #[serde(skip)]
        #[cfg_attr(feature = "uniffi", uniffi(default))]
        pub replayed: bool,
    }
}

replay!(Session {
    id,
    url,
    status,
    payment_status,
    mode,
    amount_total,
    amount_subtotal,
    currency,
    client_reference_id,
    payment_intent,
    payment_intent_status,
    subscription,
    setup_intent,
    invoice,
    customer,
    customer_email,
    metadata,
    livemode,
    created,
    expires_at,
    recovery_url,
    client_secret,
});

impl FromObject for Session {
    const OBJECT: &'static str = "checkout.session";

    fn members(value: &mut Reader<'_>) -> Result<Option<(Self, String)>, Invalid> {
        let mut session = Session::default();
        let mut object = String::new();
        let mut given_email = None;
        let start = value.here();
        let found = value.object(|value, key| {
            match key {
                "id" => session.id = FromAnswer::read(value)?,
                "object" => object = FromAnswer::read(value)?,
                "url" => session.url = FromAnswer::read(value)?,
                "status" => session.status = FromAnswer::read(value)?,
                "payment_status" => session.payment_status = FromAnswer::read(value)?,
                "mode" => session.mode = FromAnswer::read(value)?,
                "amount_total" => session.amount_total = FromAnswer::read(value)?,
                "amount_subtotal" => session.amount_subtotal = FromAnswer::read(value)?,
                "currency" => session.currency = FromAnswer::read(value)?,
                "client_reference_id" => session.client_reference_id = FromAnswer::read(value)?,
                "payment_intent" => session.take_payment_intent(value)?,
                "subscription" => session.subscription = FromAnswer::read(value)?,
                "setup_intent" => session.setup_intent = FromAnswer::read(value)?,
                "invoice" => session.invoice = FromAnswer::read(value)?,
                "customer" => session.customer = FromAnswer::read(value)?,
                "customer_details" => session.customer_email = string_in(value, &["email"])?,
                "customer_email" => given_email = FromAnswer::read(value)?,
                "metadata" => session.metadata = FromAnswer::read(value)?,
                "livemode" => session.livemode = FromAnswer::read(value)?,
                "created" => session.created = FromAnswer::read(value)?,
                "expires_at" => session.expires_at = FromAnswer::read(value)?,
                "after_expiration" => session.recovery_url = string_in(value, &["recovery", "url"])?,
                "client_secret" => session.client_secret = FromAnswer::read(value)?,
                _ => {
                    value.skip()?;
                }
            }
            Ok(())
        })?;
        session.customer_email = session.customer_email.or(given_email);
        session.raw = value.since(start).to_owned();
        Ok(found.then_some((session, object)))
    }

    fn own_id(&self) -> &str {
        &self.id
    }

    fn from_json(text: &str) -> Result<Self, &'static str> {
        read_object(text).ok_or("a checkout.session object")
    }
}

impl FromAnswer for Option<Session> {
    fn read(value: &mut Reader<'_>) -> Result<Self, Invalid> {
        nested(value)
    }
}

impl Session {
    /// The id, and of an expanded payment intent the status too.
    fn take_payment_intent(&mut self, value: &mut Reader<'_>) -> Result<(), Invalid> {
        if !value.is_object() {
            self.payment_intent = FromAnswer::read(value)?;
            return Ok(());
        }
        value.object(|value, key| {
            match key {
                "id" => self.payment_intent = FromAnswer::read(value)?,
                "status" => self.payment_intent_status = FromAnswer::read(value)?,
                _ => {
                    value.skip()?;
                }
            }
            Ok(())
        })?;
        Ok(())
    }
}
