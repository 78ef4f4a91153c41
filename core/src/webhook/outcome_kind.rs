use std::fmt;
use std::str::FromStr;

use crate::error::Error;

/// Declares a list of names: the enum, all of it, and the text of each.
macro_rules! names {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$variant_meta:meta])* $variant:ident = $text:literal, )* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_meta])* #[doc = concat!(" `", $text, "`.")] $variant, )*
        }

        impl $name {
            /// Every one.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The name in stable snake case.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $( $name::$variant => $text, )*
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

names! {
    /// The outcomes by name; what each asks for is told at [`Outcome`](super::Outcome).
    pub enum OutcomeKind {
        /// See [`Outcome::Paid`](super::Outcome::Paid);
        Paid = "paid",
        /// See [`Outcome::AwaitingPayment`](super::Outcome::AwaitingPayment);
        AwaitingPayment = "awaiting_payment",
        /// See [`Outcome::PaymentFailed`](super::Outcome::PaymentFailed);
        PaymentFailed = "payment_failed",
        /// See [`Outcome::Expired`](super::Outcome::Expired);
        Expired = "expired",
        /// See [`Outcome::NothingToPay`](super::Outcome::NothingToPay);
        NothingToPay = "nothing_to_pay",
        /// See [`Outcome::SetupComplete`](super::Outcome::SetupComplete);
        SetupComplete = "setup_complete",
        /// See [`Outcome::StillOpen`](super::Outcome::StillOpen);
        StillOpen = "still_open",
        /// See [`Outcome::PaymentChanged`](super::Outcome::PaymentChanged);
        PaymentChanged = "payment_changed",
        /// See [`Outcome::Refunded`](super::Outcome::Refunded);
        Refunded = "refunded",
        /// See [`Outcome::RefundChanged`](super::Outcome::RefundChanged);
        RefundChanged = "refund_changed",
        /// See [`Outcome::DisputeChanged`](super::Outcome::DisputeChanged);
        DisputeChanged = "dispute_changed",
        /// See [`Outcome::FeeChanged`](super::Outcome::FeeChanged);
        FeeChanged = "fee_changed",
        /// See [`Outcome::FeeRefundChanged`](super::Outcome::FeeRefundChanged);
        FeeRefundChanged = "fee_refund_changed",
        /// See [`Outcome::InvoicePaid`](super::Outcome::InvoicePaid);
        InvoicePaid = "invoice_paid",
        /// See [`Outcome::InvoiceFailed`](super::Outcome::InvoiceFailed);
        InvoiceFailed = "invoice_failed",
        /// See [`Outcome::SubscriptionChanged`](super::Outcome::SubscriptionChanged);
        SubscriptionChanged = "subscription_changed",
        /// See [`Outcome::AccountChanged`](super::Outcome::AccountChanged);
        AccountChanged = "account_changed",
        /// See [`Outcome::CapabilityChanged`](super::Outcome::CapabilityChanged);
        CapabilityChanged = "capability_changed",
        /// See [`Outcome::Disconnected`](super::Outcome::Disconnected);
        Disconnected = "disconnected",
        /// See [`Outcome::Fetch`](super::Outcome::Fetch);
        Fetch = "fetch",
        /// See [`Outcome::Ignored`](super::Outcome::Ignored);
        Ignored = "ignored",
    }
}

names! {
    /// Why there is nothing to act on.
    pub enum IgnoredReason {
        /// The event is of a type that asks nothing of a platform:
        OtherType = "other_type",
        /// It comes from the platform's account where a connected one was expected, or the other way;
        /// or, a thin event, from a context that is no account:
        WrongSource = "wrong_source",
        /// It is a test event at a live endpoint, or the other way:
        WrongMode = "wrong_mode",
        /// The session or its payment has a status that this version does not know; nothing is
        /// assumed:
        UnknownPaymentStatus = "unknown_payment_status",
        /// The event's object is not the one that its type promises, or does not say what it must:
        UnreadableObject = "unreadable_object",
    }
}

impl FromStr for OutcomeKind {
    type Err = Error;

    /// Error code `invalid_outcome`.
    fn from_str(text: &str) -> Result<Self, Error> {
        OutcomeKind::ALL.iter().copied().find(|kind| kind.as_str() == text).ok_or_else(|| {
            let names: Vec<&str> = OutcomeKind::ALL.iter().map(|kind| kind.as_str()).collect();
            Error::fault("outcome", "invalid_outcome", format!("expected one of {}", names.join(", ")))
        })
    }
}
