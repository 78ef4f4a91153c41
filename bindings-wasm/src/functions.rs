//! Functions without an object: fees, money, forms, merchants, and events for tests. See [`waist`].

use counterfoil::waist;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{integer, thrown};

/// Returns the fee on a payment, in minor units; `fee` is a JSON object.
#[wasm_bindgen]
pub fn fee_of(fee: &str, amount: f64, currency: &str) -> Result<f64, JsValue> {
    waist::fee_of(fee, integer(amount), currency).map(|fee| fee as f64).map_err(thrown)
}

/// Parses a decimal amount in major units and returns minor units.
#[wasm_bindgen]
pub fn parse_amount(amount: &str, currency: &str) -> Result<f64, JsValue> {
    waist::parse_amount(amount, currency).map(|minor| minor as f64).map_err(thrown)
}

/// Formats an amount for people: major units and currency code.
#[wasm_bindgen]
pub fn format_amount(minor: f64, currency: &str) -> Result<String, JsValue> {
    waist::format_amount(integer(minor), currency).map_err(thrown)
}

/// Encodes a JSON object as Stripe's form.
#[wasm_bindgen]
pub fn encode_form(json: &str) -> Result<String, JsValue> {
    waist::encode_form(json).map_err(thrown)
}

/// Returns the state of every payment method.
#[wasm_bindgen]
pub fn standings(parent: &str, child: Option<String>) -> Result<String, JsValue> {
    waist::standings(parent, child.as_deref()).map_err(thrown)
}

/// Returns the effect of a change of defaults.
#[wasm_bindgen]
pub fn review(parent: &str, merchants: &str, wanted: &str) -> Result<String, JsValue> {
    waist::review(parent, merchants, wanted).map_err(thrown)
}

/// Returns the calls of a review that are still to be made.
#[wasm_bindgen]
pub fn remaining_steps(review: &str, parent: &str, merchants: &str) -> Result<String, JsValue> {
    waist::remaining_steps(review, parent, merchants).map_err(thrown)
}

/// Returns what a merchant will offer.
#[wasm_bindgen]
pub fn offer(parent: &str, merchant: &str, purchase: &str) -> Result<String, JsValue> {
    waist::offer(parent, merchant, purchase).map_err(thrown)
}

/// Returns whether a merchant can accept direct charges; `needed` is a JSON array.
#[wasm_bindgen]
pub fn readiness(account: &str, needed: &str) -> Result<String, JsValue> {
    waist::readiness(account, needed).map_err(thrown)
}

/// Returns the next step of a merchant's onboarding, with or without an account; `options` is a record.
#[wasm_bindgen]
pub fn onboard(account: Option<String>, options: &str) -> Result<String, JsValue> {
    waist::onboard(account.as_deref(), options).map_err(thrown)
}

/// Returns whether to provide what the customer subscribed to, by the subscription's status.
#[wasm_bindgen]
#[must_use]
pub fn plan_status(status: &str) -> Option<String> {
    waist::plan_status(status)
}

/// Returns a payment's ledger.
#[wasm_bindgen]
pub fn ledger(facts: &str) -> Result<String, JsValue> {
    waist::ledger(facts).map_err(thrown)
}

/// Returns a payment's facts from Stripe's objects.
#[wasm_bindgen]
pub fn payment_facts(
    charge: &str,
    transaction: Option<String>,
    fee: Option<String>,
    fees_payer: &str,
) -> Result<String, JsValue> {
    waist::payment_facts(charge, transaction.as_deref(), fee.as_deref(), fees_payer).map_err(thrown)
}

/// Returns a dispute's facts from Stripe's object.
#[wasm_bindgen]
pub fn dispute_facts(dispute: &str) -> Result<String, JsValue> {
    waist::dispute_facts(dispute).map_err(thrown)
}

/// Returns the body of an event for users' own tests; `options` is a JSON object.
#[wasm_bindgen]
pub fn event_body(options: &str) -> Result<String, JsValue> {
    counterfoil::testing::event_from_json(options).map_err(thrown)
}

/// Signs a body as Stripe does, for tests.
#[wasm_bindgen]
#[must_use]
pub fn sign(body: &[u8], secret: &str, timestamp: f64) -> String {
    counterfoil::webhook::sign(body, secret, integer(timestamp))
}
