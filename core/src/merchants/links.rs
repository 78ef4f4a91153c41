use crate::answer::object;
use crate::error::Fault;
use crate::operation::{Check, check_id, operation};
use crate::params::{check_one_of, check_web_address, params, record};

object! {
    /// Where a merchant answers what Stripe needs to know: good once, for a short time.
    ///
    /// <https://docs.stripe.com/api/account_links/object>
    pub struct AccountLink: "account_link" by url {
        /// Until when it can be used, in unix seconds.
        pub expires_at: Option<i64>,
        /// Unix seconds.
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
        /// Unix seconds.
        pub created: Option<i64>,
        /// Redirect the merchant there at once, and show it to nobody else.
        pub url: String as personal,
    }
}

params! {
    /// Makes a link under which a merchant answers what Stripe needs to know. Make it when the merchant
    /// clicks, and a new one each time.
    ///
    /// `POST /v1/account_links`, <https://docs.stripe.com/api/account_links/create>.
    #[derive(Eq)]
    pub struct CreateAccountLink {
        required {
            /// The merchant, `acct_…`.
            pub account: String,
            /// `account_onboarding`, or `account_update` where the platform collects requirements.
            pub r#type: String,
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
        pub fields: Option<String>,
        /// `include` or `omit` what will be needed from a later date on.
        pub future_requirements: Option<String>,
    }
}

impl Check for CreateAccountLink {
    fn check(&self, _: Option<i64>, faults: &mut Vec<Fault>) {
        check_id("account", &self.account, &["acct_"], faults);
        check_one_of(Some(&self.r#type), &["account_onboarding", "account_update"], "type", faults);
        check_web_address(self.refresh_url.as_deref(), "refresh_url", faults);
        check_web_address(self.return_url.as_deref(), "return_url", faults);
        if let Some(options) = &self.collection_options {
            let fields = &["currently_due", "eventually_due"];
            check_one_of(options.fields.as_deref(), fields, "collection_options.fields", faults);
            let future = options.future_requirements.as_deref();
            check_one_of(future, &["include", "omit"], "collection_options.future_requirements", faults);
        }
    }
}

operation!(
    CreateAccountLink, "account_links.create",
    Write: Post "/v1/account_links" -> AccountLink,
    [OnPlatform]
);

params! {
    /// Makes a link into a merchant's Express Dashboard.
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

impl Check for CreateLoginLink {}

operation!(
    CreateLoginLink, "login_links.create",
    Write: Post "/v1/accounts/{account}/login_links" (account: "acct_") -> LoginLink,
    [OnPlatform]
);
