//! What is known of currencies beyond their code, sorted by it.

/// A currency that is special in some way: by its decimals, its steps, or a known minimum charge.
#[derive(Debug)]
#[cfg_attr(feature = "schema", derive(serde::Serialize))]
pub(crate) struct Known {
    #[cfg_attr(feature = "schema", serde(serialize_with = "text"))]
    pub(super) code: [u8; 3],
    /// How many decimals Stripe's minor unit has.
    pub(super) exponent: u32,
    /// What an amount must be a multiple of.
    pub(super) step: i64,
    /// The least that Stripe charges in an account that is settled in it, in minor units, where it is known.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) minimum_charge: Option<i64>,
}

/// What is known of a currency; nothing for those with two decimals of which nothing else is known.
pub(super) fn known(code: [u8; 3]) -> Option<&'static Known> {
    let at = KNOWN.binary_search_by(|known| known.code.cmp(&code)).ok()?;
    KNOWN.get(at)
}

/// See <https://docs.stripe.com/currencies>.
pub(crate) static KNOWN: &[Known] = &[
    row(b"aed", 2, 1, Some(200)),
    row(b"ars", 2, 1, Some(50)),
    row(b"aud", 2, 1, Some(50)),
    row(b"bhd", 3, 10, None),
    row(b"bif", 0, 1, None),
    row(b"brl", 2, 1, Some(50)),
    row(b"cad", 2, 1, Some(50)),
    row(b"chf", 2, 1, Some(50)),
    row(b"clp", 0, 1, None),
    row(b"cop", 2, 1, Some(50)),
    row(b"czk", 2, 1, Some(1500)),
    row(b"djf", 0, 1, None),
    row(b"dkk", 2, 1, Some(250)),
    row(b"eur", 2, 1, Some(50)),
    row(b"gbp", 2, 1, Some(30)),
    row(b"gnf", 0, 1, None),
    row(b"hkd", 2, 1, Some(400)),
    row(b"huf", 2, 1, Some(17_500)),
    row(b"idr", 2, 1, Some(50)),
    row(b"ils", 2, 1, Some(50)),
    row(b"inr", 2, 1, Some(50)),
    row(b"isk", 2, 100, None),
    row(b"jod", 3, 10, None),
    row(b"jpy", 0, 1, Some(50)),
    row(b"kmf", 0, 1, None),
    row(b"krw", 0, 1, Some(50)),
    row(b"kwd", 3, 10, None),
    row(b"mga", 0, 1, None),
    row(b"mxn", 2, 1, Some(1000)),
    row(b"myr", 2, 1, Some(200)),
    row(b"nok", 2, 1, Some(300)),
    row(b"nzd", 2, 1, Some(50)),
    row(b"omr", 3, 10, None),
    row(b"php", 2, 1, Some(50)),
    row(b"pln", 2, 1, Some(200)),
    row(b"pyg", 0, 1, None),
    row(b"ron", 2, 1, Some(200)),
    row(b"rub", 2, 1, Some(50)),
    row(b"rwf", 0, 1, None),
    row(b"sek", 2, 1, Some(300)),
    row(b"sgd", 2, 1, Some(50)),
    row(b"thb", 2, 1, Some(1000)),
    row(b"tnd", 3, 10, None),
    row(b"ugx", 2, 100, None),
    row(b"usd", 2, 1, Some(50)),
    row(b"vnd", 0, 1, None),
    row(b"vuv", 0, 1, None),
    row(b"xaf", 0, 1, None),
    row(b"xof", 0, 1, None),
    row(b"xpf", 0, 1, None),
    row(b"zar", 2, 1, Some(50)),
];

const fn row(code: &[u8; 3], exponent: u32, step: i64, minimum_charge: Option<i64>) -> Known {
    Known { code: *code, exponent, step, minimum_charge }
}

#[cfg(feature = "schema")]
fn text<S: serde::Serializer>(code: &[u8; 3], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(std::str::from_utf8(code).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted_and_their_numbers_agree() {
        assert!(KNOWN.windows(2).all(|pair| pair[0].code < pair[1].code));
        for row in KNOWN {
            let code = std::str::from_utf8(&row.code).unwrap();
            assert_eq!(known(row.code).map(|known| known.code), Some(row.code), "{code}");
            assert!(code.bytes().all(|letter| letter.is_ascii_lowercase()), "{code}");
            // The last digit of three decimals is zero, and so are both decimals of a step of 100.
            assert!(matches!((row.exponent, row.step), (0, 1) | (2, 1 | 100) | (3, 10)), "{code}");
            assert!(row.minimum_charge.is_none_or(|least| least > 0 && least % row.step == 0), "{code}");
        }
        assert!(known(*b"xyz").is_none() && known(*b"aaa").is_none());
    }
}
