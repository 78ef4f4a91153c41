//! The core's [waist](counterfoil::waist) for JavaScript: the functions that wasm-bindgen exports.
//!
//! Bytes, texts and numbers go in; JSON text comes out, also for errors. A delivery is verified in a
//! [buffer](buffer) that both sides can access. Nothing is decided here, and only the code in `ts/` uses it.

mod buffer;
#[cfg(feature = "everything")]
mod calls;
#[cfg(feature = "everything")]
mod functions;
mod orders;
mod webhooks;

#[cfg(feature = "everything")]
pub use calls::{NativeCall, NativePlatform, idempotency_key, read_answer, retry_after_ms};
#[cfg(feature = "everything")]
pub use functions::{
    dispute_facts, encode_form, event_body, fee_of, format_amount, ledger, offer, onboard, parse_amount,
    payment_facts, plan_status, readiness, remaining_steps, review, sign, standings,
};
#[cfg(feature = "everything")]
pub use orders::reconcile;
pub use orders::{advance, differences, names};
pub use webhooks::{
    NativeKeyring, layout, module_memory, room, tail, unwrap_envelope, unwrapped_outcome,
    unwrapped_outcome_with,
};

use counterfoil::waist::Failed;
use wasm_bindgen::JsValue;

/// Returns what a function throws: a string with the error as JSON.
pub(crate) fn thrown(failed: impl Into<Failed>) -> JsValue {
    JsValue::from_str(&failed.into().into_json())
}

/// The TypeScript code passes only safe integers, so nothing is truncated here.
pub(crate) fn integer(number: f64) -> i64 {
    number as i64
}
