//! Accounts, and what lives in each.

use std::collections::BTreeMap;

use super::balance::Transaction;
use super::charge::Charge;
use super::fee::ApplicationFee;
use super::refund::Refund;
use super::{PaymentIntent, Replies, Session};

/// A connected account: a merchant of the platform.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Account {
    /// `acct_…`
    pub id: String,
    /// What the buyer reads at the top of the payment page.
    pub name: String,
    /// The payment page's color, as CSS writes it: `#0a7d5a`.
    pub brand_color: String,
    /// The account's country, two letters.
    pub country: String,
}

impl Account {
    /// An account in Austria with a neutral color; change the fields you care about.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self { id: id.into(), name: name.into(), brand_color: "#1f3a5f".to_owned(), country: "AT".to_owned() }
    }

    /// The account with another color.
    #[must_use]
    pub fn brand_color(mut self, color: impl Into<String>) -> Self {
        self.brand_color = color.into();
        self
    }

    /// The account in another country.
    #[must_use]
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.country = country.into();
        self
    }
}

/// Whose objects a request is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Scope {
    Platform,
    Connected(String),
}

impl Scope {
    /// The `account` of an event, absent on the platform's own.
    pub(crate) fn account(&self) -> Option<&str> {
        match self {
            Self::Platform => None,
            Self::Connected(id) => Some(id),
        }
    }
}

/// An account and all its objects. Nothing is shared between two of them.
#[derive(Debug)]
pub(crate) struct Island {
    pub(crate) account: Account,
    /// The payment method configuration in force, and the platform's one it was derived from.
    pub(crate) configuration: String,
    pub(crate) parent_configuration: Option<String>,
    pub(crate) sessions: BTreeMap<String, Session>,
    pub(crate) payment_intents: BTreeMap<String, PaymentIntent>,
    /// In the order in which they were made, as are those below.
    pub(crate) charges: Vec<Charge>,
    pub(crate) refunds: Vec<Refund>,
    pub(crate) transactions: Vec<Transaction>,
    /// On the platform alone.
    pub(crate) fees: Vec<ApplicationFee>,
    pub(crate) replies: Replies,
}

impl Island {
    pub(super) fn new(account: Account, configuration: String, parent: Option<String>) -> Self {
        Self {
            account,
            configuration,
            parent_configuration: parent,
            sessions: BTreeMap::new(),
            payment_intents: BTreeMap::new(),
            charges: Vec::new(),
            refunds: Vec::new(),
            transactions: Vec::new(),
            fees: Vec::new(),
            replies: Replies::default(),
        }
    }
}
