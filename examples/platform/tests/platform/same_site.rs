//! Forms on the pages of others, and forms that no page here has.

use std::time::{Duration, Instant};

use crate::support::{BAKERY, Shop, between, on_each_database};

/// Every address that changes something, with a form that would do it.
fn writes(checkout: &str, charge: &str) -> Vec<(String, String)> {
    let merchant = |path: &str| format!("/admin/merchants/{BAKERY}/{path}");
    vec![
        ("/create-checkout-session".to_owned(), checkout.to_owned()),
        ("/admin/orders/0/ship".to_owned(), String::new()),
        ("/admin/freedom".to_owned(), "free=yes".to_owned()),
        ("/admin/reviews".to_owned(), "klarna=on".to_owned()),
        ("/admin/reviews/0/apply".to_owned(), String::new()),
        (merchant("methods"), "token=1&method=klarna&preference=on".to_owned()),
        (merchant("capabilities"), "capability=klarna_payments".to_owned()),
        (merchant("setup"), String::new()),
        (merchant("refunds"), format!("token=1&charge={charge}&currency=eur&amount=6.80")),
        (merchant("plan"), String::new()),
        (merchant("portal"), String::new()),
    ]
}

#[tokio::test]
async fn a_form_on_another_site_does_nothing() {
    on_each_database(async |shop| {
        shop.subscribe();
        let hosted = shop.checkout("sourdough").await;
        shop.pay_by_card(&hosted).await;
        let path = format!("/admin/merchants/{BAKERY}");
        let charge = between(&shop.get(&path).await.body, "data-charge=\"", "\"").to_owned();
        let checkout = shop.form("sourdough", 1).await;
        for (path, form) in writes(&checkout, &charge) {
            for header in [
                ("Sec-Fetch-Site", "cross-site"),
                ("Sec-Fetch-Site", "same-site"),
                ("Origin", "https://evil.example"),
                ("Origin", "null"),
            ] {
                let page = shop.post_with(&path, &form, &[header]).await;
                assert_eq!(page.status, 403, "{path} {header:?}: {}", page.body);
                assert!(page.body.contains("page of another site"), "{}", page.body);
            }
        }
        let page = shop.get(&path).await.body;
        assert!(page.contains("data-refunded=\"0\""), "{page}");
        assert_eq!(shop.count("orders").await, 1);
        assert_eq!(shop.count("reviews").await, 0);

        let own = shop.url().to_owned();
        for header in [("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "none"), ("Origin", &own)] {
            let page = shop.post_with("/admin/freedom", "free=yes", &[header]).await;
            assert_eq!(page.status, 303, "{header:?}: {}", page.body);
        }
    })
    .await;
}

#[tokio::test]
async fn stripe_is_another_site_and_its_webhook_arrives() {
    on_each_database(async |shop| {
        let page = shop
            .post_with("/webhooks/stripe", "", &[("Sec-Fetch-Site", "cross-site"), ("Origin", "null")])
            .await;
        assert_eq!((page.status, page.body.as_str()), (400, "the signature header is missing"));
    })
    .await;
}

#[tokio::test]
async fn forms_lead_to_this_site_and_to_the_hosted_pages_alone() {
    on_each_database(async |shop| {
        for path in ["/", "/admin", "/orders", "/nothing/here"] {
            let policy = shop.get(path).await.policy.unwrap();
            let targets = policy.split("form-action ").nth(1).unwrap_or_else(|| panic!("{policy}"));
            assert_eq!(targets, format!("'self' https://*.stripe.com {}", shop.simulator.url()));
        }
    })
    .await;
}

/// The status of a form, and how long a page took that was asked for at the same time.
async fn while_it_is_sent(shop: &Shop, path: &str, form: &str) -> (u16, Duration) {
    let start = Instant::now();
    let other = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert_eq!(shop.get("/").await.status, 200);
    };
    let (page, ()) = tokio::join!(shop.post(path, form), other);
    (page.status, start.elapsed())
}

#[tokio::test]
async fn a_form_that_is_larger_than_any_is_refused_at_once() {
    on_each_database(async |shop| {
        let mut huge = String::new();
        for index in 0_u32.. {
            if huge.len() > 1_900_000 {
                break;
            }
            huge += &format!("m{index:x}=on&");
        }
        let checkout = shop.form("sourdough", 1).await;
        for (path, form) in writes(&checkout, "ch_1") {
            // Those that read no form need none.
            if form.is_empty() {
                continue;
            }
            let (status, took) = while_it_is_sent(shop, &path, &huge).await;
            assert_eq!(status, 413, "{path}");
            assert!(took < Duration::from_secs(5), "{path}: {took:?}");
            let padded = format!("{form}&padding={}", "x".repeat(16 * 1024 - form.len() - 8));
            assert_eq!(shop.post(&path, &padded).await.status, 413, "{path}: one byte more than is taken");
        }
        let largest = huge.get(..16 * 1024 - 6).unwrap().rsplit_once('&').unwrap().0;
        let (status, took) = while_it_is_sent(shop, "/admin/reviews", largest).await;
        assert_eq!(status, 422);
        assert!(took < Duration::from_secs(5), "{took:?}");
        assert_eq!(shop.count("reviews").await, 0);
    })
    .await;
}
