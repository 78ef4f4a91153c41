//! After the payment: charges, fees, refunds, and what they do to the balances.

use std::time::Duration;

use crate::support::{
    BAKERY, BOOKS, KEY, Receiver, SECRET, SESSION, call, card, control, debit, pay, platform, send, session,
    start,
};
use serde_json::{Value, json};
use stripe_simulator::{Account, Endpoint, Simulator};

/// A session with a fee of 1.01, paid by these fields; its payment intent's id.
async fn paid(simulator: &Simulator, fields: &str) -> String {
    let body = format!("{SESSION}&payment_intent_data[application_fee_amount]=101");
    let created = call(simulator, BAKERY, "POST", "/v1/checkout/sessions", &body).await.json();
    let id = created["id"].as_str().unwrap().to_owned();
    assert_eq!(pay(simulator, &id, fields).await.status, 303);
    session(simulator, &id).await["payment_intent"]["id"].as_str().unwrap().to_owned()
}

async fn charge_of(simulator: &Simulator, intent: &str) -> Value {
    let list =
        call(simulator, BAKERY, "GET", &format!("/v1/charges?payment_intent={intent}"), "").await.json();
    assert_eq!(list["data"].as_array().unwrap().len(), 1, "{list}");
    list["data"][0].clone()
}

#[tokio::test]
async fn the_fee_follows_the_charge_and_is_the_platforms() {
    let (simulator, _receiver) = start().await;
    let own = Receiver::start().await;
    simulator.add_endpoint(Endpoint::platform(&own.url, SECRET)).unwrap();
    let intent = paid(&simulator, &card("4242424242424242")).await;
    assert_eq!(charge_of(&simulator, &intent).await["application_fee"], json!(null), "not there at once");
    simulator.advance(Duration::from_secs(2)).await;
    assert_eq!(own.types(), ["application_fee.created"]);

    let charge = charge_of(&simulator, &intent).await;
    let fees = platform(&simulator, "GET", "/v1/application_fees", "").await.json();
    let fee = &fees["data"][0];
    assert_eq!((&fee["id"], &fee["account"]), (&charge["application_fee"], &json!(BAKERY)));
    assert_eq!((&fee["amount"], &fee["charge"]), (&json!(101), &charge["id"]));
    let path = format!("/v1/application_fees/{}", fee["id"].as_str().unwrap());
    assert_eq!(call(&simulator, BAKERY, "GET", &path, "").await.status, 404, "the merchant has none");

    let path = format!("/v1/balance_transactions/{}", charge["balance_transaction"].as_str().unwrap());
    let transaction = call(&simulator, BAKERY, "GET", &path, "").await.json();
    assert_eq!((&transaction["amount"], &transaction["fee"]), (&json!(4000), &json!(101 + 85)));
    assert_eq!(transaction["net"], json!(4000 - 101 - 85));
    assert_eq!(platform(&simulator, "GET", &path, "").await.status, 404, "each account has its own");
}

#[tokio::test]
async fn refunds_in_parts_give_the_whole_fee_back_and_no_more() {
    let (simulator, receiver) = start().await;
    let intent = paid(&simulator, &card("4242424242424242")).await;
    simulator.advance(Duration::from_secs(2)).await;
    receiver.take();
    for amount in [1, 1333, 2666] {
        let body = format!(
            "payment_intent={intent}&amount={amount}&refund_application_fee=true&reason=requested_by_customer"
        );
        let refund = call(&simulator, BAKERY, "POST", "/v1/refunds", &body).await.json();
        assert_eq!((&refund["amount"], &refund["status"]), (&json!(amount), &json!("succeeded")), "{refund}");
    }
    simulator.advance(Duration::from_secs(1)).await;
    let events = receiver.take();
    let types: Vec<&str> = events.iter().filter_map(|event| event["type"].as_str()).collect();
    assert_eq!(types, ["refund.created", "charge.refunded"].repeat(3));
    let before: Vec<&Value> = events.iter().map(|event| &event["data"]["previous_attributes"]).collect();
    assert!(before.iter().step_by(2).all(|created| created.is_null()), "{before:?}");
    assert_eq!(before[1], &json!({ "amount_refunded": 0 }));
    assert_eq!(before[3], &json!({ "amount_refunded": 1 }));
    assert_eq!(before[5], &json!({ "amount_refunded": 1334, "refunded": false }));
    let charge = charge_of(&simulator, &intent).await;
    assert_eq!((&charge["refunded"], &charge["amount_refunded"]), (&json!(true), &json!(4000)));
    let fee = &platform(&simulator, "GET", "/v1/application_fees", "").await.json()["data"][0];
    assert_eq!((&fee["refunded"], &fee["amount_refunded"]), (&json!(true), &json!(101)));

    let again = call(&simulator, BAKERY, "POST", "/v1/refunds", &format!("payment_intent={intent}")).await;
    assert_eq!((again.status, again.error().1.as_str()), (400, "charge_already_refunded"));
}

#[tokio::test]
async fn a_refund_alone_leaves_the_fee_which_can_be_given_back_later() {
    let (simulator, _receiver) = start().await;
    let intent = paid(&simulator, &card("4242424242424242")).await;
    simulator.advance(Duration::from_secs(2)).await;
    let key = [
        ("Authorization", format!("Bearer {KEY}")),
        ("Stripe-Account", BAKERY.to_owned()),
        ("Idempotency-Key", "r".to_owned()),
    ];
    let headers: Vec<(&str, &str)> = key.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let body = format!("payment_intent={intent}&amount=1000&metadata[order]=42");
    let first = send(&simulator, "POST", "/v1/refunds", &headers, &body).await.unwrap().json();
    let second = send(&simulator, "POST", "/v1/refunds", &headers, &body).await.unwrap();
    assert_eq!(second.json(), first, "the same key, the same refund");
    assert_eq!(second.header("Idempotent-Replayed"), Some("true"));

    let fee = platform(&simulator, "GET", "/v1/application_fees", "").await.json()["data"][0].clone();
    assert_eq!(fee["amount_refunded"], json!(0));
    let path = format!("/v1/application_fees/{}/refunds", fee["id"].as_str().unwrap());
    let part = platform(&simulator, "POST", &path, "amount=100").await.json();
    assert_eq!(
        (&part["object"], &part["amount"], &part["fee"]),
        (&json!("fee_refund"), &json!(100), &fee["id"])
    );
    let too_much = platform(&simulator, "POST", &path, "amount=2").await;
    assert_eq!((too_much.status, too_much.error().2.as_str()), (400, "amount"));
    assert_eq!(platform(&simulator, "POST", &path, "").await.json()["amount"], json!(1), "what is left");
    let list = platform(&simulator, "GET", &path, "").await.json();
    assert_eq!(list["data"].as_array().unwrap().len(), 2);

    let path = format!("/v1/refunds/{}", first["id"].as_str().unwrap());
    let changed = call(&simulator, BAKERY, "POST", &path, "metadata[order]=&metadata[why]=late").await.json();
    assert_eq!(changed["metadata"], json!({"why": "late"}));
    assert_eq!(call(&simulator, BOOKS, "GET", &path, "").await.status, 404);
    assert_eq!(call(&simulator, BAKERY, "POST", &format!("{path}/cancel"), "").await.status, 400);
}

#[tokio::test]
async fn a_debit_can_be_refunded_once_its_money_is_there() {
    let (simulator, _receiver) = start().await;
    let intent = paid(&simulator, &debit("AT321904300235473204")).await;
    let refund = format!("payment_intent={intent}");
    let early = call(&simulator, BAKERY, "POST", "/v1/refunds", &refund).await;
    assert_eq!((early.status, early.error().2.as_str()), (400, "payment_intent"));
    assert_eq!(charge_of(&simulator, &intent).await["status"], json!("pending"));
    simulator.advance(Duration::from_secs(200)).await;
}

#[tokio::test]
async fn lists_are_read_page_by_page_in_both_directions() {
    let (simulator, _receiver) = start().await;
    for _ in 0..3 {
        paid(&simulator, &card("4242424242424242")).await;
    }
    let charges = |query: String| {
        let simulator = &simulator;
        async move { call(simulator, BAKERY, "GET", &format!("/v1/charges?{query}"), "").await.json() }
    };
    let ids = |page: &Value| -> Vec<String> {
        page["data"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    let all = ids(&charges(String::new()).await);
    assert_eq!(all.len(), 3);
    let first = charges("limit=2".into()).await;
    assert_eq!((ids(&first), &first["has_more"]), (all[..2].to_vec(), &json!(true)));
    let second = charges(format!("limit=2&starting_after={}", all[1])).await;
    assert_eq!((ids(&second), &second["has_more"]), (all[2..].to_vec(), &json!(false)));
    let back = charges(format!("limit=1&ending_before={}", all[2])).await;
    assert_eq!((ids(&back), &back["has_more"]), (vec![all[1].clone()], &json!(true)));
    let none = charges("created[gt]=9999999999".into()).await;
    assert_eq!(none["data"], json!([]));
    for (query, param) in
        [("limit=0", "limit"), ("starting_after=ch_9", "starting_after"), ("color=red", "color")]
    {
        let refused = call(&simulator, BAKERY, "GET", &format!("/v1/charges?{query}"), "").await;
        assert_eq!(refused.error().2, param);
    }
    for path in
        ["/v1/checkout/sessions?status=complete", "/v1/payment_intents", "/v1/refunds", "/v1/disputes"]
    {
        assert_eq!(call(&simulator, BAKERY, "GET", path, "").await.status, 200, "{path}");
        let other = call(&simulator, BOOKS, "GET", path, "").await.json();
        assert_eq!(other["data"], json!([]), "{path}: every account is an island");
    }
}

#[tokio::test]
async fn events_that_were_missed_can_be_read() {
    let (simulator, receiver) = start().await;
    paid(&simulator, &card("4242424242424242")).await;
    let path = "/v1/events?type=checkout.session.*";
    let events = call(&simulator, BAKERY, "GET", path, "").await.json();
    let posted = receiver.take().pop().unwrap();
    assert_eq!(events["data"], json!([posted]));
    let path = format!("/v1/events/{}", posted["id"].as_str().unwrap());
    assert_eq!(call(&simulator, BAKERY, "GET", &path, "").await.json(), posted);
    assert_eq!(call(&simulator, BOOKS, "GET", &path, "").await.status, 404);
    let path = "/v1/events?types[0]=charge.succeeded&types[1]=payment_intent.created&limit=1";
    let page = call(&simulator, BAKERY, "GET", path, "").await.json();
    assert_eq!((&page["data"][0]["type"], &page["has_more"]), (&json!("charge.succeeded"), &json!(true)));
}

#[tokio::test]
async fn a_dispute_takes_the_money_and_gives_it_back() {
    let (simulator, receiver) = start().await;
    let intent = paid(&simulator, &card("4242424242424242")).await;
    receiver.take();
    let order = json!({"payment": intent, "reason": "product_not_received"});
    let opened = control(&simulator, "/_simulator/disputes", &order).await.json();
    let path = format!("/v1/disputes/{}", opened["id"].as_str().unwrap());
    let dispute = call(&simulator, BAKERY, "GET", &path, "").await.json();
    assert_eq!((&dispute["amount"], &dispute["status"]), (&json!(4000), &json!("needs_response")));
    assert_eq!(dispute["balance_transactions"][0]["net"], json!(-4000 - 1500));
    assert_eq!(dispute["balance_transactions"][0]["reporting_category"], "dispute");
    assert_eq!(charge_of(&simulator, &intent).await["disputed"], json!(true));
    let refund = format!("payment_intent={intent}&amount=100");
    let refused = call(&simulator, BAKERY, "POST", "/v1/refunds", &refund).await;
    assert_eq!((refused.status, refused.error().1), (400, "charge_disputed".to_owned()));
    let close = format!("/_simulator/disputes/{}", opened["id"].as_str().unwrap());
    assert_eq!(control(&simulator, &close, &json!({"status": "won"})).await.status, 200);
    assert_eq!(control(&simulator, &close, &json!({"status": "lost"})).await.status, 404, "it is decided");
    let dispute = call(&simulator, BAKERY, "GET", &path, "").await.json();
    let nets = dispute["balance_transactions"].as_array().unwrap().iter();
    assert_eq!(nets.map(|one| one["net"].as_i64().unwrap()).sum::<i64>(), 0);
    assert_eq!(dispute["balance_transactions"][1]["reporting_category"], "dispute_reversal");
    assert_eq!(call(&simulator, BAKERY, "POST", "/v1/refunds", &refund).await.status, 200);
    let types = receiver.types();
    assert_eq!(
        types,
        ["created", "funds_withdrawn", "closed", "funds_reinstated"]
            .map(|kind| format!("charge.dispute.{kind}"))
    );
    assert_eq!(call(&simulator, BAKERY, "POST", "/v1/refunds", &refund).await.status, 200);
    assert_eq!(platform(&simulator, "GET", &path, "").await.status, 404);
}

#[tokio::test]
async fn a_platform_that_pays_stripes_fees_leaves_the_merchant_the_rest() {
    let (simulator, _receiver) = start().await;
    simulator.add_account(Account::new("acct_1Tea", "Tea").fees_payer("application"));
    let created = call(&simulator, "acct_1Tea", "POST", "/v1/checkout/sessions", SESSION).await.json();
    assert_eq!(pay(&simulator, created["id"].as_str().unwrap(), &card("4242424242424242")).await.status, 303);
    let charges = call(&simulator, "acct_1Tea", "GET", "/v1/charges", "").await.json();
    let path =
        format!("/v1/balance_transactions/{}", charges["data"][0]["balance_transaction"].as_str().unwrap());
    let moved = call(&simulator, "acct_1Tea", "GET", &path, "").await.json();
    assert_eq!((&moved["fee"], &moved["net"]), (&json!(0), &json!(4000)));
    let account = platform(&simulator, "GET", "/v1/accounts/acct_1Tea", "").await.json();
    assert_eq!(account["controller"]["fees"]["payer"], "application");
}
