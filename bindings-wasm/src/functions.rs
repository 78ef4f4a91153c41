//! What needs no object: fees, money, forms; and events for tests.

use counterfoil::money::{Amount, Currency};
use counterfoil::{Fee, form};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::errors::Thrown;
use crate::orders::integer;

/// The version of Stripe's API that is asked for by default.
#[wasm_bindgen]
#[must_use]
pub fn api_version() -> String {
    counterfoil::API_VERSION.to_owned()
}

/// The fee on a payment, in minor units; `fee` is a JSON object.
#[wasm_bindgen]
pub fn fee_of(fee: &str, amount: f64, currency: &str) -> Result<f64, JsValue> {
    let compute = || -> Result<f64, Thrown> {
        let total = Amount::new(integer(amount), currency.parse::<Currency>()?);
        Ok(Fee::from_json(fee)?.of(total)? as f64)
    };
    Ok(compute()?)
}

/// Minor units from a decimal amount in major units.
#[wasm_bindgen]
pub fn parse_amount(amount: &str, currency: &str) -> Result<f64, JsValue> {
    let parse = || -> Result<f64, Thrown> { Ok(Amount::parse(amount, currency.parse()?)?.minor() as f64) };
    Ok(parse()?)
}

/// Major units and code, for people.
#[wasm_bindgen]
pub fn format_amount(minor: f64, currency: &str) -> Result<String, JsValue> {
    let currency: Currency = currency.parse().map_err(Thrown::from)?;
    Ok(Amount::new(integer(minor), currency).to_string())
}

/// Stripe's form encoding of a JSON object.
#[wasm_bindgen]
pub fn encode_form(json: &str) -> Result<String, JsValue> {
    Ok(form::from_json(json).map_err(Thrown::from)?)
}

/// The body of an event for users' own tests; `options` is a JSON object.
#[wasm_bindgen]
pub fn event_body(options: &str) -> Result<String, JsValue> {
    Ok(counterfoil::testing::event_from_json(options).map_err(Thrown::from)?)
}

/// Signs a body as Stripe does, for tests.
#[wasm_bindgen]
#[must_use]
pub fn sign(body: &[u8], secret: &str, timestamp: f64) -> String {
    counterfoil::webhook::sign(body, secret, integer(timestamp))
}
