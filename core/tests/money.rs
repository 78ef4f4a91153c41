//! Amounts and fees, compared with a reference that computes without limits.

use counterfoil::Fee;
use counterfoil::money::{Amount, Currency};
use num_bigint::BigInt;
use proptest::prelude::*;

/// The decimals and the step, as Stripe's page on currencies lists them.
fn rules(code: &str) -> (u32, i64) {
    match code {
        "bif" | "clp" | "djf" | "gnf" | "jpy" | "kmf" | "krw" | "mga" | "pyg" | "rwf" | "vnd" | "vuv"
        | "xaf" | "xof" | "xpf" => (0, 1),
        "bhd" | "jod" | "kwd" | "omr" | "tnd" => (3, 10),
        "isk" | "ugx" => (2, 100),
        _ => (2, 1),
    }
}

fn codes() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "eur", "usd", "jpy", "krw", "xpf", "bhd", "tnd", "kwd", "isk", "ugx", "huf", "twd",
    ])
}

/// Whole numbers of every size, and those around the limit of 64 bits.
fn numbers() -> impl Strategy<Value = i64> {
    prop_oneof![
        0..10_000_i64,
        any::<i64>(),
        (0..63_u32, -2..3_i64).prop_map(|(bits, off)| (1_i64 << bits).wrapping_add(off)),
        prop::sample::select(vec![i64::MAX, i64::MAX - 1, i64::MIN, -1]),
    ]
}

/// Returns the amount, or the code of the error; digits and one point are given.
fn parsed(whole: &str, decimals: &str, code: &str) -> Result<i64, &'static str> {
    let (exponent, step) = rules(code);
    let width = usize::try_from(exponent).unwrap();
    let (kept, dropped) = decimals.split_at(decimals.len().min(width));
    if dropped.chars().any(|digit| digit != '0') {
        return Err("amount_too_precise");
    }
    let minor: BigInt = format!("{whole}{kept:0<width$}").parse().unwrap();
    if minor > i64::MAX.into() {
        Err("amount_too_large")
    } else if &minor % step != 0.into() {
        Err("amount_not_in_step")
    } else {
        Ok(minor.try_into().unwrap())
    }
}

/// Divides a number that is not negative, rounding half up.
fn rounded(value: BigInt, divisor: i64) -> BigInt {
    (value * 2 + divisor) / (divisor * 2)
}

fn charged(fee: Fee, total: i64, code: &str) -> Result<i64, &'static str> {
    let (_, step) = rules(code);
    let negative = [Some(fee.fixed), fee.min, fee.max].into_iter().flatten().any(|part| part < 0);
    let crossed = matches!((fee.min, fee.max), (Some(min), Some(max)) if min > max);
    if negative || crossed || !(0..=10_000).contains(&fee.basis_points) {
        return Err("fee_invalid");
    }
    if total < 0 {
        return Err("amount_negative");
    }
    if total % step != 0 {
        return Err("amount_not_in_step");
    }
    let mut due = rounded(BigInt::from(total) * fee.basis_points, 10_000) + fee.fixed;
    due = due.max(fee.min.unwrap_or(0).into());
    if let Some(max) = fee.max {
        due = due.min(max.into());
    }
    let mut charged = rounded(due, step) * step;
    if fee.max.is_some_and(|max| charged > max.into()) {
        charged -= step;
    }
    if charged <= 0.into() {
        Err("fee_not_positive")
    } else if charged >= total.into() {
        Err("fee_not_below_total")
    } else {
        Ok(charged.try_into().unwrap())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn amounts_agree_with_the_reference(
        whole in "0{0,3}[0-9]{1,19}", decimals in "[0-9]{0,3}0{0,2}", code in codes(),
    ) {
        let text = if decimals.is_empty() { whole.clone() } else { format!("{whole}.{decimals}") };
        let currency: Currency = code.parse().unwrap();
        let amount = Amount::parse(&text, currency).map_err(|error| error.code().to_owned());
        prop_assert_eq!(amount.map(Amount::minor), parsed(&whole, &decimals, code).map_err(str::to_owned));
    }

    #[test]
    fn any_other_text_is_no_amount(text in "[-+0-9., e]{0,8}") {
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let parts: Vec<&str> = text.split('.').collect();
        let fine = parts.len() <= 2 && parts.iter().all(|part| plain(part));
        let code = Amount::parse(&text, Currency::EUR).map_err(|error| error.code().to_owned());
        prop_assert_eq!(code != Err("invalid_amount".to_owned()), fine, "{}", text);
    }

    #[test]
    fn what_stripe_takes_is_what_the_rules_say(minor in numbers(), code in codes()) {
        let (exponent, step) = rules(code);
        let currency: Currency = code.parse().unwrap();
        prop_assert_eq!((currency.exponent(), currency.step()), (exponent, step));
        let found = Amount::new(minor, currency).check("a.b").map_err(|error| error.code().to_owned());
        let expected = match minor {
            ..0 => Err("amount_negative".to_owned()),
            _ if minor % step != 0 => Err("amount_not_in_step".to_owned()),
            _ => Ok(()),
        };
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn fees_agree_with_the_reference(
        points in prop_oneof![0..=10_000_i64, -1..10_002_i64, numbers()], fixed in prop_oneof![0..300_i64, numbers()],
        min in prop::option::of(numbers()), max in prop::option::of(numbers()),
        total in numbers(), code in codes(),
    ) {
        let (_, step) = rules(code);
        // Mostly valid totals, so that the test covers the fee.
        let total = if total % 7 == 0 { total } else { total - total % step };
        let fee = Fee { basis_points: points, fixed, min, max };
        let currency: Currency = code.parse().unwrap();
        let found = fee.of(Amount::new(total, currency)).map_err(|error| error.code().to_owned());
        prop_assert_eq!(found, charged(fee, total, code).map_err(str::to_owned));
    }
}
