use crate::checkout::Session;
use crate::error::Error;
use crate::form::Decimal;
use crate::ids::AccountId;
use crate::schema::{At, Given, data, parameters, record};

use super::outcome::{Outcome, OutcomeKind};

record! {
    /// An order as the platform recorded it when it created the session; what is absent is not
    /// compared.
    ///
    /// A genuine event can still be about another sale than the one you expect: two merchants may use the
    /// same reference, or someone may have created a session in the Dashboard. Compare what you know before
    /// you fulfill the order, and have every difference reviewed.
    #[derive(Eq)]
    pub struct Expected {
        /// The merchant's account.
        pub account: Option<String>,
        /// The session that was created for the order.
        pub session: Option<String>,
        /// The total in minor units, from the response to the creation. It stays the same in the session's
        /// own currency if the customer paid in another one. Promotion codes, taxes, shipping and quantities
        /// that the customer chooses change it, so leave it out with those.
        pub amount_total: Option<i64>,
        /// The session's currency, in any case.
        pub currency: Option<String>,
        /// Your order's id.
        pub client_reference_id: Option<String>,
        /// Whether real money should move.
        pub livemode: Option<bool>,
    }
}

data! {
    /// A difference between a session and what was recorded.
    #[derive(Clone, PartialEq, Eq, serde::Serialize)]
    pub struct Difference {
        /// Which field of [`Expected`] it is.
        pub field: String,
        /// What was recorded.
        pub expected: String,
        /// The value in Stripe's object, if it has one.
        pub found: Option<String>,
    }
}

impl Expected {
    /// Reads the record from a JSON object.
    ///
    /// Errors: `invalid_json`, `unknown_parameter`, `wrong_type`.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        parameters::from_json(Self::RECORD, text)
    }

    /// Returns all differences between the session and what was recorded, in the order of the fields;
    /// `account` is the event's, or the one that the session was read from.
    #[must_use]
    pub fn differences(&self, account: Option<&AccountId>, session: &Session) -> Vec<Difference> {
        self.differences_of(account, Given(session))
    }

    /// Does the same for a session by its description.
    pub(crate) fn differences_of(&self, account: Option<&AccountId>, session: Given<'_>) -> Vec<Difference> {
        type Found = At<Session>;
        let text = |value: &Option<String>| value.clone();
        let found = |field| session.text(field).map(str::to_owned);
        let amount = |value: Option<i64>| value.map(|value| Decimal::default().write(value).to_owned());
        let flag = |value: Option<bool>| value.map(|value| if value { "true" } else { "false" }.to_owned());
        let lower = |value: Option<&str>| value.map(str::to_ascii_lowercase);
        let pairs = [
            ("account", text(&self.account), account.map(|account| account.as_str().to_owned())),
            ("session", text(&self.session), found(Found::id)),
            ("amount_total", amount(self.amount_total), amount(session.integer(Found::amount_total))),
            ("currency", lower(self.currency.as_deref()), lower(session.text(Found::currency))),
            ("client_reference_id", text(&self.client_reference_id), found(Found::client_reference_id)),
            ("livemode", flag(self.livemode), flag(session.boolean(Found::livemode))),
        ];
        let differ = |(field, expected, found): (&str, Option<String>, Option<String>)| {
            let expected = expected?;
            let differs = found.as_ref() != Some(&expected);
            differs.then(|| Difference { field: field.to_owned(), expected, found })
        };
        pairs.into_iter().filter_map(differ).collect()
    }
}

impl Outcome {
    /// Returns all differences between the outcome's session and what was recorded; `account` is the event's
    /// ([`Event::account`](super::Event::account)).
    ///
    /// Error `no_session` if the outcome is about something else, or its session has to be fetched
    /// first.
    pub fn differences(
        &self,
        account: Option<&AccountId>,
        expected: &Expected,
    ) -> Result<Vec<Difference>, Error> {
        let session = self.session().ok_or_else(|| no_session(self.kind()))?;
        Ok(expected.differences(account, session))
    }
}

/// Returns the error for an outcome of this kind where one with a session is needed.
pub(crate) fn no_session(kind: OutcomeKind) -> Error {
    let text = format!("expected an outcome that carries a session, got `{kind}`");
    Error::fault("outcome", "no_session", text)
}
