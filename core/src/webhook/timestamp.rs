//! The times of thin events: RFC 3339.

/// Unix seconds of an RFC 3339 time such as `2026-10-29T19:58:14.000Z` or `…+02:00`.
pub(crate) fn unix_seconds(time: &str) -> Option<i64> {
    let bytes = time.as_bytes();
    let number = |from: usize, to: usize| -> Option<i64> {
        let digits = time.get(from..to)?;
        digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let at = |index: usize, expected: &[u8]| bytes.get(index).is_some_and(|byte| expected.contains(byte));
    if !(at(4, b"-") && at(7, b"-") && at(10, b"Tt ") && at(13, b":") && at(16, b":")) {
        return None;
    }
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let rest = time.get(19..)?;
    let zone = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|digit: char| digit.is_ascii_digit()),
        None => rest,
    };
    let offset = match zone.as_bytes() {
        [b'Z' | b'z'] => 0,
        [sign @ (b'+' | b'-'), _, _, b':', _, _] => {
            let start = time.len() - 5;
            let seconds = number(start, start + 2)? * 3600 + number(start + 3, start + 5)? * 60;
            if *sign == b'+' { seconds } else { -seconds }
        }
        _ => return None,
    };
    Some(days_since_epoch(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset)
}

/// The RFC 3339 time in UTC of a time in unix seconds, as thin events write it.
#[cfg(any(test, feature = "testing"))]
pub(crate) fn rfc3339(time: i64) -> String {
    let (days, second) = (time.div_euclid(86_400), time.rem_euclid(86_400));
    // No year is longer than 366 days, so it is this year or a later one.
    let mut years = days.div_euclid(366);
    while days_since_epoch(1971 + years, 1, 1) <= days {
        years += 1;
    }
    let year = 1970 + years;
    let month = (2..=12).take_while(|month| days_since_epoch(year, *month, 1) <= days).count() + 1;
    let day = days - days_since_epoch(year, i64::try_from(month).unwrap_or(1), 1) + 1;
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.000Z")
}

/// Days from 1970-01-01 in the Gregorian calendar, counting years from March so that the leap day
/// comes last.
fn days_since_epoch(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let months = (month + 9) % 12;
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leaps + (months * 153 + 2) / 5 + day - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_any_zone() {
        assert_eq!(unix_seconds("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(unix_seconds("2026-10-29T19:58:14.000Z"), Some(1_793_303_894));
        assert_eq!(unix_seconds("2026-10-29T21:58:14+02:00"), Some(1_793_303_894));
        assert_eq!(unix_seconds("2024-02-29T00:00:00-00:30"), Some(1_709_166_600));
        for text in ["", "2026-10-29", "2026-13-01T00:00:00Z", "2026-10-29T19:58:14", "2026-10-29T19:58:1éZ"]
        {
            assert_eq!(unix_seconds(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_that_was_written_is_read_back() {
        assert_eq!(rfc3339(1_793_303_894), "2026-10-29T19:58:14.000Z");
        for time in (0..4_102_444_800).step_by(86_399).chain([0, 68_169_599, 951_782_400, 951_868_800]) {
            assert_eq!(unix_seconds(&rfc3339(time)), Some(time));
        }
    }

    #[test]
    fn each_part_has_its_bounds() {
        let at = |time: &str| unix_seconds(&format!("{time}Z"));
        assert_eq!(at("1970-12-31T23:59:60"), at("1971-01-01T00:00:00"), "a leap second");
        assert!(at("1970-01-31T00:00:00").is_some());
        for time in [
            "1970-00-01T00:00:00",
            "1970-13-01T00:00:00",
            "1970-01-00T00:00:00",
            "1970-01-32T00:00:00",
            "1970-01-01T24:00:00",
            "1970-01-01T00:60:00",
            "1970-01-01T00:00:61",
            "1970/01-01T00:00:00",
            "1970-01/01T00:00:00",
            "1970-01-01_00:00:00",
            "1970-01-01T00-00:00",
            "1970-01-01T00:00-00",
            "+970-01-01T00:00:00",
        ] {
            assert_eq!(at(time), None, "{time}");
        }
    }

    /// Day by day through 800 years, with the calendar's own rule for leap years.
    #[test]
    fn days_follow_each_other() {
        let mut days = 0;
        for year in 1970..2770_i64 {
            let leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let lengths = [31, 28 + i64::from(leaps), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
            for (month, length) in (1..).zip(lengths) {
                for day in 1..=length {
                    assert_eq!(days_since_epoch(year, month, day), days, "{year}-{month}-{day}");
                    days += 1;
                }
            }
        }
    }

    #[test]
    fn zones_are_taken_off() {
        let at = |zone: &str| unix_seconds(&format!("2026-10-29T12:00:00.5{zone}"));
        let noon = at("Z").unwrap();
        assert_eq!(at("z"), Some(noon));
        assert_eq!(at("+01:30"), Some(noon - 5400));
        assert_eq!(at("-11:45"), Some(noon + 42_300));
        for zone in ["", "+0130", "+01:3", "+01:300", "01:30", "+0a:30", "+01:b0", "Z+01:00"] {
            assert_eq!(at(zone), None, "{zone}");
        }
    }
}
