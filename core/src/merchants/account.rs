use crate::operation::operation;
use crate::params::Metadata;
use crate::schema::{object, params, part};

object! {
    /// A connected account: the merchant.
    ///
    /// <https://docs.stripe.com/api/accounts/object>
    pub struct Account: "account" {
        /// `acct_…`
        pub id: String,
        /// Whether it can take payments now.
        pub charges_enabled: bool,
        /// Whether it gets its money paid out.
        pub payouts_enabled: bool,
        /// Whether the merchant has answered the first questions.
        pub details_submitted: bool,
        /// Two letters, upper case.
        pub country: Option<String>,
        /// The currency, three lower-case letters.
        pub default_currency: Option<String>,
        /// Who controls it, and who pays for what.
        pub controller: Option<AccountController>,
        /// `standard`, `express`, `custom` or `none`.
        pub r#type: Option<String> [open("standard,express,custom,none")],
        /// Its capabilities by name: `active`, `inactive` or `pending`.
        pub capabilities: Metadata,
        /// What Stripe needs to know.
        pub requirements: Option<Requirements>,
        /// What Stripe will need to know from a later date on.
        pub future_requirements: Option<Requirements>,
        /// Your own metadata.
        pub metadata: Metadata,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

part! {
    /// Who controls a connected account, and who pays for what. All of it is fixed when the account is
    /// made.
    pub struct AccountController {
        /// Whether this platform controls it.
        pub is_controller: bool,
        /// Who pays Stripe's fees: `account`, `application`, `application_express` or
        /// `application_custom`.
        pub fees_payer: Option<String>
            [from(&["fees.payer"]), open("account,application,application_express,application_custom")],
        /// Who bears losses: `application` or `stripe`.
        pub losses_payments: Option<String> [from(&["losses.payments"]), open("application,stripe")],
        /// Who asks the merchant for what is missing: `application` or `stripe`.
        pub requirement_collection: Option<String> [open("application,stripe")],
        /// Which Dashboard the merchant has: `full`, `express` or `none`.
        pub stripe_dashboard: Option<String> [from(&["stripe_dashboard.type"]), open("full,express,none")],
    }
}

part! {
    /// What Stripe needs to know about an account, or about one of its capabilities.
    pub struct Requirements {
        /// Needed by the deadline, or what needs it is turned off.
        pub currently_due: Vec<String>,
        /// Needed later, when a threshold is reached.
        pub eventually_due: Vec<String>,
        /// Was needed; what needs it is off.
        pub past_due: Vec<String>,
        /// Stripe is looking at it.
        pub pending_verification: Vec<String>,
        /// What was wrong with what was given.
        pub errors: Vec<RequirementError>,
        /// Why it is off.
        pub disabled_reason: Option<String>,
        /// By when it is needed, in unix seconds.
        pub current_deadline: Option<i64>,
    }
}

part! {
    /// What was wrong with an answer of the merchant's.
    pub struct RequirementError {
        /// Stripe's code.
        pub code: Option<String>,
        /// Stripe's text.
        pub reason: Option<String> as personal,
        /// Which requirement.
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
