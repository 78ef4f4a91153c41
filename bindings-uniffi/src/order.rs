//! The small decisions about an order: its fee, its amounts, its state.

use counterfoil::Fee;
use counterfoil::checkout::CreateSession;
use counterfoil::money::Amount;
use counterfoil::{form, fulfillment};

use crate::error::NativeError;

/// An order's new state, and what to do on the way to it.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Step {
    /// The state to store.
    pub state: String,
    /// What to do, in the same transaction.
    pub action: String,
}

/// The order's next step, from its state and the kind of an event's outcome.
#[uniffi::export]
pub fn advance(state: String, outcome: String) -> Result<Step, NativeError> {
    let step = fulfillment::advance(state.parse()?, outcome.parse()?);
    Ok(Step { state: step.state.as_str().to_owned(), action: step.action.as_str().to_owned() })
}

/// The fee on a payment of `amount` minor units.
#[uniffi::export]
pub fn fee_compute(fee: Fee, amount: i64, currency: String) -> Result<i64, NativeError> {
    Ok(fee.of(Amount::new(amount, currency.parse()?))?)
}

/// Minor units from a decimal string in major units.
#[uniffi::export]
pub fn money_parse(amount: String, currency: String) -> Result<i64, NativeError> {
    Ok(Amount::parse(&amount, currency.parse()?)?.minor())
}

/// Major units and the code: `20.00 EUR`.
#[uniffi::export]
pub fn money_format(minor: i64, currency: String) -> Result<String, NativeError> {
    Ok(Amount::new(minor, currency.parse()?).to_string())
}

/// Reads a record from a JSON object with Stripe's parameter names, all faults at once.
#[uniffi::export]
pub fn create_session_from_json(text: String) -> Result<CreateSession, NativeError> {
    Ok(CreateSession::from_json(&text)?)
}

/// Reads a fee from a JSON object.
#[uniffi::export]
pub fn fee_from_json(text: String) -> Result<Fee, NativeError> {
    Ok(Fee::from_json(&text)?)
}

/// Encodes a JSON object as Stripe's form, its keys in the order in which they stand.
#[uniffi::export]
pub fn form_encode(object: String) -> Result<String, NativeError> {
    Ok(form::from_json(&object)?)
}
