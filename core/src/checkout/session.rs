use std::borrow::Cow;
use std::fmt;

use crate::params::Metadata;
use crate::scan::{Invalid, Scanner};

/// A Checkout Session as Stripe returned it: the fields that decide what happens to an order, and
/// the whole JSON beside them.
///
/// Values from Stripe are kept as they are, also ones that this version does not know. `Debug`
/// leaves out the raw JSON, which holds personal data and a client secret.
///
/// <https://docs.stripe.com/api/checkout/sessions/object>
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Session {
    /// `cs_…`
    pub id: String,
    /// Where to send the customer; only while the session is open.
    pub url: Option<String>,
    /// `open`, `complete` or `expired`.
    pub status: Option<String>,
    /// `paid`, `unpaid` or `no_payment_required`. `complete` and `unpaid` together mean that the
    /// money is on its way, or that it failed: the event's outcome tells which.
    pub payment_status: Option<String>,
    /// `payment`, `subscription` or `setup`.
    pub mode: Option<String>,
    /// The total in minor units, after discounts, taxes and shipping.
    pub amount_total: Option<i64>,
    /// Three letters, lower case.
    pub currency: Option<String>,
    /// The order id that was given when the session was created.
    pub client_reference_id: Option<String>,
    /// `pi_…`; absent until the customer has confirmed, and where nothing is to be paid.
    pub payment_intent: Option<String>,
    /// `cus_…` on the merchant's account.
    pub customer: Option<String>,
    /// The address that the customer typed in, or the one given when the session was created.
    pub customer_email: Option<String>,
    /// Your own data.
    pub metadata: Metadata,
    /// Whether real money moves.
    pub livemode: bool,
    /// Unix seconds.
    pub created: Option<i64>,
    /// Unix seconds.
    pub expires_at: Option<i64>,
    /// The object as it came.
    pub raw: String,
}

impl Session {
    /// Reads a session object in one pass; the error says what was expected.
    pub(crate) fn from_json(text: &str) -> Result<Self, &'static str> {
        const EXPECTED: &str = "a checkout.session object";
        let mut session = Session { raw: text.to_owned(), ..Session::default() };
        let mut object = None;
        let mut given_email = None;
        let mut scanner = Scanner::new(text);
        let read = scanner.object(|value, key| {
            match key {
                "id" => session.id = owned(value)?.unwrap_or_default(),
                "object" => object = value.string()?,
                "url" => session.url = owned(value)?,
                "status" => session.status = owned(value)?,
                "payment_status" => session.payment_status = owned(value)?,
                "mode" => session.mode = owned(value)?,
                "amount_total" => session.amount_total = value.integer()?,
                "currency" => session.currency = owned(value)?,
                "client_reference_id" => session.client_reference_id = owned(value)?,
                "payment_intent" => session.payment_intent = expandable(value)?,
                "customer" => session.customer = expandable(value)?,
                "customer_details" => session.customer_email = string_in(value, "email")?,
                "customer_email" => given_email = owned(value)?,
                "metadata" => session.metadata = metadata(value)?,
                "livemode" => session.livemode = value.boolean()?.unwrap_or_default(),
                "created" => session.created = value.integer()?,
                "expires_at" => session.expires_at = value.integer()?,
                _ => {
                    value.skip()?;
                }
            }
            Ok(())
        });
        session.customer_email = session.customer_email.or(given_email);
        let is_session = read == Ok(true) && object.as_deref() == Some("checkout.session");
        if is_session && !session.id.is_empty() && scanner.end().is_ok() {
            Ok(session)
        } else {
            Err(EXPECTED)
        }
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("id", &self.id)
            .field("status", &self.status)
            .field("payment_status", &self.payment_status)
            .field("mode", &self.mode)
            .field("amount_total", &self.amount_total)
            .field("currency", &self.currency)
            .field("client_reference_id", &self.client_reference_id)
            .field("payment_intent", &self.payment_intent)
            .field("livemode", &self.livemode)
            .finish_non_exhaustive()
    }
}

fn owned(value: &mut Scanner<'_>) -> Result<Option<String>, Invalid> {
    Ok(value.string()?.map(Cow::into_owned))
}

/// An id, or that of the object which stands in its place when it was expanded.
fn expandable(value: &mut Scanner<'_>) -> Result<Option<String>, Invalid> {
    if value.is_object() { string_in(value, "id") } else { owned(value) }
}

/// One string out of an object.
fn string_in(value: &mut Scanner<'_>, wanted: &str) -> Result<Option<String>, Invalid> {
    let mut found = None;
    value.object(|value, key| {
        if key == wanted {
            found = owned(value)?;
        } else {
            value.skip()?;
        }
        Ok(())
    })?;
    Ok(found)
}

fn metadata(value: &mut Scanner<'_>) -> Result<Metadata, Invalid> {
    let mut metadata = Metadata::default();
    value.object(|value, key| {
        if let Some(text) = owned(value)? {
            metadata.insert(key, text);
        }
        Ok(())
    })?;
    Ok(metadata)
}
