use crate::checkout::{Recurring, check_recurring, check_unit_amount};
use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::{Created, Metadata, check_web_address};
use crate::schema::{At, Given, check_field, list_params, object, params, record};

object! {
    /// A product, such as a plan of yours. Its prices are objects of their own.
    ///
    /// <https://docs.stripe.com/api/products/object>
    pub struct Product: "product" {
        /// `prod_…`, or the id that you gave it.
        pub id: String,
        /// The name that customers see.
        pub name: Option<String> as personal,
        /// The description that customers see.
        pub description: Option<String> as personal,
        /// Whether it can be used for new purchases.
        pub active: bool,
        /// The default price, `price_…`.
        pub default_price: Option<String>,
        /// URLs of images.
        pub images: Vec<String> as personal,
        /// Its tax code, `txcd_…`.
        pub tax_code: Option<String>,
        /// The label of one unit, such as `seat`.
        pub unit_label: Option<String> as personal,
        /// Your own metadata.
        pub metadata: Metadata,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

params! {
    /// Creates a product, together with its first price if `default_price_data` is given.
    ///
    /// `POST /v1/products`, <https://docs.stripe.com/api/products/create>.
    #[derive(Eq)]
    pub struct CreateProduct {
        required {
            /// The name that customers see.
            pub name: String as personal,
        }
        /// Your own id, so that it can be the same in test and live mode.
        pub id: Option<String>,
        /// The description that customers see.
        pub description: Option<String> as personal [most(40_000)],
        /// Whether it can be used for new purchases; `true` if absent.
        pub active: Option<bool>,
        /// Its first price, which becomes its `default_price`.
        pub default_price_data: Option<DefaultPriceData>,
        /// URLs of up to 8 images.
        pub images: Vec<String> as personal,
        /// Its tax code, `txcd_…`.
        pub tax_code: Option<String>,
        /// The label of one unit, at most 12 characters.
        pub unit_label: Option<String> as personal [most(12)],
        /// The text on the customer's statement, at most 22 characters.
        pub statement_descriptor: Option<String> as personal [most(22)],
        /// The URL of its web page.
        pub url: Option<String> as personal,
        /// Your own metadata: at most 50 keys.
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
        /// The price of one unit, in minor units: 2000 is 20.00 EUR, but 2000 JPY.
        pub unit_amount: Option<i64>,
        /// The same with up to 12 decimals; instead of `unit_amount`.
        pub unit_amount_decimal: Option<String>,
        /// How often it is charged; a one-time price if absent.
        pub recurring: Option<Recurring>,
        /// `exclusive`, `inclusive` or `unspecified`.
        pub tax_behavior: Option<String>,
        /// Your own metadata, stored on the price.
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
        /// Only active ones, or only inactive ones.
        pub active: Option<bool>,
        /// Only those created in this period.
        pub created: Option<Created>,
        /// Only those with these ids; cannot be combined with `starting_after` or `ending_before`.
        pub ids: Vec<String>,
        /// Only the one with this web page.
        pub url: Option<String> as personal,
    }
}

operation!(
    ListProducts, "products.list",
    Read: Get "/v1/products" -> Page<Product>,
    [OnMerchant, OnPlatform, List],
    rule ListProducts::check_page
);
