//! The rules of single texts, held against what is about to be sent.
//!
//! They are many and all of a kind, so they are a table and not code; what was named and what came in
//! through `extra` is checked alike.

use crate::error::Fault;
use crate::form::{Key, Names, Watch};
use crate::params::{Metadata, bracketed};

use super::rules_table::{Rule, TABLE};

/// Holds every pair that goes into a form against the table.
#[derive(Default)]
pub(super) struct Rules {
    /// What breaks a rule.
    pub(super) faults: Vec<Fault>,
}

impl Rules {
    /// The same for further parameters.
    pub(super) fn read_extra(&mut self, extra: &Metadata) {
        for (path, value) in extra.iter() {
            // What is no path at all is told where it is put into the form.
            if let Some(key) = bracketed(path) {
                self.pair(&Key::new(&key), value);
            }
        }
    }
}

impl Watch for Rules {
    fn pair(&mut self, key: &Key<'_>, value: &str) {
        // Nearly every value keeps its rule, so the paths are compared last.
        for (path, rule) in candidates(key.names) {
            if let Some(code) = rule.broken_by(value)
                && is_path_of(path, key)
            {
                self.faults.push(Fault::new(dotted(key.text), code, rule.expected(code)));
            }
        }
    }
}

impl Rule {
    /// The code of what is wrong with a value.
    fn broken_by(&self, value: &str) -> Option<&'static str> {
        if value.is_empty() {
            return self.required.then_some("missing_parameter");
        }
        if self.most > 0 && value.len() > self.most && value.chars().count() > self.most {
            return Some("too_long");
        }
        let is_open = self.values.is_empty() || self.values.split(',').any(|one| one == value);
        (!is_open).then_some("invalid_value")
    }

    fn expected(&self, code: &str) -> String {
        match code {
            "too_long" => format!("expected at most {} characters", self.most),
            "invalid_value" => format!("expected `{}`", self.values.replace(',', "`, `")),
            _ => "expected a text".to_owned(),
        }
    }
}

/// The rules whose paths may have these names.
fn candidates(names: Names) -> impl Iterator<Item = &'static (&'static str, Rule)> {
    let mut slot = names.slot(SLOTS);
    std::iter::from_fn(move || {
        let at = INDEX.get(slot).copied().filter(|at| *at != EMPTY)?;
        slot = (slot + 1) % SLOTS;
        TABLE.get(usize::from(at))
    })
}

/// Whether the dotted path has the key's names.
fn is_path_of(path: &str, key: &Key<'_>) -> bool {
    path.as_bytes().split(|byte| *byte == b'.').eq(key.names())
}

/// Where in [`TABLE`] a path stands, by its names; the next free slot where that is taken.
static INDEX: [u8; SLOTS] = index();

const SLOTS: usize = 1024;
const EMPTY: u8 = u8::MAX;

/// The index, made by the compiler.
#[allow(clippy::indexing_slicing, reason = "at compile time, where a wrong index does not compile")]
const fn index() -> [u8; SLOTS] {
    assert!(TABLE.len() < EMPTY as usize);
    let mut index = [EMPTY; SLOTS];
    let mut at = 0;
    while at < TABLE.len() {
        let path = TABLE[at].0.as_bytes();
        let (mut names, mut start, mut end) = (Names::NONE, 0, 0);
        while end <= path.len() {
            if end == path.len() || path[end] == b'.' {
                names = names.and(path.split_at(end).0.split_at(start).1);
                start = end + 1;
            }
            end += 1;
        }
        let mut slot = names.slot(SLOTS);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn found(key: &str) -> Option<&'static Rule> {
        let key = Key::new(key);
        let mut rules = candidates(key.names).filter(|(path, _)| is_path_of(path, &key));
        rules.next().map(|(_, rule)| rule)
    }

    #[test]
    fn every_rule_is_found() {
        for (path, rule) in TABLE {
            let key = path.replacen('.', "[0][", 1).replace('.', "][");
            let key = if key.contains('[') { key + "]" } else { key };
            assert!(found(&key).is_some_and(|found| std::ptr::eq(found, rule)), "{key}");
        }
        for key in ["", "line_items", "line_items[0][price_data]", "metadata[mode]", "[0]", "9", "]["] {
            assert!(found(key).is_none(), "{key}");
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
        let faults = |length: usize| {
            let mut rules = Rules::default();
            rules.pair(&Key::new("client_reference_id"), &"ü".repeat(length));
            rules.faults.len()
        };
        assert_eq!((faults(200), faults(201)), (0, 1));
    }

    #[test]
    fn a_fault_names_its_place() {
        let mut rules = Rules::default();
        for (key, value) in [
            ("line_items[3][price_data][tax_behavior]", "some"),
            ("metadata[a]", "x"),
            ("submit_type", "pay"),
        ] {
            rules.pair(&Key::new(key), value);
        }
        let found: Vec<_> = rules.faults.iter().map(|fault| (fault.path.as_str(), fault.code)).collect();
        assert_eq!(found, [("line_items[3].price_data.tax_behavior", "invalid_value")]);
    }
}
