use crate::params::Metadata;
use crate::schema::record;

use super::{AdjustableQuantity, InvoiceField, Issuer};

record! {
    /// Whether Stripe computes taxes.
    #[derive(Eq)]
    pub struct AutomaticTax {
        required {
            /// Whether it does.
            pub enabled: bool,
        }
        /// Whose registrations count.
        pub liability: Option<Issuer>,
    }
}

record! {
    /// Whether the customer can give a tax id.
    #[derive(Eq)]
    pub struct TaxIdCollection {
        required {
            /// Whether it can.
            pub enabled: bool,
        }
        /// `if_supported` or `never`.
        pub required: Option<String> [open("if_supported,never")],
    }
}

record! {
    /// Whether the page asks for a telephone number.
    #[derive(Eq)]
    pub struct PhoneNumberCollection {
        required {
            /// Whether it does.
            pub enabled: bool,
        }
    }
}

record! {
    /// Whether the page asks for names.
    #[derive(Eq)]
    pub struct NameCollection {
        /// A business's name.
        pub business: Option<NameQuestion>,
        /// A person's name.
        pub individual: Option<NameQuestion>,
    }
}

record! {
    /// Whether the page asks for a name.
    #[derive(Eq)]
    pub struct NameQuestion {
        required {
            /// Whether it asks.
            pub enabled: bool,
        }
        /// Whether it can be left empty.
        pub optional: Option<bool>,
    }
}

record! {
    /// Where the goods can go.
    #[derive(Eq)]
    pub struct ShippingAddressCollection {
        required {
            /// Two letters each, upper case; at least one.
            pub allowed_countries: Vec<String>,
        }
    }
}

record! {
    /// A way of shipping: the id of a rate, or a rate defined inline.
    #[derive(Eq)]
    pub struct ShippingOption {
        /// A rate on the merchant's account, `shr_…`.
        pub shipping_rate: Option<String> [most(5000)],
        /// A rate, defined inline.
        pub shipping_rate_data: Option<ShippingRateData>,
    }
}

record! {
    /// A way of shipping, defined inline.
    #[derive(Eq)]
    pub struct ShippingRateData {
        required {
            /// What the customer reads, at most 100 characters.
            pub display_name: String as personal [most(100)],
        }
        /// How long it takes.
        pub delivery_estimate: Option<DeliveryEstimate>,
        /// What it costs.
        pub fixed_amount: Option<FixedAmount>,
        /// Your own data.
        pub metadata: Metadata,
        /// `exclusive`, `inclusive` or `unspecified`.
        pub tax_behavior: Option<String> [open("exclusive,inclusive,unspecified")],
        /// Its tax code, `txcd_…`.
        pub tax_code: Option<String>,
        /// `fixed_amount`.
        pub r#type: Option<String> [closed("fixed_amount")],
    }
}

record! {
    /// How long shipping takes.
    #[derive(Eq)]
    pub struct DeliveryEstimate {
        /// At most.
        pub maximum: Option<DeliveryBound>,
        /// At least.
        pub minimum: Option<DeliveryBound>,
    }
}

record! {
    /// A span of time.
    #[derive(Eq)]
    pub struct DeliveryBound {
        required {
            /// `hour`, `day`, `business_day`, `week` or `month`.
            pub unit: String [open("business_day,day,hour,month,week")],
            /// How many; more than zero.
            pub value: i64,
        }
    }
}

record! {
    /// What shipping costs.
    #[derive(Eq)]
    pub struct FixedAmount {
        required {
            /// In minor units.
            pub amount: i64,
            /// Three-letter currency code; the session's.
            pub currency: String,
        }
    }
}

record! {
    /// What the page may change of an existing Customer.
    #[derive(Eq)]
    pub struct CustomerUpdate {
        /// `auto` or `never`.
        pub address: Option<String> [open("auto,never")],
        /// `auto` or `never`.
        pub name: Option<String> [open("auto,never")],
        /// `auto` or `never`.
        pub shipping: Option<String> [open("auto,never")],
    }
}

record! {
    /// A coupon or a promotion code, already applied.
    #[derive(Eq)]
    pub struct Discount {
        /// A coupon on the merchant's account.
        pub coupon: Option<String> [most(5000)],
        /// A promotion code on the merchant's account, `promo_…`.
        pub promotion_code: Option<String> [most(5000)],
    }
}

record! {
    /// Whether a payment makes an invoice, too.
    #[derive(Eq)]
    pub struct InvoiceCreation {
        required {
            /// Whether it does.
            pub enabled: bool,
        }
        /// What it says.
        pub invoice_data: Option<InvoiceData>,
    }
}

record! {
    /// What an invoice says.
    #[derive(Eq)]
    pub struct InvoiceData {
        /// The merchant's tax ids, `txi_…`.
        pub account_tax_ids: Vec<String> as personal [most(5000)],
        /// Lines of your own.
        pub custom_fields: Vec<InvoiceField>,
        /// A text, at most 1500 characters.
        pub description: Option<String> as personal [most(1500)],
        /// A text at its foot, at most 5000 characters.
        pub footer: Option<String> as personal [most(5000)],
        /// Whose name and numbers it bears.
        pub issuer: Option<Issuer>,
        /// Your own data: at most 50 keys.
        pub metadata: Metadata,
        /// How it looks.
        pub rendering_options: Option<RenderingOptions>,
    }
}

record! {
    /// How an invoice looks.
    #[derive(Eq)]
    pub struct RenderingOptions {
        /// `exclude_tax` or `include_inclusive_tax`.
        pub amount_tax_display: Option<String> [open("exclude_tax,include_inclusive_tax"), unset],
        /// A template of the account.
        pub template: Option<String> [most(5000)],
    }
}

record! {
    /// Whether customers can pay in their own currency; the session keeps yours.
    #[derive(Eq)]
    pub struct AdaptivePricing {
        /// Whether they can.
        pub enabled: Option<bool>,
    }
}

record! {
    /// Something that the customer can add.
    #[derive(Eq)]
    pub struct OptionalItem {
        required {
            /// The id of a Price on the merchant's own account.
            pub price: String [most(5000)],
            /// How many; at least 1.
            pub quantity: i64,
        }
        /// Whether its quantity can be changed.
        pub adjustable_quantity: Option<AdjustableQuantity>,
    }
}
