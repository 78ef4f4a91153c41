//! Percentages as Stripe accepts them: 0 to 100, with at most two decimals.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::error::Error;

/// A percentage with at most two decimals, such as the platform's share of a subscription. It is stored as an
/// integer of hundredths: 2.5 % is 250, the same as 250 basis points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u16);

pub(crate) const EXPECTED: &str =
    "expected a percentage from 0 to 100 with at most two decimals, such as `2.5`";

impl Percent {
    /// Creates a percentage from basis points, which are hundredths of a percent: 250 is 2.5 %.
    ///
    /// Error `invalid_percent` outside of 0 to 10000.
    pub fn from_basis_points(points: i64) -> Result<Self, Error> {
        let points = u16::try_from(points).ok().filter(|points| *points <= 10_000);
        points.map(Percent).ok_or_else(|| Error::fault("percent", "invalid_percent", EXPECTED))
    }

    /// Returns the hundredths of a percent: 250 for 2.5 %.
    #[must_use]
    pub fn basis_points(self) -> i64 {
        i64::from(self.0)
    }
}

impl FromStr for Percent {
    type Err = Error;

    /// Parses `2.5`, `10` or `0.25`: digits and at most one point. Error `invalid_percent`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        // Further decimals are accepted only if they are zeros, so nothing is ever rounded.
        let (kept, dropped) = decimals.split_at_checked(2).unwrap_or((decimals, ""));
        let plain = digits(whole) && digits(decimals) && dropped.bytes().all(|byte| byte == b'0');
        let hundredths = format!("{whole}{kept:0<2}").parse::<i64>().ok().filter(|_| plain);
        hundredths
            .and_then(|hundredths| Percent::from_basis_points(hundredths).ok())
            .ok_or_else(|| Error::fault("percent", "invalid_percent", EXPECTED))
    }
}

/// Formats without trailing zeros: `2.5`, `10`.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, decimals) if decimals % 10 == 0 => write!(f, "{whole}.{}", decimals / 10),
            (whole, decimals) => write!(f, "{whole}.{decimals:02}"),
        }
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_percentage_is_read_back() {
        for points in 0..=10_000 {
            let percent = Percent::from_basis_points(points).unwrap();
            assert_eq!(percent.to_string().parse::<Percent>().unwrap(), percent);
        }
        assert_eq!("2.50".parse::<Percent>().unwrap().to_string(), "2.5");
        assert_eq!("10.000".parse::<Percent>().unwrap().to_string(), "10");
    }

    #[test]
    fn what_is_none_is_refused() {
        for text in
            ["", ".", "1.", ".5", "-1", "+1", "100.01", "2.505", "1e1", "99999999999999999999", "ü", "1.ü"]
        {
            assert_eq!(text.parse::<Percent>().unwrap_err().code(), "invalid_percent", "{text}");
        }
    }
}
