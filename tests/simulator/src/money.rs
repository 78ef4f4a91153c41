//! Currencies as Stripe counts them: their decimals, the valid amounts, and how to display them.

/// Returns whether `code` is a currency of ISO 4217, in lower case.
pub(crate) fn is_known(code: &str) -> bool {
    code.len() == 3 && CODES.split(' ').any(|known| known == code)
}

/// Returns the step of amounts in this currency, in minor units.
pub(crate) fn step(currency: &str) -> i64 {
    match currency {
        "isk" | "ugx" => 100,
        "bhd" | "jod" | "kwd" | "omr" | "tnd" => 10,
        _ => 1,
    }
}

/// Formats an amount for the buyer: `€1,234.50`, `¥500`, `KWD 5.120`, `ISK 500`.
pub(crate) fn display(minor: i64, currency: &str) -> String {
    let decimals = decimals(currency);
    let unit = 10_i64.pow(decimals);
    let whole = grouped(minor / unit);
    let number = match currency {
        // Sent with two decimals that are always zero and never displayed.
        "isk" | "ugx" => whole,
        _ if decimals == 0 => whole,
        _ => format!("{whole}.{:0width$}", minor % unit, width = decimals as usize),
    };
    match symbol(currency) {
        Some(symbol) => format!("{symbol}{number}"),
        None => format!("{}\u{a0}{number}", currency.to_uppercase()),
    }
}

/// Returns the settlement currency of merchants in a country.
pub(crate) fn currency_of(country: &str) -> &'static str {
    match country {
        "CA" => "cad",
        "CH" => "chf",
        "DK" => "dkk",
        "GB" => "gbp",
        "JP" => "jpy",
        "NO" => "nok",
        "PL" => "pln",
        "SE" => "sek",
        "US" => "usd",
        _ => "eur",
    }
}

fn decimals(currency: &str) -> u32 {
    match currency {
        "bif" | "clp" | "djf" | "gnf" | "jpy" | "kmf" | "krw" | "mga" | "pyg" | "rwf" | "vnd" | "vuv"
        | "xaf" | "xof" | "xpf" => 0,
        "bhd" | "jod" | "kwd" | "omr" | "tnd" => 3,
        _ => 2,
    }
}

fn symbol(currency: &str) -> Option<&'static str> {
    Some(match currency {
        "eur" => "€",
        "gbp" => "£",
        "jpy" => "¥",
        "usd" => "$",
        _ => return None,
    })
}

fn grouped(whole: i64) -> String {
    let digits = whole.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

const CODES: &str = "aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob \
brl bsd btn bwp byn bzd cad cdf chf clp cny cop crc cup cve czk djf dkk dop dzd egp ern etb eur \
fjd fkp gbp gel ghs gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr iqd irr isk jmd jod jpy kes \
kgs khr kmf kpw krw kwd kyd kzt lak lbp lkr lrd lsl lyd mad mdl mga mkd mmk mnt mop mru mur mvr \
mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar \
sbd scr sdg sek sgd shp sle sos srd ssp stn svc syp szl thb tjs tmt tnd top try ttd twd tzs uah \
ugx usd uyu uzs ves vnd vuv wst xaf xcd xof xpf yer zar zmw";

/// Returns Stripe's fee for a charge here: 1.5 % and 25 minor units, but never the whole charge. The real
/// prices depend on country, method and contract.
pub(crate) fn stripe_fee(amount: i64) -> i64 {
    let fee = i128::from(amount) * 15 / 1000 + 25;
    i64::try_from(fee).unwrap_or(i64::MAX).min(amount / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_in_a_shop() {
        assert_eq!(display(123_450, "eur"), "€1,234.50");
        assert_eq!(display(5, "usd"), "$0.05");
        assert_eq!(display(500, "jpy"), "¥500");
        assert_eq!(display(5_120, "kwd"), "KWD\u{a0}5.120");
        assert_eq!(display(50_000, "isk"), "ISK\u{a0}500");
        assert_eq!(display(123_456_700, "huf"), "HUF\u{a0}1,234,567.00");
    }

    #[test]
    fn special_currencies_have_steps() {
        assert_eq!((step("isk"), step("kwd"), step("eur")), (100, 10, 1));
        assert!(is_known("eur") && !is_known("EUR") && !is_known("zzz") && !is_known("eu"));
    }
}
