//! What must hold for every event type, as snapshot and thin event, and for every session, with and without
//! its events.

use counterfoil::checkout::{RetrieveSession, Session};
use counterfoil::fulfillment::{Action, State, advance};
use counterfoil::http::{Request, Response};
use counterfoil::payments::{PaymentIntent, RetrievePaymentIntent};
use counterfoil::webhook::{
    EndpointSecret, Event, Fetch, IgnoredReason, Mode, Outcome, OutcomeKind, Webhooks, reconcile, sign,
};
use counterfoil::{AnyObject, Next, Platform, call, testing};

const NOW: i64 = 1_793_000_000;
const SECRET: &str = "whsec_example";

fn verified(body: &str) -> Event<'static> {
    let keyring = Webhooks::new([EndpointSecret::new("connect", SECRET)]).unwrap();
    keyring.verify(body.as_bytes(), &*sign(body.as_bytes(), SECRET, NOW), NOW).unwrap().into_owned()
}

fn platform() -> Platform {
    Platform::new("sk_test_example".parse().unwrap())
}

fn answered(body: &str) -> Response {
    Response { status: 200, headers: Vec::new(), body: body.as_bytes().to_vec() }
}

/// Retrieves the object as a host does: the request, and a response.
fn fetched(fetch: &Fetch, event: &Event<'_>, body: &str) -> (Request, AnyObject) {
    let mut call = fetch.call(&platform(), event.account()).unwrap();
    let request = call.request().clone();
    match call.receive(Ok(answered(body)), 0.5) {
        Next::Done(Ok(object)) => (request, object),
        _ => panic!("no object: {body}"),
    }
}

#[test]
fn a_thin_event_of_every_type_says_what_its_snapshot_says() {
    for kind in testing::event_types() {
        let test = testing::event(kind).unwrap().account("acct_1");
        let (snapshot, thin) = (verified(&test.snapshot()), verified(&test.thin()));
        let outcome = snapshot.outcome();
        assert!(!matches!(outcome, Outcome::Ignored(_) | Outcome::Fetch(_)), "{kind}: {outcome:?}");
        assert_eq!((snapshot.created(), thin.created()), (NOW, NOW));

        let Outcome::Fetch(fetch) = thin.outcome() else {
            assert_eq!((kind, thin.outcome()), ("account.application.deauthorized", outcome));
            continue;
        };
        let (request, object) = fetched(&fetch, &thin, &test.object());
        let path = match thin.related_object() {
            // A person is read with its account.
            Some(person) if person.kind == "v2.core.account_person" => "/v2/core/accounts/acct_1".to_owned(),
            Some(related) => related.url.clone().unwrap(),
            None => format!("/v2/core/events/{}", thin.id()),
        };
        let (url, query) = request.url.split_once('?').unwrap_or((&request.url, ""));
        assert_eq!(url, format!("https://api.stripe.com{path}"), "{kind}");
        assert_eq!(
            query.contains("include[0]=configuration.merchant"),
            path.contains("/v2/core/accounts"),
            "{kind}"
        );
        // What is in the type's brackets is what comes back.
        let changed = kind.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
        assert!(changed.is_none_or(|(part, _)| query.contains(&format!("={part}"))), "{kind} {query}");
        let of = request.headers.iter().find(|header| header.name == "Stripe-Account");
        let on_platform = ["application_fee", "account", "capability", "v2."];
        let is_on_platform = on_platform.iter().any(|start| kind.starts_with(start));
        assert_eq!(of.is_none(), is_on_platform, "{kind}");
        let read = fetch.read(&answered(&test.object())).unwrap();
        // Only a snapshot says how much was refunded this time.
        for told in [thin.outcome_with(read).unwrap(), thin.outcome_with(object).unwrap()] {
            match (&told, &outcome) {
                (
                    Outcome::Refunded { charge: told, amount: None, .. },
                    Outcome::Refunded { charge, amount: Some(_), .. },
                ) => assert_eq!(told, charge),
                _ => assert_eq!(told, outcome, "{kind}"),
            }
        }
    }
}

#[test]
fn every_outcome_of_an_event_has_a_subject() {
    for kind in testing::event_types() {
        let test = testing::event(kind).unwrap();
        let subject = verified(&test.snapshot()).outcome().subject().unwrap();
        assert!(!subject.id.is_empty() && !subject.object.is_empty(), "{kind}");
        if let Outcome::Fetch(fetch) = verified(&test.thin()).outcome() {
            assert_eq!((fetch.object(), fetch.id()), (&*subject.object, &*subject.id), "{kind}");
        }
    }
}

/// Every type, and whether it happens only once in its object's lifetime. What can happen again must not be
/// taken for a repetition of the first time: a type needs a reason to be in the first list.
#[test]
fn twins_share_a_key_and_what_happens_again_has_another() {
    // A session ends once, and so does its debit; a fee, a dispute and a refund are created once.
    const ONCE: [&str; 8] = [
        "application_fee.created",
        "charge.dispute.created",
        "checkout.session.async_payment_failed",
        "checkout.session.async_payment_succeeded",
        "checkout.session.completed",
        "checkout.session.expired",
        "refund.created",
        "v2.core.account.created",
    ];
    const AGAIN: [&str; 53] = [
        "account.application.deauthorized",
        "account.updated",
        "application_fee.refund.updated",
        "application_fee.refunded",
        "capability.updated",
        "charge.dispute.closed",
        "charge.dispute.funds_reinstated",
        "charge.dispute.funds_withdrawn",
        "charge.dispute.updated",
        "charge.refund.updated",
        "charge.refunded",
        "customer.subscription.active",
        "customer.subscription.created",
        "customer.subscription.deleted",
        "customer.subscription.incomplete",
        "customer.subscription.incomplete_expired",
        "customer.subscription.past_due",
        "customer.subscription.paused",
        "customer.subscription.pending_update_applied",
        "customer.subscription.pending_update_expired",
        "customer.subscription.resumed",
        "customer.subscription.trial_will_end",
        "customer.subscription.trialing",
        "customer.subscription.unpaid",
        "customer.subscription.updated",
        "invoice.paid",
        "invoice.payment_failed",
        "payment_intent.amount_capturable_updated",
        "payment_intent.canceled",
        "payment_intent.created",
        "payment_intent.partially_funded",
        "payment_intent.payment_failed",
        "payment_intent.processing",
        "payment_intent.requires_action",
        "payment_intent.succeeded",
        "refund.failed",
        "refund.updated",
        "v2.core.account.closed",
        "v2.core.account.updated",
        "v2.core.account[configuration.customer].capability_status_updated",
        "v2.core.account[configuration.customer].updated",
        "v2.core.account[configuration.merchant].capability_status_updated",
        "v2.core.account[configuration.merchant].updated",
        "v2.core.account[configuration.recipient].capability_status_updated",
        "v2.core.account[configuration.recipient].updated",
        "v2.core.account[defaults].updated",
        "v2.core.account[future_requirements].updated",
        "v2.core.account[identity].updated",
        "v2.core.account[requirements].updated",
        "v2.core.account_link.returned",
        "v2.core.account_person.created",
        "v2.core.account_person.deleted",
        "v2.core.account_person.updated",
    ];
    let mut all: Vec<&str> = testing::event_types().collect();
    all.sort_unstable();
    let mut known = [&ONCE[..], &AGAIN[..]].concat();
    known.sort_unstable();
    assert_eq!(all, known);

    for kind in all {
        let test = testing::event(kind).unwrap();
        let key = |body: &str| verified(body).dedupe_key();
        let [first, second] = ["evt_1", "evt_2"].map(|id| key(&test.clone().id(id).snapshot()));
        assert_eq!(key(&test.clone().id("evt_1").snapshot()), first, "{kind}");
        assert_eq!(first == second, ONCE.contains(&kind), "{kind}");

        // A thin event has an id of its own, and names its twin's.
        let thin = test.clone().id("evt_65").thin();
        let twin = |id: &str| key(&thin.replacen('{', &format!("{{\"snapshot_event\":\"{id}\","), 1));
        assert_eq!([twin("evt_1"), twin("evt_2")], [first.clone(), second], "{kind}");
        // Without the name it stands for itself, and never for another.
        let alone = if ONCE.contains(&kind) { first } else { "evt_65".to_owned() };
        assert_eq!((key(&thin), twin("")), (alone.clone(), alone), "{kind}");
    }
}

#[test]
fn another_object_is_refused() {
    let refund = testing::event("refund.updated").unwrap();
    let thin = verified(&refund.thin());
    let Outcome::Fetch(fetch) = thin.outcome() else { panic!() };
    let other = refund.with(r#"{"id": "re_2"}"#).unwrap().object();
    let mut call = fetch.call(&platform(), thin.account()).unwrap();
    let Next::Done(Err(error)) = call.receive(Ok(answered(&other)), 0.5) else { panic!() };
    assert_eq!(error.code(), "unexpected_object");
    let other = fetch.read(&answered(&other)).unwrap();
    assert_eq!(thin.outcome_with(other).unwrap_err().code(), "wrong_object");
    let text = format!(r#"{{"id":"{}","object":"checkout.session","payment_status":"paid"}}"#, fetch.id());
    let session = Session::from_json(&text).unwrap();
    assert_eq!(thin.outcome_with(session).unwrap_err().code(), "wrong_object");

    let capability = testing::event("capability.updated").unwrap().account("acct_1");
    let thin = verified(&capability.thin());
    let Outcome::Fetch(fetch) = thin.outcome() else { panic!() };
    let (_, other) = fetched(&fetch, &thin, &capability.account("acct_2").object());
    assert_eq!(thin.outcome_with(other).unwrap_err().code(), "wrong_object");
}

#[test]
fn an_event_to_be_ignored_stays_so_with_its_object() {
    let test = testing::event("checkout.session.completed").unwrap();
    let body = test.thin();
    let live = EndpointSecret::new("connect", SECRET).only_in(Mode::Live);
    let keyring = Webhooks::new([live]).unwrap();
    let event = keyring.verify(body.as_bytes(), &*sign(body.as_bytes(), SECRET, NOW), NOW).unwrap();
    let session = call::read::<RetrieveSession>(&answered(&test.object())).unwrap();
    let ignored = Outcome::Ignored(IgnoredReason::WrongMode);
    assert_eq!((event.outcome(), event.outcome_with(session).unwrap()), (ignored.clone(), ignored));
}

#[test]
fn a_sale_of_nobody_cannot_be_read() {
    let thin = verified(&testing::event("charge.refunded").unwrap().on_platform().thin());
    let Outcome::Fetch(fetch) = thin.outcome() else { panic!() };
    assert_eq!(fetch.call(&platform(), thin.account()).unwrap_err().code(), "wrong_scope");
}

/// A session's life: its mode, its payment, the resulting events, and its end.
struct Row {
    mode: &'static str,
    /// The type of each event, with the payment status that the session then has.
    events: &'static [(&'static str, &'static str)],
    status: &'static str,
    /// The payment intent's status at the end; empty if there is none.
    payment: &'static str,
    end: State,
}

const COMPLETED: &str = "completed";
const SUCCEEDED: &str = "async_payment_succeeded";
const FAILED: &str = "async_payment_failed";

const fn row(
    mode: &'static str,
    events: &'static [(&'static str, &'static str)],
    status: &'static str,
    payment: &'static str,
    end: State,
) -> Row {
    Row { mode, events, status, payment, end }
}

const TABLE: &[Row] = &[
    row("payment", &[], "open", "", State::Open),
    row("payment", &[(COMPLETED, "paid")], "complete", "succeeded", State::Fulfilled),
    row("payment", &[(COMPLETED, "unpaid")], "complete", "processing", State::AwaitingPayment),
    row("payment", &[(COMPLETED, "unpaid")], "complete", "requires_capture", State::AwaitingPayment),
    row("payment", &[(COMPLETED, "unpaid"), (SUCCEEDED, "paid")], "complete", "succeeded", State::Fulfilled),
    row(
        "payment",
        &[(COMPLETED, "unpaid"), (FAILED, "unpaid")],
        "complete",
        "requires_payment_method",
        State::Failed,
    ),
    row("payment", &[(COMPLETED, "unpaid"), (FAILED, "unpaid")], "complete", "canceled", State::Failed),
    row("payment", &[(COMPLETED, "no_payment_required")], "complete", "", State::Fulfilled),
    row("payment", &[("expired", "unpaid")], "expired", "", State::Expired),
    row("payment", &[("expired", "unpaid")], "expired", "canceled", State::Expired),
    row("subscription", &[(COMPLETED, "paid")], "complete", "", State::Fulfilled),
    row("subscription", &[(COMPLETED, "no_payment_required")], "complete", "", State::Fulfilled),
    row("subscription", &[(COMPLETED, "unpaid")], "complete", "processing", State::AwaitingPayment),
    row("subscription", &[(COMPLETED, "unpaid")], "complete", "", State::AwaitingPayment),
    row(
        "subscription",
        &[(COMPLETED, "unpaid"), (SUCCEEDED, "paid")],
        "complete",
        "succeeded",
        State::Fulfilled,
    ),
    row(
        "subscription",
        &[(COMPLETED, "unpaid"), (FAILED, "unpaid")],
        "complete",
        "requires_payment_method",
        State::Failed,
    ),
    row("subscription", &[("expired", "unpaid")], "expired", "", State::Expired),
    row("setup", &[(COMPLETED, "no_payment_required")], "complete", "", State::Open),
    row("setup", &[("expired", "no_payment_required")], "expired", "", State::Expired),
];

impl Row {
    fn outcome_of(&self, (kind, payment_status): (&str, &str)) -> OutcomeKind {
        let status = if kind == "expired" { "expired" } else { "complete" };
        let members = format!(
            r#"{{"mode": "{}", "payment_status": "{payment_status}", "status": "{status}"}}"#,
            self.mode
        );
        let event = testing::event(&format!("checkout.session.{kind}")).unwrap().with(&members).unwrap();
        verified(&event.snapshot()).outcome().kind()
    }

    /// The session at the end, and its payment.
    fn read(&self, expanded: bool) -> (Session, Option<PaymentIntent>) {
        let payment_status = self.events.last().map_or("unpaid", |(_, payment_status)| payment_status);
        let payment = (!self.payment.is_empty()).then(|| {
            let state = format!(r#"{{"status": "{}"}}"#, self.payment);
            testing::event("payment_intent.succeeded").unwrap().with(&state).unwrap().object()
        });
        let named = match &payment {
            Some(payment) if expanded => payment.clone(),
            Some(payment) if self.mode == "payment" => format!("{:?}", read_payment(payment).id),
            _ => "null".to_owned(),
        };
        let members = format!(
            r#"{{"mode": "{}", "status": "{}", "payment_status": "{payment_status}", "payment_intent": {named}}}"#,
            self.mode, self.status
        );
        let session = testing::event("checkout.session.completed").unwrap().with(&members).unwrap().object();
        let session = call::read::<RetrieveSession>(&answered(&session)).unwrap();
        (session, payment.filter(|_| !expanded).map(|payment| read_payment(&payment)))
    }

    fn reconciled(&self, expanded: bool) -> OutcomeKind {
        let (session, payment) = self.read(expanded);
        let outcome = reconcile(session.clone(), payment.as_ref()).unwrap();
        assert!(!matches!(outcome, Outcome::Fetch(_) | Outcome::Ignored(_)));
        // Without the payment it has the same outcome, or says which object to retrieve.
        match reconcile(session, None).unwrap() {
            Outcome::Fetch(fetch) => assert_eq!(fetch.id(), payment.unwrap().id),
            alone if self.mode == "payment" => assert_eq!(alone, outcome),
            alone => assert!([outcome.kind(), OutcomeKind::AwaitingPayment].contains(&alone.kind())),
        }
        outcome.kind()
    }
}

fn read_payment(json: &str) -> PaymentIntent {
    call::read::<RetrievePaymentIntent>(&answered(json)).unwrap()
}

#[test]
fn reading_a_session_leads_where_its_events_lead() {
    for row in TABLE {
        let events: Vec<OutcomeKind> = row.events.iter().map(|event| row.outcome_of(*event)).collect();
        for expanded in [false, true] {
            let read = row.reconciled(expanded);
            assert_eq!(walk(&events).0, row.end, "{} {:?}", row.mode, row.events);
            assert_eq!(walk(&[read]).0, row.end, "{} {:?} {}", row.mode, row.events, row.payment);
            // Reconciled at any time between the events, and again: the end is the same, and the order is
            // fulfilled as often as without.
            for at in 0..=events.len() {
                let mut both = events.clone();
                both.insert(at, read);
                both.push(read);
                assert_eq!(walk(&both), walk(&events), "{} {:?} at {at}", row.mode, row.events);
            }
        }
    }
}

/// Returns the final state, and how often the order is fulfilled on the way.
fn walk(outcomes: &[OutcomeKind]) -> (State, usize) {
    let (mut state, mut fulfilled) = (State::Open, 0);
    for outcome in outcomes {
        let step = advance(state, *outcome);
        state = step.state;
        fulfilled += usize::from(matches!(step.action, Action::Fulfill | Action::FulfillLate));
    }
    (state, fulfilled)
}

#[test]
fn an_event_can_be_asked_for_as_json() {
    let body = testing::event_from_json(
        r#"{"type": "charge.refunded", "shape": "thin", "account": "acct_1", "id": "evt_7", "created": 86400,
            "livemode": true, "object": {"id": "ch_7"}}"#,
    )
    .unwrap();
    let built = testing::event("charge.refunded").unwrap().account("acct_1").id("evt_7").created(86_400);
    assert_eq!(body, built.live().with(r#"{"id": "ch_7"}"#).unwrap().thin());
    assert!(body.contains(r#""created":"1970-01-02T00:00:00.000Z""#), "{body}");
    let body = testing::event_from_json(r#"{"type": "application_fee.created", "livemode": true}"#).unwrap();
    let event = verified(&body);
    assert!(event.is_live() && event.account().is_none());
    let Outcome::FeeChanged(fee) = event.outcome() else { panic!() };
    assert!(fee.livemode && fee.account.is_some());

    for (options, code) in [
        ("[", "invalid_json"),
        ("[]", "wrong_type"),
        ("{}", "wrong_type"),
        (r#"{"type": "ping"}"#, "unknown_event_type"),
        (r#"{"type": "v1.refund.created"}"#, "unknown_event_type"),
        (r#"{"type": "refund.created", "object": []}"#, "wrong_type"),
        (r#"{"type": "refund.created", "shape": "flat"}"#, "wrong_type"),
        (r#"{"type": "refund.created", "time": 1}"#, "unknown_parameter"),
    ] {
        assert_eq!(testing::event_from_json(options).unwrap_err().code(), code, "{options}");
    }
    assert_eq!(testing::event("refund.created").unwrap().with("[]").unwrap_err().code(), "wrong_type");
}
