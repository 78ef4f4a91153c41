//! Operations and objects as enums that UniFFI carries, for the façades that are not on the waist yet.

use crate::billing::{
    BillingPortalSession, CreateBillingPortalSession, CreateCustomer, CreatePrice, CreateProduct,
    CreateSubscriptionSession, Customer, Invoice, ListPrices, ListProducts, Price, Product, RetrieveCustomer,
    RetrieveInvoice, RetrieveSubscription, RetrieveSubscriptionSession, Subscription,
};
use crate::checkout::{
    CreateSession, ExpireSession, ListLineItems, ListSessions, RetrieveSession, Session, SessionLineItem,
    UpdateSession,
};
use crate::events::{
    CreateEventDestination, CreateWebhookEndpoint, DeleteWebhookEndpoint, DeletedObject,
    DisableEventDestination, EnableEventDestination, EventDestination, ListEventDestinations, ListEvents,
    ListWebhookEndpoints, RetrieveEvent, RetrieveEventDestination, RetrieveV2Event, RetrieveWebhookEndpoint,
    StoredEvent, UpdateWebhookEndpoint, V2Event, WebhookEndpoint,
};
use crate::merchants::{
    Account, AccountLink, AccountSession, Capability, CreateAccountLink, CreateAccountSession,
    CreateLoginLink, CreatePaymentMethodConfiguration, CreatePaymentMethodDomain, ListCapabilities,
    ListPaymentMethodConfigurations, ListPaymentMethodDomains, LoginLink, PaymentMethodConfiguration,
    PaymentMethodDomain, RetrieveAccount, RetrieveCapability, RetrievePaymentMethodConfiguration,
    RetrievePaymentMethodDomain, UpdateCapability, UpdatePaymentMethodConfiguration,
    UpdatePaymentMethodDomain, ValidatePaymentMethodDomain,
};
use crate::operation;
use crate::payments::{
    ApplicationFee, BalanceTransaction, CancelPaymentIntent, CancelRefund, CapturePaymentIntent, Charge,
    CreateApplicationFeeRefund, CreateRefund, Dispute, FeeRefund, ListApplicationFeeRefunds,
    ListApplicationFees, ListCharges, ListDisputes, ListPaymentIntents, ListRefunds, PaymentIntent, Refund,
    RetrieveApplicationFee, RetrieveApplicationFeeRefund, RetrieveBalanceTransaction, RetrieveCharge,
    RetrieveDispute, RetrievePaymentIntent, RetrieveRefund, UpdateApplicationFeeRefund, UpdateRefund,
};

macro_rules! operations {
    ($($operation:ident),* $(,)?) => {
        /// An operation with its parameters.
        #[derive(Clone, Debug, PartialEq, uniffi::Enum)]
        pub enum AnyOperation {
            $( $operation($operation), )*
        }

        impl From<AnyOperation> for operation::AnyOperation {
            fn from(typed: AnyOperation) -> Self {
                match typed {
                    $( AnyOperation::$operation(operation) => operation.into(), )*
                }
            }
        }

        impl From<operation::AnyOperation> for AnyOperation {
            fn from(any: operation::AnyOperation) -> Self {
                let (name, params) = any.into_parts();
                let slot = crate::schema::Slot::Record(params);
                $( if name == $operation::OPERATION.name {
                    return Self::$operation(crate::schema::FromSlot::from_slot(slot));
                } )*
                unreachable!("every operation is listed")
            }
        }
    };
}

macro_rules! objects {
    ($($object:ident),* $(,)?) => {
        /// One of Stripe's objects.
        #[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
        pub enum AnyObject {
            $( $object($object), )*
        }

        $( impl From<$object> for AnyObject {
            fn from(object: $object) -> Self {
                AnyObject::$object(object)
            }
        } )*

        impl From<AnyObject> for operation::AnyObject {
            fn from(typed: AnyObject) -> Self {
                match typed {
                    $( AnyObject::$object(object) => object.into(), )*
                }
            }
        }

        impl TryFrom<operation::AnyObject> for AnyObject {
            type Error = crate::error::Error;

            fn try_from(object: operation::AnyObject) -> Result<Self, Self::Error> {
                $( if object.record() == stringify!($object) {
                    return object.try_into().map(AnyObject::$object);
                } )*
                Err(crate::error::Error::fault("object", "wrong_object", object.record()))
            }
        }
    };
}

operations! {
    CreateSession, RetrieveSession, ListSessions, UpdateSession, ExpireSession, ListLineItems, RetrievePaymentIntent, ListPaymentIntents, CapturePaymentIntent, CancelPaymentIntent, RetrieveCharge, ListCharges, CreateRefund, RetrieveRefund, ListRefunds, UpdateRefund, CancelRefund, RetrieveApplicationFee, ListApplicationFees, CreateApplicationFeeRefund, RetrieveApplicationFeeRefund, ListApplicationFeeRefunds, UpdateApplicationFeeRefund, RetrieveDispute, ListDisputes, RetrieveBalanceTransaction, RetrieveEvent, ListEvents, RetrieveV2Event, CreateWebhookEndpoint, RetrieveWebhookEndpoint, ListWebhookEndpoints, UpdateWebhookEndpoint, DeleteWebhookEndpoint, CreateEventDestination, RetrieveEventDestination, ListEventDestinations, EnableEventDestination, DisableEventDestination, RetrieveSubscription, RetrieveInvoice, CreateCustomer, RetrieveCustomer, CreateProduct, ListProducts, CreatePrice, ListPrices, CreateSubscriptionSession, RetrieveSubscriptionSession, CreateBillingPortalSession, RetrieveAccount, RetrieveCapability, ListCapabilities, UpdateCapability, CreateAccountSession, CreateAccountLink, CreateLoginLink, CreatePaymentMethodConfiguration, RetrievePaymentMethodConfiguration, ListPaymentMethodConfigurations, UpdatePaymentMethodConfiguration, CreatePaymentMethodDomain, RetrievePaymentMethodDomain, ListPaymentMethodDomains, UpdatePaymentMethodDomain, ValidatePaymentMethodDomain,
}

objects! {
    Session, SessionLineItem, PaymentIntent, Charge, Refund, ApplicationFee, FeeRefund, Dispute, BalanceTransaction, Subscription, Invoice, Customer, Product, Price, BillingPortalSession, StoredEvent, V2Event, WebhookEndpoint, EventDestination, DeletedObject, Account, Capability, AccountSession, AccountLink, LoginLink, PaymentMethodConfiguration, PaymentMethodDomain,
}
