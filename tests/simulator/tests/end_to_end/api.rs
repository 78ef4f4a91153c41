//! The API's door and its refusals.

use crate::support::{Answer, BAKERY, BOOKS, KEY, SESSION, call, create, send, start};
use serde_json::json;
use stripe_simulator::Fault;

const SESSIONS: &str = "/v1/checkout/sessions";
const FEE: &str = "payment_intent_data[application_fee_amount]";

#[tokio::test]
async fn a_session_has_every_field_of_the_documented_object() {
    let (simulator, _receiver) = start().await;
    let session = create(&simulator).await;
    let names: Vec<&str> = "id object adaptive_pricing after_expiration allow_promotion_codes \
        allowed_payment_method_types amount_subtotal amount_total automatic_tax \
        billing_address_collection cancel_url client_reference_id client_secret \
        collected_information consent consent_collection created currency currency_conversion \
        custom_fields custom_text customer customer_account customer_creation customer_details \
        customer_email discounts expires_at integration_identifier invoice invoice_creation \
        livemode locale managed_payments metadata mode origin_context payment_intent payment_link \
        payment_method_collection payment_method_configuration_details payment_method_options \
        payment_method_types payment_status permissions phone_number_collection recovered_from \
        saved_payment_method_options setup_intent shipping_address_collection shipping_cost \
        shipping_options status submit_type subscription success_url total_details ui_mode url \
        wallet_options"
        .split_whitespace()
        .collect();
    for name in &names {
        assert!(session.get(name).is_some(), "{name}");
    }
    assert_eq!(session.as_object().unwrap().len(), names.len());
    assert_eq!(session["amount_total"], json!(4000));
    assert_eq!(session["payment_method_types"], json!(["card", "sepa_debit"]));
    assert_eq!(session["expires_at"].as_i64().unwrap() - session["created"].as_i64().unwrap(), 86_400);
}

#[tokio::test]
async fn every_account_is_an_island() {
    let (simulator, _receiver) = start().await;
    let id = create(&simulator).await["id"].as_str().unwrap().to_owned();
    let path = format!("{SESSIONS}/{id}?expand[]=line_items");
    let own = call(&simulator, BAKERY, "GET", &path, "").await;
    assert_eq!(own.json()["line_items"]["data"][0]["description"], json!("Sourdough loaf"));

    let other = call(&simulator, BOOKS, "GET", &path, "").await;
    assert_eq!((other.status, other.error().1.as_str()), (404, "resource_missing"));
    let bearer = format!("Bearer {KEY}");
    let auth = ("Authorization", bearer.as_str());
    let platform = send(&simulator, "GET", &path, &[auth], "").await.unwrap();
    assert_eq!((platform.status, platform.error().1.as_str()), (404, "resource_missing"));

    let stranger = call(&simulator, "acct_unknown", "GET", &path, "").await;
    assert_eq!((stranger.status, stranger.error().1.as_str()), (403, "account_invalid"));
}

#[tokio::test]
async fn the_door_wants_the_key() {
    let (simulator, _receiver) = start().await;
    for value in [None, Some("Bearer sk_test_other"), Some("Basic c2s6")] {
        let headers: Vec<_> = value.iter().map(|value| ("Authorization", *value)).collect();
        let answer = send(&simulator, "POST", SESSIONS, &headers, SESSION).await.unwrap();
        assert_eq!(answer.status, 401);
        assert_eq!(answer.error().0, "invalid_request_error");
        assert!(!answer.body.contains("sk_test_"), "no key in an answer");
    }
}

#[tokio::test]
async fn headers_come_back_and_versions_are_held_against_their_form() {
    let (simulator, _receiver) = start().await;
    let answer = with_header(&simulator, "Stripe-Version", "2026-10-28.endive").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("Stripe-Version"), Some("2026-10-28.endive"));
    assert_eq!(answer.header("Stripe-Account"), Some(BAKERY));
    assert!(answer.header("Request-Id").unwrap().starts_with("req_"));
    for bad in ["latest", "2026-10", "2026-10-28.", "2026-10-28.Endive"] {
        assert_eq!(with_header(&simulator, "Stripe-Version", bad).await.status, 400, "{bad}");
    }
    assert_eq!(with_header(&simulator, "Stripe-Context", BAKERY).await.status, 400);
}

#[tokio::test]
async fn an_idempotency_key_gives_one_answer_per_account() {
    let (simulator, _receiver) = start().await;
    let keyed = async |account: &str, body: &str| {
        let bearer = format!("Bearer {KEY}");
        let headers = [
            ("Authorization", bearer.as_str()),
            ("Stripe-Account", account),
            ("Idempotency-Key", "order-42"),
        ];
        send(&simulator, "POST", SESSIONS, &headers, body).await.unwrap()
    };
    let refused = keyed(BAKERY, "mode=payment").await;
    assert_eq!(refused.status, 400, "a refusal does not use up the key");
    let first = keyed(BAKERY, SESSION).await;
    assert_eq!(first.header("Idempotent-Replayed"), None);
    let second = keyed(BAKERY, SESSION).await;
    assert_eq!(second.header("Idempotent-Replayed"), Some("true"));
    assert_eq!(second.header("Idempotency-Key"), Some("order-42"));
    assert_eq!(first.json(), second.json());
    let changed = keyed(BAKERY, &format!("{SESSION}&locale=de")).await;
    assert_eq!((changed.status, changed.error().0.as_str()), (400, "idempotency_error"));
    let elsewhere = keyed(BOOKS, SESSION).await;
    assert_ne!(first.json()["id"], elsewhere.json()["id"]);
}

#[tokio::test]
async fn refusals_name_code_and_parameter() {
    let (simulator, _receiver) = start().await;
    let amount = "line_items[0][price_data][unit_amount]";
    for (change, code, param) in [
        ("&payment_method_types[0]=card", "payment_method_types_no_longer_supported", "payment_method_types"),
        ("&colour=red", "parameter_unknown", "colour"),
        ("&line_items[0][quantity]=two", "parameter_invalid_integer", "line_items[0][quantity]"),
        ("&line_items[0][quantity]=0", "parameter_invalid_integer", "line_items[0][quantity]"),
        ("&line_items[0][price_data][unit_amount]=-1", "parameter_invalid_integer", amount),
        ("&line_items[0][price_data][currency]=zzz", "", "line_items[0][price_data][currency]"),
        (
            "&line_items[0][price_data][currency]=kwd&line_items[0][price_data][unit_amount]=5125",
            "parameter_invalid_integer",
            amount,
        ),
        (
            "&line_items[0][price_data][currency]=isk&line_items[0][price_data][unit_amount]=550",
            "parameter_invalid_integer",
            amount,
        ),
        (
            "&line_items[1][price]=price_1&line_items[1][quantity]=1",
            "resource_missing",
            "line_items[1][price]",
        ),
        ("&success_url=/thanks", "url_invalid", "success_url"),
        ("&cancel_url=ftp://shop.example", "url_invalid", "cancel_url"),
        ("&expires_at=1", "", "expires_at"),
        ("&customer_email=jenny", "email_invalid", "customer_email"),
        ("&customer=cus_1", "resource_missing", "customer"),
        ("&customer=cus_1&customer_email=j@x.at", "parameters_exclusive", "customer"),
        ("&payment_intent_data[application_fee_amount]=0", "parameter_invalid_integer", FEE),
        ("&payment_intent_data[application_fee_amount]=4000", "amount_too_large", FEE),
        ("&line_items[0][quantity]=999999999999", "amount_too_large", ""),
        ("&expand[]=colour", "", "expand"),
    ] {
        let body = format!("{SESSION}{change}");
        let answer = call(&simulator, BAKERY, "POST", SESSIONS, &body).await;
        assert_eq!(answer.status, 400, "{change}: {}", answer.body);
        let expected = ("invalid_request_error".to_owned(), code.to_owned(), param.to_owned());
        assert_eq!(answer.error(), expected, "{change}");
    }
    for (body, param) in [
        ("", "mode"),
        ("mode=payment&success_url=http://shop.example", "line_items"),
        ("mode=payment", "success_url"),
    ] {
        let answer = call(&simulator, BAKERY, "POST", SESSIONS, body).await;
        assert_eq!(answer.error().1, "parameter_missing", "{body}");
        assert_eq!(answer.error().2, param, "{body}");
    }
    let two_currencies = format!("{SESSION}&{}", SESSION.replace("[0]", "[1]").replace("=eur", "=usd"));
    let answer = call(&simulator, BAKERY, "POST", SESSIONS, &two_currencies).await;
    assert_eq!(answer.error().2, "line_items[1][price_data][currency]");
}

#[tokio::test]
async fn a_fee_needs_a_connected_account() {
    let (simulator, _receiver) = start().await;
    let body = format!("{SESSION}&payment_intent_data[application_fee_amount]=100");
    assert_eq!(call(&simulator, BAKERY, "POST", SESSIONS, &body).await.status, 200);
    let bearer = format!("Bearer {KEY}");
    let auth = [("Authorization", bearer.as_str())];
    let platform = send(&simulator, "POST", SESSIONS, &auth, &body).await.unwrap();
    assert_eq!((platform.status, platform.error().2.as_str()), (400, FEE));
}

#[tokio::test]
async fn what_it_does_not_know_is_501_and_never_silent() {
    let (simulator, _receiver) = start().await;
    for (method, path) in [
        ("GET", "/v1/payouts"),
        ("POST", "/v1/payment_intents"),
        ("GET", "/v2/core/events"),
        ("DELETE", "/v1/checkout/sessions/cs_1"),
    ] {
        let answer = call(&simulator, BAKERY, method, path, "").await;
        assert_eq!(answer.status, 501, "{path}");
        assert_eq!(answer.header("Stripe-Should-Retry"), Some("false"), "it will not know it later either");
    }
    for change in [
        "&mode=setup",
        "&ui_mode=elements",
        "&allow_promotion_codes=true",
        "&discounts[0][coupon]=c",
        "&payment_intent_data[capture_method]=manual",
        "&line_items[0][tax_rates][0]=txr_1",
        "&expand[]=payment_intent.latest_charge",
    ] {
        let body = format!("{SESSION}{change}");
        let answer = call(&simulator, BAKERY, "POST", SESSIONS, &body).await;
        assert_eq!(answer.status, 501, "{change}: {}", answer.body);
    }
    let harmless = "&allow_promotion_codes=false&ui_mode=hosted_page&customer_creation=if_required";
    let body = format!("{SESSION}{harmless}");
    assert_eq!(call(&simulator, BAKERY, "POST", SESSIONS, &body).await.status, 200);
}

#[tokio::test]
async fn faults_on_order_happen_as_ordered() {
    let (simulator, _receiver) = start().await;
    simulator.fault(Fault::status(SESSIONS, 500).times(2));
    simulator.fault(Fault::garbage(SESSIONS));
    simulator.fault(Fault::close(SESSIONS));
    let keyed = async || {
        let bearer = format!("Bearer {KEY}");
        let headers =
            [("Authorization", bearer.as_str()), ("Stripe-Account", BAKERY), ("Idempotency-Key", "order-1")];
        send(&simulator, "POST", SESSIONS, &headers, SESSION).await
    };
    assert_eq!(keyed().await.unwrap().status, 500);
    assert_eq!(keyed().await.unwrap().status, 500);
    assert!(keyed().await.unwrap().body.starts_with("<html>"));
    assert!(keyed().await.is_none(), "closed without an answer");
    assert_eq!(keyed().await.unwrap().status, 200);

    // The answer is lost on its way; the key brings it back.
    simulator.fault(Fault::close(SESSIONS).after());
    assert!(keyed().await.is_none());
    assert_eq!(keyed().await.unwrap().header("Idempotent-Replayed"), Some("true"));
}

#[tokio::test]
async fn a_server_error_at_work_is_remembered_under_its_key() {
    let (simulator, _receiver) = start().await;
    let order = json!({"path": SESSIONS, "kind": "status", "status": 500, "when": "during"});
    let headers = [("Content-Type", "application/json")];
    let ordered = send(&simulator, "POST", "/_simulator/faults", &headers, &order.to_string()).await;
    assert_eq!(ordered.unwrap().status, 200);
    for _ in 0..2 {
        let answer = with_header(&simulator, "Idempotency-Key", "order-2").await;
        assert_eq!(answer.status, 500);
    }
    assert_eq!(with_header(&simulator, "Idempotency-Key", "order-3").await.status, 200);
}

async fn with_header(simulator: &stripe_simulator::Simulator, name: &str, value: &str) -> Answer {
    let bearer = format!("Bearer {KEY}");
    let headers = [("Authorization", bearer.as_str()), ("Stripe-Account", BAKERY), (name, value)];
    send(simulator, "POST", SESSIONS, &headers, SESSION).await.unwrap()
}
