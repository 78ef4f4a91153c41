//! Reading accounts of v2.

use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::check_page;
use crate::schema::{At, Given, v2_params};

use super::V2Account;
use super::write::include;

v2_params! {
    /// Retrieves an account of v2; an account of v1 can be read so, too, about ten minutes after it was made.
    ///
    /// `GET /v2/core/accounts/{id}`, <https://docs.stripe.com/api/v2/core/accounts/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveV2Account {
        path {
            /// `acct_…`
            pub id: String,
        }
        /// What the answer should tell; without it, Stripe answers `null` for each of these even where it is
        /// set: `configuration.customer`, `configuration.merchant`, `configuration.recipient`, `defaults`,
        /// `future_requirements`, `identity`, `requirements`.
        pub include: Vec<String> [closed(include!())],
    }
}

impl RetrieveV2Account {
    /// Reads a merchant with all that [`readiness`](crate::merchants::readiness) looks at.
    pub fn merchant(id: impl Into<String>) -> Self {
        let include = READINESS.iter().map(|name| (*name).to_owned()).collect();
        RetrieveV2Account { id: id.into(), include, ..RetrieveV2Account::default() }
    }
}

/// What readiness looks at.
pub(crate) const READINESS: &[&str] =
    &["configuration.merchant", "defaults", "requirements", "future_requirements"];

operation!(
    RetrieveV2Account, "v2.core.accounts.retrieve",
    Read: Get "/v2/core/accounts/{id}" (id: "acct_") -> V2Account,
    [OnPlatform]
);

v2_params! {
    /// Lists the platform's accounts by Stripe's v2, those of v1 among them. Closed ones are left out unless
    /// they are asked for.
    ///
    /// `GET /v2/core/accounts`, <https://docs.stripe.com/api/v2/core/accounts/list>.
    #[derive(Eq)]
    pub struct ListV2Accounts {
        /// Only accounts with these configurations: `customer`, `merchant`, `recipient`.
        pub applied_configurations: Vec<String> [closed("customer,merchant,recipient")],
        /// Only closed ones, or only those that are not.
        pub closed: Option<bool>,
        /// How many objects a page has: 1 to 100.
        pub limit: Option<i64>,
    }
}

fn check_limit(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    // Pages of v2 name the next one themselves, so there is nothing else.
    check_page(given, [At::<ListV2Accounts>::limit, usize::MAX, usize::MAX], faults);
}

operation!(
    ListV2Accounts, "v2.core.accounts.list",
    Read: Get "/v2/core/accounts" -> Page<V2Account>,
    [OnPlatform, List],
    rule check_limit
);
