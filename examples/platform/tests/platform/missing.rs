//! Events that never come: the return page and the sweep ask Stripe instead.

use std::time::Duration;

use futures_util::future::join_all;
use serde_json::json;
use sqlx::Row;
use stripe_simulator::Fault;

use crate::support::{BAD_IBAN, GOOD_IBAN, Shop, on_each_database, on_each_database_with};

const SWEEPING: [(&str, &str); 1] = [("SWEEP_AFTER", "1")];

/// Waits until the sweep has brought the order there.
async fn reaches(shop: &Shop, order: &str, state: &str) {
    for _ in 0..200 {
        if shop.state(order).await == state {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(shop.state(order).await, state);
}

async fn only_order(shop: &Shop) -> String {
    sqlx::query("SELECT id FROM orders").fetch_one(&shop.pool).await.unwrap().get(0)
}

#[tokio::test]
async fn a_paid_order_without_an_event_is_fulfilled_by_the_sweep_of_two_servers_once() {
    on_each_database_with(&SWEEPING, async |shop| {
        let replica = shop.replica().await;
        let hosted = shop.checkout("sourdough").await;
        let thanks = shop.pay_by_card(&hosted).await;
        reaches(shop, &thanks.order, "fulfilled").await;
        let page = shop.get(&format!("/orders/{}", thanks.order)).await.body;
        assert!(page.contains("data-type=\"session read\" data-action=\"fulfill\""), "{page}");
        // Late, but not never.
        let event = shop.events("checkout.session.completed").await.remove(0);
        assert_eq!(shop.deliver(&event).await.status, 200);
        assert_eq!(shop.mails(&thanks.order).await, ["receipt"]);
        assert_eq!((shop.count("sales").await, shop.count("order_events").await), (1, 2));
        replica.stop().await;
    })
    .await;
}

#[tokio::test]
async fn debits_without_events_come_to_their_ends() {
    on_each_database_with(&SWEEPING, async |shop| {
        let (good, bad) = (shop.checkout("notebook").await, shop.checkout("sourdough").await);
        let good = shop.pay_by_debit(&good, GOOD_IBAN).await.order;
        let bad = shop.pay_by_debit(&bad, BAD_IBAN).await.order;
        reaches(shop, &good, "awaiting_payment").await;
        shop.wait_two_weeks().await;
        reaches(shop, &good, "fulfilled").await;
        reaches(shop, &bad, "failed").await;
        assert_eq!(shop.mails(&good).await, ["awaiting_payment", "receipt"]);
        assert!(shop.mails(&bad).await.contains(&"order_again".to_owned()));
        assert_eq!(shop.count("sales").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_unpaid_order_without_an_event_expires() {
    on_each_database_with(&SWEEPING, async |shop| {
        shop.checkout("sourdough").await;
        let order = only_order(shop).await;
        // It is open until its session is over, however often it is looked at.
        tokio::time::sleep(Duration::from_millis(2500)).await;
        assert_eq!((shop.state(&order).await.as_str(), shop.count("order_events").await), ("open", 0));
        shop.wait_two_weeks().await;
        reaches(shop, &order, "expired").await;
        assert_eq!((shop.count("sales").await, shop.count("outbox").await), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_silent_stripe_only_delays_the_sweep() {
    on_each_database_with(&SWEEPING, async |shop| {
        let hosted = shop.checkout("sourdough").await;
        let thanks = shop.pay_by_card(&hosted).await;
        shop.simulator.fault(Fault::status("/v1/checkout/sessions/", 500).method("GET").times(3));
        reaches(shop, &thanks.order, "fulfilled").await;
    })
    .await;
}

#[tokio::test]
async fn the_return_page_fulfills_what_stripe_says_is_paid() {
    on_each_database(async |shop| {
        let hosted = shop.checkout("sourdough").await;
        let (order, session) = (only_order(shop).await, hosted.rsplit('/').next().unwrap());
        // The visit alone proves nothing.
        let url = format!("/thanks?order={order}&session={session}");
        let page = shop.get(&url).await.body;
        assert!(page.contains("You have not paid yet") && page.contains("data-state=\"open\""), "{page}");
        assert_eq!((shop.count("sales").await, shop.count("order_events").await), (0, 0));

        let thanks = shop.pay_by_card(&hosted).await;
        let page = shop.get(&thanks.url).await.body;
        assert!(page.contains("data-state=\"fulfilled\"") && page.contains("Thank you!"), "{page}");
        let event = shop.events("checkout.session.completed").await.remove(0);
        assert_eq!(shop.deliver(&event).await.status, 200);
        assert_eq!(shop.mails(&thanks.order).await, ["receipt"]);
        assert_eq!(shop.count("sales").await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_return_page_follows_a_debit_that_has_settled() {
    on_each_database(async |shop| {
        let hosted = shop.checkout("sourdough").await;
        let thanks = shop.pay_by_debit(&hosted, GOOD_IBAN).await;
        assert!(shop.get(&thanks.url).await.body.contains("data-state=\"awaiting_payment\""));
        shop.wait_two_weeks().await;
        assert!(shop.get(&thanks.url).await.body.contains("data-state=\"fulfilled\""));
        assert_eq!(shop.mails(&thanks.order).await, ["awaiting_payment", "receipt"]);
    })
    .await;
}

#[tokio::test]
async fn events_visits_and_sweeps_at_the_same_moment_fulfill_once() {
    on_each_database_with(&SWEEPING, async |shop| {
        let replica = shop.replica().await;
        for _ in 0..4 {
            let hosted = shop.checkout("sourdough").await;
            let thanks = shop.pay_by_card(&hosted).await;
            let session = hosted.rsplit('/').next().unwrap();
            let mut events = shop.events("checkout.session.completed").await;
            events.retain(|event| event["data"]["object"]["id"] == session);
            let elsewhere = format!("{}/thanks?order={}&session={session}", replica.url(), thanks.order);
            let visits = (0..6).map(|turn| shop.get(if turn % 2 == 0 { &thanks.url } else { &elsewhere }));
            let deliveries = (0..6).map(|turn| {
                shop.deliver_to(if turn % 2 == 0 { shop.url() } else { replica.url() }, &events[0])
            });
            let (visits, deliveries) = tokio::join!(join_all(visits), join_all(deliveries));
            for page in visits.iter().chain(&deliveries) {
                assert_eq!(page.status, 200, "{}", page.body);
            }
            assert_eq!(shop.state(&thanks.order).await, "fulfilled");
            assert_eq!(shop.mails(&thanks.order).await, ["receipt"]);
        }
        assert_eq!(shop.count("sales").await, 4);
        replica.stop().await;
    })
    .await;
}

#[tokio::test]
async fn a_session_that_is_not_as_recorded_moves_nothing() {
    on_each_database(async |shop| {
        let hosted = shop.checkout("sourdough").await;
        let thanks = shop.pay_by_card(&hosted).await;
        let event = shop.events("checkout.session.completed").await.remove(0);
        let mut session = event["data"]["object"].clone();
        session["amount_total"] = json!(1);
        let read = Fault::status("/v1/checkout/sessions/", 200).method("GET").body(session.to_string());
        shop.simulator.fault(read);
        let page = shop.get(&thanks.url).await.body;
        assert!(
            page.contains("We are checking your payment") && page.contains("data-state=\"open\""),
            "{page}"
        );
        let page = shop.get(&format!("/orders/{}", thanks.order)).await.body;
        assert!(page.contains("the amount total is 1, the order's is 680"), "{page}");
        assert_eq!(shop.count("sales").await, 0);
        // The next look finds the session as it is.
        assert!(shop.get(&thanks.url).await.body.contains("data-state=\"fulfilled\""));
    })
    .await;
}
