//! What to do with an order, whatever arrives, however often and in whatever order.
//!
//! [`advance`] is a pure function from the order's state and what happened to the new state and the
//! one thing to do. Keep [`State::as_str`] in the order's row and move it by compare-and-set
//! (`UPDATE … SET state = new WHERE id = … AND state = old`) in the same transaction as the effects
//! of the [`Action`]; then at most one delivery fulfills, on any number of servers.

use std::fmt;
use std::str::FromStr;

use crate::error::Error;
use crate::webhook::OutcomeKind;

/// Where an order stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum State {
    /// The customer has not paid yet.
    #[default]
    Open,
    /// The customer has authorized a payment that takes days; the money is on its way.
    AwaitingPayment,
    /// The goods were handed over. Nothing leads back from here.
    Fulfilled,
    /// The payment failed after the customer left; the order can only be placed anew.
    Failed,
    /// The customer never paid and the session is over.
    Expired,
}

impl State {
    /// Every state.
    pub const ALL: [State; 5] =
        [State::Open, State::AwaitingPayment, State::Fulfilled, State::Failed, State::Expired];

    /// The short name to store: `open`, `awaiting_payment`, `fulfilled`, `failed`, `expired`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            State::Open => "open",
            State::AwaitingPayment => "awaiting_payment",
            State::Fulfilled => "fulfilled",
            State::Failed => "failed",
            State::Expired => "expired",
        }
    }
}

impl FromStr for State {
    type Err = Error;

    /// Error code `invalid_state`.
    fn from_str(text: &str) -> Result<Self, Error> {
        State::ALL.into_iter().find(|state| state.as_str() == text).ok_or_else(|| {
            let expected = "expected `open`, `awaiting_payment`, `fulfilled`, `failed` or `expired`";
            Error::fault("state", "invalid_state", expected)
        })
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The one thing to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Nothing: it was done already, or it changes nothing.
    None,
    /// Hand over the goods.
    Fulfill,
    /// Hand over the goods, and have somebody look: money came for an order that was given up.
    FulfillLate,
    /// Tell the customer that the payment is on its way, and keep the goods reserved.
    AwaitPayment,
    /// Release the goods and ask the customer to order again: the payment failed.
    ContactCustomer,
    /// Release the goods: the session expired unpaid.
    Release,
}

impl Action {
    /// `none`, `fulfill`, `fulfill_late`, `await_payment`, `contact_customer` or `release`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Action::None => "none",
            Action::Fulfill => "fulfill",
            Action::FulfillLate => "fulfill_late",
            Action::AwaitPayment => "await_payment",
            Action::ContactCustomer => "contact_customer",
            Action::Release => "release",
        }
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A new state, and what to do on the way to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The state to store.
    pub state: State,
    /// What to do, in the same transaction.
    pub action: Action,
}

/// The order's next step.
///
/// At most one step of any sequence hands over the goods, and money that was received always does,
/// even after a failure or an expiry. A session that only keeps a payment method
/// ([`OutcomeKind::SetupComplete`]) has no goods, so it changes nothing here; nor does what comes after
/// a payment, such as a refund or a dispute.
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
        // Repetitions, stragglers that arrive after the end, and what says nothing about payment.
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
            assert_eq!(state.as_str().parse::<State>().unwrap(), state);
        }
        assert_eq!("paid".parse::<State>().unwrap_err().code(), "invalid_state");
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
        for state in State::ALL {
            for outcome in OutcomeKind::ALL.iter().filter(|kind| !MOVING.contains(kind)) {
                assert_eq!(advance(state, *outcome), Step { state, action: Action::None }, "{outcome}");
            }
        }
    }

    /// Every sequence of up to six outcomes from every state: 5 * 6^6 walks. The outcomes that move
    /// nothing are alike, as shown above, so one stands for all of them.
    #[test]
    fn goods_are_handed_over_once_and_exactly_when_paid() {
        fn walk(state: State, fulfilled: u32, paid: bool, depth: u32) {
            let handed_over = matches!(state, State::Fulfilled);
            assert!(fulfilled <= 1);
            if paid {
                assert!(handed_over);
            }
            if depth == 0 {
                return;
            }
            for outcome in MOVING.into_iter().chain([OutcomeKind::DisputeChanged]) {
                let next = advance(state, outcome);
                if handed_over {
                    assert_eq!(next, Step { state, action: Action::None });
                }
                let fulfills = matches!(next.action, Action::Fulfill | Action::FulfillLate);
                assert_eq!(fulfills, !handed_over && next.state == State::Fulfilled);
                let is_paid = matches!(outcome, OutcomeKind::Paid | OutcomeKind::NothingToPay);
                walk(next.state, fulfilled + u32::from(fulfills), paid || is_paid, depth - 1);
            }
        }
        for state in State::ALL {
            walk(state, 0, false, 6);
        }
    }
}
