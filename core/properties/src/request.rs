//! Parameters become a request that is complete and safe to send, or faults that say where and why.

use counterfoil::http::Method;
use counterfoil::{AnyOperation, Error, Platform};
use serde_json::Value;

use crate::form::decode;
use crate::pick::Pick;
use crate::seeds::{Vectors, text};

const ORIGIN: &str = "https://api.stripe.com";
const KEY: &str = "sk_test_example";
const NOW: i64 = 1_793_000_000;

/// A byte for the operation and one for the account, then the parameters as JSON.
///
/// # Panics
/// If a request contains anything that it should not, or an error does not say what to do.
pub fn holds(data: &[u8]) {
    let mut pick = Pick::new(data);
    let name = pick.of(AnyOperation::NAMES);
    let account = pick.of(&[Some("acct_1"), None]);
    let Ok(params) = std::str::from_utf8(pick.rest()) else { return };
    let platform = Platform::new(KEY.parse().expect("a key"));
    let call = AnyOperation::from_json(name, params).and_then(|operation| {
        let key = "order-42".parse().ok();
        platform.any_for(account, Some(NOW), &operation, key)
    });
    let call = match call {
        Ok(call) => call,
        Err(error) => {
            assert!(hides(&error.to_string(), params));
            return told(&error);
        }
    };

    let request = call.request();
    let path = request.url.strip_prefix(ORIGIN).expect("stripe's origin");
    assert!(path.starts_with("/v1/") || path.starts_with("/v2/"), "{path}");
    assert!(!path.contains("//") && !path.contains("/../"), "{path}");
    assert!(request.url.bytes().all(|byte| byte.is_ascii_graphic()), "{path}");
    for header in &request.headers {
        assert!(header.value.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' '));
    }
    let scope = |name: &str| request.headers.iter().filter(|header| header.name == name).count();
    assert_eq!(scope("Stripe-Account") + scope("Stripe-Context"), usize::from(account.is_some()));
    assert!(hides(&format!("{call:?}{request:?}"), params));

    let query = path.split_once('?').map_or("", |(_, query)| query);
    decode(query);
    match request.method {
        Method::Get | Method::Delete => assert!(request.body.is_empty()),
        Method::Post if path.starts_with("/v2/") => {
            assert!(request.body.is_empty() || serde_json::from_str::<Value>(&request.body).is_ok());
        }
        Method::Post => {
            decode(&request.body);
        }
    }
    let resumed = platform.resume::<AnyOperation>(&call.save()).expect("a saved call");
    assert_eq!((resumed.request(), resumed.attempt()), (request, call.attempt()));
}

/// The parameters in the vectors.
pub fn seeds(vectors: &Vectors) -> Vec<Vec<u8>> {
    let seed = |input: &Value| {
        let name = AnyOperation::NAMES.iter().position(|name| *name == text(input, "operation"))?;
        let account = u8::from(input["account"].is_null());
        Some([vec![u8::try_from(name).ok()?, account], input["params"].to_string().into_bytes()].concat())
    };
    vectors.of("request.build").filter_map(seed).collect()
}

fn told(error: &Error) {
    assert!(!error.faults().is_empty(), "{error:?}");
    for fault in error.faults() {
        assert!(!fault.code.is_empty() && !fault.message.is_empty());
        assert!(
            fault.code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        );
    }
}

/// Returns whether the secret key does not appear in a text, unless it was in the parameters.
fn hides(text: &str, params: &str) -> bool {
    params.contains(KEY) || !text.contains(KEY)
}
