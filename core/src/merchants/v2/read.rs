//! Retrieving and listing accounts of v2.

use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::check_page;
use crate::schema::{At, Given, v2_params};

use super::V2Account;
use super::write::include;

v2_params! {
    /// Retrieves an account of v2; it can also retrieve an account of v1, about ten minutes after its
    /// creation.
    ///
    /// `GET /v2/core/accounts/{id}`, <https://docs.stripe.com/api/v2/core/accounts/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveV2Account {
        path {
            /// `acct_…`
            pub id: String,
        }
        /// What else the response contains. Otherwise each of these is `null`, even if it is set:
        /// `configuration.customer`, `configuration.merchant`, `configuration.recipient`, `defaults`,
        /// `future_requirements`, `identity`, `requirements`.
        pub include: Vec<String> [closed(include!())],
    }
}

impl RetrieveV2Account {
    /// Retrieves a merchant with everything that [`readiness`](crate::merchants::readiness) needs.
    pub fn merchant(id: impl Into<String>) -> Self {
        let include = READINESS.iter().map(|name| (*name).to_owned()).collect();
        RetrieveV2Account { id: id.into(), include, ..RetrieveV2Account::default() }
    }
}

/// What readiness needs.
pub(crate) const READINESS: &[&str] =
    &["configuration.merchant", "defaults", "requirements", "future_requirements"];

operation!(
    RetrieveV2Account, "v2.core.accounts.retrieve",
    Read: Get "/v2/core/accounts/{id}" (id: "acct_") -> V2Account,
    [OnPlatform]
);

v2_params! {
    /// Lists the platform's accounts through Stripe's v2, including those of v1. Closed accounts are left out
    /// unless they are requested.
    ///
    /// `GET /v2/core/accounts`, <https://docs.stripe.com/api/v2/core/accounts/list>.
    #[derive(Eq)]
    pub struct ListV2Accounts {
        /// Only accounts with these configurations: `customer`, `merchant`, `recipient`.
        pub applied_configurations: Vec<String> [closed("customer,merchant,recipient")],
        /// Only closed ones, or only open ones.
        pub closed: Option<bool>,
        /// The page size, 1 to 100.
        pub limit: Option<i64>,
    }
}

fn check_limit(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    // Pages of v2 contain the URL of the next page, so there are no other parameters.
    check_page(given, [At::<ListV2Accounts>::limit, usize::MAX, usize::MAX], faults);
}

operation!(
    ListV2Accounts, "v2.core.accounts.list",
    Read: Get "/v2/core/accounts" -> Page<V2Account>,
    [OnPlatform, List],
    rule check_limit
);
