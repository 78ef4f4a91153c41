//! Which payment methods a merchant's customer will see on the hosted page, and why the others are missing.

use crate::error::{Error, Fault};
use crate::money::{Amount, Currency};
use crate::params::{Metadata, check_one_of};
use crate::schema::{data, parameters, record};

use super::method::PaymentMethod;
use super::setting::{MethodSetting, MethodStanding, standings};
use super::{MerchantMethods, PaymentMethodConfiguration};

record! {
    /// What the customer is about to pay.
    #[derive(Eq)]
    pub struct Purchase {
        required {
            /// Three-letter currency code.
            pub currency: String,
            /// `payment`, `subscription` or `setup`.
            pub mode: String,
        }
        /// The total in minor units; absent if it is unknown or if nothing is due now.
        pub amount: Option<i64>,
    }
}

impl Purchase {
    /// Parses the record from a JSON object.
    ///
    /// Errors: `invalid_json`, `unknown_parameter`, `wrong_type`.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        parameters::from_json(Self::RECORD, text)
    }
}

data! {
    /// What a customer will see on the hosted page, as far as it can be known beforehand: Stripe decides,
    /// also by the customer's country and device.
    #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
    pub struct Offer {
        /// The methods that will be shown.
        pub offered: Vec<String>,
        /// The methods that will not be shown.
        pub left_out: Vec<LeftOut>,
    }
}

data! {
    /// A method that will not be shown.
    #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
    pub struct LeftOut {
        /// The method.
        pub method: String,
        /// - `not_in_country`: it is not available in the merchant's country;
        /// - `blocked`: the platform has blocked it;
        /// - `off_by_default`: the platform has turned it off, and the merchant has not chosen;
        /// - `off_by_merchant`: the merchant has turned it off;
        /// - `capability_not_active`: the account lacks the capability;
        /// - `not_available`: it is on, but Stripe reports it as not available;
        /// - `currency`: it does not support this currency;
        /// - `amount`: the amount is above its limit;
        /// - `mode`: it cannot be used in this mode;
        /// - `nothing_to_pay`: the amount is zero.
        pub reason: String,
        /// The capability and its status if that is the reason: `klarna_payments: pending`.
        pub detail: Option<String>,
    }
}

/// Returns the methods that a merchant will offer for a purchase, and why the others are left out.
///
/// Methods that the platform's configuration has and the merchant's lacks are left out as `not_in_country`.
/// Methods that this version does not know are judged only by what Stripe reports about them. Currencies and
/// limits are those that Stripe publishes; treat them as a hint.
///
/// Errors: `invalid_currency`, `invalid_value` for another mode, `amount_negative`, `amount_not_in_step`, and
/// `not_a_child` if the merchant's configuration is not a child of `parent`.
pub fn offer(
    parent: &PaymentMethodConfiguration,
    merchant: &MerchantMethods,
    purchase: &Purchase,
) -> Result<Offer, Error> {
    let mut faults = Vec::new();
    check_one_of(Some(&purchase.mode), &["payment", "subscription", "setup"], "mode", &mut faults);
    if merchant.configuration.parent.as_deref() != Some(&*parent.id) {
        let text = format!("expected a child of {}", parent.id);
        faults.push(Fault::new("merchant", "not_a_child", text));
    }
    let currency = purchase.currency.parse::<Currency>();
    if currency.is_err() {
        let text = "expected a three-letter currency code such as `eur`";
        faults.push(Fault::new("currency", "invalid_currency", text));
    }
    let amount = currency.ok().zip(purchase.amount).map(|(currency, minor)| Amount::new(minor, currency));
    faults.extend(amount.and_then(|amount| amount.fault("amount")));
    let Ok(currency) = purchase.currency.parse::<Currency>() else { return Err(Error::of_faults(faults)) };
    if !faults.is_empty() {
        return Err(Error::of_faults(faults));
    }

    let mut offer = Offer::default();
    for standing in standings(parent, Some(&merchant.configuration)) {
        match reason(&standing, &merchant.capabilities, currency, purchase) {
            None => offer.offered.push(standing.method),
            Some((reason, detail)) => {
                offer.left_out.push(LeftOut { method: standing.method, reason: reason.to_owned(), detail });
            }
        }
    }
    let missing =
        parent.methods.iter().filter(|state| merchant.configuration.method(&state.method).is_none());
    offer.left_out.extend(missing.map(|state| LeftOut {
        method: state.method.clone(),
        reason: "not_in_country".to_owned(),
        detail: None,
    }));
    offer.left_out.sort_by(|a, b| a.method.cmp(&b.method));
    Ok(offer)
}

/// Returns why a method is left out: first what the merchant or the platform could change, then what depends
/// on the purchase.
fn reason(
    standing: &MethodStanding,
    capabilities: &Metadata,
    currency: Currency,
    purchase: &Purchase,
) -> Option<(&'static str, Option<String>)> {
    let method = PaymentMethod::named(&standing.method);
    if !standing.on {
        let reason = match (standing.setting, standing.chosen.as_deref()) {
            (MethodSetting::Blocked, _) => "blocked",
            (_, Some("off")) => "off_by_merchant",
            _ => "off_by_default",
        };
        return Some((reason, None));
    }
    let lacks = |name: &str| {
        let status = capabilities.get(name).unwrap_or("unrequested");
        (status != "active").then(|| Some(format!("{name}: {status}")))
    };
    if let Some(detail) = method.and_then(|method| lacks(method.capability?)) {
        return Some(("capability_not_active", detail));
    }
    if !standing.available {
        return Some(("not_available", None));
    }
    if purchase.mode == "subscription" && standing.method == "blik" {
        // The only method with a separate capability for recurring payments.
        if let Some(detail) = lacks("blik_recurring_payments") {
            return Some(("mode", detail));
        }
    }
    if purchase.mode == "payment" && purchase.amount == Some(0) {
        return Some(("nothing_to_pay", None));
    }
    let currencies = method.map(|method| method.currencies()).unwrap_or_default();
    if !currencies.is_empty() && !currencies.contains(&currency) {
        return Some(("currency", None));
    }
    let most = method.and_then(|method| method.most);
    if most.zip(purchase.amount).is_some_and(|(most, amount)| amount > most) {
        return Some(("amount", None));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn configuration(text: &str) -> PaymentMethodConfiguration {
        PaymentMethodConfiguration::from_json(text).unwrap()
    }

    fn method(name: &str, value: &str, preference: &str, overridable: bool) -> String {
        let available = value == "on";
        format!(
            r#""{name}":{{"available":{available},"display_preference":{{"value":"{value}","preference":"{preference}","overridable":{overridable}}}}}"#
        )
    }

    fn shop() -> (PaymentMethodConfiguration, MerchantMethods) {
        let names =
            ["card", "ideal", "klarna", "sepa_debit", "alma", "affirm", "bacs_debit", "moon_pay", "blik"];
        let parent: Vec<String> = names
            .iter()
            .map(|name| {
                method(name, if *name == "alma" || *name == "affirm" { "off" } else { "on" }, "none", true)
            })
            .collect();
        let parent =
            format!(r#"{{"id":"pmc_1","object":"payment_method_configuration",{}}}"#, parent.join(","));
        let child = [
            method("card", "on", "none", true),
            method("ideal", "on", "none", true),
            method("klarna", "off", "off", true),
            method("sepa_debit", "on", "on", true),
            method("alma", "off", "none", true),
            method("affirm", "off", "on", false),
            method("moon_pay", "on", "none", true),
            method("blik", "on", "none", true),
        ]
        .join(",");
        let child =
            format!(r#"{{"id":"pmc_2","object":"payment_method_configuration","parent":"pmc_1",{child}}}"#);
        let capabilities = Metadata::from([
            ("card_payments", "active"),
            ("sepa_debit_payments", "active"),
            ("ideal_payments", "pending"),
            ("blik_payments", "active"),
        ]);
        let configuration_of_merchant = configuration(&child);
        let merchant = MerchantMethods {
            account: "acct_1".into(),
            configuration: configuration_of_merchant,
            capabilities,
        };
        (configuration(&parent), merchant)
    }

    fn reasons(currency: &str, amount: i64, mode: &str) -> (Vec<String>, Vec<(String, String)>) {
        let (parent, merchant) = shop();
        let purchase = Purchase { currency: currency.into(), mode: mode.into(), amount: Some(amount) };
        let offer = offer(&parent, &merchant, &purchase).unwrap();
        (offer.offered, offer.left_out.into_iter().map(|left| (left.method, left.reason)).collect())
    }

    #[test]
    fn every_method_that_is_left_out_has_its_reason() {
        let (offered, left_out) = reasons("eur", 2000, "payment");
        assert_eq!(offered, ["card", "moon_pay", "sepa_debit"]);
        let left_out: Vec<(&str, &str)> =
            left_out.iter().map(|(method, reason)| (&**method, &**reason)).collect();
        assert_eq!(
            left_out,
            [
                ("affirm", "blocked"),
                ("alma", "off_by_default"),
                ("bacs_debit", "not_in_country"),
                ("blik", "currency"),
                ("ideal", "capability_not_active"),
                ("klarna", "off_by_merchant"),
            ]
        );
    }

    #[test]
    fn the_purchase_narrows_the_choice() {
        assert_eq!(reasons("usd", 2000, "payment").0, ["card", "moon_pay"]);
        assert_eq!(reasons("eur", 1_000_001, "payment").0, ["card", "moon_pay"]);
        assert_eq!(reasons("pln", 2000, "payment").0, ["blik", "card", "moon_pay"]);
        assert_eq!(reasons("pln", 2000, "subscription").0, ["card", "moon_pay"]);
        assert_eq!(reasons("eur", 0, "payment").0, [""; 0]);
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let (parent, merchant) = shop();
        let purchase = Purchase { currency: "euro".into(), mode: "gift".into(), amount: Some(1) };
        let stranger = PaymentMethodConfiguration { id: "pmc_9".into(), ..parent.clone() };
        let error = offer(&stranger, &merchant, &purchase).unwrap_err();
        let codes: Vec<&str> = error.faults().iter().map(|fault| fault.code).collect();
        assert_eq!(codes, ["invalid_value", "not_a_child", "invalid_currency"]);
        let odd = Purchase { currency: "kwd".into(), mode: "payment".into(), amount: Some(5) };
        assert_eq!(offer(&parent, &merchant, &odd).unwrap_err().code(), "amount_not_in_step");
    }
}
