//! What Stripe would refuse in a new session, told before it is sent.

use std::collections::BTreeSet;
use std::fmt;

use crate::error::Fault;
use crate::money::{Amount, Currency};
use crate::params::forbidden;
use crate::params::join;

use super::line_item::check_same_currency;
use super::{CreateSession, CustomField, Mode, ShippingOption, SubscriptionData};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// `line_items[2]`, written down only where there is a fault to tell.
struct LineAt(usize);

impl fmt::Display for LineAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line_items[{}]", self.0)
    }
}

impl CreateSession {
    /// Every rule that the session breaks, but for those of single texts, which are in the table of
    /// [`rules`](super::rules).
    pub(super) fn check(&self, now: Option<i64>) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.mode.is_none() && self.extra.get("mode").is_none() {
            let text = "expected `payment`, `subscription` or `setup`";
            faults.push(Fault::new("mode", "missing_parameter", text));
        }
        self.check_lines(&mut faults);
        self.check_urls(&mut faults);
        self.check_mode(&mut faults);
        self.check_combinations(&mut faults);
        self.check_counts(&mut faults);
        self.check_times(now, &mut faults);
        self.metadata.check("metadata", &mut faults);
        if let Some(data) = &self.payment_intent_data {
            data.metadata.check("payment_intent_data.metadata", &mut faults);
        }
        if let Some(data) = &self.subscription_data {
            data.check(&mut faults);
        }
        if let Some(data) = &self.setup_intent_data {
            data.metadata.check("setup_intent_data.metadata", &mut faults);
        }
        for (index, field) in self.custom_fields.iter().enumerate() {
            field.check(&format!("custom_fields[{index}]"), &mut faults);
        }
        for (path, _) in self.extra.iter() {
            faults.extend(forbidden::fault(&join("extra", path), path));
        }
        if let Some(options) = &self.payment_method_options {
            options.check(&mut faults);
        }
        faults
    }

    fn check_lines(&self, faults: &mut Vec<Fault>) {
        let mut fault = |code, text: &str| faults.push(Fault::new("line_items", code, text));
        let recurring = self.line_items.iter().filter(|item| item.is_recurring()).count();
        let once = self.line_items.iter().filter(|item| item.is_paid_once()).count();
        // What the customer can add counts, too.
        let optional = self.optional_items.len();
        match (self.mode, self.line_items.len()) {
            (Some(Mode::Setup), 0) => {}
            (Some(Mode::Setup), _) => fault("not_in_this_mode", "nothing is bought in `setup` mode"),
            (_, 0) => fault("missing_parameter", "expected 1 to 100 line items"),
            (Some(Mode::Subscription), count) if recurring > 20 || once > 20 || count + optional > 40 => {
                fault("too_many_items", "expected at most 20 line items that recur and 20 that do not");
            }
            (_, count) if count + optional > 100 => {
                fault("too_many_items", "expected 1 to 100 line items, optional ones included");
            }
            _ => {}
        }
        // A `price` can recur, and so can what `extra` adds to; only Stripe knows.
        let known = self.line_items.iter().all(|item| item.price_data.is_some())
            && !self.extra.iter().any(|(path, _)| path.starts_with("line_items"));
        if self.mode == Some(Mode::Subscription) && recurring == 0 && known && !self.line_items.is_empty() {
            fault("missing_parameter", "expected at least one line item that recurs: `price_data.recurring`");
        }
        let mut session_currency: Option<Currency> = None;
        for (index, item) in self.line_items.iter().enumerate() {
            let at = LineAt(index);
            item.check(&at, faults);
            if self.mode == Some(Mode::Payment) && item.is_recurring() {
                let text = "what recurs needs `subscription` mode";
                faults.push(Fault::new(format!("{at}.price_data.recurring"), "not_in_this_mode", text));
            }
            check_same_currency(item.price_data.as_ref(), &mut session_currency, &at, faults);
        }
        for (index, option) in self.shipping_options.iter().enumerate() {
            option.check(&format!("shipping_options[{index}]"), session_currency, faults);
        }
    }

    /// Parameters of another mode.
    fn check_mode(&self, faults: &mut Vec<Fault>) {
        let Some(mode) = self.mode else { return };
        let payment = &[Mode::Payment][..];
        let paying = &[Mode::Payment, Mode::Subscription][..];
        let subscription = &[Mode::Subscription][..];
        for (path, given, modes) in [
            ("payment_intent_data", self.payment_intent_data.is_some(), payment),
            ("invoice_creation", self.invoice_creation.is_some(), payment),
            ("subscription_data", self.subscription_data.is_some(), subscription),
            ("payment_method_collection", self.payment_method_collection.is_some(), subscription),
            ("setup_intent_data", self.setup_intent_data.is_some(), &[Mode::Setup][..]),
            ("customer_creation", self.customer_creation.is_some(), &[Mode::Payment, Mode::Setup][..]),
            ("optional_items", !self.optional_items.is_empty(), paying),
            ("phone_number_collection", self.phone_number_collection.is_some(), paying),
            ("saved_payment_method_options", self.saved_payment_method_options.is_some(), paying),
            ("submit_type", self.submit_type.is_some(), paying),
        ] {
            if given && !modes.contains(&mode) {
                let names: Vec<String> = modes.iter().map(|mode| format!("`{}`", mode.as_str())).collect();
                let text = format!("this is for {} mode", names.join(" and "));
                faults.push(Fault::new(path, "not_in_this_mode", text));
            }
        }
        if let Some(currency) = &self.currency
            && currency.parse::<Currency>().is_err()
        {
            let text = "expected a three-letter currency code such as `eur`";
            faults.push(Fault::new("currency", "invalid_currency", text));
        }
        let chosen = !self.allowed_payment_method_types.is_empty();
        if mode == Mode::Setup && self.currency.is_none() && !chosen {
            let text = "expected a currency, or `allowed_payment_method_types`, in `setup` mode";
            faults.push(Fault::new("currency", "missing_parameter", text));
        }
    }

    fn check_combinations(&self, faults: &mut Vec<Fault>) {
        let codes = self.allow_promotion_codes == Some(true);
        for (path, together, text) in [
            (
                "customer_email",
                self.customer.is_some() && self.customer_email.is_some(),
                "expected `customer` or `customer_email`, not both",
            ),
            (
                "customer_creation",
                self.customer.is_some() && self.customer_creation.is_some(),
                "`customer` exists already: leave one of the two out",
            ),
            (
                "customer_account",
                self.customer.is_some() && self.customer_account.is_some(),
                "expected `customer` or `customer_account`, not both",
            ),
            (
                "allow_promotion_codes",
                codes && !self.discounts.is_empty(),
                "expected `discounts` or `allow_promotion_codes`, not both",
            ),
        ] {
            if together {
                faults.push(Fault::new(path, "parameters_exclusive", text));
            }
        }
        if self.customer_update.is_some() && self.customer.is_none() && self.customer_account.is_none() {
            let text = "there is no `customer` that could be updated";
            faults.push(Fault::new("customer_update", "parameters_exclusive", text));
        }
        for method in &self.excluded_payment_method_types {
            if self.allowed_payment_method_types.contains(method) {
                let text = format!("`{method}` is allowed and excluded at once");
                faults.push(Fault::new("excluded_payment_method_types", "parameters_exclusive", text));
            }
        }
        for (index, discount) in self.discounts.iter().enumerate() {
            if discount.coupon.is_some() == discount.promotion_code.is_some() {
                let text = "expected a `coupon` or a `promotion_code`";
                faults.push(Fault::new(format!("discounts[{index}]"), "parameters_exclusive", text));
            }
        }
    }

    fn check_counts(&self, faults: &mut Vec<Fault>) {
        for (path, count, most) in [
            ("discounts", self.discounts.len(), 1),
            ("optional_items", self.optional_items.len(), 10),
            ("custom_fields", self.custom_fields.len(), 3),
            ("shipping_options", self.shipping_options.len(), 5),
        ] {
            if count > most {
                let text = format!("expected at most {most}");
                faults.push(Fault::new(path, "too_many_items", text));
            }
        }
        if let Some(shipping) = &self.shipping_address_collection {
            let at = "shipping_address_collection.allowed_countries";
            if shipping.allowed_countries.is_empty() {
                faults.push(Fault::new(at, "missing_parameter", "expected at least one country"));
            }
            for (index, country) in shipping.allowed_countries.iter().enumerate() {
                if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
                    let text = "expected two upper-case letters, such as `AT`";
                    faults.push(Fault::new(format!("{at}[{index}]"), "invalid_country", text));
                }
            }
        }
        for (index, item) in self.optional_items.iter().enumerate() {
            if item.quantity < 1 {
                let at = format!("optional_items[{index}].quantity");
                faults.push(Fault::new(at, "out_of_range", "expected at least 1"));
            }
        }
    }

    fn check_times(&self, now: Option<i64>, faults: &mut Vec<Fault>) {
        let Some(now) = now else { return };
        let within = |time: i64, least: i64, most: i64| {
            (now.saturating_add(least)..=now.saturating_add(most)).contains(&time)
        };
        if self.expires_at.is_some_and(|time| !within(time, 30 * MINUTE, 24 * HOUR)) {
            let text = "expected a time from 30 minutes to 24 hours from now";
            faults.push(Fault::new("expires_at", "out_of_range", text));
        }
        let data = self.subscription_data.as_ref();
        if data.and_then(|data| data.trial_end).is_some_and(|time| !within(time, 48 * HOUR, i64::MAX)) {
            let text = "expected a time at least 48 hours from now";
            faults.push(Fault::new("subscription_data.trial_end", "out_of_range", text));
        }
        let anchor = data.and_then(|data| data.billing_cycle_anchor);
        if anchor.is_some_and(|time| time <= now) {
            let text = "expected a time from now on";
            faults.push(Fault::new("subscription_data.billing_cycle_anchor", "out_of_range", text));
        }
    }
}

impl SubscriptionData {
    fn check(&self, faults: &mut Vec<Fault>) {
        const AT: &str = "subscription_data";
        let mut exclusive = |path: &str, text: &str| {
            faults.push(Fault::new(join(AT, path), "parameters_exclusive", text));
        };
        if self.trial_end.is_some() && self.trial_period_days.is_some() {
            exclusive("trial_period_days", "expected `trial_end` or `trial_period_days`, not both");
        }
        if self.billing_cycle_anchor.is_some() && self.billing_cycle_anchor_config.is_some() {
            let text = "expected `billing_cycle_anchor` or `billing_cycle_anchor_config`, not both";
            exclusive("billing_cycle_anchor_config", text);
        }
        if self.trial_period_days.is_some_and(|days| days < 1) {
            let text = "expected at least 1 day";
            faults.push(Fault::new(join(AT, "trial_period_days"), "out_of_range", text));
        }
        if let Some(anchor) = &self.billing_cycle_anchor_config {
            for (path, value, range) in [
                ("day_of_month", Some(anchor.day_of_month), 1..=31),
                ("month", anchor.month, 1..=12),
                ("hour", anchor.hour, 0..=23),
                ("minute", anchor.minute, 0..=59),
                ("second", anchor.second, 0..=59),
            ] {
                if value.is_some_and(|value| !range.contains(&value)) {
                    let text = format!("expected {} to {}", range.start(), range.end());
                    let at = format!("{AT}.billing_cycle_anchor_config.{path}");
                    faults.push(Fault::new(at, "out_of_range", text));
                }
            }
        }
        self.metadata.check("subscription_data.metadata", faults);
    }
}

impl CustomField {
    fn check(&self, at: &str, faults: &mut Vec<Fault>) {
        for (kind, given) in [
            ("dropdown", self.dropdown.is_some()),
            ("numeric", self.numeric.is_some()),
            ("text", self.text.is_some()),
        ] {
            if given && self.r#type != kind {
                let text = format!("this is for the type `{kind}`");
                faults.push(Fault::new(join(at, kind), "parameters_exclusive", text));
            }
        }
        let options = self.dropdown.as_ref().map_or(0, |dropdown| dropdown.options.len());
        if self.r#type == "dropdown" && !(1..=200).contains(&options) {
            let text = "expected 1 to 200 choices";
            faults.push(Fault::new(join(at, "dropdown.options"), "too_many_items", text));
        }
        let mut earlier = BTreeSet::new();
        for (index, option) in self.dropdown.iter().flat_map(|dropdown| &dropdown.options).enumerate() {
            let mut fault = |code, text: &str| {
                faults.push(Fault::new(format!("{at}.dropdown.options[{index}].value"), code, text));
            };
            if !option.value.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                fault(
                    "invalid_value",
                    "expected letters and digits alone; the label is what the customer reads",
                );
            }
            if !earlier.insert(&option.value) && !option.value.is_empty() {
                fault("duplicate_parameter", "an earlier choice has the same value");
            }
        }
    }
}

impl ShippingOption {
    pub(super) fn check(&self, at: &str, session_currency: Option<Currency>, faults: &mut Vec<Fault>) {
        if self.shipping_rate.is_some() == self.shipping_rate_data.is_some() {
            let text = "expected a `shipping_rate` or a `shipping_rate_data`";
            faults.push(Fault::new(at, "parameters_exclusive", text));
        }
        let amount = self.shipping_rate_data.as_ref().and_then(|data| data.fixed_amount.as_ref());
        let Some(amount) = amount else { return };
        let at = join(at, "shipping_rate_data.fixed_amount");
        match amount.currency.parse::<Currency>() {
            Err(_) => {
                let text = "expected a three-letter currency code such as `eur`";
                faults.push(Fault::new(join(&at, "currency"), "invalid_currency", text));
            }
            Ok(currency) if session_currency.is_some_and(|expected| expected != currency) => {
                let text = "expected the currency of the line items: a session has one currency";
                faults.push(Fault::new(join(&at, "currency"), "mixed_currencies", text));
            }
            Ok(currency) => {
                faults.extend(Amount::new(amount.amount, currency).fault(join(&at, "amount")));
            }
        }
    }
}
