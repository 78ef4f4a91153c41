use crate::checkout::{Recurring, check_recurring, check_unit_amount};
use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::{Created, Metadata};
use crate::schema::{At, Given, list_params, object, params, part, record};

object! {
    /// What a product costs, and how often: a merchant subscribes to one of these.
    ///
    /// <https://docs.stripe.com/api/prices/object>
    pub struct Price: "price" {
        /// `price_…`
        pub id: String,
        /// Whether it can be bought.
        pub active: bool,
        /// Three letters, lower case.
        pub currency: Option<String>,
        /// The price of one, in minor units; absent where that is a fraction, or depends on how many.
        pub unit_amount: Option<i64>,
        /// The same with up to 12 decimals.
        pub unit_amount_decimal: Option<String>,
        /// `prod_…`
        pub product: Option<String>,
        /// `one_time` or `recurring`.
        pub r#type: Option<String> [open("one_time,recurring")],
        /// How often it is paid.
        pub recurring: Option<PriceInterval>,
        /// A name that customers do not see.
        pub nickname: Option<String> as personal,
        /// A name of your own under which it is found, and that can move to its successor.
        pub lookup_key: Option<String>,
        /// `per_unit` or `tiered`.
        pub billing_scheme: Option<String> [open("per_unit,tiered")],
        /// `exclusive`, `inclusive` or `unspecified`.
        pub tax_behavior: Option<String> [open("exclusive,inclusive,unspecified")],
        /// Your own data.
        pub metadata: Metadata,
        /// Whether real money moves.
        pub livemode: bool,
        /// Unix seconds.
        pub created: Option<i64>,
    }
}

part! {
    /// How often a price is paid.
    pub struct PriceInterval {
        /// `day`, `week`, `month` or `year`.
        pub interval: Option<String> [open("day,week,month,year")],
        /// How many intervals lie between two payments.
        pub interval_count: Option<i64>,
        /// `licensed`, or `metered` where it is paid by what was used.
        pub usage_type: Option<String> [open("licensed,metered")],
    }
}

params! {
    /// Makes a price of a product. What it costs cannot be changed later: make another one, and move the
    /// `lookup_key` to it.
    ///
    /// `POST /v1/prices`, <https://docs.stripe.com/api/prices/create>.
    #[derive(Eq)]
    pub struct CreatePrice {
        required {
            /// Three-letter currency code.
            pub currency: String,
        }
        /// The price of one, in the currency's minor unit: 2000 is 20.00 EUR, but 2000 JPY.
        pub unit_amount: Option<i64>,
        /// The same with up to 12 decimals, such as `0.05`; instead of `unit_amount`.
        pub unit_amount_decimal: Option<String>,
        /// The product, `prod_…`.
        pub product: Option<String>,
        /// A new product; instead of `product`.
        pub product_data: Option<PriceProductData>,
        /// How often it is paid; without it, once.
        pub recurring: Option<Recurring>,
        /// A name that customers do not see.
        pub nickname: Option<String> as personal,
        /// A name of your own under which it is found, at most 200 characters.
        pub lookup_key: Option<String> [most(200)],
        /// Whether the `lookup_key` is taken from the price that has it.
        pub transfer_lookup_key: Option<bool>,
        /// Whether it can be bought; yes if absent.
        pub active: Option<bool>,
        /// `exclusive`, `inclusive` or `unspecified`.
        pub tax_behavior: Option<String> [closed("exclusive,inclusive,unspecified")],
        /// Your own data: at most 50 keys.
        pub metadata: Metadata,
    }
}

record! {
    /// A product that is made together with its price.
    #[derive(Eq)]
    pub struct PriceProductData {
        required {
            /// The name that customers see.
            pub name: String as personal,
        }
        /// Whether it can be bought; yes if absent.
        pub active: Option<bool>,
        /// What the customer's statement says, at most 22 characters.
        pub statement_descriptor: Option<String> as personal [most(22)],
        /// Its tax code, `txcd_…`.
        pub tax_code: Option<String>,
        /// What one of it is called, at most 12 characters.
        pub unit_label: Option<String> as personal [most(12)],
        /// Your own data, kept on the product.
        pub metadata: Metadata,
    }
}

fn check_price(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CreatePrice>;
    // Steps and amounts that customers choose have no price of one.
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
        /// Only those that can be bought, or only those that cannot.
        pub active: Option<bool>,
        /// Only those created then.
        pub created: Option<Created>,
        /// Only those in this currency.
        pub currency: Option<String>,
        /// Only those with these names of your own, up to 10.
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
