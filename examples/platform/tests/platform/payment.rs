//! From the button to the fulfilled order, or to the letter that asks for a new one.

use std::ffi::OsString;

use platform::Settings;

use crate::support::{BAD_IBAN, BAKERY, GOOD_IBAN, PAPER, fresh_folder, on_each_database};

#[tokio::test]
async fn a_card_fulfills_the_order_before_the_customer_is_back() {
    on_each_database(async |shop| {
        shop.subscribe();
        let hosted = shop.checkout("sourdough").await;
        let thanks = shop.pay_by_card(&hosted).await;
        let page = shop.get(&thanks.url).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("id=\"order-state\" data-state=\"fulfilled\""), "{}", page.body);
        assert!(page.body.contains("6.80 EUR") && !page.body.contains("http-equiv=\"refresh\""));
        assert_eq!(shop.mails(&thanks.order).await, ["receipt"]);
        assert_eq!(shop.count("sales").await, 1);

        let order = shop.get(&format!("/orders/{}", thanks.order)).await.body;
        for part in [BAKERY, "jenny@example.com", "0.34 EUR", "checkout.session.completed", "data-recorded"] {
            assert!(order.contains(part), "{part}");
        }
        let orders = shop.get("/orders").await.body;
        assert!(orders.contains(&format!("data-order=\"{}\" data-state=\"fulfilled\"", thanks.order)));
    })
    .await;
}

#[tokio::test]
async fn the_payment_lands_on_the_merchants_own_account_with_the_fee() {
    on_each_database(async |shop| {
        let hosted = shop.checkout("washi").await;
        let thanks = shop.pay_by_card(&hosted).await;
        let event = shop.events("payment_intent.succeeded").await.remove(0);
        let intent = &event["data"]["object"];
        assert_eq!(event["account"], PAPER);
        assert_eq!((&intent["amount"], &intent["currency"]), (&2400.into(), &"jpy".into()));
        assert_eq!(intent["application_fee_amount"], 120);
        assert_eq!(intent["metadata"]["order"], thanks.order);
    })
    .await;
}

#[tokio::test]
async fn the_return_page_shows_an_order_only_with_its_own_session() {
    on_each_database(async |shop| {
        let one = shop.checkout("sourdough").await;
        let thanks = shop.pay_by_card(&one).await;
        let other = shop.checkout("notebook").await;
        let other_session = other.rsplit('/').next().unwrap();
        for url in [
            format!("/thanks?order={}&session={other_session}", thanks.order),
            format!("/thanks?order={}&session=cs_test_1", thanks.order),
            format!("/thanks?order=x&session={other_session}"),
            "/thanks".to_owned(),
        ] {
            assert_eq!(shop.get(&url).await.status, 404, "{url}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_debit_waits_and_is_fulfilled_when_the_money_comes() {
    on_each_database(async |shop| {
        shop.subscribe();
        let hosted = shop.checkout("notebook").await;
        let thanks = shop.pay_by_debit(&hosted, GOOD_IBAN).await;
        assert!(shop.get(&thanks.url).await.body.contains("data-state=\"awaiting_payment\""));
        assert_eq!(shop.count("sales").await, 0);
        shop.wait_two_weeks().await;
        assert_eq!(shop.state(&thanks.order).await, "fulfilled");
        assert_eq!(shop.mails(&thanks.order).await, ["awaiting_payment", "receipt"]);
        assert_eq!(shop.count("sales").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_declined_debit_asks_the_customer_to_order_again() {
    on_each_database(async |shop| {
        shop.subscribe();
        let hosted = shop.checkout("notebook").await;
        let thanks = shop.pay_by_debit(&hosted, BAD_IBAN).await;
        shop.wait_two_weeks().await;
        assert!(shop.get(&thanks.url).await.body.contains("data-state=\"failed\""));
        assert_eq!(shop.mails(&thanks.order).await, ["awaiting_payment", "order_again"]);
        assert_eq!(shop.count("sales").await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_order_that_is_never_paid_expires_quietly() {
    on_each_database(async |shop| {
        shop.subscribe();
        shop.checkout("sourdough").await;
        shop.wait_two_weeks().await;
        let orders = shop.get("/orders").await.body;
        assert!(orders.contains("data-state=\"expired\""));
        assert_eq!((shop.count("sales").await, shop.count("outbox").await), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn without_settings_it_brings_its_own_stripe() {
    let folder = fresh_folder();
    std::fs::create_dir(&folder).unwrap();
    let database = format!("sqlite://{}", folder.join("shop.sqlite").display());
    let settings = Settings::read(|name| match name {
        "PORT" => Some(OsString::from("0")),
        "DATABASE_URL" => Some(OsString::from(&database)),
        _ => None,
    });
    let running = platform::start(settings.unwrap()).await.unwrap();
    assert!(running.simulator().is_some());
    let http = counterfoil_reqwest::Client::builder().no_proxy().build().unwrap();
    let page = http.get(running.url()).send().await.unwrap().text().await.unwrap();
    assert!(page.contains("Morgenrot Bakery") && page.contains("Papierwerk"));
    running.stop().await;
    std::fs::remove_dir_all(folder).unwrap();
}
