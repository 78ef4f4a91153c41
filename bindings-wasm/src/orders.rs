//! Outcomes, and what they mean for an order.

use counterfoil::call::{self, Operation};
use counterfoil::checkout::{RetrieveSession, Session};
use counterfoil::http::Response;
#[cfg(feature = "everything")]
use counterfoil::payments::RetrievePaymentIntent;
use counterfoil::webhook::{Expected, IgnoredReason, Outcome, Subject};
use counterfoil::{AccountId, fulfillment};
use serde::Serialize;
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::errors::Thrown;

/// The order's next step, as JSON.
#[wasm_bindgen]
pub fn advance(state: &str, outcome: &str) -> Result<String, JsValue> {
    let step = || -> Result<fulfillment::Step, Thrown> {
        Ok(fulfillment::advance(state.parse()?, outcome.parse()?))
    };
    let step = step()?;
    Ok(json!({ "state": step.state.as_str(), "action": step.action.as_str() }).to_string())
}

/// What a session means that was read without any event; objects are JSON text.
#[cfg(feature = "everything")]
#[wasm_bindgen]
pub fn reconcile(session: &str, payment_intent: Option<String>) -> Result<String, JsValue> {
    let session = answer::<RetrieveSession>(session)?;
    let payment = payment_intent.as_deref().map(answer::<RetrievePaymentIntent>).transpose()?;
    let outcome = counterfoil::webhook::reconcile(session, payment.as_ref()).map_err(Thrown::from)?;
    Ok(text(&OutcomeFields::of(&outcome))?)
}

/// What about an outcome's session is not as the order was recorded.
#[wasm_bindgen]
pub fn differences(
    expected: &str,
    account: Option<String>,
    session: Option<String>,
) -> Result<String, JsValue> {
    let expected = Expected::from_json(expected).map_err(Thrown::from)?;
    let account = account.as_deref().map(str::parse::<AccountId>).transpose().map_err(Thrown::from)?;
    let differences = match session {
        Some(session) => expected.differences(account.as_ref(), &answer::<RetrieveSession>(&session)?),
        // The core says what there is to say about an outcome without a session.
        None => {
            let outcome = Outcome::Ignored(IgnoredReason::OtherType);
            outcome.differences(account.as_ref(), &expected).map_err(Thrown::from)?
        }
    };
    Ok(json!(differences).to_string())
}

/// What the façade calls an outcome.
#[derive(Serialize)]
pub(crate) struct OutcomeFields<'o> {
    kind: &'static str,
    #[serde(flatten)]
    carried: Carried<'o>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Carried<'o> {
    Session { session: &'o Session },
    Fetch { object: &'o str, id: &'o str },
    Ignored { reason: &'static str },
    Subject(Option<Box<Subject>>),
}

impl<'o> OutcomeFields<'o> {
    pub(crate) fn of(outcome: &'o Outcome) -> Self {
        let carried = match (outcome, outcome.session()) {
            (_, Some(session)) => Carried::Session { session },
            (Outcome::Fetch(fetch), None) => Carried::Fetch { object: fetch.object(), id: fetch.id() },
            (Outcome::Ignored(reason), None) => Carried::Ignored { reason: reason.as_str() },
            (_, None) => Carried::Subject(outcome.subject().map(Box::new)),
        };
        OutcomeFields { kind: outcome.kind().as_str(), carried }
    }
}

/// As JSON text, written in one go: every delivery comes through here.
pub(crate) fn text(fields: &impl Serialize) -> Result<String, Thrown> {
    Ok(serde_json::to_string(fields)?)
}

/// An object as the operation would answer with it.
pub(crate) fn answer<O: Operation>(text: &str) -> Result<O::Answer, Thrown> {
    Ok(call::read::<O>(&answered(text))?)
}

/// The answer that brings an object.
pub(crate) fn answered(text: &str) -> Response {
    Response { status: 200, headers: Vec::new(), body: text.as_bytes().to_vec() }
}

/// The façade lets only safe integers through, so nothing is cut off here.
pub(crate) fn integer(number: f64) -> i64 {
    number as i64
}
