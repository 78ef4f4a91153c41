//! What to do with an order, whichever events arrive, however often and in whatever order.
//!
//! [`advance`] is a pure function: from the order's state and the outcome of an event to the new state and
//! the one thing to do. Keep [`State::as_str`] in the order's row and move it by compare-and-set
//! (`UPDATE … SET state = new WHERE id = … AND state = old`) in the same transaction as the effects
//! of the [`Action`]; then at most one delivery fulfills, on any number of servers.

use crate::names::names;
use crate::webhook::OutcomeKind;

names! {
    /// The state of an order. As JSON and in a database it is its name.
    ///
    /// The states and the actions are complete: a new one would be a breaking change, so that the compiler
    /// shows where it has to be handled.
    pub enum State, invalid "state" as "invalid_state" {
        /// The customer has not paid yet.
        Open = "open",
        /// The customer has authorized a payment that takes days; the money is on its way.
        AwaitingPayment = "awaiting_payment",
        /// The order was fulfilled. This state is final.
        Fulfilled = "fulfilled",
        /// The payment failed after the customer left; the customer has to place a new order.
        Failed = "failed",
        /// The customer never paid and the session has expired.
        Expired = "expired",
    }
}

#[allow(clippy::derivable_impls, reason = "the macro that declares the states takes no default")]
impl Default for State {
    fn default() -> Self {
        State::Open
    }
}

names! {
    /// The one thing to do now.
    pub enum Action, invalid "action" as "invalid_action" {
        /// Nothing: it was done already, or nothing has changed.
        None = "none",
        /// Fulfill the order.
        Fulfill = "fulfill",
        /// Fulfill the order and have it reviewed: the payment came for an order that was given up.
        FulfillLate = "fulfill_late",
        /// Tell the customer that the payment is on its way, and keep the goods reserved.
        AwaitPayment = "await_payment",
        /// Release the goods and ask the customer to order again: the payment failed.
        ContactCustomer = "contact_customer",
        /// Release the goods: the session expired unpaid.
        Release = "release",
    }
}

/// A new state, and what to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The state to store.
    pub state: State,
    /// What to do, in the same transaction.
    pub action: Action,
}

/// The order's next step.
///
/// At most one step of any sequence fulfills the order, and a payment that was received always does,
/// even after a failure or an expiry. A session that only saves a payment method
/// ([`OutcomeKind::SetupComplete`]) has nothing to fulfill, so it changes nothing here; neither does what
/// comes after a payment, such as a refund or a dispute.
#[must_use]
pub fn advance(state: State, outcome: OutcomeKind) -> Step {
    use OutcomeKind as O;
    let step = |state, action| Step { state, action };
    match (state, outcome) {
        (State::Open | State::AwaitingPayment, O::Paid | O::NothingToPay) => {
            step(State::Fulfilled, Action::Fulfill)
        }
        (State::Failed | State::Expired, O::Paid | O::NothingToPay) => {
            step(State::Fulfilled, Action::FulfillLate)
        }
        (State::Open, O::AwaitingPayment) => step(State::AwaitingPayment, Action::AwaitPayment),
        (State::Open | State::AwaitingPayment, O::PaymentFailed) => {
            step(State::Failed, Action::ContactCustomer)
        }
        (State::Open, O::Expired) => step(State::Expired, Action::Release),
        // Repetitions, events that arrive late, and outcomes that say nothing about the payment.
        // A session cannot expire once it is complete, so an expiry does not end a wait either.
        (State::Fulfilled | State::Failed | State::Expired | State::AwaitingPayment | State::Open, _) => {
            step(state, Action::None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for state in State::ALL {
            assert_eq!(state.as_str().parse::<State>().unwrap(), *state);
        }
        assert_eq!("paid".parse::<State>().unwrap_err().code(), "invalid_state");
    }

    #[test]
    fn states_and_actions_are_stored_as_their_names() {
        let step = (State::AwaitingPayment, Action::FulfillLate);
        let json = serde_json::to_string(&step).unwrap();
        assert_eq!(json, r#"["awaiting_payment","fulfill_late"]"#);
        assert_eq!(serde_json::from_str::<(State, Action)>(&json).unwrap(), step);
        // Also where the text is not part of the input: escaped, or read from a stream.
        assert_eq!(serde_json::from_str::<State>(r#""f\u0061iled""#).unwrap(), State::Failed);
        assert_eq!(serde_json::from_reader::<_, State>(&br#""open""#[..]).unwrap(), State::Open);
        for wrong in [r#""paid""#, "1", "null"] {
            assert!(serde_json::from_str::<State>(wrong).is_err(), "{wrong}");
        }
    }

    const MOVING: [OutcomeKind; 5] = [
        OutcomeKind::Paid,
        OutcomeKind::AwaitingPayment,
        OutcomeKind::PaymentFailed,
        OutcomeKind::Expired,
        OutcomeKind::NothingToPay,
    ];

    #[test]
    fn only_sessions_move_an_order() {
        for state in State::ALL.iter().copied() {
            for outcome in OutcomeKind::ALL.iter().filter(|kind| !MOVING.contains(kind)) {
                assert_eq!(advance(state, *outcome), Step { state, action: Action::None }, "{outcome}");
            }
        }
    }

    /// Every sequence of up to six outcomes from every state: 5 * 6^6 walks. The outcomes that move
    /// nothing are alike, as shown above, so one represents them all.
    #[test]
    fn an_order_is_fulfilled_once_and_exactly_when_paid() {
        fn walk(state: State, fulfilled: u32, paid: bool, depth: u32) {
            let is_fulfilled = matches!(state, State::Fulfilled);
            assert!(fulfilled <= 1);
            if paid {
                assert!(is_fulfilled);
            }
            if depth == 0 {
                return;
            }
            for outcome in MOVING.into_iter().chain([OutcomeKind::DisputeChanged]) {
                let next = advance(state, outcome);
                if is_fulfilled {
                    assert_eq!(next, Step { state, action: Action::None });
                }
                let fulfills = matches!(next.action, Action::Fulfill | Action::FulfillLate);
                assert_eq!(fulfills, !is_fulfilled && next.state == State::Fulfilled);
                let is_paid = matches!(outcome, OutcomeKind::Paid | OutcomeKind::NothingToPay);
                walk(next.state, fulfilled + u32::from(fulfills), paid || is_paid, depth - 1);
            }
        }
        for state in State::ALL {
            walk(*state, 0, false, 6);
        }
    }
}
