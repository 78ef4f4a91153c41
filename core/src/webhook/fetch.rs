use crate::any::AnyOperation;
use crate::billing::{RetrieveInvoice, RetrieveSubscription};
use crate::call::Call;
use crate::checkout::RetrieveSession;
use crate::error::Error;
use crate::ids::AccountId;
use crate::merchants::{RetrieveAccount, RetrieveCapability};
use crate::operation::Operation as _;
use crate::payments::{
    RetrieveApplicationFee, RetrieveApplicationFeeRefund, RetrieveCharge, RetrieveDispute,
    RetrievePaymentIntent, RetrieveRefund,
};
use crate::platform::Platform;

use super::topic::Topic;
use super::wire::RelatedObject;

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
        let (id, within) = (self.id.clone(), self.within.clone());
        match self.topic {
            Topic::Session => RetrieveSession { id, ..Default::default() }.into(),
            Topic::Payment => RetrievePaymentIntent { id, ..Default::default() }.into(),
            Topic::Refunded => RetrieveCharge { id, ..Default::default() }.into(),
            Topic::Refund => RetrieveRefund { id, ..Default::default() }.into(),
            Topic::Dispute => RetrieveDispute { id, ..Default::default() }.into(),
            Topic::Fee => RetrieveApplicationFee { id, ..Default::default() }.into(),
            Topic::FeeRefund => RetrieveApplicationFeeRefund { id, fee: within, ..Default::default() }.into(),
            Topic::InvoicePaid | Topic::InvoiceFailed => RetrieveInvoice { id, ..Default::default() }.into(),
            Topic::Subscription => RetrieveSubscription { id, ..Default::default() }.into(),
            Topic::Capability => RetrieveCapability { id, account: within, ..Default::default() }.into(),
            Topic::Account | Topic::Disconnected => RetrieveAccount { id, ..Default::default() }.into(),
        }
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
        fetch.operation().wire(None).is_ok().then_some(fetch)
    }
}
