//! The core for JavaScript: what wasm-bindgen carries over the language border.
//!
//! A call crosses once: bytes and JSON text in, JSON text out, an error as JSON text too. Nothing here
//! decides, and nobody but the façade in `ts/` sees it.

mod calls;
mod errors;
mod functions;
mod merchants;
mod webhooks;

pub use calls::{NativeCall, NativePlatform, idempotency_key, read_answer, retry_after_ms};
pub use functions::{advance, api_version, encode_form, fee_of, format_amount, parse_amount};
pub use merchants::{
    ledger, offer, payment_facts, plan_status, readiness, remaining_steps, review, standings,
};
pub use webhooks::{
    NativeKeyring, differences, event_body, reconcile, sign, unwrap_envelope, unwrapped_outcome_with,
};
