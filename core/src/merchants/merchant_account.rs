use std::fmt;

use crate::answer::FromObject as _;
use crate::error::Error;
use crate::operation::AnyObject;
use crate::schema::{Record, View};

use super::{Account, AccountRef, Capability, V2Account};

/// A merchant's account as Stripe returns it, through v1 or v2. Both are views of the same account with the
/// same id.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MerchantAccount {
    /// As v1 returns it.
    V1(Box<Account>),
    /// As v2 returns it.
    V2(Box<V2Account>),
}

impl MerchantAccount {
    /// Returns the account's id, `acct_…`.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            MerchantAccount::V1(account) => &account.id,
            MerchantAccount::V2(account) => &account.id,
        }
    }

    /// Returns the object's JSON as it was received.
    #[must_use]
    pub fn raw(&self) -> &str {
        match self {
            MerchantAccount::V1(account) => &account.raw,
            MerchantAccount::V2(account) => &account.raw,
        }
    }

    /// Parses an account of either kind from its JSON.
    ///
    /// Errors: `invalid_json`, and `wrong_type` for JSON of something else.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        V2Account::from_json(text)
            .map(MerchantAccount::from)
            .or_else(|_| Account::from_json(text).map(Self::from))
    }

    pub(crate) fn parsed(text: &str) -> Option<Self> {
        V2Account::parsed(text).map(MerchantAccount::from).or_else(|| Account::parsed(text).map(Self::from))
    }

    pub(crate) fn described(&self) -> (&'static Record, &dyn View) {
        match self {
            MerchantAccount::V1(account) => (Account::RECORD, &**account),
            MerchantAccount::V2(account) => (V2Account::RECORD, &**account),
        }
    }
}

impl fmt::Debug for MerchantAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MerchantAccount::V1(account) => account.fmt(f),
            MerchantAccount::V2(account) => account.fmt(f),
        }
    }
}

impl From<Account> for MerchantAccount {
    fn from(account: Account) -> Self {
        MerchantAccount::V1(Box::new(account))
    }
}

impl From<V2Account> for MerchantAccount {
    fn from(account: V2Account) -> Self {
        MerchantAccount::V2(Box::new(account))
    }
}

impl<'a> From<&'a MerchantAccount> for AccountRef<'a> {
    fn from(account: &'a MerchantAccount) -> Self {
        let (record, view) = account.described();
        AccountRef::of(record, view)
    }
}

impl TryFrom<AnyObject> for MerchantAccount {
    type Error = Error;

    /// Error `wrong_object` for an object of another kind.
    fn try_from(object: AnyObject) -> Result<Self, Error> {
        if object.record() == V2Account::RECORD.name {
            return V2Account::try_from(object).map(MerchantAccount::from);
        }
        Account::try_from(object).map(MerchantAccount::from)
    }
}

/// What a merchant may do, after it has changed: one capability as v1 writes it, or the account of v2 with all of
/// them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChangedCapability {
    /// The capability.
    V1(Box<Capability>),
    /// The account: its capabilities are in `configuration`.
    V2(Box<V2Account>),
}

impl ChangedCapability {
    pub(crate) fn parsed(text: &str) -> Option<Self> {
        let of_v1 = || Capability::parsed(text).map(|capability| ChangedCapability::V1(Box::new(capability)));
        V2Account::parsed(text).map(|account| ChangedCapability::V2(Box::new(account))).or_else(of_v1)
    }

    pub(crate) fn described(&self) -> (&'static Record, &dyn View) {
        match self {
            ChangedCapability::V1(capability) => (Capability::RECORD, &**capability),
            ChangedCapability::V2(account) => (V2Account::RECORD, &**account),
        }
    }
}
