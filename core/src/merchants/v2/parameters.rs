//! The parameters of an account of v2: who the merchant is, who pays for what, and its configurations.

use crate::schema::record;

use super::MerchantCapabilities;

record! {
    /// The configurations of an account. One account can be a merchant on your platform and also a customer
    /// that you bill.
    #[derive(Eq)]
    pub struct AccountConfiguration {
        /// Accepts payments from its own customers.
        pub merchant: Option<MerchantConfiguration>,
        /// Is billed by you. An empty record is enough to add it.
        pub customer: Option<CustomerConfiguration>,
    }
}

record! {
    /// An account that accepts payments.
    #[derive(Eq)]
    pub struct MerchantConfiguration {
        /// Only in an update: `false` turns the configuration off, `true` turns it on again.
        pub applied: Option<bool>,
        /// The capabilities to request.
        pub capabilities: Option<MerchantCapabilities>,
        /// The branding of its Checkout pages.
        pub branding: Option<AccountBranding>,
        /// Which card payments are declined.
        pub card_payments: Option<CardPaymentsRules>,
        /// The merchant category code, four digits.
        pub mcc: Option<String>,
        /// What its customers see on their bank statements.
        pub statement_descriptor: Option<StatementDescriptor>,
        /// How its customers reach support.
        pub support: Option<MerchantSupport>,
    }
}

record! {
    /// The branding of an account's Checkout pages.
    #[derive(Eq)]
    pub struct AccountBranding {
        /// The icon, a file's id.
        pub icon: Option<String>,
        /// The logo, a file's id.
        pub logo: Option<String>,
        /// The primary color, such as `#0a2540`.
        pub primary_color: Option<String>,
        /// The secondary color, such as `#ffffff`.
        pub secondary_color: Option<String>,
    }
}

record! {
    /// Which card payments are declined even if the bank would approve them.
    #[derive(Eq)]
    pub struct CardPaymentsRules {
        /// Failed checks of what the customer entered, after which a payment is declined.
        pub decline_on: Option<DeclineOn>,
    }
}

record! {
    /// The checks after which a card payment is declined.
    #[derive(Eq)]
    pub struct DeclineOn {
        /// The check of the address or the postal code.
        pub avs_failure: Option<bool>,
        /// The check of the security code (CVC).
        pub cvc_failure: Option<bool>,
    }
}

record! {
    /// What customers see on their bank statements.
    #[derive(Eq)]
    pub struct StatementDescriptor {
        /// The full text, for payments without their own.
        pub descriptor: Option<String> as personal,
        /// The prefix for card payments.
        pub prefix: Option<String> as personal,
    }
}

record! {
    /// How a merchant's customers reach support. Customers see this.
    #[derive(Eq)]
    pub struct MerchantSupport {
        /// The e-mail address.
        pub email: Option<String> as personal,
        /// The phone number.
        pub phone: Option<String> as personal,
        /// The URL.
        pub url: Option<String> as personal,
    }
}

record! {
    /// An account that you bill.
    #[derive(Eq)]
    pub struct CustomerConfiguration {
        /// Only in an update: `false` turns the configuration off, `true` turns it on again.
        pub applied: Option<bool>,
        /// How it is billed.
        pub billing: Option<CustomerBilling>,
        /// The test clock, `clock_…`; only when the configuration is first set.
        pub test_clock: Option<String>,
    }
}

record! {
    /// How an account is billed.
    #[derive(Eq)]
    pub struct CustomerBilling {
        /// Only in an update: the default payment method, `pm_…`.
        pub default_payment_method: Option<String>,
        /// The settings of its invoices.
        pub invoice: Option<CustomerInvoice>,
    }
}

record! {
    /// The settings of an account's invoices.
    #[derive(Eq)]
    pub struct CustomerInvoice {
        /// The footer.
        pub footer: Option<String> as personal,
        /// The sequence number of the next invoice.
        pub next_sequence: Option<i64>,
        /// The prefix of invoice numbers, 3 to 12 characters.
        pub prefix: Option<String> [most(12)],
    }
}

record! {
    /// Settings that apply to all configurations of an account.
    #[derive(Eq)]
    pub struct AccountDefaults {
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// Preferred languages such as `fr-FR`, in order of preference.
        pub locales: Vec<String>,
        /// The business.
        pub profile: Option<AccountProfile>,
        /// Who pays for what. It is set with the merchant configuration and cannot be changed later.
        pub responsibilities: Option<Responsibilities>,
    }
}

record! {
    /// A business.
    #[derive(Eq)]
    pub struct AccountProfile {
        /// The URL of its website.
        pub business_url: Option<String> as personal,
        /// The name under which it does business.
        pub doing_business_as: Option<String> as personal,
        /// A description of what it sells.
        pub product_description: Option<String> as personal,
    }
}

record! {
    /// Who pays for what. It cannot be changed later.
    #[derive(Eq)]
    pub struct Responsibilities {
        required {
            /// Who pays Stripe's fees: `stripe` deducts them from the merchant's payments (`account` in v1);
            /// `application` is the platform.
            pub fees_collector: String [closed("application,application_custom,application_express,stripe")],
            /// Who is liable for losses: `application` is the platform, which must then pay the fees, too.
            pub losses_collector: String [closed("application,stripe")],
        }
    }
}

record! {
    /// The legal identity of the merchant. Stripe collects the rest from the merchant; pass what you already
    /// know in `extra`.
    #[derive(Eq)]
    pub struct AccountIdentity {
        /// The country, two letters, which Stripe returns in lower case.
        pub country: Option<String>,
        /// The type of business: `company`, `government_entity`, `individual` or `non_profit`.
        pub entity_type: Option<String> [open("company,government_entity,individual,non_profit")],
    }
}
