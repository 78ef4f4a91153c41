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
#[derive(Clone, PartialEq, Eq, Deserialize)]
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
    #[serde(default, deserialize_with = "expandable")]
    pub payment_intent: Option<String>,
    /// `cus_…` on the merchant's account.
    #[serde(default, deserialize_with = "expandable")]
    pub customer: Option<String>,
    /// The address that the customer typed in, or the one given when the session was created.
    #[serde(skip)]
    pub customer_email: Option<String>,
    /// Your own data.
    #[serde(skip)]
    pub metadata: Metadata,
    /// Whether real money moves.
    #[serde(default)]
    pub livemode: bool,
    /// Unix seconds.
    pub created: Option<i64>,
    /// Unix seconds.
    pub expires_at: Option<i64>,
    /// The object as it came.
    #[serde(skip)]
    pub raw: String,
}

impl Session {
    /// Reads a session object; the error says what was expected.
    pub(crate) fn from_json(text: &str) -> Result<Self, &'static str> {
        const EXPECTED: &str = "a checkout.session object";
        #[derive(Deserialize)]
        struct Rest {
            object: String,
            #[serde(default)]
            customer_details: Option<Details>,
            #[serde(default)]
            customer_email: Option<String>,
            #[serde(default)]
            metadata: Option<std::collections::BTreeMap<String, String>>,
        }
        #[derive(Deserialize)]
        struct Details {
            #[serde(default)]
            email: Option<String>,
        }
        let rest: Rest = serde_json::from_str(text).map_err(|_| EXPECTED)?;
        if rest.object != "checkout.session" {
            return Err(EXPECTED);
        }
        let mut session: Session = serde_json::from_str(text).map_err(|_| EXPECTED)?;
        session.customer_email =
            rest.customer_details.and_then(|details| details.email).or(rest.customer_email);
        session.metadata = rest.metadata.unwrap_or_default().into_iter().collect();
        text.clone_into(&mut session.raw);
        Ok(session)
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

/// An id, or the object that stands in its place when it was expanded.
fn expandable<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Expandable {
        Id(String),
        Object { id: String },
    }
    let value = Option::<Expandable>::deserialize(deserializer)?;
    Ok(value.map(|value| match value {
        Expandable::Id(id) | Expandable::Object { id } => id,
    }))
}
