//! What comes after a payment: refunds and disputes, at the order, in the books and in the e-mails.

use std::time::Duration;

use futures_util::future::join_all;
use serde_json::{Value, json};
use sqlx::Row;
use stripe_simulator::Fault;

use crate::support::{BAKERY, PAPER, Shop, between, on_each_database};

/// An order that was paid by card, and its payment.
async fn paid(shop: &Shop, product: &str) -> (String, String, String) {
    paid_with(shop, product, "4242424242424242").await
}

async fn paid_with(shop: &Shop, product: &str, card: &str) -> (String, String, String) {
    let hosted = shop.checkout(product).await;
    let thanks = shop.pay_with(&hosted, card).await;
    let session = hosted.rsplit('/').next().unwrap();
    let events = shop.events("checkout.session.completed").await;
    let object = events.iter().map(|event| &event["data"]["object"]).find(|object| object["id"] == session);
    let payment = object.unwrap()["payment_intent"].as_str().unwrap().to_owned();
    (thanks.order, payment, thanks.url)
}

/// Gives back a part of a payment, past the shop, and waits until its events were delivered.
async fn refund(shop: &Shop, account: &str, payment: &str, amount: i64) -> String {
    let form = format!("payment_intent={payment}&amount={amount}");
    let refund = shop.stripe(account, "/v1/refunds", &form).await;
    shop.simulator.advance(Duration::from_secs(1)).await;
    refund["id"].as_str().unwrap().to_owned()
}

async fn dispute(shop: &Shop, payment: &str) -> String {
    let dispute = shop.control("disputes", &json!({"payment": payment})).await;
    dispute["id"].as_str().unwrap().to_owned()
}

async fn order_page(shop: &Shop, order: &str) -> String {
    shop.get(&format!("/orders/{order}")).await.body
}

/// What the order's page says: refunded so far, and where the goods are.
async fn stands(shop: &Shop, order: &str) -> (i64, String) {
    let page = order_page(shop, order).await;
    let refunded = if page.contains("id=\"refunded\"") {
        between(&page, "id=\"refunded\" data-amount=\"", "\"").parse().unwrap()
    } else {
        0
    };
    (refunded, between(&page, "data-goods=\"", "\"").to_owned())
}

async fn ship(shop: &Shop, order: &str) -> u16 {
    shop.post(&format!("/admin/orders/{order}/ship"), "").await.status
}

#[tokio::test]
async fn refunds_reach_the_order_and_the_last_one_stops_its_goods() {
    on_each_database(async |shop| {
        shop.subscribe();
        let (order, payment, thanks) = paid(shop, "class").await;
        assert_eq!(stands(shop, &order).await, (0, "preparing".to_owned()));
        refund(shop, BAKERY, &payment, 1000).await;
        let page = order_page(shop, &order).await;
        assert!(page.contains("<strong>10.00 EUR</strong> of 89.00 EUR"), "{page}");
        assert!(page.contains("10.00 EUR of 89.00 EUR went back to the customer."), "{page}");
        assert!(page.contains("Partly refunded"), "{page}");
        assert_eq!(shop.mails(&order).await, ["receipt", "refund"]);
        assert_eq!(stands(shop, &order).await, (1000, "preparing".to_owned()));

        refund(shop, BAKERY, &payment, 7900).await;
        assert_eq!(stands(shop, &order).await, (8900, "stopped".to_owned()));
        let page = order_page(shop, &order).await;
        assert!(
            page.contains("The goods were stopped.") && page.contains("89.00 EUR of 89.00 EUR in all"),
            "{page}"
        );
        assert_eq!(shop.mails(&order).await, ["receipt", "refund", "refund"]);
        assert_eq!(ship(shop, &order).await, 409);
        assert!(shop.get(&thanks).await.body.contains("This order was stopped"));
        let list = shop.get("/orders").await.body;
        assert!(list.contains(">Refunded<"), "{list}");
        assert_eq!((shop.count("sales").await, shop.count("refunds").await), (1, 2));
        assert_eq!(shop.state(&order).await, "fulfilled");
    })
    .await;
}

#[tokio::test]
async fn refunds_in_any_order_at_the_same_moment_to_two_servers_are_booked_once() {
    on_each_database(async |shop| {
        let replica = shop.replica().await;
        let (order, payment, _) = paid(shop, "class").await;
        refund(shop, BAKERY, &payment, 1000).await;
        refund(shop, BAKERY, &payment, 500).await;
        let mut events = shop.events("refund.created").await;
        events.extend(shop.events("charge.refunded").await);
        // Not even the payment itself was told of, and what is told last happened first.
        events.reverse();
        events.extend(shop.events("checkout.session.completed").await);
        assert_eq!(events.len(), 5);
        let deliveries = (0..3).flat_map(|turn| {
            let servers = [shop.url(), replica.url()];
            let deliver = |(place, event): (usize, &'_ Value)| {
                let server = servers[(place + turn) % 2].to_owned();
                let event = event.clone();
                async move { shop.deliver_to(&server, &event).await.status }
            };
            events.iter().enumerate().map(deliver).collect::<Vec<_>>()
        });
        for status in join_all(deliveries).await {
            assert!(status == 200 || status == 503, "{status}");
        }
        // What was asked for again comes again.
        for event in &events {
            assert_eq!(shop.deliver(event).await.status, 200);
        }
        replica.stop().await;
        assert_eq!(shop.state(&order).await, "fulfilled");
        assert_eq!(stands(shop, &order).await, (1500, "preparing".to_owned()));
        let mut mails = shop.mails(&order).await;
        mails.sort();
        assert_eq!(mails, ["receipt", "refund", "refund"]);
        assert_eq!((shop.count("sales").await, shop.count("refunds").await), (1, 2));
        assert_eq!(shop.count("unmatched_events").await, 0);
    })
    .await;
}

#[tokio::test]
async fn goods_that_have_left_cannot_be_stopped() {
    on_each_database(async |shop| {
        shop.subscribe();
        let (order, payment, _) = paid(shop, "sourdough").await;
        assert_eq!(ship(shop, &order).await, 303);
        assert_eq!(ship(shop, &order).await, 409, "they leave once");
        refund(shop, BAKERY, &payment, 680).await;
        assert_eq!(stands(shop, &order).await, (680, "shipped".to_owned()));
        assert!(order_page(shop, &order).await.contains("The goods had been shipped already."));
        assert_eq!(shop.post("/admin/orders/nonsense/ship", "").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn goods_do_not_leave_beside_a_refund() {
    on_each_database(async |shop| {
        shop.subscribe();
        for _ in 0..4 {
            let (order, payment, _) = paid(shop, "sourdough").await;
            let (left, _) = tokio::join!(ship(shop, &order), refund(shop, BAKERY, &payment, 680));
            let (refunded, goods) = stands(shop, &order).await;
            let expected = if left == 303 { "shipped" } else { "stopped" };
            assert_eq!((refunded, goods.as_str()), (680, expected));
        }
    })
    .await;
}

#[tokio::test]
async fn a_dispute_reaches_the_order_the_merchant_and_the_books() {
    on_each_database(async |shop| {
        shop.subscribe();
        let (order, payment, _) = paid(shop, "sourdough").await;
        shop.simulator.advance(Duration::from_secs(2)).await;
        let merchant = format!("/admin/merchants/{BAKERY}");
        let dispute = dispute(shop, &payment).await;
        let page = order_page(shop, &order).await;
        assert!(
            page.contains(&format!("data-dispute=\"{dispute}\" data-status=\"needs_response\"")),
            "{page}"
        );
        assert!(page.contains("bank disputes 6.80 EUR (fraudulent)"), "{page}");
        assert!(page.contains("answer by") && page.contains(">Disputed<"), "{page}");
        assert_eq!(stands(shop, &order).await, (0, "stopped".to_owned()));
        assert_eq!(shop.mails(&order).await, ["receipt", "dispute"]);
        let recipient = sqlx::query("SELECT recipient FROM outbox WHERE kind = 'dispute'");
        let recipient: String = recipient.fetch_one(&shop.pool).await.unwrap().get(0);
        assert_eq!(recipient, "acct_1bakery@merchants.example");

        // 6.11 were the merchant's; 6.80 were taken, and 15.00 for it.
        let page = shop.get(&merchant).await.body;
        assert!(page.contains("data-platform=\"34\" data-merchant=\"-1569\""), "{page}");
        // A refund is not offered, and one from a page that is older than the dispute not accepted.
        assert!(
            !page.contains("class=\"refund\"") && page.contains(&format!("data-dispute=\"{dispute}\"")),
            "{page}"
        );
        let charge = between(&page, "data-charge=\"", "\"").to_owned();
        let form = format!("token=1&charge={charge}&currency=eur&amount=1.00");
        assert_eq!(shop.post(&format!("{merchant}/refunds"), &form).await.status, 409);
        assert!(shop.events("refund.created").await.is_empty());

        shop.control(&format!("disputes/{dispute}"), &json!({"status": "won"})).await;
        assert_eq!(stands(shop, &order).await, (0, "preparing".to_owned()));
        assert_eq!(shop.mails(&order).await, ["receipt", "dispute", "dispute_closed"]);
        let page = order_page(shop, &order).await;
        assert!(page.contains("The dispute has ended: won. The goods can leave again."), "{page}");
        let page = shop.get(&merchant).await.body;
        assert!(page.contains("data-merchant=\"611\"") && page.contains("class=\"refund\""), "{page}");
        assert_eq!(shop.post(&format!("{merchant}/refunds"), &form).await.status, 303);
        assert_eq!(stands(shop, &order).await, (100, "preparing".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn a_lost_dispute_keeps_the_goods_and_the_refund_back() {
    on_each_database(async |shop| {
        shop.subscribe();
        let (order, payment, _) = paid(shop, "sourdough").await;
        let dispute = dispute(shop, &payment).await;
        shop.control(&format!("disputes/{dispute}"), &json!({"status": "lost"})).await;
        assert_eq!(stands(shop, &order).await, (0, "stopped".to_owned()));
        assert!(order_page(shop, &order).await.contains("Dispute lost"));
        let page = shop.get(&format!("/admin/merchants/{BAKERY}/payments/{payment}")).await.body;
        assert!(page.contains("Disputed") && !page.contains("class=\"refund\""), "{page}");
    })
    .await;
}

#[tokio::test]
async fn thin_events_of_refunds_and_disputes_say_the_same() {
    on_each_database(async |shop| {
        let (order, payment, _) = paid(shop, "notebook").await;
        let refund = refund(shop, PAPER, &payment, 700).await;
        let dispute = dispute(shop, &payment).await;
        for (kind, object, id, path) in [
            ("v1.refund.created", "refund", &refund, "refunds"),
            ("v1.charge.dispute.created", "dispute", &dispute, "disputes"),
        ] {
            let event = json!({
                "id": format!("evt_1Thin{object}"), "object": "v2.core.event", "type": kind,
                "created": "2026-11-23T05:00:00.000Z", "livemode": false, "context": PAPER,
                "related_object": { "id": id, "type": object, "url": format!("/v1/{path}/{id}") },
            });
            assert_eq!(shop.deliver(&event).await.status, 200);
        }
        assert_eq!(stands(shop, &order).await, (700, "stopped".to_owned()));
        assert_eq!((shop.count("refunds").await, shop.count("disputes").await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn payment_and_order_lead_to_each_other() {
    on_each_database(async |shop| {
        let (order, payment, _) = paid(shop, "sourdough").await;
        // The payment knows its order before the order knows its payment.
        let merchant = format!("/admin/merchants/{BAKERY}");
        let there = format!("href=\"/orders/{order}\"");
        assert!(shop.get(&merchant).await.body.contains(&there));
        let event = shop.events("checkout.session.completed").await.remove(0);
        assert_eq!(shop.deliver(&event).await.status, 200);
        let page = order_page(shop, &order).await;
        let link = between(&page, "id=\"payment\" href=\"", "\"");
        assert_eq!(link, format!("{merchant}/payments/{payment}"));
        let page = shop.get(link).await;
        assert_eq!(page.status, 200, "{}", page.body);
        assert!(page.body.contains(&there) && page.body.contains("class=\"refund\""), "{}", page.body);
        assert_eq!(shop.get(&format!("/admin/merchants/acct_1Nobody/payments/{payment}")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_refund_made_here_is_at_the_order_without_an_event() {
    on_each_database(async |shop| {
        let (order, payment, _) = paid(shop, "sourdough").await;
        let page = shop.get(&format!("/admin/merchants/{BAKERY}/payments/{payment}")).await.body;
        let charge = between(&page, "name=\"charge\" value=\"", "\"");
        let form = format!("token=7&charge={charge}&currency=eur&amount=2.00&with_fee=yes");
        assert_eq!(shop.post(&format!("/admin/merchants/{BAKERY}/refunds"), &form).await.status, 303);
        assert_eq!(stands(shop, &order).await, (200, "preparing".to_owned()));
        for event in shop.events("refund.created").await.iter().chain(&shop.events("charge.refunded").await) {
            assert_eq!(shop.deliver(event).await.status, 200);
        }
        assert_eq!(shop.mails(&order).await, ["receipt", "refund"]);
        assert_eq!(stands(shop, &order).await, (200, "preparing".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn a_refund_that_fails_is_taken_back_and_said() {
    on_each_database(async |shop| {
        shop.subscribe();
        let (order, payment, _) = paid_with(shop, "sourdough", "4000000000005126").await;
        refund(shop, BAKERY, &payment, 680).await;
        assert_eq!(stands(shop, &order).await, (680, "stopped".to_owned()));
        shop.wait_two_weeks().await;
        assert_eq!(stands(shop, &order).await, (0, "preparing".to_owned()));
        assert_eq!(shop.mails(&order).await, ["receipt", "refund", "refund_failed"]);
        let page = order_page(shop, &order).await;
        for part in
            ["Not refunded", "A refund of 6.80 EUR did not reach the customer", "The goods can leave again."]
        {
            assert!(page.contains(part), "{part}: {page}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_inquiry_stops_the_goods_and_a_full_refund_ends_it() {
    on_each_database(async |shop| {
        shop.subscribe();
        let (order, payment, _) = paid_with(shop, "sourdough", "4000000000001976").await;
        shop.simulator.advance(Duration::from_secs(2)).await;
        assert_eq!(stands(shop, &order).await, (0, "stopped".to_owned()));
        assert!(order_page(shop, &order).await.contains("The customer's bank asks about 6.80 EUR"));
        let details = format!("/admin/merchants/{BAKERY}/payments/{payment}");
        let page = shop.get(&details).await.body;
        // Nothing was taken.
        assert!(page.contains("data-merchant=\"611\"") && page.contains("data-inquiry="), "{page}");
        let charge = between(&page, "name=\"charge\" value=\"", "\"");
        let form = format!("token=9&charge={charge}&currency=eur&amount=6.80");
        assert_eq!(shop.post(&format!("/admin/merchants/{BAKERY}/refunds"), &form).await.status, 303);
        shop.simulator.advance(Duration::from_secs(1)).await;
        assert_eq!(stands(shop, &order).await, (680, "stopped".to_owned()));
        assert!(order_page(shop, &order).await.contains("data-status=\"warning_closed\""));
        let page = shop.get(&details).await.body;
        assert!(page.contains(">Refunded<") && !page.contains("data-inquiry="), "{page}");
    })
    .await;
}

#[tokio::test]
async fn a_stripe_that_cannot_be_asked_gets_the_event_again() {
    on_each_database(async |shop| {
        let (order, payment, _) = paid(shop, "sourdough").await;
        refund(shop, BAKERY, &payment, 100).await;
        let event = shop.events("charge.refunded").await.remove(0);
        for path in ["/v1/payment_intents/", "/v1/checkout/sessions/", "/v1/refunds"] {
            shop.simulator.fault(Fault::status(path, 500).method("GET").times(3));
            assert_eq!(shop.deliver(&event).await.status, 503, "{path}");
        }
        assert_eq!(shop.deliver(&event).await.status, 200);
        assert_eq!(stands(shop, &order).await, (100, "preparing".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn what_a_merchant_sells_elsewhere_is_not_booked_here() {
    on_each_database(async |shop| {
        let (order, _, _) = paid(shop, "sourdough").await;
        let session = |metadata: &str| {
            format!(
                "mode=payment&success_url=http://127.0.0.1/&line_items[0][quantity]=1\
                 &line_items[0][price_data][currency]=eur&line_items[0][price_data][unit_amount]=500\
                 &line_items[0][price_data][product_data][name]=Cake{metadata}"
            )
        };
        let claim = format!("&payment_intent_data[metadata][order]={order}");
        for (metadata, kept) in [("", 0), (claim.as_str(), 1)] {
            let session = shop.stripe(BAKERY, "/v1/checkout/sessions", &session(metadata)).await;
            let form = "email=jenny@example.com&card_name=Jenny&payment_method=card\
                &card_number=4242424242424242&card_expiry=12/34&card_cvc=123";
            assert_eq!(shop.post(session["url"].as_str().unwrap(), form).await.status, 303);
            let payment = shop.events("payment_intent.succeeded").await.pop().unwrap();
            refund(shop, BAKERY, payment["data"]["object"]["id"].as_str().unwrap(), 500).await;
            let event = shop.events("charge.refunded").await.pop().unwrap();
            assert_eq!(shop.deliver(&event).await.status, 200);
            assert_eq!(shop.count("unmatched_events").await, kept);
        }
        assert_eq!(shop.count("refunds").await, 0);
        assert_eq!(stands(shop, &order).await, (0, "preparing".to_owned()), "its own payment was found");
    })
    .await;
}
