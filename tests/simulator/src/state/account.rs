//! Accounts and their objects.

use std::collections::BTreeMap;

use serde_json::Value;

use super::balance::Transaction;
use super::capability::{self, Capability};
use super::charge::Charge;
use super::configuration::Configuration;
use super::dispute::Dispute;
use super::domain::Domain;
use super::fee::ApplicationFee;
use super::refund::Refund;
use super::subscription::{Invoice, Subscription};
use super::v2::V2;
use super::{PaymentIntent, Replies, Session};

/// A connected account: a merchant of the platform.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Account {
    /// `acct_…`
    pub id: String,
    /// The name at the top of the payment page.
    pub name: String,
    /// The payment page's color, in CSS notation: `#0a7d5a`.
    pub brand_color: String,
    /// The account's country, two letters.
    pub country: String,
    /// Who pays Stripe's fees: `account`, `application`, `application_express` or `application_custom`.
    pub fees_payer: String,
    /// The merchant's Dashboard: `full`, `express` or `none`.
    pub dashboard: String,
    /// Capabilities that are not active at first, with their status.
    pub capabilities: Vec<(String, &'static str)>,
}

impl Account {
    /// Creates an account in Austria with a neutral color; change the fields that matter to you.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            brand_color: "#1f3a5f".to_owned(),
            country: "AT".to_owned(),
            fees_payer: "account".to_owned(),
            dashboard: "full".to_owned(),
            capabilities: Vec::new(),
        }
    }

    /// Sets the color.
    #[must_use]
    pub fn brand_color(mut self, color: impl Into<String>) -> Self {
        self.brand_color = color.into();
        self
    }

    /// Sets the country.
    #[must_use]
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.country = country.into();
        self
    }

    /// Sets who pays Stripe's fees.
    #[must_use]
    pub fn fees_payer(mut self, payer: impl Into<String>) -> Self {
        self.fees_payer = payer.into();
        self
    }

    /// Sets the Dashboard.
    #[must_use]
    pub fn dashboard(mut self, kind: impl Into<String>) -> Self {
        self.dashboard = kind.into();
        self
    }

    /// Removes a capability, which is then not requested yet.
    #[must_use]
    pub fn without(mut self, capability: impl Into<String>) -> Self {
        self.capabilities.push((capability.into(), "unrequested"));
        self
    }
}

/// The account that a request is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Scope {
    Platform,
    Connected(String),
}

impl Scope {
    /// Returns the `account` of an event, which is absent for the platform's own.
    pub(crate) fn account(&self) -> Option<&str> {
        match self {
            Self::Platform => None,
            Self::Connected(id) => Some(id),
        }
    }
}

/// An account and all its objects. Accounts share nothing.
#[derive(Debug)]
pub(crate) struct Island {
    pub(crate) account: Account,
    pub(crate) created: i64,
    /// The first one is the account's default.
    pub(crate) configurations: Vec<Configuration>,
    /// Those of a connected account; the platform has all.
    pub(crate) capabilities: Vec<Capability>,
    pub(crate) domains: Vec<Domain>,
    /// Of an account that was made by v2.
    pub(crate) v2: Option<V2>,
    pub(crate) sessions: BTreeMap<String, Session>,
    pub(crate) payment_intents: BTreeMap<String, PaymentIntent>,
    /// In the order of creation, as are those below.
    pub(crate) charges: Vec<Charge>,
    pub(crate) refunds: Vec<Refund>,
    pub(crate) transactions: Vec<Transaction>,
    pub(crate) disputes: Vec<Dispute>,
    /// As the API shows them.
    pub(crate) customers: Vec<Value>,
    pub(crate) products: Vec<Value>,
    pub(crate) prices: Vec<Value>,
    pub(crate) subscriptions: Vec<Subscription>,
    pub(crate) invoices: Vec<Invoice>,
    /// Only on the platform.
    pub(crate) fees: Vec<ApplicationFee>,
    pub(crate) replies: Replies,
}

impl Island {
    pub(super) fn new(account: Account, configuration: Configuration, now: i64) -> Self {
        let is_platform = configuration.parent.is_none();
        Self {
            created: now,
            configurations: vec![configuration],
            capabilities: if is_platform { Vec::new() } else { capability::at_first(&account, now) },
            domains: Vec::new(),
            v2: None,
            account,
            sessions: BTreeMap::new(),
            payment_intents: BTreeMap::new(),
            charges: Vec::new(),
            refunds: Vec::new(),
            transactions: Vec::new(),
            disputes: Vec::new(),
            customers: Vec::new(),
            products: Vec::new(),
            prices: Vec::new(),
            subscriptions: Vec::new(),
            invoices: Vec::new(),
            fees: Vec::new(),
            replies: Replies::default(),
        }
    }

    /// Returns whether a capability is active.
    pub(crate) fn is_active(&self, capability: &str) -> bool {
        self.capabilities.is_empty()
            || self.capabilities.iter().any(|own| own.name == capability && own.status == "active")
    }
}
