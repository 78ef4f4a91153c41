//! Stripe's published test cards and accounts: what becomes of each kind.

use std::time::Duration;

use crate::support::{BAKERY, Receiver, call, card, create, debit, pay, send, session, start};
use serde_json::{Value, json};
use stripe_simulator::Simulator;

/// Without the events that every payment has.
fn notable(receiver: &Receiver) -> Vec<String> {
    let usual = ["payment_intent.created", "charge.pending", "charge.succeeded", "charge.failed"];
    receiver.types().into_iter().filter(|kind| !usual.contains(&kind.as_str())).collect()
}

async fn only(simulator: &Simulator, path: &str) -> Value {
    let list = call(simulator, BAKERY, "GET", path, "").await.json();
    assert_eq!(list["data"].as_array().map(Vec::len), Some(1), "{path}: {list}");
    list["data"][0].clone()
}

#[tokio::test]
async fn cards_of_every_brand_succeed() {
    for (number, brand) in [
        ("4000000400000008", "visa"),
        ("5555555555554444", "mastercard"),
        ("371449635398431", "amex"),
        ("6011111111111117", "discover"),
        ("36227206271667", "diners"),
        ("3566002020360505", "jcb"),
        ("6205500000000000004", "unionpay"),
        ("6555900000604105", "unknown"),
    ] {
        let (simulator, receiver) = start().await;
        let created = create(&simulator).await;
        assert_eq!(
            pay(&simulator, created["id"].as_str().unwrap(), &card(number)).await.status,
            303,
            "{number}"
        );
        assert_eq!(notable(&receiver), ["payment_intent.succeeded", "checkout.session.completed"]);
        let charge = only(&simulator, "/v1/charges").await;
        let shown = &charge["payment_method_details"]["card"];
        assert_eq!(shown, &json!({"brand": brand, "last4": &number[number.len() - 4..]}));
    }
}

#[tokio::test]
async fn cards_are_declined_with_stripes_codes() {
    let (simulator, _receiver) = start().await;
    let created = create(&simulator).await;
    let id = created["id"].as_str().unwrap();
    for (number, code, decline_code) in [
        ("4000000000000002", "card_declined", json!("generic_decline")),
        ("4000000000009995", "card_declined", json!("insufficient_funds")),
        ("4000000000009987", "card_declined", json!("lost_card")),
        ("4000000000009979", "card_declined", json!("stolen_card")),
        ("4000000000000069", "expired_card", Value::Null),
        ("4000000000000127", "incorrect_cvc", Value::Null),
        ("4000000000000119", "processing_error", Value::Null),
        ("4242424242424241", "incorrect_number", Value::Null),
        ("4000000000006975", "card_declined", json!("card_velocity_exceeded")),
        ("4000000000000341", "card_declined", Value::Null),
    ] {
        assert_eq!(pay(&simulator, id, &card(number)).await.status, 402, "{number}");
        let open = session(&simulator, id).await;
        let error = &open["payment_intent"]["last_payment_error"];
        assert_eq!((&error["code"], &error["decline_code"]), (&json!(code), &decline_code), "{number}");
        assert_eq!(open["status"], json!("open"));
    }
    for number in ["4100000000000019", "4000000404000079"] {
        let unplayed = pay(&simulator, id, &card(number)).await;
        assert_eq!((unplayed.status, unplayed.body.contains("does not play")), (400, true), "{number}");
    }
}

#[tokio::test]
async fn the_buyer_confirms_a_card_or_does_not() {
    let (simulator, receiver) = start().await;
    let created = create(&simulator).await;
    let id = created["id"].as_str().unwrap();
    let path = format!("/c/pay/{id}");

    let asked = pay(&simulator, id, &card("4000002760003184")).await;
    assert_eq!((asked.status, asked.body.contains("id=\"confirm\"")), (200, true));
    assert_eq!(session(&simulator, id).await["payment_intent"]["status"], json!("requires_action"));
    let refused = send(&simulator, "POST", &path, &[], "confirmation=fail").await.unwrap();
    assert_eq!((refused.status, refused.body.contains("pay-card")), (402, true));
    let open = session(&simulator, id).await;
    assert_eq!(
        (&open["status"], &open["payment_intent"]["status"]),
        (&json!("open"), &json!("requires_payment_method"))
    );
    let code = &open["payment_intent"]["last_payment_error"]["code"];
    assert_eq!(code, &json!("payment_intent_authentication_failure"));
    let nothing = send(&simulator, "POST", &path, &[], "confirmation=complete").await.unwrap();
    assert_eq!(nothing.status, 400, "no card waits to be confirmed");

    assert_eq!(pay(&simulator, id, &card("4000008260003178")).await.status, 200);
    let declined = send(&simulator, "POST", &path, &[], "confirmation=complete").await.unwrap();
    assert_eq!((declined.status, declined.body.contains("insufficient funds")), (402, true));

    assert_eq!(pay(&simulator, id, &card("4000002500003155")).await.status, 200);
    let paid = send(&simulator, "POST", &path, &[], "confirmation=complete").await.unwrap();
    assert_eq!(paid.status, 303);
    let paid = session(&simulator, id).await;
    assert_eq!(
        (&paid["payment_status"], &paid["customer_details"]["email"]),
        (&json!("paid"), &json!("jenny@example.com"))
    );
    let (asked, failed) = ("payment_intent.requires_action", "payment_intent.payment_failed");
    let last = ["payment_intent.succeeded", "checkout.session.completed"];
    let expected = [asked, failed, asked, failed, asked].into_iter().chain(last).collect::<Vec<_>>();
    assert_eq!(notable(&receiver), expected);
}

#[tokio::test]
async fn some_cards_are_disputed_at_once() {
    for (number, reason, status, funds) in [
        ("4000000000000259", json!("fraudulent"), "needs_response", 1),
        ("4000000000002685", json!("product_not_received"), "needs_response", 1),
        ("4000000000001976", json!("fraudulent"), "warning_needs_response", 0),
    ] {
        let (simulator, _receiver) = start().await;
        let created = create(&simulator).await;
        pay(&simulator, created["id"].as_str().unwrap(), &card(number)).await;
        let dispute = only(&simulator, "/v1/disputes").await;
        assert_eq!((&dispute["reason"], &dispute["status"]), (&reason, &json!(status)), "{number}");
        assert_eq!(dispute["balance_transactions"].as_array().map(Vec::len), Some(funds));
        assert_eq!(dispute["is_charge_refundable"], json!(funds == 0));
    }
}

#[tokio::test]
async fn an_inquiry_ends_when_everything_is_given_back() {
    let (simulator, receiver) = start().await;
    let created = create(&simulator).await;
    pay(&simulator, created["id"].as_str().unwrap(), &card("4000000000001976")).await;
    let charge = only(&simulator, "/v1/charges").await;
    let refund = format!("charge={}", charge["id"].as_str().unwrap());
    assert_eq!(call(&simulator, BAKERY, "POST", "/v1/refunds", &refund).await.status, 200);
    simulator.advance(Duration::ZERO).await;
    assert_eq!(only(&simulator, "/v1/disputes").await["status"], json!("warning_closed"));
    assert_eq!(receiver.types().last().unwrap(), "charge.dispute.closed");
}

#[tokio::test]
async fn refunds_can_be_slow_and_can_fail() {
    for (number, first, then, event) in [
        ("4000000000007726", "pending", "succeeded", "refund.updated"),
        ("4000000000005126", "succeeded", "failed", "refund.failed"),
    ] {
        let (simulator, receiver) = start().await;
        let created = create(&simulator).await;
        pay(&simulator, created["id"].as_str().unwrap(), &card(number)).await;
        let charge = only(&simulator, "/v1/charges").await;
        let order = format!("charge={}", charge["id"].as_str().unwrap());
        let refund = call(&simulator, BAKERY, "POST", "/v1/refunds", &order).await.json();
        assert_eq!(refund["status"], json!(first), "{number}");
        simulator.advance(Duration::from_secs(170)).await;
        receiver.take();
        simulator.advance(Duration::from_secs(20)).await;
        assert_eq!(receiver.types(), [event]);
        let refund = only(&simulator, "/v1/refunds").await;
        assert_eq!(refund["status"], json!(then));
        let charge = only(&simulator, "/v1/charges").await;
        if then == "failed" {
            assert_eq!(charge["amount_refunded"], json!(0), "the money is the merchant's again");
            let path = format!(
                "/v1/balance_transactions/{}",
                refund["failure_balance_transaction"].as_str().unwrap()
            );
            let back = call(&simulator, BAKERY, "GET", &path, "").await.json();
            assert_eq!((&back["type"], &back["amount"]), (&json!("refund_failure"), &charge["amount"]));
        } else {
            assert_eq!(charge["amount_refunded"], charge["amount"]);
        }
    }
}

#[tokio::test]
async fn debits_end_as_stripe_has_published_it() {
    let failed = |code: &str| ("unpaid", json!(code));
    for (iban, after, (payment_status, code)) in [
        ("AT611904300234573201", 1, ("paid", Value::Null)),
        ("AT321904300235473204", 180, ("paid", Value::Null)),
        ("DE89370400440532013000", 1, ("paid", Value::Null)),
        ("FR3020041010050500013M02609", 180, ("paid", Value::Null)),
        ("AT861904300235473202", 1, failed("payment_intent_payment_attempt_failed")),
        ("AT051904300235473205", 180, failed("payment_intent_payment_attempt_failed")),
        ("AT981904300000343434", 1, failed("charge_exceeds_source_limit")),
        ("AT601904300000121212", 1, failed("charge_exceeds_weekly_limit")),
        ("AT981904300002222227", 1, failed("insufficient_funds")),
    ] {
        let (simulator, receiver) = start().await;
        let created = create(&simulator).await;
        let id = created["id"].as_str().unwrap();
        assert_eq!(pay(&simulator, id, &debit(iban)).await.status, 303, "{iban}");
        simulator.advance(Duration::from_secs(if after > 1 { after - 10 } else { 1 })).await;
        let settled = notable(&receiver);
        if after > 1 {
            assert_eq!(settled, ["payment_intent.processing", "checkout.session.completed"], "{iban}");
            simulator.advance(Duration::from_secs(20)).await;
        } else {
            assert_eq!(settled.len(), 4, "{iban}: {settled:?}");
        }
        let end = session(&simulator, id).await;
        assert_eq!(
            (&end["status"], &end["payment_status"]),
            (&json!("complete"), &json!(payment_status)),
            "{iban}"
        );
        let error = &end["payment_intent"]["last_payment_error"];
        assert_eq!(error.get("code").unwrap_or(&Value::Null), &code, "{iban}");
    }
}

#[tokio::test]
async fn a_debit_can_be_disputed_and_an_account_can_be_one_that_takes_none() {
    let (simulator, receiver) = start().await;
    let created = create(&simulator).await;
    let id = created["id"].as_str().unwrap();
    for iban in ["AT271904300000055555", "AT511904300000066666"] {
        assert_eq!(pay(&simulator, id, &debit(iban)).await.status, 400);
    }
    assert!(receiver.take().is_empty(), "nothing was attempted");
    assert_eq!(pay(&simulator, id, &debit("AT591904300235473203")).await.status, 303);
    simulator.advance(Duration::from_secs(1)).await;
    assert_eq!(session(&simulator, id).await["payment_status"], json!("paid"));
    assert_eq!(only(&simulator, "/v1/disputes").await["status"], json!("needs_response"));
}
