//! Accounts of Stripe's v1, for platforms that stay with them.

use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::{Created, Metadata};
use crate::schema::{At, Given, list_params, params, record};

use super::v2::check_requested;
use super::{Account, AccountBranding, CapabilityRequest, DeclineOn};

params! {
    /// Creates an account of v1 for a merchant. New platforms use
    /// [`CreateV2Account`](super::CreateV2Account), and Stripe may refuse this to them.
    ///
    /// `POST /v1/accounts`, <https://docs.stripe.com/api/accounts/create>.
    #[derive(Eq)]
    pub struct CreateAccount {
        /// What the merchant does.
        pub business_profile: Option<BusinessProfile>,
        /// `company`, `government_entity`, `individual` or `non_profit`.
        pub business_type: Option<String> [open("company,government_entity,individual,non_profit")],
        /// What it asks to be allowed.
        pub capabilities: Option<AccountCapabilities>,
        /// Who controls the account, and who pays for what. Fixed from then on.
        pub controller: Option<ControllerParams>,
        /// Two letters, upper case.
        pub country: Option<String> [most(5000)],
        /// The currency, three lower-case letters.
        pub default_currency: Option<String>,
        /// Where Stripe writes to.
        pub email: Option<String> as personal,
        /// How its Checkout pages and its customers' bank statements look.
        pub settings: Option<AccountSettings>,
        /// `custom`, `express` or `standard`; `controller` has taken its place.
        pub r#type: Option<String> [closed("custom,express,standard")],
        /// Your own metadata: at most 50 keys.
        pub metadata: Metadata,
    }
}

record! {
    /// What a merchant does.
    #[derive(Eq)]
    pub struct BusinessProfile {
        /// The name that customers know.
        pub name: Option<String> as personal [most(5000)],
        /// Its own page.
        pub url: Option<String> as personal,
        /// The kind of business, four digits.
        pub mcc: Option<String> [most(4)],
        /// What it sells.
        pub product_description: Option<String> as personal [most(40000)],
        /// Where its customers find help, by e-mail.
        pub support_email: Option<String> as personal,
        /// By telephone.
        pub support_phone: Option<String> as personal [most(5000)],
        /// On a page.
        pub support_url: Option<String> as personal [unset],
    }
}

record! {
    /// What an account of v1 asks to be allowed: both for direct charges. All others are asked for by
    /// `accounts.capabilities.update`.
    #[derive(Eq)]
    pub struct AccountCapabilities {
        /// Cards and wallets; only together with `transfers`.
        pub card_payments: Option<CapabilityRequest>,
        /// Where this is inactive, so is `card_payments`.
        pub transfers: Option<CapabilityRequest>,
    }
}

record! {
    /// Who controls an account of v1, and who pays for what.
    #[derive(Eq)]
    pub struct ControllerParams {
        /// Who pays Stripe's fees.
        pub fees: Option<ControllerFees>,
        /// Who bears losses.
        pub losses: Option<ControllerLosses>,
        /// Who asks the merchant for what is missing: `application` or `stripe`.
        pub requirement_collection: Option<String> [closed("application,stripe")],
        /// Which Dashboard the merchant has.
        pub stripe_dashboard: Option<ControllerDashboard>,
    }
}

record! {
    /// Who pays Stripe's fees.
    #[derive(Eq)]
    pub struct ControllerFees {
        /// `account`, the merchant, or `application`, you.
        pub payer: Option<String> [closed("account,application")],
    }
}

record! {
    /// Who bears losses.
    #[derive(Eq)]
    pub struct ControllerLosses {
        /// `application`, you, or `stripe`.
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
    /// How an account's Checkout pages and its customers' bank statements look.
    #[derive(Eq)]
    pub struct AccountSettings {
        /// The pages.
        pub branding: Option<AccountBranding>,
        /// The statements for payments by card, and which cards are declined.
        pub card_payments: Option<CardPaymentsSettings>,
        /// All other statements.
        pub payments: Option<PaymentsSettings>,
    }
}

record! {
    /// What applies to payments by card.
    #[derive(Eq)]
    pub struct CardPaymentsSettings {
        /// What a payment is declined for although the bank would make it.
        pub decline_on: Option<DeclineOn>,
        /// What comes before the text of a payment, at most 10 characters.
        pub statement_descriptor_prefix: Option<String> as personal [most(10)],
    }
}

record! {
    /// What applies to all payments.
    #[derive(Eq)]
    pub struct PaymentsSettings {
        /// The text on bank statements where a payment has none of its own, at most 22 characters.
        pub statement_descriptor: Option<String> as personal [most(22)],
    }
}

/// Stripe refuses an account of v1 that asks for one without the other.
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
        let text = "expected `requested: true`: stripe's v1 gives `card_payments` only together with it";
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
    /// Changes an account by Stripe's v1; accounts of v2, too. What is not named stays.
    ///
    /// `POST /v1/accounts/{id}`, <https://docs.stripe.com/api/accounts/update>.
    #[derive(Eq)]
    pub struct UpdateAccount {
        path {
            /// `acct_…`
            pub id: String,
        }
        /// What the merchant does.
        pub business_profile: Option<BusinessProfile>,
        /// `company`, `government_entity`, `individual` or `non_profit`.
        pub business_type: Option<String> [open("company,government_entity,individual,non_profit")],
        /// What it asks to be allowed.
        pub capabilities: Option<AccountCapabilities>,
        /// The currency, three lower-case letters.
        pub default_currency: Option<String>,
        /// Where Stripe writes to.
        pub email: Option<String> as personal,
        /// How its Checkout pages and its customers' bank statements look.
        pub settings: Option<AccountSettings>,
        /// Your own metadata: at most 50 keys; an empty text removes a key.
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
    /// Lists the platform's accounts by Stripe's v1, those of v2 among them; the newest first.
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
