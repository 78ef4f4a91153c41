//! Verifies deliveries and returns events.

use counterfoil::waist::{self, Delivery};
use counterfoil::webhook::Webhooks;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::buffer::{self, BODY, HEADER, MAC, OUTER};
use crate::{integer, thrown};

/// Returns the offsets of header, outer block, MAC and body in the [buffer](room).
#[wasm_bindgen]
#[must_use]
pub fn layout() -> Vec<u32> {
    [HEADER, OUTER, MAC, BODY].map(|place| place as u32).to_vec()
}

/// Makes room for a body of that length, and returns the address of the buffer. It does not move until more
/// room is needed.
#[wasm_bindgen]
#[must_use]
pub fn room(body: usize) -> *const u8 {
    buffer::with(|buffer| buffer.room(body))
}

/// Returns the memory of the module. It is another object after the module was replaced, and has another
/// buffer after it has grown.
#[wasm_bindgen]
#[must_use]
pub fn module_memory() -> JsValue {
    wasm_bindgen::memory()
}

/// Returns the texts of the last event that are not in its body.
#[wasm_bindgen]
#[must_use]
pub fn tail() -> Vec<u8> {
    buffer::with(|buffer| buffer.tail())
}

/// The signing secrets of a platform's endpoints.
#[wasm_bindgen]
#[derive(Debug)]
pub struct NativeKeyring(Webhooks);

#[wasm_bindgen]
impl NativeKeyring {
    /// Checks the secrets; `settings` is a JSON object.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str) -> Result<Self, JsValue> {
        waist::keyring(settings).map(NativeKeyring).map_err(thrown)
    }

    /// Returns the maximum length of a body. Of a longer one, one byte more is enough to reject it.
    #[must_use]
    pub fn max_body(&self) -> f64 {
        self.0.max_body() as f64
    }

    /// Returns the number of secrets.
    #[must_use]
    pub fn secrets(&self) -> usize {
        self.0.len()
    }

    /// Writes what the host is to hash for the MAC of one secret, and returns its offset; it ends with the
    /// body. The inner digest belongs after the outer block, and the digest of both is the MAC, which the
    /// next call takes. A header length of -1 means that there is none.
    pub fn begin(&self, header: i32, body: usize, secret: usize) -> Result<usize, JsValue> {
        buffer::with(|buffer| {
            if secret == 0 {
                buffer.finish();
            } else {
                buffer.take_mac();
            }
            let header = usize::try_from(header).ok().map(|length| buffer.header(length));
            let input = waist::hash_input(&self.0, header, body, secret).map_err(thrown)?;
            Ok(buffer.begin(&input))
        })
    }

    /// Verifies the delivery in the buffer, and returns the address of the event's numbers. With `has_mac`
    /// the host has computed the MACs of all secrets; otherwise they are computed here.
    pub fn verify(&self, header: i32, body: usize, has_mac: bool, now: f64) -> Result<*const i32, JsValue> {
        buffer::with(|buffer| {
            if has_mac {
                buffer.take_mac();
            }
            let macs = buffer.finish();
            let header = usize::try_from(header).ok().map(|length| buffer.header(length));
            let event = waist::verify_by(&self.0, &macs, buffer.body(body), header, integer(now));
            Ok(buffer.keep(event.map_err(thrown)?))
        })
    }

    /// Returns the outcome, as JSON, of an event that the secret at this index has proven.
    pub fn outcome(&self, secret: usize, body: &[u8]) -> Result<String, JsValue> {
        waist::outcome_of(self.delivery(secret, body)).map_err(thrown)
    }

    /// Returns the outcome of such an event after its object was retrieved; `object` is its JSON text.
    pub fn outcome_with(&self, secret: usize, body: &[u8], object: &str) -> Result<String, JsValue> {
        waist::outcome_with(self.delivery(secret, body), object).map_err(thrown)
    }
}

impl NativeKeyring {
    fn delivery<'d>(&'d self, secret: usize, body: &'d [u8]) -> Delivery<'d> {
        Delivery::Webhook { keyring: &self.0, secret, body }
    }
}

/// Unwraps an event from the envelope of `event_bridge` or `event_grid`, and returns the address of its
/// numbers.
#[wasm_bindgen]
pub fn unwrap_envelope(provider: &str, envelope: &[u8]) -> Result<*const i32, JsValue> {
    let event = waist::unwrap(provider, envelope).map_err(thrown)?;
    Ok(buffer::with(|buffer| buffer.keep(event)))
}

/// Returns the outcome of an event in an envelope, as JSON.
#[wasm_bindgen]
pub fn unwrapped_outcome(provider: &str, envelope: &[u8]) -> Result<String, JsValue> {
    waist::outcome_of(Delivery::Envelope { provider, envelope }).map_err(thrown)
}

/// Returns the outcome of an event in an envelope after its object was retrieved; `object` is its JSON text.
#[wasm_bindgen]
pub fn unwrapped_outcome_with(provider: &str, envelope: &[u8], object: &str) -> Result<String, JsValue> {
    waist::outcome_with(Delivery::Envelope { provider, envelope }, object).map_err(thrown)
}
