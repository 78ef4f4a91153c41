//! A body's top level, read in one pass before it is known to be an event.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::event::RelatedObject;
use super::rejection::{Rejection, RejectionCode};

/// How deep a body may be nested.
const DEEPEST: usize = 128;

/// What may stand at the top of an event of either shape.
#[derive(Default)]
pub(super) struct Wire<'b> {
    pub(super) id: Option<String>,
    pub(super) object: Option<String>,
    pub(super) kind: Option<String>,
    pub(super) account: Option<String>,
    pub(super) context: Option<String>,
    pub(super) livemode: Option<bool>,
    pub(super) created: Option<Created>,
    pub(super) api_version: Option<String>,
    pub(super) data: Option<Data<'b>>,
    pub(super) related_object: Option<RelatedObject>,
    duplicate: Option<&'static str>,
}

#[derive(Deserialize)]
pub(super) struct Data<'b> {
    #[serde(borrow)]
    pub(super) object: Option<&'b RawValue>,
}

/// Unix seconds in snapshots, RFC 3339 in thin events.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Created {
    Seconds(i64),
    Timestamp(String),
}

impl<'b> Wire<'b> {
    /// Reads a body that is genuine, but may be anything.
    pub(super) fn read(body: &'b [u8]) -> Result<Self, Rejection> {
        let reject = |code, why: &str| Err(Rejection::new(code, why));
        let Ok(text) = std::str::from_utf8(body) else {
            return reject(RejectionCode::InvalidUtf8, "the signature is right, but the body is not UTF-8");
        };
        if is_nested_deeper_than(DEEPEST, body) {
            return reject(RejectionCode::InvalidJson, "the body is nested deeper than 128 levels");
        }
        match serde_json::from_str::<Wire<'b>>(text) {
            Ok(Wire { duplicate: Some(key), .. }) => {
                reject(RejectionCode::DuplicateKey, &format!("`{key}` stands in the body twice"))
            }
            Ok(wire) => Ok(wire),
            Err(error) => {
                let place = format!("line {}, column {}", error.line(), error.column());
                if error.is_data() {
                    let why =
                        format!("the body is JSON, but no event: a field is of another type near {place}");
                    reject(RejectionCode::NotAnEvent, &why)
                } else {
                    reject(RejectionCode::InvalidJson, &format!("reading the body stopped at {place}"))
                }
            }
        }
    }
}

impl<'b> Deserialize<'b> for Wire<'b> {
    fn deserialize<D: Deserializer<'b>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TopLevel)
    }
}

struct TopLevel;

impl<'b> Visitor<'b> for TopLevel {
    type Value = Wire<'b>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event object")
    }

    fn visit_map<A: MapAccess<'b>>(self, mut map: A) -> Result<Wire<'b>, A::Error> {
        let mut wire = Wire::default();
        let mut seen: Vec<&'static str> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            let decides =
                ["id", "type", "object", "account", "livemode"].into_iter().find(|name| *name == key);
            if let Some(name) = decides {
                if seen.contains(&name) {
                    wire.duplicate = Some(name);
                }
                seen.push(name);
            }
            match key.as_str() {
                "id" => wire.id = map.next_value()?,
                "object" => wire.object = map.next_value()?,
                "type" => wire.kind = map.next_value()?,
                "account" => wire.account = map.next_value()?,
                "context" => wire.context = map.next_value()?,
                "livemode" => wire.livemode = map.next_value()?,
                "created" => wire.created = map.next_value()?,
                "api_version" => wire.api_version = map.next_value()?,
                "data" => wire.data = map.next_value()?,
                "related_object" => wire.related_object = map.next_value()?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(wire)
    }
}

/// Counts open brackets outside of strings. `serde_json` has no limit where it only skips a value.
fn is_nested_deeper_than(limit: usize, json: &[u8]) -> bool {
    let mut depth = 0_usize;
    let mut in_string = false;
    let mut bytes = json.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' if in_string => {
                bytes.next();
            }
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                depth += 1;
                if depth > limit {
                    return true;
                }
            }
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_counts_brackets_outside_of_strings() {
        let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(!is_nested_deeper_than(128, nested(128).as_bytes()));
        assert!(is_nested_deeper_than(128, nested(129).as_bytes()));
        let text = format!(r#"["{}\"{}"]"#, "[".repeat(200), "{".repeat(200));
        assert!(!is_nested_deeper_than(128, text.as_bytes()));
    }
}
