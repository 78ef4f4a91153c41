//! Errors as JSON text, which the façade turns into its exceptions.

use counterfoil::Error;
use counterfoil::webhook::WebhookError;
use serde_json::{Value, json};
use wasm_bindgen::JsValue;

/// What a function throws: a string with the error as JSON.
pub(crate) struct Thrown(Value);

impl From<Thrown> for JsValue {
    fn from(thrown: Thrown) -> Self {
        JsValue::from_str(&thrown.0.to_string())
    }
}

impl Thrown {
    /// The façade passed something that it never should.
    pub(crate) fn internal(message: &str) -> Self {
        Thrown(json!({ "code": "internal", "message": message, "faults": [] }))
    }
}

impl From<Error> for Thrown {
    fn from(error: Error) -> Self {
        let faults: Vec<Value> = error
            .faults()
            .iter()
            .map(|fault| json!({ "path": fault.path, "code": fault.code, "message": fault.message }))
            .collect();
        let stripe = error.as_stripe().map(|stripe| {
            json!({
                "type": stripe.kind,
                "code": stripe.stripe_code,
                "decline_code": stripe.decline_code,
                "param": stripe.param,
                "message": stripe.message,
                "advice_code": stripe.advice_code,
                "doc_url": stripe.doc_url,
                "request_log_url": stripe.request_log_url,
                "payment_intent": stripe.payment_intent,
                "replayed": stripe.replayed,
                "advice": stripe.advice().as_str(),
            })
        });
        Thrown(json!({
            "code": error.code(),
            "message": error.to_string(),
            "faults": faults,
            "status": error.status(),
            "request_id": error.request_id(),
            "stripe": stripe,
        }))
    }
}

impl From<WebhookError> for Thrown {
    fn from(rejection: WebhookError) -> Self {
        Thrown(json!({
            "code": rejection.code(),
            "message": rejection.message(),
            "diagnosis": rejection.diagnosis(),
        }))
    }
}

impl From<serde_json::Error> for Thrown {
    fn from(error: serde_json::Error) -> Self {
        Thrown::internal(&error.to_string())
    }
}
