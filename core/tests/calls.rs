//! Calls: the pages of a list, and times that are checked before they are sent.

use counterfoil::billing::CreateSubscriptionSession;
use counterfoil::call;
use counterfoil::checkout::{CreateSession, LineItem};
use counterfoil::http::{Response, TransportError};
use counterfoil::payments::ListRefunds;
use counterfoil::{Merchant, Next, Platform};

#[test]
fn the_call_for_the_next_page_starts_anew() {
    let merchant = Platform::new("sk_test_example".parse().unwrap()).merchant("acct_1".parse().unwrap());
    let mut call = merchant.read(ListRefunds { limit: Some(1), ..ListRefunds::default() }).unwrap();
    assert_eq!(call.operation(), "refunds.list");
    assert!(matches!(call.receive(Err(TransportError::Closed), 0.5), Next::Retry { .. }));

    let page = |has_more: bool| {
        let body = format!(
            r#"{{"object":"list","has_more":{has_more},"data":[{{"id":"re_1","object":"refund"}}]}}"#
        );
        let response = Response { status: 200, headers: vec![], body: body.into_bytes() };
        call::read::<ListRefunds>(&response).unwrap()
    };
    let next = call.next_page(&page(true)).unwrap();
    assert_eq!(next.request().url, "https://api.stripe.com/v1/refunds?limit=1&starting_after=re_1");
    assert_eq!(next.request().headers, call.request().headers);
    assert_eq!((next.operation(), next.attempt(), call.attempt()), ("refunds.list", 1, 2));

    assert!(next.next_page(&page(false)).is_none());
}

#[test]
fn times_are_checked_on_both_accounts_where_the_time_is_known() {
    const NOW: u64 = 1_793_000_000;
    let platform = Platform::new("sk_test_example".parse().unwrap());
    let account = || "acct_1".parse().unwrap();
    let line_items =
        || vec![LineItem { price: Some("price_1".into()), quantity: Some(1), ..LineItem::default() }];
    // Five minutes are too short; Stripe requires thirty.
    let expires_at = Some(1_793_000_300);
    let subscribe = |platform: &Platform| {
        let session = CreateSubscriptionSession {
            success_url: "https://shop.example/thanks".into(),
            customer: Some("cus_1".into()),
            line_items: line_items(),
            expires_at,
            ..CreateSubscriptionSession::default()
        };
        platform.call(session, "a".parse().unwrap()).map(drop).map_err(|error| error.code().to_owned())
    };
    let sell = |merchant: &Merchant| {
        let session = CreateSession {
            line_items: line_items(),
            expires_at,
            ..CreateSession::payment("https://shop.example/thanks")
        };
        merchant.call(session, "a".parse().unwrap()).map(drop).map_err(|error| error.code().to_owned())
    };
    let too_soon = Err("out_of_range".to_owned());
    assert_eq!(subscribe(&platform), Ok(()));
    assert_eq!(subscribe(&platform.at(NOW)), too_soon);
    assert_eq!(sell(&platform.merchant(account())), Ok(()));
    assert_eq!(sell(&platform.merchant(account()).at(NOW)), too_soon);
    assert_eq!(sell(&platform.at(NOW).merchant(account())), too_soon);
    // The next request comes later, and the platform stores no time.
    assert_eq!(sell(&platform.at(NOW).merchant(account()).at(NOW - 3600)), Ok(()));
    assert_eq!(subscribe(&platform), Ok(()));
}
