//! The types of events that have an outcome, and how each becomes one.

use crate::answer::FromObject;
use crate::any::AnyObject;
use crate::billing::{Invoice, Subscription};
use crate::checkout::Session;
use crate::ids::AccountId;
use crate::merchants::{Account, Capability};
use crate::payments::{ApplicationFee, Charge, Dispute, FeeRefund, PaymentIntent, Refund};

use super::fetch::Fetch;
use super::outcome::Outcome;
use super::outcome_kind::IgnoredReason;
use super::wire::RelatedObject;

/// What a type of event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    Session,
    Payment,
    Refunded,
    Refund,
    Dispute,
    Fee,
    FeeRefund,
    InvoicePaid,
    InvoiceFailed,
    Subscription,
    Account,
    Capability,
    Disconnected,
}

const COMPLETED: &str = "checkout.session.completed";
const SUCCEEDED: &str = "checkout.session.async_payment_succeeded";
const FAILED: &str = "checkout.session.async_payment_failed";
const EXPIRED: &str = "checkout.session.expired";

/// Every type of event that has an outcome, without the `v1.` of thin ones. The statuses of
/// subscriptions are types of thin events only.
const TYPES: &[(&str, Topic)] = &[
    ("payment_intent.amount_capturable_updated", Topic::Payment),
    ("payment_intent.canceled", Topic::Payment),
    ("payment_intent.created", Topic::Payment),
    ("payment_intent.partially_funded", Topic::Payment),
    ("payment_intent.payment_failed", Topic::Payment),
    ("payment_intent.processing", Topic::Payment),
    ("payment_intent.requires_action", Topic::Payment),
    ("payment_intent.succeeded", Topic::Payment),
    ("charge.refunded", Topic::Refunded),
    ("charge.refund.updated", Topic::Refund),
    ("refund.created", Topic::Refund),
    ("refund.failed", Topic::Refund),
    ("refund.updated", Topic::Refund),
    ("charge.dispute.closed", Topic::Dispute),
    ("charge.dispute.created", Topic::Dispute),
    ("charge.dispute.funds_reinstated", Topic::Dispute),
    ("charge.dispute.funds_withdrawn", Topic::Dispute),
    ("charge.dispute.updated", Topic::Dispute),
    ("application_fee.created", Topic::Fee),
    ("application_fee.refunded", Topic::Fee),
    ("application_fee.refund.updated", Topic::FeeRefund),
    ("invoice.paid", Topic::InvoicePaid),
    ("invoice.payment_failed", Topic::InvoiceFailed),
    ("customer.subscription.created", Topic::Subscription),
    ("customer.subscription.deleted", Topic::Subscription),
    ("customer.subscription.paused", Topic::Subscription),
    ("customer.subscription.pending_update_applied", Topic::Subscription),
    ("customer.subscription.pending_update_expired", Topic::Subscription),
    ("customer.subscription.resumed", Topic::Subscription),
    ("customer.subscription.trial_will_end", Topic::Subscription),
    ("customer.subscription.updated", Topic::Subscription),
    ("customer.subscription.active", Topic::Subscription),
    ("customer.subscription.incomplete", Topic::Subscription),
    ("customer.subscription.incomplete_expired", Topic::Subscription),
    ("customer.subscription.past_due", Topic::Subscription),
    ("customer.subscription.trialing", Topic::Subscription),
    ("customer.subscription.unpaid", Topic::Subscription),
    ("account.updated", Topic::Account),
    ("capability.updated", Topic::Capability),
    ("account.application.deauthorized", Topic::Disconnected),
];

/// The names of all types that have an outcome.
#[cfg(any(test, feature = "testing"))]
pub(crate) fn types() -> impl Iterator<Item = &'static str> {
    [COMPLETED, SUCCEEDED, FAILED, EXPIRED].into_iter().chain(TYPES.iter().map(|(name, _)| *name))
}

impl Topic {
    /// What a type without the prefix of thin events is about, if it has an outcome.
    pub(crate) fn of(kind: &str) -> Option<Self> {
        // Sessions decide orders, so they do not wait for the table.
        match kind {
            COMPLETED | SUCCEEDED | FAILED | EXPIRED => Some(Topic::Session),
            _ => TYPES.iter().find(|(name, _)| *name == kind).map(|(_, topic)| *topic),
        }
    }

    /// Stripe's name for the object that such an event carries or names.
    pub(crate) fn object(self) -> &'static str {
        match self {
            Topic::Session => Session::OBJECT,
            Topic::Payment => PaymentIntent::OBJECT,
            Topic::Refunded => Charge::OBJECT,
            Topic::Refund => Refund::OBJECT,
            Topic::Dispute => Dispute::OBJECT,
            Topic::Fee => ApplicationFee::OBJECT,
            Topic::FeeRefund => FeeRefund::OBJECT,
            Topic::InvoicePaid | Topic::InvoiceFailed => Invoice::OBJECT,
            Topic::Subscription => Subscription::OBJECT,
            Topic::Account => Account::OBJECT,
            Topic::Capability => Capability::OBJECT,
            Topic::Disconnected => "application",
        }
    }

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
            (Topic::Refunded, AnyObject::Charge(charge)) => Outcome::Refunded(charge),
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

/// Whether the fact happens once in an object's life, so that two events of it tell the same fact.
pub(super) fn happens_once(kind: &str) -> bool {
    const ONCE: [&str; 8] = [
        COMPLETED,
        SUCCEEDED,
        FAILED,
        EXPIRED,
        "application_fee.created",
        "charge.dispute.created",
        "charge.dispute.closed",
        "refund.created",
    ];
    ONCE.contains(&kind)
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
