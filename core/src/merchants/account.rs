use crate::operation::operation;
use crate::params::Metadata;
use crate::schema::{object, params, part, words};

object! {
    /// A connected account, which belongs to a merchant.
    ///
    /// <https://docs.stripe.com/api/accounts/object>
    pub struct Account: "account" {
        /// `acct_…`
        pub id: String,
        /// Whether it can accept payments now.
        pub charges_enabled: bool,
        /// Whether it receives payouts.
        pub payouts_enabled: bool,
        /// Whether the merchant has completed the onboarding form.
        pub details_submitted: bool,
        /// The country, two upper-case letters.
        pub country: Option<String>,
        /// The currency, three lower-case letters.
        pub default_currency: Option<String>,
        /// Who controls the account, and who pays for what.
        pub controller: Option<AccountController>,
        /// `standard`, `express`, `custom` or `none`.
        pub r#type: Option<AccountType>,
        /// Its capabilities by name: `active`, `inactive` or `pending`.
        pub capabilities: Metadata,
        /// What Stripe requires now.
        pub requirements: Option<Requirements>,
        /// What Stripe will require at a later date.
        pub future_requirements: Option<Requirements>,
        /// Your own metadata.
        pub metadata: Metadata,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

words! {
    /// Which Dashboard the merchant has.
    pub enum DashboardType { Full = "full", Express = "express", None = "none" }
}

words! {
    /// Who collects what is required.
    pub enum RequirementCollection { Application = "application", Stripe = "stripe" }
}

words! {
    /// Who bears losses.
    pub enum LossesCollector { Application = "application", Stripe = "stripe" }
}

words! {
    /// Who pays Stripe's fees.
    pub enum FeesPayer {
        Account = "account", Application = "application", ApplicationExpress = "application_express",
        ApplicationCustom = "application_custom",
    }
}

words! {
    /// What kind of account it is.
    pub enum AccountType { Standard = "standard", Express = "express", Custom = "custom", None = "none" }
}

part! {
    /// Who controls a connected account, and who pays for what. These settings cannot be changed after the
    /// account is created.
    pub struct AccountController {
        /// Whether this platform controls the account.
        pub is_controller: bool,
        /// Who pays Stripe's fees: `account`, `application`, `application_express` or
        /// `application_custom`.
        pub fees_payer: Option<FeesPayer> [from(&["fees.payer"])],
        /// Who is liable for losses: `application` or `stripe`.
        pub losses_payments: Option<LossesCollector> [from(&["losses.payments"])],
        /// Who collects missing information from the merchant: `application` or `stripe`.
        pub requirement_collection: Option<RequirementCollection>,
        /// Which Dashboard the merchant has: `full`, `express` or `none`.
        pub stripe_dashboard: Option<DashboardType> [from(&["stripe_dashboard.type"])],
    }
}

part! {
    /// What Stripe requires for an account, or for one of its capabilities.
    pub struct Requirements {
        /// Due by the deadline, after which the affected capabilities are disabled.
        pub currently_due: Vec<String>,
        /// Due later, when a threshold is reached.
        pub eventually_due: Vec<String>,
        /// Overdue: the affected capabilities are disabled.
        pub past_due: Vec<String>,
        /// Under review by Stripe.
        pub pending_verification: Vec<String>,
        /// Errors in the information that was submitted.
        pub errors: Vec<RequirementError>,
        /// Why the account or capability is disabled.
        pub disabled_reason: Option<String>,
        /// The deadline, in unix seconds.
        pub current_deadline: Option<i64>,
    }
}

part! {
    /// An error in information that the merchant submitted.
    pub struct RequirementError {
        /// Stripe's error code.
        pub code: Option<String>,
        /// Stripe's message.
        pub reason: Option<String> as personal,
        /// The requirement that it concerns.
        pub requirement: Option<String>,
    }
}

params! {
    /// Retrieves a connected account.
    ///
    /// `GET /v1/accounts/{id}`, <https://docs.stripe.com/api/accounts/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveAccount {
        path {
            /// `acct_…`
            pub id: String,
        }
    }
}

operation!(
    RetrieveAccount, "accounts.retrieve",
    Read: Get "/v1/accounts/{id}" (id: "acct_") -> Account,
    [OnPlatform]
);
