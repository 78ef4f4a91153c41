//! The office: payment methods for all merchants, each merchant's page, fees, plans.

use std::time::Duration;

use serde_json::{Value, json};
use stripe_simulator::Endpoint;

use crate::support::{BAKERY, PAPER, SECRET, Shop, between, on_each_database};

/// The whole table as a browser sends it, with these methods set otherwise.
async fn review(shop: &Shop, changes: &[(&str, &str)]) -> String {
    let page = shop.get("/admin").await;
    assert_eq!(page.status, 200, "{}", page.body);
    let rows = page.body.split("<tr data-method=\"").skip(1);
    let fields: Vec<String> = rows
        .filter(|row| !row.contains("data-setting=\"blocked\""))
        .map(|row| {
            let (method, rest) = row.split_once('"').unwrap();
            let is_on = rest.starts_with(" data-setting=\"on_by_default\"");
            let changed = changes.iter().find(|(changed, _)| *changed == method).map(|(_, value)| *value);
            format!("{method}={}", changed.unwrap_or(if is_on { "on" } else { "off" }))
        })
        .collect();
    let made = shop.post("/admin/reviews", &fields.join("&")).await;
    assert_eq!(made.status, 303, "{}", made.body);
    made.location.unwrap()
}

async fn apply(shop: &Shop, review: &str) -> u16 {
    shop.post(&format!("{review}/apply"), "").await.status
}

async fn control(shop: &Shop, path: &str, order: &Value) {
    let answer = shop.post_json(&format!("{}{path}", shop.simulator.url()), order).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
}

/// How a method stands on a merchant's page.
async fn stands(shop: &Shop, account: &str, method: &str) -> String {
    let page = shop.get(&format!("/admin/merchants/{account}")).await.body;
    between(&page, &format!("<tr data-method=\"{method}\" data-on=\""), "\"").to_owned()
}

async fn choose(shop: &Shop, account: &str, method: &str, preference: &str) -> u16 {
    let form = format!("token={}&method={method}&preference={preference}", uuid::Uuid::new_v4().simple());
    shop.post(&format!("/admin/merchants/{account}/methods"), &form).await.status
}

#[tokio::test]
async fn a_change_is_shown_for_each_merchant_and_then_made() {
    on_each_database(async |shop| {
        let url = review(shop, &[("klarna", "on")]).await;
        let page = shop.get(&url).await.body;
        for account in [BAKERY, PAPER] {
            assert!(
                page.contains(&format!(
                    "data-account=\"{account}\" data-method=\"klarna\" data-after=\"on\""
                )),
                "{page}"
            );
        }
        assert!(page.contains("Save and apply"));
        assert_eq!(stands(shop, BAKERY, "klarna").await, "false", "nothing has changed yet");
        assert_eq!(apply(shop, &url).await, 303);
        assert_eq!(stands(shop, BAKERY, "klarna").await, "true");
        let hosted = shop.checkout("sourdough").await;
        assert!(shop.get(&hosted).await.body.contains("pay-klarna"));
        assert_eq!(apply(shop, &url).await, 303, "a second click finds that it is done");
        let url = review(shop, &[]).await;
        assert!(shop.get(&url).await.body.contains("id=\"no-changes\""));
    })
    .await;
}

#[tokio::test]
async fn a_merchants_own_choice_survives_a_change_of_the_default() {
    on_each_database(async |shop| {
        assert_eq!(choose(shop, BAKERY, "klarna", "off").await, 403, "nobody has given the choice");
        assert_eq!(shop.post("/admin/freedom", "free=yes").await.status, 303);
        assert_eq!(choose(shop, BAKERY, "klarna", "off").await, 303);
        assert_eq!(choose(shop, PAPER, "eps", "on").await, 303);
        let url = review(shop, &[("klarna", "on"), ("eps", "off")]).await;
        let page = shop.get(&url).await.body;
        assert!(
            page.contains(&format!("data-account=\"{BAKERY}\" data-method=\"klarna\" data-after=\"off\"")),
            "{page}"
        );
        assert_eq!(apply(shop, &url).await, 303);
        assert_eq!(stands(shop, BAKERY, "klarna").await, "false");
        assert_eq!(stands(shop, PAPER, "klarna").await, "true");
        assert_eq!(stands(shop, PAPER, "eps").await, "true");
        assert_eq!(choose(shop, BAKERY, "klarna", "none").await, 303);
        assert_eq!(stands(shop, BAKERY, "klarna").await, "true", "as by default again");
    })
    .await;
}

#[tokio::test]
async fn an_apply_that_was_cut_off_is_resumed_and_does_nothing_twice() {
    on_each_database(async |shop| {
        let url = review(shop, &[("eps", "on"), ("klarna", "on")]).await;
        // The first call is done, and its answer is lost in every attempt.
        let fault = json!({"path": "/v1/payment_method_configurations", "method": "POST", "times": 3,
            "kind": "status", "status": 500, "when": "after"});
        control(shop, "/_simulator/faults", &fault).await;
        let halted = shop.post(&format!("{url}/apply"), "").await;
        assert_eq!(halted.status, 502, "{}", halted.body);
        assert!(halted.body.contains("id=\"halted\"") && halted.body.contains("Resume"), "{}", halted.body);
        assert_eq!(stands(shop, BAKERY, "eps").await, "true", "this much was done");
        assert_eq!(stands(shop, BAKERY, "klarna").await, "false");
        assert_eq!(apply(shop, &url).await, 303);
        assert_eq!(stands(shop, BAKERY, "klarna").await, "true");
    })
    .await;
}

#[tokio::test]
async fn a_review_of_something_else_is_not_applied() {
    on_each_database(async |shop| {
        let (first, second) = (review(shop, &[("klarna", "on")]).await, review(shop, &[("eps", "on")]).await);
        assert_eq!(apply(shop, &first).await, 303);
        let page = shop.post(&format!("{second}/apply"), "").await;
        assert_eq!(page.status, 409);
        assert!(
            page.body.contains("data-code=\"review_outdated\"") && page.body.contains("klarna"),
            "{}",
            page.body
        );
        assert_eq!(stands(shop, BAKERY, "eps").await, "false", "nothing was half done");
        assert_eq!(shop.post("/admin/reviews", "moon=on").await.status, 422);
        assert_eq!(shop.post("/admin/reviews", "klarna=blocked").await.status, 422);
        assert_eq!(shop.get("/admin/reviews/0").await.status, 404);
        assert_eq!(shop.get("/admin/merchants/acct_1Nobody").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn what_is_blocked_is_gone_from_the_hosted_page() {
    on_each_database(async |shop| {
        let hosted = shop.checkout("sourdough").await;
        assert!(shop.get(&hosted).await.body.contains("method-debit"));
        control(shop, "/_simulator/methods", &json!({"method": "sepa_debit", "setting": "blocked"})).await;
        let page = shop.get("/admin").await.body;
        assert!(page.contains("data-method=\"sepa_debit\" data-setting=\"blocked\""), "{page}");
        let hosted = shop.checkout("sourdough").await;
        assert!(!shop.get(&hosted).await.body.contains("method-debit"));
    })
    .await;
}

#[tokio::test]
async fn what_a_merchant_lacks_is_said_and_can_be_put_right() {
    on_each_database(async |shop| {
        let page = shop.get(&format!("/admin/merchants/{BAKERY}")).await.body;
        assert!(page.contains("id=\"readiness\" data-ready=\"true\""), "{page}");
        let lost = json!({"account": BAKERY, "capability": "card_payments", "status": "inactive",
            "currently_due": ["company.tax_id"], "current_deadline": 1_800_000_000});
        control(shop, "/_simulator/capabilities", &lost).await;
        let page = shop.get(&format!("/admin/merchants/{BAKERY}")).await.body;
        assert!(page.contains("data-ready=\"false\"") && page.contains("company.tax_id"), "{page}");
        let link = shop.post(&format!("/admin/merchants/{BAKERY}/setup"), "").await.location.unwrap();
        let back = shop.post(&link, "").await.location.unwrap();
        assert!(shop.get(&back).await.body.contains("data-ready=\"true\""));

        let gone = json!({"account": BAKERY, "capability": "sepa_debit_payments", "status": "unrequested"});
        control(shop, "/_simulator/capabilities", &gone).await;
        let page = shop.get(&format!("/admin/merchants/{BAKERY}")).await.body;
        assert!(page.contains("data-code=\"capability_unrequested\""), "{page}");
        let path = format!("/admin/merchants/{BAKERY}/capabilities");
        assert_eq!(shop.post(&path, "capability=sepa_debit_payments").await.status, 303);
        shop.simulator.advance(Duration::from_secs(60)).await;
        let page = shop.get(&format!("/admin/merchants/{BAKERY}")).await.body;
        assert!(!page.contains("data-code="), "{page}");
    })
    .await;
}

#[tokio::test]
async fn a_payment_is_given_back_with_or_without_the_fee() {
    on_each_database(async |shop| {
        let hosted = shop.checkout("sourdough").await;
        shop.pay_by_card(&hosted).await;
        shop.simulator.advance(Duration::from_secs(2)).await;
        let path = format!("/admin/merchants/{BAKERY}");
        let page = shop.get(&path).await.body;
        // 6.80 with 5 % for the platform, and 1.5 % and 0.25 for Stripe.
        assert!(page.contains("data-platform=\"34\" data-merchant=\"611\""), "{page}");
        let charge = between(&page, "data-charge=\"", "\"").to_owned();
        let fields = format!("charge={charge}&currency=eur");
        let refund = async |token: &str, more: &str| {
            shop.post(&format!("{path}/refunds"), &format!("token={token}&{fields}&{more}")).await.status
        };
        assert_eq!(refund("first", "amount=1.80").await, 303);
        assert_eq!(refund("first", "amount=1.80").await, 303, "a double click");
        let page = shop.get(&path).await.body;
        assert!(page.contains("data-refunded=\"180\""), "{page}");
        assert!(page.contains("data-platform=\"34\" data-merchant=\"431\""), "the fee stays: {page}");
        assert_eq!(refund("second", "amount=5.00&with_fee=yes").await, 303);
        let page = shop.get(&path).await.body;
        assert!(page.contains("data-refunded=\"680\""), "{page}");
        // What goes back of the fee is in proportion to this refund.
        let fees = shop.get("/admin/fees").await.body;
        let kept: i64 = between(&fees, "data-sum=\"", "\"").parse().unwrap();
        assert!((8..=10).contains(&kept), "{fees}");
        assert_eq!(refund("third", "amount=1.00").await, 422, "nothing is left");
        assert_eq!(refund("fourth", "amount=lots").await, 422);
    })
    .await;
}

#[tokio::test]
async fn a_merchants_plan_follows_its_subscription() {
    on_each_database(async |shop| {
        let endpoint = Endpoint::platform(format!("{}/webhooks/stripe", shop.url()), SECRET);
        shop.simulator.add_endpoint(endpoint).unwrap();
        let path = format!("/admin/merchants/{BAKERY}");
        let status =
            async || between(&shop.get(&path).await.body, "id=\"plan\" data-status=\"", "\"").to_owned();
        assert_eq!(status().await, "none");
        let hosted = shop.post(&format!("{path}/plan"), "").await.location.unwrap();
        let back = shop.pay_to(&hosted).await;
        assert!(back.contains(&path), "{back}");
        assert_eq!(status().await, "active");
        assert_eq!(shop.count("unmatched_events").await, 0);

        let events = shop.events("customer.subscription.created").await;
        let subscription = events[0]["data"]["object"]["id"].clone();
        let order = |verdict: &str| json!({"subscription": subscription, "payments": verdict});
        control(shop, "/_simulator/subscriptions", &order("fail")).await;
        shop.simulator.advance(Duration::from_secs(30 * 86_400)).await;
        assert_eq!(status().await, "past_due");
        control(shop, "/_simulator/subscriptions", &order("succeed")).await;
        assert_eq!(status().await, "active");

        let portal = shop.post(&format!("{path}/portal"), "").await.location.unwrap();
        let press = format!("action=cancel&subscription={}", subscription.as_str().unwrap());
        assert_eq!(shop.post(&portal, &press).await.status, 303);
        assert_eq!(status().await, "active");
        shop.simulator.advance(Duration::from_secs(30 * 86_400)).await;
        assert_eq!(status().await, "canceled");
        // An old event, late: the subscription itself is asked.
        assert_eq!(shop.deliver(&events[0]).await.status, 200);
        assert_eq!(status().await, "canceled");
    })
    .await;
}
