//! Posts that are not Stripe's.

use crate::support::{SECRET, Shop, holds_a_secret, log, now, on_each_database};
use counterfoil::webhook::sign;

async fn is_untouched(shop: &Shop) {
    for table in ["order_events", "unmatched_events", "sales", "outbox"] {
        assert_eq!(shop.count(table).await, 0, "{table}");
    }
    assert!(!shop.get("/orders").await.body.contains("data-state=\"fulfilled\""));
}

#[tokio::test]
async fn what_is_not_genuine_is_refused_and_changes_nothing() {
    on_each_database(async |shop| {
        let hosted = shop.checkout("sourdough").await;
        shop.pay_by_card(&hosted).await;
        let event = shop.events("checkout.session.completed").await.remove(0);
        let body = serde_json::to_vec(&event).unwrap();
        let wrong = sign(&body, "whsec_wrong", now());
        let old = sign(&body, SECRET, now() - 301);
        let future = sign(&body, SECRET, now() + 400);
        let unsigned = format!("t={}", now());
        for (signature, text) in [
            (None, "the signature header is missing"),
            (Some(b"".as_slice()), "the signature header is missing"),
            (Some(b"\xff\xfe\x80".as_slice()), "the signature header is malformed"),
            (Some(b"v1=".as_slice()), "the signature header is malformed"),
            (Some(unsigned.as_bytes()), "the signature header has no v1 signature"),
            (Some(wrong.as_bytes()), "the signature does not match"),
            (Some(old.as_bytes()), "the signature is too old"),
            (Some(future.as_bytes()), "the signature is from the future"),
        ] {
            let page = shop.deliver_raw(body.clone(), signature).await;
            assert_eq!((page.status, page.body.as_str()), (400, text));
        }
        is_untouched(shop).await;
        // The operator learns more than the sender.
        assert!(log().contains("code=\"signature_mismatch\""), "{}", log());
        assert!(log().contains("no secret of the keyring (old, connect)"));
        assert!(!holds_a_secret(&log()));
    })
    .await;
}

#[tokio::test]
async fn genuine_signatures_over_nonsense_are_refused() {
    on_each_database(async |shop| {
        let deep = "[".repeat(100_000);
        for body in [b"".as_slice(), b"not json", b"null", b"{}", b"[1]", b"\xff{}", deep.as_bytes()] {
            let signature = sign(body, SECRET, now());
            let page = shop.deliver_raw(body.to_vec(), Some(signature.as_bytes())).await;
            assert_eq!(page.status, 400, "{}", page.body);
            assert!(page.body.starts_with("the body is not "), "{}", page.body);
        }
        is_untouched(shop).await;
    })
    .await;
}

#[tokio::test]
async fn large_bodies_are_refused_with_413() {
    on_each_database(async |shop| {
        let edge = vec![b' '; 1024 * 1024];
        assert_eq!(shop.deliver_raw(edge, None).await.status, 400);
        for bytes in [1024 * 1024 + 1, 2 * 1024 * 1024, 7 * 1024 * 1024] {
            let body = vec![b' '; bytes];
            let signature = sign(&body, SECRET, now());
            let page = shop.deliver_raw(body, Some(signature.as_bytes())).await;
            assert_eq!((page.status, page.body.as_str()), (413, "the body is too large"));
        }
        assert!(log().contains("code=\"body_too_large\""));
        is_untouched(shop).await;
    })
    .await;
}

#[tokio::test]
async fn other_methods_and_paths_are_turned_away() {
    on_each_database(async |shop| {
        assert_eq!(shop.get("/webhooks/stripe").await.status, 405);
        assert_eq!(shop.get("/create-checkout-session").await.status, 405);
        assert_eq!(shop.get("/orders/' OR 1=1 --").await.status, 404);
        assert_eq!(shop.get("/orders/%00").await.status, 404);
        assert_eq!(shop.get("/thanks?order=%00&session=%00").await.status, 404);
        let page = shop.get("/<script>").await;
        assert_eq!(page.status, 404);
        assert!(!page.body.contains("<script>"));
    })
    .await;
}
