//! All operations, and the records that no operation mentions.

use super::Operation;
#[cfg(any(test, feature = "schema"))]
use super::Record;
use crate::billing::{
    CreateBillingPortalSession, CreateCustomer, CreatePrice, CreateProduct, CreateSubscriptionSession,
    ListPrices, ListProducts, RetrieveCustomer, RetrieveInvoice, RetrieveSubscription,
    RetrieveSubscriptionSession,
};
use crate::checkout::{
    CreateSession, ExpireSession, ListLineItems, ListSessions, RetrieveSession, UpdateSession,
};
use crate::events::{
    CreateEventDestination, CreateWebhookEndpoint, DeleteWebhookEndpoint, DisableEventDestination,
    EnableEventDestination, ListEventDestinations, ListEvents, ListWebhookEndpoints, RetrieveEvent,
    RetrieveEventDestination, RetrieveV2Event, RetrieveWebhookEndpoint, UpdateWebhookEndpoint,
};
use crate::merchants::{
    CloseV2Account, CreateAccount, CreateAccountLink, CreateAccountSession, CreateLoginLink,
    CreatePaymentMethodConfiguration, CreatePaymentMethodDomain, CreateV2Account, CreateV2AccountLink,
    ListAccounts, ListCapabilities, ListPaymentMethodConfigurations, ListPaymentMethodDomains,
    ListV2Accounts, RetrieveAccount, RetrieveCapability, RetrievePaymentMethodConfiguration,
    RetrievePaymentMethodDomain, RetrieveV2Account, UpdateAccount, UpdateCapability,
    UpdatePaymentMethodConfiguration, UpdatePaymentMethodDomain, UpdateV2Account,
    ValidatePaymentMethodDomain,
};
use crate::payments::{
    CancelPaymentIntent, CancelRefund, CapturePaymentIntent, CreateApplicationFeeRefund, CreateRefund,
    ListApplicationFeeRefunds, ListApplicationFees, ListCharges, ListDisputes, ListPaymentIntents,
    ListRefunds, RetrieveApplicationFee, RetrieveApplicationFeeRefund, RetrieveBalanceTransaction,
    RetrieveCharge, RetrieveDispute, RetrievePaymentIntent, RetrieveRefund, UpdateApplicationFeeRefund,
    UpdateRefund,
};

/// Every operation.
pub(crate) const OPERATIONS: &[&Operation] = &[
    CreateSession::OPERATION,
    RetrieveSession::OPERATION,
    ListSessions::OPERATION,
    UpdateSession::OPERATION,
    ExpireSession::OPERATION,
    ListLineItems::OPERATION,
    RetrievePaymentIntent::OPERATION,
    ListPaymentIntents::OPERATION,
    CapturePaymentIntent::OPERATION,
    CancelPaymentIntent::OPERATION,
    RetrieveCharge::OPERATION,
    ListCharges::OPERATION,
    CreateRefund::OPERATION,
    RetrieveRefund::OPERATION,
    ListRefunds::OPERATION,
    UpdateRefund::OPERATION,
    CancelRefund::OPERATION,
    RetrieveApplicationFee::OPERATION,
    ListApplicationFees::OPERATION,
    CreateApplicationFeeRefund::OPERATION,
    RetrieveApplicationFeeRefund::OPERATION,
    ListApplicationFeeRefunds::OPERATION,
    UpdateApplicationFeeRefund::OPERATION,
    RetrieveDispute::OPERATION,
    ListDisputes::OPERATION,
    RetrieveBalanceTransaction::OPERATION,
    RetrieveEvent::OPERATION,
    ListEvents::OPERATION,
    RetrieveV2Event::OPERATION,
    CreateWebhookEndpoint::OPERATION,
    RetrieveWebhookEndpoint::OPERATION,
    ListWebhookEndpoints::OPERATION,
    UpdateWebhookEndpoint::OPERATION,
    DeleteWebhookEndpoint::OPERATION,
    CreateEventDestination::OPERATION,
    RetrieveEventDestination::OPERATION,
    ListEventDestinations::OPERATION,
    EnableEventDestination::OPERATION,
    DisableEventDestination::OPERATION,
    RetrieveSubscription::OPERATION,
    RetrieveInvoice::OPERATION,
    CreateCustomer::OPERATION,
    RetrieveCustomer::OPERATION,
    CreateProduct::OPERATION,
    ListProducts::OPERATION,
    CreatePrice::OPERATION,
    ListPrices::OPERATION,
    CreateSubscriptionSession::OPERATION,
    RetrieveSubscriptionSession::OPERATION,
    CreateBillingPortalSession::OPERATION,
    CreateAccount::OPERATION,
    RetrieveAccount::OPERATION,
    ListAccounts::OPERATION,
    UpdateAccount::OPERATION,
    CreateV2Account::OPERATION,
    RetrieveV2Account::OPERATION,
    ListV2Accounts::OPERATION,
    UpdateV2Account::OPERATION,
    CloseV2Account::OPERATION,
    CreateV2AccountLink::OPERATION,
    RetrieveCapability::OPERATION,
    ListCapabilities::OPERATION,
    UpdateCapability::OPERATION,
    CreateAccountSession::OPERATION,
    CreateAccountLink::OPERATION,
    CreateLoginLink::OPERATION,
    CreatePaymentMethodConfiguration::OPERATION,
    RetrievePaymentMethodConfiguration::OPERATION,
    ListPaymentMethodConfigurations::OPERATION,
    UpdatePaymentMethodConfiguration::OPERATION,
    CreatePaymentMethodDomain::OPERATION,
    RetrievePaymentMethodDomain::OPERATION,
    ListPaymentMethodDomains::OPERATION,
    UpdatePaymentMethodDomain::OPERATION,
    ValidatePaymentMethodDomain::OPERATION,
];

/// The names of all operations.
#[allow(clippy::indexing_slicing, reason = "at compile time, where a wrong index does not compile")]
pub(crate) const fn names() -> [&'static str; OPERATIONS.len()] {
    let mut names = [""; OPERATIONS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = OPERATIONS[at].name;
        at += 1;
    }
    names
}

/// Returns the operation with that current or previous name.
pub(crate) fn operation(name: &str) -> Option<&'static Operation> {
    OPERATIONS.iter().copied().find(|operation| {
        operation.name == name || (operation.formerly == name && !operation.formerly.is_empty())
    })
}

/// Records that the core takes or returns, other than those of operations.
#[cfg(any(test, feature = "schema"))]
pub(crate) static OTHERS: &[&Record] = &[
    crate::Fee::RECORD,
    crate::webhook::Expected::RECORD,
    crate::webhook::Difference::RECORD,
    crate::webhook::Subject::RECORD,
    crate::merchants::Purchase::RECORD,
    crate::merchants::Offer::RECORD,
    crate::merchants::Readiness::RECORD,
    crate::merchants::OnboardingOptions::RECORD,
    crate::merchants::Onboarding::RECORD,
    crate::merchants::MethodStanding::RECORD,
    crate::merchants::WantedMethod::RECORD,
    crate::merchants::MerchantMethods::RECORD,
    crate::merchants::Review::RECORD,
    crate::payments::PaymentFacts::RECORD,
    crate::payments::Ledger::RECORD,
];

/// Returns every record that an operation or another record mentions, by name.
#[cfg(any(test, feature = "schema"))]
pub(crate) fn records() -> std::collections::BTreeMap<&'static str, &'static Record> {
    let mut found = std::collections::BTreeMap::new();
    let named = OPERATIONS.iter().flat_map(|operation| [operation.params, operation.answer]);
    for record in named.chain(OTHERS.iter().copied()) {
        add(record, &mut found);
    }
    found
}

#[cfg(any(test, feature = "schema"))]
fn add(record: &'static Record, found: &mut std::collections::BTreeMap<&'static str, &'static Record>) {
    if found.insert(record.name, record).is_none() {
        for field in record.fields {
            if let super::Of::Record(inner) = field.shape.of {
                add(inner, found);
            }
        }
    }
}
