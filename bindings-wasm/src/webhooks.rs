//! Deliveries in, events out.

use counterfoil::checkout::RetrieveSession;
use counterfoil::webhook::{EndpointSecret, Event, Mode, Outcome, Source, Tolerance, WebhookError, Webhooks};
use counterfoil::{AccountId, AnyObject};
use serde::{Deserialize, Deserializer, Serialize};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::errors::Thrown;
use crate::orders::{OutcomeFields, answer, answered, integer, text};

#[wasm_bindgen]
extern "C" {
    /// The host's HMAC-SHA256, where it has one that answers at once.
    #[derive(Debug)]
    pub type HostMac;

    /// The MAC of time, dot and body; the key and they are only to be read during the call.
    #[wasm_bindgen(method)]
    fn mac(this: &HostMac, key: &[u8], time: &[u8], dot: &[u8], body: &[u8]) -> Option<Vec<u8>>;
}

/// The signing secrets of a platform's endpoints.
#[wasm_bindgen]
#[derive(Debug)]
pub struct NativeKeyring {
    keyring: Webhooks,
    host: Option<HostMac>,
}

impl NativeKeyring {
    fn proven<'b>(&self, body: &'b [u8], signature: Option<&str>, now: f64) -> Result<Event<'b>, Thrown> {
        let lent = |key: &[u8], parts: &[&[u8]]| match (&self.host, parts) {
            (Some(host), [time, dot, body]) => host.mac(key, time, dot, body)?.try_into().ok(),
            _ => None,
        };
        Ok(self.keyring.verify_with(lent, body, signature, integer(now))?)
    }
}

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
    pub fn new(settings: &str, host: Option<HostMac>) -> Result<Self, JsValue> {
        let settings: Settings = serde_json::from_str(settings).map_err(Thrown::from)?;
        let secrets = settings.secrets.into_iter().map(endpoint_secret);
        let mut keyring = Webhooks::new(secrets).map_err(Thrown::from)?;
        if let Some(tolerance) = settings.tolerance {
            keyring = keyring.with_tolerance(tolerance.map_or(Tolerance::Unchecked, Tolerance::Seconds));
        }
        if let Some(bytes) = settings.max_body {
            keyring = keyring.with_max_body(bytes);
        }
        Ok(NativeKeyring { keyring, host })
    }

    /// How many bytes a body may have: of a larger one, no more than one byte beyond need cross.
    #[must_use]
    pub fn max_body(&self) -> f64 {
        self.keyring.max_body() as f64
    }

    /// Verifies a delivery: the event as JSON.
    pub fn verify(&self, body: &[u8], signature: Option<String>, now: f64) -> Result<String, JsValue> {
        let event = self.proven(body, signature.as_deref(), now)?;
        Ok(event_text(&event, body)?)
    }

    /// The outcome of a genuine thin event, once its object was retrieved. It verifies the delivery
    /// again, so that no event has to be kept on this side; `object` is the object as JSON text.
    pub fn outcome_with(
        &self,
        body: &[u8],
        signature: Option<String>,
        now: f64,
        object: &str,
    ) -> Result<String, JsValue> {
        let event = self.proven(body, signature.as_deref(), now)?;
        outcome_with(&event, object)
    }
}

/// An event inside the envelope of `event_bridge` or `event_grid`, as JSON.
#[wasm_bindgen]
pub fn unwrap_envelope(provider: &str, envelope: &[u8]) -> Result<String, JsValue> {
    let event = unwrapped(provider, envelope).map_err(Thrown::from)?;
    Ok(event_text(&event, envelope)?)
}

/// The same as [`NativeKeyring::outcome_with`] for an event inside an envelope.
#[wasm_bindgen]
pub fn unwrapped_outcome_with(provider: &str, envelope: &[u8], object: &str) -> Result<String, JsValue> {
    let event = unwrapped(provider, envelope).map_err(Thrown::from)?;
    outcome_with(&event, object)
}

fn unwrapped<'b>(provider: &str, envelope: &'b [u8]) -> Result<Event<'b>, WebhookError> {
    match provider {
        "event_grid" => Event::from_event_grid(envelope),
        _ => Event::from_event_bridge(envelope),
    }
}

/// The object has the type that the event names; one of no event that is to be fetched is taken for a session.
fn outcome_with(event: &Event<'_>, object: &str) -> Result<String, JsValue> {
    let object: AnyObject = match event.outcome() {
        Outcome::Fetch(fetch) => fetch.read(&answered(object)).map_err(Thrown::from)?,
        _ => answer::<RetrieveSession>(object)?.into(),
    };
    let outcome = event.outcome_with(object).map_err(Thrown::from)?;
    Ok(text(&OutcomeFields::of(&outcome))?)
}

/// An event's fields. Its object is told as a place in the body, which the caller has already.
fn event_text(event: &Event<'_>, body: &[u8]) -> Result<String, Thrown> {
    let object = event.object().map(|object| {
        let start = (object.as_ptr() as usize).wrapping_sub(body.as_ptr() as usize);
        [start, start + object.len()]
    });
    text(&EventFields {
        id: event.id(),
        r#type: event.kind(),
        account: event.account().map(AccountId::as_str),
        livemode: event.is_live(),
        created: event.created(),
        api_version: event.api_version(),
        shape: event.shape().as_str(),
        label: event.label(),
        dedupe_key: event.dedupe_key(),
        object,
        outcome: OutcomeFields::of(&event.outcome()),
    })
}

#[derive(Serialize)]
struct EventFields<'e> {
    id: &'e str,
    r#type: &'e str,
    account: Option<&'e str>,
    livemode: bool,
    created: i64,
    api_version: Option<&'e str>,
    shape: &'static str,
    label: &'e str,
    dedupe_key: String,
    object: Option<[usize; 2]>,
    outcome: OutcomeFields<'e>,
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
