//! Calls to Stripe: requests out, answers in, the sending left to the host.

use counterfoil::call::RetryPolicy;
use counterfoil::http::{Header, Request, Response, TransportError};
use counterfoil::{
    AccountId, AnyAnswer, AnyObject, AnyOperation, Call, Error, IdempotencyKey, Next, Platform,
};
use serde::Deserialize;
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::errors::Thrown;
use crate::orders::integer;

/// A platform's key and settings.
#[wasm_bindgen]
#[derive(Debug)]
pub struct NativePlatform(Platform);

#[wasm_bindgen]
impl NativePlatform {
    /// Checks the settings; absent ones have the core's defaults.
    #[wasm_bindgen(constructor)]
    pub fn new(
        secret_key: &str,
        api_base: Option<String>,
        api_version: Option<String>,
        max_retries: Option<u32>,
    ) -> Result<Self, JsValue> {
        let make = || -> Result<Platform, Error> {
            let mut platform = Platform::new(secret_key.parse()?);
            if let Some(origin) = &api_base {
                platform = platform.with_api_base(origin)?;
            }
            if let Some(version) = &api_version {
                platform = platform.with_api_version(version)?;
            }
            if let Some(max_retries) = max_retries {
                platform = platform.with_retry(RetryPolicy { max_retries });
            }
            Ok(platform)
        };
        Ok(NativePlatform(make().map_err(Thrown::from)?))
    }

    /// Checks an account id, so that a wrong one is told where it is written.
    pub fn check_account(&self, account: &str) -> Result<(), JsValue> {
        account.parse::<AccountId>().map_err(Thrown::from)?;
        Ok(())
    }

    /// Makes a call of the operation of that name, for a merchant's account or, without one, for the
    /// platform's own; `params` is a JSON object.
    pub fn call(
        &self,
        account: Option<String>,
        operation: &str,
        params: &str,
        idempotency_key: Option<String>,
        now: Option<f64>,
    ) -> Result<NativeCall, JsValue> {
        let make = || -> Result<Call<AnyOperation>, Error> {
            let operation = AnyOperation::from_json(operation, params)?;
            let key = idempotency_key.as_deref().map(str::parse).transpose()?;
            self.0.any_for(account.as_deref(), now.map(integer), &operation, key)
        };
        Ok(NativeCall::new(make().map_err(Thrown::from)?))
    }

    /// Goes on with a call that was saved.
    pub fn resume(&self, saved: &str) -> Result<NativeCall, JsValue> {
        Ok(NativeCall::new(self.0.resume(saved).map_err(Thrown::from)?))
    }
}

/// A call in flight, and the one for the next page once it is answered.
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

    fn go_on(&mut self, outcome: Result<Response, TransportError>, jitter: f64) -> Result<String, JsValue> {
        let answer = match self.call.receive(outcome, jitter) {
            Next::Done(answer) => {
                let answer = answer.map_err(Thrown::from)?;
                self.next = self.call.next_page_of(&answer);
                json!({ "answer": answer_json(&answer) })
            }
            Next::Retry { after } => json!({ "retry_after_ms": after.as_millis() as u64 }),
        };
        Ok(answer.to_string())
    }
}

#[wasm_bindgen]
impl NativeCall {
    /// What to send, in every attempt, as JSON.
    #[must_use]
    pub fn request(&self) -> String {
        let request: &Request = self.call.request();
        let headers: Vec<Value> =
            request.headers.iter().map(|header| json!([header.name, header.value])).collect();
        json!({
            "method": request.method.as_str(),
            "url": request.url,
            "headers": headers,
            "body": request.body,
        })
        .to_string()
    }

    /// Which attempt is under way; the first is 1.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.call.attempt()
    }

    /// The call as text, without the key, to go on with it later.
    #[must_use]
    pub fn save(&self) -> String {
        self.call.save()
    }

    /// Takes an answer: `{"answer": …}` or `{"retry_after_ms": …}`.
    pub fn receive(
        &mut self,
        status: u16,
        headers: &str,
        body: &[u8],
        jitter: f64,
    ) -> Result<String, JsValue> {
        let response = response(status, headers, body)?;
        self.go_on(Ok(response), jitter)
    }

    /// Takes the reason why there is no answer.
    pub fn fail(&mut self, failure: &str, jitter: f64) -> Result<String, JsValue> {
        self.go_on(Err(failure_named(failure)), jitter)
    }

    /// The call for the page after the one that was received; nothing after the last.
    pub fn next_page(&mut self) -> Option<NativeCall> {
        self.next.take().map(NativeCall::new)
    }
}

/// Reads the answer to the operation of that name, without a call.
#[wasm_bindgen]
pub fn read_answer(operation: &str, status: u16, headers: &str, body: &[u8]) -> Result<String, JsValue> {
    let response = response(status, headers, body)?;
    let answer = AnyOperation::read(operation, &response).map_err(Thrown::from)?;
    Ok(answer_json(&answer).to_string())
}

/// The idempotency key of one purpose for one order of one merchant.
#[wasm_bindgen]
pub fn idempotency_key(account: &str, reference: &str, purpose: &str) -> Result<String, JsValue> {
    let account: AccountId = account.parse().map_err(Thrown::from)?;
    Ok(IdempotencyKey::of(&account, reference, purpose).as_str().to_owned())
}

/// How long to wait before the next attempt, in milliseconds; nothing if there should be none.
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
    let response = response(status, headers, body)?;
    let failure = failure.as_deref().map(failure_named);
    let outcome = failure.as_ref().map_or(Ok(&response), Err);
    let after = RetryPolicy { max_retries }.verdict(attempt, outcome, jitter);
    Ok(after.map(|after| after.as_millis() as f64))
}

/// An answer's fields: an object is the body itself, so its raw JSON stays on the other side of the
/// border; the objects of a page come with theirs. `record` says what may be printed of them.
fn answer_json(answer: &AnyAnswer) -> Value {
    match answer {
        AnyAnswer::Object(object) => {
            json!({ "object": object, "record": object.record(), "replayed": object.replayed() })
        }
        AnyAnswer::Page(page) => {
            let data: Vec<Value> = page.data.iter().map(|object| json!([object, object.raw()])).collect();
            let record = page.data.first().map(AnyObject::record);
            json!({ "page": data, "has_more": page.has_more, "record": record, "replayed": page.replayed })
        }
    }
}

#[derive(Deserialize)]
struct HeaderPair(String, String);

pub(crate) fn response(status: u16, headers: &str, body: &[u8]) -> Result<Response, Thrown> {
    let headers: Vec<HeaderPair> = serde_json::from_str(headers)?;
    let headers = headers.into_iter().map(|HeaderPair(name, value)| Header::new(name, value)).collect();
    Ok(Response { status, headers, body: body.to_vec() })
}

/// The façade's types allow these five names only.
fn failure_named(name: &str) -> TransportError {
    match name {
        "timeout" => TransportError::Timeout,
        "closed" => TransportError::Closed,
        "tls" => TransportError::Tls,
        "too_large" => TransportError::TooLarge,
        _ => TransportError::Connect,
    }
}
