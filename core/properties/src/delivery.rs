//! A genuine delivery of any bytes is read as `serde_json` reads it, or rejected for the right reason.

use counterfoil::AccountId;
use counterfoil::Platform;
use counterfoil::webhook::{EndpointSecret, Event, Fetch, Outcome, RejectionCode, Shape, Webhooks};
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::mac;
use crate::seeds::{Vectors, body};

const SECRET: &str = "whsec_example";
const TIME: &str = "1793000000";
const NOW: i64 = 1_793_000_000;
const DEEPEST: usize = 128;

/// The bytes are the body, signed as Stripe would.
///
/// # Panics
/// If the event differs from the body, or the rejection is unfounded.
pub fn holds(data: &[u8]) {
    let header = format!("t={TIME},v1={}", mac::v1(SECRET, TIME, data));
    let keyring = |secret: &str| Webhooks::new([EndpointSecret::new("connect", secret)]).expect("a keyring");

    let other = keyring("whsec_another").verify(data, &*header, NOW).expect_err("another secret");
    assert_eq!(other.code(), "signature_mismatch");
    assert!(!other.diagnosis().contains("whsec_another"));

    let text = std::str::from_utf8(data).ok();
    let value = text.and_then(|text| serde_json::from_str::<Value>(text).ok());
    match keyring(SECRET).verify(data, &*header, NOW) {
        Ok(event) => {
            // It may contain a number or an escape over which no payment should be rejected.
            let text = text.expect("an event is text");
            assert!(is_json(text));
            if let Some(value) = value {
                agrees(&event, &value);
            }
            outcome(&event);
            let owned = event.clone().into_owned();
            assert_eq!(format!("{owned:?}"), format!("{event:?}"));
            assert_eq!((owned.object(), owned.dedupe_key()), (event.object(), event.dedupe_key()));
        }
        Err(rejection) => match rejection.reason() {
            RejectionCode::InvalidUtf8 => assert!(text.is_none()),
            RejectionCode::InvalidJson => {
                let text = text.expect("UTF-8 comes first");
                assert!(!is_json(text), "refused JSON: {text}");
            }
            RejectionCode::DuplicateKey => {
                let keys = ["id", "type", "object", "account", "livemode"];
                let text = text.expect("UTF-8 comes first");
                assert!(is_json(text));
                // Written plainly or with escapes: there are five of those keys, or one of them is
                // duplicated.
                let members = members(text);
                let twice = |key: &&str| members.iter().filter(|member| member == key).count() > 1;
                assert!(keys.iter().any(twice), "no duplicate key: {text}");
            }
            RejectionCode::NotAnEvent => {
                assert!(is_json(text.expect("UTF-8 comes first")));
                assert!(!value.is_some_and(|value| is_snapshot(&value)), "rejected an event");
            }
            reason => panic!("{reason:?} for a genuine delivery"),
        },
    }
}

/// The bodies of the vectors.
pub fn seeds(vectors: &Vectors) -> Vec<Vec<u8>> {
    let classified = vectors.of("webhook.classify").map(body);
    vectors.of("webhook.verify").map(body).chain(classified).collect()
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok() && depth(text) <= DEEPEST
}

/// Returns how deeply brackets are nested, not counting those in strings.
fn depth(text: &str) -> usize {
    let (mut deepest, mut open, mut quoted, mut escaped) = (0, 0_usize, false, false);
    for character in text.chars() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '{' | '[' if !quoted => open += 1,
            '}' | ']' if !quoted => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

/// Returns the keys at the top level of a body, including duplicates.
fn members(text: &str) -> Vec<String> {
    struct Keys;
    impl<'de> serde::de::Visitor<'de> for Keys {
        type Value = Vec<String>;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Vec<String>, A::Error> {
            let mut keys = Vec::new();
            while let Some((key, IgnoredAny)) = map.next_entry()? {
                keys.push(key);
            }
            Ok(keys)
        }
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    serde::Deserializer::deserialize_map(&mut reader, Keys).unwrap_or_default()
}

/// Returns whether this is plainly an event of the usual form.
fn is_snapshot(body: &Value) -> bool {
    let text = |key: &str| body[key].as_str().is_some_and(|text| !text.is_empty());
    let account = match &body["account"] {
        Value::Null => true,
        Value::String(account) => account.parse::<AccountId>().is_ok(),
        _ => false,
    };
    body["object"] == "event"
        && text("id")
        && text("type")
        && account
        && body["livemode"].is_boolean()
        && body["created"].is_i64()
        && body["data"].get("object").is_some()
}

fn agrees(event: &Event<'_>, body: &Value) {
    assert_eq!(body["id"], event.id());
    assert_eq!(body["type"], event.kind());
    assert_eq!(body["livemode"], event.is_live());
    assert_eq!(body["api_version"].as_str(), event.api_version());
    let account = event.account().map(|account| account.as_str());
    match event.shape() {
        Shape::Snapshot => {
            assert!(is_snapshot(body) || body["created"].is_f64(), "accepted as an event: {body}");
            assert_eq!(body["account"].as_str(), account);
            assert!(body["created"].is_f64() || body["created"] == event.created());
            let object: Value = serde_json::from_str(event.object().expect("an object")).expect("JSON");
            assert_eq!(body["data"]["object"], object);
        }
        Shape::Thin => {
            assert_eq!(body["object"], "v2.core.event");
            // A context that is not an account leaves the event without one.
            let context = body["context"].as_str().and_then(|path| path.split('/').next_back());
            assert_eq!(context.filter(|context| context.parse::<AccountId>().is_ok()), account);
            let named = &body["related_object"];
            let related = event.related_object();
            assert_eq!(related.map(|related| &*related.kind), named["type"].as_str());
            // A related object without a type does not count.
            if let Some(related) = related {
                assert_eq!(related.id.as_deref(), named["id"].as_str());
                assert_eq!(related.url.as_deref(), named["url"].as_str());
            }
        }
        other => panic!("a shape that is not tested: {other:?}"),
    }
}

/// No session counts as paid unless it says so itself.
fn outcome(event: &Event<'_>) {
    let outcome = event.outcome();
    assert!(!event.dedupe_key().is_empty());
    if let Outcome::Fetch(fetch) = &outcome {
        reads_one_object(fetch, event);
    }
    let completed = event.kind() == "checkout.session.completed";
    let (Some(session), true) = (outcome.session(), completed) else { return };
    assert!(!session.id.is_empty());
    let status = session.payment_status.as_deref();
    match outcome {
        Outcome::Paid(_) => assert_eq!(status, Some("paid")),
        Outcome::NothingToPay(_) => assert_eq!(status, Some("no_payment_required")),
        _ => assert!(status != Some("paid") || session.mode.as_deref() == Some("setup")),
    }
}

/// Whatever ids an event names, they stay ids: the request goes to the expected path.
fn reads_one_object(fetch: &Fetch, event: &Event<'_>) {
    let platform = Platform::new("sk_test_example".parse().expect("a key"));
    match fetch.call(&platform, event.account()) {
        Ok(call) => {
            let path = call.request().url.strip_prefix("https://api.stripe.com/").expect("Stripe's");
            // Of an account of v2, what has changed is included.
            let (path, _) = path.split_once('?').unwrap_or((path, ""));
            let path = path.strip_prefix("v1/").or(path.strip_prefix("v2/")).expect("a version of the API");
            assert!(path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_/".contains(&byte)), "{path}");
            assert!(path.ends_with(&format!("/{}", fetch.id())) && !path.contains("//"), "{path}");
            assert!((2..=4).contains(&path.split('/').count()), "{path}");
        }
        Err(error) => assert_eq!((error.code(), event.account()), ("wrong_scope", None)),
    }
}
