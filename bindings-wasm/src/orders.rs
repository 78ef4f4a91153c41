//! Outcomes, and what they mean for an order.

use counterfoil::call::{self, Operation};
use counterfoil::checkout::RetrieveSession;
use counterfoil::http::Response;
#[cfg(feature = "everything")]
use counterfoil::payments::RetrievePaymentIntent;
use counterfoil::webhook::{Expected, IgnoredReason, Outcome};
use counterfoil::{AccountId, fulfillment};
use serde_json::{Value, json};
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
    Ok(outcome_json(&outcome).to_string())
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
pub(crate) fn outcome_json(outcome: &Outcome) -> Value {
    let kind = outcome.kind().as_str();
    match (outcome, outcome.session()) {
        (_, Some(session)) => json!({ "kind": kind, "session": session }),
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
