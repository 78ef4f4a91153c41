//! Checks that many parameters share.

use crate::error::Fault;
use crate::schema::Given;

/// Checks Stripe's rules for the page of a list: its limit, and where it starts and ends.
pub(crate) fn check_page(given: Given<'_>, [limit, after, before]: [usize; 3], faults: &mut Vec<Fault>) {
    if given.integer(limit).is_some_and(|limit| !(1..=100).contains(&limit)) {
        faults.push(Fault::new("limit", "out_of_range", "expected 1 to 100"));
    }
    if given.has(after) && given.has(before) {
        let text = "expected `starting_after` or `ending_before`, not both";
        faults.push(Fault::new("ending_before", "parameters_exclusive", text));
    }
}

/// Reports an amount that is given but not positive, for calls where Stripe uses the whole amount by default.
pub(crate) fn check_positive(amount: Option<i64>, at: &str, faults: &mut Vec<Fault>) {
    if amount.is_some_and(|amount| amount <= 0) {
        let text = "expected more than zero minor units, or nothing for all that is left";
        faults.push(Fault::new(at, "out_of_range", text));
    }
}

/// Reports a value that is not in a closed list.
pub(crate) fn check_one_of(value: Option<&str>, known: &[&str], at: &str, faults: &mut Vec<Fault>) {
    if value.is_some_and(|value| !known.contains(&value)) {
        let text = format!("expected `{}`", known.join("`, `"));
        faults.push(Fault::new(at, "invalid_value", text));
    }
}

/// Reports a text that is longer than Stripe accepts.
pub(crate) fn check_length(text: &str, most: usize, at: &str, faults: &mut Vec<Fault>) {
    if text.chars().count() > most {
        faults.push(Fault::new(at, "too_long", format!("expected at most {most} characters")));
    }
}

/// Reports a URL that is given but is not an absolute http or https URL.
pub(crate) fn check_web_address(url: Option<&str>, at: &str, faults: &mut Vec<Fault>) {
    if url.is_some_and(|url| !is_web_address(url)) {
        let text = "expected an absolute http or https URL without spaces or control characters";
        faults.push(Fault::new(at, "invalid_url", text));
    }
}

fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#']))
        && !url.contains(|character: char| character.is_whitespace() || character.is_control())
}
