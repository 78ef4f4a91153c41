//! Creating, updating and closing an account of v2.

use crate::error::Fault;
use crate::operation::operation;
use crate::params::Metadata;
use crate::schema::{At, Given, v2_params};

use super::{
    AccountConfiguration, AccountDefaults, AccountIdentity, CustomerBilling, CustomerConfiguration,
    MerchantCapabilities, MerchantConfiguration, Responsibilities, V2Account, check_requested,
};

/// What Stripe leaves out of an account unless it is requested.
macro_rules! include {
    () => {
        "configuration.customer,configuration.merchant,configuration.recipient,defaults,future_requirements,identity,requirements"
    };
}
pub(super) use include;

v2_params! {
    /// Creates an account of v2 for a merchant, which Stripe recommends to new platforms. It can accept
    /// payments once `card_payments` of its merchant configuration is active;
    /// [`onboard`](crate::merchants::onboard) leads there.
    ///
    /// Stripe needs little here and collects the rest from the merchant: `contact_email`, `display_name`,
    /// `identity` with country and type of business, `dashboard`, `defaults.responsibilities` and
    /// `configuration.merchant.capabilities.card_payments`.
    ///
    /// `POST /v2/core/accounts`, <https://docs.stripe.com/api/v2/core/accounts/create>.
    #[derive(Eq)]
    pub struct CreateV2Account {
        /// The configurations of the account.
        pub configuration: Option<AccountConfiguration>,
        /// The e-mail address for messages from Stripe.
        pub contact_email: Option<String> as personal,
        /// The phone number.
        pub contact_phone: Option<String> as personal,
        /// Which Dashboard the merchant gets: `full`, `express` or `none`. Required with the merchant
        /// configuration.
        pub dashboard: Option<String> [closed("express,full,none")],
        /// Defaults: currency, languages, and who pays for what.
        pub defaults: Option<AccountDefaults>,
        /// The name that you and the merchant see.
        pub display_name: Option<String> as personal,
        /// The country and type of business.
        pub identity: Option<AccountIdentity>,
        /// What else the response contains. Otherwise each of these is `null`, even if it is set:
        /// `configuration.customer`, `configuration.merchant`, `configuration.recipient`, `defaults`,
        /// `future_requirements`, `identity`, `requirements`.
        pub include: Vec<String> [closed(include!())],
        /// Your own metadata: at most 50 keys.
        pub metadata: Metadata,
    }
}

fn check_create(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CreateV2Account>;
    let configuration = given.record(F::configuration);
    let mut only_later = |field: Option<bool>, path: &str| {
        if field.is_some() {
            faults.push(Fault::new(path, "unknown_parameter", "only an update takes this parameter"));
        }
    };
    let merchant = configuration.and_then(|all| all.record(At::<AccountConfiguration>::merchant));
    let applied = merchant.and_then(|merchant| merchant.boolean(At::<MerchantConfiguration>::applied));
    only_later(applied, "configuration.merchant.applied");
    let customer = configuration.and_then(|all| all.record(At::<AccountConfiguration>::customer));
    let applied = customer.and_then(|customer| customer.boolean(At::<CustomerConfiguration>::applied));
    only_later(applied, "configuration.customer.applied");
    let billing = customer.and_then(|customer| customer.record(At::<CustomerConfiguration>::billing));
    let pays_by = billing.map(|billing| billing.has(At::<CustomerBilling>::default_payment_method));
    only_later(pays_by.filter(|given| *given), "configuration.customer.billing.default_payment_method");
    let mut further = given.pairs(F::extra).map(|(path, _)| path);
    if merchant.is_some() && !given.has(F::dashboard) && !further.any(|path| path == "dashboard") {
        let text = "expected `full`, `express` or `none`: it is set with the merchant configuration";
        faults.push(Fault::new("dashboard", "missing_parameter", text));
    }
    // Stripe requires it to be said in a creation alone.
    if let Some(asked) =
        merchant.and_then(|merchant| merchant.record(At::<MerchantConfiguration>::capabilities))
    {
        check_requested(MerchantCapabilities::RECORD, asked, "configuration.merchant.capabilities", faults);
    }
    check_defaults(given.record(F::defaults), faults);
}

/// Whoever is liable for losses also pays the fees.
fn check_defaults(defaults: Option<Given<'_>>, faults: &mut Vec<Fault>) {
    type R = At<Responsibilities>;
    let Some(who) = defaults.and_then(|defaults| defaults.record(At::<AccountDefaults>::responsibilities))
    else {
        return;
    };
    let (fees, losses) = (who.text(R::fees_collector), who.text(R::losses_collector));
    if losses == Some("application") && fees.is_some_and(|fees| !fees.is_empty() && fees != "application") {
        let text = "expected `application`: whoever is liable for losses also pays the fees";
        faults.push(Fault::new("defaults.responsibilities.fees_collector", "invalid_value", text));
    }
}

operation!(
    CreateV2Account, "v2.core.accounts.create",
    Write: Post "/v2/core/accounts" -> V2Account,
    [OnPlatform],
    rule check_create
);

v2_params! {
    /// Updates an account of v2; fields that are absent do not change. `configuration: { customer: {} }` lets
    /// you bill the merchant by its account id without further questions to it. This also works for accounts
    /// of v1.
    ///
    /// `POST /v2/core/accounts/{id}`, <https://docs.stripe.com/api/v2/core/accounts/update>.
    #[derive(Eq)]
    pub struct UpdateV2Account {
        path {
            /// `acct_…`
            pub id: String,
        }
        /// The configurations of the account.
        pub configuration: Option<AccountConfiguration>,
        /// The e-mail address for messages from Stripe.
        pub contact_email: Option<String> as personal,
        /// The phone number.
        pub contact_phone: Option<String> as personal,
        /// Which Dashboard the merchant gets: `full`, `express` or `none`.
        pub dashboard: Option<String> [closed("express,full,none")],
        /// Defaults: currency, languages, and who pays for what.
        pub defaults: Option<AccountDefaults>,
        /// The name that you and the merchant see.
        pub display_name: Option<String> as personal,
        /// The country and type of business.
        pub identity: Option<AccountIdentity>,
        /// What else the response contains, as in a creation.
        pub include: Vec<String> [closed(include!())],
        /// Your own metadata: at most 50 keys.
        pub metadata: Metadata,
    }
}

fn check_update(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    check_defaults(given.record(At::<UpdateV2Account>::defaults), faults);
}

operation!(
    UpdateV2Account, "v2.core.accounts.update",
    Write: Post "/v2/core/accounts/{id}" (id: "acct_") -> V2Account,
    [OnPlatform],
    rule check_update
);

v2_params! {
    /// Closes an account of v2, or some of its configurations. A closed account can still be retrieved, with
    /// fewer fields.
    ///
    /// `POST /v2/core/accounts/{id}/close`, <https://docs.stripe.com/api/v2/core/accounts/close>.
    #[derive(Eq)]
    pub struct CloseV2Account {
        path {
            /// `acct_…`
            pub id: String,
        }
        /// Which configurations: `customer`, `merchant`, `recipient`.
        pub applied_configurations: Vec<String> [closed("customer,merchant,recipient")],
    }
}

operation!(
    CloseV2Account, "v2.core.accounts.close",
    Write: Post "/v2/core/accounts/{id}/close" (id: "acct_") -> V2Account,
    [OnPlatform]
);
