use crate::error::Fault;
use crate::operation::{check_id, operation};
use crate::params::check_web_address;
use crate::schema::{At, Given, check_field, object, params, record};

object! {
    /// Where a merchant answers what Stripe needs to know: good once, for a short time.
    ///
    /// <https://docs.stripe.com/api/account_links/object>
    pub struct AccountLink: "account_link" by url {
        /// Until when it can be used, in unix seconds.
        pub expires_at: Option<i64>,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
        /// Redirect the merchant there at once, and show it to nobody else.
        pub url: String as personal,
    }
}

object! {
    /// Where a merchant enters its Express Dashboard: good once.
    ///
    /// <https://docs.stripe.com/api/accounts/login_link>
    pub struct LoginLink: "login_link" by url {
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
        /// Redirect the merchant there at once, and show it to nobody else.
        pub url: String as personal,
    }
}

params! {
    /// Creates a link under which a merchant answers what Stripe needs to know. Make it when the merchant
    /// clicks, and a new one each time.
    ///
    /// `POST /v1/account_links`, <https://docs.stripe.com/api/account_links/create>.
    #[derive(Eq)]
    pub struct CreateAccountLink {
        required {
            /// The merchant, `acct_…`.
            pub account: String,
            /// `account_onboarding`, or `account_update` where the platform collects requirements.
            pub r#type: String [closed("account_onboarding,account_update")],
        }
        /// Where the merchant goes if the link is spent or expired: make a new one there.
        pub refresh_url: Option<String> as personal,
        /// Where the merchant comes back to; read the account then, since coming back does not mean
        /// that everything was answered.
        pub return_url: Option<String> as personal,
        /// How much is asked for.
        pub collection_options: Option<CollectionOptions>,
    }
}

record! {
    /// How much a merchant is asked for.
    #[derive(Eq)]
    pub struct CollectionOptions {
        /// `currently_due`, or `eventually_due` to ask for everything at once.
        pub fields: Option<String> [closed("currently_due,eventually_due")],
        /// `include` or `omit` what will be needed from a later date on.
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
    /// Creates a link into a merchant's Express Dashboard.
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
