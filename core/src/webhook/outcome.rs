use std::fmt;
use std::str::FromStr;

use crate::checkout::Session;
use crate::error::Error;
use crate::ids::SessionId;

/// What an event means for an order. Pass its [`kind`](Outcome::kind) to
/// [`fulfillment::advance`](crate::fulfillment::advance).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The money is there: hand over the goods, once.
    Paid(Session),
    /// The customer has authorized a payment that takes days, such as a bank debit: wait.
    AwaitingPayment(Session),
    /// The payment failed after the customer left. The session cannot be used again: contact the
    /// customer and ask for a new order.
    PaymentFailed(Session),
    /// The session ended without a payment: release what was reserved.
    Expired(Session),
    /// There is nothing to pay, by a full discount or a trial: hand over the goods at once.
    NothingToPay(Session),
    /// A payment method was kept for later; nothing is to be handed over.
    SetupComplete(Session),
    /// A thin event: retrieve this session from the event's account, then call
    /// [`Event::outcome_with`](super::Event::outcome_with).
    FetchSession(SessionId),
    /// Genuine, but nothing to act on. Answer 2xx.
    Ignored(IgnoredReason),
}

impl Outcome {
    /// Which outcome it is, without what it carries.
    #[must_use]
    pub fn kind(&self) -> OutcomeKind {
        match self {
            Outcome::Paid(_) => OutcomeKind::Paid,
            Outcome::AwaitingPayment(_) => OutcomeKind::AwaitingPayment,
            Outcome::PaymentFailed(_) => OutcomeKind::PaymentFailed,
            Outcome::Expired(_) => OutcomeKind::Expired,
            Outcome::NothingToPay(_) => OutcomeKind::NothingToPay,
            Outcome::SetupComplete(_) => OutcomeKind::SetupComplete,
            Outcome::FetchSession(_) => OutcomeKind::FetchSession,
            Outcome::Ignored(_) => OutcomeKind::Ignored,
        }
    }

    /// The session it tells of, where the event carried it.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        match self {
            Outcome::Paid(session)
            | Outcome::AwaitingPayment(session)
            | Outcome::PaymentFailed(session)
            | Outcome::Expired(session)
            | Outcome::NothingToPay(session)
            | Outcome::SetupComplete(session) => Some(session),
            Outcome::FetchSession(_) | Outcome::Ignored(_) => None,
        }
    }
}

/// The outcomes by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OutcomeKind {
    /// See [`Outcome::Paid`].
    Paid,
    /// See [`Outcome::AwaitingPayment`].
    AwaitingPayment,
    /// See [`Outcome::PaymentFailed`].
    PaymentFailed,
    /// See [`Outcome::Expired`].
    Expired,
    /// See [`Outcome::NothingToPay`].
    NothingToPay,
    /// See [`Outcome::SetupComplete`].
    SetupComplete,
    /// See [`Outcome::FetchSession`].
    FetchSession,
    /// See [`Outcome::Ignored`].
    Ignored,
}

impl OutcomeKind {
    /// Every kind.
    pub const ALL: [OutcomeKind; 8] = [
        OutcomeKind::Paid,
        OutcomeKind::AwaitingPayment,
        OutcomeKind::PaymentFailed,
        OutcomeKind::Expired,
        OutcomeKind::NothingToPay,
        OutcomeKind::SetupComplete,
        OutcomeKind::FetchSession,
        OutcomeKind::Ignored,
    ];

    /// The name in stable snake case: `paid`, `awaiting_payment`, `payment_failed`, `expired`,
    /// `nothing_to_pay`, `setup_complete`, `fetch_session`, `ignored`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            OutcomeKind::Paid => "paid",
            OutcomeKind::AwaitingPayment => "awaiting_payment",
            OutcomeKind::PaymentFailed => "payment_failed",
            OutcomeKind::Expired => "expired",
            OutcomeKind::NothingToPay => "nothing_to_pay",
            OutcomeKind::SetupComplete => "setup_complete",
            OutcomeKind::FetchSession => "fetch_session",
            OutcomeKind::Ignored => "ignored",
        }
    }
}

impl FromStr for OutcomeKind {
    type Err = Error;

    /// Error code `invalid_outcome`.
    fn from_str(text: &str) -> Result<Self, Error> {
        OutcomeKind::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or_else(|| {
            let names: Vec<&str> = OutcomeKind::ALL.iter().map(|kind| kind.as_str()).collect();
            Error::fault("outcome", "invalid_outcome", format!("expected one of {}", names.join(", ")))
        })
    }
}

impl fmt::Display for OutcomeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why there is nothing to act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IgnoredReason {
    /// The event is of a type that decides nothing about an order.
    OtherType,
    /// It comes from the platform's account where a connected one was expected, or the other way; or, a
    /// thin event, from a context that is no account.
    WrongSource,
    /// It is a test event at a live endpoint, or the other way.
    WrongMode,
    /// The session has a payment status that this version does not know; nothing is assumed.
    UnknownPaymentStatus,
    /// The event's object is not the session that its type promises.
    UnreadableObject,
}

impl IgnoredReason {
    /// The reason in stable snake case: `other_type`, `wrong_source`, `wrong_mode`,
    /// `unknown_payment_status`, `unreadable_object`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            IgnoredReason::OtherType => "other_type",
            IgnoredReason::WrongSource => "wrong_source",
            IgnoredReason::WrongMode => "wrong_mode",
            IgnoredReason::UnknownPaymentStatus => "unknown_payment_status",
            IgnoredReason::UnreadableObject => "unreadable_object",
        }
    }
}

impl fmt::Display for IgnoredReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

const COMPLETED: &str = "checkout.session.completed";
const SUCCEEDED: &str = "checkout.session.async_payment_succeeded";
const FAILED: &str = "checkout.session.async_payment_failed";
const EXPIRED: &str = "checkout.session.expired";

pub(super) fn is_checkout(kind: &str) -> bool {
    [COMPLETED, SUCCEEDED, FAILED, EXPIRED].contains(&kind)
}

/// The outcome for a session, by the event's type and the session's own word on the payment.
///
/// A session that says `paid` is paid whatever the event is called, since a thin event's session is
/// read later than the event was made.
pub(super) fn of_session(kind: &str, session: Session) -> Outcome {
    if session.mode.as_deref() == Some("setup") {
        return match kind {
            COMPLETED => Outcome::SetupComplete(session),
            EXPIRED => Outcome::Expired(session),
            _ => Outcome::Ignored(IgnoredReason::OtherType),
        };
    }
    match (session.payment_status.as_deref(), kind) {
        (Some("paid"), _) => Outcome::Paid(session),
        (_, EXPIRED) => Outcome::Expired(session),
        (_, FAILED) => Outcome::PaymentFailed(session),
        (Some("no_payment_required"), _) => Outcome::NothingToPay(session),
        (Some("unpaid"), _) => Outcome::AwaitingPayment(session),
        _ => Outcome::Ignored(IgnoredReason::UnknownPaymentStatus),
    }
}
