use std::fmt;

use super::Subscription;
use crate::webhook::Outcome;

/// Whether to provide what the customer subscribed to: Stripe's eight subscription statuses reduced to five.
///
/// See <https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses>.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PlanStatus {
    /// `pending`: the first payment has not succeeded yet. Do not provide the service. Stripe's `incomplete`.
    Pending,
    /// `active`: provide the service. Stripe's `active` and `trialing`.
    Active,
    /// `past_due`: the last payment failed, and Stripe will try again. Provide the service for as long as
    /// your grace period lasts, and ask for another payment method. Stripe's `past_due`.
    PastDue,
    /// `suspended`: do not provide the service for now; a payment makes it active again. Stripe's `unpaid`
    /// and `paused`.
    Suspended,
    /// `canceled`: it has ended for good; to return, the customer subscribes anew. Stripe's `canceled` and
    /// `incomplete_expired`.
    Canceled,
}

impl PlanStatus {
    /// All of them.
    pub const ALL: &[PlanStatus] = &[
        PlanStatus::Pending,
        PlanStatus::Active,
        PlanStatus::PastDue,
        PlanStatus::Suspended,
        PlanStatus::Canceled,
    ];

    /// Returns the name in stable snake case.
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

    /// Returns the plan status of a subscription, or `None` if this version does not know its status: then
    /// keep the one that you have.
    #[must_use]
    pub fn of(subscription: &Subscription) -> Option<Self> {
        Self::of_status(subscription.status.as_deref()?)
    }

    /// Returns the plan status for a subscription's status, such as `trialing`.
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

    /// Returns the plan status after an invoice failed: if it was the first one, the subscription never
    /// started.
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
    /// Returns what the event says about a plan, if it is about a subscription or about an invoice that
    /// belongs to one, and `None` otherwise.
    ///
    /// Events can arrive late and in any order, so take this as the reason to check: retrieve the
    /// subscription ([`RetrieveSubscription`](super::RetrieveSubscription)) and store its [`PlanStatus::of`],
    /// or at least never replace `canceled`.
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
