//! The button, pressed once, twice, and while Stripe fails.

use futures_util::future::join_all;
use stripe_simulator::Fault;

use crate::support::{Shop, holds_a_secret, log, on_each_database};

const PATH: &str = "/v1/checkout/sessions";
const BUTTON: &str = "/create-checkout-session";

#[tokio::test]
async fn a_double_submit_leads_to_one_order_and_one_page() {
    on_each_database(async |shop| {
        let form = shop.form("sourdough", 2).await;
        let first = shop.post(BUTTON, &form).await.location.unwrap();
        for page in join_all((0..4).map(|_| shop.post(BUTTON, &form))).await {
            assert_eq!((page.status, page.location.as_deref()), (303, Some(first.as_str())));
        }
        assert_eq!(shop.count("orders").await, 1);
        // Another quantity is another order.
        let more = shop.post(BUTTON, &form.replace("quantity=2", "quantity=3")).await;
        assert_ne!(more.location.unwrap(), first);
        assert_eq!(shop.count("orders").await, 2);
    })
    .await;
}

#[tokio::test]
async fn two_clicks_at_the_same_moment_lead_to_one_page() {
    on_each_database(async |shop| {
        let form = shop.form("sourdough", 1).await;
        let pages = join_all((0..4).map(|_| shop.post(BUTTON, &form))).await;
        let first = pages[0].location.clone().unwrap();
        assert!(pages.iter().all(|page| page.location.as_ref() == Some(&first)), "{pages:?}");
        assert_eq!(shop.count("orders").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_form_that_was_paid_shows_the_order_and_an_expired_one_starts_over() {
    on_each_database(async |shop| {
        shop.subscribe();
        let form = shop.form("sourdough", 1).await;
        let hosted = shop.post(BUTTON, &form).await.location.unwrap();
        let thanks = shop.pay_by_card(&hosted).await;
        let again = shop.post(BUTTON, &form).await;
        assert_eq!(again.location, Some(format!("/orders/{}", thanks.order)));

        let form = shop.form("notebook", 1).await;
        let first = shop.post(BUTTON, &form).await.location.unwrap();
        shop.wait_two_weeks().await;
        let second = shop.post(BUTTON, &form).await.location.unwrap();
        assert_ne!(first, second);
        assert_eq!(shop.count("orders").await, 3);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_ordered_is_said_in_words() {
    on_each_database(async |shop| {
        let form = shop.form("sourdough", 1).await;
        for (from, to, status) in [
            ("quantity=1", "quantity=0", 422),
            ("quantity=1", "quantity=-1", 422),
            ("quantity=1", "quantity=21", 422),
            ("quantity=1", "quantity=9223372036854775807", 422),
            ("quantity=1", "quantity=one", 422),
            ("token=", "token=x", 422),
            ("product=sourdough", "product=washi", 404),
            ("product=sourdough", "product=", 404),
        ] {
            let page = shop.post(BUTTON, &form.replace(from, to)).await;
            assert_eq!(page.status, status, "{to}: {}", page.body);
            assert!(page.body.contains("<h1>"), "{}", page.body);
        }
        assert_eq!(shop.count("orders").await, 0);
    })
    .await;
}

/// Presses the button while Stripe fails, then once more.
async fn fails(shop: &Shop, faults: Fault, status: u16) -> String {
    let form = shop.form("sourdough", 1).await;
    shop.simulator.fault(faults);
    let page = shop.post(BUTTON, &form).await;
    assert_eq!(page.status, status, "{}", page.body);
    assert!(page.body.contains("Payment is not available right now"), "{}", page.body);
    assert_eq!(shop.count("orders").await, 0);
    assert!(shop.get("/orders").await.body.contains("No orders yet"));

    let again = shop.post(BUTTON, &form).await;
    assert_eq!(again.status, 303, "the same form works once Stripe does: {}", again.body);
    assert!(!holds_a_secret(&log()));
    page.body
}

#[tokio::test]
async fn a_failing_stripe_leaves_no_order() {
    on_each_database(async |shop| {
        let failing = Fault::status(PATH, 500).times(3).header("Request-Id", "req_42");
        assert!(fails(shop, failing, 502).await.contains("req_42"));
    })
    .await;
}

#[tokio::test]
async fn a_failure_that_stripe_remembers_does_not_stick_to_the_form() {
    on_each_database(async |shop| {
        fails(shop, Fault::status(PATH, 500).remembered(), 502).await;
    })
    .await;
}

#[tokio::test]
async fn a_busy_stripe_is_unavailable() {
    on_each_database(async |shop| {
        fails(shop, Fault::status(PATH, 429), 503).await;
    })
    .await;
}

#[tokio::test]
async fn garbage_is_a_failure() {
    on_each_database(async |shop| {
        fails(shop, Fault::garbage(PATH), 502).await;
    })
    .await;
}

#[tokio::test]
async fn closed_connections_are_a_failure() {
    on_each_database(async |shop| {
        fails(shop, Fault::close(PATH).times(3), 502).await;
    })
    .await;
}

#[tokio::test]
async fn a_lost_answer_is_asked_for_again_and_makes_no_second_session() {
    on_each_database(async |shop| {
        shop.simulator.fault(Fault::close(PATH).after());
        let hosted = shop.checkout("sourdough").await;
        assert_eq!(shop.count("orders").await, 1);
        shop.wait_two_weeks().await;
        let expired = shop.events("checkout.session.expired").await;
        assert_eq!(expired.len(), 1);
        assert!(hosted.ends_with(expired[0]["data"]["object"]["id"].as_str().unwrap()));
    })
    .await;
}
