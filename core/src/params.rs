//! Parameter records: how they are declared, parsed from JSON, and the checks that they share.

use std::collections::BTreeMap;
use std::fmt;

mod blank;
mod checks;
mod extra;
pub(crate) mod forbidden;
mod insert;
pub(crate) mod lengths;
mod words;

pub(crate) use blank::{is_blank, refuse_blank};
pub(crate) use checks::{check_length, check_one_of, check_page, check_positive, check_web_address};
pub(crate) use extra::{append_extra, bracketed};
pub(crate) use insert::insert_extra;
pub(crate) use words::misspelled;

use crate::error::Fault;
use crate::schema::record;

record! {
    /// A range of creation times, in unix seconds; every given bound applies.
    pub struct Created {
        /// After this time.
        pub gt: Option<i64> [time],
        /// At or after this time.
        pub gte: Option<i64> [time],
        /// Before this time.
        pub lt: Option<i64> [time],
        /// At or before this time.
        pub lte: Option<i64> [time],
    }
}

/// Pairs of strings in sorted order: Stripe's `metadata`, or parameters by their path. `Debug` shows only the
/// keys, since the values can be personal.
#[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Metadata(BTreeMap<String, String>);

impl Metadata {
    /// Returns the pairs, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// Returns the value of `key`.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// Adds a pair, or replaces the value of its key.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<String>) {
        self.0.insert(key.into(), value.into());
    }

    /// Returns whether there are no pairs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Checks Stripe's limits for metadata: 50 keys, keys of 1 to 40 and values of at most 500 characters.
    /// `at` is called for the path only if there is a fault.
    pub(crate) fn check(&self, at: impl Fn() -> String, faults: &mut Vec<Fault>) {
        if self.0.len() > 50 {
            faults.push(Fault::new(at(), "too_many_items", "expected at most 50 keys"));
        }
        for (key, value) in self.iter() {
            if key.is_empty() || key.chars().count() > 40 {
                let text = "expected a key of 1 to 40 characters";
                faults.push(Fault::new(join(&at(), key), "metadata_key_length", text));
            }
            if value.len() > 500 {
                check_length(value, 500, &join(&at(), key), faults);
            }
        }
    }
}

impl fmt::Debug for Metadata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.0.keys().map(|key| (key, format_args!("_")))).finish()
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Metadata {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Metadata(pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}

impl<K: Into<String>, V: Into<String>, const N: usize> From<[(K, V); N]> for Metadata {
    fn from(pairs: [(K, V); N]) -> Self {
        pairs.into_iter().collect()
    }
}

/// Returns the nearest of the known names, if it is near enough to be what was meant.
pub(crate) fn nearest<'n>(key: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let nearest = known.map(|name| (distance(key, name), name)).min();
    nearest.filter(|(distance, _)| *distance <= 3 && *distance < key.chars().count()).map(|(_, name)| name)
}

/// Returns `at.key`, or `key` at the top level.
pub(crate) fn join(at: &str, key: &str) -> String {
    // One allocation, since paths are built for every check, even without a fault.
    if at.is_empty() { key.to_owned() } else { [at, ".", key].concat() }
}

/// The path of a field: [`join`] for paths that are only formatted if there is a fault.
#[derive(Clone, Copy)]
pub(crate) struct Within<'a>(pub(crate) &'a dyn fmt::Display, pub(crate) &'a str);

impl fmt::Display for Within<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&join(&self.0.to_string(), self.1))
    }
}

/// Computes the Levenshtein distance; the names are short, so the simple algorithm is fast enough.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, to) in row.iter_mut().skip(1).zip(&b) {
            let above = *cell;
            left = (diagonal + usize::from(from != *to)).min(above + 1).min(left + 1);
            diagonal = above;
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
