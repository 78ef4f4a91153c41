//! How an event becomes an outcome.

use crate::answer::FromObject;
use crate::checkout::Session;
use crate::ids::AccountId;

use super::event_object::EventObject;
use super::event_types::EventType;
use super::fetch::Fetch;
use super::ignored::IgnoredReason;
use super::outcome::{Outcome, OutcomeKind};
use super::payload::RelatedObject;

impl EventType {
    /// The outcome of a snapshot.
    pub(super) fn outcome(&self, object: &str, account: Option<&AccountId>) -> Outcome {
        match self.object {
            Some(_) => self.outcome_of(object).unwrap_or(UNREADABLE),
            None => self.without_object(account),
        }
    }

    /// The outcome of a thin event, before its object was read.
    pub(super) fn fetch(&self, related: Option<&RelatedObject>, account: Option<&AccountId>) -> Outcome {
        match self.object {
            Some(object) => Fetch::of(object, related, account).map_or(UNREADABLE, Outcome::Fetch),
            // The connection has ended, so there is nothing to read any more, and nothing to find out.
            None => self.without_object(account),
        }
    }

    /// The outcome with the object; nothing if it is of another kind.
    pub(super) fn outcome_of(&self, object: &str) -> Option<Outcome> {
        match (self.object?, self.outcomes) {
            (EventObject::Session, _) => Session::from_json(object).map(|session| self.of_session(session)),
            (_, [outcome, ..]) => Outcome::read(*outcome, object),
            (_, []) => None,
        }
    }

    fn without_object(&self, account: Option<&AccountId>) -> Outcome {
        account.cloned().map_or(UNREADABLE, Outcome::Disconnected)
    }

    /// The outcome for a session, by the event's type and the session's payment status.
    ///
    /// A session that says `paid` is paid whatever the type of the event, since a thin event's session is
    /// read later than the event was created.
    fn of_session(&self, session: Session) -> Outcome {
        let ends = |outcome| self.can_mean(outcome);
        if session.mode.as_deref() == Some("setup") {
            return if ends(OutcomeKind::SetupComplete) {
                Outcome::SetupComplete(session)
            } else if ends(OutcomeKind::Expired) {
                Outcome::Expired(session)
            } else {
                Outcome::Ignored(IgnoredReason::OtherType)
            };
        }
        match session.payment_status.as_deref() {
            Some("paid") => Outcome::Paid(session),
            _ if ends(OutcomeKind::Expired) => Outcome::Expired(session),
            _ if ends(OutcomeKind::PaymentFailed) => Outcome::PaymentFailed(session),
            Some("no_payment_required") => Outcome::NothingToPay(session),
            Some("unpaid") => Outcome::AwaitingPayment(session),
            _ => Outcome::Ignored(IgnoredReason::UnknownPaymentStatus),
        }
    }
}

const UNREADABLE: Outcome = Outcome::Ignored(IgnoredReason::UnreadableObject);
