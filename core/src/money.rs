//! Amounts in the units that Stripe expects, for every currency.
//!
//! Stripe counts money in a currency's *minor unit*: 20.00 EUR is `2000`, 500 JPY is `500`. The
//! number of decimals is Stripe's own, not ISO 4217's: ISK and UGX are sent with two decimals that
//! must be zero, and the last digit of a three-decimal currency must be zero too.
//! See <https://docs.stripe.com/currencies>.

mod currencies;

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Fault};

#[cfg(feature = "schema")]
pub(crate) use currencies::KNOWN as KNOWN_CURRENCIES;

/// A three-letter currency code, kept in lower case as Stripe writes it.
///
/// Any three letters are accepted, since Stripe adds currencies without notice; a code that is not
/// among Stripe's special cases has two decimals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// Euro.
    pub const EUR: Currency = Currency(*b"eur");
    /// Pound sterling.
    pub const GBP: Currency = Currency(*b"gbp");
    /// Yen: no decimals, so 500 is five hundred yen.
    pub const JPY: Currency = Currency(*b"jpy");
    /// United States dollar.
    pub const USD: Currency = Currency(*b"usd");

    /// The code in lower case, as in Stripe's parameters and objects.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only ASCII letters get in, so this cannot fail.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many decimals Stripe's minor unit has: 0, 2 or 3.
    #[must_use]
    pub fn exponent(self) -> u32 {
        currencies::known(self.0).map_or(2, |known| known.exponent)
    }

    /// What an amount must be a multiple of: 100 for ISK and UGX, 10 for the three-decimal
    /// currencies, else 1.
    #[must_use]
    pub fn step(self) -> i64 {
        currencies::known(self.0).map_or(1, |known| known.step)
    }

    /// The least that Stripe charges in an account that is settled in this currency, in minor units,
    /// where it is known. A hint, never an error: what applies is the merchant's settlement currency and
    /// the day's rate, and some payment methods take less.
    ///
    /// See <https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts>.
    #[must_use]
    pub fn minimum_charge(self) -> Option<i64> {
        currencies::known(self.0)?.minimum_charge
    }
}

impl FromStr for Currency {
    type Err = Error;

    /// Reads a code in upper or lower case; error code `invalid_currency`.
    fn from_str(code: &str) -> Result<Self, Error> {
        match *code.as_bytes() {
            [a, b, c] if code.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
                Ok(Currency([a, b, c].map(|byte| byte.to_ascii_lowercase())))
            }
            _ => Err(Error::fault(
                "currency",
                "invalid_currency",
                "expected a three-letter currency code such as `eur`",
            )),
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An amount of money: an integer of minor units, and the currency that gives them meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    minor: i64,
    currency: Currency,
}

impl Amount {
    /// An amount from minor units: `Amount::new(20_00, Currency::EUR)` is twenty euros.
    ///
    /// Nothing is checked here; [`Amount::check`] and every call that uses the amount do.
    #[must_use]
    pub fn new(minor: i64, currency: Currency) -> Self {
        Amount { minor, currency }
    }

    /// Reads a decimal string in major units: `"20.00"`, `"20"` or `"20.5"`.
    ///
    /// Only digits and one point: no sign, no grouping, no exponent, no spaces. More decimals than the
    /// currency has are accepted only if they are zeros, so nothing is ever rounded.
    ///
    /// Errors: `invalid_amount`, `amount_too_precise`, `amount_too_large`, `amount_not_in_step`.
    pub fn parse(major: &str, currency: Currency) -> Result<Self, Error> {
        let fault = |code, text: String| Error::fault("amount", code, text);
        let (whole, decimals) = match major.split_once('.') {
            Some((whole, decimals)) if !decimals.is_empty() => (whole, decimals),
            Some(_) => ("", ""),
            None => (major, ""),
        };
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(decimals) {
            return Err(fault(
                "invalid_amount",
                "expected a decimal number such as `20.00`: digits and at most one point".into(),
            ));
        }
        let exponent = currency.exponent() as usize;
        let (kept, dropped) = decimals.split_at(decimals.len().min(exponent));
        if dropped.bytes().any(|byte| byte != b'0') {
            return Err(fault(
                "amount_too_precise",
                format!("{currency} has {exponent} decimals; round the amount before you pass it"),
            ));
        }
        let padding = std::iter::repeat_n(b'0', exponent - kept.len());
        let minor = whole
            .bytes()
            .chain(kept.bytes())
            .chain(padding)
            .try_fold(0_i64, |sum, digit| sum.checked_mul(10)?.checked_add(i64::from(digit - b'0')))
            .ok_or_else(|| fault("amount_too_large", "the amount does not fit 64 bits".into()))?;
        let amount = Amount { minor, currency };
        amount.check("amount")?;
        Ok(amount)
    }

    /// The integer that Stripe expects.
    #[must_use]
    pub fn minor(self) -> i64 {
        self.minor
    }

    /// The amount's currency.
    #[must_use]
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// The amount in major units, without its currency: `20.00`, `500`. [`Amount::parse`] reads it back.
    #[must_use]
    pub fn to_decimal(self) -> String {
        let unit = 10_u64.pow(self.currency.exponent());
        let minor = self.minor.unsigned_abs();
        let sign = if self.minor < 0 { "-" } else { "" };
        match self.currency.exponent() as usize {
            0 => format!("{sign}{minor}"),
            width => format!("{sign}{}.{:0width$}", minor / unit, minor % unit),
        }
    }

    /// Checks that Stripe takes this amount in this currency; `path` names it in the error.
    ///
    /// Errors: `amount_negative`, `amount_not_in_step`.
    pub fn check(self, path: &str) -> Result<(), Error> {
        self.fault(path).map_or(Ok(()), |fault| Err(Error::of_faults(vec![fault])))
    }

    /// The first rule that the amount breaks.
    pub(crate) fn fault(self, path: impl fmt::Display) -> Option<Fault> {
        if self.minor < 0 {
            let text = "expected zero or more minor units";
            return Some(Fault::new(path.to_string(), "amount_negative", text));
        }
        let step = self.currency.step();
        (self.minor % step != 0).then(|| {
            let below = Amount { minor: self.minor - self.minor % step, ..self };
            let text = format!(
                "amounts in {} are multiples of {step} minor units: the next one below is {} ({below})",
                self.currency, below.minor
            );
            Fault::new(path.to_string(), "amount_not_in_step", text)
        })
    }
}

/// Major units and the code: `20.00 EUR`, `500 JPY`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.to_decimal(), self.currency.as_str().to_ascii_uppercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn displays_major_units() {
        let show = |minor, code: &str| Amount::new(minor, code.parse().unwrap()).to_string();
        assert_eq!(show(2000, "EUR"), "20.00 EUR");
        assert_eq!(show(5, "eur"), "0.05 EUR");
        assert_eq!(show(500, "jpy"), "500 JPY");
        assert_eq!(show(5120, "kwd"), "5.120 KWD");
        assert_eq!(show(500, "ugx"), "5.00 UGX");
        assert_eq!(show(i64::MIN, "jpy"), "-9223372036854775808 JPY");
    }

    #[test]
    fn says_which_amount_is_the_next_below() {
        let error = Amount::parse("5.124", "kwd".parse().unwrap()).unwrap_err();
        assert_eq!(error.code(), "amount_not_in_step");
        assert!(error.to_string().contains("5.120 KWD"), "{error}");
    }

    #[test]
    fn the_minimum_charge_is_known_for_stripes_settlement_currencies() {
        let least = |code: &str| code.parse::<Currency>().unwrap().minimum_charge();
        for (codes, expected) in [
            ("gbp", 30),
            ("usd ars aud brl cad chf cop eur idr ils inr jpy krw nzd php rub sgd zar", 50),
            ("aed myr pln ron", 200),
            ("dkk", 250),
            ("nok sek", 300),
            ("hkd", 400),
            ("mxn thb", 1000),
            ("czk", 1500),
            ("huf", 17_500),
        ] {
            for code in codes.split(' ') {
                assert_eq!(least(code), Some(expected), "{code}");
            }
        }
        assert_eq!(least("xyz"), None);
    }

    proptest! {
        #[test]
        fn display_then_parse_is_the_identity(
            minor in 0..i64::MAX / 100,
            code in prop::sample::select(vec!["eur", "jpy", "kwd", "isk", "ugx", "xpf", "usd"]),
        ) {
            let currency: Currency = code.parse().unwrap();
            let amount = Amount::new(minor - minor % currency.step(), currency);
            let shown = amount.to_string();
            let (major, _) = shown.split_once(' ').unwrap();
            prop_assert_eq!(Amount::parse(major, currency).unwrap(), amount);
        }

        #[test]
        fn no_text_panics(text in ".*") {
            let _ = Amount::parse(&text, Currency::EUR);
            let _ = text.parse::<Currency>();
        }
    }
}
