//! Deliveries that come twice, late, out of order, at once, or for nobody.

use std::time::Duration;

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::support::{BAKERY, GOOD_IBAN, PAPER, SECRET, Shop, now, on_each_database};

/// An order whose debit has settled, with the two events of it, none of them delivered.
async fn settled_debit(shop: &Shop) -> (String, Value, Value) {
    let hosted = shop.checkout("sourdough").await;
    let thanks = shop.pay_by_debit(&hosted, GOOD_IBAN).await;
    shop.wait_two_weeks().await;
    let completed = shop.events("checkout.session.completed").await.remove(0);
    let succeeded = shop.events("checkout.session.async_payment_succeeded").await.remove(0);
    (thanks.order, completed, succeeded)
}

#[tokio::test]
async fn a_repeated_delivery_changes_nothing() {
    on_each_database(async |shop| {
        let (order, completed, succeeded) = settled_debit(shop).await;
        for event in [&completed, &completed, &succeeded, &succeeded, &completed] {
            assert_eq!(shop.deliver(event).await.status, 200);
        }
        // Stripe also makes two events of one fact.
        let mut twin = succeeded;
        twin["id"] = json!("evt_1Twin");
        assert_eq!(shop.deliver(&twin).await.status, 200);
        assert_eq!(shop.mails(&order).await, ["awaiting_payment", "receipt"]);
        assert_eq!((shop.count("sales").await, shop.count("order_events").await), (1, 2));
    })
    .await;
}

#[tokio::test]
async fn events_in_the_wrong_order_lead_to_the_same_end() {
    on_each_database(async |shop| {
        let (order, completed, succeeded) = settled_debit(shop).await;
        assert_eq!(shop.deliver(&succeeded).await.status, 200);
        assert_eq!(shop.deliver(&completed).await.status, 200);
        assert_eq!(shop.state(&order).await, "fulfilled");
        assert_eq!(shop.mails(&order).await, ["receipt"]);
        assert_eq!((shop.count("sales").await, shop.count("order_events").await), (1, 2));
    })
    .await;
}

#[tokio::test]
async fn deliveries_at_the_same_moment_to_two_servers_fulfill_once() {
    on_each_database(async |shop| {
        let replica = shop.replica().await;
        let (order, completed, succeeded) = settled_debit(shop).await;
        let all = (0..16).map(|turn| shop.deliver(if turn % 2 == 0 { &succeeded } else { &completed }));
        let others = (0..16).map(|turn| {
            let event = if turn % 3 == 0 { &completed } else { &succeeded };
            shop.deliver_to(replica.url(), event)
        });
        let (all, others) = tokio::join!(join_all(all), join_all(others));
        for page in all.iter().chain(&others) {
            assert_eq!(page.status, 200, "{}", page.body);
        }
        replica.stop().await;
        assert_eq!(shop.state(&order).await, "fulfilled");
        assert_eq!((shop.count("sales").await, shop.count("order_events").await), (1, 2));
        let receipts = shop.mails(&order).await.iter().filter(|kind| *kind == "receipt").count();
        assert_eq!(receipts, 1);
    })
    .await;
}

#[tokio::test]
async fn a_delivery_that_finds_the_order_moved_looks_again() {
    on_each_database(async |shop| {
        let (order, _, succeeded) = settled_debit(shop).await;
        // Another server, in the middle of the step before this one.
        let mut other = shop.pool.begin().await.unwrap();
        sqlx::query("UPDATE orders SET state = 'failed' WHERE id = $1")
            .bind(&order)
            .execute(&mut *other)
            .await
            .unwrap();
        let finish = async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            other.commit().await.unwrap();
        };
        let (page, ()) = tokio::join!(shop.deliver(&succeeded), finish);
        assert_eq!(page.status, 200);
        let page = shop.get(&format!("/orders/{order}")).await.body;
        assert!(page.contains("data-action=\"fulfill_late\""), "it saw the state of before: {page}");
        assert_eq!(shop.count("sales").await, 1);
    })
    .await;
}

#[tokio::test]
async fn money_that_comes_after_the_end_still_fulfills_and_is_marked() {
    on_each_database(async |shop| {
        let (order, completed, succeeded) = settled_debit(shop).await;
        let mut failed = succeeded.clone();
        failed["id"] = json!("evt_1Failed");
        failed["type"] = json!("checkout.session.async_payment_failed");
        failed["data"]["object"]["payment_status"] = json!("unpaid");
        for (event, state) in
            [(&completed, "awaiting_payment"), (&failed, "failed"), (&succeeded, "fulfilled")]
        {
            assert_eq!(shop.deliver(event).await.status, 200);
            assert_eq!(shop.state(&order).await, state);
        }
        let page = shop.get(&format!("/orders/{order}")).await.body;
        assert!(page.contains("data-action=\"fulfill_late\"") && page.contains("event anomaly"), "{page}");
        assert_eq!(shop.count("sales").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_thin_event_is_completed_through_its_merchant() {
    on_each_database(async |shop| {
        let hosted = shop.checkout("sourdough").await;
        let thanks = shop.pay_by_card(&hosted).await;
        let session = hosted.rsplit('/').next().unwrap();
        let mut event = json!({
            "id": "evt_1Thin", "object": "v2.core.event", "type": "v1.checkout.session.completed",
            "created": "2026-11-23T05:00:00.000Z", "livemode": false, "context": PAPER,
            "related_object": {
                "id": session, "type": "checkout.session", "url": format!("/v1/checkout/sessions/{session}"),
            },
        });
        // On another account there is no such session; Stripe is asked to come again.
        assert_eq!(shop.deliver(&event).await.status, 503);
        event["context"] = json!(BAKERY);
        assert_eq!(shop.deliver(&event).await.status, 200);
        assert_eq!(shop.state(&thanks.order).await, "fulfilled");
        // The snapshot of the same fact has nothing left to do.
        let snapshot = shop.events("checkout.session.completed").await.remove(0);
        assert_eq!(shop.deliver(&snapshot).await.status, 200);
        assert_eq!(shop.count("order_events").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_contradicts_the_order_is_noted_and_not_acted_on() {
    on_each_database(async |shop| {
        let hosted = shop.checkout("sourdough").await;
        let thanks = shop.pay_by_card(&hosted).await;
        let genuine = shop.events("checkout.session.completed").await.remove(0);
        for (path, value, said) in [
            ("/account", PAPER, "the account is acct_1Paper"),
            ("/data/object/id", "cs_test_other", "the session is cs_test_other"),
        ] {
            let mut event = genuine.clone();
            *event.pointer_mut(path).unwrap() = json!(value);
            assert_eq!(shop.deliver(&event).await.status, 200);
            let page = shop.get(&format!("/orders/{}", thanks.order)).await.body;
            assert!(page.contains(said), "{said}: {page}");
            assert_eq!(shop.state(&thanks.order).await, "open");
        }
        assert_eq!(shop.count("sales").await, 0);
        assert_eq!(shop.deliver(&genuine).await.status, 200);
        assert_eq!(shop.state(&thanks.order).await, "fulfilled");
    })
    .await;
}

#[tokio::test]
async fn an_event_that_contradicts_the_order_leaves_its_key_to_the_right_one() {
    for (field, value, said) in [
        ("amount_total", json!(1), "the amount total is 1, the order's is 680"),
        ("currency", json!("usd"), "the currency is usd, the order's is eur"),
    ] {
        on_each_database(async |shop| {
            let hosted = shop.checkout("sourdough").await;
            let thanks = shop.pay_by_card(&hosted).await;
            let genuine = shop.events("checkout.session.completed").await.remove(0);
            let mut event = genuine.clone();
            event["data"]["object"][field] = value.clone();
            for _ in 0..2 {
                assert_eq!(shop.deliver(&event).await.status, 200);
            }
            let page = shop.get(&format!("/orders/{}", thanks.order)).await.body;
            assert!(page.contains(said), "{page}");
            assert_eq!((shop.state(&thanks.order).await.as_str(), shop.count("sales").await), ("open", 0));
            assert_eq!(shop.count("order_events").await, 1, "a repeated delivery is noted once");
            // The same fact, told by the event that Stripe made once more, or corrected under its own id.
            let mut twin = genuine.clone();
            twin["id"] = json!("evt_1Twin");
            for event in [&twin, &genuine, &twin] {
                assert_eq!(shop.deliver(event).await.status, 200);
            }
            assert_eq!(shop.state(&thanks.order).await, "fulfilled");
            assert_eq!((shop.count("sales").await, shop.count("order_events").await), (1, 2));
        })
        .await;
    }
}

#[tokio::test]
async fn an_event_for_no_order_is_kept_whole() {
    on_each_database(async |shop| {
        let hosted = shop.checkout("sourdough").await;
        shop.pay_by_card(&hosted).await;
        let mut event = shop.events("checkout.session.completed").await.remove(0);
        for (reference, session) in [
            (json!("01a206e036427636b196e6286c364f32"), "cs_test_1"),
            (json!("order-42"), "cs_test_2"),
            (json!(null), "cs_test_3"),
        ] {
            event["data"]["object"]["client_reference_id"] = reference;
            event["data"]["object"]["id"] = json!(session);
            event["id"] = json!(format!("evt_{session}"));
            assert_eq!(shop.deliver(&event).await.status, 200);
            assert_eq!(shop.deliver(&event).await.status, 200);
        }
        // A session that cannot be read is kept as well.
        event["data"]["object"] = json!({"object": "checkout.session", "id": 7});
        event["id"] = json!("evt_unreadable");
        assert_eq!(shop.deliver(&event).await.status, 200);
        assert_eq!((shop.count("unmatched_events").await, shop.count("order_events").await), (4, 0));
        let page = shop.get("/orders").await.body;
        assert!(page.contains("data-event=\"evt_cs_test_2\"") && page.contains("order-42"));
    })
    .await;
}

#[tokio::test]
async fn text_that_a_database_cannot_hold_loses_no_order() {
    on_each_database(async |shop| {
        let hosted = shop.checkout("sourdough").await;
        let thanks = shop.pay_by_card(&hosted).await;
        let genuine = shop.events("checkout.session.completed").await.remove(0);
        let mut event = genuine.clone();
        event["data"]["object"]["customer_email"] = json!("jenny\0@example.com");
        event["data"]["object"]["metadata"] = json!({"a\0": "\0"});
        event["id"] = json!("evt_\0");
        assert_eq!(shop.deliver(&event).await.status, 200);
        assert_eq!(shop.state(&thanks.order).await, "fulfilled");
        assert_eq!(shop.mails(&thanks.order).await, ["receipt"]);
        // Half a character, as a text cut by UTF-16 units ends.
        let body = serde_json::to_string(&event).unwrap().replace("evt_\\u0000", "evt_\\ud83d");
        let body = body.replace("\\u0000", "\\ud83d").replace(&thanks.order, "nobody's");
        let signature = counterfoil::webhook::sign(body.as_bytes(), SECRET, now());
        assert_eq!(shop.deliver_raw(body, Some(signature.as_bytes())).await.status, 200);
        // What is kept for somebody to look at, and what contradicts the order.
        for (path, value) in [("/data/object/client_reference_id", "\0"), ("/data/object/currency", "eur\0")]
        {
            let mut event = genuine.clone();
            event["data"]["object"]["id"] = json!(format!("cs_{value}"));
            *event.pointer_mut(path).unwrap() = json!(value);
            assert_eq!(shop.deliver(&event).await.status, 200, "{path}");
        }
        assert_eq!(shop.count("unmatched_events").await, 2);
        for path in ["/admin/reviews/%00", "/admin/merchants/%00"] {
            assert_eq!(shop.get(path).await.status, 404, "{path}");
        }
        assert_eq!(shop.post("/admin/merchants/%00/portal", "").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_about_orders_is_accepted_and_forgotten() {
    on_each_database(async |shop| {
        let hosted = shop.checkout("sourdough").await;
        let thanks = shop.pay_by_card(&hosted).await;
        let intent = shop.events("payment_intent.succeeded").await.remove(0);
        assert_eq!(shop.deliver(&intent).await.status, 200);
        // A live event at a shop that works with test keys.
        let mut live = shop.events("checkout.session.completed").await.remove(0);
        live["livemode"] = json!(true);
        live["created"] = json!(now());
        assert_eq!(shop.deliver(&live).await.status, 200);
        assert_eq!(shop.state(&thanks.order).await, "open");
        assert_eq!((shop.count("order_events").await, shop.count("unmatched_events").await), (0, 0));
    })
    .await;
}
