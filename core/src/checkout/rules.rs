//! The rules of single texts, checked against what is about to be sent.
//!
//! They are many and all of a kind, so they are a table and not code. What comes in through `extra` is
//! only measured: it is the way round every list of words.

use crate::error::Fault;
use crate::form::{Key, Names, Watch};
use crate::params::{Metadata, bracketed, is_blank, misspelled, refuse_blank};

use super::rules_table::{Rule, TABLE};

/// Checks every pair that goes into a form against the table.
pub(super) struct Rules<'f> {
    faults: &'f mut Vec<Fault>,
    /// Further paths at which an empty text removes the value.
    unset: &'static [&'static str],
}

impl<'f> Rules<'f> {
    /// Those of a session, whose faults go to the others.
    pub(super) fn new(unset: &'static [&'static str], faults: &'f mut Vec<Fault>) -> Self {
        Rules { faults, unset }
    }

    /// The lengths of further parameters; their words are the caller's own.
    pub(super) fn read_extra(&mut self, extra: &Metadata) {
        for (path, value) in extra.iter() {
            // What is no path at all is told where it is put into the form.
            let Some(key) = bracketed(path) else { continue };
            let key = Key::new(&key);
            for (_, rule) in candidates(key.names).filter(|(path, _)| key.is_at(path)) {
                self.faults.extend(rule.too_long(value).then(|| rule.length_fault(&key)));
            }
        }
    }

    /// Finds fault with a blank text where it removes nothing.
    fn blank(&mut self, key: &Key<'_>, value: &str) {
        let mut rules = candidates(key.names).filter(|(path, _)| key.is_at(path));
        let unset_here = || self.unset.iter().any(|path| key.is_at(path));
        let unsets = value.is_empty() && (rules.any(|(_, rule)| rule.unset_by_blank) || unset_here());
        if !unsets && !key.is_metadata() {
            refuse_blank(&key.dotted(), self.faults);
        }
    }
}

impl Watch for Rules<'_> {
    fn pair(&mut self, key: &Key<'_>, value: &str) {
        if is_blank(value) {
            return self.blank(key, value);
        }
        // Nearly every value keeps its rule, so the paths are compared last.
        for (path, rule) in candidates(key.names) {
            if rule.too_long(value) && key.is_at(path) {
                self.faults.push(rule.length_fault(key));
            }
            if !rule.knows(value) && key.is_at(path) {
                self.faults.extend(rule.word_fault(key, value));
            }
        }
    }
}

impl Rule {
    fn too_long(&self, value: &str) -> bool {
        self.most > 0 && value.len() > self.most && value.chars().count() > self.most
    }

    fn length_fault(&self, key: &Key<'_>) -> Fault {
        Fault::new(key.dotted(), "too_long", format!("expected at most {} characters", self.most))
    }

    fn knows(&self, value: &str) -> bool {
        self.words.is_empty() || self.words.split(',').any(|word| word == value)
    }

    /// What is wrong with a word that is not on the list: with an open one nothing, unless it is misspelled.
    fn word_fault(&self, key: &Key<'_>, value: &str) -> Option<Fault> {
        if self.closed {
            let text = format!("expected `{}`", self.words.replace(',', "`, `"));
            return Some(Fault::new(key.dotted(), "invalid_value", text));
        }
        misspelled(value, self.words.split(','), &key.dotted())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn found(key: &str) -> Option<&'static Rule> {
        let key = Key::new(key);
        let mut rules = candidates(key.names).filter(|(path, _)| key.is_at(path));
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
            assert!(rule.most > 0 || !rule.words.is_empty() || rule.unset_by_blank, "{path}");
        }
    }

    fn told(pairs: &[(&str, &str)]) -> Vec<(String, &'static str)> {
        let mut faults = Vec::new();
        let mut rules = Rules::new(&["payment_intent_data.description"], &mut faults);
        for (key, value) in pairs {
            rules.pair(&Key::new(key), value);
        }
        faults.into_iter().map(|fault| (fault.path, fault.code)).collect()
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let faults = |length: usize| told(&[("client_reference_id", &"ü".repeat(length))]).len();
        assert_eq!((faults(200), faults(201)), (0, 1));
    }

    #[test]
    fn a_fault_names_its_place() {
        let found = told(&[
            ("line_items[3][price_data][tax_behavior]", "exclusiv"),
            ("metadata[a]", "x"),
            ("submit_type", "pay"),
        ]);
        assert_eq!(found, [("line_items[3].price_data.tax_behavior".to_owned(), "invalid_value")]);
    }

    #[test]
    fn blank_texts_are_refused_unless_they_remove_something() {
        for key in ["customer", "expand[0]", "unheard_of", "custom_fields[0][type]"] {
            let expected = [(Key::new(key).dotted(), "missing_parameter")];
            assert_eq!(told(&[(key, "")]), expected);
            assert_eq!(told(&[(key, " \t")]), expected);
        }
        for key in ["metadata[a]", "line_items[0][metadata][a]", "branding_settings[button_color]"] {
            assert_eq!(told(&[(key, "")]), [], "{key}");
        }
        assert_eq!(told(&[("payment_intent_data[description]", "")]), []);
        assert_eq!(told(&[("branding_settings[button_color]", " ")]).len(), 1);
    }

    #[test]
    fn every_word_passes_by_its_path() {
        let mut faults = Vec::new();
        let extra =
            [("submit_type", "pai"), ("payment_method_options.card.capture_method", "later"), ("locale", "")];
        Rules::new(&[], &mut faults).read_extra(&Metadata::from(extra));
        assert_eq!(faults, []);
        let extra = [("branding_settings[display_name]", "x".repeat(5001))];
        Rules::new(&[], &mut faults).read_extra(&Metadata::from(extra));
        assert_eq!(faults.len(), 1);
    }

    #[test]
    fn only_closed_lists_are_complete() {
        let new = "a_word_that_stripe_has_not_yet";
        for (path, rule) in TABLE.iter().filter(|(_, rule)| !rule.words.is_empty()) {
            let key = path.replacen('.', "[", 1).replace('.', "][");
            let key = if key.contains('[') { key + "]" } else { key };
            assert_eq!(told(&[(&key, new)]).len(), usize::from(rule.closed), "{path}");
            for word in rule.words.split(',') {
                assert_eq!(told(&[(&key, word)]), [], "{path} {word}");
            }
        }
    }
}
