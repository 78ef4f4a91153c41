use crate::answer::FromObject;
use crate::billing::{Invoice, Subscription};
use crate::checkout::Session;
use crate::events::V2Event;
use crate::ids::AccountId;
use crate::merchants::{ChangedCapability, MerchantAccount};
use crate::names::names;
use crate::payments::{ApplicationFee, Charge, Dispute, FeeRefund, PaymentIntent, Refund};
use crate::schema::{Record, View};

use super::fetch::Fetch;
use super::ignored::IgnoredReason;

/// Declares the outcomes: what each carries, and its name.
macro_rules! outcomes {
    (
        $(#[$meta:meta])*
        pub enum Outcome {
            $( $(#[doc = $docs:literal])* $outcome:ident $carried:tt = $name:literal, $carries:ident $([$attribute:meta])?; )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Outcome {
            $( $(#[doc = $docs])* $( #[$attribute] )? $outcome $carried, )*
        }

        names! {
            /// The outcomes by name, without what they carry; see [`Outcome`].
            #[non_exhaustive]
            pub enum OutcomeKind, invalid "outcome" as "invalid_outcome" {
                $( $(#[doc = $docs])* $outcome = $name, )*
            }
        }

        impl Outcome {
            /// Which outcome it is, without what it carries.
            #[must_use]
            pub fn kind(&self) -> OutcomeKind {
                match self {
                    $( Outcome::$outcome { .. } => OutcomeKind::$outcome, )*
                }
            }

            /// Returns the outcome of this kind with its object, or `None` for the JSON of another object and
            /// for an outcome without one.
            pub(super) fn read(kind: OutcomeKind, object: &str) -> Option<Self> {
                match kind {
                    $( OutcomeKind::$outcome => outcomes!(@read $carries $outcome object), )*
                }
            }
        }

        #[cfg(feature = "schema")]
        impl OutcomeKind {
            /// Returns what it carries, in every language.
            pub(crate) fn carries(self) -> &'static str {
                match self {
                    $( OutcomeKind::$outcome => outcomes!(@carries $carries), )*
                }
            }
        }
    };
    (@read session $outcome:ident $object:ident) => { parse($object).map(Outcome::$outcome) };
    (@read object $outcome:ident $object:ident) => { parse($object).map(Outcome::$outcome) };
    (@read charge $outcome:ident $object:ident) => {
        parse($object).map(|charge| Outcome::$outcome { charge, amount: None })
    };
    (@read account $outcome:ident $object:ident) => { MerchantAccount::parsed($object).map(Outcome::$outcome) };
    (@read capability $outcome:ident $object:ident) => {
        ChangedCapability::parsed($object).map(Outcome::$outcome)
    };
    (@read $none:ident $outcome:ident $object:ident) => { None };
    (@carries session) => { "session" };
    (@carries fetch) => { "fetch" };
    (@carries reason) => { "reason" };
    (@carries $about:ident) => { "subject" };
}

outcomes! {
    /// What an event means, and what the platform has to do about it.
    ///
    /// An order moves by what its session says, and by nothing else: pass the [`kind`](Outcome::kind) of
    /// every outcome to [`fulfillment::advance`](crate::fulfillment::advance), which ignores everything that
    /// comes after a payment. What comes after it (refunds, disputes, fees, periods of a subscription,
    /// changes of the account) has rows of its own in your books. Events of one object arrive in any order,
    /// so retrieve the object again if its latest state matters.
    pub enum Outcome {
        /// The money has arrived: fulfill the order, once.
        Paid(Session) = "paid", session;
        /// The customer has finished and the money has not arrived: a bank debit takes days, and a payment
        /// that was only authorized waits for you to capture it. Wait.
        AwaitingPayment(Session) = "awaiting_payment", session;
        /// The payment failed after the customer left. The session cannot be used again: contact the
        /// customer and ask for a new order.
        PaymentFailed(Session) = "payment_failed", session;
        /// The session ended without a payment: release what was reserved.
        Expired(Session) = "expired", session;
        /// There is nothing to pay, because of a full discount or a trial: fulfill the order, or provision
        /// the subscription, at once.
        NothingToPay(Session) = "nothing_to_pay", session;
        /// A payment method was saved for later; there is no order to fulfill.
        SetupComplete(Session) = "setup_complete", session;
        /// The customer has not finished yet. No event says so; [`reconcile`](super::reconcile) does.
        StillOpen(Session) = "still_open", session;
        /// The status of a payment has changed. `requires_capture`: it is authorized, so
        /// [capture](crate::payments::CapturePaymentIntent) it or cancel it. `succeeded` after such a
        /// capture: do not wait for an event of the session, whose `async_payment_*` are for payments that
        /// take days; [list](crate::checkout::ListSessions) the session by `payment_intent` and
        /// [`reconcile`](super::reconcile) it. Everything else is progress, including a failed attempt:
        /// the customer can try again for as long as the session is open.
        PaymentChanged(PaymentIntent) = "payment_changed", object;
        /// A charge was refunded, in part or in full: book `amount_refunded`, the sum of all its refunds.
        Refunded {
            /// The charge.
            charge: Charge,
            /// The amount of this refund, in minor units; absent if the event does not say it. Thin events
            /// never do.
            amount: Option<i64>,
        } = "refunded", charge [non_exhaustive];
        /// A refund was created, or its status has changed. One that is `failed` has not reached the
        /// customer, so the money has to be returned in another way.
        RefundChanged(Refund) = "refund_changed", object;
        /// The customer's bank asks for the money back, or has decided: tell the merchant, who has until
        /// `evidence_details.due_by` to respond while the status is `needs_response`. It can follow a
        /// payment that was fulfilled long ago.
        DisputeChanged(Dispute) = "dispute_changed", object;
        /// The platform collected a fee, or refunded some of it: book `amount` and `amount_refunded`. The
        /// fee is on the platform's own account, so have a webhook endpoint there, too; Stripe creates the
        /// fee some time after the payment.
        FeeChanged(ApplicationFee) = "fee_changed", object;
        /// The refund of a fee has changed: book it to its `fee`.
        FeeRefundChanged(FeeRefund) = "fee_refund_changed", object;
        /// A period of a subscription is paid: continue to provide it.
        InvoicePaid(Invoice) = "invoice_paid", object;
        /// An attempt to collect an invoice failed: tell the customer. Stripe tries again at
        /// `next_payment_attempt`, if there is one.
        InvoiceFailed(Invoice) = "invoice_failed", object;
        /// A subscription began or ended, or its status has changed: provide it while it is `trialing` or
        /// `active`, decide for how long in `past_due`, and end it in `canceled`, `unpaid` and
        /// `incomplete_expired`.
        SubscriptionChanged(Subscription) = "subscription_changed", object;
        /// A merchant's account has changed: call [`readiness`](crate::merchants::readiness) again, offer
        /// Checkout only while it is ready, and [`onboard`](crate::merchants::onboard) the merchant if
        /// something is due.
        AccountChanged(MerchantAccount) = "account_changed", account;
        /// A capability of a merchant has changed, such as `card_payments`: book its status. For v2, the
        /// outcome carries the whole account; the event as Stripe stores it says which capability has
        /// changed.
        CapabilityChanged(ChangedCapability) = "capability_changed", capability;
        /// A merchant's account was closed: make no more calls for it.
        AccountClosed(MerchantAccount) = "account_closed", account;
        /// The merchant has returned from an account link, which does not mean that everything was submitted:
        /// retrieve the account in `account_id` and call [`onboard`](crate::merchants::onboard).
        AccountLinkReturned(V2Event) = "account_link_returned", object;
        /// The merchant has disconnected from the platform: make no more calls for the account. Its
        /// subscriptions continue without you.
        Disconnected(AccountId) = "disconnected", id;
        /// The object has to be retrieved first: send [`Fetch::call`]. For a thin event, pass the object on
        /// to [`Event::outcome_with`](super::Event::outcome_with), and for a session to
        /// [`reconcile`](super::reconcile).
        Fetch(Fetch) = "fetch", fetch;
        /// Genuine, but there is nothing to do. Respond with 2xx.
        Ignored(IgnoredReason) = "ignored", reason;
    }
}

impl OutcomeKind {
    /// Returns whether such an outcome carries a session.
    #[cfg(any(test, feature = "bindings"))]
    pub(crate) fn has_session(self) -> bool {
        matches!(
            self,
            OutcomeKind::Paid
                | OutcomeKind::AwaitingPayment
                | OutcomeKind::PaymentFailed
                | OutcomeKind::Expired
                | OutcomeKind::NothingToPay
                | OutcomeKind::SetupComplete
                | OutcomeKind::StillOpen
        )
    }
}

impl Outcome {
    /// Returns the outcome's session, if it carries one.
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

    /// Returns the outcome's object, with its description.
    pub(super) fn object(&self) -> Option<(&'static Record, &dyn View)> {
        fn of<T: FromObject + View>(object: &T) -> Option<(&'static Record, &dyn View)> {
            Some((T::RECORD, object))
        }
        match self {
            Outcome::PaymentChanged(payment) => of(payment),
            Outcome::Refunded { charge, .. } => of(charge),
            Outcome::RefundChanged(refund) => of(refund),
            Outcome::DisputeChanged(dispute) => of(dispute),
            Outcome::FeeChanged(fee) => of(fee),
            Outcome::FeeRefundChanged(refund) => of(refund),
            Outcome::InvoicePaid(invoice) | Outcome::InvoiceFailed(invoice) => of(invoice),
            Outcome::SubscriptionChanged(subscription) => of(subscription),
            Outcome::AccountChanged(account) | Outcome::AccountClosed(account) => Some(account.described()),
            Outcome::CapabilityChanged(changed) => Some(changed.described()),
            Outcome::AccountLinkReturned(event) => of(event),
            other => of(other.session()?),
        }
    }

    /// Returns the outcome of this kind with its session; `kind` is one that has a session.
    pub(super) fn with_session(kind: OutcomeKind, session: Session) -> Self {
        match kind {
            OutcomeKind::Paid => Outcome::Paid(session),
            OutcomeKind::AwaitingPayment => Outcome::AwaitingPayment(session),
            OutcomeKind::PaymentFailed => Outcome::PaymentFailed(session),
            OutcomeKind::Expired => Outcome::Expired(session),
            OutcomeKind::NothingToPay => Outcome::NothingToPay(session),
            OutcomeKind::SetupComplete => Outcome::SetupComplete(session),
            OutcomeKind::StillOpen => Outcome::StillOpen(session),
            _ => Outcome::Ignored(IgnoredReason::OtherType),
        }
    }

    /// Adds the amount of this refund, if it is known what was refunded before.
    pub(super) fn with_refunded_before(self, before: Option<i64>) -> Self {
        match self {
            Outcome::Refunded { charge, .. } => {
                let amount = refunded(charge.amount_refunded, before);
                Outcome::Refunded { charge, amount }
            }
            other => other,
        }
    }
}

/// Returns what was refunded this time, from the sums before and after.
pub(super) fn refunded(sum: Option<i64>, before: Option<i64>) -> Option<i64> {
    let (sum, before) = sum.zip(before)?;
    sum.checked_sub(before).filter(|amount| *amount > 0)
}

fn parse<T: FromObject>(object: &str) -> Option<T> {
    T::parsed(object)
}
