//! Operations by name, for hosts that do not know them at compile time: bindings to other languages, queues
//! of saved calls, the conformance driver.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::answer::FromObject;
use crate::call::{Call, read_as};
use crate::error::Error;
use crate::http::Response;
use crate::ids::{AccountId, IdempotencyKey};
use crate::operation::{Operation, Wire, sealed::Sealed, wire};
use crate::page::{self, Cursor, Page};
use crate::platform::{Merchant, Platform};
use crate::schema::registry;
use crate::schema::{self, Dynamic, KeyUse, Record, Slot, View, answers, parameters, show};

/// An operation chosen at run time, with its parameters.
#[derive(Clone)]
pub struct AnyOperation {
    operation: &'static schema::Operation,
    params: Dynamic<'static>,
}

impl AnyOperation {
    /// The names of all operations.
    pub const NAMES: &[&str] = &registry::names();

    /// Parses the parameters of the operation with this name from a JSON object.
    ///
    /// Errors: `unknown_operation`, `invalid_json`, `unknown_parameter`, `wrong_type`,
    /// `invalid_value`.
    pub fn from_json(name: &str, params: &str) -> Result<Self, Error> {
        let operation = Self::known(name)?;
        let params = parameters::read(operation.params, params)?.into_owned();
        Ok(AnyOperation { operation, params })
    }

    /// Returns the operation's stable name, the same in every language: `refunds.create`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.operation.name
    }

    pub(crate) fn of(operation: &'static schema::Operation, params: Dynamic<'static>) -> Self {
        AnyOperation { operation, params }
    }

    /// Returns the operation with this name; error `unknown_operation` if there is none.
    pub(crate) fn known(name: &str) -> Result<&'static schema::Operation, Error> {
        let unknown =
            || Error::fault("operation", "unknown_operation", format!("no operation is called `{name}`"));
        registry::operation(name).ok_or_else(unknown)
    }

    /// Returns whether it is on the platform's own account instead of a merchant's.
    #[must_use]
    pub fn is_on_platform(&self) -> bool {
        !self.operation.on_merchant
    }

    /// Reads the response to the operation with this name, as [`Call::receive`] does when there is nothing to
    /// retry.
    ///
    /// Errors: those of [`call::read`](crate::call::read), and `unknown_operation`.
    pub fn read(name: &str, response: &Response) -> Result<AnyAnswer, Error> {
        read_as::<Self>(Self::known(name)?, response, None)
    }
}

impl fmt::Debug for AnyOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(&self.params, f)
    }
}

impl<O: Operation + View> From<O> for AnyOperation {
    fn from(operation: O) -> Self {
        AnyOperation {
            operation: operation.schema(),
            params: Dynamic::copied(operation.schema().params, &operation),
        }
    }
}

impl Sealed for AnyOperation {}

#[allow(private_interfaces, reason = "as the trait")]
impl Operation for AnyOperation {
    type Answer = AnyAnswer;

    fn schema(&self) -> &'static schema::Operation {
        self.operation
    }

    fn wire(&self, now: Option<i64>) -> Result<Wire, Error> {
        wire(self.operation, &self.params, now)
    }

    fn answer(operation: &'static schema::Operation, body: &str) -> Option<AnyAnswer> {
        let record = operation.answer;
        if !operation.lists {
            return answers::object(record, body).map(|read| AnyAnswer::Object(AnyObject::new(&read)));
        }
        let read = page::read(record, body)?;
        let data = read.data.iter().map(AnyObject::new).collect();
        Some(AnyAnswer::Page(Page { data, has_more: read.has_more, replayed: false, cursor: read.cursor }))
    }

    fn mark_replayed(answer: &mut AnyAnswer) {
        match answer {
            AnyAnswer::Object(object) => object.mark_replayed(),
            AnyAnswer::Page(page) => page.replayed = true,
        }
    }

    fn id_of(answer: &AnyAnswer) -> Option<String> {
        match answer {
            AnyAnswer::Object(object) if object.record.id == "id" => Some(object.own_id()),
            _ => None,
        }
    }

    fn knows(_: &'static schema::Operation) -> bool {
        true
    }
}

/// One of Stripe's objects. Its JSON contains the fields of its record, without the raw JSON.
#[derive(Clone)]
pub struct AnyObject {
    record: &'static Record,
    id: String,
    raw: String,
    replayed: bool,
}

impl AnyObject {
    fn new(read: &Dynamic<'_>) -> Self {
        let Dynamic { record, raw, .. } = read;
        AnyObject { record, id: read.text(record.id).to_owned(), raw: (*raw).to_owned(), replayed: false }
    }

    /// Returns the object's JSON as it was received.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// Returns the name of its record, by which other languages know what may be printed: `Session`.
    #[must_use]
    pub fn record(&self) -> &'static str {
        self.record.name
    }

    /// Returns whether this is Stripe's stored response to an earlier request; see the records' field.
    #[must_use]
    pub fn replayed(&self) -> bool {
        self.replayed
    }

    pub(crate) fn mark_replayed(&mut self) {
        self.replayed = true;
    }

    pub(crate) fn own_id(&self) -> String {
        self.id.clone()
    }

    /// Returns the text of a field, which is empty if the field is absent.
    pub(crate) fn text(&self, field: &str) -> String {
        self.read().map_or_else(String::new, |read| read.text(field).to_owned())
    }

    fn read(&self) -> Option<Dynamic<'_>> {
        answers::object(self.record, &self.raw)
    }

    /// Returns the object as its record, if it is of that kind.
    pub(crate) fn get<T: FromObject>(&self) -> Option<T> {
        if T::RECORD.name != self.record.name {
            return None;
        }
        let mut object = self.read().map(|read| T::from_slot(Slot::Record(read)))?;
        if self.replayed {
            object.mark_replayed();
        }
        Some(object)
    }

    /// Creates the object with its JSON as it was received, or with that of its fields if they were created
    /// or changed since.
    fn of<T: FromObject + Serialize + PartialEq>(object: &T, raw: &str, replayed: bool) -> Self {
        let record = T::RECORD;
        if T::parsed(raw).as_ref() == Some(object) {
            return AnyObject { record, id: object.own_id().to_owned(), raw: raw.to_owned(), replayed };
        }
        let mut fields = serde_json::to_value(object).unwrap_or_default();
        if let Some(fields) = fields.as_object_mut() {
            fields.insert("object".to_owned(), record.object.into());
        }
        AnyObject { record, id: object.own_id().to_owned(), raw: fields.to_string(), replayed }
    }
}

/// Whether an object is a replay is not part of the object itself.
impl PartialEq for AnyObject {
    fn eq(&self, other: &Self) -> bool {
        (self.record.name, &self.raw) == (other.record.name, &other.raw)
    }
}

impl Eq for AnyObject {}

impl Serialize for AnyObject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.read() {
            Some(read) => read.serialize(serializer),
            None => serializer.serialize_none(),
        }
    }
}

impl fmt::Debug for AnyObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.read() {
            Some(read) => show(&read, f),
            None => f.write_str(self.record.name),
        }
    }
}

/// The result of an operation that was chosen at run time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnyAnswer {
    /// One object.
    Object(AnyObject),
    /// A page of a list.
    Page(Page<AnyObject>),
}

impl AnyAnswer {
    /// Returns whether this is Stripe's stored response to an earlier request with the same idempotency key.
    #[must_use]
    pub fn replayed(&self) -> bool {
        match self {
            AnyAnswer::Object(object) => object.replayed(),
            AnyAnswer::Page(page) => page.replayed,
        }
    }

    fn cursor(&self) -> Option<&Cursor> {
        match self {
            AnyAnswer::Object(_) => None,
            AnyAnswer::Page(page) => Some(&page.cursor),
        }
    }
}

impl Merchant {
    /// Builds the call of an operation chosen at run time. Writes need an idempotency key, except those that
    /// delete.
    ///
    /// Errors: `wrong_scope` for an operation on the platform's own account, and those of [`Merchant::call`].
    pub fn any(
        &self,
        operation: &AnyOperation,
        key: Option<IdempotencyKey>,
    ) -> Result<Call<AnyOperation>, Error> {
        if !operation.operation.on_merchant {
            return Err(out_of(operation.operation, "merchant's account", "platform, without an account"));
        }
        let key = needs_key(operation.operation, key)?;
        self.prepare(operation, key.as_ref())
    }
}

impl Platform {
    /// Builds the call of an operation chosen at run time. Writes need an idempotency key, except those that
    /// delete.
    ///
    /// Errors: `wrong_scope` for an operation on a merchant's account, and those of [`Platform::call`].
    pub fn any(
        &self,
        operation: &AnyOperation,
        key: Option<IdempotencyKey>,
    ) -> Result<Call<AnyOperation>, Error> {
        if !operation.operation.on_platform {
            let other = "merchant whose account it is on";
            return Err(out_of(operation.operation, "platform's own account", other));
        }
        let key = needs_key(operation.operation, key)?;
        self.prepare(operation, key.as_ref())
    }

    /// Builds the call for a merchant's account, or for the platform itself without one, at a given time:
    /// what [`any`](Self::any) needs when everything is known only at run time.
    ///
    /// Errors: those of [`any`](Self::any) and of [`Merchant::any`], and `invalid_account_id`.
    pub fn any_for(
        &self,
        account: Option<&str>,
        now: Option<i64>,
        operation: &AnyOperation,
        key: Option<IdempotencyKey>,
    ) -> Result<Call<AnyOperation>, Error> {
        let at_now = now.map(|now| self.at(now));
        let platform = at_now.as_ref().unwrap_or(self);
        match account {
            Some(account) => platform.merchant(account.parse::<AccountId>()?).any(operation, key),
            None => platform.any(operation, key),
        }
    }
}

impl Call<AnyOperation> {
    /// Returns the call for the page after this call's result, or `None` after the last page and for a result
    /// that is not a list.
    #[must_use]
    pub fn next_page_of(&self, answer: &AnyAnswer) -> Option<Self> {
        self.following(answer.cursor()?)
    }
}

fn needs_key(
    operation: &schema::Operation,
    key: Option<IdempotencyKey>,
) -> Result<Option<IdempotencyKey>, Error> {
    match (operation.key, key) {
        (KeyUse::Never, _) | (KeyUse::Optional, None) => Ok(None),
        (KeyUse::Optional | KeyUse::Required, Some(key)) => Ok(Some(key)),
        // The error for an empty key explains what a key is.
        (KeyUse::Required, None) => "".parse().map(Some),
    }
}

fn out_of(operation: &schema::Operation, scope: &str, other: &str) -> Error {
    let text = format!("`{}` is not on the {scope}: make this call through the {other}", operation.name);
    Error::fault("account", "wrong_scope", text)
}

/// Declares the objects that an `AnyObject` can hold, and the conversions back.
macro_rules! objects {
    ($($object:ty),* $(,)?) => {
        $(
            impl From<$object> for AnyObject {
                fn from(object: $object) -> Self {
                    AnyObject::of(&object, &object.raw, object.replayed)
                }
            }

            impl TryFrom<AnyObject> for $object {
                type Error = Error;

                /// Error `wrong_object` for an object of another kind.
                fn try_from(object: AnyObject) -> Result<Self, Error> {
                    object.get().ok_or_else(|| {
                        let text = format!("expected a {}, got a {}", stringify!($object), object.record());
                        Error::fault("object", "wrong_object", text)
                    })
                }
            }
        )*
    };
}

mod objects {
    use super::{AnyObject, Error};
    use crate::billing::{BillingPortalSession, Customer, Invoice, Price, Product, Subscription};
    use crate::checkout::{Session, SessionLineItem};
    use crate::events::{DeletedObject, EventDestination, StoredEvent, V2Event, WebhookEndpoint};
    use crate::merchants::{
        Account, AccountLink, AccountSession, Capability, LoginLink, PaymentMethodConfiguration,
        PaymentMethodDomain, V2Account, V2AccountLink,
    };
    use crate::payments::{
        ApplicationFee, BalanceTransaction, Charge, Dispute, FeeRefund, PaymentIntent, Refund,
    };

    objects! {
        Session, SessionLineItem, PaymentIntent, Charge, Refund, ApplicationFee, FeeRefund, Dispute,
        BalanceTransaction, Subscription, Invoice, Customer, Product, Price, BillingPortalSession,
        StoredEvent, V2Event, WebhookEndpoint, EventDestination, DeletedObject, Account, Capability,
        AccountSession, AccountLink, LoginLink, PaymentMethodConfiguration, PaymentMethodDomain,
        V2Account, V2AccountLink,
    }
}

#[cfg(test)]
mod tests;
