//! A small JSON tree that keeps the order of its keys, for settings and forms given as text.

use std::borrow::Cow;

use crate::error::Error;

use super::{Invalid, Reader, quote};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    /// An integer that fits in 64 bits.
    Int(i64),
    /// Any other number, as it was written.
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Parses a JSON text; error code `invalid_json`.
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        let mut reader = Reader::new(text);
        let read = value(&mut reader).and_then(|json| reader.end().map(|()| json));
        read.map_err(|Invalid { at }| not_json(text, at))
    }

    /// Returns the value of a member, or `null` if there is none.
    pub(crate) fn member(&self, name: &str) -> &Json {
        let members = match self {
            Json::Object(members) => members.as_slice(),
            _ => &[],
        };
        members.iter().rev().find(|(key, _)| key == name).map_or(&Json::Null, |(_, value)| value)
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn integer(&self) -> Option<i64> {
        match self {
            Json::Int(number) => Some(*number),
            _ => None,
        }
    }

    #[cfg(any(test, feature = "bindings"))]
    pub(crate) fn boolean(&self) -> Option<bool> {
        match self {
            Json::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    pub(crate) fn items(&self) -> &[Json] {
        match self {
            Json::List(items) => items,
            _ => &[],
        }
    }

    pub(crate) fn members(&self) -> &[(String, Json)] {
        match self {
            Json::Object(members) => members,
            _ => &[],
        }
    }

    /// Appends the value as JSON.
    pub(crate) fn write(&self, out: &mut String) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Json::Int(number) => out.push_str(&number.to_string()),
            Json::Number(number) => out.push_str(number),
            Json::Text(text) => quote(out, text),
            Json::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    item.write(out);
                }
                out.push(']');
            }
            Json::Object(members) => {
                out.push('{');
                for (index, (key, value)) in members.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    quote(out, key);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

/// Returns the error for a text that is no longer JSON from a byte on.
pub(crate) fn not_json(text: &str, at: usize) -> Error {
    let (mut line, mut column) = (1, 1);
    for byte in text.get(..at).unwrap_or(text).bytes() {
        match byte {
            b'\n' => (line, column) = (line + 1, 1),
            // Continuation bytes of a character.
            0x80..0xc0 => {}
            _ => column += 1,
        }
    }
    let text = format!("expected JSON; reading stopped at line {line}, column {column}");
    Error::fault("", "invalid_json", text)
}

/// A lone surrogate stops the reading: it is not text.
fn value(reader: &mut Reader<'_>) -> Result<Json, Invalid> {
    let start = reader.here();
    if reader.is_object() {
        let mut members = Vec::new();
        reader.object(|reader, key| {
            let key = key.to_owned();
            members.push((key, value(reader)?));
            Ok(())
        })?;
        return Ok(Json::Object(members));
    }
    if reader.is_array() {
        let mut items = Vec::new();
        reader.array(|reader| {
            items.push(value(reader)?);
            Ok(())
        })?;
        return Ok(Json::List(items));
    }
    if let Some(text) = reader.string()? {
        let token = reader.since(start);
        return match text {
            Cow::Owned(text) if super::is_cut(&text, token) => Err(Invalid { at: start }),
            text => Ok(Json::Text(text.into_owned())),
        };
    }
    Ok(match reader.since(start) {
        "null" => Json::Null,
        "true" => Json::Bool(true),
        "false" => Json::Bool(false),
        number => number.parse().map_or_else(|_| Json::Number(number.to_owned()), Json::Int),
    })
}
