//! Calls to Stripe: requests and responses; the host does the sending.

use counterfoil::waist::{self, Failed, Received};
use counterfoil::{AnyOperation, Call, Platform};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{integer, thrown};

/// A platform's key and settings.
#[wasm_bindgen]
#[derive(Debug)]
pub struct NativePlatform(Platform);

#[wasm_bindgen]
impl NativePlatform {
    /// Checks the settings, a JSON object; absent ones have the core's defaults.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str) -> Result<Self, JsValue> {
        waist::platform(settings).map(NativePlatform).map_err(thrown)
    }

    /// Checks an account id, so that a wrong one is reported where it is passed.
    pub fn check_account(&self, account: &str) -> Result<(), JsValue> {
        waist::check_account(account).map_err(thrown)
    }

    /// Builds a call of the operation with that name; see [`waist::build`].
    pub fn call(
        &self,
        account: Option<String>,
        operation: &str,
        params: &str,
        idempotency_key: Option<String>,
        now: Option<f64>,
    ) -> Result<NativeCall, JsValue> {
        let (account, key) = (account.as_deref(), idempotency_key.as_deref());
        let call = waist::build(&self.0, account, operation, params, key, now.map(integer));
        call.map(NativeCall::new).map_err(thrown)
    }

    /// The call that reads what an outcome names; see [`waist::fetch`].
    pub fn fetch(&self, named: &str, account: Option<String>) -> Result<NativeCall, JsValue> {
        waist::fetch(&self.0, named, account.as_deref()).map(NativeCall::new).map_err(thrown)
    }

    /// Restores a saved call.
    pub fn resume(&self, saved: &str) -> Result<NativeCall, JsValue> {
        self.0.resume(saved).map(NativeCall::new).map_err(thrown)
    }
}

/// A call in flight, and the one for the next page after a response.
#[wasm_bindgen]
#[derive(Debug)]
pub struct NativeCall {
    call: Call<AnyOperation>,
    next: Option<Call<AnyOperation>>,
}

impl NativeCall {
    fn new(call: Call<AnyOperation>) -> Self {
        NativeCall { call, next: None }
    }

    fn go_on(&mut self, received: Result<Received, Failed>) -> Result<String, JsValue> {
        let received = received.map_err(thrown)?;
        self.next = received.next_page;
        Ok(received.verdict)
    }
}

#[wasm_bindgen]
impl NativeCall {
    /// Returns the request to send in every attempt, as JSON.
    #[must_use]
    pub fn request(&self) -> String {
        waist::request(&self.call)
    }

    /// Returns the number of the current attempt; the first is 1.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.call.attempt()
    }

    /// Returns the call as text, without the secret key, to continue it later.
    #[must_use]
    pub fn save(&self) -> String {
        self.call.save()
    }

    /// Takes a response and returns `{"done": …}` or `{"retry_after_ms": …}`; see [`Received::verdict`].
    pub fn receive(
        &mut self,
        status: u16,
        headers: &str,
        body: &[u8],
        jitter: f64,
    ) -> Result<String, JsValue> {
        let received = waist::receive(&mut self.call, status, headers, body, jitter);
        self.go_on(received)
    }

    /// Takes the reason why there is no response.
    pub fn fail(&mut self, failure: &str, jitter: f64) -> Result<String, JsValue> {
        let received = waist::fail(&mut self.call, failure, jitter);
        self.go_on(received)
    }

    /// Returns the call for the page after the one that was received, or `None` after the last.
    pub fn next_page(&mut self) -> Option<NativeCall> {
        self.next.take().map(NativeCall::new)
    }
}

/// Reads the response to the operation with that name, without a call.
#[wasm_bindgen]
pub fn read_answer(operation: &str, status: u16, headers: &str, body: &[u8]) -> Result<String, JsValue> {
    waist::read_answer(operation, status, headers, body).map_err(thrown)
}

/// Returns the idempotency key for one purpose of a merchant's reference.
#[wasm_bindgen]
pub fn idempotency_key(account: &str, reference: &str, purpose: &str) -> Result<String, JsValue> {
    waist::idempotency_key(account, reference, purpose).map_err(thrown)
}

/// Returns how long to wait before the next attempt, in milliseconds, or `None` if there should be none.
#[wasm_bindgen]
pub fn retry_after_ms(
    attempt: u32,
    max_retries: u32,
    jitter: f64,
    failure: Option<String>,
    status: u16,
    headers: &str,
    body: &[u8],
) -> Result<Option<f64>, JsValue> {
    let outcome = failure.as_deref().map_or(Ok((status, headers, body)), Err);
    let after = waist::retry_after(attempt.into(), max_retries.into(), jitter, outcome);
    after.map(|after| after.map(|after| after as f64)).map_err(thrown)
}
