//! Operations by name, for hosts that do not know them when they are compiled: bindings to other
//! languages, queues of saved calls, the conformance driver.

use serde::Serialize;

use crate::answer::Replay;
use crate::billing::{
    BillingPortalSession, CreateBillingPortalSession, CreateCustomer, CreatePrice, CreateProduct,
    CreateSubscriptionSession, Customer, Invoice, ListPrices, ListProducts, Price, Product, RetrieveCustomer,
    RetrieveInvoice, RetrieveSubscription, RetrieveSubscriptionSession, Subscription,
};
use crate::call::{Call, read_named};
use crate::checkout::{
    CreateSession, ExpireSession, ListLineItems, ListSessions, RetrieveSession, Session, SessionLineItem,
    UpdateSession,
};
use crate::error::Error;
use crate::events::{
    CreateEventDestination, CreateWebhookEndpoint, DeleteWebhookEndpoint, DeletedObject,
    DisableEventDestination, EnableEventDestination, EventDestination, ListEventDestinations, ListEvents,
    ListWebhookEndpoints, RetrieveEvent, RetrieveEventDestination, RetrieveV2Event, RetrieveWebhookEndpoint,
    StoredEvent, UpdateWebhookEndpoint, V2Event, WebhookEndpoint,
};
use crate::http::Response;
use crate::ids::{AccountId, IdempotencyKey};
use crate::merchants::{
    Account, AccountLink, AccountSession, Capability, CreateAccountLink, CreateAccountSession,
    CreateLoginLink, CreatePaymentMethodConfiguration, CreatePaymentMethodDomain, ListCapabilities,
    ListPaymentMethodConfigurations, ListPaymentMethodDomains, LoginLink, PaymentMethodConfiguration,
    PaymentMethodDomain, RetrieveAccount, RetrieveCapability, RetrievePaymentMethodConfiguration,
    RetrievePaymentMethodDomain, UpdateCapability, UpdatePaymentMethodConfiguration,
    UpdatePaymentMethodDomain, ValidatePaymentMethodDomain,
};
use crate::operation::{KeyUse, Operation, Wire, sealed::Sealed};
use crate::page::{Cursor, Page};
use crate::params;
use crate::payments::{
    ApplicationFee, BalanceTransaction, CancelPaymentIntent, CancelRefund, CapturePaymentIntent, Charge,
    CreateApplicationFeeRefund, CreateRefund, Dispute, FeeRefund, ListApplicationFeeRefunds,
    ListApplicationFees, ListCharges, ListDisputes, ListPaymentIntents, ListRefunds, PaymentIntent, Refund,
    RetrieveApplicationFee, RetrieveApplicationFeeRefund, RetrieveBalanceTransaction, RetrieveCharge,
    RetrieveDispute, RetrievePaymentIntent, RetrieveRefund, UpdateApplicationFeeRefund, UpdateRefund,
};
use crate::platform::{Merchant, Platform};

/// Writes down all operations: a variant for each, with its name and whom it is for.
macro_rules! operations {
    ($( $operation:ident = $name:literal, $scope:ident; )*) => {
        /// An operation that is chosen at run time, with its parameters.
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
        #[non_exhaustive]
        // One of them is alive at a time, and a box would show in every language.
        #[allow(clippy::large_enum_variant)]
        pub enum AnyOperation {
            $(
                /// Its parameters.
                $operation($operation),
            )*
        }

        impl AnyOperation {
            /// The names of all operations.
            pub const NAMES: &[&str] = &[$($name),*];

            /// Reads the parameters of the operation of that name from a JSON object.
            ///
            /// Errors: `unknown_operation`, `invalid_json`, `unknown_parameter`, `wrong_type`,
            /// `invalid_value`.
            pub fn from_json(name: &str, params: &str) -> Result<Self, Error> {
                match formerly(name) {
                    $( $name => params::from_json(params).map(Self::$operation), )*
                    _ => Err(unknown(name)),
                }
            }

            /// Whether it is on the platform's own account, and on no merchant's.
            #[must_use]
            pub fn is_on_platform(&self) -> bool {
                self.scope() == Scope::Platform
            }

            fn scope(&self) -> Scope {
                match self {
                    $( Self::$operation(_) => Scope::$scope, )*
                }
            }

            #[cfg(test)]
            pub(crate) fn filled() -> Vec<Self> {
                vec![$( Self::$operation($crate::redacted::Filled::filled("")), )*]
            }
        }

        $(
            impl From<$operation> for AnyOperation {
                fn from(operation: $operation) -> Self {
                    AnyOperation::$operation(operation)
                }
            }
        )*

        impl Sealed for AnyOperation {}

        impl Operation for AnyOperation {
            type Answer = AnyAnswer;

            fn name(&self) -> &'static str {
                match self {
                    $( Self::$operation(operation) => operation.name(), )*
                }
            }

            fn key_use(&self) -> KeyUse {
                match self {
                    $( Self::$operation(operation) => operation.key_use(), )*
                }
            }

            fn wire(&self, now: Option<i64>) -> Result<Wire, Error> {
                match self {
                    $( Self::$operation(operation) => operation.wire(now), )*
                }
            }

            fn answer(name: &str, body: &str) -> Result<AnyAnswer, &'static str> {
                match formerly(name) {
                    $( $name => $operation::answer(name, body).map(AnyAnswer::from), )*
                    _ => Err("the answer to a known operation"),
                }
            }

            fn mark_replayed(answer: &mut AnyAnswer) {
                match answer {
                    AnyAnswer::Object(object) => object.mark_replayed(),
                    AnyAnswer::Page(page) => page.mark_replayed(),
                }
            }

            fn knows(name: &str) -> bool {
                Self::NAMES.contains(&formerly(name))
            }
        }
    };
}

operations! {
    CreateSession = "checkout.create", Merchant;
    RetrieveSession = "checkout.retrieve", Merchant;
    ListSessions = "checkout.list", Merchant;
    UpdateSession = "checkout.update", Merchant;
    ExpireSession = "checkout.expire", Merchant;
    ListLineItems = "checkout.line_items", Merchant;
    RetrievePaymentIntent = "payment_intents.retrieve", Merchant;
    ListPaymentIntents = "payment_intents.list", Merchant;
    CapturePaymentIntent = "payment_intents.capture", Merchant;
    CancelPaymentIntent = "payment_intents.cancel", Merchant;
    RetrieveCharge = "charges.retrieve", Merchant;
    ListCharges = "charges.list", Merchant;
    CreateRefund = "refunds.create", Merchant;
    RetrieveRefund = "refunds.retrieve", Merchant;
    ListRefunds = "refunds.list", Merchant;
    UpdateRefund = "refunds.update", Merchant;
    CancelRefund = "refunds.cancel", Merchant;
    RetrieveApplicationFee = "application_fees.retrieve", Platform;
    ListApplicationFees = "application_fees.list", Platform;
    CreateApplicationFeeRefund = "application_fee_refunds.create", Platform;
    RetrieveApplicationFeeRefund = "application_fee_refunds.retrieve", Platform;
    ListApplicationFeeRefunds = "application_fee_refunds.list", Platform;
    UpdateApplicationFeeRefund = "application_fee_refunds.update", Platform;
    RetrieveDispute = "disputes.retrieve", Merchant;
    ListDisputes = "disputes.list", Merchant;
    RetrieveBalanceTransaction = "balance_transactions.retrieve", Both;
    RetrieveEvent = "events.retrieve", Both;
    ListEvents = "events.list", Both;
    RetrieveV2Event = "v2_events.retrieve", Both;
    CreateWebhookEndpoint = "webhook_endpoints.create", Platform;
    RetrieveWebhookEndpoint = "webhook_endpoints.retrieve", Platform;
    ListWebhookEndpoints = "webhook_endpoints.list", Platform;
    UpdateWebhookEndpoint = "webhook_endpoints.update", Platform;
    DeleteWebhookEndpoint = "webhook_endpoints.delete", Platform;
    CreateEventDestination = "event_destinations.create", Platform;
    RetrieveEventDestination = "event_destinations.retrieve", Platform;
    ListEventDestinations = "event_destinations.list", Platform;
    EnableEventDestination = "event_destinations.enable", Platform;
    DisableEventDestination = "event_destinations.disable", Platform;
    RetrieveSubscription = "subscriptions.retrieve", Both;
    RetrieveInvoice = "invoices.retrieve", Both;
    CreateCustomer = "customers.create", Both;
    RetrieveCustomer = "customers.retrieve", Both;
    CreateProduct = "products.create", Both;
    ListProducts = "products.list", Both;
    CreatePrice = "prices.create", Both;
    ListPrices = "prices.list", Both;
    CreateSubscriptionSession = "subscription_sessions.create", Platform;
    RetrieveSubscriptionSession = "subscription_sessions.retrieve", Platform;
    CreateBillingPortalSession = "billing_portal_sessions.create", Both;
    RetrieveAccount = "accounts.retrieve", Platform;
    RetrieveCapability = "capabilities.retrieve", Platform;
    ListCapabilities = "capabilities.list", Platform;
    UpdateCapability = "capabilities.update", Platform;
    CreateAccountSession = "account_sessions.create", Platform;
    CreateAccountLink = "account_links.create", Platform;
    CreateLoginLink = "login_links.create", Platform;
    CreatePaymentMethodConfiguration = "payment_method_configurations.create", Both;
    RetrievePaymentMethodConfiguration = "payment_method_configurations.retrieve", Both;
    ListPaymentMethodConfigurations = "payment_method_configurations.list", Both;
    UpdatePaymentMethodConfiguration = "payment_method_configurations.update", Both;
    CreatePaymentMethodDomain = "payment_method_domains.create", Both;
    RetrievePaymentMethodDomain = "payment_method_domains.retrieve", Both;
    ListPaymentMethodDomains = "payment_method_domains.list", Both;
    UpdatePaymentMethodDomain = "payment_method_domains.update", Both;
    ValidatePaymentMethodDomain = "payment_method_domains.validate", Both;
}

/// The operations that are named by Stripe's paths now, and what they were called before.
const RENAMED: &[(&str, &str)] = &[
    ("checkout.sessions.create", "checkout.create"),
    ("checkout.sessions.retrieve", "checkout.retrieve"),
    ("checkout.sessions.list", "checkout.list"),
    ("checkout.sessions.update", "checkout.update"),
    ("checkout.sessions.expire", "checkout.expire"),
    ("checkout.sessions.line_items.list", "checkout.line_items"),
    ("application_fees.refunds.create", "application_fee_refunds.create"),
    ("application_fees.refunds.retrieve", "application_fee_refunds.retrieve"),
    ("application_fees.refunds.list", "application_fee_refunds.list"),
    ("application_fees.refunds.update", "application_fee_refunds.update"),
    ("v2.core.events.retrieve", "v2_events.retrieve"),
    ("v2.core.event_destinations.create", "event_destinations.create"),
    ("v2.core.event_destinations.retrieve", "event_destinations.retrieve"),
    ("v2.core.event_destinations.list", "event_destinations.list"),
    ("v2.core.event_destinations.enable", "event_destinations.enable"),
    ("v2.core.event_destinations.disable", "event_destinations.disable"),
    ("billing_portal.sessions.create", "billing_portal_sessions.create"),
    ("accounts.capabilities.retrieve", "capabilities.retrieve"),
    ("accounts.capabilities.list", "capabilities.list"),
    ("accounts.capabilities.update", "capabilities.update"),
    ("accounts.login_links.create", "login_links.create"),
];

/// The name by which the table of operations has it.
fn formerly(name: &str) -> &str {
    RENAMED.iter().find(|(now, _)| *now == name).map_or(name, |(_, before)| before)
}

/// Whose account an operation is on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Merchant,
    Platform,
    Both,
}

/// Writes down all objects that operations answer with.
macro_rules! objects {
    ($( $object:ident ),* $(,)?) => {
        /// One of Stripe's objects. As JSON it has the fields of its record, without the raw JSON.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
        #[serde(untagged)]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant)]
        pub enum AnyObject {
            $(
                /// The object.
                $object($object),
            )*
        }

        impl AnyObject {
            /// The object as it came.
            #[must_use]
            pub fn raw(&self) -> &str {
                match self {
                    $( Self::$object(object) => &object.raw, )*
                }
            }

            /// The name of its record, by which other languages know what to show of it: `Session`.
            #[must_use]
            pub fn record(&self) -> &'static str {
                match self {
                    $( Self::$object(_) => stringify!($object), )*
                }
            }

            #[cfg(test)]
            pub(crate) fn filled() -> Vec<Self> {
                vec![$( Self::$object($crate::redacted::Filled::filled("")), )*]
            }

            /// Whether this is Stripe's stored answer to an earlier request; see the records' field.
            #[must_use]
            pub fn replayed(&self) -> bool {
                match self {
                    $( Self::$object(object) => object.replayed, )*
                }
            }

            pub(crate) fn own_id(&self) -> &str {
                match self {
                    $( Self::$object(object) => $crate::answer::FromObject::own_id(object), )*
                }
            }
        }

        impl Replay for AnyObject {
            fn mark_replayed(&mut self) {
                match self {
                    $( Self::$object(object) => object.mark_replayed(), )*
                }
            }
        }

        $(
            impl From<$object> for AnyObject {
                fn from(object: $object) -> Self {
                    AnyObject::$object(object)
                }
            }

            impl From<$object> for AnyAnswer {
                fn from(object: $object) -> Self {
                    AnyAnswer::Object(AnyObject::$object(object))
                }
            }

            impl From<Page<$object>> for AnyAnswer {
                fn from(page: Page<$object>) -> Self {
                    let data = page.data.into_iter().map(AnyObject::$object).collect();
                    AnyAnswer::Page(Page { data, has_more: page.has_more, replayed: page.replayed, cursor: page.cursor })
                }
            }
        )*
    };
}

objects! {
    Session, SessionLineItem, PaymentIntent, Charge, Refund, ApplicationFee, FeeRefund, Dispute,
    BalanceTransaction, Subscription, Invoice, Customer, Product, Price, BillingPortalSession, StoredEvent, V2Event, WebhookEndpoint, EventDestination, DeletedObject, Account,
    Capability, AccountSession, AccountLink, LoginLink, PaymentMethodConfiguration, PaymentMethodDomain,
}

/// What an operation that was chosen at run time answers with.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant)]
pub enum AnyAnswer {
    /// One object.
    Object(AnyObject),
    /// A page of a list.
    Page(Page<AnyObject>),
}

impl AnyAnswer {
    /// Whether this is Stripe's stored answer to an earlier request with the same idempotency key.
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

impl AnyOperation {
    /// Reads an answer to the operation of that name, as [`Call::receive`] does when there is nothing
    /// to retry.
    ///
    /// Errors: those of [`call::read`](crate::call::read), and `unknown_operation`.
    pub fn read(name: &str, response: &Response) -> Result<AnyAnswer, Error> {
        if !Self::knows(name) {
            return Err(unknown(name));
        }
        read_named::<Self>(name, response)
    }

    fn needs_key(&self, key: Option<IdempotencyKey>) -> Result<Option<IdempotencyKey>, Error> {
        match (self.key_use(), key) {
            (KeyUse::Never, _) | (KeyUse::Optional, None) => Ok(None),
            (KeyUse::Optional | KeyUse::Required, Some(key)) => Ok(Some(key)),
            // The empty key has the error that says what a key is.
            (KeyUse::Required, None) => "".parse().map(Some),
        }
    }

    fn out_of(&self, scope: &str, other: &str) -> Error {
        let text = format!("`{}` is not on the {scope}: make this call through the {other}", self.name());
        Error::fault("account", "wrong_scope", text)
    }
}

impl Merchant {
    /// Makes a call of an operation that was chosen at run time. Writes need an idempotency key, but for those that
    /// delete.
    ///
    /// Errors: `wrong_scope` for what is on the platform's own account, and those of
    /// [`Merchant::call`].
    pub fn any(
        &self,
        operation: &AnyOperation,
        key: Option<IdempotencyKey>,
    ) -> Result<Call<AnyOperation>, Error> {
        if operation.scope() == Scope::Platform {
            return Err(operation.out_of("merchant's account", "platform, without an account"));
        }
        let key = operation.needs_key(key)?;
        self.prepare(operation, key.as_ref())
    }
}

impl Platform {
    /// Makes a call of an operation that was chosen at run time. Writes need an idempotency key, but for those that
    /// delete.
    ///
    /// Errors: `wrong_scope` for what is on a merchant's account, and those of [`Platform::call`].
    pub fn any(
        &self,
        operation: &AnyOperation,
        key: Option<IdempotencyKey>,
    ) -> Result<Call<AnyOperation>, Error> {
        if operation.scope() == Scope::Merchant {
            return Err(operation.out_of("platform's own account", "merchant whose account it is on"));
        }
        let key = operation.needs_key(key)?;
        self.prepare(operation, key.as_ref())
    }

    /// The merchant of an account, or the platform itself without one, at a time: what
    /// [`any`](Self::any) needs when all of it is known at run time only.
    ///
    /// Errors: those of [`any`](Self::any) and of [`Merchant::any`], and `invalid_account_id`.
    pub fn any_for(
        &self,
        account: Option<&str>,
        now: Option<i64>,
        operation: &AnyOperation,
        key: Option<IdempotencyKey>,
    ) -> Result<Call<AnyOperation>, Error> {
        let Some(account) = account else { return self.any(operation, key) };
        let merchant = self.merchant(account.parse::<AccountId>()?);
        match now {
            Some(now) => merchant.at(now).any(operation, key),
            None => merchant.any(operation, key),
        }
    }
}

impl Call<AnyOperation> {
    /// The call for the page after this call's answer; nothing after the last, and for what is no list.
    #[must_use]
    pub fn next_page_of(&self, answer: &AnyAnswer) -> Option<Self> {
        self.following(answer.cursor()?)
    }
}

fn unknown(name: &str) -> Error {
    Error::fault("operation", "unknown_operation", format!("no operation is called `{name}`"))
}

#[cfg(test)]
mod tests;
