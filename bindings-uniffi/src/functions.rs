//! What needs no object: records from JSON, fees, money, forms, the order's next step.

use counterfoil::fulfillment;
use counterfoil::money::{Amount, Currency};
use counterfoil::{Fee, IdempotencyKey, form};

use crate::errors::NativeError;

/// The version of the library.
#[uniffi::export]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The version of Stripe's API that is asked for by default.
#[uniffi::export]
pub fn api_version() -> String {
    counterfoil::API_VERSION.to_owned()
}

/// The idempotency key of one purpose for what a merchant's reference names.
#[uniffi::export]
pub fn idempotency_key(account: &str, reference: &str, purpose: &str) -> Result<String, NativeError> {
    Ok(IdempotencyKey::of(&account.parse()?, reference, purpose).as_str().to_owned())
}

/// Reads a fee from a JSON object.
#[uniffi::export]
pub fn fee_from_json(json: &str) -> Result<Fee, NativeError> {
    Ok(Fee::from_json(json)?)
}

/// The fee on a payment, in minor units.
#[uniffi::export]
pub fn fee_of(fee: Fee, amount: i64, currency: &str) -> Result<i64, NativeError> {
    Ok(fee.of(Amount::new(amount, currency.parse::<Currency>()?))?)
}

/// Minor units from a decimal amount in major units.
#[uniffi::export]
pub fn parse_amount(amount: &str, currency: &str) -> Result<i64, NativeError> {
    Ok(Amount::parse(amount, currency.parse()?)?.minor())
}

/// Major units and code, for people.
#[uniffi::export]
pub fn format_amount(minor: i64, currency: &str) -> Result<String, NativeError> {
    Ok(Amount::new(minor, currency.parse()?).to_string())
}

/// Stripe's form encoding of a JSON object.
#[uniffi::export]
pub fn encode_form(json: &str) -> Result<String, NativeError> {
    Ok(form::from_json(json)?)
}

/// The order's next step.
#[uniffi::export]
pub fn advance(state: &str, outcome: &str) -> Result<NextStep, NativeError> {
    let step = fulfillment::advance(state.parse()?, outcome.parse()?);
    Ok(NextStep { state: step.state.as_str().to_owned(), action: step.action.as_str().to_owned() })
}

/// A new state and what to do on the way to it.
#[derive(uniffi::Record)]
pub struct NextStep {
    /// The state to store.
    pub state: String,
    /// What to do.
    pub action: String,
}
