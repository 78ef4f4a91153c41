//! Links to the form in which a merchant with an account of v2 submits what Stripe requires.

use crate::error::Fault;
use crate::merchants::CollectionOptions;
use crate::operation::{check_id, operation};
use crate::params::check_web_address;
use crate::schema::{At, Given, check_field, object, record, v2_params};

object! {
    /// A link to the form in which a merchant submits what Stripe requires. It can be used once and expires
    /// soon.
    ///
    /// <https://docs.stripe.com/api/v2/core/account-links/object>
    pub struct V2AccountLink: "v2.core.account_link" by url {
        /// The merchant, `acct_…`.
        pub account: Option<String>,
        /// When it was created, in RFC 3339 format.
        pub created: Option<String>,
        /// When it expires, in RFC 3339 format.
        pub expires_at: Option<String>,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// The URL to redirect the merchant to at once. Do not show it to anyone else.
        pub url: String as personal,
    }
}

v2_params! {
    /// Creates a link to the form in which a merchant submits what Stripe requires. Create a new one each
    /// time the merchant clicks. A return does not mean that everything was submitted: retrieve the account
    /// then, or wait for `account_link_returned`.
    ///
    /// `POST /v2/core/account_links`, <https://docs.stripe.com/api/v2/core/account-links/create>.
    #[derive(Eq)]
    pub struct CreateV2AccountLink {
        required {
            /// The merchant, `acct_…`.
            pub account: String,
            /// What the link is for.
            pub use_case: LinkUseCase,
        }
    }
}

record! {
    /// What a link is for.
    #[derive(Eq)]
    pub struct LinkUseCase {
        required {
            /// `account_onboarding` or `account_update`.
            pub r#type: String [open("account_onboarding,account_update")],
        }
        /// Settings for `account_onboarding`.
        pub account_onboarding: Option<LinkTarget>,
        /// Settings for `account_update`.
        pub account_update: Option<LinkTarget>,
    }
}

record! {
    /// Where the merchant goes after the form, and what it collects.
    #[derive(Eq)]
    pub struct LinkTarget {
        required {
            /// Where the merchant goes if the link was used or has expired: create a new one there.
            pub refresh_url: String as personal,
        }
        /// Where the merchant returns to.
        pub return_url: Option<String> as personal,
        /// How much is collected.
        pub collection_options: Option<CollectionOptions>,
    }
}

fn check_link(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CreateV2AccountLink>;
    check_id("account", given.text(F::account).unwrap_or_default(), &["acct_"], faults);
    let Some(case) = given.record(F::use_case) else { return };
    check_field(LinkUseCase::RECORD, case, At::<LinkUseCase>::r#type, "use_case.type", faults);
    let kind = case.text(At::<LinkUseCase>::r#type).unwrap_or_default();
    for (name, field) in [
        ("account_onboarding", At::<LinkUseCase>::account_onboarding),
        ("account_update", At::<LinkUseCase>::account_update),
    ] {
        let at = ["use_case.", name].concat();
        let further = || given.pairs(F::extra).any(|(path, _)| path.starts_with(&at));
        match (kind == name, case.record(field)) {
            (true, None) if !further() => {
                faults.push(Fault::new(
                    at,
                    "missing_parameter",
                    "expected the URL that the merchant returns to",
                ));
            }
            (false, Some(_)) if !kind.is_empty() => {
                let text = ["this is for the type `", name, "`"].concat();
                faults.push(Fault::new(at, "parameters_exclusive", text));
            }
            (_, Some(target)) => {
                for (name, field) in [
                    ("refresh_url", At::<LinkTarget>::refresh_url),
                    ("return_url", At::<LinkTarget>::return_url),
                ] {
                    let url = target.text(field).filter(|url| !url.trim().is_empty());
                    check_web_address(url, &[&at, ".", name].concat(), faults);
                }
            }
            (_, None) => {}
        }
    }
}

operation!(
    CreateV2AccountLink, "v2.core.account_links.create",
    Write: Post "/v2/core/account_links" -> V2AccountLink,
    [OnPlatform],
    rule check_link
);
