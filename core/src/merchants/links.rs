use crate::error::Fault;
use crate::operation::{check_id, operation};
use crate::params::check_web_address;
use crate::schema::{At, Given, check_field, object, params, record};

object! {
    /// A link to the form in which a merchant submits what Stripe requires. It can be used once and expires
    /// soon.
    ///
    /// <https://docs.stripe.com/api/account_links/object>
    pub struct AccountLink: "account_link" by url {
        /// When it expires, in unix seconds.
        pub expires_at: Option<i64>,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
        /// The URL to redirect the merchant to at once. Do not show it to anyone else.
        pub url: String as personal,
    }
}

object! {
    /// A link to a merchant's Express Dashboard. It can be used once.
    ///
    /// <https://docs.stripe.com/api/accounts/login_link>
    pub struct LoginLink: "login_link" by url {
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
        /// The URL to redirect the merchant to at once. Do not show it to anyone else.
        pub url: String as personal,
    }
}

params! {
    /// Creates a link to the form in which a merchant submits what Stripe requires. Create a new one each
    /// time the merchant clicks.
    ///
    /// `POST /v1/account_links`, <https://docs.stripe.com/api/account_links/create>.
    #[derive(Eq)]
    pub struct CreateAccountLink {
        required {
            /// The merchant, `acct_…`.
            pub account: String,
            /// `account_onboarding`, or `account_update` if the platform collects requirements.
            pub r#type: String [closed("account_onboarding,account_update")],
        }
        /// Where the merchant goes if the link was used or has expired: create a new one there.
        pub refresh_url: Option<String> as personal,
        /// Where the merchant returns to. Retrieve the account then: a return does not mean that everything
        /// was submitted.
        pub return_url: Option<String> as personal,
        /// How much is collected.
        pub collection_options: Option<CollectionOptions>,
    }
}

record! {
    /// How much is collected from a merchant.
    #[derive(Eq)]
    pub struct CollectionOptions {
        /// `currently_due`, or `eventually_due` to collect everything at once.
        pub fields: Option<String> [closed("currently_due,eventually_due")],
        /// `include` or `omit` what will be required at a later date.
        pub future_requirements: Option<String> [closed("include,omit")],
    }
}

fn check_link(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CreateAccountLink>;
    check_id("account", given.text(F::account).unwrap_or_default(), &["acct_"], faults);
    check_field(CreateAccountLink::RECORD, given, F::r#type, "type", faults);
    check_web_address(given.text(F::refresh_url), "refresh_url", faults);
    check_web_address(given.text(F::return_url), "return_url", faults);
}

operation!(
    CreateAccountLink, "account_links.create",
    Write: Post "/v1/account_links" -> AccountLink,
    [OnPlatform],
    rule check_link
);

params! {
    /// Creates a link to a merchant's Express Dashboard.
    ///
    /// `POST /v1/accounts/{account}/login_links`, <https://docs.stripe.com/api/accounts/login_link>.
    #[derive(Eq)]
    pub struct CreateLoginLink {
        path {
            /// The merchant, `acct_…`.
            pub account: String,
        }
    }
}

operation!(
    CreateLoginLink, "accounts.login_links.create",
    Write: Post "/v1/accounts/{account}/login_links" (account: "acct_") -> LoginLink,
    [OnPlatform],
    was "login_links.create"
);
