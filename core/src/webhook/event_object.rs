//! The objects that events carry or name, and how each is read.

use crate::answer::FromObject;
use crate::any::{AnyObject, AnyOperation};
use crate::billing::{Invoice, RetrieveInvoice, RetrieveSubscription, Subscription};
use crate::call;
use crate::checkout::{RetrieveSession, Session};
use crate::error::{Error, Fault};
use crate::http::Response;
use crate::merchants::{Account, Capability, RetrieveAccount, RetrieveCapability};
use crate::operation::{OnMerchant, OnPlatform, Operation, Place as _, Wire};
use crate::payments::{
    ApplicationFee, Charge, Dispute, FeeRefund, PaymentIntent, Refund, RetrieveApplicationFee,
    RetrieveApplicationFeeRefund, RetrieveCharge, RetrieveDispute, RetrievePaymentIntent, RetrieveRefund,
};

/// Declares the objects: each with the operation that reads it, which is given the object's id and, where
/// that alone does not find it, the id of what it is part of.
///
/// Each operation is called under its own type: by way of [`AnyOperation`], a program that only receives
/// events would hold the code of every operation there is.
macro_rules! objects {
    (|$id:ident, $parent:ident| $(
        $object:ident: $operation:ident { $($field:ident: $value:expr),* }, $($scope:ident)|+, $sample:literal;
    )*) => {
        /// A kind of object that events are about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum EventObject {
            $( $object, )*
        }

        impl EventObject {
            const ALL: &[EventObject] = &[$(EventObject::$object),*];

            /// Stripe's name for it, such as `checkout.session`.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $( EventObject::$object => <$object as FromObject>::OBJECT, )*
                }
            }

            /// The operation that reads it.
            pub(super) fn operation(self, $id: &str, $parent: &str) -> AnyOperation {
                match self {
                    $( EventObject::$object => objects!(@new $operation { $($field: $value),* }).into(), )*
                }
            }

            /// The name of that operation.
            pub(crate) fn operation_name(self) -> &'static str {
                match self {
                    $( EventObject::$object => $operation::default().name(), )*
                }
            }

            /// Whether a merchant's account can have it; the others are on the platform's own.
            pub(super) fn is_on_merchant(self) -> bool {
                match self {
                    $( EventObject::$object => objects!(@is merchant $operation $($scope)+), )*
                }
            }

            /// Whether the platform's own account can have it.
            pub(super) fn is_on_platform(self) -> bool {
                match self {
                    $( EventObject::$object => objects!(@is platform $operation $($scope)+), )*
                }
            }

            /// The path that it is read from; an id that is none is a fault.
            pub(crate) fn path(self, $id: &str, $parent: &str, faults: &mut Vec<Fault>) -> String {
                match self {
                    $( EventObject::$object => {
                        objects!(@new $operation { $($field: $value),* }).path(faults)
                    } )*
                }
            }

            /// The request that reads it.
            pub(super) fn wire(self, $id: &str, $parent: &str, now: Option<i64>) -> Result<Wire, Error> {
                match self {
                    $( EventObject::$object => {
                        objects!(@new $operation { $($field: $value),* }).wire(now)
                    } )*
                }
            }

            /// Reads the response to that request.
            pub(super) fn read(self, response: &Response) -> Result<AnyObject, Error> {
                match self {
                    $( EventObject::$object => call::read::<$operation>(response).map(AnyObject::from), )*
                }
            }

            /// Reads its JSON; the error says what was expected.
            pub(super) fn parse(self, text: &str) -> Result<AnyObject, &'static str> {
                match self {
                    $( EventObject::$object => <$object as FromObject>::from_json(text).map(AnyObject::from), )*
                }
            }

            /// The JSON of such an object, for test events.
            #[cfg(any(test, feature = "testing"))]
            pub(crate) fn sample(self) -> &'static str {
                match self {
                    $( EventObject::$object => include_str!(concat!("../testing/objects/", $sample)), )*
                }
            }
        }
    };
    (@new $operation:ident { $($field:ident: $value:expr),* }) => {
        $operation { $($field: $value.to_owned(),)* ..$operation::default() }
    };
    // Whose account it is on is compared with the operation's own declaration when this is compiled.
    (@is merchant $operation:ident OnMerchant $($more:ident)*) => {{
        const _: fn() = || { let _ = on_merchant::<$operation>; };
        true
    }};
    (@is merchant $operation:ident OnPlatform) => { false };
    (@is platform $operation:ident OnMerchant) => { false };
    (@is platform $operation:ident $(OnMerchant)? OnPlatform) => {{
        const _: fn() = || { let _ = on_platform::<$operation>; };
        true
    }};
}

objects! { |id, parent|
    Session: RetrieveSession { id: id }, OnMerchant, "session.json";
    PaymentIntent: RetrievePaymentIntent { id: id }, OnMerchant, "payment_intent.json";
    Charge: RetrieveCharge { id: id }, OnMerchant, "charge.json";
    Refund: RetrieveRefund { id: id }, OnMerchant, "refund.json";
    Dispute: RetrieveDispute { id: id }, OnMerchant, "dispute.json";
    ApplicationFee: RetrieveApplicationFee { id: id }, OnPlatform, "application_fee.json";
    FeeRefund: RetrieveApplicationFeeRefund { id: id, fee: parent }, OnPlatform, "fee_refund.json";
    Invoice: RetrieveInvoice { id: id }, OnMerchant | OnPlatform, "invoice.json";
    Subscription: RetrieveSubscription { id: id }, OnMerchant | OnPlatform, "subscription.json";
    Account: RetrieveAccount { id: id }, OnPlatform, "account.json";
    Capability: RetrieveCapability { id: id, account: parent }, OnPlatform, "capability.json";
}

impl EventObject {
    /// The object that has Stripe's name.
    #[cfg(any(test, feature = "bindings"))]
    pub(super) fn named(name: &str) -> Option<Self> {
        EventObject::ALL.iter().copied().find(|object| object.name() == name)
    }

    /// The object that the operation of this name reads.
    pub(super) fn read_by(operation: &str) -> Option<Self> {
        EventObject::ALL.iter().copied().find(|object| object.operation_name() == operation)
    }

    /// The member of the object that holds the id of what it is part of.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn parent_member(self) -> Option<&'static str> {
        match self {
            EventObject::FeeRefund => Some("fee"),
            EventObject::Capability => Some("account"),
            _ => None,
        }
    }
}

fn on_merchant<O: OnMerchant>() {}

fn on_platform<O: OnPlatform>() {}
