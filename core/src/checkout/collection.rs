use crate::params::Metadata;
use crate::schema::record;

use super::words::{AmountTaxDisplay, CustomerUpdateRule, DeliveryUnit, TaxBehavior, TaxIdRequired};

use super::{AdjustableQuantity, InvoiceField, Issuer};

record! {
    /// Automatic taxes.
    #[derive(Eq)]
    pub struct AutomaticTax {
        required {
            /// Whether Stripe computes the taxes.
            pub enabled: bool,
        }
        /// The account whose tax registrations apply.
        pub liability: Option<Issuer>,
    }
}

record! {
    /// Collection of the customer's tax id.
    #[derive(Eq)]
    pub struct TaxIdCollection {
        required {
            /// Whether the customer can enter a tax id.
            pub enabled: bool,
        }
        /// Whether the tax id is required: `if_supported` or `never`.
        pub required: Option<TaxIdRequired>,
    }
}

record! {
    /// Collection of the customer's phone number.
    #[derive(Eq)]
    pub struct PhoneNumberCollection {
        required {
            /// Whether the page asks for a phone number.
            pub enabled: bool,
        }
    }
}

record! {
    /// Collection of the customer's name.
    #[derive(Eq)]
    pub struct NameCollection {
        /// The name of a business.
        pub business: Option<NameQuestion>,
        /// The name of a person.
        pub individual: Option<NameQuestion>,
    }
}

record! {
    /// Collection of one name.
    #[derive(Eq)]
    pub struct NameQuestion {
        required {
            /// Whether the page asks for it.
            pub enabled: bool,
        }
        /// Whether the customer can leave it empty.
        pub optional: Option<bool>,
    }
}

record! {
    /// Collection of a shipping address.
    #[derive(Eq)]
    pub struct ShippingAddressCollection {
        required {
            /// The countries that you ship to, at least one: two upper-case letters each.
            pub allowed_countries: Vec<String>,
        }
    }
}

record! {
    /// A shipping option: the id of a rate, or a rate defined inline.
    #[derive(Eq)]
    pub struct ShippingOption {
        /// A rate on the merchant's account, `shr_…`.
        pub shipping_rate: Option<String> [most(5000)],
        /// A rate defined inline.
        pub shipping_rate_data: Option<ShippingRateData>,
    }
}

record! {
    /// A shipping rate defined inline.
    #[derive(Eq)]
    pub struct ShippingRateData {
        required {
            /// The name that the customer sees, at most 100 characters.
            pub display_name: String as personal [most(100)],
        }
        /// How long the delivery takes.
        pub delivery_estimate: Option<DeliveryEstimate>,
        /// What shipping costs.
        pub fixed_amount: Option<FixedAmount>,
        /// Your own metadata.
        pub metadata: Metadata,
        /// `exclusive`, `inclusive` or `unspecified`.
        pub tax_behavior: Option<TaxBehavior>,
        /// Its tax code, `txcd_…`.
        pub tax_code: Option<String>,
        /// `fixed_amount`.
        pub r#type: Option<String> [closed("fixed_amount")],
    }
}

record! {
    /// How long the delivery takes.
    #[derive(Eq)]
    pub struct DeliveryEstimate {
        /// The longest it takes.
        pub maximum: Option<DeliveryBound>,
        /// The shortest it takes.
        pub minimum: Option<DeliveryBound>,
    }
}

record! {
    /// A number of days, hours or other units.
    #[derive(Eq)]
    pub struct DeliveryBound {
        required {
            /// `hour`, `day`, `business_day`, `week` or `month`.
            pub unit: DeliveryUnit,
            /// How many of them; more than zero.
            pub value: i64,
        }
    }
}

record! {
    /// What shipping costs.
    #[derive(Eq)]
    pub struct FixedAmount {
        required {
            /// The amount, in minor units.
            pub amount: i64,
            /// Three-letter currency code, that of the session.
            pub currency: String,
        }
    }
}

record! {
    /// Which fields of an existing Customer the page may update.
    #[derive(Eq)]
    pub struct CustomerUpdate {
        /// The billing address: `auto` or `never`.
        pub address: Option<CustomerUpdateRule>,
        /// The name: `auto` or `never`.
        pub name: Option<CustomerUpdateRule>,
        /// The shipping details: `auto` or `never`.
        pub shipping: Option<CustomerUpdateRule>,
    }
}

record! {
    /// A coupon or a promotion code that is already applied.
    #[derive(Eq)]
    pub struct Discount {
        /// A coupon on the merchant's account.
        pub coupon: Option<String> [most(5000)],
        /// A promotion code on the merchant's account, `promo_…`.
        pub promotion_code: Option<String> [most(5000)],
    }
}

record! {
    /// Creation of an invoice for a payment.
    #[derive(Eq)]
    pub struct InvoiceCreation {
        required {
            /// Whether an invoice is created.
            pub enabled: bool,
        }
        /// What the invoice contains.
        pub invoice_data: Option<InvoiceData>,
    }
}

record! {
    /// What an invoice contains.
    #[derive(Eq)]
    pub struct InvoiceData {
        /// The merchant's tax ids, `txi_…`.
        pub account_tax_ids: Vec<String> as personal [most(5000)],
        /// Your own lines on the invoice.
        pub custom_fields: Vec<InvoiceField>,
        /// The description, at most 1500 characters.
        pub description: Option<String> as personal [most(1500)],
        /// The footer, at most 5000 characters.
        pub footer: Option<String> as personal [most(5000)],
        /// The account whose details the invoice shows.
        pub issuer: Option<Issuer>,
        /// Your own metadata, at most 50 keys.
        pub metadata: Metadata,
        /// How the invoice is rendered.
        pub rendering_options: Option<RenderingOptions>,
    }
}

record! {
    /// How an invoice is rendered.
    #[derive(Eq)]
    pub struct RenderingOptions {
        /// How line amounts show taxes: `exclude_tax` or `include_inclusive_tax`.
        pub amount_tax_display: Option<AmountTaxDisplay> [unset],
        /// A rendering template of the account.
        pub template: Option<String> [most(5000)],
    }
}

record! {
    /// Adaptive Pricing: customers can pay in their own currency, while the session keeps yours.
    #[derive(Eq)]
    pub struct AdaptivePricing {
        /// Whether customers can pay in their own currency.
        pub enabled: Option<bool>,
    }
}

record! {
    /// An item that the customer can add.
    #[derive(Eq)]
    pub struct OptionalItem {
        required {
            /// The id of a Price on the merchant's own account.
            pub price: String [most(5000)],
            /// How many; at least 1.
            pub quantity: i64,
        }
        /// Whether the customer can change the quantity.
        pub adjustable_quantity: Option<AdjustableQuantity>,
    }
}
