use crate::call::{Call, read_as};
use crate::error::Error;
use crate::http::Response;
use crate::ids::AccountId;
use crate::operation::{AnyAnswer, AnyObject, AnyOperation, Operation, Wire, sealed::Sealed, wire};
use crate::platform::Platform;
use crate::schema;

use super::event_object::EventObject;
use super::event_types::EventType;
use super::payload::RelatedObject;

/// An object that has to be retrieved before the outcome is known, and the request for it.
///
/// It is an operation itself: its [`call`](Fetch::call) returns the object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetch {
    object: EventObject,
    id: String,
    /// The id of what the object is part of, if it cannot be retrieved by its own id alone: the fee of a fee
    /// refund, the account of a capability. Of a v2 account, what of it has changed, so that it is included.
    parent: String,
}

impl Fetch {
    /// Returns Stripe's name for the kind of object, such as `checkout.session`.
    #[must_use]
    pub fn object(&self) -> &'static str {
        self.object.name()
    }

    /// Returns the object's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the operation that retrieves the object, for a host that makes the call itself;
    /// [`Fetch::call`] explains which account it is on.
    #[must_use]
    pub fn operation(&self) -> AnyOperation {
        AnyOperation::of(self.object.schema(), self.object.params(&self.id, &self.parent).into_owned())
    }

    /// Reads the response to that operation, for a host that made the call itself.
    ///
    /// Errors: those of [`call::read`](crate::call::read).
    pub fn read(&self, response: &Response) -> Result<AnyObject, Error> {
        read_as::<Self>(self.object.schema(), response, None)
    }

    /// Builds the call that retrieves the object. `account` is the event's
    /// ([`Event::account`](super::Event::account)), or the one that the session was read from; what is on the
    /// platform's own account, such as an application fee, is retrieved from there in any case.
    ///
    /// Error `wrong_scope` if the object is on a merchant's account and `account` is absent.
    pub fn call(&self, platform: &Platform, account: Option<&AccountId>) -> Result<Call<Fetch>, Error> {
        match account {
            Some(account) if self.object.schema().on_merchant => {
                platform.merchant(account.clone()).prepare(self, None)
            }
            _ if self.object.schema().on_platform => platform.prepare(self, None),
            _ => {
                let text = format!(
                    "a {} is on a merchant's account: pass the account that the event or the session is on",
                    self.object()
                );
                Err(Error::fault("account", "wrong_scope", text))
            }
        }
    }

    /// Returns what to fetch for a thin event with this id, or `None` if the event does not identify the object.
    pub(super) fn of(
        event: &EventType,
        id: &str,
        related: Option<&RelatedObject>,
        account: Option<&AccountId>,
    ) -> Option<Self> {
        let object = event.object?;
        if object == EventObject::V2Event {
            return Fetch::checked(object, id, "");
        }
        let related = related?;
        if object == EventObject::V2Account {
            // A person is retrieved by its path, below its account.
            let below = related.url.as_deref().and_then(|url| url.strip_prefix("/v2/core/accounts/"));
            let id = match &*related.kind {
                "v2.core.account_person" => below?.split('/').next()?,
                _ => related.id.as_deref()?,
            };
            return Fetch::checked(object, id, event.changed());
        }
        let parent = match object {
            EventObject::FeeRefund => {
                let mut segments = related.url.as_deref()?.strip_prefix("/v1/application_fees/")?.split('/');
                let fee = segments.next()?;
                segments.next().filter(|segment| *segment == "refunds")?;
                segments.next().map(|_| fee)?
            }
            EventObject::Capability => account?.as_str(),
            _ => "",
        };
        Fetch::checked(object, related.id.as_deref()?, parent)
    }

    /// Returns the description of the object.
    #[cfg(any(test, feature = "bindings"))]
    pub(crate) fn record(&self) -> &'static schema::Record {
        self.object.record()
    }

    /// Returns the object by [`Fetch::object`], [`Fetch::id`] and [`Fetch::parent`].
    #[cfg(any(test, feature = "bindings"))]
    pub(crate) fn named(object: &str, id: &str, parent: &str) -> Option<Self> {
        Fetch::checked(EventObject::named(object)?, id, parent)
    }

    /// Returns the id of what the object is part of, which is empty if its own id is enough.
    #[cfg(any(test, feature = "bindings"))]
    pub(crate) fn parent(&self) -> &str {
        &self.parent
    }

    /// Returns the payment intent of a session.
    pub(super) fn payment_intent(id: &str) -> Option<Self> {
        Fetch::checked(EventObject::PaymentIntent, id, "")
    }

    /// Accepts only ids that are valid in a path, so that the request can always be built.
    fn checked(object: EventObject, id: &str, parent: &str) -> Option<Self> {
        let found = object.is_found_by(id, parent);
        found.then(|| Fetch { object, id: id.to_owned(), parent: parent.to_owned() })
    }
}

impl Sealed for Fetch {}

#[allow(private_interfaces, reason = "as the trait")]
impl Operation for Fetch {
    type Answer = AnyObject;

    fn schema(&self) -> &'static schema::Operation {
        self.object.schema()
    }

    fn wire(&self, now: Option<i64>) -> Result<Wire, Error> {
        wire(self.object.schema(), &self.object.params(&self.id, &self.parent), now)
    }

    fn answer(operation: &'static schema::Operation, body: &str) -> Option<AnyObject> {
        match AnyOperation::answer(operation, body)? {
            AnyAnswer::Object(object) => Some(object),
            AnyAnswer::Page(_) => None,
        }
    }

    fn mark_replayed(answer: &mut AnyObject) {
        answer.mark_replayed();
    }

    fn id_of(answer: &AnyObject) -> Option<String> {
        Some(answer.own_id())
    }

    fn knows(operation: &'static schema::Operation) -> bool {
        EventObject::read_by(operation).is_some()
    }
}
