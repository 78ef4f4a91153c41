//! Decisions about an order, and small functions for money.

use super::delivery::{answered, described, listed};
use super::failed::Failed;
use super::object::{Object, array, quoted};
use crate::call::{self, read_object};
use crate::checkout::Session;
use crate::fee::Fee;
use crate::form;
use crate::fulfillment::{self, State};
use crate::ids::AccountId;
use crate::money::{Amount, Currency};
use crate::payments::RetrievePaymentIntent;
use crate::schema::{FromSlot, Given, Slot, write_json};
use crate::webhook::{self, Expected, IgnoredReason, Meaning, Outcome, OutcomeKind, no_session};

/// Returns the order's next step: `{"state","action"}`.
///
/// Errors: `invalid_state`, `invalid_outcome`.
pub fn advance(state: &str, outcome: &str) -> Result<String, Failed> {
    let step = fulfillment::advance(state.parse()?, outcome.parse()?);
    Ok(Object::new().text("state", step.state.as_str()).text("action", step.action.as_str()).end())
}

/// Returns the names that events refer to by number: `{"outcomes":[…],"ignored_reasons":[…]}`.
pub fn names() -> Result<String, Failed> {
    let outcomes = array(OutcomeKind::ALL.iter().map(|kind| quoted(kind.as_str())));
    let reasons = array(IgnoredReason::ALL.iter().map(|reason| quoted(reason.as_str())));
    Ok(Object::new().json("outcomes", &outcomes).json("ignored_reasons", &reasons).end())
}

/// Returns the whole table of [`fulfillment::advance`]: `[[state, outcome, next state, action],…]`.
pub fn steps() -> Result<String, Failed> {
    let pairs = State::ALL.iter().flat_map(|state| OutcomeKind::ALL.iter().map(move |kind| (*state, *kind)));
    let rows = pairs.map(|(state, outcome)| {
        let step = fulfillment::advance(state, outcome);
        let words = [state.as_str(), outcome.as_str(), step.state.as_str(), step.action.as_str()];
        array(words.map(quoted))
    });
    Ok(array(rows))
}

/// Returns the outcome of a session that was read without an event, in the form of
/// [`outcome_of`](super::outcome_of); objects are JSON text.
///
/// Errors: those of [`webhook::reconcile`], and of [`call::read`](crate::call::read) for other objects.
pub fn reconcile(session: &str, payment_intent: Option<&str>) -> Result<String, Failed> {
    let payment =
        payment_intent.map(|payment| call::read::<RetrievePaymentIntent>(&answered(payment))).transpose()?;
    let read = read_object(Session::RECORD, session)?;
    let outcome = webhook::reconcile(Session::from_slot(Slot::Record(read.clone())), payment.as_ref())?;
    Ok(described(&match outcome {
        Outcome::Fetch(fetch) => Meaning::fetch(fetch),
        Outcome::Ignored(reason) => Meaning::ignored(reason),
        other => Meaning::with(other.kind(), read, None),
    }))
}

/// Returns what an outcome with this session is about.
///
/// Errors: those of [`call::read`](crate::call::read).
pub fn subject(session: &str) -> Result<String, Failed> {
    let meaning = Meaning::with(OutcomeKind::StillOpen, read_object(Session::RECORD, session)?, None);
    let mut out = String::new();
    if let Some(subject) = meaning.subject {
        write_json(&mut out, subject.record, &subject);
    }
    Ok(out)
}

/// Checks the record of an order.
///
/// Errors: those of [`Expected::from_json`].
pub fn check_expected(expected: &str) -> Result<(), Failed> {
    Expected::from_json(expected)?;
    Ok(())
}

/// Returns every difference between a session and what was recorded: `[{"field","expected","found"}]`.
/// `account` is the one that the session was read from. Without a session, returns the error for an outcome
/// that has none.
///
/// Errors: those of [`Expected::from_json`], `invalid_account_id`, `no_session`.
pub fn differences(expected: &str, account: Option<&str>, session: Option<&str>) -> Result<String, Failed> {
    let expected = Expected::from_json(expected)?;
    let account = account.map(str::parse::<AccountId>).transpose()?;
    let Some(session) = session else { return Err(no_session(OutcomeKind::Ignored).into()) };
    let session = read_object(Session::RECORD, session)?;
    Ok(listed(expected.differences_of(account.as_ref(), Given(&session))))
}

/// Checks a fee.
///
/// Errors: those of [`Fee::from_json`].
pub fn check_fee(fee: &str) -> Result<(), Failed> {
    Fee::from_json(fee)?;
    Ok(())
}

/// Returns the fee on a payment, in minor units; `fee` is a JSON object.
///
/// Errors: those of [`Fee::from_json`] and [`Fee::of`], and `invalid_currency`.
pub fn fee_of(fee: &str, amount: i64, currency: &str) -> Result<i64, Failed> {
    let total = Amount::new(amount, currency.parse::<Currency>()?);
    Ok(Fee::from_json(fee)?.of(total)?)
}

/// Parses a decimal amount in major units and returns minor units.
///
/// Errors: those of [`Amount::parse`], and `invalid_currency`.
pub fn parse_amount(amount: &str, currency: &str) -> Result<i64, Failed> {
    Ok(Amount::parse(amount, currency.parse()?)?.minor())
}

/// Formats an amount for people: major units and currency code.
///
/// Error `invalid_currency`.
pub fn format_amount(minor: i64, currency: &str) -> Result<String, Failed> {
    Ok(Amount::new(minor, currency.parse()?).to_string())
}

/// Encodes a JSON object as Stripe's form.
///
/// Errors: those of [`form::from_json`].
pub fn encode_form(object: &str) -> Result<String, Failed> {
    Ok(form::from_json(object)?)
}
