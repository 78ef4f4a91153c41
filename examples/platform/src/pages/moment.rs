use maud::{Markup, html};

/// Formats a time for people and for programs, from unix milliseconds: `23 Nov 2026, 05:08:22 UTC`.
pub(super) fn moment(unix_millis: i64) -> Markup {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let seconds = unix_millis.div_euclid(1000);
    let (year, month, day) = date(seconds.div_euclid(86_400));
    let second = seconds.rem_euclid(86_400);
    let time = format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
    let name = MONTHS[month - 1];
    html! {
        time datetime=(format!("{year}-{month:02}-{day:02}T{time}Z")) { (day) " " (name) " " (year) ", " (time) " UTC" }
    }
}

/// Returns year, month and day of a day since 1970-01-01. Years are counted from March, so that a leap day
/// comes last.
fn date(day: i64) -> (i64, usize, i64) {
    let day = day + 719_468;
    let era = day.div_euclid(146_097);
    let of_era = day.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, usize::try_from(month).unwrap_or(1), of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        assert_eq!(date(0), (1970, 1, 1));
        assert_eq!(date(-1), (1969, 12, 31));
        assert_eq!(date(19_782), (2024, 2, 29));
        assert_eq!(date(20_780), (2026, 11, 23));
        let shown = moment(1_793_303_894_000).into_string();
        assert_eq!(shown, "<time datetime=\"2026-10-29T19:58:14Z\">29 Oct 2026, 19:58:14 UTC</time>");
    }
}
