use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use crate::params::Metadata;

/// A Checkout Session as Stripe returned it: the fields that decide what happens to an order, and
/// the whole JSON beside them.
///
/// Values from Stripe are kept as they are, also ones that this version does not know. `Debug`
/// leaves out the raw JSON, which holds personal data and a client secret.
///
/// <https://docs.stripe.com/api/checkout/sessions/object>
#[derive(Clone, PartialEq, Eq)]
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
    /// Reads a session object; the error says what was expected.
    pub(crate) fn from_json(text: &str) -> Result<Self, &'static str> {
        const EXPECTED: &str = "a checkout.session object";
        let wire: Wire = serde_json::from_str(text).map_err(|_| EXPECTED)?;
        if wire.object != "checkout.session" {
            return Err(EXPECTED);
        }
        Ok(Session {
            id: wire.id,
            url: wire.url,
            status: wire.status,
            payment_status: wire.payment_status,
            mode: wire.mode,
            amount_total: wire.amount_total,
            currency: wire.currency,
            client_reference_id: wire.client_reference_id,
            payment_intent: wire.payment_intent.map(Expandable::into_id),
            customer: wire.customer.map(Expandable::into_id),
            customer_email: wire.customer_details.and_then(|details| details.email).or(wire.customer_email),
            metadata: wire.metadata.unwrap_or_default().into_iter().collect(),
            livemode: wire.livemode,
            created: wire.created,
            expires_at: wire.expires_at,
            raw: text.to_owned(),
        })
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

/// The part of Stripe's object that is read.
#[derive(Deserialize)]
struct Wire {
    id: String,
    object: String,
    url: Option<String>,
    status: Option<String>,
    payment_status: Option<String>,
    mode: Option<String>,
    amount_total: Option<i64>,
    currency: Option<String>,
    client_reference_id: Option<String>,
    payment_intent: Option<Expandable>,
    customer: Option<Expandable>,
    customer_details: Option<CustomerDetails>,
    customer_email: Option<String>,
    metadata: Option<BTreeMap<String, String>>,
    #[serde(default)]
    livemode: bool,
    created: Option<i64>,
    expires_at: Option<i64>,
}

#[derive(Deserialize)]
struct CustomerDetails {
    email: Option<String>,
}

/// An id, or the object that stands in its place when it was expanded.
#[derive(Deserialize)]
#[serde(untagged)]
enum Expandable {
    Id(String),
    Object { id: String },
}

impl Expandable {
    fn into_id(self) -> String {
        match self {
            Expandable::Id(id) | Expandable::Object { id } => id,
        }
    }
}
