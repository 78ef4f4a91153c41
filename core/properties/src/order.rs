//! Whatever events arrive for an order, in whatever order: it is fulfilled at most once, and exactly once if
//! it was paid.

use counterfoil::fulfillment::{Action, State, advance};
use counterfoil::webhook::{EndpointSecret, OutcomeKind, Webhooks, sign};

use crate::pick::Pick;
use crate::seeds::Vectors;

const SECRET: &str = "whsec_example";
const NOW: i64 = 1_793_000_000;

const KINDS: [&str; 6] = [
    "checkout.session.completed",
    "checkout.session.async_payment_succeeded",
    "checkout.session.async_payment_failed",
    "checkout.session.expired",
    "payment_intent.succeeded",
    "ping",
];
const STATUSES: [&str; 6] =
    [r#""paid""#, r#""unpaid""#, r#""no_payment_required""#, r#""another""#, "null", "[]"];
const MODES: [&str; 4] = [r#""payment""#, r#""subscription""#, r#""setup""#, "null"];

/// Four bytes per event: snapshot or thin, its type, the payment's status, the session's mode.
///
/// # Panics
/// If the order is fulfilled twice, or not at all although it was paid, or if anything happens afterwards.
pub fn holds(data: &[u8]) {
    let keyring = Webhooks::new([EndpointSecret::new("connect", SECRET)]).expect("a keyring");
    let mut pick = Pick::new(data);
    let mut state = State::default();
    let (mut fulfilled, mut paid) = (0, false);
    while !pick.is_empty() {
        let outcome = if pick.byte().is_multiple_of(4) {
            pick.of(OutcomeKind::ALL)
        } else {
            let (kind, status, mode) = (pick.of(&KINDS), pick.of(&STATUSES), pick.of(&MODES));
            let body = event(kind, status, mode);
            let event = keyring.verify(&body, &*sign(&body, SECRET, NOW), NOW).expect("a genuine event");
            let outcome = event.outcome().kind();
            if outcome == OutcomeKind::Paid && kind == KINDS[0] {
                assert_eq!(status, STATUSES[0], "completed does not mean paid");
            }
            outcome
        };
        let step = advance(state, outcome);
        if state == State::Fulfilled {
            assert_eq!((step.state, step.action), (state, Action::None), "no event leads back");
        }
        fulfilled += u32::from(matches!(step.action, Action::Fulfill | Action::FulfillLate));
        paid |= matches!(outcome, OutcomeKind::Paid | OutcomeKind::NothingToPay);
        state = step.state;
        assert_eq!(fulfilled, u32::from(paid), "after {outcome} in {state}");
        assert_eq!(state == State::Fulfilled, paid);
        assert_eq!(state.as_str().parse::<State>().ok(), Some(state));
    }
}

/// Each event alone, then pairs of them.
pub fn seeds(_: &Vectors) -> Vec<Vec<u8>> {
    let events: Vec<[u8; 4]> = (0..6)
        .flat_map(|kind| (0..6).flat_map(move |status| (0..4).map(move |mode| [1, kind, status, mode])))
        .collect();
    let pairs = events.iter().zip(events.iter().rev()).map(|(a, b)| [*a, *b].concat());
    events.iter().map(|event| event.to_vec()).chain(pairs).collect()
}

fn event(kind: &str, status: &str, mode: &str) -> Vec<u8> {
    format!(
        r#"{{"id":"evt_1","object":"event","account":"acct_1","livemode":true,"created":{NOW},"type":"{kind}","data":{{"object":{{"id":"cs_1","object":"checkout.session","mode":{mode},"payment_status":{status}}}}}}}"#
    )
    .into_bytes()
}
