//! Every order in which the events of one session can arrive; each event is signed, verified, classified and
//! acted on.

use counterfoil::fulfillment::{Action, State, advance};
use counterfoil::webhook::{EndpointSecret, Webhooks, sign};

const NOW: i64 = 1_793_000_000;
const SECRET: &str = "whsec_example";
const LONGEST: usize = 6;

/// One delivery, ready to be posted, and whether it reports a payment.
struct Delivery {
    body: String,
    signature: String,
    is_paid: bool,
}

/// An event under two ids, since Stripe sometimes makes two events for one fact.
fn deliveries(kind: &str, object: &str, status: &str) -> [Delivery; 2] {
    ["1", "2"].map(|twin| {
        let body = format!(
            r#"{{"id":"evt_{kind}_{twin}","object":"event","account":"acct_1","livemode":false,"created":{NOW},"type":"{kind}","data":{{"object":{{"id":"{object}_1","object":"{object}","mode":"payment","status":"complete","payment_status":"{status}"}}}}}}"#
        );
        let signature = sign(body.as_bytes(), SECRET, NOW);
        let is_paid = kind.starts_with("checkout.") && ["paid", "no_payment_required"].contains(&status);
        Delivery { body, signature, is_paid }
    })
}

fn session(kind: &str, status: &str) -> [Delivery; 2] {
    deliveries(&format!("checkout.session.{kind}"), "checkout.session", status)
}

/// Walks through all sequences of the deliveries, and returns how many there were.
fn walk(deliveries: &[Delivery]) -> u32 {
    fn step(
        keyring: &Webhooks,
        deliveries: &[Delivery],
        length: usize,
        (state, fulfilled, paid): (State, u32, bool),
    ) -> u32 {
        assert_eq!(fulfilled, u32::from(paid), "fulfilled {fulfilled} times in state {state}");
        if length == LONGEST {
            return 1;
        }
        let mut walked = 1;
        for delivery in deliveries {
            let event = keyring.verify(delivery.body.as_bytes(), &*delivery.signature, NOW).unwrap();
            let next = advance(state, event.outcome().kind());
            let fulfills = matches!(next.action, Action::Fulfill | Action::FulfillLate);
            let so_far = (next.state, fulfilled + u32::from(fulfills), paid | delivery.is_paid);
            walked += step(keyring, deliveries, length + 1, so_far);
        }
        walked
    }
    let keyring = Webhooks::new([EndpointSecret::new("connect", SECRET)]).unwrap();
    step(&keyring, deliveries, 0, (State::default(), 0, false))
}

/// Sequences of up to six of four deliveries.
const OF_FOUR: u32 = 1 + 4 + 16 + 64 + 256 + 1024 + 4096;

#[test]
fn a_card_payment() {
    let intent = deliveries("payment_intent.succeeded", "payment_intent", "succeeded");
    let all: Vec<Delivery> = session("completed", "paid").into_iter().chain(intent).collect();
    assert_eq!(walk(&all), OF_FOUR);
}

#[test]
fn a_bank_debit_that_arrives() {
    let succeeded = session("async_payment_succeeded", "paid");
    let all: Vec<Delivery> = session("completed", "unpaid").into_iter().chain(succeeded).collect();
    assert_eq!(walk(&all), OF_FOUR);
}

#[test]
fn a_bank_debit_that_fails() {
    let failed = session("async_payment_failed", "unpaid");
    let all: Vec<Delivery> = session("completed", "unpaid").into_iter().chain(failed).collect();
    assert_eq!(walk(&all), OF_FOUR);
}

#[test]
fn nothing_to_pay() {
    let free = session("completed", "no_payment_required");
    assert_eq!(walk(&free), 127);
}

#[test]
fn an_order_that_was_given_up_and_is_paid_all_the_same() {
    let expired = session("expired", "unpaid");
    let all: Vec<Delivery> = session("async_payment_succeeded", "paid").into_iter().chain(expired).collect();
    assert_eq!(walk(&all), OF_FOUR);
}
