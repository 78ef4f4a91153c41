//! Webhooks get there, whatever the receiver does at first.

use std::time::Duration;

use crate::support::{Receiver, SECRET, card, create, pay, send, start};
use serde_json::json;
use stripe_simulator::{Endpoint, Simulator};

#[tokio::test]
async fn a_failing_receiver_is_tried_again() {
    let (simulator, receiver) = start().await;
    receiver.fail_with(&["200 OK", "500 Oops", "302 Found"]);
    let id = create(&simulator).await["id"].as_str().unwrap().to_owned();
    let answer = pay(&simulator, &id, &card("4242424242424242")).await;
    assert_eq!(answer.status, 303, "the buyer does not suffer for it");
    simulator.advance(Duration::from_secs(60)).await;
    let mut types = receiver.types();
    types.sort();
    assert_eq!(types, ["charge.succeeded", "checkout.session.completed", "payment_intent.succeeded"]);
}

#[tokio::test]
async fn it_gives_up_in_the_end_and_resends_on_request() {
    let (simulator, receiver) = start().await;
    receiver.fail_with(&["500 Oops"; 16]);
    let id = create(&simulator).await["id"].as_str().unwrap().to_owned();
    pay(&simulator, &id, &card("4242424242424242")).await;
    for _ in 0..5 {
        simulator.advance(Duration::from_secs(1)).await;
    }
    assert!(receiver.take().is_empty());
    let events = send(&simulator, "GET", "/_simulator/events", &[], "").await.unwrap().json();
    let completed = &events["data"][3];
    assert_eq!(completed["type"], json!("checkout.session.completed"));
    assert_eq!(completed["deliveries"][0]["attempts"].as_array().unwrap().len(), 4);
    assert_eq!(completed["deliveries"][0]["delivered"], json!(false));

    let resend = format!("/_simulator/events/{}/resend", completed["id"].as_str().unwrap());
    assert_eq!(send(&simulator, "POST", &resend, &[], "").await.unwrap().status, 200);
    let events = receiver.take();
    assert_eq!(events.len(), 1);
    assert_eq!(events[0]["id"], completed["id"], "the same event, not a new one");
}

#[tokio::test]
async fn a_receiver_that_is_down_gets_its_events_when_it_is_back() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let simulator = Simulator::builder()
        .account(stripe_simulator::Account::new(crate::support::BAKERY, "Bakery"))
        .endpoint(Endpoint::connect(format!("http://{address}/webhooks"), SECRET))
        .start()
        .await
        .unwrap();
    let id = create(&simulator).await["id"].as_str().unwrap().to_owned();
    assert_eq!(pay(&simulator, &id, &card("4242424242424242")).await.status, 303);
    let receiver = Receiver::bind(&address.to_string()).await;
    simulator.advance(Duration::from_secs(60)).await;
    assert_eq!(receiver.types().len(), 4);
}

#[tokio::test]
async fn endpoints_hear_of_connected_accounts_or_of_the_platform_but_not_of_both() {
    let (simulator, connected) = start().await;
    let own = Receiver::start().await;
    simulator.add_endpoint(Endpoint::platform(&own.url, SECRET)).unwrap();
    let bearer = format!("Bearer {}", crate::support::KEY);
    let auth = [("Authorization", bearer.as_str())];
    let created = send(&simulator, "POST", "/v1/checkout/sessions", &auth, crate::support::SESSION).await;
    let id = created.unwrap().json()["id"].as_str().unwrap().to_owned();
    pay(&simulator, &id, &card("4242424242424242")).await;
    let events = own.take();
    assert_eq!(events.len(), 4);
    assert_eq!(events[3].get("account"), None);
    assert!(connected.take().is_empty());
}

#[tokio::test]
async fn endpoints_elsewhere_are_refused() {
    let (simulator, _receiver) = start().await;
    for (url, secret) in [
        ("https://127.0.0.1/webhooks", SECRET),
        ("http://example.com/webhooks", SECRET),
        ("http://127.0.0.1:1/webhooks", " "),
        ("nonsense", SECRET),
    ] {
        assert!(simulator.add_endpoint(Endpoint::connect(url, secret)).is_err(), "{url}");
        let body = json!({"url": url, "secret": secret, "connect": true}).to_string();
        let answer = send(&simulator, "POST", "/_simulator/endpoints", &[], &body).await.unwrap();
        assert_eq!(answer.status, 400);
        assert!(!answer.body.contains(SECRET));
    }
    let elsewhere = Simulator::builder().bind("0.0.0.0:0").start().await;
    assert!(elsewhere.is_err());
}
