use crate::any::{AnyObject, AnyOperation};
use crate::billing::{RetrieveInvoice, RetrieveSubscription};
use crate::call::{self, Call};
use crate::checkout::RetrieveSession;
use crate::error::Error;
use crate::http::Response;
use crate::ids::AccountId;
use crate::merchants::{RetrieveAccount, RetrieveCapability};
use crate::operation::{Operation, Place as _};
use crate::payments::{
    RetrieveApplicationFee, RetrieveApplicationFeeRefund, RetrieveCharge, RetrieveDispute,
    RetrievePaymentIntent, RetrieveRefund,
};
use crate::platform::Platform;

use super::payload::RelatedObject;
use super::topic::Topic;

/// Does something with the operation that reads a fetch's object, under its own type: by way of
/// [`AnyOperation`], a program that only receives events would hold the code of every operation there is.
macro_rules! with_operation {
    ($fetch:expr, $operation:ident => $then:expr) => {
        with_operation!($fetch, id, within, $operation => $then, {
            Topic::Session => RetrieveSession { id },
            Topic::Payment => RetrievePaymentIntent { id },
            Topic::Refunded => RetrieveCharge { id },
            Topic::Refund => RetrieveRefund { id },
            Topic::Dispute => RetrieveDispute { id },
            Topic::Fee => RetrieveApplicationFee { id },
            Topic::FeeRefund => RetrieveApplicationFeeRefund { id, fee: within },
            Topic::InvoicePaid | Topic::InvoiceFailed => RetrieveInvoice { id },
            Topic::Subscription => RetrieveSubscription { id },
            Topic::Capability => RetrieveCapability { id, account: within },
            Topic::Account | Topic::Disconnected => RetrieveAccount { id },
        })
    };
    ($fetch:expr, $id:ident, $within:ident, $operation:ident => $then:expr, {
        $( $topic:pat => $name:ident { $($field:tt)* }, )*
    }) => {{
        let ($id, $within) = ($fetch.id.clone(), $fetch.within.clone());
        match $fetch.topic {
            $( $topic => {
                let $operation = $name { $($field)*, ..Default::default() };
                $then
            } )*
        }
    }};
}

/// An object that has to be read before it is known what happened, and the request that reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetch {
    topic: Topic,
    id: String,
    /// What the object is part of, where its own id does not find it: the fee of a fee's refund, the
    /// account of a capability.
    within: String,
}

impl Fetch {
    /// Stripe's name for the kind of object, such as `checkout.session`.
    #[must_use]
    pub fn object(&self) -> &'static str {
        self.topic.object()
    }

    /// The object's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The operation that reads the object, for a host that makes the call itself; see
    /// [`Fetch::call`] for whose account it is on.
    #[must_use]
    pub fn operation(&self) -> AnyOperation {
        with_operation!(self, operation => operation.into())
    }

    /// Reads the answer to that operation, for a host that made the call itself.
    ///
    /// Errors: those of [`call::read`](crate::call::read).
    pub fn read(&self, response: &Response) -> Result<AnyObject, Error> {
        with_operation!(self, operation => read_as(&operation, response))
    }

    /// The call that reads the object. `account` is the event's ([`Event::account`](super::Event::account)),
    /// or the one that the session was read from: what is on the platform's own account, such as an
    /// application fee, is read from there all the same.
    ///
    /// Error `wrong_scope` if the object is on a merchant's account and `account` is absent.
    pub fn call(
        &self,
        platform: &Platform,
        account: Option<&AccountId>,
    ) -> Result<Call<AnyOperation>, Error> {
        let operation = self.operation();
        match account {
            Some(account) if !operation.is_on_platform() => {
                platform.merchant(account.clone()).any(&operation, None)
            }
            _ => platform.any(&operation, None),
        }
    }

    /// What to fetch for a thin event; nothing if it does not say enough to find the object.
    pub(super) fn of(
        topic: Topic,
        related: Option<&RelatedObject>,
        account: Option<&AccountId>,
    ) -> Option<Self> {
        let related = related?;
        let within = match topic {
            Topic::FeeRefund => {
                let path = related.url.as_deref()?.strip_prefix("/v1/application_fees/")?;
                path.split_once("/refunds/")?.0
            }
            Topic::Capability => account?.as_str(),
            _ => "",
        };
        Fetch::checked(topic, related.id.as_deref()?, within)
    }

    /// The payment intent of a session.
    pub(super) fn payment_intent(id: &str) -> Option<Self> {
        Fetch::checked(Topic::Payment, id, "")
    }

    /// Only ids that can stand in a path: the request can then always be made.
    fn checked(topic: Topic, id: &str, within: &str) -> Option<Self> {
        let fetch = Fetch { topic, id: id.to_owned(), within: within.to_owned() };
        let mut faults = Vec::new();
        with_operation!(fetch, operation => operation.path(&mut faults));
        faults.is_empty().then_some(fetch)
    }
}

fn read_as<O: Operation>(_: &O, response: &Response) -> Result<AnyObject, Error>
where
    O::Answer: Into<AnyObject>,
{
    call::read::<O>(response).map(Into::into)
}
