//! Parameters given as JSON: read by their description, with every fault at its path.

use std::borrow::Cow;

use crate::error::{Error, Fault};
use crate::json::{Invalid, Reader, is_cut, not_json};
use crate::params::{Metadata, forbidden, join, nearest};

use super::{Dynamic, FromSlot, Of, Record, Shape, Slot};

/// Reads a record from JSON text; all faults are reported together.
///
/// Errors: `invalid_json`, `unknown_parameter`, `wrong_type`, `invalid_value`.
pub(crate) fn read<'t>(record: &'static Record, text: &'t str) -> Result<Dynamic<'t>, Error> {
    let mut reader = Reader::new(text);
    let mut faults = Vec::new();
    let read = record_at(record, &mut reader, "", &mut faults);
    match read.and_then(|dynamic| reader.end().map(|()| dynamic)) {
        Err(Invalid { at }) => Err(not_json(text, at)),
        Ok(_) if !faults.is_empty() => Err(Error::of_faults(faults)),
        Ok(dynamic) => Ok(dynamic),
    }
}

/// Parses a record as its Rust type.
pub(crate) fn from_json<T: FromSlot>(record: &'static Record, text: &str) -> Result<T, Error> {
    read(record, text).map(|dynamic| T::from_slot(Slot::Record(dynamic)))
}

/// Parses an array of records.
pub(crate) fn list_from_json<T: FromSlot>(record: &'static Record, text: &str) -> Result<Vec<T>, Error> {
    let mut reader = Reader::new(text);
    let mut faults = Vec::new();
    let list = Shape { list: true, ..Shape::of(Of::Record(record)) };
    let read = value(list, &mut reader, "", &mut faults);
    match read.and_then(|slot| reader.end().map(|()| slot)) {
        Err(Invalid { at }) => Err(not_json(text, at)),
        Ok(_) if !faults.is_empty() => Err(Error::of_faults(faults)),
        Ok(slot) => Ok(Vec::from_slot(slot)),
    }
}

fn record_at<'t>(
    record: &'static Record,
    reader: &mut Reader<'t>,
    at: &str,
    faults: &mut Vec<Fault>,
) -> Result<Dynamic<'t>, Invalid> {
    let mut dynamic = Dynamic::new(record);
    members(reader, at, faults, |reader, key, faults| {
        let path = join(at, key);
        match record.index(key).and_then(|index| Some((index, record.fields.get(index)?))) {
            Some((index, field)) => dynamic.set(index, value(field.shape, reader, &path, faults)?),
            None => {
                faults.push(unknown(&path, key, record));
                reader.skip()?;
            }
        }
        Ok(())
    })?;
    Ok(dynamic)
}

/// Reads the members of an object, or reports a fault.
fn members<'t>(
    reader: &mut Reader<'t>,
    at: &str,
    faults: &mut Vec<Fault>,
    mut member: impl FnMut(&mut Reader<'t>, &str, &mut Vec<Fault>) -> Result<(), Invalid>,
) -> Result<(), Invalid> {
    if !reader.is_object() {
        return wrong_type(reader, at, "an object", faults);
    }
    reader.object(|reader, key| member(reader, key, faults)).map(drop)
}

fn value<'t>(
    shape: Shape,
    reader: &mut Reader<'t>,
    at: &str,
    faults: &mut Vec<Fault>,
) -> Result<Slot<'t>, Invalid> {
    if shape.optional && reader.null() {
        return Ok(Slot::Absent);
    }
    if !shape.list {
        return single(shape.of, reader, at, faults);
    }
    let mut items = Vec::new();
    if !reader.is_array() {
        wrong_type(reader, at, "an array", faults)?;
        return Ok(Slot::List(items));
    }
    reader.array(|reader| {
        let at = format!("{at}[{}]", items.len());
        items.push(single(shape.of, reader, &at, faults)?);
        Ok(())
    })?;
    Ok(Slot::List(items))
}

fn single<'t>(
    of: Of,
    reader: &mut Reader<'t>,
    at: &str,
    faults: &mut Vec<Fault>,
) -> Result<Slot<'t>, Invalid> {
    Ok(match of {
        Of::Record(record) => Slot::Record(record_at(record, reader, at, faults)?),
        Of::Metadata => Slot::Pairs(pairs(reader, at, faults)?),
        Of::Text => Slot::Text(text(reader, at, "a string", faults)?),
        Of::Word(words) => {
            let before = faults.len();
            let word = text(reader, at, "a string", faults)?;
            if faults.len() == before && !words.split(',').any(|known| known == word) {
                let text = format!("expected `{}`", words.replace(',', "`, `"));
                faults.push(Fault::new(at, "invalid_value", text));
            }
            Slot::Text(word)
        }
        Of::Percent => {
            let (token, text) = scalar(reader)?;
            // A number is kept as it was written, so that nothing is rounded.
            let number = token.starts_with(|first: char| first.is_ascii_digit() || first == '-');
            let percent = text.as_deref().or(number.then_some(token)).and_then(|text| text.parse().ok());
            if percent.is_none() {
                faults.push(Fault::new(at, "invalid_percent", crate::percent::EXPECTED));
            }
            Slot::Percent(percent.unwrap_or_default())
        }
        Of::Integer => {
            let token = reader.skip()?;
            match token.parse() {
                Ok(number) => Slot::Integer(number),
                Err(_) => {
                    faults.push(mismatch(at, "an integer", token));
                    Slot::Integer(0)
                }
            }
        }
        Of::Boolean => match reader.skip()? {
            "true" => Slot::Boolean(true),
            "false" => Slot::Boolean(false),
            token => {
                faults.push(mismatch(at, "a boolean", token));
                Slot::Boolean(false)
            }
        },
    })
}

fn pairs(reader: &mut Reader<'_>, at: &str, faults: &mut Vec<Fault>) -> Result<Metadata, Invalid> {
    let mut metadata = Metadata::default();
    members(reader, at, faults, |reader, key, faults| {
        let path = || join(at, key);
        let (token, text) = scalar(reader)?;
        match text {
            Some(text) => metadata.insert(key, whole(text, token, &path(), faults)),
            None if matches!(token, "true" | "false") => metadata.insert(key, token),
            None => match token.parse::<i64>() {
                Ok(number) => metadata.insert(key, number.to_string()),
                Err(_) => faults.push(mismatch(&path(), "a string, an integer or a boolean", token)),
            },
        }
        Ok(())
    })?;
    Ok(metadata)
}

/// Reads a scalar: its JSON, and its text if it is a string.
fn scalar<'t>(reader: &mut Reader<'t>) -> Result<(&'t str, Option<Cow<'t, str>>), Invalid> {
    let start = reader.here();
    let text = reader.string()?;
    Ok((reader.since(start), text))
}

fn text<'t>(
    reader: &mut Reader<'t>,
    at: &str,
    expected: &str,
    faults: &mut Vec<Fault>,
) -> Result<Cow<'t, str>, Invalid> {
    match scalar(reader)? {
        (token, Some(text)) => Ok(whole(text, token, at, faults)),
        (token, None) => {
            faults.push(mismatch(at, expected, token));
            Ok(Cow::Borrowed(""))
        }
    }
}

/// Returns the text, unless it contained a lone surrogate, which is not text.
fn whole<'t>(text: Cow<'t, str>, token: &str, at: &str, faults: &mut Vec<Fault>) -> Cow<'t, str> {
    if matches!(text, Cow::Owned(_)) && is_cut(&text, token) {
        let message = "expected valid text, found a lone surrogate";
        faults.push(Fault::new(at, "invalid_value", message));
    }
    text
}

fn wrong_type(
    reader: &mut Reader<'_>,
    at: &str,
    expected: &str,
    faults: &mut Vec<Fault>,
) -> Result<(), Invalid> {
    let token = reader.skip()?;
    faults.push(mismatch(at, expected, token));
    Ok(())
}

fn mismatch(at: &str, expected: &str, token: &str) -> Fault {
    let got = match token.as_bytes().first() {
        Some(b'"') => "a string",
        Some(b'{') => "an object",
        Some(b'[') => "an array",
        Some(b'n') => "null",
        Some(b't' | b'f') => "a boolean",
        _ if token.parse::<i64>().is_ok() => "an integer",
        _ => "a number that is not an integer",
    };
    Fault::new(at, "wrong_type", format!("expected {expected}, got {got}"))
}

/// Returns the fault for an unknown key, with the most similar field of the record.
fn unknown(path: &str, key: &str, record: &Record) -> Fault {
    if let Some(refused) = forbidden::fault(path, path) {
        return refused;
    }
    let hint = nearest(key, record.fields.iter().map(|field| field.name));
    let hint = hint.map_or(String::new(), |name| format!("did you mean `{name}`? "));
    let text =
        format!("unknown parameter; {hint}pass parameters that have no field here in `extra`, by their path");
    Fault::new(path, "unknown_parameter", text)
}
