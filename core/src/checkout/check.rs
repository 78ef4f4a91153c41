//! The rules that span several fields of a new session, checked before it is sent. Rules about a single field
//! stand where that field is declared.

use std::collections::BTreeSet;
use std::fmt;

use crate::error::Fault;
use crate::money::{Amount, Currency};
use crate::params::join;
use crate::schema::{At, Given};

use super::line_item::{check_line, check_same_currency, recurs};
use super::page::check_urls;
use super::payment_method_options::check_options;
use super::{
    BillingCycleAnchorConfig, CreateSession, CustomDropdown, CustomField, CustomOption, Discount,
    FixedAmount, LineItem, OptionalItem, ShippingAddressCollection, ShippingOption, ShippingRateData,
    SubscriptionData,
};

type F = At<CreateSession>;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// `line_items[2]`, formatted only when there is a fault to report.
struct LineAt(usize);

impl fmt::Display for LineAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line_items[{}]", self.0)
    }
}

/// Checks every rule of a session except those of single fields.
pub(crate) fn check_session(given: Given<'_>, now: Option<i64>, faults: &mut Vec<Fault>) {
    if !given.has(F::mode) && !given.pairs(F::extra).any(|(path, _)| path == "mode") {
        let text = "expected `payment`, `subscription` or `setup`";
        faults.push(Fault::new("mode", "missing_parameter", text));
    }
    check_lines(given, faults);
    check_urls(given, faults);
    check_mode(given, faults);
    check_combinations(given, faults);
    check_counts(given, faults);
    check_times(given, now, faults);
    if let Some(data) = given.record(F::subscription_data) {
        check_subscription_data(data, faults);
    }
    for (index, field) in given.records(F::custom_fields).enumerate() {
        check_custom_field(field, &format!("custom_fields[{index}]"), faults);
    }
    if let Some(options) = given.record(F::payment_method_options) {
        check_options(options, faults);
    }
}

fn check_lines(given: Given<'_>, faults: &mut Vec<Fault>) {
    let mut fault = |code, text: &str| faults.push(Fault::new("line_items", code, text));
    let mode = given.text(F::mode);
    let count = given.count(F::line_items);
    let recurring = given.records(F::line_items).filter(|line| recurs(*line) == Some(true)).count();
    let once = given.records(F::line_items).filter(|line| recurs(*line) == Some(false)).count();
    // Items that the customer can add count as well.
    let optional = given.count(F::optional_items);
    match (mode, count) {
        (Some("setup"), 0) => {}
        (Some("setup"), _) => fault("not_in_this_mode", "nothing is bought in `setup` mode"),
        (_, 0) => fault("missing_parameter", "expected 1 to 100 line items"),
        (Some("subscription"), count) if recurring > 20 || once > 20 || count + optional > 40 => {
            fault("too_many_items", "expected at most 20 line items that recur and 20 that do not");
        }
        (_, count) if count + optional > 100 => {
            fault("too_many_items", "expected 1 to 100 line items, optional ones included");
        }
        _ => {}
    }
    // A `price` may be recurring, and so may a line extended by `extra`; only Stripe knows.
    let known = given.records(F::line_items).all(|line| line.has(At::<LineItem>::price_data))
        && !given.pairs(F::extra).any(|(path, _)| path.starts_with("line_items"));
    if mode == Some("subscription") && recurring == 0 && known && count > 0 {
        fault("missing_parameter", "expected at least one line item that recurs: `price_data.recurring`");
    }
    let mut session_currency: Option<Currency> = None;
    for (index, line) in given.records(F::line_items).enumerate() {
        let at = LineAt(index);
        check_line(line, &at, faults);
        if mode == Some("payment") && recurs(line) == Some(true) {
            let text = "what recurs needs `subscription` mode";
            faults.push(Fault::new(format!("{at}.price_data.recurring"), "not_in_this_mode", text));
        }
        check_same_currency(line.record(At::<LineItem>::price_data), &mut session_currency, &at, faults);
    }
    for (index, option) in given.records(F::shipping_options).enumerate() {
        check_shipping_option(option, &format!("shipping_options[{index}]"), session_currency, faults);
    }
}

/// Reports parameters that belong to another mode.
fn check_mode(given: Given<'_>, faults: &mut Vec<Fault>) {
    let Some(mode) = given.text(F::mode) else { return };
    let payment = &["payment"][..];
    let paying = &["payment", "subscription"][..];
    let subscription = &["subscription"][..];
    for (path, field, modes) in [
        ("payment_intent_data", F::payment_intent_data, payment),
        ("invoice_creation", F::invoice_creation, payment),
        ("subscription_data", F::subscription_data, subscription),
        ("payment_method_collection", F::payment_method_collection, subscription),
        ("setup_intent_data", F::setup_intent_data, &["setup"][..]),
        ("customer_creation", F::customer_creation, &["payment", "setup"][..]),
        ("optional_items", F::optional_items, paying),
        ("phone_number_collection", F::phone_number_collection, paying),
        ("saved_payment_method_options", F::saved_payment_method_options, paying),
        ("submit_type", F::submit_type, paying),
    ] {
        if given.has(field) && !modes.contains(&mode) {
            let text = format!("this is for `{}` mode", modes.join("` and `"));
            faults.push(Fault::new(path, "not_in_this_mode", text));
        }
    }
    let currency = given.text(F::currency);
    if currency.is_some_and(|currency| currency.parse::<Currency>().is_err()) {
        let text = "expected a three-letter currency code such as `eur`";
        faults.push(Fault::new("currency", "invalid_currency", text));
    }
    if mode == "setup" && currency.is_none() && !given.has(F::allowed_payment_method_types) {
        let text = "expected a currency, or `allowed_payment_method_types`, in `setup` mode";
        faults.push(Fault::new("currency", "missing_parameter", text));
    }
}

fn check_combinations(given: Given<'_>, faults: &mut Vec<Fault>) {
    let codes = given.boolean(F::allow_promotion_codes) == Some(true);
    for (path, together, text) in [
        (
            "customer_email",
            given.has(F::customer) && given.has(F::customer_email),
            "expected `customer` or `customer_email`, not both",
        ),
        (
            "customer_creation",
            given.has(F::customer) && given.has(F::customer_creation),
            "`customer` exists already: leave one of the two out",
        ),
        (
            "customer_account",
            given.has(F::customer) && given.has(F::customer_account),
            "expected `customer` or `customer_account`, not both",
        ),
        (
            "allow_promotion_codes",
            codes && given.has(F::discounts),
            "expected `discounts` or `allow_promotion_codes`, not both",
        ),
        (
            "customer_update",
            given.has(F::customer_update) && !given.has(F::customer) && !given.has(F::customer_account),
            "there is no `customer` that could be updated",
        ),
    ] {
        if together {
            faults.push(Fault::new(path, "parameters_exclusive", text));
        }
    }
    for method in given.texts(F::excluded_payment_method_types) {
        if given.texts(F::allowed_payment_method_types).any(|allowed| allowed == method) {
            let text = format!("`{method}` is allowed and excluded at once");
            faults.push(Fault::new("excluded_payment_method_types", "parameters_exclusive", text));
        }
    }
    for (index, discount) in given.records(F::discounts).enumerate() {
        if discount.has(At::<Discount>::coupon) == discount.has(At::<Discount>::promotion_code) {
            let text = "expected a `coupon` or a `promotion_code`";
            faults.push(Fault::new(format!("discounts[{index}]"), "parameters_exclusive", text));
        }
    }
}

fn check_counts(given: Given<'_>, faults: &mut Vec<Fault>) {
    for (path, field, most) in [
        ("discounts", F::discounts, 1),
        ("optional_items", F::optional_items, 10),
        ("custom_fields", F::custom_fields, 3),
        ("shipping_options", F::shipping_options, 5),
    ] {
        if given.count(field) > most {
            let text = format!("expected at most {most}");
            faults.push(Fault::new(path, "too_many_items", text));
        }
    }
    if let Some(shipping) = given.record(F::shipping_address_collection) {
        let at = "shipping_address_collection.allowed_countries";
        let countries = At::<ShippingAddressCollection>::allowed_countries;
        if !shipping.has(countries) {
            faults.push(Fault::new(at, "missing_parameter", "expected at least one country"));
        }
        for (index, country) in shipping.texts(countries).enumerate() {
            if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
                let text = "expected two upper-case letters, such as `AT`";
                faults.push(Fault::new(format!("{at}[{index}]"), "invalid_country", text));
            }
        }
    }
    for (index, item) in given.records(F::optional_items).enumerate() {
        if item.integer(At::<OptionalItem>::quantity).is_none_or(|quantity| quantity < 1) {
            let at = format!("optional_items[{index}].quantity");
            faults.push(Fault::new(at, "out_of_range", "expected at least 1"));
        }
    }
}

fn check_times(given: Given<'_>, now: Option<i64>, faults: &mut Vec<Fault>) {
    type D = At<SubscriptionData>;
    let Some(now) = now else { return };
    let within = |time: i64, least: i64, most: i64| {
        (now.saturating_add(least)..=now.saturating_add(most)).contains(&time)
    };
    if given.integer(F::expires_at).is_some_and(|time| !within(time, 30 * MINUTE, 24 * HOUR)) {
        let text = "expected a time from 30 minutes to 24 hours from now";
        faults.push(Fault::new("expires_at", "out_of_range", text));
    }
    let Some(data) = given.record(F::subscription_data) else { return };
    if data.integer(D::trial_end).is_some_and(|time| !within(time, 48 * HOUR, i64::MAX)) {
        let text = "expected a time at least 48 hours from now";
        faults.push(Fault::new("subscription_data.trial_end", "out_of_range", text));
    }
    if data.integer(D::billing_cycle_anchor).is_some_and(|time| time <= now) {
        let text = "expected a time from now on";
        faults.push(Fault::new("subscription_data.billing_cycle_anchor", "out_of_range", text));
    }
}

fn check_subscription_data(data: Given<'_>, faults: &mut Vec<Fault>) {
    type D = At<SubscriptionData>;
    const AT: &str = "subscription_data";
    let mut exclusive = |path: &str, text: &str| {
        faults.push(Fault::new(join(AT, path), "parameters_exclusive", text));
    };
    if data.has(D::trial_end) && data.has(D::trial_period_days) {
        exclusive("trial_period_days", "expected `trial_end` or `trial_period_days`, not both");
    }
    if data.has(D::billing_cycle_anchor) && data.has(D::billing_cycle_anchor_config) {
        let text = "expected `billing_cycle_anchor` or `billing_cycle_anchor_config`, not both";
        exclusive("billing_cycle_anchor_config", text);
    }
    if data.integer(D::trial_period_days).is_some_and(|days| days < 1) {
        let text = "expected at least 1 day";
        faults.push(Fault::new(join(AT, "trial_period_days"), "out_of_range", text));
    }
    if let Some(anchor) = data.record(D::billing_cycle_anchor_config) {
        type C = At<BillingCycleAnchorConfig>;
        for (path, field, range) in [
            ("day_of_month", C::day_of_month, 1..=31),
            ("month", C::month, 1..=12),
            ("hour", C::hour, 0..=23),
            ("minute", C::minute, 0..=59),
            ("second", C::second, 0..=59),
        ] {
            if anchor.integer(field).is_some_and(|value| !range.contains(&value)) {
                let text = format!("expected {} to {}", range.start(), range.end());
                let at = format!("{AT}.billing_cycle_anchor_config.{path}");
                faults.push(Fault::new(at, "out_of_range", text));
            }
        }
    }
}

fn check_custom_field(field: Given<'_>, at: &str, faults: &mut Vec<Fault>) {
    type C = At<CustomField>;
    let kind = field.text(C::r#type).unwrap_or_default();
    for (name, index) in [("dropdown", C::dropdown), ("numeric", C::numeric), ("text", C::text)] {
        if field.has(index) && kind != name {
            let text = format!("this is for the type `{name}`");
            faults.push(Fault::new(join(at, name), "parameters_exclusive", text));
        }
    }
    let options = At::<CustomDropdown>::options;
    let dropdown = field.record(C::dropdown);
    let count = dropdown.map_or(0, |dropdown| dropdown.count(options));
    if kind == "dropdown" && !(1..=200).contains(&count) {
        let text = "expected 1 to 200 choices";
        faults.push(Fault::new(join(at, "dropdown.options"), "too_many_items", text));
    }
    let mut earlier = BTreeSet::new();
    for (index, option) in dropdown.into_iter().flat_map(|dropdown| dropdown.records(options)).enumerate() {
        let value = option.text(At::<CustomOption>::value).unwrap_or_default();
        let mut fault = |code, text: &str| {
            faults.push(Fault::new(format!("{at}.dropdown.options[{index}].value"), code, text));
        };
        if !value.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            fault("invalid_value", "expected letters and digits alone; the label is what the customer reads");
        }
        if !earlier.insert(value) && !value.is_empty() {
            fault("duplicate_parameter", "an earlier choice has the same value");
        }
    }
}

pub(super) fn check_shipping_option(
    option: Given<'_>,
    at: &str,
    session_currency: Option<Currency>,
    faults: &mut Vec<Fault>,
) {
    type O = At<ShippingOption>;
    let data = option.record(O::shipping_rate_data);
    if option.has(O::shipping_rate) == data.is_some() {
        let text = "expected a `shipping_rate` or a `shipping_rate_data`";
        faults.push(Fault::new(at, "parameters_exclusive", text));
    }
    let amount = data.and_then(|data| data.record(At::<ShippingRateData>::fixed_amount));
    let Some(amount) = amount else { return };
    let at = join(at, "shipping_rate_data.fixed_amount");
    let minor = amount.integer(At::<FixedAmount>::amount).unwrap_or_default();
    match amount.text(At::<FixedAmount>::currency).unwrap_or_default().parse::<Currency>() {
        Err(_) => {
            let text = "expected a three-letter currency code such as `eur`";
            faults.push(Fault::new(join(&at, "currency"), "invalid_currency", text));
        }
        Ok(currency) if session_currency.is_some_and(|expected| expected != currency) => {
            let text = "expected the currency of the line items: a session has one currency";
            faults.push(Fault::new(join(&at, "currency"), "mixed_currencies", text));
        }
        Ok(currency) => faults.extend(Amount::new(minor, currency).fault(join(&at, "amount"))),
    }
}
