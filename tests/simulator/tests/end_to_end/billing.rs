//! Subscriptions: invoices that are paid or not as the clock moves.

use std::time::Duration;

use crate::support::{BAKERY, Receiver, SECRET, call, card, control, pay, platform, send, start};
use serde_json::{Value, json};
use stripe_simulator::{Endpoint, Simulator};

const DAY: u64 = 86_400;

/// A merchant of the platform's as its customer, and a plan for 49 euros a month; their ids.
async fn plan(simulator: &Simulator) -> (String, String) {
    let id = |answer: Value| answer["id"].as_str().unwrap().to_owned();
    let customer = platform(simulator, "POST", "/v1/customers", "email=owner@shop.example&name=Shop").await;
    let product = "name=Pro&id=plan_pro&default_price_data[currency]=eur&default_price_data[unit_amount]=4900\
        &default_price_data[recurring][interval]=month";
    let product = platform(simulator, "POST", "/v1/products", product).await.json();
    assert_eq!(product["id"], "plan_pro");
    (id(customer.json()), product["default_price"].as_str().unwrap().to_owned())
}

async fn session(simulator: &Simulator, more: &str) -> Value {
    let (customer, price) = plan(simulator).await;
    let body = format!(
        "mode=subscription&customer={customer}&line_items[0][price]={price}&line_items[0][quantity]=1\
         &success_url=http://platform.example/{{CHECKOUT_SESSION_ID}}{more}"
    );
    let answer = platform(simulator, "POST", "/v1/checkout/sessions", &body).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}

/// A paid subscription of the platform's own, and the receiver of its events.
async fn subscribed(simulator: &Simulator, more: &str, fields: &str) -> (String, Receiver) {
    let own = Receiver::start().await;
    simulator.add_endpoint(Endpoint::platform(&own.url, SECRET)).unwrap();
    let created = session(simulator, more).await;
    assert_eq!(
        (&created["mode"], &created["payment_method_types"]),
        (&json!("subscription"), &json!(["card"]))
    );
    let id = created["id"].as_str().unwrap().to_owned();
    assert_eq!(pay(simulator, &id, fields).await.status, 303);
    let path = format!("/v1/checkout/sessions/{id}?expand[]=subscription&expand[]=invoice");
    let read = platform(simulator, "GET", &path, "").await.json();
    assert_eq!((&read["status"], &read["payment_intent"]), (&json!("complete"), &json!(null)));
    assert_eq!(read["subscription"]["customer"], created["customer"]);
    (read["subscription"]["id"].as_str().unwrap().to_owned(), own)
}

async fn status(simulator: &Simulator, id: &str) -> String {
    let read = platform(simulator, "GET", &format!("/v1/subscriptions/{id}"), "").await.json();
    read["status"].as_str().unwrap().to_owned()
}

async fn payments(simulator: &Simulator, id: &str, verdict: &str) {
    let body = json!({"subscription": id, "payments": verdict});
    assert_eq!(control(simulator, "/_simulator/subscriptions", &body).await.status, 200);
}

#[tokio::test]
async fn every_period_has_its_invoice() {
    let (simulator, _receiver) = start().await;
    let (id, own) = subscribed(&simulator, "", &card("4242424242424242")).await;
    let begun =
        ["customer.subscription.created", "charge.succeeded", "invoice.paid", "checkout.session.completed"];
    assert_eq!(own.types(), begun);
    simulator.advance(Duration::from_secs(30 * DAY)).await;
    let events = own.take();
    let paid = events.iter().find(|event| event["type"] == "invoice.paid").unwrap();
    let invoice = &paid["data"]["object"];
    assert_eq!(
        (&invoice["billing_reason"], &invoice["amount_paid"]),
        (&json!("subscription_cycle"), &json!(4900))
    );
    assert_eq!(invoice["parent"]["subscription_details"]["subscription"], json!(id));
    let path = format!("/v1/invoices/{}", invoice["id"].as_str().unwrap());
    assert_eq!(platform(&simulator, "GET", &path, "").await.json()["status"], "paid");
    assert_eq!(call(&simulator, BAKERY, "GET", &path, "").await.status, 404);
    assert_eq!(status(&simulator, &id).await, "active");
}

#[tokio::test]
async fn what_is_not_paid_is_past_due_and_ends() {
    let (simulator, _receiver) = start().await;
    let (id, own) = subscribed(&simulator, "", &card("4242424242424242")).await;
    payments(&simulator, &id, "fail").await;
    simulator.advance(Duration::from_secs(30 * DAY)).await;
    assert_eq!(status(&simulator, &id).await, "past_due");
    own.take();
    payments(&simulator, &id, "succeed").await;
    assert_eq!(own.types(), ["charge.succeeded", "invoice.paid", "customer.subscription.updated"]);
    assert_eq!(status(&simulator, &id).await, "active");

    payments(&simulator, &id, "fail").await;
    simulator.advance(Duration::from_secs(40 * DAY)).await;
    let types = own.types();
    assert_eq!(types.iter().filter(|kind| *kind == "invoice.payment_failed").count(), 4, "{types:?}");
    assert_eq!(types.last().map(String::as_str), Some("customer.subscription.deleted"));
    assert_eq!(status(&simulator, &id).await, "canceled");
    simulator.advance(Duration::from_secs(90 * DAY)).await;
    assert!(own.types().is_empty(), "it is over");
}

#[tokio::test]
async fn a_trial_costs_nothing_until_it_ends() {
    let (simulator, _receiver) = start().await;
    let (id, own) = subscribed(&simulator, "&subscription_data[trial_period_days]=14", "").await;
    assert_eq!(status(&simulator, &id).await, "trialing");
    own.take();
    simulator.advance(Duration::from_secs(14 * DAY)).await;
    assert_eq!(status(&simulator, &id).await, "active");
    assert!(own.types().contains(&"charge.succeeded".to_owned()));
}

#[tokio::test]
async fn the_portal_cancels_at_the_end_of_the_period() {
    let (simulator, _receiver) = start().await;
    let (id, own) = subscribed(&simulator, "", &card("4242424242424242")).await;
    let customer =
        platform(&simulator, "GET", &format!("/v1/subscriptions/{id}"), "").await.json()["customer"].clone();
    let body = format!("customer={}&return_url=http://127.0.0.1:9/account", customer.as_str().unwrap());
    let portal = platform(&simulator, "POST", "/v1/billing_portal/sessions", &body).await.json();
    let page = portal["url"].as_str().unwrap().strip_prefix(&simulator.url()).unwrap().to_owned();
    assert!(
        send(&simulator, "GET", &page, &[], "").await.unwrap().body.contains("€49.00 each month: active")
    );
    own.take();
    let press = format!("action=cancel&subscription={id}");
    assert_eq!(send(&simulator, "POST", &page, &[], &press).await.unwrap().status, 303);
    assert_eq!(own.types(), ["customer.subscription.updated"]);
    assert_eq!(status(&simulator, &id).await, "active", "what is paid is provided");
    simulator.advance(Duration::from_secs(30 * DAY)).await;
    assert_eq!(own.types(), ["customer.subscription.deleted"]);
}

#[tokio::test]
async fn a_merchants_subscription_pays_the_platform_its_percentage() {
    let (simulator, _receiver) = start().await;
    let body = "mode=subscription&line_items[0][price_data][currency]=eur&line_items[0][price_data][unit_amount]=1999\
        &line_items[0][price_data][product_data][name]=Tea&line_items[0][price_data][recurring][interval]=week\
        &line_items[0][quantity]=1&success_url=http://shop.example/&subscription_data[application_fee_percent]=2.5";
    let created = call(&simulator, BAKERY, "POST", "/v1/checkout/sessions", body).await.json();
    let declined = pay(&simulator, created["id"].as_str().unwrap(), &card("4000000000000002")).await;
    assert_eq!(declined.status, 402);
    assert_eq!(pay(&simulator, created["id"].as_str().unwrap(), &card("4242424242424242")).await.status, 303);
    simulator.advance(Duration::from_secs(7 * DAY + 2)).await;
    let fees = platform(&simulator, "GET", "/v1/application_fees", "").await.json();
    let amounts: Vec<&Value> = fees["data"].as_array().unwrap().iter().map(|fee| &fee["amount"]).collect();
    assert_eq!(amounts, [49, 49]);
    assert_eq!(platform(&simulator, "POST", "/v1/checkout/sessions", body).await.status, 400, "whose fee?");
}

#[tokio::test]
async fn products_and_prices_are_found_again() {
    let (simulator, _receiver) = start().await;
    let (_, first) = plan(&simulator).await;
    let body = "currency=eur&unit_amount=49000&product=plan_pro&recurring[interval]=year&lookup_key=pro";
    let yearly = platform(&simulator, "POST", "/v1/prices", body).await.json();
    let again = platform(&simulator, "POST", "/v1/prices", body).await;
    assert_eq!((again.status, again.error().2.as_str()), (400, "lookup_key"));
    let moved =
        platform(&simulator, "POST", "/v1/prices", &format!("{body}&transfer_lookup_key=true")).await.json();
    let found = platform(&simulator, "GET", "/v1/prices?lookup_keys[0]=pro", "").await.json();
    assert_eq!(found["data"], json!([moved]));
    let all = platform(&simulator, "GET", "/v1/prices?product=plan_pro&type=recurring", "").await.json();
    let ids: Vec<&Value> = all["data"].as_array().unwrap().iter().map(|price| &price["id"]).collect();
    assert_eq!(ids, [&moved["id"], &yearly["id"], &json!(first)]);
    assert_eq!(
        platform(&simulator, "GET", "/v1/products?active=true", "").await.json()["data"][0]["name"],
        "Pro"
    );
    let unknown =
        platform(&simulator, "POST", "/v1/prices", "currency=eur&unit_amount=1&product=prod_x").await;
    assert_eq!(unknown.error().1, "resource_missing");
    let taken = platform(&simulator, "POST", "/v1/products", "name=Pro&id=plan_pro").await;
    assert_eq!(taken.error().1, "resource_already_exists");
}
