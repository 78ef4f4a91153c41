use std::fmt;

use crate::error::Fault;
use crate::money::{Amount, Currency};
use crate::params::{Metadata, Within};
use crate::schema::{At, Given, record};

use super::words::{Interval, TaxBehavior};

record! {
    /// A line item: either a `price` or a `price_data`, and a quantity.
    pub struct LineItem {
        /// The id of a Price that exists on the merchant's own account.
        pub price: Option<String> [most(5000)],
        /// A price defined inline.
        pub price_data: Option<PriceData>,
        /// The quantity, at least 1. Required.
        pub quantity: Option<i64>,
        /// Whether the customer can change the quantity.
        pub adjustable_quantity: Option<AdjustableQuantity>,
        /// Tax rates on the merchant's account, `txr_…`.
        pub tax_rates: Vec<String> [most(5000)],
        /// Your own metadata, stored on the line item: at most 50 keys.
        pub metadata: Metadata,
    }
}

record! {
    /// A quantity that the customer can change.
    #[derive(Eq)]
    pub struct AdjustableQuantity {
        required {
            /// Whether the customer can change it.
            pub enabled: bool,
        }
        /// The lowest quantity; 0 if absent.
        pub minimum: Option<i64>,
        /// The highest quantity, at most 999999; 99 if absent.
        pub maximum: Option<i64>,
    }
}

record! {
    /// A price defined inline.
    pub struct PriceData {
        required {
            /// Three-letter currency code, the same for all line items of a session.
            pub currency: String,
        }
        /// The price of one unit, in minor units: 2000 is 20.00 EUR, but 2000 JPY.
        pub unit_amount: Option<i64>,
        /// The price of one unit with up to 12 decimals, such as `0.05` for a twentieth of a cent; instead of
        /// `unit_amount`.
        pub unit_amount_decimal: Option<String>,
        /// The product, defined inline.
        pub product_data: Option<ProductData>,
        /// The id of a Product that exists on the merchant's own account.
        pub product: Option<String> [most(5000)],
        /// How often the price is charged; only in `subscription` mode.
        pub recurring: Option<Recurring>,
        /// `exclusive`, `inclusive` or `unspecified`.
        pub tax_behavior: Option<TaxBehavior>,
    }
}

record! {
    /// How often a price is charged.
    #[derive(Eq)]
    pub struct Recurring {
        required {
            /// `day`, `week`, `month` or `year`.
            pub interval: Interval,
        }
        /// The number of intervals between two charges; three years in total at most.
        pub interval_count: Option<i64>,
    }
}

record! {
    /// A product defined inline.
    pub struct ProductData {
        required {
            /// The name that the customer sees.
            pub name: String as personal [most(5000)],
        }
        /// A description below the name.
        pub description: Option<String> as personal [most(40000)],
        /// URLs of up to 8 images.
        pub images: Vec<String> as personal,
        /// Your own metadata, stored on the product.
        pub metadata: Metadata,
        /// Its tax code, `txcd_…`.
        pub tax_code: Option<String> [most(5000)],
        /// The label of one unit, at most 12 characters.
        pub unit_label: Option<String> as personal [most(12)],
    }
}

impl LineItem {
    /// Creates a line item from a name, a unit price and a quantity.
    pub fn priced(name: impl Into<String>, unit: Amount, quantity: i64) -> Self {
        LineItem {
            price_data: Some(PriceData {
                currency: unit.currency().to_string(),
                unit_amount: Some(unit.minor()),
                product_data: Some(ProductData { name: name.into(), ..ProductData::default() }),
                ..PriceData::default()
            }),
            quantity: Some(quantity),
            ..LineItem::default()
        }
    }
}

/// Returns the total of a line item if its price is given inline and every value is valid.
pub(super) fn total(line: Given<'_>) -> Option<Amount> {
    if is_adjustable(line) {
        return None;
    }
    let price = line.record(At::<LineItem>::price_data)?;
    let currency: Currency = price.text(At::<PriceData>::currency)?.parse().ok()?;
    let (unit, quantity) =
        (price.integer(At::<PriceData>::unit_amount)?, line.integer(At::<LineItem>::quantity)?);
    Some(Amount::new(unit.checked_mul(quantity)?, currency))
}

/// Returns whether the customer can change the quantity.
pub(super) fn is_adjustable(line: Given<'_>) -> bool {
    let quantity = line.record(At::<LineItem>::adjustable_quantity);
    quantity.and_then(|quantity| quantity.boolean(At::<AdjustableQuantity>::enabled)) == Some(true)
}

/// Returns whether a line item is recurring, as far as its parameters say.
pub(super) fn recurs(line: Given<'_>) -> Option<bool> {
    line.record(At::<LineItem>::price_data).map(|price| price.has(At::<PriceData>::recurring))
}

pub(super) fn check_line(line: Given<'_>, at: &dyn fmt::Display, faults: &mut Vec<Fault>) {
    type F = At<LineItem>;
    let mut fault =
        |path: &str, code, text: &str| faults.push(Fault::new(Within(at, path).to_string(), code, text));
    let price = line.record(F::price_data);
    match (line.has(F::price), price) {
        (true, Some(_)) => {
            fault("price", "parameters_exclusive", "expected `price` or `price_data`, not both");
        }
        (false, None) => fault("price_data", "missing_parameter", "expected a `price` or a `price_data`"),
        _ => {}
    }
    let quantity = line.integer(F::quantity);
    match quantity {
        None => fault("quantity", "missing_parameter", "expected how many, at least 1"),
        Some(quantity) if quantity < 1 => fault("quantity", "out_of_range", "expected at least 1"),
        Some(_) => {}
    }
    if let Some(quantity) = line.record(F::adjustable_quantity) {
        check_adjustable_quantity(quantity, &Within(at, "adjustable_quantity"), faults);
    }
    if let Some(price) = price {
        check_price_data(price, &Within(at, "price_data"), faults);
        let known = price.integer(At::<PriceData>::unit_amount).zip(quantity);
        if known.is_some_and(|(unit, quantity)| unit.checked_mul(quantity).is_none()) {
            let text = "the line's total does not fit 64 bits";
            faults.push(Fault::new(at.to_string(), "amount_too_large", text));
        }
    }
}

pub(super) fn check_adjustable_quantity(quantity: Given<'_>, at: &dyn fmt::Display, faults: &mut Vec<Fault>) {
    type F = At<AdjustableQuantity>;
    let mut fault =
        |name: &str, text: &str| faults.push(Fault::new(Within(at, name).to_string(), "out_of_range", text));
    let (minimum, maximum) = (quantity.integer(F::minimum), quantity.integer(F::maximum));
    if minimum.is_some_and(|minimum| minimum < 0) {
        fault("minimum", "expected 0 or more");
    }
    let least = minimum.unwrap_or(0).max(1);
    if maximum.is_some_and(|maximum| maximum > 999_999 || maximum < least) {
        fault("maximum", "expected at most 999999, and no less than `minimum`");
    }
}

pub(super) fn check_price_data(price: Given<'_>, at: &dyn fmt::Display, faults: &mut Vec<Fault>) {
    type F = At<PriceData>;
    check_unit_amount(price, [F::currency, F::unit_amount, F::unit_amount_decimal], at, faults);
    match (price.has(F::product), price.record(F::product_data)) {
        (true, Some(_)) => {
            let text = "expected `product` or `product_data`, not both";
            faults.push(Fault::new(Within(at, "product").to_string(), "parameters_exclusive", text));
        }
        (false, None) => {
            let text = "expected a `product_data` or a `product`";
            faults.push(Fault::new(Within(at, "product_data").to_string(), "missing_parameter", text));
        }
        (false, Some(product)) => check_product_data(product, &Within(at, "product_data"), faults),
        (true, None) => {}
    }
    if let Some(recurring) = price.record(F::recurring) {
        check_recurring(recurring, &Within(at, "recurring"), faults);
    }
}

/// Checks Stripe's rules for a unit price, given as an integer or as a decimal.
pub(crate) fn check_unit_amount(
    given: Given<'_>,
    [currency, unit, decimal]: [usize; 3],
    at: &dyn fmt::Display,
    faults: &mut Vec<Fault>,
) {
    let currency = given.text(currency).unwrap_or_default();
    let (unit, decimal) = (given.integer(unit), given.text(decimal));
    let mut fault =
        |name, code, text: &str| faults.push(Fault::new(Within(at, name).to_string(), code, text));
    let currency = currency.parse::<Currency>();
    if currency.is_err() {
        fault("currency", "invalid_currency", "expected a three-letter currency code such as `eur`");
    }
    match (unit, decimal) {
        (None, None) => {
            fault("unit_amount", "missing_parameter", "expected the price of one, in minor units")
        }
        (Some(_), Some(_)) => {
            let text = "expected `unit_amount` or `unit_amount_decimal`, not both";
            fault("unit_amount_decimal", "parameters_exclusive", text);
        }
        (Some(unit), None) => {
            if let Ok(currency) = currency {
                faults.extend(Amount::new(unit, currency).fault(Within(at, "unit_amount")));
            }
        }
        (None, Some(decimal)) if !is_decimal(decimal) => {
            let text = "expected minor units with at most 12 decimals, such as `0.05`";
            fault("unit_amount_decimal", "invalid_amount", text);
        }
        (None, Some(_)) => {}
    }
}

/// Reports a line whose currency differs from that of the lines before it, and remembers the first.
pub(super) fn check_same_currency(
    price: Option<Given<'_>>,
    before: &mut Option<Currency>,
    at: &dyn fmt::Display,
    faults: &mut Vec<Fault>,
) {
    let own = price.and_then(|price| price.text(At::<PriceData>::currency)?.parse().ok());
    match (*before, own) {
        (Some(first), Some(other)) if first != other => {
            let text = format!("expected {first} as in the lines before: a session has one currency");
            faults.push(Fault::new(format!("{at}.price_data.currency"), "mixed_currencies", text));
        }
        (None, _) => *before = own,
        _ => {}
    }
}

pub(crate) fn check_recurring(recurring: Given<'_>, at: &dyn fmt::Display, faults: &mut Vec<Fault>) {
    type F = At<Recurring>;
    let most = match recurring.text(F::interval) {
        Some("day") => 3 * 365,
        Some("week") => 156,
        Some("month") => 36,
        _ => 3,
    };
    if recurring.integer(F::interval_count).is_some_and(|count| !(1..=most).contains(&count)) {
        let text = format!("expected 1 to {most}: three years at most");
        faults.push(Fault::new(Within(at, "interval_count").to_string(), "out_of_range", text));
    }
}

/// Returns whether a text consists of digits and at most 12 more after one point.
fn is_decimal(text: &str) -> bool {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(decimals) && decimals.len() <= 12
}

fn check_product_data(product: Given<'_>, at: &dyn fmt::Display, faults: &mut Vec<Fault>) {
    type F = At<ProductData>;
    if product.text(F::name).is_none_or(str::is_empty) {
        let text = "expected the name that the customer sees";
        faults.push(Fault::new(Within(at, "name").to_string(), "missing_parameter", text));
    }
    if product.count(F::images) > 8 {
        let at = Within(at, "images").to_string();
        faults.push(Fault::new(at, "too_many_items", "expected at most 8 pictures"));
    }
}
