//! The payment methods that the simulator supports, and where each can be offered.

/// A payment method.
#[derive(Debug)]
pub(crate) struct Method {
    /// Its name in a configuration and in a session.
    pub(crate) key: &'static str,
    /// Its name on the payment page.
    pub(crate) name: &'static str,
    /// The capability that it needs.
    pub(crate) capability: &'static str,
    /// The currencies that it accepts; empty for all.
    currencies: &'static [&'static str],
    /// The merchants' countries in which it is available; empty for all.
    countries: &'static [&'static str],
    /// The largest amount, in minor units.
    most: Option<i64>,
    /// Whether it can be charged again without the buyer.
    pub(crate) recurs: bool,
    /// Whether it is on for a new platform.
    pub(crate) on_at_first: bool,
}

/// The countries with SEPA payments in euros, among those that the simulator's merchants are likely in.
const EUROPE: &[&str] =
    &["AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "GB", "IE", "IT", "LU", "NL", "NO", "PL", "PT", "SE"];

const fn method(
    (key, name, capability): (&'static str, &'static str, &'static str),
    currencies: &'static [&'static str],
    countries: &'static [&'static str],
) -> Method {
    Method { key, name, capability, currencies, countries, most: None, recurs: false, on_at_first: false }
}

/// In the order of the payment page.
pub(crate) static METHODS: &[Method] = &[
    Method { recurs: true, on_at_first: true, ..method(("card", "Card", "card_payments"), &[], &[]) },
    Method {
        most: Some(1_000_000),
        on_at_first: true,
        ..method(("sepa_debit", "SEPA bank debit", "sepa_debit_payments"), &["eur"], EUROPE)
    },
    method(("bancontact", "Bancontact", "bancontact_payments"), &["eur"], EUROPE),
    method(("eps", "EPS", "eps_payments"), &["eur"], EUROPE),
    method(("ideal", "iDEAL", "ideal_payments"), &["eur"], EUROPE),
    method(("p24", "Przelewy24", "p24_payments"), &["eur", "pln"], EUROPE),
    method(("blik", "BLIK", "blik_payments"), &["pln"], EUROPE),
    method(
        ("klarna", "Klarna", "klarna_payments"),
        &["eur", "gbp", "usd", "sek", "dkk", "nok", "chf", "pln"],
        &[],
    ),
    method(("alma", "Alma", "alma_payments"), &["eur"], EUROPE),
    method(("revolut_pay", "Revolut Pay", "revolut_pay_payments"), &["eur", "gbp"], EUROPE),
    Method {
        most: Some(10_000_000),
        ..method(("bacs_debit", "Bacs bank debit", "bacs_debit_payments"), &["gbp"], &["GB"])
    },
    method(("affirm", "Affirm", "affirm_payments"), &["usd", "cad"], &["US", "CA"]),
    method(("cashapp", "Cash App Pay", "cashapp_payments"), &["usd"], &["US"]),
    method(("us_bank_account", "US bank account", "us_bank_account_ach_payments"), &["usd"], &["US"]),
];

/// Returns the method with that name, if it is supported.
pub(crate) fn named(key: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.key == key)
}

impl Method {
    /// Returns whether it is available to merchants in a country.
    pub(crate) fn is_for(&self, country: &str) -> bool {
        self.countries.is_empty() || self.countries.contains(&country)
    }

    /// Returns whether it accepts this amount in a currency.
    pub(crate) fn takes(&self, currency: &str, amount: i64) -> bool {
        (self.currencies.is_empty() || self.currencies.contains(&currency))
            && self.most.is_none_or(|most| amount <= most)
    }
}
