//! From the session to the event, as a buyer and a platform see it.

use std::time::Duration;

use crate::support::{BAKERY, card, create, debit, pay, send, session, start};
use serde_json::json;

const GOOD_IBAN: &str = "AT32+1904+3002+3547+3204";
const BAD_IBAN: &str = "AT051904300235473205";

#[tokio::test]
async fn a_card_pays_at_once_and_the_webhook_is_answered_before_the_redirect() {
    let (simulator, receiver) = start().await;
    let created = create(&simulator).await;
    let id = created["id"].as_str().unwrap();
    assert_eq!(created["payment_intent"], json!(null));
    assert_eq!(created["url"], json!(format!("{}/c/pay/{id}", simulator.url())));

    let answer = pay(&simulator, id, &card("4242424242424242")).await;
    assert_eq!(answer.status, 303);
    let thanks = format!("http://shop.example/thanks?s={id}");
    assert_eq!(answer.header("Location"), Some(thanks.as_str()));

    let events = receiver.take();
    let types: Vec<_> = events.iter().map(|event| event["type"].as_str().unwrap()).collect();
    let expected = [
        "payment_intent.created",
        "payment_intent.succeeded",
        "charge.succeeded",
        "checkout.session.completed",
    ];
    assert_eq!(types, expected);
    let completed = &events[3];
    assert_eq!(completed["account"], json!(BAKERY));
    assert_eq!(completed["livemode"], json!(false));
    assert_eq!(completed["api_version"], json!("2026-10-28.endive"));
    assert_eq!(completed["data"]["object"]["payment_status"], json!("paid"));
    assert_eq!(completed["data"]["object"]["customer_details"]["email"], json!("jenny@example.com"));

    let paid = session(&simulator, id).await;
    assert_eq!((&paid["status"], &paid["url"]), (&json!("complete"), &json!(null)));
    assert_eq!(paid["payment_intent"]["status"], json!("succeeded"));
    assert_eq!(paid["payment_intent"]["amount_received"], json!(4000));

    // A second press of the button goes where the first one went, and pays nothing.
    let again = pay(&simulator, id, &card("4242424242424242")).await;
    assert_eq!(again.header("Location"), Some(thanks.as_str()));
    assert!(receiver.take().is_empty());
    let page = send(&simulator, "GET", &format!("/c/pay/{id}"), &[], "").await.unwrap();
    assert_eq!(page.status, 410);
    simulator.shutdown().await;
}

#[tokio::test]
async fn a_declined_card_leaves_the_session_open_for_another() {
    let (simulator, receiver) = start().await;
    let created = create(&simulator).await;
    let id = created["id"].as_str().unwrap();

    for (number, said) in
        [("4000000000000002", "Your card was declined"), ("4000000000009995", "insufficient funds")]
    {
        let answer = pay(&simulator, id, &card(number)).await;
        assert_eq!(answer.status, 402);
        assert!(answer.body.contains(said), "{said}");
        assert!(answer.body.contains("pay-card"), "the form is there again");
    }
    let open = session(&simulator, id).await;
    assert_eq!((&open["status"], &open["payment_status"]), (&json!("open"), &json!("unpaid")));
    assert_eq!(open["payment_intent"]["last_payment_error"]["decline_code"], json!("insufficient_funds"));

    for (fields, status) in [
        (card("4111111111111111"), 400),
        (card("4242424242424242").replace("12/34", "01/20"), 400),
        (debit("DE00"), 400),
        ("payment_method=card".to_owned(), 400),
    ] {
        assert_eq!(pay(&simulator, id, &fields).await.status, status, "{fields}");
    }
    assert_eq!(pay(&simulator, id, &card("4242424242424242")).await.status, 303);

    let paid = session(&simulator, id).await;
    assert_eq!(paid["payment_intent"]["last_payment_error"], json!(null));
    assert_eq!(
        receiver.types(),
        [
            "payment_intent.created",
            "payment_intent.payment_failed",
            "charge.failed",
            "payment_intent.payment_failed",
            "charge.failed",
            "payment_intent.succeeded",
            "charge.succeeded",
            "checkout.session.completed",
        ]
    );
}

#[tokio::test]
async fn a_debit_completes_unpaid_and_settles_when_the_clock_moves() {
    for (iban, of_session, intent, payment_status) in [
        (GOOD_IBAN, "async_payment_succeeded", "succeeded", "paid"),
        (BAD_IBAN, "async_payment_failed", "requires_payment_method", "unpaid"),
    ] {
        let (simulator, receiver) = start().await;
        let created = create(&simulator).await;
        let id = created["id"].as_str().unwrap();
        assert_eq!(pay(&simulator, id, &debit(iban)).await.status, 303);
        let events = receiver.take();
        assert_eq!(events[1]["type"], json!("payment_intent.processing"));
        assert_eq!(events[2]["type"], json!("charge.pending"));
        assert_eq!(events[3]["type"], json!("checkout.session.completed"));
        assert_eq!(events[3]["data"]["object"]["payment_status"], json!("unpaid"));

        simulator.advance(Duration::from_secs(170)).await;
        assert!(receiver.take().is_empty(), "three minutes are not over");
        simulator.advance(Duration::from_secs(14 * 86_400)).await;
        let events = receiver.take();
        assert_eq!(events[2]["type"], json!(format!("checkout.session.{of_session}")));
        assert_eq!(events[2]["data"]["object"]["payment_status"], json!(payment_status));
        let settled = events[2]["created"].as_i64().unwrap() - created["created"].as_i64().unwrap();
        assert!((180..190).contains(&settled), "at its own time, not the clock's: {settled}");
        let after = session(&simulator, id).await;
        assert_eq!(after["status"], json!("complete"));
        assert_eq!(after["payment_intent"]["status"], json!(intent));
    }
}

#[tokio::test]
async fn an_unpaid_session_expires_after_a_day_or_on_request() {
    let (simulator, receiver) = start().await;
    let by_time = create(&simulator).await;
    simulator.advance(Duration::from_secs(86_401)).await;
    let on_request = create(&simulator).await;
    let path = format!("/v1/checkout/sessions/{}/expire", on_request["id"].as_str().unwrap());
    let expired = crate::support::call(&simulator, BAKERY, "POST", &path, "").await;
    assert_eq!(expired.json()["status"], json!("expired"));
    let again = crate::support::call(&simulator, BAKERY, "POST", &path, "").await;
    assert_eq!(again.status, 400);

    simulator.advance(Duration::ZERO).await;
    let events = receiver.take();
    assert_eq!(events.len(), 2);
    assert_eq!(events[0]["data"]["object"]["id"], by_time["id"]);
    assert_eq!(events[0]["request"]["id"], json!(null));
    assert_eq!(events[1]["type"], json!("checkout.session.expired"));
    assert!(events[1]["request"]["id"].as_str().unwrap().starts_with("req_"));

    let page = format!("/c/pay/{}", by_time["id"].as_str().unwrap());
    assert_eq!(send(&simulator, "GET", &page, &[], "").await.unwrap().status, 410);
    let id = by_time["id"].as_str().unwrap();
    assert_eq!(pay(&simulator, id, &card("4242424242424242")).await.status, 410);
}

#[tokio::test]
async fn nothing_to_pay_needs_no_card() {
    let (simulator, receiver) = start().await;
    let free = crate::support::SESSION.replace("unit_amount]=2000", "unit_amount]=0");
    let created = crate::support::call(&simulator, BAKERY, "POST", "/v1/checkout/sessions", &free).await;
    let created = created.json();
    let id = created["id"].as_str().unwrap();
    assert_eq!(created["payment_status"], json!("no_payment_required"));
    assert_eq!(pay(&simulator, id, "").await.status, 303);
    assert_eq!(receiver.types(), ["checkout.session.completed"]);
    assert_eq!(session(&simulator, id).await["payment_intent"], json!(null));
}

#[tokio::test]
async fn the_page_shows_what_is_bought_and_escapes_it() {
    let (simulator, _receiver) = start().await;
    let body = crate::support::SESSION.replace("Sourdough+loaf", "%3Cscript%3Ealert(1)%3C/script%3E")
        + "&customer_email=jenny@example.com";
    let created = crate::support::call(&simulator, BAKERY, "POST", "/v1/checkout/sessions", &body).await;
    let path = format!("/c/pay/{}", created.json()["id"].as_str().unwrap());
    let page = send(&simulator, "GET", &path, &[], "").await.unwrap();
    assert_eq!(page.status, 200);
    for shown in [
        "Bakery &lt;&amp; Sons&gt;",
        "#0a7d5a",
        "&lt;script&gt;alert(1)",
        "€40.00",
        "value=\"jenny@example.com\"",
        "href=\"http://shop.example/cart\"",
        "id=\"pay-card\"",
        "id=\"pay-debit\"",
        "id=\"advance-day\"",
        "id=\"advance-fortnight\"",
    ] {
        assert!(page.body.contains(shown), "{shown}");
    }
    assert!(!page.body.contains("<script>"));

    // No debits outside the euro.
    let yen = crate::support::SESSION.replace("currency]=eur", "currency]=jpy");
    let created = crate::support::call(&simulator, BAKERY, "POST", "/v1/checkout/sessions", &yen).await;
    let id = created.json()["id"].as_str().unwrap().to_owned();
    let page = send(&simulator, "GET", &format!("/c/pay/{id}"), &[], "").await.unwrap();
    assert!(page.body.contains("¥4,000") && !page.body.contains("pay-debit"));
    assert_eq!(pay(&simulator, &id, &debit(GOOD_IBAN)).await.status, 400);
    let unknown = send(&simulator, "GET", "/c/pay/cs_test_unknown", &[], "").await.unwrap();
    assert_eq!(unknown.status, 404);
}

#[tokio::test]
async fn the_clock_button_moves_time_and_comes_back() {
    let (simulator, _receiver) = start().await;
    let before = simulator.now();
    let form = "advance_seconds=86400&return_to=/c/pay/cs_1";
    let answer = send(&simulator, "POST", "/_simulator/clock", &[], form).await.unwrap();
    assert_eq!((answer.status, answer.header("Location")), (303, Some("/c/pay/cs_1")));
    assert!(simulator.now() >= before + 86_400);
}
