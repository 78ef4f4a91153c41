//! What a session means when it was retrieved: never paid unless Stripe says so, and equal only to the order
//! that it was created for.

use counterfoil::call::read;
use counterfoil::checkout::{RetrieveSession, Session};
use counterfoil::http::Response;
use counterfoil::webhook::{Expected, OutcomeKind, reconcile};
use serde_json::Value;

use crate::seeds::Vectors;

/// The bytes of the session's JSON.
///
/// # Panics
/// If it counts as paid without saying so, has different outcomes at different times, or differs from its own
/// record.
pub fn holds(data: &[u8]) {
    let answer = Response { status: 200, headers: Vec::new(), body: data.to_vec() };
    let Ok(session) = read::<RetrieveSession>(&answer) else { return };
    let outcome = reconcile(session.clone(), None).expect("no payment intent, so not a wrong one");
    let kind = outcome.kind();
    assert_eq!(reconcile(session.clone(), None).expect("the same").kind(), kind);
    if let Ok(value) = serde_json::from_slice::<Value>(data) {
        let intent = &value["payment_intent"]["status"];
        let said = match kind {
            OutcomeKind::Paid => value["payment_status"] == "paid" || intent == "succeeded",
            OutcomeKind::NothingToPay => value["payment_status"] == "no_payment_required",
            OutcomeKind::SetupComplete => value["mode"] == "setup",
            _ => true,
        };
        assert!(said, "{kind} of {value}");
    }
    guard(&session);
}

fn guard(session: &Session) {
    let recorded = Expected {
        account: None,
        session: Some(session.id.clone()),
        amount_total: session.amount_total,
        currency: session.currency.as_ref().map(|code| code.to_ascii_uppercase()),
        client_reference_id: session.client_reference_id.clone(),
        livemode: Some(session.livemode),
    };
    assert_eq!(recorded.differences(None, session), [], "a record of itself");
    let other =
        Expected { livemode: Some(!session.livemode), session: Some(format!("{}x", session.id)), ..recorded };
    let fields: Vec<String> = other.differences(None, session).into_iter().map(|one| one.field).collect();
    assert_eq!(fields, ["session", "livemode"]);
}

/// The sessions in the vectors.
pub fn seeds(vectors: &Vectors) -> Vec<Vec<u8>> {
    let sessions = vectors.of("outcome.reconcile").map(|input| &input["session"]);
    sessions.map(|session| session.to_string().into_bytes()).collect()
}
