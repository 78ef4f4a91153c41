//! What outcomes mean for an order; objects are JSON text. See [`waist`].

use counterfoil::waist;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::thrown;

/// The order's next step, as JSON.
#[wasm_bindgen]
pub fn advance(state: &str, outcome: &str) -> Result<String, JsValue> {
    waist::advance(state, outcome).map_err(thrown)
}

/// The names of what an event's numbers stand for, as JSON.
#[wasm_bindgen]
pub fn names() -> Result<String, JsValue> {
    waist::names().map_err(thrown)
}

/// What a session means that was read without any event.
#[cfg(feature = "everything")]
#[wasm_bindgen]
pub fn reconcile(session: &str, payment_intent: Option<String>) -> Result<String, JsValue> {
    waist::reconcile(session, payment_intent.as_deref()).map_err(thrown)
}

/// What about an outcome's session is not as the order was recorded.
#[wasm_bindgen]
pub fn differences(
    expected: &str,
    account: Option<String>,
    session: Option<String>,
) -> Result<String, JsValue> {
    waist::differences(expected, account.as_deref(), session.as_deref()).map_err(thrown)
}
