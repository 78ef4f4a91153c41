use std::fmt;

use super::Subscription;
use crate::webhook::Outcome;

/// Whether to provide what the customer subscribed to: Stripe's eight statuses of a subscription in the
/// five answers that they come to.
///
/// See <https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses>.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PlanStatus {
    /// `pending`: the first payment is still to come. Provide nothing yet. Stripe's `incomplete`.
    Pending,
    /// `active`: provide it. Stripe's `active` and `trialing`.
    Active,
    /// `past_due`: the last payment failed and Stripe tries again. Provide it for as long as you are
    /// patient, and ask for another payment method. Stripe's `past_due`.
    PastDue,
    /// `suspended`: provide nothing for now; a payment makes it active again. Stripe's `unpaid` and
    /// `paused`.
    Suspended,
    /// `canceled`: it is over and never comes back; whoever wants it again subscribes again. Stripe's
    /// `canceled` and `incomplete_expired`.
    Canceled,
}

impl PlanStatus {
    /// Every one.
    pub const ALL: &[PlanStatus] = &[
        PlanStatus::Pending,
        PlanStatus::Active,
        PlanStatus::PastDue,
        PlanStatus::Suspended,
        PlanStatus::Canceled,
    ];

    /// The name in stable snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            PlanStatus::Pending => "pending",
            PlanStatus::Active => "active",
            PlanStatus::PastDue => "past_due",
            PlanStatus::Suspended => "suspended",
            PlanStatus::Canceled => "canceled",
        }
    }

    /// What a subscription as it was read says; nothing for a status that this version does not know:
    /// keep what you have then.
    #[must_use]
    pub fn of(subscription: &Subscription) -> Option<Self> {
        Self::of_status(subscription.status.as_deref()?)
    }

    /// The same for the status alone, such as `trialing`.
    #[must_use]
    pub fn of_status(status: &str) -> Option<Self> {
        Some(match status {
            "incomplete" => PlanStatus::Pending,
            "active" | "trialing" => PlanStatus::Active,
            "past_due" => PlanStatus::PastDue,
            "unpaid" | "paused" => PlanStatus::Suspended,
            "canceled" | "incomplete_expired" => PlanStatus::Canceled,
            _ => return None,
        })
    }

    /// What the failure of an invoice says: the first one leaves the subscription without a beginning.
    pub(crate) fn of_failed_invoice(billing_reason: Option<&str>) -> Self {
        match billing_reason {
            Some("subscription_create") => PlanStatus::Pending,
            _ => PlanStatus::PastDue,
        }
    }
}

impl fmt::Display for PlanStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Outcome {
    /// What the event says about a plan that was subscribed to: of a subscription and of an invoice that
    /// belongs to one; nothing for all others.
    ///
    /// Events can come late and in any order, so take this as the reason to look: read the subscription
    /// ([`RetrieveSubscription`](super::RetrieveSubscription)) and store what [`PlanStatus::of`] says of
    /// it, or at least let nothing follow `canceled`.
    #[must_use]
    pub fn plan_status(&self) -> Option<PlanStatus> {
        match self {
            Outcome::SubscriptionChanged(subscription) => PlanStatus::of(subscription),
            Outcome::InvoicePaid(invoice) => invoice.subscription().map(|_| PlanStatus::Active),
            Outcome::InvoiceFailed(invoice) => invoice
                .subscription()
                .map(|_| PlanStatus::of_failed_invoice(invoice.billing_reason.as_deref())),
            _ => None,
        }
    }
}
