//! How an event becomes an outcome.

use crate::answer::FromObject;
use crate::checkout::Session;
use crate::ids::AccountId;

use super::event_object::EventObject;
use super::event_types::EventType;
use super::facts::{Facts, Member};
use super::fetch::Fetch;
use super::ignored::IgnoredReason;
use super::outcome::{Outcome, OutcomeKind};
use super::payload::RelatedObject;

impl EventType {
    /// Returns the outcome of a snapshot.
    pub(super) fn outcome(&self, object: &str, account: Option<&AccountId>) -> Outcome {
        match self.object {
            Some(_) => self.outcome_of(object).unwrap_or(UNREADABLE),
            None => self.without_object(account),
        }
    }

    /// Returns the outcome of a thin event, before its object was read.
    pub(super) fn fetch(
        &self,
        id: &str,
        related: Option<&RelatedObject>,
        account: Option<&AccountId>,
    ) -> Outcome {
        match self.object {
            Some(_) => Fetch::of(self, id, related, account).map_or(UNREADABLE, Outcome::Fetch),
            // The application is disconnected, so nothing can be retrieved any more.
            None => self.without_object(account),
        }
    }

    /// Returns the outcome with the object, or `None` if the object is of another kind.
    pub(super) fn outcome_of(&self, object: &str) -> Option<Outcome> {
        match (self.object?, self.outcomes) {
            (EventObject::Session, _) => Session::parsed(object).map(|session| self.of_session(session)),
            // The accounts of v1 and v2 have the same outcomes, and each the events of its own.
            (kind, [outcome, ..]) => Outcome::read(*outcome, object).filter(|outcome| {
                outcome.object().is_none_or(|(record, _)| record.name == kind.record().name)
            }),
            (_, []) => None,
        }
    }

    fn without_object(&self, account: Option<&AccountId>) -> Outcome {
        account.cloned().map_or(UNREADABLE, Outcome::Disconnected)
    }

    /// Returns which outcome a snapshot has, by the content of its object, or why it is ignored.
    pub(super) fn decided(
        &self,
        facts: Option<&Facts<'_>>,
        account: Option<&AccountId>,
    ) -> Result<OutcomeKind, IgnoredReason> {
        let Some(object) = self.object else {
            return account.map(|_| OutcomeKind::Disconnected).ok_or(IgnoredReason::UnreadableObject);
        };
        let facts = facts.filter(|facts| facts.is(object.name())).ok_or(IgnoredReason::UnreadableObject)?;
        match (object, self.outcomes) {
            (EventObject::Session, _) => {
                let (mode, status) = (facts.text(Member::Mode), facts.text(Member::PaymentStatus));
                self.session_outcome(mode.as_deref(), status.as_deref())
            }
            (_, [outcome, ..]) => Ok(*outcome),
            (_, []) => Err(IgnoredReason::UnreadableObject),
        }
    }

    /// Does the same for an object that was retrieved.
    #[cfg(any(test, feature = "bindings"))]
    pub(super) fn decided_with(
        &self,
        object: &crate::schema::Dynamic<'_>,
    ) -> Result<OutcomeKind, IgnoredReason> {
        match (self.object, self.outcomes) {
            (Some(EventObject::Session), _) => {
                self.session_outcome(Some(object.text("mode")), Some(object.text("payment_status")))
            }
            (_, [outcome, ..]) => Ok(*outcome),
            (_, []) => Err(IgnoredReason::UnreadableObject),
        }
    }

    fn of_session(&self, session: Session) -> Outcome {
        match self.session_outcome(session.mode.as_deref(), session.payment_status.as_deref()) {
            Ok(kind) => Outcome::with_session(kind, session),
            Err(reason) => Outcome::Ignored(reason),
        }
    }

    /// Returns which outcome a session has, by the event's type and the session's payment status.
    ///
    /// A session that says `paid` is paid whatever the type of the event, since a thin event's session is
    /// read later than the event was created.
    fn session_outcome(
        &self,
        mode: Option<&str>,
        payment_status: Option<&str>,
    ) -> Result<OutcomeKind, IgnoredReason> {
        let ends = |outcome| self.can_mean(outcome);
        if mode == Some("setup") {
            return [OutcomeKind::SetupComplete, OutcomeKind::Expired]
                .into_iter()
                .find(|outcome| ends(*outcome))
                .ok_or(IgnoredReason::OtherType);
        }
        Ok(match payment_status {
            Some("paid") => OutcomeKind::Paid,
            _ if ends(OutcomeKind::Expired) => OutcomeKind::Expired,
            _ if ends(OutcomeKind::PaymentFailed) => OutcomeKind::PaymentFailed,
            Some("no_payment_required") => OutcomeKind::NothingToPay,
            Some("unpaid") => OutcomeKind::AwaitingPayment,
            _ => return Err(IgnoredReason::UnknownPaymentStatus),
        })
    }
}

const UNREADABLE: Outcome = Outcome::Ignored(IgnoredReason::UnreadableObject);
