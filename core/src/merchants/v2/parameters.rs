//! What an account of v2 is told: who the merchant is, who pays for what, and what it may do.

use crate::schema::record;

use super::MerchantCapabilities;

record! {
    /// What an account is to be able to do. One account can be a merchant of yours and, for what you bill it, a
    /// customer of yours.
    #[derive(Eq)]
    pub struct AccountConfiguration {
        /// Takes payments from its own customers.
        pub merchant: Option<MerchantConfiguration>,
        /// Is billed by you. Empty is enough to add it.
        pub customer: Option<CustomerConfiguration>,
    }
}

record! {
    /// An account that takes payments.
    #[derive(Eq)]
    pub struct MerchantConfiguration {
        /// Only in an update: `false` turns the configuration off, `true` turns it on again.
        pub applied: Option<bool>,
        /// What it asks to be allowed.
        pub capabilities: Option<MerchantCapabilities>,
        /// How its Checkout pages look.
        pub branding: Option<AccountBranding>,
        /// Which cards are declined.
        pub card_payments: Option<CardPaymentsRules>,
        /// The kind of business, four digits.
        pub mcc: Option<String>,
        /// What its customers read on their bank statements.
        pub statement_descriptor: Option<StatementDescriptor>,
        /// Where its customers find help.
        pub support: Option<MerchantSupport>,
    }
}

record! {
    /// How an account's Checkout pages look.
    #[derive(Eq)]
    pub struct AccountBranding {
        /// A file's id.
        pub icon: Option<String>,
        /// A file's id.
        pub logo: Option<String>,
        /// Such as `#0a2540`.
        pub primary_color: Option<String>,
        /// Such as `#ffffff`.
        pub secondary_color: Option<String>,
    }
}

record! {
    /// Which cards are declined although the bank would take them.
    #[derive(Eq)]
    pub struct CardPaymentsRules {
        /// By what the bank says about what the customer typed in.
        pub decline_on: Option<DeclineOn>,
    }
}

record! {
    /// What a payment by card is declined for.
    #[derive(Eq)]
    pub struct DeclineOn {
        /// The address or the postal code is wrong.
        pub avs_failure: Option<bool>,
        /// The card's check digits are wrong.
        pub cvc_failure: Option<bool>,
    }
}

record! {
    /// What customers read on their bank statements.
    #[derive(Eq)]
    pub struct StatementDescriptor {
        /// The whole text, where a payment has none of its own.
        pub descriptor: Option<String> as personal,
        /// What comes before the text of a payment.
        pub prefix: Option<String> as personal,
    }
}

record! {
    /// Where a merchant's customers find help. It is shown to them.
    #[derive(Eq)]
    pub struct MerchantSupport {
        /// An address for e-mail.
        pub email: Option<String> as personal,
        /// A telephone number.
        pub phone: Option<String> as personal,
        /// A page.
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
        /// A clock of Stripe's for tests, `clock_…`; only when the configuration is first set.
        pub test_clock: Option<String>,
    }
}

record! {
    /// How an account is billed.
    #[derive(Eq)]
    pub struct CustomerBilling {
        /// Only in an update: what it pays by, `pm_…`.
        pub default_payment_method: Option<String>,
        /// What is on its invoices.
        pub invoice: Option<CustomerInvoice>,
    }
}

record! {
    /// What is on an account's invoices.
    #[derive(Eq)]
    pub struct CustomerInvoice {
        /// At the end of the page.
        pub footer: Option<String> as personal,
        /// What the next number is.
        pub next_sequence: Option<i64>,
        /// What numbers start with: 3 to 12 characters.
        pub prefix: Option<String> [most(12)],
    }
}

record! {
    /// What applies to all configurations of an account.
    #[derive(Eq)]
    pub struct AccountDefaults {
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// Languages such as `fr-FR`, the most wanted first.
        pub locales: Vec<String>,
        /// What the business is.
        pub profile: Option<AccountProfile>,
        /// Who pays for what. Set with the merchant configuration, and fixed from then on.
        pub responsibilities: Option<Responsibilities>,
    }
}

record! {
    /// What a business is.
    #[derive(Eq)]
    pub struct AccountProfile {
        /// Its own page.
        pub business_url: Option<String> as personal,
        /// The name under which it does business.
        pub doing_business_as: Option<String> as personal,
        /// What it sells.
        pub product_description: Option<String> as personal,
    }
}

record! {
    /// Who pays for what. It cannot be changed later.
    #[derive(Eq)]
    pub struct Responsibilities {
        required {
            /// Who pays Stripe's fees: `stripe` takes them from the merchant, which v1 calls `account`;
            /// `application` is you.
            pub fees_collector: String [closed("application,application_custom,application_express,stripe")],
            /// Who bears losses: `application` is you, and then you pay the fees, too.
            pub losses_collector: String [closed("application,stripe")],
        }
    }
}

record! {
    /// Who the merchant is. Stripe asks the merchant for the rest; what you know already goes into `extra`.
    #[derive(Eq)]
    pub struct AccountIdentity {
        /// Two letters; Stripe writes them in lower case.
        pub country: Option<String>,
        /// `company`, `government_entity`, `individual` or `non_profit`.
        pub entity_type: Option<String> [open("company,government_entity,individual,non_profit")],
    }
}
