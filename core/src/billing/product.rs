use crate::checkout::{Recurring, check_recurring, check_unit_amount};
use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::{Created, Metadata, check_web_address};
use crate::schema::{At, Given, check_field, list_params, object, params, record};

object! {
    /// What is sold, such as a plan of yours; what it costs is told by its prices.
    ///
    /// <https://docs.stripe.com/api/products/object>
    pub struct Product: "product" {
        /// `prod_…`, or the id that you gave it.
        pub id: String,
        /// The name that customers see.
        pub name: Option<String> as personal,
        /// A longer text that customers see.
        pub description: Option<String> as personal,
        /// Whether it can be bought.
        pub active: bool,
        /// `price_…`: the price that is meant where none is named.
        pub default_price: Option<String>,
        /// Addresses of pictures.
        pub images: Vec<String> as personal,
        /// Its tax code, `txcd_…`.
        pub tax_code: Option<String>,
        /// What one of it is called, such as `seat`.
        pub unit_label: Option<String> as personal,
        /// Your own data.
        pub metadata: Metadata,
        /// Whether real money moves.
        pub livemode: bool,
        /// Unix seconds.
        pub created: Option<i64>,
    }
}

params! {
    /// Makes a product, and its first price with it where `default_price_data` is given.
    ///
    /// `POST /v1/products`, <https://docs.stripe.com/api/products/create>.
    #[derive(Eq)]
    pub struct CreateProduct {
        required {
            /// The name that customers see.
            pub name: String as personal,
        }
        /// An id of your own, so that test and live mode can have the same one.
        pub id: Option<String>,
        /// A longer text that customers see.
        pub description: Option<String> as personal [most(40_000)],
        /// Whether it can be bought; yes if absent.
        pub active: Option<bool>,
        /// Its first price, which becomes its `default_price`.
        pub default_price_data: Option<DefaultPriceData>,
        /// Addresses of up to 8 pictures.
        pub images: Vec<String> as personal,
        /// Its tax code, `txcd_…`.
        pub tax_code: Option<String>,
        /// What one of it is called, at most 12 characters.
        pub unit_label: Option<String> as personal [most(12)],
        /// What the customer's statement says, at most 22 characters.
        pub statement_descriptor: Option<String> as personal [most(22)],
        /// A page about it.
        pub url: Option<String> as personal,
        /// Your own data: at most 50 keys.
        pub metadata: Metadata,
    }
}

record! {
    /// The first price of a product.
    #[derive(Eq)]
    pub struct DefaultPriceData {
        required {
            /// Three-letter currency code.
            pub currency: String,
        }
        /// The price of one, in the currency's minor unit: 2000 is 20.00 EUR, but 2000 JPY.
        pub unit_amount: Option<i64>,
        /// The same with up to 12 decimals; instead of `unit_amount`.
        pub unit_amount_decimal: Option<String>,
        /// How often it is paid; without it, once.
        pub recurring: Option<Recurring>,
        /// `exclusive`, `inclusive` or `unspecified`.
        pub tax_behavior: Option<String>,
        /// Your own data, kept on the price.
        pub metadata: Metadata,
    }
}

fn check_product(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CreateProduct>;
    if given.text(F::name).is_none_or(str::is_empty) {
        let text = "expected the name that customers see";
        faults.push(Fault::new("name", "missing_parameter", text));
    }
    if let Some(price) = given.record(F::default_price_data) {
        type P = At<DefaultPriceData>;
        let amount = [P::currency, P::unit_amount, P::unit_amount_decimal];
        check_unit_amount(price, amount, &"default_price_data", faults);
        if let Some(recurring) = price.record(P::recurring) {
            check_recurring(recurring, &"default_price_data.recurring", faults);
        }
    }
    if given.count(F::images) > 8 {
        faults.push(Fault::new("images", "too_many_items", "expected at most 8 pictures"));
    }
    for (field, at) in [
        (F::description, "description"),
        (F::unit_label, "unit_label"),
        (F::statement_descriptor, "statement_descriptor"),
    ] {
        check_field(CreateProduct::RECORD, given, field, at, faults);
    }
    check_web_address(given.text(F::url), "url", faults);
}

operation!(
    CreateProduct, "products.create",
    Write: Post "/v1/products" -> Product,
    [OnMerchant, OnPlatform],
    rule check_product
);

list_params! {
    /// Lists products, newest first.
    ///
    /// `GET /v1/products`, <https://docs.stripe.com/api/products/list>.
    pub struct ListProducts {
        /// Only those that can be bought, or only those that cannot.
        pub active: Option<bool>,
        /// Only those created then.
        pub created: Option<Created>,
        /// Only these; not together with the bounds of a page.
        pub ids: Vec<String>,
        /// Only the one with this page about it.
        pub url: Option<String> as personal,
    }
}

operation!(
    ListProducts, "products.list",
    Read: Get "/v1/products" -> Page<Product>,
    [OnMerchant, OnPlatform, List],
    rule ListProducts::check_page
);
