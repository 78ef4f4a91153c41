use serde_json::{Value, json};

use super::packed::{
    ACCOUNT, API_VERSION, CREATED, DEDUPE, FETCH, ID, LIVEMODE, OBJECT, OUTCOME, PLAIN_TYPE, PackedEvent,
    REASON, SECRET, SHAPE, TYPE,
};
use super::*;
use crate::webhook::{IgnoredReason, OutcomeKind, Shape, Webhooks, sign};

const NOW: i64 = 1_793_000_000;
const SECRETS: &str = r#"{"secrets":[{"label":"old","secret":"whsec_old"},{"label":"connect","secret":"whsec_new","live":false}]}"#;

fn keyring() -> Webhooks {
    super::keyring(SECRETS).unwrap()
}

const SESSION: [&str; 22] = [
    "id",
    "url",
    "status",
    "payment_status",
    "mode",
    "amount_total",
    "amount_subtotal",
    "currency",
    "client_reference_id",
    "payment_intent",
    "payment_intent_status",
    "subscription",
    "setup_intent",
    "invoice",
    "customer",
    "customer_email",
    "metadata",
    "livemode",
    "created",
    "expires_at",
    "recovery_url",
    "client_secret",
];

/// Reads a packed event as a host does.
struct Host<'e>(&'e PackedEvent, &'e [u8]);

impl Host<'_> {
    fn number(&self, index: usize) -> i32 {
        self.0.numbers[index]
    }

    fn text(&self, index: usize) -> Option<String> {
        self.between(self.number(index), self.number(index + 1))
    }

    fn between(&self, start: i32, end: i32) -> Option<String> {
        let all = [self.1, &self.0.tail].concat();
        let range = usize::try_from(start).ok()?..usize::try_from(end).ok()?;
        Some(String::from_utf8(all[range].to_vec()).unwrap())
    }

    /// The session's fields, read by the types of the record.
    fn session(&self) -> Option<Value> {
        let places = self.0.session?;
        let fields = SESSION.iter().zip(places.as_chunks::<2>().0).map(|(name, [start, end])| {
            let text = self.between(*start, *end);
            let value = match *name {
                "amount_total" | "amount_subtotal" | "created" | "expires_at" => {
                    json!(text.map(|text| text.parse::<i64>().unwrap()))
                }
                "livemode" => json!(text.is_some()),
                "metadata" => {
                    let mut pairs: Value = serde_json::from_str(text.as_deref().unwrap_or("{}")).unwrap();
                    pairs.as_object_mut().unwrap().retain(|_, value| value.is_string());
                    pairs
                }
                _ => json!(text),
            };
            ((*name).to_owned(), value)
        });
        Some(Value::Object(fields.collect()))
    }

    fn dedupe_key(&self) -> String {
        let text = self.text(DEDUPE + 1).unwrap();
        if self.number(DEDUPE) == 0 {
            return text;
        }
        let account = self.text(ACCOUNT).unwrap_or("platform".to_owned());
        let kind = self.between(self.number(PLAIN_TYPE), self.number(TYPE + 1)).unwrap();
        format!("{account}:{kind}:{text}")
    }
}

fn bodies() -> Vec<String> {
    let mut bodies = Vec::new();
    for kind in crate::testing::event_types() {
        let event = crate::testing::event(kind).unwrap();
        bodies.extend([event.snapshot(), event.thin()]);
        bodies.push(event.clone().live().on_platform().created(5_000_000_000).thin());
        bodies.push(event.id("evt_\u{e9}\"").live().snapshot());
    }
    let thin = r#"{"id":"evt_2","object":"v2.core.event","type":"v1.refund.updated","livemode":false,"created":"2026-11-27T00:00:00Z","context":"org_1/acct_9","snapshot_event":"evt_1","related_object":{"id":"re_1","type":"refund","url":"/v1/refunds/re_1"}}"#;
    for object in [
        r#"{"amount_total":"5","amount_subtotal":1.5,"created":-0,"expires_at":99999999999999999999,"livemode":1}"#,
        r#"{"amount_total":-7,"livemode":true,"url":"https://a.example/\u00e9","client_secret":null,"mode":7}"#,
        r#"{"metadata":{"a":"b","n":1,"l":["c"],"a":"d"},"customer":{"id":"cus_1","object":"customer"}}"#,
        r#"{"metadata":{"a\n":"\ud83d","注":"文"},"payment_intent":{"status":"succeeded","id":"pi_1"}}"#,
        r#"{"metadata":null,"payment_intent":"pi_2","customer_email":"given@a.example"}"#,
        r#"{"customer_details":{"email":"typed@a.example"},"customer_email":"given@a.example"}"#,
        r#"{"customer_details":{"email":null},"customer_email":"given@a.example","customer_details":[]}"#,
        r#"{"after_expiration":{"recovery":{"url":"https://r.example"},"recovery_url":"x"},"metadata":{}}"#,
        r#"{"after_expiration":{"recovery":null},"subscription":"","invoice":{"object":"invoice"}}"#,
    ] {
        let event = crate::testing::event("checkout.session.completed").unwrap();
        // A test event cannot contain a lone surrogate.
        bodies.extend(event.with(object).map(|event| event.snapshot()));
        let start = r#"{"id":"evt_1","object":"event","type":"checkout.session.completed","livemode":false,"created":1,"data":{"object":{"id":"cs_1","object":"checkout.session","payment_status":"paid","#;
        bodies.push(format!("{start}{}}}}}", &object[1..]));
    }
    bodies.extend([
        thin.to_owned(),
        thin.replace("acct_9", "space_9"),
        thin.replace("evt_1", "evt\\u005f1"),
        r#"{"id":"evt_1","object":"event","type":"p\u0069ng","livemode":false,"created":-1,"api_version":null,"data":{"object":{}}}"#.to_owned(),
    ]);
    bodies
}

#[test]
fn a_packed_event_says_what_the_event_says() {
    let keyring = keyring();
    let platform = platform(r#"{"secret_key":"sk_test_example"}"#).unwrap();
    for body in bodies() {
        let signature = sign(body.as_bytes(), "whsec_new", NOW);
        let event = keyring.verify(body.as_bytes(), &*signature, NOW).unwrap();
        let packed = verify_by(&keyring, &[], body.as_bytes(), &*signature, NOW).unwrap();
        let lean = verify(&keyring, |_, _| None, body.as_bytes(), &*signature, NOW).unwrap();
        assert_eq!((lean.numbers, lean.session), (packed.numbers, None));
        let host = Host(&packed, body.as_bytes());
        let outcome = event.outcome();
        assert_eq!(event.decided().unwrap_or(OutcomeKind::Ignored), outcome.kind(), "{body}");
        assert_eq!(OutcomeKind::ALL[host.number(OUTCOME) as usize], outcome.kind(), "{body}");
        let reason = usize::try_from(host.number(REASON)).ok().map(|place| IgnoredReason::ALL[place]);
        assert_eq!(
            reason,
            match &outcome {
                crate::webhook::Outcome::Ignored(reason) => Some(*reason),
                _ => None,
            }
        );
        assert_eq!(host.number(SHAPE) == 1, event.shape() == Shape::Thin);
        assert_eq!(host.number(LIVEMODE) == 1, event.is_live());
        assert_eq!(host.number(SECRET), 1);
        let created = i64::from(host.number(CREATED)) << 32 | i64::from(host.number(CREATED + 1) as u32);
        assert_eq!(created, event.created());
        assert_eq!(host.text(ID).as_deref(), Some(event.id()));
        assert_eq!(host.text(TYPE).as_deref(), Some(event.kind()));
        assert_eq!(host.text(ACCOUNT).as_deref(), event.account().map(crate::AccountId::as_str));
        assert_eq!(host.text(API_VERSION).as_deref(), event.api_version());
        assert_eq!(host.text(OBJECT).as_deref(), event.object());
        assert_eq!(host.dedupe_key(), event.dedupe_key());
        let session = outcome.session().map(|session| serde_json::to_value(session).unwrap());
        assert_eq!(host.session(), session, "{body}");
        if let crate::webhook::Outcome::Fetch(fetch) = &outcome {
            let [object, id, parent] = [0, 2, 4].map(|at| host.text(FETCH + at).unwrap());
            assert_eq!((&*object, &*id), (fetch.object(), fetch.id()));
            let named = crate::webhook::Fetch::named(&object, &id, &parent).unwrap();
            let url = |fetch: &crate::webhook::Fetch| {
                let account = "acct_1".parse().unwrap();
                fetch.call(&platform, Some(&account)).unwrap().request().url.clone()
            };
            assert_eq!(url(&named), url(fetch));
        } else {
            assert_eq!(host.text(FETCH), None);
        }
    }
}

#[test]
fn an_event_is_asked_again_by_its_body() {
    let keyring = keyring();
    for body in bodies() {
        let signature = sign(body.as_bytes(), "whsec_new", NOW);
        let event = keyring.verify(body.as_bytes(), &*signature, NOW).unwrap();
        let delivery = Delivery::Webhook { keyring: &keyring, secret: 1, body: body.as_bytes() };
        let outcome: Value = serde_json::from_str(&outcome_of(delivery).unwrap()).unwrap();
        assert_eq!(outcome["kind"], json!(event.outcome().kind().as_str()));
        assert_eq!(outcome["subject"], json!(event.outcome().subject()));
        let named = outcome["object"].is_object();
        assert_eq!(named, outcome["record"].is_string());
    }
    let body = bodies().remove(0);
    let gone = Delivery::Webhook { keyring: &keyring, secret: 2, body: body.as_bytes() };
    assert!(outcome_of(gone).is_err());
}

fn called(handle: Option<&Handle>, arguments: &[Option<&str>]) -> Result<Vec<Option<String>>, Value> {
    let mut call = Results::without_tag();
    for argument in arguments {
        call.optional(*argument);
    }
    let answer = super::call(handle, &call.into_bytes(), |_| 7).unwrap();
    let mut from = Arguments::new(&answer[1..]);
    let mut results = Vec::new();
    while from.end().is_err() {
        results.push(from.optional().unwrap().map(str::to_owned));
    }
    match answer[0] {
        0 => Ok(results),
        _ => Err(serde_json::from_str(results[0].as_deref().unwrap()).unwrap()),
    }
}

fn platform_handle() -> Handle {
    Handle::Platform(platform(r#"{"secret_key":"sk_test_example","max_retries":1}"#).unwrap())
}

/// What a host does with a list: build, fail once, receive a page, continue with the next.
#[test]
fn a_call_crosses_as_its_text() {
    let platform = platform_handle();
    let handle = Some(&platform);
    let build =
        [Some("build"), Some("acct_1"), Some("refunds.list"), Some(r#"{"charge":"ch_1"}"#), None, None];
    let first = called(handle, &build).unwrap().remove(0).unwrap();
    let sent: Value = serde_json::from_str(&first).unwrap();
    assert_eq!(sent["operation"], "refunds.list");
    assert_eq!((&sent["account"], &sent["attempt"]), (&json!("acct_1"), &json!(1)));
    let results = called(handle, &[Some("fail"), Some(&first), Some("closed"), Some("1")]).unwrap();
    assert_eq!(results[0].as_deref(), Some(r#"{"retry_after_ms":500}"#));
    let again: Value = serde_json::from_str(results[1].as_deref().unwrap()).unwrap();
    assert_eq!((&again["attempt"], &again["url"]), (&json!(2), &sent["url"]));
    let page = r#"{"object":"list","has_more":true,"data":[{"id":"re_1","object":"refund"}]}"#;
    let receive = [Some("receive"), results[1].as_deref(), Some("200"), Some("[]"), Some(page), Some("0.5")];
    let results = called(handle, &receive).unwrap();
    let verdict: Value = serde_json::from_str(results[0].as_deref().unwrap()).unwrap();
    assert_eq!(verdict["done"]["record"], "Refund");
    assert_eq!(verdict["done"]["page"][0][1], r#"{"id":"re_1","object":"refund"}"#);
    let next = results[1].as_deref().unwrap();
    let following: Value = serde_json::from_str(next).unwrap();
    assert_eq!(following["attempt"], 1);
    assert!(following["url"].as_str().unwrap().contains("starting_after=re_1"), "{following}");
    let saved = called(handle, &[Some("save"), Some(next)]).unwrap().remove(0).unwrap();
    assert!(!saved.contains("sk_test"), "{saved}");
    let resumed = called(handle, &[Some("resume"), Some(&saved)]).unwrap().remove(0).unwrap();
    assert_eq!(resumed, next);
}

#[test]
fn an_error_tells_everything() {
    let platform = platform_handle();
    let build =
        [Some("build"), Some("acct_1"), Some("refunds.create"), Some(r#"{"amuont":1}"#), Some("k"), None];
    let error = called(Some(&platform), &build).unwrap_err();
    assert_eq!(error["code"], "unknown_parameter");
    assert_eq!(error["faults"][0]["path"], "amuont");
    let body = r#"{"error":{"type":"card_error","code":"card_declined","decline_code":"lost_card"}}"#;
    let read = [
        Some("read_answer"),
        Some("refunds.retrieve"),
        Some("402"),
        Some(r#"[["Request-Id","req_1"]]"#),
        Some(body),
    ];
    let error = called(None, &read).unwrap_err();
    assert_eq!((&error["status"], &error["request_id"]), (&json!(402), &json!("req_1")));
    assert_eq!(error["stripe"]["decline_code"], "lost_card");
    let error = called(None, &[Some("keyring"), Some(r#"{"secrets":[],"max_body":-1}"#)]).unwrap_err();
    assert_eq!(error["code"], "missing_parameter");
    let negative = r#"{"secrets":[{"label":"a","secret":"whsec_a"}],"tolerance":-1}"#;
    assert_eq!(called(None, &[Some("keyring"), Some(negative)]).unwrap_err()["code"], "out_of_range");
    let error = called(None, &[Some("invalid_text"), Some(r#"["params.name"]"#)]).unwrap_err();
    assert_eq!(error["faults"][0]["path"], "params.name");
}

#[test]
fn what_a_thin_event_names_is_read_by_a_call() {
    let platform = platform_handle();
    let named = r#"{"object":"capability","id":"card_payments","parent":"acct_1"}"#;
    let call = called(Some(&platform), &[Some("fetch"), Some(named), Some("acct_1")]).unwrap();
    let call: Value = serde_json::from_str(call[0].as_deref().unwrap()).unwrap();
    assert_eq!(call["url"], "https://api.stripe.com/v1/accounts/acct_1/capabilities/card_payments");
    assert_eq!(call["account"], Value::Null);
}

#[test]
fn arguments_of_another_function_are_unreadable() {
    let mut call = Results::without_tag();
    for text in ["fee_of", r#"{"basis_points":250}"#, "2000", "eur"] {
        call.text(text);
    }
    let call = call.into_bytes();
    assert!(super::call(None, &call, |_| 0).is_ok());
    for end in 0..call.len() {
        assert_eq!(super::call(None, &call[..end], |_| 0), Err(Unreadable), "{end}");
    }
    assert_eq!(super::call(None, &[&call[..], &[0; 4]].concat(), |_| 0), Err(Unreadable));
    let keyring = Handle::Webhooks(keyring());
    let mut build = Results::without_tag();
    for text in ["resume", "{}"] {
        build.text(text);
    }
    assert_eq!(super::call(Some(&keyring), &build.into_bytes(), |_| 0), Err(Unreadable));
}

#[test]
fn the_table_of_steps_is_whole() {
    let table: Vec<[String; 4]> = serde_json::from_str(&steps().unwrap()).unwrap();
    assert_eq!(table.len(), crate::fulfillment::State::ALL.len() * OutcomeKind::ALL.len());
    let late = ["expired", "paid", "fulfilled", "fulfill_late"];
    assert!(table.iter().any(|row| row.iter().eq(late)));
}

#[test]
fn parameters_are_checked_without_a_call() {
    assert!(check_parameters("refunds.create", r#"{"charge":"ch_1"}"#).is_ok());
    let failed = check_parameters("refunds.create", r#"{"chage":1,"amount":"x"}"#).unwrap_err();
    let failed: Value = serde_json::from_str(&failed.into_json()).unwrap();
    assert_eq!(failed["faults"][0]["path"], "chage");
    assert_eq!(failed["faults"][1]["path"], "amount");
}

/// What a host with its own SHA-256 does: two hashes for each secret, in order.
#[test]
fn the_macs_of_a_host_decide_as_ours_do() {
    use sha2::{Digest as _, Sha256};
    let keyring = keyring();
    let body = &bodies()[0];
    let macs = |signature: &str| -> Vec<[u8; 32]> {
        let mac = |secret| {
            let input = hash_input(&keyring, signature, body.len(), secret).unwrap();
            let inner = Sha256::new().chain_update(input.inner()).chain_update(input.time());
            let inner = inner.chain_update(b".").chain_update(body).finalize();
            Sha256::new().chain_update(input.outer()).chain_update(inner).finalize().into()
        };
        (0..keyring.len()).map(mac).collect()
    };
    for (secret, index) in [("whsec_old", 0), ("whsec_new", 1)] {
        let signature = sign(body.as_bytes(), secret, NOW);
        let right = macs(&signature);
        let packed = verify_by(&keyring, &right, body.as_bytes(), &*signature, NOW).unwrap();
        assert_eq!(packed.numbers[SECRET], index);
        let mut wrong = right.clone();
        wrong[index as usize][31] ^= 1;
        let refused = verify_by(&keyring, &wrong, body.as_bytes(), &*signature, NOW).unwrap_err();
        assert_eq!(refused.code(), "signature_mismatch");
        // MACs that the host has not computed are computed here.
        assert!(verify_by(&keyring, &right[..1], body.as_bytes(), &*signature, NOW).is_ok());
    }
    assert_eq!(hash_input(&keyring, "t=5", 1, 0).unwrap_err().code(), "no_v1_signature");
    assert_eq!(hash_input(&keyring, "t=5", 2 << 20, 0).unwrap_err().code(), "no_v1_signature");
    let signature = sign(b"", "whsec_old", NOW);
    assert_eq!(hash_input(&keyring, &*signature, 2 << 20, 0).unwrap_err().code(), "body_too_large");
}
