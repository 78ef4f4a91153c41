use crate::billing::{Invoice, Subscription};
use crate::checkout::Session;
use crate::ids::AccountId;
use crate::merchants::{Account, Capability};
use crate::payments::{ApplicationFee, Charge, Dispute, FeeRefund, PaymentIntent, Refund};

use super::fetch::Fetch;
use super::outcome_kind::{IgnoredReason, OutcomeKind};

/// What an event means, and what the platform has to do about it.
///
/// An order moves by what its session says, and by nothing else: pass the [`kind`](Outcome::kind) of
/// every outcome to [`fulfillment::advance`](crate::fulfillment::advance), which leaves the order alone
/// for all that comes after a payment. What comes after it (refunds, disputes, fees, periods of a
/// subscription, changes of the account) has rows of its own in your books; events of one object
/// arrive in any order, so read the object again where the last word counts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The money is there: hand over the goods, once.
    Paid(Session),
    /// The customer is done and the money is not there: a bank debit takes days, and a payment that
    /// was only authorized waits for you to capture it. Wait.
    AwaitingPayment(Session),
    /// The payment failed after the customer left. The session cannot be used again: contact the
    /// customer and ask for a new order.
    PaymentFailed(Session),
    /// The session ended without a payment: release what was reserved.
    Expired(Session),
    /// There is nothing to pay, by a full discount or a trial: hand over the goods, or provision the
    /// subscription, at once.
    NothingToPay(Session),
    /// A payment method was kept for later; nothing is to be handed over.
    SetupComplete(Session),
    /// The customer has not finished yet. No event says so; [`reconcile`](super::reconcile) does.
    StillOpen(Session),
    /// A payment has another status. `requires_capture`: it is authorized, so
    /// [capture](crate::payments::CapturePaymentIntent) it or cancel it. `succeeded` after such a
    /// capture: do not wait for an event of the session, whose `async_payment_*` are for payments that
    /// take days; [list](crate::checkout::ListSessions) the session by `payment_intent` and
    /// [`reconcile`](super::reconcile) it. Everything else is progress, also an attempt that failed:
    /// the customer can try again for as long as the session is open.
    PaymentChanged(PaymentIntent),
    /// Money of a charge went back: book `amount_refunded`, which is the sum of all its refunds.
    Refunded {
        /// The charge.
        charge: Charge,
        /// What went back this time, in minor units; absent where the event does not say so, as no thin
        /// event does.
        amount: Option<i64>,
    },
    /// A refund was made or has another status: one that is `failed` has not reached the customer, so
    /// somebody has to pay in another way.
    RefundChanged(Refund),
    /// The customer's bank asks for the money back, or has decided: tell the merchant, who has until
    /// `evidence_details.due_by` to answer while the status is `needs_response`. It can follow a
    /// payment that was fulfilled long ago.
    DisputeChanged(Dispute),
    /// The platform kept a fee, or gave some of it back: book `amount` and `amount_refunded`. The fee is
    /// on the platform's own account, so have an endpoint there, too; Stripe makes it some time after
    /// the payment.
    FeeChanged(ApplicationFee),
    /// A refund of a fee has changed: book it to its `fee`.
    FeeRefundChanged(FeeRefund),
    /// A period of a subscription is paid: go on providing it.
    InvoicePaid(Invoice),
    /// An attempt to collect an invoice failed: tell the customer. It is tried again at
    /// `next_payment_attempt`, where there is one.
    InvoiceFailed(Invoice),
    /// A subscription began, ended or has another status: provide it while it is `trialing` or
    /// `active`, decide for how long in `past_due`, and end it in `canceled`, `unpaid` and
    /// `incomplete_expired`.
    SubscriptionChanged(Subscription),
    /// A merchant's account has changed: offer Checkout only while `charges_enabled`, and send the
    /// merchant to an [account link](crate::merchants::CreateAccountLink) where something is due.
    AccountChanged(Account),
    /// What a merchant may do has changed, such as `card_payments`: book its status.
    CapabilityChanged(Capability),
    /// The merchant has cut the connection to the platform: make no more calls for the account.
    /// Subscriptions go on without you.
    Disconnected(AccountId),
    /// The object has to be read first: send [`Fetch::call`]. For a thin event pass the answer to
    /// [`Event::outcome_with`](super::Event::outcome_with), and for a session to
    /// [`reconcile`](super::reconcile).
    Fetch(Fetch),
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
            Outcome::StillOpen(_) => OutcomeKind::StillOpen,
            Outcome::PaymentChanged(_) => OutcomeKind::PaymentChanged,
            Outcome::Refunded { .. } => OutcomeKind::Refunded,
            Outcome::RefundChanged(_) => OutcomeKind::RefundChanged,
            Outcome::DisputeChanged(_) => OutcomeKind::DisputeChanged,
            Outcome::FeeChanged(_) => OutcomeKind::FeeChanged,
            Outcome::FeeRefundChanged(_) => OutcomeKind::FeeRefundChanged,
            Outcome::InvoicePaid(_) => OutcomeKind::InvoicePaid,
            Outcome::InvoiceFailed(_) => OutcomeKind::InvoiceFailed,
            Outcome::SubscriptionChanged(_) => OutcomeKind::SubscriptionChanged,
            Outcome::AccountChanged(_) => OutcomeKind::AccountChanged,
            Outcome::CapabilityChanged(_) => OutcomeKind::CapabilityChanged,
            Outcome::Disconnected(_) => OutcomeKind::Disconnected,
            Outcome::Fetch(_) => OutcomeKind::Fetch,
            Outcome::Ignored(_) => OutcomeKind::Ignored,
        }
    }

    /// The session it tells of, where it is about one and it is here.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        match self {
            Outcome::Paid(session)
            | Outcome::AwaitingPayment(session)
            | Outcome::PaymentFailed(session)
            | Outcome::Expired(session)
            | Outcome::NothingToPay(session)
            | Outcome::SetupComplete(session)
            | Outcome::StillOpen(session) => Some(session),
            _ => None,
        }
    }

    /// The same, where it is about a refund and it is known what was refunded before.
    pub(super) fn with_refunded_before(self, before: Option<i64>) -> Self {
        match self {
            Outcome::Refunded { charge, .. } => {
                let sum = charge.amount_refunded.zip(before);
                let amount =
                    sum.and_then(|(sum, before)| sum.checked_sub(before)).filter(|amount| *amount > 0);
                Outcome::Refunded { charge, amount }
            }
            other => other,
        }
    }
}
