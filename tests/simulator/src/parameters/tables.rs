//! The parameters of every operation: one per line, with its path, its type, and its limits.

use std::sync::LazyLock;

use super::Parameters;

/// `POST /v1/checkout/sessions`.
pub(crate) static CREATE_SESSION: LazyLock<Parameters> =
    LazyLock::new(|| Parameters::read(include_str!("checkout_session_create.txt")));

/// A request that accepts nothing but `expand[]`.
pub(crate) static EXPAND_ONLY: LazyLock<Parameters> =
    LazyLock::new(|| Parameters::read("expand[] str max=5000"));

/// A page of a list.
pub(crate) static LIST: LazyLock<Parameters> =
    LazyLock::new(|| Parameters::read("ending_before str\nexpand[] str\nlimit int\nstarting_after str"));

/// The page of a list, and its filters.
macro_rules! list {
    ($more:literal) => {
        LazyLock::new(|| {
            Parameters::read(concat!(
                "ending_before str\nexpand[] str\nlimit int\nstarting_after str\ncreated object\ncreated.gt int\n\
                 created.gte int\ncreated.lt int\ncreated.lte int",
                $more
            ))
        })
    };
}

/// `GET /v1/checkout/sessions`.
pub(crate) static LIST_SESSIONS: LazyLock<Parameters> =
    list!("\npayment_intent str\nstatus enum values=complete,expired,open");

/// `GET /v1/payment_intents`.
pub(crate) static LIST_PAYMENT_INTENTS: LazyLock<Parameters> = list!("");

/// `GET /v1/charges`.
pub(crate) static LIST_CHARGES: LazyLock<Parameters> = list!("\npayment_intent str");

/// `GET /v1/refunds`, `GET /v1/disputes`.
pub(crate) static LIST_OF_PAYMENT: LazyLock<Parameters> = list!("\ncharge str\npayment_intent str");

/// `GET /v1/application_fees`.
pub(crate) static LIST_FEES: LazyLock<Parameters> = list!("\ncharge str");

/// `GET /v1/events`.
pub(crate) static LIST_EVENTS: LazyLock<Parameters> = list!("\ndelivery_success bool\ntype str\ntypes[] str");

/// `POST /v1/refunds`.
pub(crate) static CREATE_REFUND: LazyLock<Parameters> = LazyLock::new(|| {
    Parameters::read(
        "amount int\ncharge str\nexpand[] str\ninstructions_email str\nmetadata map clearable\npayment_intent str\n\
         reason enum values=duplicate,fraudulent,requested_by_customer\nrefund_application_fee bool",
    )
});

/// `POST /v1/application_fees/{id}/refunds`.
pub(crate) static CREATE_FEE_REFUND: LazyLock<Parameters> =
    LazyLock::new(|| Parameters::read("amount int\nexpand[] str\nmetadata map clearable"));

/// The parameters of a refund's update.
pub(crate) static METADATA_ONLY: LazyLock<Parameters> =
    LazyLock::new(|| Parameters::read("expand[] str\nmetadata changes clearable"));

/// `POST /v1/payment_method_configurations`.
pub(crate) static CREATE_CONFIGURATION: LazyLock<Parameters> = LazyLock::new(|| {
    Parameters::read(concat!(include_str!("method_preferences.txt"), "expand[] str\nname str\nparent str"))
});

/// `POST /v1/payment_method_configurations/{id}`.
pub(crate) static UPDATE_CONFIGURATION: LazyLock<Parameters> = LazyLock::new(|| {
    Parameters::read(concat!(include_str!("method_preferences.txt"), "active bool\nexpand[] str\nname str"))
});

/// `GET /v1/payment_method_configurations`.
pub(crate) static LIST_CONFIGURATIONS: LazyLock<Parameters> =
    list!("\nactive bool\napplication str clearable");

/// `POST /v1/payment_method_domains`.
pub(crate) static CREATE_DOMAIN: LazyLock<Parameters> =
    LazyLock::new(|| Parameters::read("domain_name str required\nenabled bool\nexpand[] str"));

/// `POST /v1/payment_method_domains/{id}`.
pub(crate) static UPDATE_DOMAIN: LazyLock<Parameters> =
    LazyLock::new(|| Parameters::read("enabled bool\nexpand[] str"));

/// `GET /v1/payment_method_domains`.
pub(crate) static LIST_DOMAINS: LazyLock<Parameters> = list!("\ndomain_name str\nenabled bool");

/// A list that has only one page: the capabilities of an account.
pub(crate) static LIST_ALL: LazyLock<Parameters> = LazyLock::new(|| Parameters::read("expand[] str"));

/// `POST /v1/accounts/{id}/capabilities/{capability}`.
pub(crate) static UPDATE_CAPABILITY: LazyLock<Parameters> =
    LazyLock::new(|| Parameters::read("expand[] str\nrequested bool"));

/// `POST /v1/account_sessions`.
pub(crate) static CREATE_ACCOUNT_SESSION: LazyLock<Parameters> =
    LazyLock::new(|| Parameters::read(include_str!("account_session_create.txt")));

/// `POST /v1/account_links`.
pub(crate) static CREATE_ACCOUNT_LINK: LazyLock<Parameters> = LazyLock::new(|| {
    Parameters::read(
        "account str required\ncollection_options object\n\
         collection_options.fields enum values=currently_due,eventually_due\n\
         collection_options.future_requirements enum values=include,omit\nexpand[] str\n\
         refresh_url str\nreturn_url str\ntype enum required values=account_onboarding,account_update",
    )
});

/// `POST /v1/customers`.
pub(crate) static CREATE_CUSTOMER: LazyLock<Parameters> = LazyLock::new(|| {
    Parameters::read(
        "address object clearable\naddress.city str\naddress.country str\naddress.line1 str\naddress.line2 str\n\
         address.postal_code str\naddress.state str\ndescription str max=5000\nemail str max=512\nexpand[] str\n\
         metadata map clearable\nname str max=256\nphone str max=20\npreferred_locales[] str\n\
         tax_exempt enum clearable values=exempt,none,reverse",
    )
});

/// `POST /v1/products`.
pub(crate) static CREATE_PRODUCT: LazyLock<Parameters> = LazyLock::new(|| {
    Parameters::read(
        "active bool\ndefault_price_data object\ndefault_price_data.currency str required\n\
         default_price_data.metadata map\ndefault_price_data.recurring object\n\
         default_price_data.recurring.interval enum required values=day,month,week,year\n\
         default_price_data.recurring.interval_count int\n\
         default_price_data.tax_behavior enum values=exclusive,inclusive,unspecified\n\
         default_price_data.unit_amount int\ndescription str max=40000\nexpand[] str\nid str max=5000\nimages[] str\n\
         metadata map\nname str required max=5000\nstatement_descriptor str max=22\ntax_code str\n\
         unit_label str max=12\nurl str max=5000",
    )
});

/// `POST /v1/prices`.
pub(crate) static CREATE_PRICE: LazyLock<Parameters> = LazyLock::new(|| {
    Parameters::read(
        "active bool\ncurrency str required\nexpand[] str\nlookup_key str max=200\nmetadata map\n\
         nickname str max=5000\nproduct str max=5000\nproduct_data object\nproduct_data.name str required\n\
         recurring object\nrecurring.interval enum required values=day,month,week,year\n\
         recurring.interval_count int\ntax_behavior enum values=exclusive,inclusive,unspecified\n\
         transfer_lookup_key bool\nunit_amount int",
    )
});

/// `GET /v1/products`.
pub(crate) static LIST_PRODUCTS: LazyLock<Parameters> = list!("\nactive bool\nids[] str\nurl str");

/// `GET /v1/prices`.
pub(crate) static LIST_PRICES: LazyLock<Parameters> =
    list!("\nactive bool\ncurrency str\nlookup_keys[] str\nproduct str\ntype enum values=one_time,recurring");

/// `POST /v1/billing_portal/sessions`.
pub(crate) static CREATE_PORTAL_SESSION: LazyLock<Parameters> =
    LazyLock::new(|| Parameters::read("customer str max=5000\nexpand[] str\nlocale str\nreturn_url str"));

/// `POST /v2/core/accounts`.
pub(crate) static CREATE_V2_ACCOUNT: LazyLock<Parameters> =
    LazyLock::new(|| Parameters::read(include_str!("v2_account_create.txt").trim_end()));

/// `POST /v2/core/accounts/{id}`.
pub(crate) static UPDATE_V2_ACCOUNT: LazyLock<Parameters> =
    LazyLock::new(|| Parameters::read(include_str!("v2_account_update.txt").trim_end()));

/// `GET /v2/core/accounts/{id}`.
pub(crate) static RETRIEVE_V2_ACCOUNT: LazyLock<Parameters> = LazyLock::new(|| {
    Parameters::read(
        "include[] enum values=configuration.customer,configuration.merchant,configuration.recipient,defaults,\
         future_requirements,identity,requirements",
    )
});

/// `GET /v2/core/accounts`.
pub(crate) static LIST_V2_ACCOUNTS: LazyLock<Parameters> = LazyLock::new(|| {
    Parameters::read(
        "applied_configurations[] enum values=customer,merchant,recipient\nclosed bool\nlimit int\npage str",
    )
});

/// `POST /v2/core/accounts/{id}/close`.
pub(crate) static CLOSE_V2_ACCOUNT: LazyLock<Parameters> =
    LazyLock::new(|| Parameters::read("applied_configurations[] enum values=customer,merchant,recipient"));

/// `POST /v2/core/account_links`.
pub(crate) static CREATE_V2_ACCOUNT_LINK: LazyLock<Parameters> = LazyLock::new(|| {
    Parameters::read(
        "account str required\nuse_case object required\n\
         use_case.account_onboarding object\n\
         use_case.account_onboarding.collection_options object\n\
         use_case.account_onboarding.collection_options.fields enum values=currently_due,eventually_due\n\
         use_case.account_onboarding.collection_options.future_requirements enum values=include,omit\n\
         use_case.account_onboarding.refresh_url str required\n\
         use_case.account_onboarding.return_url str\n\
         use_case.account_update object\n\
         use_case.account_update.collection_options object\n\
         use_case.account_update.collection_options.fields enum values=currently_due,eventually_due\n\
         use_case.account_update.collection_options.future_requirements enum values=include,omit\n\
         use_case.account_update.refresh_url str required\n\
         use_case.account_update.return_url str\n\
         use_case.type enum required values=account_onboarding,account_update",
    )
});
