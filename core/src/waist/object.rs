//! JSON for the host, written member by member: a program that only receives webhooks needs no serializer.

use crate::form::Decimal;
use crate::json::quote;
use crate::schema::{Dynamic, write_json};

/// A JSON object under construction.
pub(super) struct Object(String);

impl Object {
    pub(super) fn new() -> Self {
        Object("{".to_owned())
    }

    pub(super) fn text<'t>(mut self, name: &str, text: impl Into<Option<&'t str>>) -> Self {
        self.name(name);
        match text.into() {
            Some(text) => quote(&mut self.0, text),
            None => self.0.push_str("null"),
        }
        self
    }

    pub(super) fn integer(self, name: &str, number: Option<i64>) -> Self {
        let mut decimal = Decimal::default();
        self.json(name, number.map_or("null", |number| decimal.write(number)))
    }

    pub(super) fn flag(self, name: &str, flag: bool) -> Self {
        self.json(name, if flag { "true" } else { "false" })
    }

    /// Adds every field of a record; an absent one is `null`.
    pub(super) fn record(mut self, name: &str, record: Option<&Dynamic<'_>>) -> Self {
        self.name(name);
        match record {
            Some(record) => write_json(&mut self.0, record.record, record),
            None => self.0.push_str("null"),
        }
        self
    }

    /// Adds a member whose value is already JSON.
    pub(super) fn json(mut self, name: &str, json: &str) -> Self {
        self.name(name);
        self.0.push_str(json);
        self
    }

    pub(super) fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }

    fn name(&mut self, name: &str) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        quote(&mut self.0, name);
        self.0.push(':');
    }
}

/// Returns an array of values that are already JSON.
pub(super) fn array(items: impl IntoIterator<Item = String>) -> String {
    let mut out = "[".to_owned();
    for item in items {
        if out.len() > 1 {
            out.push(',');
        }
        out.push_str(&item);
    }
    out.push(']');
    out
}

/// Returns a JSON string.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::new();
    quote(&mut out, text);
    out
}
