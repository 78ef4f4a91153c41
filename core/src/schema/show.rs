//! How a record is printed: as JSON, and by `Debug`.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

#[cfg(any(test, feature = "bindings"))]
use crate::{form::Decimal, json::quote};

use super::{Dynamic, Of, Privacy, Record, Slot, Value, View};

/// Every field by its name, without the raw JSON.
impl Serialize for Dynamic<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self.record, self, serializer)
    }
}

/// Serializes every field by its name; an absent one is `null`.
pub(crate) fn serialize<S: Serializer>(
    record: &'static Record,
    view: &dyn View,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(record.fields.len()))?;
    for (index, field) in record.fields.iter().enumerate() {
        map.serialize_entry(field.name, &Shown { of: field.shape.of, value: view.field(index) })?;
    }
    map.end()
}

struct Shown<'v> {
    of: Of,
    value: Value<'v>,
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.value, self.of) {
            (Value::Text(text), _) => serializer.serialize_str(text),
            (Value::Integer(number), _) => serializer.serialize_i64(number),
            (Value::Boolean(flag), _) => serializer.serialize_bool(flag),
            (Value::Pairs(pairs), _) => pairs.serialize(serializer),
            (Value::Percent(percent), _) => serializer.collect_str(&percent),
            (Value::Record(view), Of::Record(record)) => serialize(record, view, serializer),
            (Value::List(items), of) => {
                let mut list = serializer.serialize_seq(Some(items.count()))?;
                for index in 0..items.count() {
                    list.serialize_element(&Shown { of, value: items.item(index) })?;
                }
                list.end()
            }
            (Value::Absent | Value::Record(_), _) => serializer.serialize_none(),
        }
    }
}

/// Appends a record as JSON: every field by its name; an absent one is `null`.
#[cfg(any(test, feature = "bindings"))]
pub(crate) fn write_json(out: &mut String, record: &Record, view: &dyn View) {
    for (index, field) in record.fields.iter().enumerate() {
        out.push(if index == 0 { '{' } else { ',' });
        quote(out, field.name);
        out.push(':');
        write_value(out, field.shape.of, view.field(index));
    }
    out.push_str(if record.fields.is_empty() { "{}" } else { "}" });
}

#[cfg(any(test, feature = "bindings"))]
fn write_value(out: &mut String, of: Of, value: Value<'_>) {
    match (value, of) {
        (Value::Text(text), _) => quote(out, text),
        (Value::Integer(number), _) => out.push_str(Decimal::default().write(number)),
        (Value::Boolean(flag), _) => out.push_str(if flag { "true" } else { "false" }),
        (Value::Percent(percent), _) => quote(out, &percent.to_string()),
        (Value::Record(view), Of::Record(record)) => write_json(out, record, view),
        (Value::Pairs(pairs), _) => crate::json::pairs(out, pairs.iter()),
        (Value::List(items), of) => {
            out.push('[');
            for index in 0..items.count() {
                out.push_str(if index == 0 { "" } else { "," });
                write_value(out, of, items.item(index));
            }
            out.push(']');
        }
        (Value::Absent | Value::Record(_), _) => out.push_str("null"),
    }
}

/// Formats the record without personal or secret fields.
pub(crate) fn show(dynamic: &Dynamic<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut shown = f.debug_struct(dynamic.record.name);
    let mut hides = dynamic.record.is_object();
    for (field, slot) in dynamic.record.fields.iter().zip(&dynamic.slots) {
        if field.privacy == Privacy::Shown {
            shown.field(field.name, slot);
        } else {
            hides = true;
        }
    }
    if hides { shown.finish_non_exhaustive() } else { shown.finish() }
}

impl fmt::Debug for Dynamic<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(self, f)
    }
}

/// Like the values of a Rust record.
impl fmt::Debug for Slot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Slot::Absent => f.write_str("None"),
            Slot::Text(text) => text.fmt(f),
            Slot::Integer(number) => number.fmt(f),
            Slot::Boolean(flag) => flag.fmt(f),
            Slot::Pairs(pairs) => pairs.fmt(f),
            Slot::Percent(percent) => percent.fmt(f),
            Slot::Record(record) => record.fmt(f),
            Slot::List(items) => items.fmt(f),
        }
    }
}
