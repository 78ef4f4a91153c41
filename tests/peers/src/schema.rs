//! A strict reader of the schemas in Stripe's OpenAPI document.
//!
//! Nothing passes that a schema does not name, whatever it says of `additionalProperties`, and a keyword
//! that this reader does not know is a fault, so that nothing is waved through unread.

use serde_json::{Map, Value};

/// How numbers, booleans and lists are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// All as text; a list as an object whose keys are its indices.
    Form,
    Json,
}

/// What a value has that its schema does not allow.
pub(crate) fn check(encoding: Encoding, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    const KNOWN: [&str; 13] = [
        "type",
        "anyOf",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "enum",
        "maxLength",
        "format",
        "x-stripeBypassValidation",
        "title",
        "description",
        "deprecated",
    ];
    let fault = |why: String| vec![format!("{}: {why}", if at.is_empty() { "the whole" } else { at })];
    if let Some((keyword, _)) = entries(schema).find(|(keyword, _)| !KNOWN.contains(&keyword.as_str())) {
        return fault(format!("the schema has a keyword `{keyword}` that is not understood here"));
    }
    if let Some(alternatives) = schema["anyOf"].as_array() {
        let has_parts = |schema: &&Value| matches!(schema["type"].as_str(), Some("object" | "array"));
        let parts = value.is_object() || value.is_array();
        let of_the_same_kind = alternatives.iter().filter(|schema| has_parts(schema) == parts);
        let verdicts = of_the_same_kind.map(|schema| check(encoding, schema, value, at));
        return verdicts
            .min_by_key(Vec::len)
            .unwrap_or_else(|| fault("no alternative is of its kind".into()));
    }
    let text = value.as_str();
    match (schema["type"].as_str(), value) {
        (Some("object"), Value::Object(fields)) => check_object(encoding, schema, fields, at),
        (Some("array"), Value::Array(items)) if encoding == Encoding::Json => items
            .iter()
            .flat_map(|item| check(encoding, &schema["items"], item, &format!("{at}[]")))
            .collect(),
        (Some("array"), Value::Object(items)) if encoding == Encoding::Form => {
            if let Some(hole) = (0..items.len()).find(|index| !items.contains_key(&index.to_string())) {
                return fault(format!("a list without an item {hole}"));
            }
            let items = items.values();
            items.flat_map(|item| check(encoding, &schema["items"], item, &format!("{at}[]"))).collect()
        }
        (Some("string"), Value::String(text)) => check_text(schema, text).map_or_else(Vec::new, fault),
        (Some("integer"), Value::Number(number)) if encoding == Encoding::Json && number.is_i64() => vec![],
        (Some("boolean"), Value::Bool(_)) if encoding == Encoding::Json => vec![],
        (Some("integer"), _) if encoding == Encoding::Form && text.is_some_and(is_integer) => vec![],
        (Some("number"), _) if encoding == Encoding::Form && text.is_some_and(is_decimal) => vec![],
        (Some("boolean"), _) if encoding == Encoding::Form && matches!(text, Some("true" | "false")) => {
            vec![]
        }
        (expected, _) => fault(format!("expected {}, got {value}", expected.unwrap_or("a known type"))),
    }
}

fn check_object(encoding: Encoding, schema: &Value, fields: &Map<String, Value>, at: &str) -> Vec<String> {
    let below = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
    let mut faults = Vec::new();
    for (name, value) in fields {
        let of_a_map = Some(&schema["additionalProperties"]).filter(|schema| schema.is_object());
        match schema["properties"].get(name).or(of_a_map) {
            // Of a map an empty text removes the entry.
            Some(_) if of_a_map.is_some() && value == "" => {}
            Some(schema) => faults.extend(check(encoding, schema, value, &below(name))),
            None => faults.push(format!("{}: unknown", below(name))),
        }
    }
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    faults.extend(required.filter(|name| !fields.contains_key(*name)).map(|name| {
        let name = below(name);
        format!("{name}: missing")
    }));
    faults
}

fn check_text(schema: &Value, text: &str) -> Option<String> {
    let longest = schema["maxLength"].as_u64().unwrap_or(u64::MAX);
    let open = schema["x-stripeBypassValidation"] == true;
    let allowed = schema["enum"].as_array().filter(|_| !open);
    if text.chars().count() as u64 > longest {
        Some(format!("longer than {longest}"))
    } else if text.is_empty() && !schema["enum"].as_array().is_some_and(|known| known.contains(&"".into())) {
        Some("blank".to_owned())
    } else if allowed.is_some_and(|allowed| !allowed.iter().any(|value| value == text)) {
        Some(format!("`{text}` is not among its values"))
    } else if schema["format"] == "decimal" && !is_decimal(text) {
        Some(format!("`{text}` is not a decimal"))
    } else {
        None
    }
}

fn is_integer(text: &str) -> bool {
    text.parse::<i64>().is_ok_and(|number| number.to_string() == text)
}

fn is_decimal(text: &str) -> bool {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    is_integer(whole) && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}
