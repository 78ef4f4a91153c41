use crate::error::{Error, Fault};
use crate::money::Amount;
use crate::schema::{At, Given, parameters, record};

record! {
    /// The platform's fee on a payment: a share in basis points plus a fixed part, within bounds.
    ///
    /// 100 basis points are 1 %. The fixed part and the bounds are in the minor unit of the payment's
    /// currency. The share is rounded half up to whole minor units, and the whole fee half up to the
    /// currency's step (see `Currency::step`); all of it in integers.
    ///
    /// Stripe requires a fee above zero and below the payment
    /// (<https://docs.stripe.com/connect/direct-charges#collect-fees>), so any other result is an error,
    /// not a silently different fee.
    #[derive(Copy, Eq)]
    pub struct Fee {
        /// The share, in hundredths of a percent: 250 is 2.5 %. From 0 to 10000.
        pub basis_points: i64,
        /// Added to the share, in minor units.
        pub fixed: i64,
        /// The lowest fee, in minor units.
        pub min: Option<i64>,
        /// The highest fee, in minor units.
        pub max: Option<i64>,
    }
}

impl Fee {
    /// A fee among parameters.
    pub(crate) fn given(given: Given<'_>) -> Self {
        type F = At<Fee>;
        Fee {
            basis_points: given.integer(F::basis_points).unwrap_or_default(),
            fixed: given.integer(F::fixed).unwrap_or_default(),
            min: given.integer(F::min),
            max: given.integer(F::max),
        }
    }

    /// A share of the payment: `Fee::basis_points(250)` is 2.5 %.
    #[must_use]
    pub fn basis_points(basis_points: i64) -> Self {
        Fee { basis_points, ..Fee::default() }
    }

    /// The same amount for every payment, in minor units.
    #[must_use]
    pub fn fixed(minor: i64) -> Self {
        Fee { fixed: minor, ..Fee::default() }
    }

    /// Adds a fixed part in minor units.
    #[must_use]
    pub fn plus(self, minor: i64) -> Self {
        Fee { fixed: self.fixed.saturating_add(minor), ..self }
    }

    /// The same fee, but never below `minor`.
    #[must_use]
    pub fn at_least(self, minor: i64) -> Self {
        Fee { min: Some(minor), ..self }
    }

    /// The same fee, but never above `minor`.
    #[must_use]
    pub fn at_most(self, minor: i64) -> Self {
        Fee { max: Some(minor), ..self }
    }

    /// Reads the record from a JSON object: `{"basis_points": 250, "fixed": 30}`.
    ///
    /// Errors: `invalid_json`, `unknown_parameter`, `wrong_type`.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        parameters::from_json(Self::RECORD, text)
    }

    /// The fee on a payment of `total`, in minor units of its currency.
    ///
    /// Errors, all under the path `application_fee`: `fee_invalid` (a negative part, more than
    /// 10000 basis points, `min` above `max`), `fee_not_positive`, `fee_not_below_total`, and what
    /// [`Amount::check`] finds in the total.
    pub fn of(&self, total: Amount) -> Result<i64, Error> {
        self.compute(total).map_err(|fault| Error::of_faults(vec![fault]))
    }

    pub(crate) fn compute(&self, total: Amount) -> Result<i64, Fault> {
        if let Some(fault) = self.invalid_part() {
            return Err(fault);
        }
        if let Some(fault) = total.fault("amount") {
            return Err(fault);
        }
        let step = i128::from(total.currency().step());
        // At most 2^63 * 10^4 + 2^63: far inside 128 bits.
        let share = round_half_up(i128::from(total.minor()) * i128::from(self.basis_points), 10_000);
        let least = i128::from(self.min.unwrap_or(0));
        let most = self.max.map_or(i128::MAX, i128::from);
        let bounded = (share + i128::from(self.fixed)).max(least).min(most);
        let mut fee = round_half_up(bounded, step) * step;
        if fee > most {
            // Rounding to the step must not raise the fee above its bound.
            fee -= step;
        }
        if fee <= 0 {
            let text = format!(
                "the fee on {total} comes to {fee}; stripe requires more than zero: leave `application_fee` out to charge none"
            );
            return Err(Fault::new("application_fee", "fee_not_positive", text));
        }
        match i64::try_from(fee) {
            Ok(fee) if fee < total.minor() => Ok(fee),
            _ => {
                let text = format!(
                    "the fee on {total} comes to {fee} minor units; stripe requires less than the payment: lower it, or limit it with `max`"
                );
                Err(Fault::new("application_fee", "fee_not_below_total", text))
            }
        }
    }

    fn invalid_part(&self) -> Option<Fault> {
        let fault =
            |part: &str, text| Some(Fault::new(format!("application_fee.{part}"), "fee_invalid", text));
        if !(0..=10_000).contains(&self.basis_points) {
            return fault("basis_points", "expected 0 to 10000 basis points; 100 are 1 %");
        }
        if self.fixed < 0 {
            return fault("fixed", "expected zero or more minor units");
        }
        if self.min.is_some_and(|min| min < 0) {
            return fault("min", "expected zero or more minor units");
        }
        match (self.min, self.max) {
            (_, Some(max)) if max < 0 => fault("max", "expected zero or more minor units"),
            (Some(min), Some(max)) if min > max => fault("min", "expected no more than `max`"),
            _ => None,
        }
    }
}

/// Division of a non-negative number, a half rounded up.
fn round_half_up(value: i128, divisor: i128) -> i128 {
    (value + divisor / 2) / divisor
}

/// The part of the platform's fee that is refunded in proportion when a payment is refunded in part, as with
/// `refund_application_fee`.
///
/// `fee` and `total` are those of the payment, `refunded` is the sum of its refunds so far, all in minor
/// units; for one refund among several, take the difference between two calls. Stripe does not publish how
/// it rounds: this rounds down, so that the platform never refunds more than its share, and the whole fee is
/// refunded with the whole payment.
///
/// Errors: `amount_negative`; `refund_above_payment` if more was refunded than was paid.
pub fn fee_refunded(fee: i64, total: i64, refunded: i64) -> Result<i64, Error> {
    for (path, amount) in [("fee", fee), ("total", total), ("refunded", refunded)] {
        if amount < 0 {
            return Err(Error::fault(path, "amount_negative", "expected zero or more minor units"));
        }
    }
    if refunded > total {
        return Err(Error::fault("refunded", "refund_above_payment", "more was refunded than was paid"));
    }
    if total == 0 {
        return Ok(0);
    }
    let share = i128::from(fee) * i128::from(refunded) / i128::from(total);
    // At most the fee, so it fits.
    Ok(i64::try_from(share).unwrap_or(fee))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use proptest::prelude::*;

    #[test]
    fn rounds_half_up() {
        let fee = |total| Fee::basis_points(250).of(Amount::new(total, Currency::EUR)).unwrap();
        assert_eq!(fee(1998), 50); // 49.95
        assert_eq!(fee(1020), 26); // 25.5
        assert_eq!(fee(1019), 25); // 25.475
    }

    #[test]
    fn a_fee_is_written_as_it_is_said() {
        let fee = Fee { basis_points: 250, fixed: 30, min: Some(50), max: Some(9_000) };
        assert_eq!(Fee::basis_points(250).plus(10).plus(20).at_least(50).at_most(9_000), fee);
        assert_eq!(Fee::fixed(30), Fee { fixed: 30, ..Fee::default() });
        assert_eq!(Fee::fixed(i64::MAX).plus(1).fixed, i64::MAX);
    }

    #[test]
    fn steps_never_lift_a_fee_over_its_bound() {
        let isk: Currency = "isk".parse().unwrap();
        let fee = Fee::basis_points(1000).at_most(160).of(Amount::new(5000, isk)).unwrap();
        assert_eq!(fee, 100);
    }

    #[test]
    fn the_largest_total_does_not_overflow() {
        let total = Amount::new(i64::MAX, Currency::JPY);
        let error = Fee::basis_points(10_000).plus(i64::MAX).of(total).unwrap_err();
        assert_eq!(error.code(), "fee_not_below_total");
        assert_eq!(Fee::basis_points(1).of(total).unwrap(), 922_337_203_685_478);
    }

    #[test]
    fn the_fee_is_refunded_in_proportion_and_whole_with_the_whole() {
        assert_eq!(fee_refunded(130, 4000, 1000).unwrap(), 32);
        assert_eq!(fee_refunded(130, 4000, 4000).unwrap(), 130);
        assert_eq!(fee_refunded(i64::MAX, i64::MAX, i64::MAX - 1).unwrap(), i64::MAX - 1);
        assert_eq!(fee_refunded(0, 0, 0).unwrap(), 0);
        assert_eq!(fee_refunded(1, 10, 11).unwrap_err().code(), "refund_above_payment");
        assert_eq!(fee_refunded(-1, 10, 1).unwrap_err().code(), "amount_negative");
    }

    proptest! {
        #[test]
        fn a_fee_is_within_the_payment_or_an_error(
            points in -1..20_000_i64, fixed in -1..i64::MAX, total in any::<i64>(),
            min in prop::option::of(any::<i64>()), max in prop::option::of(any::<i64>()),
        ) {
            let fee = Fee { basis_points: points, fixed, min, max };
            if let Ok(fee) = fee.of(Amount::new(total, Currency::USD)) {
                prop_assert!(fee > 0 && fee < total);
                prop_assert!(min.is_none_or(|min| fee >= min));
                prop_assert!(max.is_none_or(|max| fee <= max));
            }
        }
    }
}
