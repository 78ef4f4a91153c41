//! Accounts v1, for platforms that have not moved to v2.

use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::{Created, Metadata};
use crate::schema::{At, Given, list_params, params, record};

use super::v2::check_requested;
use super::{Account, AccountBranding, CapabilityRequest, DeclineOn};

params! {
    /// Creates an account of v1 for a merchant. New platforms use
    /// [`CreateV2Account`](super::CreateV2Account), and Stripe may reject this call from them.
    ///
    /// `POST /v1/accounts`, <https://docs.stripe.com/api/accounts/create>.
    #[derive(Eq)]
    pub struct CreateAccount {
        /// The merchant's business.
        pub business_profile: Option<BusinessProfile>,
        /// The type of business: `company`, `government_entity`, `individual` or `non_profit`.
        pub business_type: Option<String> [open("company,government_entity,individual,non_profit")],
        /// The capabilities to request.
        pub capabilities: Option<AccountCapabilities>,
        /// Who controls the account, and who pays for what. This cannot be changed later.
        pub controller: Option<ControllerParams>,
        /// The country, two upper-case letters.
        pub country: Option<String> [most(5000)],
        /// The currency, three lower-case letters.
        pub default_currency: Option<String>,
        /// The e-mail address for messages from Stripe.
        pub email: Option<String> as personal,
        /// Settings of its Checkout pages and of its customers' bank statements.
        pub settings: Option<AccountSettings>,
        /// `custom`, `express` or `standard`; superseded by `controller`.
        pub r#type: Option<String> [closed("custom,express,standard")],
        /// Your own metadata: at most 50 keys.
        pub metadata: Metadata,
    }
}

record! {
    /// A merchant's business.
    #[derive(Eq)]
    pub struct BusinessProfile {
        /// The name that customers know.
        pub name: Option<String> as personal [most(5000)],
        /// The URL of its website.
        pub url: Option<String> as personal,
        /// The merchant category code, four digits.
        pub mcc: Option<String> [most(4)],
        /// A description of what it sells.
        pub product_description: Option<String> as personal [most(40000)],
        /// The e-mail address for customer support.
        pub support_email: Option<String> as personal,
        /// The phone number for customer support.
        pub support_phone: Option<String> as personal [most(5000)],
        /// The URL for customer support.
        pub support_url: Option<String> as personal [unset],
    }
}

record! {
    /// The capabilities of v1 that direct charges need. Request all others with
    /// `accounts.capabilities.update`.
    #[derive(Eq)]
    pub struct AccountCapabilities {
        /// Cards and wallets; only together with `transfers`.
        pub card_payments: Option<CapabilityRequest>,
        /// If this is inactive, `card_payments` is inactive too.
        pub transfers: Option<CapabilityRequest>,
    }
}

record! {
    /// Who controls an account of v1, and who pays for what.
    #[derive(Eq)]
    pub struct ControllerParams {
        /// Who pays Stripe's fees.
        pub fees: Option<ControllerFees>,
        /// Who is liable for losses.
        pub losses: Option<ControllerLosses>,
        /// Who collects missing information from the merchant: `application` or `stripe`.
        pub requirement_collection: Option<String> [closed("application,stripe")],
        /// Which Dashboard the merchant has.
        pub stripe_dashboard: Option<ControllerDashboard>,
    }
}

record! {
    /// Who pays Stripe's fees.
    #[derive(Eq)]
    pub struct ControllerFees {
        /// `account` for the merchant, or `application` for the platform.
        pub payer: Option<String> [closed("account,application")],
    }
}

record! {
    /// Who is liable for losses.
    #[derive(Eq)]
    pub struct ControllerLosses {
        /// `application` for the platform, or `stripe`.
        pub payments: Option<String> [closed("application,stripe")],
    }
}

record! {
    /// Which Dashboard a merchant has.
    #[derive(Eq)]
    pub struct ControllerDashboard {
        /// `full`, `express` or `none`.
        pub r#type: Option<String> [closed("express,full,none")],
    }
}

record! {
    /// Settings of an account's Checkout pages and of its customers' bank statements.
    #[derive(Eq)]
    pub struct AccountSettings {
        /// The branding of the pages.
        pub branding: Option<AccountBranding>,
        /// Card payments: their statement descriptor, and which of them are declined.
        pub card_payments: Option<CardPaymentsSettings>,
        /// All other payments.
        pub payments: Option<PaymentsSettings>,
    }
}

record! {
    /// Settings of card payments.
    #[derive(Eq)]
    pub struct CardPaymentsSettings {
        /// Checks after which a payment is declined even if the bank would approve it.
        pub decline_on: Option<DeclineOn>,
        /// The prefix of the statement descriptor, at most 10 characters.
        pub statement_descriptor_prefix: Option<String> as personal [most(10)],
    }
}

record! {
    /// Settings of all payments.
    #[derive(Eq)]
    pub struct PaymentsSettings {
        /// The statement descriptor for payments without their own, at most 22 characters.
        pub statement_descriptor: Option<String> as personal [most(22)],
    }
}

/// Stripe rejects an account of v1 that requests one without the other.
fn check_create(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type C = At<AccountCapabilities>;
    let Some(asked) = given.record(At::<CreateAccount>::capabilities) else { return };
    check_requested(AccountCapabilities::RECORD, asked, "capabilities", faults);
    let is_asked = |field| {
        let request = asked.record(field);
        request.and_then(|request| request.boolean(At::<CapabilityRequest>::requested)) == Some(true)
    };
    let mut further = given.pairs(At::<CreateAccount>::extra);
    let further = further.any(|(path, _)| path.replace(['[', '.'], " ").contains("capabilities transfers"));
    if is_asked(C::card_payments) && !is_asked(C::transfers) && !further {
        let text =
            "expected `requested: true`: accounts of v1 can have `card_payments` only together with it";
        faults.push(Fault::new("capabilities.transfers", "missing_parameter", text));
    }
}

operation!(
    CreateAccount, "accounts.create",
    Write: Post "/v1/accounts" -> Account,
    [OnPlatform],
    rule check_create
);

params! {
    /// Updates an account through Stripe's v1, which also works for accounts of v2. Fields that are absent do
    /// not change.
    ///
    /// `POST /v1/accounts/{id}`, <https://docs.stripe.com/api/accounts/update>.
    #[derive(Eq)]
    pub struct UpdateAccount {
        path {
            /// `acct_…`
            pub id: String,
        }
        /// The merchant's business.
        pub business_profile: Option<BusinessProfile>,
        /// The type of business: `company`, `government_entity`, `individual` or `non_profit`.
        pub business_type: Option<String> [open("company,government_entity,individual,non_profit")],
        /// The capabilities to request.
        pub capabilities: Option<AccountCapabilities>,
        /// The currency, three lower-case letters.
        pub default_currency: Option<String>,
        /// The e-mail address for messages from Stripe.
        pub email: Option<String> as personal,
        /// Settings of its Checkout pages and of its customers' bank statements.
        pub settings: Option<AccountSettings>,
        /// Your own metadata: at most 50 keys. A key with an empty value is removed.
        pub metadata: Metadata,
    }
}

fn check_update(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    if let Some(asked) = given.record(At::<UpdateAccount>::capabilities) {
        check_requested(AccountCapabilities::RECORD, asked, "capabilities", faults);
    }
}

operation!(
    UpdateAccount, "accounts.update",
    Write: Post "/v1/accounts/{id}" (id: "acct_") -> Account,
    [OnPlatform],
    rule check_update
);

list_params! {
    /// Lists the platform's accounts through Stripe's v1, including those of v2, newest first.
    ///
    /// `GET /v1/accounts`, <https://docs.stripe.com/api/accounts/list>.
    pub struct ListAccounts {
        /// Only those created in this period.
        pub created: Option<Created>,
    }
}

operation!(
    ListAccounts, "accounts.list",
    Read: Get "/v1/accounts" -> Page<Account>,
    [OnPlatform, List],
    rule ListAccounts::check_page
);
