//! The objects that events carry or name, and how each is read.

use std::borrow::Cow;

use crate::billing::{RetrieveInvoice, RetrieveSubscription};
use crate::checkout::RetrieveSession;
use crate::error::Fault;
use crate::events::RetrieveV2Event;
use crate::merchants::{READINESS, RetrieveAccount, RetrieveCapability, RetrieveV2Account};
use crate::operation::check_id;
use crate::payments::{
    RetrieveApplicationFee, RetrieveApplicationFeeRefund, RetrieveCharge, RetrieveDispute,
    RetrievePaymentIntent, RetrieveRefund,
};
use crate::schema::{Dynamic, Ids, Operation, Record, Slot};

/// Declares the objects, each with the operation that retrieves it, the member with the id of what it is part
/// of (if its own id is not enough), and a sample for test events.
macro_rules! objects {
    ($( $object:ident: $operation:ident $(in $parent:literal)?, $sample:literal; )*) => {
        /// A kind of object that events are about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum EventObject {
            $( $object, )*
        }

        impl EventObject {
            const ALL: &[EventObject] = &[$(EventObject::$object),*];

            /// Returns the operation that retrieves it.
            pub(crate) fn schema(self) -> &'static Operation {
                match self {
                    $( EventObject::$object => $operation::OPERATION, )*
                }
            }

            // Separate functions, so that a program that needs only these does not contain the operations.

            /// Returns the description of such an object.
            pub(crate) fn record(self) -> &'static Record {
                match self {
                    $( EventObject::$object => const { $operation::OPERATION.answer }, )*
                }
            }

            /// Returns the ids in the path that it is retrieved from.
            fn ids(self) -> Ids {
                match self {
                    $( EventObject::$object => const { $operation::OPERATION.ids }, )*
                }
            }

            /// Returns the member of the object with the id of what it is part of.
            pub(crate) fn parent_member(self) -> Option<&'static str> {
                match self {
                    $( EventObject::$object => [$($parent)?].first().copied(), )*
                }
            }

            /// Returns the JSON of such an object, for test events.
            #[cfg(any(test, feature = "testing"))]
            pub(crate) fn sample(self) -> &'static str {
                match self {
                    $( EventObject::$object => include_str!(concat!("../testing/objects/", $sample)), )*
                }
            }
        }
    };
}

objects! {
    Session: RetrieveSession, "session.json";
    PaymentIntent: RetrievePaymentIntent, "payment_intent.json";
    Charge: RetrieveCharge, "charge.json";
    Refund: RetrieveRefund, "refund.json";
    Dispute: RetrieveDispute, "dispute.json";
    ApplicationFee: RetrieveApplicationFee, "application_fee.json";
    FeeRefund: RetrieveApplicationFeeRefund in "fee", "fee_refund.json";
    Invoice: RetrieveInvoice, "invoice.json";
    Subscription: RetrieveSubscription, "subscription.json";
    Account: RetrieveAccount, "account.json";
    Capability: RetrieveCapability in "account", "capability.json";
    V2Account: RetrieveV2Account, "v2_account.json";
    V2Event: RetrieveV2Event, "v2_account_link_returned.json";
}

impl EventObject {
    /// Returns Stripe's name for it, such as `checkout.session`.
    #[allow(clippy::misnamed_getters, reason = "Stripe calls the name of a kind of object `object`")]
    pub(crate) fn name(self) -> &'static str {
        self.record().object
    }

    /// Returns the name of the operation that retrieves it.
    #[cfg(feature = "schema")]
    pub(crate) fn operation_name(self) -> &'static str {
        self.schema().name
    }

    /// Returns the parameters of that operation. Of an account of v2, `parent` is what has to be included besides what a
    /// merchant's readiness needs.
    pub(super) fn params<'i>(self, id: &'i str, parent: &'i str) -> Dynamic<'i> {
        let mut params = Dynamic::new(self.schema().params);
        for (name, value) in [("id", id), (self.parent_member().unwrap_or_default(), parent)] {
            if let Some(index) = params.record.index(name) {
                params.set(index, Slot::Text(Cow::Borrowed(value)));
            }
        }
        if let (EventObject::V2Account, Some(include)) = (self, params.record.index("include")) {
            let more = [parent].into_iter().filter(|part| !part.is_empty() && !READINESS.contains(part));
            let parts = READINESS.iter().copied().chain(more);
            params.set(include, Slot::List(parts.map(|part| Slot::Text(Cow::Borrowed(part))).collect()));
        }
        params
    }

    /// Returns whether these ids are valid in the path that it is retrieved from.
    pub(super) fn is_found_by(self, id: &str, parent: &str) -> bool {
        let mut faults: Vec<Fault> = Vec::new();
        for (name, prefixes) in self.ids() {
            check_id(name, if *name == "id" { id } else { parent }, prefixes, &mut faults);
        }
        faults.is_empty()
    }

    /// Returns the path that it is retrieved from.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn path(self, id: &str, parent: &str) -> String {
        crate::operation::path(self.schema(), &self.params(id, parent), &mut Vec::new())
    }

    /// Returns the object with Stripe's name.
    #[cfg(any(test, feature = "bindings"))]
    pub(super) fn named(name: &str) -> Option<Self> {
        EventObject::ALL.iter().copied().find(|object| object.name() == name)
    }

    /// Returns the object that an operation retrieves.
    pub(super) fn read_by(operation: &Operation) -> Option<Self> {
        EventObject::ALL.iter().copied().find(|object| object.schema().name == operation.name)
    }
}
