//! Encodes parameters: checks each field, and writes them as a form or as JSON.

use crate::error::{Error, Fault};
use crate::form::{Decimal, Refused, dotted, escape, join_segment, push_key, segments};
use crate::params::{bracketed, is_blank, lengths, misspelled, refuse_blank};

use super::{Field, Given, Inner, Of, Operation, Place, Record, Value, View};

/// Writes the fields as Stripe's form, and reports the faults of single fields.
///
/// Error `not_encodable` for an item of a list in which nothing is set.
pub(crate) fn form(record: &Record, view: &dyn View, faults: &mut Vec<Fault>) -> Result<String, Error> {
    // Enough capacity for most requests, so that neither buffer is reallocated while it grows.
    let (out, key) = (String::with_capacity(1024), String::with_capacity(64));
    let mut form = Form { out, key, faults };
    match form.record(record, view, &[]) {
        Ok(()) => Ok(form.out),
        Err(Refused { path, code, message }) => Err(Error::fault(path, code, message)),
    }
}

struct Form<'f> {
    out: String,
    /// The key of the current value, escaped.
    key: String,
    faults: &'f mut Vec<Fault>,
}

impl Form<'_> {
    fn record(&mut self, record: &Record, view: &dyn View, inner: &[Inner]) -> Result<(), Refused> {
        let mut result = Ok(());
        view.visit(&mut |index, value| {
            if let (Ok(()), Some(field)) = (&result, record.fields.get(index)) {
                let changed = here(field, inner);
                result = self.member(changed.as_ref().unwrap_or(field), value);
            }
        });
        result
    }

    fn member(&mut self, field: &Field, value: Value<'_>) -> Result<(), Refused> {
        match (field.place, value) {
            (Place::Path | Place::Own, _) => {}
            (Place::Preferences, Value::List(items)) => {
                for index in 0..items.count() {
                    if let Value::Record(wanted) = items.item(index) {
                        self.preference(wanted);
                    }
                }
            }
            (_, value) => self.field(field, field.name, value)?,
        }
        Ok(())
    }

    /// Writes a value below the key. Most are single values, so the segment is appended to the key only if
    /// the value has parts.
    fn field(&mut self, field: &Field, segment: &str, value: Value<'_>) -> Result<(), Refused> {
        match value {
            Value::Absent => {}
            Value::Text(text) => {
                let start = self.out.len();
                self.pair(segment, text);
                self.check(field, text, start);
            }
            Value::Integer(number) => self.pair(segment, Decimal::default().write(number)),
            Value::Boolean(flag) => self.pair(segment, if flag { "true" } else { "false" }),
            Value::Percent(percent) => self.pair(segment, &percent.to_string()),
            Value::Pairs(pairs) => {
                let mut name = String::new();
                let outer = self.enter(segment);
                pairs.check(|| dotted(&self.key), self.faults);
                for (key, value) in pairs.iter() {
                    name.clear();
                    escape(&mut name, key);
                    self.pair(&name, value);
                }
                self.key.truncate(outer);
            }
            Value::Record(view) => {
                if let Of::Record(record) = field.shape.of {
                    let outer = self.enter(segment);
                    self.record(record, view, field.inner)?;
                    self.key.truncate(outer);
                }
            }
            Value::List(items) => {
                let outer = self.enter(segment);
                for index in 0..items.count() {
                    let mut decimal = Decimal::default();
                    let number = decimal.write(i64::try_from(index).unwrap_or(i64::MAX));
                    let length = self.out.len();
                    self.field(field, number, items.item(index))?;
                    if self.out.len() == length {
                        // Leaving it out would leave a gap in the list and shift the items after it.
                        let mut path = self.key.clone();
                        join_segment(&mut path, number);
                        let message = "expected a value: a list cannot have an empty item".to_owned();
                        return Err(Refused { path, code: "not_encodable", message });
                    }
                }
                self.key.truncate(outer);
            }
        }
        Ok(())
    }

    /// Writes an account's choice for a method, in Stripe's form. A missing preference is reported with the
    /// path that the caller knows.
    fn preference(&mut self, wanted: &dyn View) {
        let (Value::Text(method), Value::Text(preference)) = (wanted.field(0), wanted.field(1)) else {
            return;
        };
        if preference.is_empty() {
            return;
        }
        let mut name = String::new();
        escape(&mut name, method);
        let outer = self.enter(&name);
        let inner = self.enter("display_preference");
        self.pair("preference", preference);
        self.key.truncate(inner);
        self.key.truncate(outer);
    }

    fn enter(&mut self, segment: &str) -> usize {
        let outer = self.key.len();
        join_segment(&mut self.key, segment);
        outer
    }

    fn pair(&mut self, segment: &str, value: &str) {
        if !self.out.is_empty() {
            self.out.push('&');
        }
        push_key(&mut self.out, &self.key, segment);
        self.out.push('=');
        escape(&mut self.out, value);
    }

    /// Checks a text, whose form parameter starts there.
    fn check(&mut self, field: &Field, text: &str, start: usize) {
        // Nearly every value is valid, so the path is built last.
        if is_right(field, text) {
            return;
        }
        let pair = self.out.get(start..).unwrap_or_default();
        let key = pair.strip_prefix('&').unwrap_or(pair).split('=').next().unwrap_or_default();
        let at = dotted(key);
        fault(field, text, &at, self.faults);
    }
}

/// Writes the fields as a JSON object, without absent ones. A record without values is an empty object:
/// Stripe adds `customer: {}` to an account.
pub(crate) fn json(record: &Record, view: &dyn View, faults: &mut Vec<Fault>) -> String {
    let mut out = String::new();
    object(&mut out, record, view, &[], "", faults);
    if out.is_empty() { "{}".to_owned() } else { out }
}

/// Appends an object, or nothing if it has no values.
fn object(
    out: &mut String,
    record: &Record,
    view: &dyn View,
    inner: &[Inner],
    at: &str,
    faults: &mut Vec<Fault>,
) {
    let start = out.len();
    for (index, field) in record.fields.iter().enumerate() {
        let changed = here(field, inner);
        let field = changed.as_ref().unwrap_or(field);
        if matches!(field.place, Place::Path | Place::Own) {
            continue;
        }
        let before = out.len();
        out.push(if before == start { '{' } else { ',' });
        crate::json::quote(out, field.name);
        out.push(':');
        let value = out.len();
        member(out, field, view.field(index), &crate::params::join(at, field.name), faults);
        if out.len() == value {
            out.truncate(before);
        }
    }
    if out.len() > start {
        out.push('}');
    }
}

fn member(out: &mut String, field: &Field, value: Value<'_>, at: &str, faults: &mut Vec<Fault>) {
    match value {
        Value::Absent => {}
        Value::Text(text) => {
            fault(field, text, at, faults);
            crate::json::quote(out, text);
        }
        Value::Integer(number) => out.push_str(Decimal::default().write(number)),
        Value::Boolean(flag) => out.push_str(if flag { "true" } else { "false" }),
        Value::Percent(percent) => crate::json::quote(out, &percent.to_string()),
        Value::Pairs(pairs) => {
            pairs.check(|| at.to_owned(), faults);
            if !pairs.is_empty() {
                crate::json::pairs(out, pairs.iter());
            }
        }
        Value::Record(view) => {
            if let Of::Record(record) = field.shape.of {
                let start = out.len();
                object(out, record, view, field.inner, at, faults);
                if out.len() == start && field.shape.optional {
                    out.push_str("{}");
                }
            }
        }
        Value::List(items) => {
            let start = out.len();
            for index in 0..items.count() {
                let before = out.len();
                out.push(if before == start { '[' } else { ',' });
                let item = out.len();
                member(out, field, items.item(index), &format!("{at}[{index}]"), faults);
                if out.len() == item {
                    out.truncate(before);
                }
            }
            if out.len() > start {
                out.push(']');
            }
        }
    }
}

/// Checks the lengths of further parameters; their words are up to the caller.
pub(crate) fn check_extra(operation: &Operation, path: &str, value: &str, faults: &mut Vec<Fault>) {
    // A text that is not a path is reported when it is added to the form.
    let Some(key) = bracketed(path) else { return };
    let names = segments(&key).filter(|name| !name.bytes().all(|byte| byte.is_ascii_digit()));
    let most = match named(operation.params, names.clone()) {
        Some(field) => Some(field.most),
        None => lengths::most(operation.name, names),
    };
    if let Some(most) = most.filter(|most| is_longer(value, *most)) {
        faults.push(length_fault(most, &dotted(&key)));
    }
}

/// The field at a path.
fn named<'n>(record: &'static Record, names: impl Iterator<Item = &'n str>) -> Option<&'static Field> {
    let mut record = Some(record);
    let mut found = None;
    for name in names {
        let inside = record?;
        let field = inside.fields.get(inside.index(name)?)?;
        record = match field.shape.of {
            Of::Record(inner) => Some(inner),
            _ => None,
        };
        found = Some(field);
    }
    found
}

/// Returns the field as it is at this place, if that differs.
#[inline]
fn here(field: &Field, inner: &[Inner]) -> Option<Field> {
    let Inner { words, closed, unset, .. } = inner.iter().find(|inner| inner.field == field.name)?;
    Some(Field { words, closed: *closed, unset: *unset, ..*field })
}

fn is_right(field: &Field, text: &str) -> bool {
    if is_blank(text) {
        return text.is_empty() && field.unset;
    }
    !is_too_long(field, text) && knows(field, text)
}

fn is_too_long(field: &Field, text: &str) -> bool {
    is_longer(text, field.most)
}

fn is_longer(text: &str, most: u32) -> bool {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    most > 0 && text.len() > most && text.chars().count() > most
}

fn knows(field: &Field, text: &str) -> bool {
    field.words.is_empty() || field.words.split(',').any(|word| word == text)
}

/// Checks a single field early, so that a rule reports its fault before others; it is not reported twice.
pub(crate) fn check_field(
    record: &Record,
    given: Given<'_>,
    index: usize,
    at: &str,
    faults: &mut Vec<Fault>,
) {
    if let (Some(field), Some(text)) = (record.fields.get(index), given.text(index)) {
        fault(field, text, at, faults);
    }
}

/// Returns what is wrong with a text, unless there is already a fault at its path.
fn fault(field: &Field, text: &str, at: &str, faults: &mut Vec<Fault>) {
    if is_right(field, text) || faults.iter().any(|fault| fault.path == at) {
        return;
    }
    if is_blank(text) {
        return refuse_blank(at, faults);
    }
    if is_too_long(field, text) {
        faults.push(length_fault(field.most, at));
    }
    if !knows(field, text) {
        if field.closed {
            let text = format!("expected `{}`", field.words.replace(',', "`, `"));
            faults.push(Fault::new(at, "invalid_value", text));
        } else {
            faults.extend(misspelled(text, field.words.split(','), at));
        }
    }
}

fn length_fault(most: u32, at: &str) -> Fault {
    Fault::new(at, "too_long", format!("expected at most {most} characters"))
}
