//! The only place that reads the machine's clock.

use std::time::{SystemTime, UNIX_EPOCH};

/// Returns the current time in unix seconds.
pub(crate) fn real_now() -> i64 {
    since_epoch().as_secs() as i64
}

/// Returns a seed that differs between starts, so that ids do not repeat in a database that outlives the
/// simulator.
pub(crate) fn fresh_seed() -> u64 {
    since_epoch().as_nanos() as u64
}

/// Formats unix seconds as `2026-11-23 04:43:28 UTC`.
pub(crate) fn readable(unix: i64) -> String {
    let (days, second) = (unix.div_euclid(86_400), unix.rem_euclid(86_400));
    let (year, month, day) = civil(days);
    format!(
        "{year:04}-{month:02}-{day:02} {:02}:{:02}:{:02} UTC",
        second / 3600,
        second / 60 % 60,
        second % 60
    )
}

/// `2026-11-23T04:43:28Z`, as v2 writes times.
pub(crate) fn rfc3339(unix: i64) -> String {
    readable(unix).replacen(' ', "T", 1).replace(" UTC", "Z")
}

/// Returns year and month of a unix time, for card expiry dates.
pub(crate) fn year_and_month(unix: i64) -> (i64, u32) {
    let (year, month, _) = civil(unix.div_euclid(86_400));
    (year, month)
}

/// Converts days since 1970-01-01 to a date, by counting in 400-year eras that start on March 1.
fn civil(days: i64) -> (i64, u32, u32) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month as u32, day as u32)
}

fn since_epoch() -> std::time::Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        assert_eq!(readable(0), "1970-01-01 00:00:00 UTC");
        assert_eq!(readable(951_782_400), "2000-02-29 00:00:00 UTC");
        assert_eq!(readable(1_700_000_000), "2023-11-14 22:13:20 UTC");
        assert_eq!(year_and_month(1_709_164_800), (2024, 2));
    }
}
