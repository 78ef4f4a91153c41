//! How an event becomes an outcome.

use crate::answer::FromObject;
use crate::any::AnyObject;
use crate::checkout::Session;
use crate::ids::AccountId;

use super::fetch::Fetch;
use super::outcome::Outcome;
use super::outcome_kind::IgnoredReason;
use super::payload::RelatedObject;
use super::topic::{COMPLETED, EXPIRED, FAILED, Topic};

impl Topic {
    /// The outcome of a snapshot.
    pub(super) fn read(self, kind: &str, object: &str, account: Option<&AccountId>) -> Outcome {
        let outcome = match self {
            Topic::Session => parse(object).map(|session| of_session(kind, session)),
            Topic::Disconnected => account.cloned().map(Outcome::Disconnected),
            _ => self.parse(object).and_then(|object| self.decide(kind, object)),
        };
        outcome.unwrap_or(Outcome::Ignored(IgnoredReason::UnreadableObject))
    }

    /// The outcome of a thin event, before its object is here.
    pub(super) fn fetch(self, related: Option<&RelatedObject>, account: Option<&AccountId>) -> Outcome {
        let outcome = match self {
            // The connection is cut, so there is nothing to read any more, and nothing to know.
            Topic::Disconnected => account.cloned().map(Outcome::Disconnected),
            _ => Fetch::of(self, related, account).map(Outcome::Fetch),
        };
        outcome.unwrap_or(Outcome::Ignored(IgnoredReason::UnreadableObject))
    }

    /// The outcome with the object; nothing if it is of another kind.
    pub(super) fn decide(self, kind: &str, object: AnyObject) -> Option<Outcome> {
        Some(match (self, object) {
            (Topic::Session, AnyObject::Session(session)) => of_session(kind, session),
            (Topic::Payment, AnyObject::PaymentIntent(payment)) => Outcome::PaymentChanged(payment),
            (Topic::Refunded, AnyObject::Charge(charge)) => Outcome::Refunded { charge, amount: None },
            (Topic::Refund, AnyObject::Refund(refund)) => Outcome::RefundChanged(refund),
            (Topic::Dispute, AnyObject::Dispute(dispute)) => Outcome::DisputeChanged(dispute),
            (Topic::Fee, AnyObject::ApplicationFee(fee)) => Outcome::FeeChanged(fee),
            (Topic::FeeRefund, AnyObject::FeeRefund(refund)) => Outcome::FeeRefundChanged(refund),
            (Topic::InvoicePaid, AnyObject::Invoice(invoice)) => Outcome::InvoicePaid(invoice),
            (Topic::InvoiceFailed, AnyObject::Invoice(invoice)) => Outcome::InvoiceFailed(invoice),
            (Topic::Subscription, AnyObject::Subscription(subscription)) => {
                Outcome::SubscriptionChanged(subscription)
            }
            (Topic::Account, AnyObject::Account(account)) => Outcome::AccountChanged(account),
            (Topic::Capability, AnyObject::Capability(capability)) => Outcome::CapabilityChanged(capability),
            _ => return None,
        })
    }

    fn parse(self, text: &str) -> Option<AnyObject> {
        Some(match self {
            Topic::Session => AnyObject::Session(parse(text)?),
            Topic::Payment => AnyObject::PaymentIntent(parse(text)?),
            Topic::Refunded => AnyObject::Charge(parse(text)?),
            Topic::Refund => AnyObject::Refund(parse(text)?),
            Topic::Dispute => AnyObject::Dispute(parse(text)?),
            Topic::Fee => AnyObject::ApplicationFee(parse(text)?),
            Topic::FeeRefund => AnyObject::FeeRefund(parse(text)?),
            Topic::InvoicePaid | Topic::InvoiceFailed => AnyObject::Invoice(parse(text)?),
            Topic::Subscription => AnyObject::Subscription(parse(text)?),
            Topic::Account => AnyObject::Account(parse(text)?),
            Topic::Capability => AnyObject::Capability(parse(text)?),
            Topic::Disconnected => return None,
        })
    }
}

fn parse<T: FromObject>(text: &str) -> Option<T> {
    T::from_json(text).ok()
}

/// The outcome for a session, by the event's type and the session's own word on the payment.
///
/// A session that says `paid` is paid whatever the event is called, since a thin event's session is
/// read later than the event was made.
fn of_session(kind: &str, session: Session) -> Outcome {
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
