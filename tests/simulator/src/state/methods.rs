//! The payment methods that the simulator plays, and where each of them can be offered.

/// A payment method.
#[derive(Debug)]
pub(crate) struct Method {
    /// Its name in a configuration and in a session.
    pub(crate) key: &'static str,
    /// What the payment page calls it.
    pub(crate) name: &'static str,
    /// What a merchant needs for it.
    pub(crate) capability: &'static str,
    /// The currencies it takes; none stands for every one.
    currencies: &'static [&'static str],
    /// The merchants' countries where it can be had; none stands for every one.
    countries: &'static [&'static str],
    /// The largest amount, in minor units.
    most: Option<i64>,
    /// Whether it can be charged again without the buyer.
    pub(crate) recurs: bool,
    /// Whether a new platform has it on.
    pub(crate) on_at_first: bool,
}

/// Where SEPA's euro payments are at home, of the countries that the simulator's merchants are likely in.
const EUROPE: &[&str] =
    &["AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "GB", "IE", "IT", "LU", "NL", "NO", "PL", "PT", "SE"];

const fn method(
    (key, name, capability): (&'static str, &'static str, &'static str),
    currencies: &'static [&'static str],
    countries: &'static [&'static str],
) -> Method {
    Method { key, name, capability, currencies, countries, most: None, recurs: false, on_at_first: false }
}

/// In the order in which the payment page shows them.
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

/// The method of that name, if it is one of those that are played.
pub(crate) fn named(key: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.key == key)
}

impl Method {
    /// Whether merchants of a country can have it.
    pub(crate) fn is_for(&self, country: &str) -> bool {
        self.countries.is_empty() || self.countries.contains(&country)
    }

    /// Whether it takes so much of a currency.
    pub(crate) fn takes(&self, currency: &str, amount: i64) -> bool {
        (self.currencies.is_empty() || self.currencies.contains(&currency))
            && self.most.is_none_or(|most| amount <= most)
    }
}
