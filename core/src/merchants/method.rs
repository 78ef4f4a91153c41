//! What is known about each payment method, from the table in `methods.tsv`.

use std::str::FromStr;

use crate::money::Currency;

/// The table; its header explains the columns and their sources.
const TABLE: &str = include_str!("methods.tsv");

/// A payment method. What Stripe's documentation does not say is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaymentMethod {
    /// The key in a payment method configuration, such as `sepa_debit`.
    pub name: &'static str,
    /// The capability that the merchant needs for direct charges with it.
    pub capability: Option<&'static str>,
    /// Whether accounts with a full Dashboard have the capability by default: `yes`, `dashboard` if they turn
    /// it on there, or `first_payment`.
    pub default: Option<&'static str>,
    /// Whether Stripe requires more from an account with a full Dashboard than for card payments.
    pub verification: Option<bool>,
    /// Whether an account with an Express Dashboard or none can have it: `yes`, `no`, `not_listed`.
    pub express: Option<&'static str>,
    /// Whether Stripe requires more from such an account than for card payments.
    pub express_verification: Option<bool>,
    currencies: Option<&'static str>,
    /// The largest amount, in minor units of its only currency.
    pub most: Option<i64>,
}

impl PaymentMethod {
    /// Returns the method with this name, or `None` if this version does not know it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|method| method.name == name)
    }

    /// Returns all methods, by name.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(Self::from_line)
    }

    /// Returns the currencies that it accepts if there are only a few. This is a hint: Stripe adds more over
    /// time.
    #[must_use]
    pub fn currencies(&self) -> Vec<Currency> {
        let known = self.currencies.unwrap_or_default().split(' ');
        known.filter_map(|code| Currency::from_str(code).ok()).collect()
    }

    fn from_line(line: &'static str) -> Option<Self> {
        let mut columns = line.split('\t').map(|column| (column != "-").then_some(column));
        let name = columns.next()??;
        let mut next = || columns.next().flatten();
        let flag = |word: Option<&str>| word.map(|word| word == "yes");
        Some(PaymentMethod {
            name,
            capability: next(),
            default: next(),
            verification: flag(next()),
            express: next(),
            express_verification: flag(next()),
            currencies: next(),
            most: next().and_then(|digits| digits.parse().ok()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_method_in_order() {
        let names: Vec<&str> = PaymentMethod::all().map(|method| method.name).collect();
        assert_eq!(names.len(), 62);
        assert!(names.is_sorted());
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(line.split('\t').count(), 8, "{line}");
        }
    }

    #[test]
    fn columns_are_read_as_they_are_named() {
        let sepa = PaymentMethod::named("sepa_debit").unwrap();
        assert_eq!(sepa.capability, Some("sepa_debit_payments"));
        assert_eq!((sepa.default, sepa.verification), (Some("yes"), Some(true)));
        assert_eq!((sepa.express, sepa.express_verification), (Some("yes"), Some(false)));
        assert_eq!((sepa.currencies(), sepa.most), (vec![Currency::EUR], Some(1_000_000)));
        let paypal = PaymentMethod::named("paypal").unwrap();
        assert_eq!((paypal.capability, paypal.default, paypal.most), (None, None, None));
        assert_eq!(PaymentMethod::named("moon_pay"), None);
    }
}
