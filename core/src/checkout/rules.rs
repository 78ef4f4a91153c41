//! The rules of single texts, held against what is about to be sent.
//!
//! They are many and all of a kind, so they are a table and not code; what was named and what came in
//! through `extra` is checked alike.

use crate::error::Fault;

use super::rules_table::{Rule, TABLE};

/// Holds every pair of an encoded form against the table.
pub(super) fn check(form: &str, faults: &mut Vec<Fault>) {
    for (key, value) in form.split('&').filter_map(|pair| pair.split_once('=')) {
        if key.is_empty() {
            continue;
        }
        let Some(rule) = Rule::of(key) else { continue };
        let length = characters(value);
        let mut fault = |code, text: String| faults.push(Fault::new(dotted(key), code, text));
        if rule.required && length == 0 {
            fault("missing_parameter", "expected a text".to_owned());
        } else if rule.most > 0 && length > rule.most {
            fault("too_long", format!("expected at most {} characters", rule.most));
        } else if length > 0 && !rule.values.is_empty() && !rule.values.split(',').any(|one| one == value) {
            fault("invalid_value", format!("expected `{}`", rule.values.replace(',', "`, `")));
        }
    }
}

impl Rule {
    /// The rule for a parameter.
    fn of(key: &str) -> Option<&'static Self> {
        let mut slot = hash_of(segments(key)) % SLOTS;
        loop {
            let at = INDEX.get(slot).copied().filter(|at| *at != EMPTY)?;
            let (path, rule) = TABLE.get(usize::from(at))?;
            if path.as_bytes().split(|byte| *byte == b'.').eq(segments(key)) {
                return Some(rule);
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// The names in `line_items[0][price_data][currency]`, without indices.
fn segments(key: &str) -> impl Iterator<Item = &[u8]> {
    let segments = key.as_bytes().split(|byte| *byte == b'[');
    let names = segments.map(|segment| segment.strip_suffix(b"]").unwrap_or(segment));
    names.filter(|name| !name.iter().all(u8::is_ascii_digit))
}

/// Where in [`TABLE`] a path stands, by its hash; the next free slot where that is taken.
static INDEX: [u8; SLOTS] = index();

const SLOTS: usize = 1024;
const EMPTY: u8 = u8::MAX;

fn hash_of<'k>(names: impl Iterator<Item = &'k [u8]>) -> usize {
    names.fold(0, |hash, name| mix(hash, name.len(), name.first().copied(), name.last().copied()))
}

/// One more name. Its length and its ends tell Stripe's names apart well enough.
const fn mix(hash: usize, length: usize, first: Option<u8>, last: Option<u8>) -> usize {
    let (first, last) = match (first, last) {
        (Some(first), Some(last)) => (first as usize, last as usize),
        _ => (0, 0),
    };
    hash.wrapping_mul(31)
        .wrapping_add(length.wrapping_mul(131))
        .wrapping_add(first.wrapping_mul(17))
        .wrapping_add(last)
}

/// The index, made by the compiler.
#[allow(clippy::indexing_slicing, reason = "at compile time, where a wrong index does not compile")]
const fn index() -> [u8; SLOTS] {
    assert!(TABLE.len() < EMPTY as usize);
    let mut index = [EMPTY; SLOTS];
    let mut at = 0;
    while at < TABLE.len() {
        let path = TABLE[at].0.as_bytes();
        let (mut hash, mut start, mut end) = (0, 0, 0);
        while end <= path.len() {
            if end == path.len() || path[end] == b'.' {
                hash = mix(hash, end - start, Some(path[start]), Some(path[end - 1]));
                start = end + 1;
            }
            end += 1;
        }
        let mut slot = hash % SLOTS;
        while index[slot] != EMPTY {
            slot = (slot + 1) % SLOTS;
        }
        index[slot] = at as u8;
        at += 1;
    }
    index
}

/// `line_items[0][price_data][currency]` as `line_items[0].price_data.currency`.
fn dotted(key: &str) -> String {
    let mut path = String::with_capacity(key.len());
    for segment in key.split(['[', ']']).filter(|segment| !segment.is_empty()) {
        if segment.bytes().all(|byte| byte.is_ascii_digit()) {
            path.extend(["[", segment, "]"]);
        } else {
            path.extend([if path.is_empty() { "" } else { "." }, segment]);
        }
    }
    path
}

/// How many characters a percent-encoded text has: every byte that does not go on with one.
fn characters(value: &str) -> usize {
    let mut bytes = value.bytes();
    let mut count = 0;
    while let Some(byte) = bytes.next() {
        let first_digit = if byte == b'%' { bytes.next() } else { None };
        if byte == b'%' {
            bytes.next();
        }
        // A byte that goes on is 80 to BF.
        count += usize::from(!matches!(first_digit, Some(b'8' | b'9' | b'A' | b'B')));
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_found() {
        for (path, rule) in TABLE {
            let key = path.replacen('.', "[0][", 1).replace('.', "][");
            let key = if key.contains('[') { key + "]" } else { key };
            assert!(Rule::of(&key).is_some_and(|found| std::ptr::eq(found, rule)), "{key}");
        }
        for key in ["", "line_items", "line_items[0][price_data]", "metadata[mode]", "[0]", "9", "]["] {
            assert!(Rule::of(key).is_none(), "{key}");
        }
    }

    #[test]
    fn the_table_is_sorted_and_says_something() {
        assert!(TABLE.is_sorted_by(|(a, _), (b, _)| a < b));
        for (path, rule) in TABLE {
            assert!(rule.most > 0 || !rule.values.is_empty() || rule.required, "{path}");
        }
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        for text in ["", "abc", "ä", "a b", "日本", "🦀%", "a&b=c"] {
            let mut encoded = String::new();
            crate::form::escape(&mut encoded, text);
            assert_eq!(characters(&encoded), text.chars().count(), "{text}");
        }
    }

    #[test]
    fn a_fault_names_its_place() {
        let mut faults = Vec::new();
        check("line_items[3][price_data][tax_behavior]=some&metadata[a]=x&submit_type=pay", &mut faults);
        assert_eq!(faults.len(), 1);
        assert_eq!(
            (faults[0].path.as_str(), faults[0].code),
            ("line_items[3].price_data.tax_behavior", "invalid_value")
        );
    }
}
