//! The core for JavaScript: what wasm-bindgen carries over the language border.
//!
//! A call crosses once: bytes and JSON text in, JSON text out, an error as JSON text too. Nothing here
//! decides, and nobody but the façade in `ts/` sees it.

#[cfg(feature = "everything")]
mod calls;
mod errors;
#[cfg(feature = "everything")]
mod functions;
#[cfg(feature = "everything")]
mod merchants;
mod orders;
mod webhooks;

#[cfg(feature = "everything")]
pub use calls::{NativeCall, NativePlatform, idempotency_key, read_answer, retry_after_ms};
#[cfg(feature = "everything")]
pub use functions::{api_version, encode_form, event_body, fee_of, format_amount, parse_amount, sign};
#[cfg(feature = "everything")]
pub use merchants::{
    dispute_facts, ledger, offer, payment_facts, plan_status, readiness, remaining_steps, review, standings,
};
#[cfg(feature = "everything")]
pub use orders::reconcile;
pub use orders::{advance, differences};
pub use webhooks::{NativeKeyring, unwrap_envelope, unwrapped_outcome_with};
