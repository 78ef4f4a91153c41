//! Idempotency keys are safe to send and distinct, and a saved call continues unchanged or not at all.

use counterfoil::{AccountId, AnyOperation, IdempotencyKey, Platform, SecretKey};
use serde_json::Value;

use crate::pick::Pick;
use crate::seeds::{Vectors, text};

/// The bytes are a key, an id, a saved call, and two orders to derive keys for.
///
/// # Panics
/// If a value is accepted that must not be sent, or two orders share a key.
pub fn holds(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let graphic = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic());
    let is_key = (1..=255).contains(&text.len()) && graphic(&text);
    assert_eq!(text.parse::<IdempotencyKey>().is_ok(), is_key);
    let is_account = text.strip_prefix("acct_").is_some_and(|rest| {
        !rest.is_empty()
            && text.len() <= 255
            && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    });
    assert_eq!(text.parse::<AccountId>().is_ok(), is_account);
    if let Err(error) = text.parse::<SecretKey>() {
        // What was pasted by mistake may be another secret, unless it is a word of the message itself.
        let of_another = format!("{:?}", "none".parse::<SecretKey>().expect_err("no key"));
        assert!(text.len() < 8 || of_another.contains(&*text) || !format!("{error:?}").contains(&*text));
    }

    let merchant: AccountId = "acct_1".parse().expect("an account");
    let mut pick = Pick::new(data);
    let purposes = [pick.text(), pick.text()];
    let long = "x".repeat(usize::from(pick.byte()) * 2);
    let references = [pick.text() + &long, String::from_utf8_lossy(pick.rest()).into_owned()];
    let key = |index: usize| IdempotencyKey::of(&merchant, &references[index], &purposes[index]);
    let (one, other) = (key(0), key(1));
    assert_eq!(one, key(0));
    assert_eq!(one == other, purposes[0] == purposes[1] && references[0] == references[1]);
    for key in [one, other] {
        assert_eq!(key.as_str().parse::<IdempotencyKey>().ok(), Some(key));
    }

    saved(&text);
}

/// The keys in the vectors, and saved calls.
pub fn seeds(vectors: &Vectors) -> Vec<Vec<u8>> {
    let platform = platform();
    let call = |input: &Value| {
        let operation =
            AnyOperation::from_json(text(input, "operation"), &input["params"].to_string()).ok()?;
        let key = "order-42".parse().ok();
        Some(platform.any_for(input["account"].as_str(), None, &operation, key).ok()?.save().into_bytes())
    };
    let keys = ["idempotency_key", "account", "secret_key"];
    let keys = keys.iter().flat_map(|key| vectors.of("request.build").map(|input| text(input, key).into()));
    vectors.of("request.build").filter_map(call).chain(keys).collect()
}

fn platform() -> Platform {
    Platform::new("sk_test_example".parse().expect("a key"))
}

/// Whatever text comes out of storage: the resulting call is valid, and unchanged when it is saved again.
fn saved(text: &str) {
    let Ok(call) = platform().resume::<AnyOperation>(text) else { return };
    let request = call.request();
    assert!(request.url.starts_with("https://api.stripe.com/v"), "{}", request.url);
    assert!(request.url.bytes().all(|byte| byte.is_ascii_graphic()), "{}", request.url);
    for header in &request.headers {
        assert!(header.value.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' '));
    }
    let again = platform().resume::<AnyOperation>(&call.save()).expect("a saved call");
    assert_eq!((again.request(), again.attempt()), (request, call.attempt()));
}
