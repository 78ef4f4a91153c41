//! Nothing that a user can print shows a secret.

use counterfoil::checkout::{CreateSession, LineItem, RetrieveSession};
use counterfoil::http::{Header, Response};
use counterfoil::money::{Amount, Currency};
use counterfoil::webhook::{EndpointSecret, Event, Source, Webhooks, sign};
use counterfoil::{AnyOperation, Next, Platform, SecretKey};

const KEY: &str = "sk_test_hidden_key";
const SECRET: &str = "whsec_hidden_secret";

/// All the ways in which a value can be printed.
fn shown(values: &[&dyn std::fmt::Debug]) -> String {
    values.iter().map(|value| format!("{value:?} {value:#?}\n")).collect()
}

#[test]
fn no_public_type_shows_a_secret() {
    let key: SecretKey = KEY.parse().unwrap();
    let platform = Platform::new(key.clone());
    let merchant = platform.merchant("acct_1".parse().unwrap());
    let session = CreateSession {
        line_items: vec![LineItem::priced("T-shirt", Amount::new(2000, Currency::EUR), 1)],
        ..CreateSession::payment("https://shop.example")
    };
    let mut call = merchant.call(session.clone(), "order-1".parse().unwrap()).unwrap();
    let read = merchant.read(RetrieveSession::new("cs_1")).unwrap();
    let endpoint = EndpointSecret::new("connect", SECRET).only_from(Source::Connected);
    let keyring = Webhooks::new([EndpointSecret::new("connect", SECRET)]).unwrap();
    let duplicate =
        Webhooks::new([EndpointSecret::new("a", SECRET), EndpointSecret::new("b", SECRET)]).unwrap_err();

    let body = br#"{"id":"evt_1","object":"event","livemode":false,"created":1,"type":"checkout.session.completed",
        "data":{"object":{"id":"cs_1","object":"checkout.session","payment_status":"paid","client_secret":"hidden_client","customer_email":"hidden@example.com"}}}"#;
    let event: Event<'_> = keyring.verify(body, &*sign(body, SECRET, 5), 5).unwrap();
    let rejection = keyring.verify(body, &*sign(body, "whsec_other", 5), 5).unwrap_err();
    let refusal = Response {
        status: 401,
        headers: vec![Header::new("Request-Id", "req_1")],
        body: br#"{"error":{"type":"invalid_request_error","message":"Invalid API Key provided"}}"#.to_vec(),
    };
    let Next::Done(Err(refused)) = call.receive(Ok(refusal), 0.5) else { panic!("a 401 is no success") };
    let wrong_key = format!("pk{KEY}").parse::<SecretKey>().unwrap_err();
    let wrong_secret = Webhooks::new([EndpointSecret::new("a", KEY)]).unwrap_err();

    let answer = |name: &str, body: &str| {
        let response = Response { status: 200, headers: vec![], body: body.as_bytes().to_vec() };
        AnyOperation::read(name, &response).unwrap()
    };
    let made = [
        ("webhook_endpoints.create", r#"{"id":"we_1","object":"webhook_endpoint","secret":"whsec_hidden"}"#),
        (
            "event_destinations.create",
            r#"{"id":"ed_1","object":"v2.core.event_destination","webhook_endpoint":{"signing_secret":"whsec_hidden"}}"#,
        ),
        (
            "payment_intents.retrieve",
            r#"{"id":"pi_1","object":"payment_intent","client_secret":"pi_1_secret_hidden","receipt_email":"hidden"}"#,
        ),
        (
            "charges.list",
            r#"{"object":"list","data":[{"id":"ch_1","object":"charge","billing_details":{"email":"hidden"}}]}"#,
        ),
        (
            "checkout.retrieve",
            r#"{"id":"cs_1","object":"checkout.session","url":"https://hidden","client_secret":"hidden","customer_email":"hidden"}"#,
        ),
    ]
    .map(|(name, body)| answer(name, body));
    let chosen = AnyOperation::from_json("webhook_endpoints.list", "{}").unwrap();
    let any = platform.any(&chosen, None).unwrap();
    assert!(!any.save().contains("hidden") && !call.save().contains("hidden"));

    let text = shown(&[
        &made,
        &any,
        &chosen,
        &key,
        &platform,
        &merchant,
        &session,
        &call,
        call.request(),
        &read,
        &endpoint,
        &keyring,
        &duplicate,
        &event,
        &event.outcome(),
        &rejection,
        &refused,
        &wrong_key,
        &wrong_secret,
    ]) + &format!(
        "{refused} {rejection} {} {wrong_key} {wrong_secret} {duplicate}",
        rejection.diagnosis()
    );
    assert!(text.contains("signature_mismatch") && text.contains("acct_1"), "{text}");
    assert!(!text.contains("hidden"), "{text}");
}
