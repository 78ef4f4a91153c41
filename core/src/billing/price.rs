use crate::checkout::{Interval, Recurring, TaxBehavior, check_recurring, check_unit_amount};
use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::{Created, Metadata};
use crate::schema::{At, Given, list_params, object, params, part, record, words};

object! {
    /// A price of a product, one-time or recurring: a plan to which a merchant subscribes.
    ///
    /// <https://docs.stripe.com/api/prices/object>
    pub struct Price: "price" {
        /// `price_…`
        pub id: String,
        /// Whether it can be used for new purchases.
        pub active: bool,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// The price of one unit, in minor units; absent if it has fractions of them or depends on the
        /// quantity.
        pub unit_amount: Option<i64>,
        /// The same with up to 12 decimals.
        pub unit_amount_decimal: Option<String>,
        /// `prod_…`
        pub product: Option<String>,
        /// `one_time` or `recurring`.
        pub r#type: Option<PriceType>,
        /// How often it is charged.
        pub recurring: Option<PriceInterval>,
        /// A nickname that customers do not see.
        pub nickname: Option<String> as personal,
        /// Your own key to find it by, which can be transferred to its successor.
        pub lookup_key: Option<String>,
        /// `per_unit` or `tiered`.
        pub billing_scheme: Option<BillingScheme>,
        /// `exclusive`, `inclusive` or `unspecified`.
        pub tax_behavior: Option<TaxBehavior>,
        /// Your own metadata.
        pub metadata: Metadata,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

words! {
    /// How the quantity of a recurring price is found.
    pub enum UsageType { Licensed = "licensed", Metered = "metered" }
}

words! {
    /// How a price is computed.
    pub enum BillingScheme { PerUnit = "per_unit", Tiered = "tiered" }
}

words! {
    /// Whether a price recurs.
    pub enum PriceType { OneTime = "one_time", Recurring = "recurring" }
}

part! {
    /// How often a price is charged.
    pub struct PriceInterval {
        /// `day`, `week`, `month` or `year`.
        pub interval: Option<Interval> [open("day,week,month,year")],
        /// The number of intervals between two charges.
        pub interval_count: Option<i64>,
        /// `licensed`, or `metered` if usage is charged.
        pub usage_type: Option<UsageType>,
    }
}

params! {
    /// Creates a price of a product. Its amount cannot be changed later: create another price, and transfer
    /// the `lookup_key` to it.
    ///
    /// `POST /v1/prices`, <https://docs.stripe.com/api/prices/create>.
    #[derive(Eq)]
    pub struct CreatePrice {
        required {
            /// Three-letter currency code.
            pub currency: String,
        }
        /// The price of one unit, in minor units: 2000 is 20.00 EUR, but 2000 JPY.
        pub unit_amount: Option<i64>,
        /// The same with up to 12 decimals, such as `0.05`; instead of `unit_amount`.
        pub unit_amount_decimal: Option<String>,
        /// The product, `prod_…`.
        pub product: Option<String>,
        /// A new product, instead of `product`.
        pub product_data: Option<PriceProductData>,
        /// How often it is charged; a one-time price if absent.
        pub recurring: Option<Recurring>,
        /// A nickname that customers do not see.
        pub nickname: Option<String> as personal,
        /// Your own key to find it by, at most 200 characters.
        pub lookup_key: Option<String> [most(200)],
        /// Whether the `lookup_key` is transferred from the price that has it.
        pub transfer_lookup_key: Option<bool>,
        /// Whether it can be used for new purchases; `true` if absent.
        pub active: Option<bool>,
        /// `exclusive`, `inclusive` or `unspecified`.
        pub tax_behavior: Option<TaxBehavior> [closed("exclusive,inclusive,unspecified")],
        /// Your own metadata: at most 50 keys.
        pub metadata: Metadata,
    }
}

record! {
    /// A product that is created together with its price.
    #[derive(Eq)]
    pub struct PriceProductData {
        required {
            /// The name that customers see.
            pub name: String as personal,
        }
        /// Whether it can be used for new purchases; `true` if absent.
        pub active: Option<bool>,
        /// The text on the customer's statement, at most 22 characters.
        pub statement_descriptor: Option<String> as personal [most(22)],
        /// Its tax code, `txcd_…`.
        pub tax_code: Option<String>,
        /// The label of one unit, at most 12 characters.
        pub unit_label: Option<String> as personal [most(12)],
        /// Your own metadata, stored on the product.
        pub metadata: Metadata,
    }
}

fn check_price(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CreatePrice>;
    // Tiered prices and amounts that customers choose have no unit price.
    let named = |(path, _): (&str, &str)| path.starts_with("tiers") || path.starts_with("custom_unit_amount");
    if !given.pairs(F::extra).any(named) {
        check_unit_amount(given, [F::currency, F::unit_amount, F::unit_amount_decimal], &"", faults);
    }
    match (given.has(F::product), given.record(F::product_data)) {
        (true, Some(_)) => {
            let text = "expected `product` or `product_data`, not both";
            faults.push(Fault::new("product", "parameters_exclusive", text));
        }
        (false, None) => {
            let text = "expected a `product` or a `product_data`";
            faults.push(Fault::new("product", "missing_parameter", text));
        }
        (false, Some(product)) if product.text(At::<PriceProductData>::name).is_none_or(str::is_empty) => {
            let text = "expected the name that customers see";
            faults.push(Fault::new("product_data.name", "missing_parameter", text));
        }
        _ => {}
    }
    if let Some(recurring) = given.record(F::recurring) {
        check_recurring(recurring, &"recurring", faults);
    }
}

operation!(
    CreatePrice, "prices.create",
    Write: Post "/v1/prices" -> Price,
    [OnMerchant, OnPlatform],
    rule check_price
);

list_params! {
    /// Lists prices, newest first.
    ///
    /// `GET /v1/prices`, <https://docs.stripe.com/api/prices/list>.
    pub struct ListPrices {
        /// Only active ones, or only inactive ones.
        pub active: Option<bool>,
        /// Only those created in this period.
        pub created: Option<Created>,
        /// Only those in this currency.
        pub currency: Option<String>,
        /// Only those with one of these lookup keys, up to 10.
        pub lookup_keys: Vec<String>,
        /// Only those of this product.
        pub product: Option<String>,
        /// `one_time` or `recurring`.
        pub r#type: Option<String>,
    }
}

operation!(
    ListPrices, "prices.list",
    Read: Get "/v1/prices" -> Page<Price>,
    [OnMerchant, OnPlatform, List],
    rule ListPrices::check_page
);
