//! The types of events that have an outcome: one table, from which events are classified, objects
//! fetched, repetitions recognized and test events made.
//!
//! A new type is one row. `core/tests/outcomes.rs` then asks for its snapshot, its thin twin, and whether
//! it happens once.

use super::event_object::EventObject;
use super::outcome::OutcomeKind;

use super::event_object::EventObject as O;
use super::outcome::OutcomeKind::{
    AccountChanged, AccountClosed, AccountLinkReturned, AwaitingPayment, CapabilityChanged, Disconnected,
    DisputeChanged, Expired, FeeChanged, FeeRefundChanged, InvoiceFailed, InvoicePaid, NothingToPay, Paid,
    PaymentChanged, PaymentFailed, RefundChanged, Refunded, SetupComplete, SubscriptionChanged,
};

/// A type of event that has an outcome.
#[derive(Debug)]
pub(crate) struct EventType {
    /// Stripe's name, without the `v1.` of thin events.
    pub(crate) name: &'static str,
    /// The object that it is about; none for the application that a merchant has disconnected, which cannot
    /// be retrieved.
    pub(crate) object: Option<EventObject>,
    /// The outcomes that it can have. If there are several, the session decides; see
    /// [`classify`](super::classify).
    pub(crate) outcomes: &'static [OutcomeKind],
    /// Whether it happens once in an object's life, so that two events of it are about the same fact.
    pub(crate) happens_once: bool,
    /// The members in which the object of a test event differs from its sample, as JSON.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) sample: &'static str,
    /// The earlier values of the object of a test event, if the outcome depends on them.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) sample_before: &'static str,
}

/// The table. Types of sessions come first: they decide orders, so they should be found first.
///
/// The statuses of subscriptions, from `active` on, are types of thin events only. A dispute is closed
/// again after an appeal, so that does not happen once.
pub(crate) static EVENT_TYPES: &[EventType] = &[
    row("checkout.session.completed", O::Session, &[Paid, AwaitingPayment, NothingToPay, SetupComplete]).once(),
    row("checkout.session.async_payment_succeeded", O::Session, &[Paid, AwaitingPayment, NothingToPay]).once(),
    row("checkout.session.async_payment_failed", O::Session, &[PaymentFailed, Paid])
        .once()
        .sample(r#"{"payment_status": "unpaid"}"#),
    row("checkout.session.expired", O::Session, &[Expired, Paid])
        .once()
        .sample(r#"{"status": "expired", "payment_status": "unpaid", "payment_intent": null, "customer_details": null}"#),
    row("payment_intent.amount_capturable_updated", O::PaymentIntent, &[PaymentChanged])
        .sample(r#"{"status": "requires_capture", "capture_method": "manual", "amount_capturable": 4200}"#),
    row("payment_intent.canceled", O::PaymentIntent, &[PaymentChanged])
        .sample(r#"{"status": "canceled", "canceled_at": 1793000000, "cancellation_reason": "abandoned"}"#),
    row("payment_intent.created", O::PaymentIntent, &[PaymentChanged])
        .sample(r#"{"status": "requires_payment_method", "latest_charge": null, "payment_method": null}"#),
    row("payment_intent.partially_funded", O::PaymentIntent, &[PaymentChanged])
        .sample(r#"{"status": "requires_action", "next_action": {"type": "redirect_to_url"}}"#),
    row("payment_intent.payment_failed", O::PaymentIntent, &[PaymentChanged]).sample(
        r#"{"status": "requires_payment_method", "payment_method": null, "last_payment_error": {"type": "card_error", "code": "card_declined", "decline_code": "insufficient_funds", "message": "The card has too little on it."}}"#,
    ),
    row("payment_intent.processing", O::PaymentIntent, &[PaymentChanged]).sample(r#"{"status": "processing"}"#),
    row("payment_intent.requires_action", O::PaymentIntent, &[PaymentChanged])
        .sample(r#"{"status": "requires_action", "next_action": {"type": "redirect_to_url"}}"#),
    row("payment_intent.succeeded", O::PaymentIntent, &[PaymentChanged]).sample(r#"{"amount_received": 4200}"#),
    row("charge.refunded", O::Charge, &[Refunded]).sample_before(r#"{"amount_refunded": 0}"#),
    row("charge.refund.updated", O::Refund, &[RefundChanged]),
    row("refund.created", O::Refund, &[RefundChanged]).once().sample(r#"{"status": "pending"}"#),
    row("refund.failed", O::Refund, &[RefundChanged])
        .sample(r#"{"status": "failed", "failure_reason": "expired_or_canceled_card"}"#),
    row("refund.updated", O::Refund, &[RefundChanged]),
    row("charge.dispute.closed", O::Dispute, &[DisputeChanged]).sample(r#"{"status": "lost"}"#),
    row("charge.dispute.created", O::Dispute, &[DisputeChanged]).once(),
    row("charge.dispute.funds_reinstated", O::Dispute, &[DisputeChanged]).sample(r#"{"status": "won"}"#),
    row("charge.dispute.funds_withdrawn", O::Dispute, &[DisputeChanged]),
    row("charge.dispute.updated", O::Dispute, &[DisputeChanged]).sample(r#"{"status": "under_review"}"#),
    row("application_fee.created", O::ApplicationFee, &[FeeChanged]).once(),
    row("application_fee.refunded", O::ApplicationFee, &[FeeChanged])
        .sample(r#"{"amount_refunded": 135, "refunded": true}"#),
    row("application_fee.refund.updated", O::FeeRefund, &[FeeRefundChanged]),
    row("invoice.paid", O::Invoice, &[InvoicePaid]),
    row("invoice.payment_failed", O::Invoice, &[InvoiceFailed]).sample(
        r#"{"status": "open", "amount_paid": 0, "amount_remaining": 4200, "next_payment_attempt": 1793259200}"#,
    ),
    row("customer.subscription.created", O::Subscription, &[SubscriptionChanged]),
    row("customer.subscription.deleted", O::Subscription, &[SubscriptionChanged])
        .sample(r#"{"status": "canceled", "canceled_at": 1793000000, "ended_at": 1793000000}"#),
    row("customer.subscription.paused", O::Subscription, &[SubscriptionChanged]).sample(r#"{"status": "paused"}"#),
    row("customer.subscription.pending_update_applied", O::Subscription, &[SubscriptionChanged]),
    row("customer.subscription.pending_update_expired", O::Subscription, &[SubscriptionChanged]),
    row("customer.subscription.resumed", O::Subscription, &[SubscriptionChanged]),
    row("customer.subscription.trial_will_end", O::Subscription, &[SubscriptionChanged])
        .sample(r#"{"status": "trialing", "trial_start": 1792654400, "trial_end": 1793259200}"#),
    row("customer.subscription.updated", O::Subscription, &[SubscriptionChanged]),
    row("customer.subscription.active", O::Subscription, &[SubscriptionChanged]),
    row("customer.subscription.incomplete", O::Subscription, &[SubscriptionChanged])
        .sample(r#"{"status": "incomplete"}"#),
    row("customer.subscription.incomplete_expired", O::Subscription, &[SubscriptionChanged])
        .sample(r#"{"status": "incomplete_expired"}"#),
    row("customer.subscription.past_due", O::Subscription, &[SubscriptionChanged])
        .sample(r#"{"status": "past_due"}"#),
    row("customer.subscription.trialing", O::Subscription, &[SubscriptionChanged])
        .sample(r#"{"status": "trialing", "trial_start": 1792654400, "trial_end": 1793259200}"#),
    row("customer.subscription.unpaid", O::Subscription, &[SubscriptionChanged]).sample(r#"{"status": "unpaid"}"#),
    row("account.updated", O::Account, &[AccountChanged]),
    row("capability.updated", O::Capability, &[CapabilityChanged]),
    // Stripe's v2: thin events only, of the platform's own account, whose object is the merchant. What is in
    // brackets has changed.
    row("v2.core.account.created", O::V2Account, &[AccountChanged]).once(),
    row("v2.core.account.updated", O::V2Account, &[AccountChanged]),
    row("v2.core.account.closed", O::V2Account, &[AccountClosed])
        .sample(r#"{"closed": true, "applied_configurations": [], "configuration": null, "requirements": null}"#),
    row("v2.core.account[configuration.customer].capability_status_updated", O::V2Account, &[CapabilityChanged]),
    row("v2.core.account[configuration.customer].updated", O::V2Account, &[AccountChanged]),
    row("v2.core.account[configuration.merchant].capability_status_updated", O::V2Account, &[CapabilityChanged]),
    row("v2.core.account[configuration.merchant].updated", O::V2Account, &[AccountChanged]),
    row("v2.core.account[configuration.recipient].capability_status_updated", O::V2Account, &[CapabilityChanged]),
    row("v2.core.account[configuration.recipient].updated", O::V2Account, &[AccountChanged]),
    row("v2.core.account[defaults].updated", O::V2Account, &[AccountChanged]),
    row("v2.core.account[future_requirements].updated", O::V2Account, &[AccountChanged]),
    row("v2.core.account[identity].updated", O::V2Account, &[AccountChanged]),
    row("v2.core.account[requirements].updated", O::V2Account, &[AccountChanged]),
    row("v2.core.account_person.created", O::V2Account, &[AccountChanged]),
    row("v2.core.account_person.deleted", O::V2Account, &[AccountChanged]),
    row("v2.core.account_person.updated", O::V2Account, &[AccountChanged]),
    // It names no object: who came back is in the event itself, as it is read from Stripe.
    row("v2.core.account_link.returned", O::V2Event, &[AccountLinkReturned]),
    // An application can be connected and disconnected again.
    EventType { object: None, ..row("account.application.deauthorized", O::Account, &[Disconnected]) },
];

impl EventType {
    /// Returns the type with that name, without the prefix of thin events, if it has an outcome.
    pub(crate) fn of(name: &str) -> Option<&'static Self> {
        EVENT_TYPES.iter().find(|event| event.name == name)
    }

    /// Returns Stripe's name for the object that such an event carries or names.
    pub(crate) fn object_name(&self) -> &'static str {
        self.object.map_or("application", EventObject::name)
    }

    /// Whether it is one of Stripe's v2, of which there are thin events only.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn is_v2(&self) -> bool {
        self.name.starts_with("v2.")
    }

    /// What of an account has changed, by the brackets in the type's name.
    pub(super) fn changed(&self) -> &'static str {
        let inside = self.name.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
        inside.map_or("", |(part, _)| part)
    }

    /// Returns whether it can have this outcome.
    pub(super) fn can_mean(&self, outcome: OutcomeKind) -> bool {
        self.outcomes.contains(&outcome)
    }

    const fn once(self) -> Self {
        EventType { happens_once: true, ..self }
    }

    #[cfg(any(test, feature = "testing"))]
    const fn sample(self, members: &'static str) -> Self {
        EventType { sample: members, ..self }
    }

    #[cfg(any(test, feature = "testing"))]
    const fn sample_before(self, members: &'static str) -> Self {
        EventType { sample_before: members, ..self }
    }

    // Without test events, the program contains no samples.
    #[cfg(not(any(test, feature = "testing")))]
    const fn sample(self, _: &'static str) -> Self {
        self
    }

    #[cfg(not(any(test, feature = "testing")))]
    const fn sample_before(self, _: &'static str) -> Self {
        self
    }
}

const fn row(name: &'static str, object: EventObject, outcomes: &'static [OutcomeKind]) -> EventType {
    EventType {
        name,
        object: Some(object),
        outcomes,
        happens_once: false,
        #[cfg(any(test, feature = "testing"))]
        sample: "{}",
        #[cfg(any(test, feature = "testing"))]
        sample_before: "{}",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::ids::AccountId;
    use crate::testing;

    #[test]
    fn every_type_has_one_row() {
        let names: BTreeSet<&str> = EVENT_TYPES.iter().map(|event| event.name).collect();
        assert_eq!(names.len(), EVENT_TYPES.len());
        for name in names {
            assert_eq!(EventType::of(name).unwrap().name, name);
        }
        assert!(EventType::of("v1.refund.created").is_none() && EventType::of("").is_none());
    }

    /// The row of a type has exactly the outcomes that its objects can lead to.
    #[test]
    fn a_type_means_what_its_row_says() {
        let account = "acct_1".parse::<AccountId>().unwrap();
        let sessions = ["payment", "subscription", "setup"].iter().flat_map(|mode| {
            let statuses = ["paid", "unpaid", "no_payment_required", "new"];
            statuses.map(|status| format!(r#"{{"mode": "{mode}", "payment_status": "{status}"}}"#))
        });
        let sessions: Vec<String> = sessions.collect();
        for event in EVENT_TYPES {
            let is_session = event.object == Some(EventObject::Session);
            let variants = if is_session { sessions.clone() } else { vec!["{}".to_owned()] };
            let outcomes = variants.iter().map(|members| {
                let object = testing::event(event.name).unwrap().with(members).unwrap().object();
                event.outcome(&object, Some(&account)).kind().as_str()
            });
            let found: BTreeSet<&str> = outcomes.filter(|outcome| *outcome != "ignored").collect();
            let said: BTreeSet<&str> = event.outcomes.iter().map(|outcome| outcome.as_str()).collect();
            assert_eq!(found, said, "{}", event.name);
        }
    }
}
