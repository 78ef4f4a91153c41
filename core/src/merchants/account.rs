use crate::operation::operation;
use crate::params::Metadata;
use crate::schema::{object, params, part};

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
        pub r#type: Option<String> [open("standard,express,custom,none")],
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

part! {
    /// Who controls a connected account, and who pays for what. These settings cannot be changed after the
    /// account is created.
    pub struct AccountController {
        /// Whether this platform controls the account.
        pub is_controller: bool,
        /// Who pays Stripe's fees: `account`, `application`, `application_express` or
        /// `application_custom`.
        pub fees_payer: Option<String>
            [from(&["fees.payer"]), open("account,application,application_express,application_custom")],
        /// Who is liable for losses: `application` or `stripe`.
        pub losses_payments: Option<String> [from(&["losses.payments"]), open("application,stripe")],
        /// Who collects missing information from the merchant: `application` or `stripe`.
        pub requirement_collection: Option<String> [open("application,stripe")],
        /// Which Dashboard the merchant has: `full`, `express` or `none`.
        pub stripe_dashboard: Option<String> [from(&["stripe_dashboard.type"]), open("full,express,none")],
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
