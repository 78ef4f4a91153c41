//! Only the requested object counts as a success, and only what should be retried is retried.

use counterfoil::call::RetryPolicy;
use counterfoil::http::{Header, Response, TransportError};
use counterfoil::{AnyAnswer, AnyOperation};
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::pick::Pick;
use crate::seeds::{Vectors, body, text};

const STATUSES: [u16; 16] = [200, 201, 204, 299, 300, 302, 400, 402, 404, 409, 429, 500, 503, 599, 199, 0];
const SHOULD_RETRY: [Option<&str>; 4] = [None, Some("true"), Some("false"), Some("maybe")];

/// The bytes: one each for the operation, the status, the header that decides about a retry, and the attempt;
/// then the body.
///
/// # Panics
/// If a response counts as a success that is not one, or the other way round, or if a retry breaks the rules.
pub fn holds(data: &[u8]) {
    let mut pick = Pick::new(data);
    let (name, status) = (pick.of(AnyOperation::NAMES), pick.of(&STATUSES));
    let (should_retry, attempt) = (pick.of(&SHOULD_RETRY), u32::from(pick.byte() % 8));
    let headers = [("request-id", Some("req_1")), ("STRIPE-SHOULD-RETRY", should_retry)];
    let headers = headers.iter().filter_map(|(name, value)| Some(Header::new(*name, (*value)?)));
    let response = Response { status, headers: headers.collect(), body: pick.rest().to_vec() };
    let text = std::str::from_utf8(&response.body).unwrap_or_default();
    let value = serde_json::from_str::<Value>(text).ok();

    match AnyOperation::read(name, &response) {
        Ok(answer) => {
            assert!((200..300).contains(&status), "a success with status {status}");
            assert!(serde_json::from_str::<IgnoredAny>(text).is_ok(), "a success that is not JSON");
            if let Some(value) = value {
                assert!(!value["error"].is_object(), "an error that counted as a success");
                succeeded(name, &answer, &value);
            }
        }
        Err(error) => {
            assert_eq!((error.status(), error.request_id()), (Some(status), Some("req_1")));
            assert!(!error.code().is_empty() && !error.to_string().is_empty());
            assert_eq!(error.as_stripe().is_some(), !(200..400).contains(&status));
            if let Some(value) = value.filter(|_| (200..300).contains(&status)) {
                assert!(!is_asked_for(name, &value), "rejected the requested object: {value}");
            }
        }
    }

    let policy = RetryPolicy { max_retries: 3 };
    let verdict = policy.verdict(attempt, Ok(&response), f64::from(attempt) / 7.0);
    if let Some(another) = is_worth_another(status, should_retry, text) {
        assert_eq!(verdict.is_some(), attempt <= 3 && another);
    }
    let failures = [
        TransportError::Connect,
        TransportError::Timeout,
        TransportError::Closed,
        TransportError::Tls,
        TransportError::TooLarge,
    ];
    for failure in failures {
        let after = policy.verdict(attempt, Err(&failure), 0.5);
        let is_final = matches!(failure, TransportError::Tls | TransportError::TooLarge);
        assert_eq!(after.is_some(), attempt <= 3 && !is_final);
    }
    if let Some(after) = verdict {
        assert!((250..=5000).contains(&after.as_millis()), "{after:?}");
    }
}

/// The responses in the vectors.
pub fn seeds(vectors: &Vectors) -> Vec<Vec<u8>> {
    let read = vectors.of("response.read").chain(vectors.of("retry.next"));
    read.map(|input| {
        let name = AnyOperation::NAMES.iter().position(|name| *name == text(input, "operation"));
        let status = STATUSES.iter().position(|status| Some(u64::from(*status)) == input["status"].as_u64());
        let byte = |index: Option<usize>| u8::try_from(index.unwrap_or_default()).unwrap_or_default();
        [vec![byte(name), byte(status), 0, 1], body(input)].concat()
    })
    .collect()
}

fn succeeded(name: &str, answer: &AnyAnswer, body: &Value) {
    match answer {
        AnyAnswer::Object(object) => {
            let raw: Value = serde_json::from_str(object.raw()).expect("an object is JSON");
            assert_eq!(&raw, body);
            // Links and account sessions have no id; nothing else is an object without one.
            let identifies = ["id", "url", "client_secret"].map(|key| body[key].as_str().unwrap_or_default());
            assert!(identifies.iter().any(|text| !text.is_empty()), "{name} returned nothing in particular");
            if let Some(kind) = kind(name) {
                assert_eq!(body["object"], kind, "{name} returned another object");
            }
        }
        AnyAnswer::Page(page) => {
            assert!(body["object"] == "list" || body.get("next_page_url").is_some());
            let items = body["data"].as_array().map_or(0, Vec::len);
            assert_eq!(page.data.len(), items, "an item was lost");
        }
    }
}

/// Returns whether this is plainly the object that the operation returns.
fn is_asked_for(name: &str, body: &Value) -> bool {
    let id = body["id"].as_str().is_some_and(|id| !id.is_empty());
    let lists = name.ends_with(".list") || name.ends_with("line_items");
    id && !lists && kind(name).is_some_and(|kind| body["object"] == kind) && !body["error"].is_object()
}

/// Returns the `object` in the responses to an operation, if there is only one.
fn kind(name: &str) -> Option<&'static str> {
    let (resource, verb) = name.split_once('.')?;
    match resource {
        _ if verb == "delete" => None,
        "checkout" => Some("checkout.session"),
        "payment_intents" => Some("payment_intent"),
        "charges" => Some("charge"),
        "refunds" => Some("refund"),
        "application_fees" => Some("application_fee"),
        "application_fee_refunds" => Some("fee_refund"),
        "disputes" => Some("dispute"),
        "balance_transactions" => Some("balance_transaction"),
        "events" => Some("event"),
        "v2_events" => Some("v2.core.event"),
        "webhook_endpoints" => Some("webhook_endpoint"),
        "event_destinations" => Some("v2.core.event_destination"),
        _ => None,
    }
}

/// Returns what the rules say about another attempt, or `None` if the body is ambiguous.
fn is_worth_another(status: u16, should_retry: Option<&str>, body: &str) -> Option<bool> {
    Some(match should_retry {
        Some("true") => true,
        Some("false") => false,
        _ if status == 429 => {
            let plain =
                !body.contains('\\') && ["error", "code"].iter().all(|key| body.matches(key).count() < 2);
            let value: Value = serde_json::from_str(body).ok().filter(|_| plain)?;
            value["error"]["code"] == "lock_timeout"
        }
        _ => status == 409 || status >= 500,
    })
}
