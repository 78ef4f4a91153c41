//! Which payment methods are offered: the platform's defaults, merchants' choices, capabilities.

use std::time::Duration;

use crate::support::{BAKERY, BOOKS, SESSION, call, control, create, pay, platform, send, start};
use serde_json::{Value, json};
use stripe_simulator::Simulator;

const PMC: &str = "/v1/payment_method_configurations";

async fn parent(simulator: &Simulator) -> Value {
    platform(simulator, "GET", PMC, "").await.json()["data"][0].clone()
}

async fn child(simulator: &Simulator, account: &str) -> Value {
    let list = call(simulator, account, "GET", &format!("{PMC}?application=ca_simulator"), "").await.json();
    assert_eq!(list["data"].as_array().unwrap().len(), 1, "{list}");
    list["data"][0].clone()
}

async fn set(simulator: &Simulator, account: Option<&str>, id: &Value, method: &str, preference: &str) {
    let path = format!("{PMC}/{}", id.as_str().unwrap());
    let body = format!("{method}[display_preference][preference]={preference}");
    let answer = match account {
        Some(account) => call(simulator, account, "POST", &path, &body).await,
        None => platform(simulator, "POST", &path, &body).await,
    };
    assert_eq!(answer.status, 200, "{}", answer.body);
}

/// What a new session of an account can be paid with.
async fn offered(simulator: &Simulator, account: &str, session: &str) -> Value {
    let created = call(simulator, account, "POST", "/v1/checkout/sessions", session).await;
    assert_eq!(created.status, 200, "{}", created.body);
    created.json()["payment_method_types"].clone()
}

#[tokio::test]
async fn a_default_reaches_every_merchant_that_has_not_chosen() {
    let (simulator, _receiver) = start().await;
    let parent = parent(&simulator).await;
    let books = child(&simulator, BOOKS).await;
    assert_eq!((&books["parent"], &books["application"]), (&parent["id"], &json!("ca_simulator")));
    assert_eq!(
        books["klarna"]["display_preference"],
        json!({"overridable": true, "preference": "none", "value": "off"})
    );
    assert_eq!(
        parent["klarna"]["display_preference"],
        json!({"overridable": null, "preference": "off", "value": "off"})
    );
    assert_eq!(books["affirm"], json!(null), "not to be had in Austria");

    set(&simulator, Some(BOOKS), &books["id"], "klarna", "off").await;
    set(&simulator, None, &parent["id"], "klarna", "on").await;
    assert_eq!(offered(&simulator, BAKERY, SESSION).await, json!(["card", "sepa_debit", "klarna"]));
    assert_eq!(offered(&simulator, BOOKS, SESSION).await, json!(["card", "sepa_debit"]));

    set(&simulator, Some(BOOKS), &books["id"], "klarna", "on").await;
    set(&simulator, None, &parent["id"], "klarna", "off").await;
    assert_eq!(offered(&simulator, BAKERY, SESSION).await, json!(["card", "sepa_debit"]));
    assert_eq!(offered(&simulator, BOOKS, SESSION).await, json!(["card", "sepa_debit", "klarna"]));

    set(&simulator, Some(BOOKS), &books["id"], "klarna", "none").await;
    assert_eq!(offered(&simulator, BOOKS, SESSION).await, json!(["card", "sepa_debit"]));
}

#[tokio::test]
async fn what_is_blocked_is_gone_and_a_lock_makes_choices_void() {
    let (simulator, _receiver) = start().await;
    let (parent, books) = (parent(&simulator).await, child(&simulator, BOOKS).await);
    set(&simulator, Some(BOOKS), &books["id"], "sepa_debit", "on").await;
    let blocked = json!({"method": "sepa_debit", "setting": "blocked"});
    assert_eq!(control(&simulator, "/_simulator/methods", &blocked).await.status, 200);
    assert_eq!(offered(&simulator, BOOKS, SESSION).await, json!(["card"]));
    let state = child(&simulator, BOOKS).await["sepa_debit"].clone();
    assert_eq!(
        state,
        json!({"available": false, "display_preference": {"overridable": false, "preference": "on", "value": "off"}})
    );

    let locked = json!({"method": "sepa_debit", "setting": "locked", "configuration": parent["id"]});
    assert_eq!(control(&simulator, "/_simulator/methods", &locked).await.status, 200);
    set(&simulator, Some(BOOKS), &books["id"], "sepa_debit", "off").await;
    assert_eq!(offered(&simulator, BOOKS, SESSION).await, json!(["card", "sepa_debit"]));
    let free = json!({"method": "sepa_debit", "setting": "free"});
    assert_eq!(control(&simulator, "/_simulator/methods", &free).await.status, 200);
    assert_eq!(offered(&simulator, BOOKS, SESSION).await, json!(["card"]));

    for wrong in [json!({"method": "sepa_debit"}), json!({"setting": "blocked", "method": "moon"})] {
        assert_eq!(control(&simulator, "/_simulator/methods", &wrong).await.status, 400, "{wrong}");
    }
}

#[tokio::test]
async fn currency_amount_and_capability_decide_as_well() {
    let (simulator, receiver) = start().await;
    let dollars = SESSION.replace("currency]=eur", "currency]=usd");
    assert_eq!(offered(&simulator, BAKERY, &dollars).await, json!(["card"]));
    let large = SESSION.replace("unit_amount]=2000", "unit_amount]=500001");
    assert_eq!(
        offered(&simulator, BAKERY, &large).await,
        json!(["card"]),
        "two of them are above 10,000 euros"
    );

    let ordered = json!({"account": BAKERY, "capability": "sepa_debit_payments", "status": "inactive",
        "currently_due": ["company.tax_id"], "current_deadline": 1_800_000_000});
    assert_eq!(control(&simulator, "/_simulator/capabilities", &ordered).await.status, 200);
    assert_eq!(receiver.types(), ["capability.updated", "account.updated"]);
    assert_eq!(offered(&simulator, BAKERY, SESSION).await, json!(["card"]));
    assert_eq!(child(&simulator, BAKERY).await["sepa_debit"]["available"], json!(false));
    let path = format!("/v1/accounts/{BAKERY}/capabilities/sepa_debit_payments");
    let capability = platform(&simulator, "GET", &path, "").await.json();
    assert_eq!(
        (&capability["status"], &capability["requirements"]["currently_due"]),
        (&json!("inactive"), &json!(["company.tax_id"]))
    );

    let link = format!(
        "account={BAKERY}&type=account_onboarding&return_url=http://127.0.0.1:9/back&refresh_url=http://127.0.0.1:9/again"
    );
    let link = platform(&simulator, "POST", "/v1/account_links", &link).await.json();
    let page = link["url"].as_str().unwrap().strip_prefix(&simulator.url()).unwrap().to_owned();
    assert!(send(&simulator, "GET", &page, &[], "").await.unwrap().body.contains("company.tax_id"));
    let back = send(&simulator, "POST", &page, &[], "").await.unwrap();
    assert_eq!((back.status, back.header("Location")), (303, Some("http://127.0.0.1:9/back")));
    assert_eq!(send(&simulator, "GET", &page, &[], "").await.unwrap().status, 410, "it is good once");
    assert_eq!(offered(&simulator, BAKERY, SESSION).await, json!(["card", "sepa_debit"]));
}

#[tokio::test]
async fn a_capability_is_asked_for_and_comes_after_a_while() {
    let (simulator, receiver) = start().await;
    let path = format!("/v1/accounts/{BAKERY}/capabilities/klarna_payments");
    let gone = platform(&simulator, "POST", &path, "requested=false").await.json();
    assert_eq!((&gone["status"], &gone["requested"]), (&json!("unrequested"), &json!(false)));
    let asked = platform(&simulator, "POST", &path, "requested=true").await.json();
    assert_eq!(asked["status"], "pending");
    simulator.advance(Duration::from_secs(60)).await;
    assert_eq!(platform(&simulator, "GET", &path, "").await.json()["status"], "active");
    assert_eq!(receiver.types(), ["capability.updated", "account.updated"].repeat(3));

    let base = format!("/v1/accounts/{BAKERY}/capabilities/card_payments");
    assert_eq!(platform(&simulator, "POST", &base, "requested=false").await.status, 400);
    let ordered = json!({"account": BAKERY, "capability": "card_payments", "status": "inactive"});
    assert_eq!(control(&simulator, "/_simulator/capabilities", &ordered).await.status, 200);
    let account = platform(&simulator, "GET", &format!("/v1/accounts/{BAKERY}"), "").await.json();
    assert_eq!((&account["charges_enabled"], &account["payouts_enabled"]), (&json!(false), &json!(false)));
    assert_eq!(account["capabilities"]["transfers"], "inactive", "the two fall together");
    let all = platform(&simulator, "GET", &format!("/v1/accounts/{BAKERY}/capabilities"), "").await.json();
    assert!(all["data"].as_array().unwrap().len() > 8 && all["has_more"] == false);
    assert_eq!(platform(&simulator, "GET", "/v1/accounts/acct_1Nobody", "").await.status, 403);
}

#[tokio::test]
async fn a_method_of_another_page_is_confirmed_or_not() {
    let (simulator, receiver) = start().await;
    let parent = parent(&simulator).await;
    set(&simulator, None, &parent["id"], "eps", "on").await;
    let id = create(&simulator).await["id"].as_str().unwrap().to_owned();
    let page = send(&simulator, "GET", &format!("/c/pay/{id}"), &[], "").await.unwrap();
    assert!(page.body.contains("id=\"pay-eps\"") && !page.body.contains("pay-klarna"), "{}", page.body);
    let failed = pay(&simulator, &id, "payment_method=eps&redirect=fail").await;
    assert_eq!(failed.status, 402);
    assert_eq!(pay(&simulator, &id, "payment_method=klarna&redirect=authorize").await.status, 400);
    assert_eq!(pay(&simulator, &id, "payment_method=eps&redirect=authorize").await.status, 303);
    let types = receiver.types();
    assert_eq!(types.last().map(String::as_str), Some("checkout.session.completed"), "{types:?}");
}

#[tokio::test]
async fn ways_in_for_merchants_and_domains() {
    let (simulator, _receiver) = start().await;
    let body = format!("account={BAKERY}&components[payment_method_settings][enabled]=true");
    let session = platform(&simulator, "POST", "/v1/account_sessions", &body).await.json();
    assert_eq!(session["components"], json!({"payment_method_settings": {"enabled": true}}));
    let body = format!("account={BAKERY}&components[payment_method_setting][enabled]=true");
    let unknown = platform(&simulator, "POST", "/v1/account_sessions", &body).await;
    assert_eq!(unknown.error().1, "parameter_unknown");
    let login = platform(&simulator, "POST", &format!("/v1/accounts/{BAKERY}/login_links"), "").await;
    assert_eq!(login.status, 400, "only with an Express Dashboard");

    let made = call(&simulator, BAKERY, "POST", "/v1/payment_method_domains", "domain_name=shop.example")
        .await
        .json();
    let path = format!("/v1/payment_method_domains/{}", made["id"].as_str().unwrap());
    let off = call(&simulator, BAKERY, "POST", &path, "enabled=false").await.json();
    assert_eq!((&off["enabled"], &off["apple_pay"]["status"]), (&json!(false), &json!("inactive")));
    assert_eq!(call(&simulator, BAKERY, "POST", &format!("{path}/validate"), "").await.status, 200);
    let listed = call(&simulator, BAKERY, "GET", "/v1/payment_method_domains?enabled=false", "").await.json();
    assert_eq!(listed["data"], json!([off]));
    assert_eq!(call(&simulator, BOOKS, "GET", &path, "").await.status, 404, "every account is an island");
}

#[tokio::test]
async fn configurations_are_on_the_account_that_has_them() {
    let (simulator, _receiver) = start().await;
    let (parent, books) = (parent(&simulator).await, child(&simulator, BOOKS).await);
    let path = format!("{PMC}/{}", books["id"].as_str().unwrap());
    assert_eq!(platform(&simulator, "GET", &path, "").await.status, 404);
    assert_eq!(call(&simulator, BAKERY, "POST", &path, "name=x").await.status, 404);
    let made = format!(
        "name=Second&parent={}&klarna[display_preference][preference]=on",
        parent["id"].as_str().unwrap()
    );
    assert_eq!(platform(&simulator, "POST", PMC, &made).await.status, 400, "a child of the platform's own");
    let second = call(&simulator, BOOKS, "POST", PMC, &made).await.json();
    assert_eq!((&second["is_default"], &second["klarna"]["available"]), (&json!(false), &json!(true)));
    let session = format!("{SESSION}&payment_method_configuration={}", second["id"].as_str().unwrap());
    assert_eq!(offered(&simulator, BOOKS, &session).await, json!(["card", "sepa_debit", "klarna"]));
    let foreign = call(&simulator, BAKERY, "POST", "/v1/checkout/sessions", &session).await;
    assert_eq!(foreign.error().1, "resource_missing");
    let unplayed = call(&simulator, BOOKS, "POST", PMC, "zip[display_preference][preference]=on").await;
    assert_eq!(unplayed.status, 501);
}
