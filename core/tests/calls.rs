//! A list that goes on over pages.

use counterfoil::call;
use counterfoil::http::{Response, TransportError};
use counterfoil::payments::ListRefunds;
use counterfoil::{Next, Platform};

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
