//! Calls to Stripe: requests out, answers in, the sending left to the host.

use counterfoil::call::{self, RetryPolicy};
use counterfoil::checkout::{CreateSession, RetrieveSession, Session};
use counterfoil::http::{Failure, Header, Request, Response};
use counterfoil::{Call, Error, Merchant, Next, Platform};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::errors::Thrown;

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
        self.merchant(account)?;
        Ok(())
    }

    /// Makes a call that creates a Checkout Session; `params` is a JSON object.
    pub fn create_session(
        &self,
        account: &str,
        params: &str,
        idempotency_key: &str,
    ) -> Result<NativeCall, JsValue> {
        let merchant = self.merchant(account)?;
        let make = || -> Result<InFlight, Error> {
            let key = idempotency_key.parse()?;
            Ok(InFlight::Create(merchant.call(CreateSession::from_json(params)?, key)?))
        };
        Ok(NativeCall(make().map_err(Thrown::from)?))
    }

    /// Makes a call that retrieves a Checkout Session.
    pub fn retrieve_session(&self, account: &str, id: &str) -> Result<NativeCall, JsValue> {
        let merchant = self.merchant(account)?;
        let make = || -> Result<InFlight, Error> {
            Ok(InFlight::Retrieve(merchant.read(RetrieveSession::new(id))?))
        };
        Ok(NativeCall(make().map_err(Thrown::from)?))
    }

    fn merchant(&self, account: &str) -> Result<Merchant, Thrown> {
        Ok(self.0.merchant(account.parse()?))
    }
}

/// A call in flight that ends with a Checkout Session.
#[wasm_bindgen]
#[derive(Debug)]
pub struct NativeCall(InFlight);

#[derive(Debug)]
enum InFlight {
    Create(Call<CreateSession>),
    Retrieve(Call<RetrieveSession>),
}

#[wasm_bindgen]
impl NativeCall {
    /// What to send, in every attempt, as JSON.
    #[must_use]
    pub fn request(&self) -> String {
        let request: &Request = match &self.0 {
            InFlight::Create(call) => call.request(),
            InFlight::Retrieve(call) => call.request(),
        };
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

    /// Takes an answer: `{"session": …}` or `{"retry_after_ms": …}`.
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

    fn go_on(&mut self, outcome: Result<Response, Failure>, jitter: f64) -> Result<String, JsValue> {
        let next = match &mut self.0 {
            InFlight::Create(call) => call.receive(outcome, jitter),
            InFlight::Retrieve(call) => call.receive(outcome, jitter),
        };
        let answer = match next {
            Next::Done(session) => json!({ "session": session_json(&session.map_err(Thrown::from)?) }),
            Next::Retry { after } => json!({ "retry_after_ms": after.as_millis() as u64 }),
        };
        Ok(answer.to_string())
    }
}

/// Reads the answer to `checkout.create` or `checkout.retrieve`, without a call: a session as JSON.
#[wasm_bindgen]
pub fn read_session(status: u16, headers: &str, body: &[u8]) -> Result<String, JsValue> {
    let response = response(status, headers, body)?;
    // Both operations are answered with the same object.
    let session = call::read::<RetrieveSession>(&response).map_err(Thrown::from)?;
    Ok(session_json(&session).to_string())
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

/// A session's fields. Its raw JSON stays on the other side of the border: it is the answer's body, or
/// a part of the event's.
pub(crate) fn session_json(session: &Session) -> Value {
    let metadata: Map<String, Value> =
        session.metadata.iter().map(|(key, value)| (key.to_owned(), value.into())).collect();
    json!({
        "id": session.id,
        "url": session.url,
        "status": session.status,
        "payment_status": session.payment_status,
        "mode": session.mode,
        "amount_total": session.amount_total,
        "currency": session.currency,
        "client_reference_id": session.client_reference_id,
        "payment_intent": session.payment_intent,
        "customer": session.customer,
        "customer_email": session.customer_email,
        "metadata": metadata,
        "livemode": session.livemode,
        "created": session.created,
        "expires_at": session.expires_at,
    })
}

#[derive(Deserialize)]
struct HeaderPair(String, String);

fn response(status: u16, headers: &str, body: &[u8]) -> Result<Response, Thrown> {
    let headers: Vec<HeaderPair> = serde_json::from_str(headers)?;
    let headers = headers.into_iter().map(|HeaderPair(name, value)| Header::new(name, value)).collect();
    Ok(Response { status, headers, body: body.to_vec() })
}

/// The façade's types allow these four names only.
fn failure_named(name: &str) -> Failure {
    match name {
        "timeout" => Failure::Timeout,
        "closed" => Failure::Closed,
        "tls" => Failure::Tls,
        _ => Failure::Connect,
    }
}
