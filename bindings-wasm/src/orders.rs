//! What outcomes mean for an order; objects are JSON text. See [`waist`].

use counterfoil::waist;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::thrown;

/// Returns the order's next step, as JSON.
#[wasm_bindgen]
pub fn advance(state: &str, outcome: &str) -> Result<String, JsValue> {
    waist::advance(state, outcome).map_err(thrown)
}

/// Returns the names that an event's numbers refer to, as JSON.
#[wasm_bindgen]
pub fn names() -> Result<String, JsValue> {
    waist::names().map_err(thrown)
}

/// Returns the outcome of a session that was retrieved without an event.
#[cfg(feature = "everything")]
#[wasm_bindgen]
pub fn reconcile(session: &str, payment_intent: Option<String>) -> Result<String, JsValue> {
    waist::reconcile(session, payment_intent.as_deref()).map_err(thrown)
}

/// Returns the differences between an outcome's session and the record of the order.
#[wasm_bindgen]
pub fn differences(
    expected: &str,
    account: Option<String>,
    session: Option<String>,
) -> Result<String, JsValue> {
    waist::differences(expected, account.as_deref(), session.as_deref()).map_err(thrown)
}
