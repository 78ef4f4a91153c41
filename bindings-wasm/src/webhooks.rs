//! Deliveries in, events out.

use counterfoil::AccountId;
use counterfoil::call;
use counterfoil::checkout::RetrieveSession;
use counterfoil::http::Response;
use counterfoil::webhook::{EndpointSecret, Event, Keyring, Mode, Outcome, Source, Tolerance};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::calls::session_json;
use crate::errors::Thrown;

/// The signing secrets of a platform's endpoints.
#[wasm_bindgen]
#[derive(Debug)]
pub struct NativeKeyring(Keyring);

/// A keyring as the façade writes it.
#[derive(Deserialize)]
struct Settings {
    secrets: Vec<Secret>,
    /// Absent: the core's default. `null`: unchecked. A number: so many seconds.
    #[serde(default, deserialize_with = "present")]
    tolerance: Option<Option<u32>>,
    max_body: Option<usize>,
}

#[derive(Deserialize)]
struct Secret {
    label: String,
    secret: String,
    connected: Option<bool>,
    live: Option<bool>,
}

#[wasm_bindgen]
impl NativeKeyring {
    /// Checks the secrets; `settings` is a JSON object.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str) -> Result<Self, JsValue> {
        let settings: Settings = serde_json::from_str(settings).map_err(Thrown::from)?;
        let secrets = settings.secrets.into_iter().map(endpoint_secret);
        let mut keyring = Keyring::new(secrets).map_err(Thrown::from)?;
        if let Some(tolerance) = settings.tolerance {
            keyring = keyring.with_tolerance(tolerance.map_or(Tolerance::Unchecked, Tolerance::Seconds));
        }
        if let Some(bytes) = settings.max_body {
            keyring = keyring.with_max_body(bytes);
        }
        Ok(NativeKeyring(keyring))
    }

    /// Verifies a delivery: the event as JSON.
    pub fn verify(&self, body: &[u8], signature: Option<String>, now: f64) -> Result<String, JsValue> {
        let event = self.0.verify(body, signature.as_deref(), now as i64).map_err(Thrown::from)?;
        Ok(event_json(&event, body).to_string())
    }

    /// The outcome of a genuine thin event, once its session was retrieved. It verifies the delivery
    /// again, so that no event has to be kept on this side; `session` is the session as JSON text.
    pub fn outcome_with(
        &self,
        body: &[u8],
        signature: Option<String>,
        now: f64,
        session: &str,
    ) -> Result<String, JsValue> {
        let event = self.0.verify(body, signature.as_deref(), now as i64).map_err(Thrown::from)?;
        let answer = Response { status: 200, headers: Vec::new(), body: session.as_bytes().to_vec() };
        let session = call::read::<RetrieveSession>(&answer).map_err(Thrown::from)?;
        let outcome = event.outcome_with(session).map_err(Thrown::from)?;
        Ok(outcome_json(&outcome).to_string())
    }
}

/// Signs a body as Stripe does, for tests.
#[wasm_bindgen]
#[must_use]
pub fn sign(body: &[u8], secret: &str, timestamp: f64) -> String {
    counterfoil::webhook::sign(body, secret, timestamp as i64)
}

/// An event's fields. Its object is told as a place in the body, which the caller has already.
fn event_json(event: &Event<'_>, body: &[u8]) -> Value {
    let object = event.object().map(|object| {
        let start = (object.as_ptr() as usize).wrapping_sub(body.as_ptr() as usize);
        [start, start + object.len()]
    });
    json!({
        "id": event.id(),
        "type": event.kind(),
        "account": event.account().map(AccountId::as_str),
        "livemode": event.is_live(),
        "created": event.created(),
        "api_version": event.api_version(),
        "shape": event.shape().as_str(),
        "label": event.label(),
        "dedupe_key": event.dedupe_key(),
        "object": object,
        "outcome": outcome_json(&event.outcome()),
    })
}

fn outcome_json(outcome: &Outcome) -> Value {
    let kind = outcome.kind().as_str();
    match (outcome, outcome.session()) {
        (_, Some(session)) => json!({ "kind": kind, "session": session_json(session) }),
        (Outcome::Fetch(fetch), None) => {
            json!({ "kind": kind, "object": fetch.object(), "id": fetch.id() })
        }
        (Outcome::Ignored(reason), None) => json!({ "kind": kind, "reason": reason.as_str() }),
        (_, None) => {
            let mut fields = json!(outcome.subject());
            fields["kind"] = kind.into();
            fields
        }
    }
}

fn endpoint_secret(secret: Secret) -> EndpointSecret {
    let mut entry = EndpointSecret::new(secret.label, secret.secret);
    if let Some(connected) = secret.connected {
        entry = entry.only_from(if connected { Source::Connected } else { Source::Platform });
    }
    if let Some(live) = secret.live {
        entry = entry.only_in(if live { Mode::Live } else { Mode::Test });
    }
    entry
}

fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<u32>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
