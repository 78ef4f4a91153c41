//! Accounts of v2: made, asked, led through what is missing, closed.

use serde_json::{Value, json};
use stripe_simulator::{Endpoint, Simulator};

use crate::support::{BAKERY, KEY, Receiver, SECRET, SESSION, call, control, platform, send, start};

const ACCOUNTS: &str = "/v2/core/accounts";
const ALL: &str = "include[0]=configuration.merchant&include[1]=requirements&include[2]=defaults&include[3]=configuration.customer";

async fn post(simulator: &Simulator, path: &str, body: &Value) -> (u16, Value) {
    let bearer = format!("Bearer {KEY}");
    let headers = [("Authorization", bearer.as_str()), ("Content-Type", "application/json")];
    let answer = send(simulator, "POST", path, &headers, &body.to_string()).await.unwrap();
    (answer.status, answer.json())
}

async fn read(simulator: &Simulator, id: &str, query: &str) -> Value {
    platform(simulator, "GET", &format!("{ACCOUNTS}/{id}?{query}"), "").await.json()
}

/// Everything that was received, once an event of that type is among it.
async fn wait_for(receiver: &Receiver, kind: &str) -> Vec<Value> {
    let mut received = Vec::new();
    for _ in 0..100 {
        received.extend(receiver.take());
        if received.iter().any(|body: &Value| body["type"] == kind) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    received
}

fn merchant() -> Value {
    json!({
        "contact_email": "ada@shop.example",
        "display_name": "Ada",
        "dashboard": "express",
        "identity": { "country": "at", "entity_type": "company" },
        "defaults": { "responsibilities": { "fees_collector": "stripe", "losses_collector": "stripe" } },
        "configuration": { "merchant": { "capabilities": { "card_payments": { "requested": true } } } },
        "include": ["configuration.merchant", "requirements"],
    })
}

#[tokio::test]
async fn a_merchant_is_led_to_its_first_payment() {
    let (simulator, receiver) = start().await;
    simulator.add_endpoint(Endpoint::platform(&receiver.url, SECRET)).unwrap();
    let (status, made) = post(&simulator, ACCOUNTS, &merchant()).await;
    assert_eq!(status, 200, "{made}");
    let id = made["id"].as_str().unwrap();
    let cards = &made["configuration"]["merchant"]["capabilities"]["card_payments"];
    assert_eq!(
        (&cards["status"], &cards["status_details"][0]["resolution"]),
        (&json!("restricted"), &json!("provide_info"))
    );
    assert_eq!(made["requirements"]["summary"]["minimum_deadline"]["status"], "past_due");
    assert_eq!(made["requirements"]["entries"].as_array().unwrap().len(), 3);
    assert_eq!(call(&simulator, id, "POST", "/v1/checkout/sessions", SESSION).await.status, 400);

    let link = json!({ "account": id, "use_case": { "type": "account_onboarding", "account_onboarding": {
        "refresh_url": "http://platform.example/again", "return_url": "http://platform.example/back" } } });
    let (status, link) = post(&simulator, "/v2/core/account_links", &link).await;
    assert_eq!((status, &link["object"]), (200, &json!("v2.core.account_link")), "{link}");
    let page = link["url"].as_str().unwrap().split_once("/setup").unwrap().1.to_owned();
    let back = send(&simulator, "POST", &format!("/setup{page}"), &[], "").await.unwrap();
    assert_eq!(back.header("Location"), Some("http://platform.example/back"));

    let ready = read(&simulator, id, ALL).await;
    assert_eq!(ready["configuration"]["merchant"]["capabilities"]["card_payments"]["status"], "active");
    assert_eq!(ready["requirements"], json!({ "entries": [], "summary": null }));
    assert_eq!(ready["defaults"]["responsibilities"]["requirements_collector"], "stripe");
    assert_eq!(call(&simulator, id, "POST", "/v1/checkout/sessions", SESSION).await.status, 200);

    // One account: v1 reads it, too, without transfers.
    let v1 = platform(&simulator, "GET", &format!("/v1/accounts/{id}"), "").await.json();
    assert_eq!((&v1["charges_enabled"], &v1["capabilities"]["transfers"]), (&json!(true), &Value::Null));
    let received = wait_for(&receiver, "v2.core.account_link.returned").await;
    let kinds: Vec<String> = received.iter().map(|body| body["type"].as_str().unwrap().to_owned()).collect();
    for kind in [
        "v2.core.account.created",
        "v2.core.account[configuration.merchant].capability_status_updated",
        "v2.core.account[requirements].updated",
        "v2.core.account_link.returned",
    ] {
        assert!(kinds.iter().any(|one| one == kind), "{kind}: {kinds:?}");
    }
    let returned = received.into_iter().find(|body| body["type"] == "v2.core.account_link.returned").unwrap();
    assert_eq!(
        (&returned["related_object"], returned.get("data"), returned.get("context")),
        (&Value::Null, None, None)
    );
    let event = format!("/v2/core/events/{}", returned["id"].as_str().unwrap());
    let event = platform(&simulator, "GET", &event, "").await.json();
    assert_eq!(event["data"]["account_id"], id);
    let missed = platform(&simulator, "GET", "/v1/events", "").await.json();
    assert_eq!(missed["data"], json!([]), "v1 lists no events of v2");
}

#[tokio::test]
async fn what_is_not_asked_for_is_null() {
    let (simulator, _receiver) = start().await;
    for (query, there) in [("", vec![]), (ALL, vec!["configuration", "requirements", "defaults"])] {
        let account = read(&simulator, BAKERY, query).await;
        for part in ["configuration", "defaults", "identity", "requirements", "future_requirements"] {
            assert_eq!(!account[part].is_null(), there.contains(&part), "{part} {query}");
        }
        assert_eq!(account["applied_configurations"], json!(["merchant"]));
    }
    let refused = platform(&simulator, "GET", &format!("{ACCOUNTS}/{BAKERY}?include=requirements"), "").await;
    assert_eq!(refused.status, 400, "{}", refused.body);
    assert_eq!(platform(&simulator, "GET", &format!("{ACCOUNTS}/acct_none"), "").await.status, 404);
}

#[tokio::test]
async fn stripe_asks_again_until_a_date() {
    let (simulator, _receiver) = start().await;
    let (_, made) = post(&simulator, ACCOUNTS, &merchant()).await;
    let id = made["id"].as_str().unwrap();
    let order = json!({ "account": id, "capability": "card_payments", "status": "active",
        "currently_due": ["identity.individual.documents"], "current_deadline": 1_900_000_000 });
    assert_eq!(control(&simulator, "/_simulator/capabilities", &order).await.status, 200);
    let account = read(&simulator, id, ALL).await;
    let entry = &account["requirements"]["entries"][0];
    assert_eq!(
        (&entry["description"], &entry["minimum_deadline"]["status"]),
        (&json!("identity.individual.documents"), &json!("currently_due"))
    );
    assert_eq!(account["requirements"]["summary"]["minimum_deadline"]["time"], "2030-03-17T17:46:40Z");
    assert_eq!(account["configuration"]["merchant"]["capabilities"]["card_payments"]["status"], "active");
}

#[tokio::test]
async fn an_account_is_changed_billed_listed_and_closed() {
    let (simulator, _receiver) = start().await;
    let (_, made) = post(&simulator, ACCOUNTS, &merchant()).await;
    let id = made["id"].as_str().unwrap();
    let path = format!("{ACCOUNTS}/{id}");
    let (status, changed) =
        post(&simulator, &path, &json!({ "configuration": { "customer": {} }, "display_name": "Ada & Co", "include": ["configuration.customer"] })).await;
    assert_eq!(
        (status, &changed["applied_configurations"]),
        (200, &json!(["customer", "merchant"])),
        "{changed}"
    );
    assert_eq!(
        (&changed["display_name"], &changed["contact_email"]),
        (&json!("Ada & Co"), &json!("ada@shop.example"))
    );
    assert_eq!(changed["configuration"]["customer"]["applied"], true);
    let fixed = json!({ "defaults": { "responsibilities": { "fees_collector": "application", "losses_collector": "application" } } });
    assert_eq!(post(&simulator, &path, &fixed).await.0, 400);

    let first = platform(&simulator, "GET", &format!("{ACCOUNTS}?limit=2"), "").await.json();
    assert_eq!(first["data"].as_array().unwrap().len(), 2);
    let next = first["next_page_url"].as_str().unwrap();
    let second = platform(&simulator, "GET", next, "").await.json();
    assert_eq!((second["data"].as_array().unwrap().len(), &second["next_page_url"]), (1, &Value::Null));

    let (status, closed) = post(&simulator, &format!("{path}/close"), &json!({})).await;
    assert_eq!(
        (status, &closed["closed"], &closed["applied_configurations"]),
        (200, &json!(true), &json!([]))
    );
    assert_eq!(read(&simulator, id, ALL).await["configuration"], Value::Null);
    let open = platform(&simulator, "GET", ACCOUNTS, "").await.json();
    assert!(open["data"].as_array().unwrap().iter().all(|account| account["id"] != id));
    let of_closed = platform(&simulator, "GET", &format!("{ACCOUNTS}?closed=true"), "").await.json();
    assert_eq!(of_closed["data"][0]["id"], id);
}

#[tokio::test]
async fn what_stripe_refuses_is_refused() {
    let (simulator, _receiver) = start().await;
    let bearer = format!("Bearer {KEY}");
    let json_of = |changes: Value| {
        let mut body = merchant();
        for (name, value) in changes.as_object().unwrap() {
            body[name] = value.clone();
        }
        body
    };
    for (changes, param) in [
        (json!({ "dashboard": null }), "dashboard"),
        (json!({ "dashboard": "light" }), "dashboard"),
        (json!({ "nickname": "A" }), "nickname"),
        (
            json!({ "configuration": { "merchant": { "capabilities": { "card_payments": {} } } } }),
            "configuration[merchant][capabilities][card_payments][requested]",
        ),
        (
            json!({ "configuration": { "merchant": { "capabilities": { "pix_payments": { "requested": true } } } } }),
            "configuration[merchant][capabilities][pix_payments]",
        ),
        (
            json!({ "defaults": { "responsibilities": { "fees_collector": "stripe", "losses_collector": "application" } } }),
            "defaults.responsibilities.fees_collector",
        ),
    ] {
        let mut body = json_of(changes);
        if body["dashboard"].is_null() {
            body.as_object_mut().unwrap().remove("dashboard");
        }
        let (status, refused) = post(&simulator, ACCOUNTS, &body).await;
        assert_eq!((status, refused["error"]["param"].as_str()), (400, Some(param)), "{refused}");
    }
    let form = [("Authorization", bearer.as_str()), ("Content-Type", "application/x-www-form-urlencoded")];
    assert_eq!(send(&simulator, "POST", ACCOUNTS, &form, "dashboard=full").await.unwrap().status, 400);
    let of_merchant = [("Authorization", bearer.as_str()), ("Stripe-Account", BAKERY)];
    assert_eq!(send(&simulator, "GET", ACCOUNTS, &of_merchant, "").await.unwrap().status, 400);
}
