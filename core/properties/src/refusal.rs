//! An error from Stripe is read field by field, and one odd field never hides the others.

use counterfoil::call;
use counterfoil::checkout::RetrieveSession;
use counterfoil::http::{Header, Response};
use serde_json::{Map, Value};

use crate::pick::Pick;
use crate::seeds::{Vectors, body};

const STATUSES: [u16; 12] = [400, 401, 402, 403, 404, 409, 429, 500, 502, 503, 0, 65_535];
const ADVICE: [&str; 6] = ["retry", "new_key", "fix_request", "fix_key", "ask_customer", "contact_stripe"];

/// One byte each for the status and the header that marks a replay, then the body.
///
/// # Panics
/// If a field of the error differs from the body.
pub fn holds(data: &[u8]) {
    let mut pick = Pick::new(data);
    let (status, replayed) = (pick.of(&STATUSES), pick.of(&["true", "false", ""]));
    let headers = vec![Header::new("Idempotent-Replayed", replayed), Header::new("Request-Id", "req_1")];
    let response = Response { status, headers, body: pick.rest().to_vec() };
    let error = call::read::<RetrieveSession>(&response).expect_err("a failing status");
    let stripe = error.as_stripe().expect("stripe's refusal");
    assert_eq!((stripe.status, stripe.request_id.as_deref()), (status, Some("req_1")));
    assert_eq!(stripe.replayed, replayed == "true");
    assert!(ADVICE.contains(&stripe.advice().as_str()));
    assert!(!stripe.code().is_empty());
    assert_eq!(stripe.code(), error.code());

    let text = std::str::from_utf8(&response.body).unwrap_or_default();
    let value = serde_json::from_str::<Value>(text).unwrap_or_default();
    // Of a body with two errors, either may be reported.
    if text.matches("error\"").count() > 1 || text.contains('\\') {
        return;
    }
    let nothing = Map::new();
    let fields = value["error"].as_object().unwrap_or(&nothing);
    let field = |key: &str| fields.get(key).and_then(Value::as_str);
    if value != Value::Null {
        assert_eq!(stripe.kind, field("type").filter(|kind| !kind.is_empty()).unwrap_or("api_error"));
        assert_eq!(stripe.stripe_code.as_deref(), id(fields.get("code")));
        assert_eq!(stripe.decline_code.as_deref(), id(fields.get("decline_code")));
        assert_eq!(stripe.advice_code.as_deref(), id(fields.get("advice_code")));
        assert_eq!(stripe.param.as_deref(), id(fields.get("param")));
        assert_eq!(stripe.message.as_deref(), id(fields.get("message")));
        assert_eq!(stripe.doc_url.as_deref(), id(fields.get("doc_url")));
        assert_eq!(stripe.request_log_url.as_deref(), id(fields.get("request_log_url")));
        assert_eq!(stripe.payment_intent.as_deref(), id(fields.get("payment_intent")));
    }
}

/// The errors in the vectors.
pub fn seeds(vectors: &Vectors) -> Vec<Vec<u8>> {
    let refused = vectors.of("response.read").filter(|input| input["status"].as_u64() >= Some(400));
    let seed = |input: &Value| {
        let status = STATUSES.iter().position(|status| Some(u64::from(*status)) == input["status"].as_u64());
        let status = u8::try_from(status.unwrap_or_default()).unwrap_or_default();
        [&[status, 0], &*body(input)].concat()
    };
    refused.map(seed).collect()
}

/// A text, or the id of the expanded object.
fn id(value: Option<&Value>) -> Option<&str> {
    value?.as_str().or_else(|| value?.get("id")?.as_str())
}
