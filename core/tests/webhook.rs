//! What vectors cannot test about webhooks: properties over all inputs, and sizes.

use counterfoil::webhook::{
    EndpointSecret, Event, Outcome, OutcomeKind, Tolerance, WebhookError, Webhooks, sign,
};
use proptest::prelude::*;
use std::time::Duration;

const NOW: i64 = 1_793_000_000;
const SECRET: &str = "whsec_test_secret";

fn keyring() -> Webhooks {
    Webhooks::new([EndpointSecret::new("connect", SECRET)]).unwrap()
}

fn event(kind: &str, object: &str) -> Vec<u8> {
    format!(
        r#"{{"id":"evt_1","object":"event","account":"acct_1","livemode":false,"created":1,"type":"{kind}","data":{{"object":{object}}}}}"#
    )
    .into_bytes()
}

fn verify<'b>(body: &'b [u8], signature: &str) -> Result<Event<'b>, WebhookError> {
    keyring().verify(body, signature, NOW)
}

#[test]
fn a_body_may_have_as_many_bytes_as_the_keyring_takes() {
    let mut body = event("ping", "{}");
    body.resize(1024 * 1024, b' ');
    assert!(verify(&body, &sign(&body, SECRET, NOW)).is_ok());
    body.push(b' ');
    let signature = sign(&body, SECRET, NOW);
    assert_eq!(verify(&body, &signature).unwrap_err().code(), "body_too_large");
    let roomy = keyring().with_max_body(body.len());
    assert!(roomy.verify(&body, &*signature, NOW).is_ok());
}

#[test]
fn a_header_that_is_not_text_is_only_another_header() {
    let body = event("ping", "{}");
    let mut header = sign(&body, SECRET, NOW).into_bytes();
    header.extend_from_slice(b",\xff\xfe=\x80");
    assert!(keyring().verify(&body, header.as_slice(), NOW).is_ok());
    assert_eq!(keyring().verify(&body, &b"\xff\xfe"[..], NOW).unwrap_err().code(), "malformed_signature");
}

#[test]
fn header_and_time_are_taken_as_the_host_has_them() {
    /// Like the type of the crate `http`.
    struct HeaderValue(Vec<u8>);

    impl AsRef<[u8]> for HeaderValue {
        fn as_ref(&self) -> &[u8] {
            &self.0
        }
    }

    let body = event("ping", "{}");
    let text: String = sign(&body, SECRET, NOW);
    let value = HeaderValue(text.clone().into_bytes());
    let absent: Option<&HeaderValue> = None;
    let keyring = keyring();
    assert!(keyring.verify(&body, &text, NOW).is_ok());
    assert!(keyring.verify(&body, text.as_bytes(), 1_793_000_000_u64).is_ok());
    assert!(keyring.verify(&body, &value, 1_793_000_000).is_ok());
    assert!(keyring.verify(&body, Some(&value), Duration::from_secs(1_793_000_000)).is_ok());
    assert!(keyring.verify(&body, Some(text.as_str()), NOW + 300).is_ok());
    let code = |verified: Result<Event<'_>, WebhookError>| verified.unwrap_err().code();
    assert_eq!(code(keyring.verify(&body, absent, NOW)), "missing_signature");
    assert_eq!(code(keyring.verify(&body, &value, u64::MAX)), "timestamp_too_old");
    assert_eq!(code(keyring.verify(&body, &value, 0)), "timestamp_in_future");
}

type Lent = fn(&[u8], &[&[u8]]) -> Option<[u8; 32]>;

#[test]
fn a_lent_hmac_gets_key_and_message_and_decides_nothing() {
    let body = event("ping", "{}");
    let signature = sign(&body, SECRET, NOW);
    let message = [NOW.to_string().as_bytes(), b".", &*body].concat();
    let genuine = hex(&signature);
    let asked = std::cell::Cell::new(0);
    let lent = |key: &[u8], parts: &[&[u8]]| {
        asked.set(asked.get() + 1);
        (key == SECRET.as_bytes() && parts.concat() == message).then_some(genuine)
    };
    assert!(keyring().verify_with(lent, &body, &*signature, NOW).is_ok());
    assert_eq!(asked.get(), 1);
    // If none matches, at most once more per secret, for the diagnosis.
    for (refused, more) in [(&b"{}"[..], 2), (b"xx", 1)] {
        let before = asked.get();
        assert!(keyring().verify_with(lent, refused, &*signature, NOW).is_err());
        assert_eq!(asked.get() - before, more);
    }

    let code = |hmac: Lent, signature: &str| {
        keyring().verify_with(hmac, &body, signature, NOW).map_or_else(|rejection| rejection.code(), |_| "ok")
    };
    assert_eq!(code(|_, _| Some([0; 32]), &signature), "signature_mismatch");
    assert_eq!(code(|_, _| None, &signature), "ok");
    assert_eq!(code(|_, _| None, &sign(&body, "whsec_other", NOW)), "signature_mismatch");
}

/// Returns the 32 bytes of a header's only signature.
fn hex(header: &str) -> [u8; 32] {
    let digits = header.split_once("v1=").unwrap().1;
    std::array::from_fn(|index| u8::from_str_radix(&digits[2 * index..2 * index + 2], 16).unwrap())
}

#[test]
fn the_diagnosis_names_what_was_done_to_the_body() {
    let value = serde_json::json!({"id": "evt_1", "list": [1, {"a": "b"}]});
    let body = serde_json::to_vec_pretty(&value).unwrap();
    let signature = sign(&body, SECRET, NOW);
    let told = |body: &[u8]| verify(body, &signature).unwrap_err().diagnosis().to_owned();
    assert!(told(&serde_json::to_vec(&value).unwrap()).contains("serialized again"));
    assert!(told(&[&body[..], b"\n"].concat()).contains("white space"));
    assert!(told(&[b"\xef\xbb\xbf", &body[..]].concat()).contains("byte order mark"));
    assert!(told(b"").contains("empty"));
    assert!(told(b"something else").contains("connect"));
    for (body, as_if_serialized_again) in [(&b"something else"[..], false), (b"{\n}", false), (b"{}", true)] {
        assert_eq!(told(body).contains("no line breaks"), as_if_serialized_again);
    }
    assert!(!told(b"something else").contains(SECRET));
}

#[test]
fn a_thin_event_says_what_the_snapshot_would_have_said() {
    let thin =
        br#"{"id":"evt_2","object":"v2.core.event","type":"v1.checkout.session.completed","livemode":false,
        "created":"2026-10-29T19:58:14.000Z","context":"acct_1",
        "related_object":{"id":"cs_1","type":"checkout.session","url":"/v1/checkout/sessions/cs_1"}}"#;
    let thin = verify(thin, &sign(thin, SECRET, NOW)).unwrap();
    let related = thin.related_object().unwrap();
    assert_eq!(
        (&*related.kind, related.url.as_deref()),
        ("checkout.session", Some("/v1/checkout/sessions/cs_1"))
    );
    let Outcome::Fetch(fetch) = thin.outcome() else { panic!("{:?}", thin.outcome()) };
    assert_eq!((fetch.object(), fetch.id()), ("checkout.session", "cs_1"));

    let session = r#"{"id":"cs_1","object":"checkout.session","mode":"payment","payment_status":"unpaid"}"#;
    let snapshot = event("checkout.session.completed", session);
    let snapshot = verify(&snapshot, &sign(&snapshot, SECRET, NOW)).unwrap().outcome();
    let session = snapshot.session().unwrap().clone();
    assert_eq!(thin.outcome_with(session.clone()).unwrap(), snapshot);
    assert_eq!(snapshot.kind(), OutcomeKind::AwaitingPayment);

    let mut other = session;
    other.id = "cs_2".into();
    assert_eq!(thin.outcome_with(other).unwrap_err().code(), "wrong_object");
}

#[test]
fn what_follows_from_an_event_is_on_its_account() {
    let body = event("charge.refunded", "{}");
    let event = verify(&body, &sign(&body, SECRET, NOW)).unwrap();
    assert_eq!(event.merchant().unwrap().as_str(), "acct_1");
    assert_eq!(event.merchant().as_ref(), event.account());
}

proptest! {
    #[test]
    fn what_was_signed_verifies(text in ".*", secret in "whsec_[a-zA-Z0-9]{1,200}", time in 1..999_999_999_999_i64) {
        let object = serde_json::json!({ "text": text }).to_string();
        let body = event("ping", &object);
        let keyring = Webhooks::new([EndpointSecret::new("a", secret.clone())]).unwrap();
        let signature = sign(&body, &secret, time);
        let verified = keyring.verify(&body, &*signature, time).unwrap();
        prop_assert_eq!(verified.object(), Some(&*object));
    }

    #[test]
    fn any_changed_bit_is_rejected(bit in 0..8_usize, at in any::<prop::sample::Index>()) {
        let body = event("ping", r#"{"id":"cus_1"}"#);
        let signature = sign(&body, SECRET, NOW);
        let mut changed = body.clone();
        changed[at.index(body.len())] ^= 1 << bit;
        let unchecked = keyring().with_tolerance(Tolerance::Unchecked);
        prop_assert_eq!(unchecked.verify(&changed, &*signature, NOW).unwrap_err().code(), "signature_mismatch");

        let mut header = signature.into_bytes();
        let index = at.index(header.len());
        header[index] ^= 1 << bit;
        prop_assert!(unchecked.verify(&body, header.as_slice(), NOW).is_err());
    }

    #[test]
    fn the_order_of_the_header_does_not_matter(items in Just(()).prop_perturb(|(), mut random| {
        let body = event("ping", "{}");
        let mut items: Vec<String> = sign(&body, SECRET, NOW).split(',').map(str::to_owned).collect();
        items.extend(["v0=1".to_owned(), format!("v1={}", "0".repeat(64)), "x".to_owned()]);
        for at in (1..items.len()).rev() {
            items.swap(at, random.random_range(0..=at));
        }
        items
    })) {
        let body = event("ping", "{}");
        prop_assert!(verify(&body, &items.join(",")).is_ok());
    }

    #[test]
    fn no_body_panics(body in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(event) = verify(&body, &sign(&body, SECRET, NOW)) {
            let _ = (event.outcome(), event.dedupe_key());
        }
    }

    #[test]
    fn no_session_panics(object in r#"\{("(id|object|mode|payment_status|payment_intent|metadata)":("[a-z_.]*"|null|1|\{\}|\[\]),?){0,6}\}"#) {
        let body = event("checkout.session.completed", &object);
        if let Ok(event) = verify(&body, &sign(&body, SECRET, NOW)) {
            let _ = (event.outcome(), event.dedupe_key());
        }
    }
}
