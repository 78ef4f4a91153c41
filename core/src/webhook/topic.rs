//! The types of events that have an outcome, and what each is about.

use crate::answer::FromObject;
use crate::billing::{Invoice, Subscription};
use crate::checkout::Session;
use crate::merchants::{Account, Capability};
use crate::payments::{ApplicationFee, Charge, Dispute, FeeRefund, PaymentIntent, Refund};

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

pub(super) const COMPLETED: &str = "checkout.session.completed";
const SUCCEEDED: &str = "checkout.session.async_payment_succeeded";
pub(super) const FAILED: &str = "checkout.session.async_payment_failed";
pub(super) const EXPIRED: &str = "checkout.session.expired";

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
}

/// Whether the fact happens once in an object's life, so that two events of it tell the same fact. A
/// dispute is closed again after an appeal, an application can be connected and cut off again.
pub(super) fn happens_once(kind: &str) -> bool {
    const ONCE: [&str; 7] = [
        COMPLETED,
        SUCCEEDED,
        FAILED,
        EXPIRED,
        "application_fee.created",
        "charge.dispute.created",
        "refund.created",
    ];
    ONCE.contains(&kind)
}
