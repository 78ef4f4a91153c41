//! A strict reader of Stripe's OpenAPI document: whether it knows a request down to its last parameter.
//!
//! What a value may be is for [`crate::schema`] to say.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};
use xtask_process::Outcome;

use crate::form;
use crate::schema::{Encoding, check};

const FORM: &str = "application/x-www-form-urlencoded";

/// The operations of a document.
pub(crate) struct Document {
    operations: Vec<Operation>,
}

struct Operation {
    method: String,
    template: String,
    /// What stands in braces in the template, as the schema of an object.
    path: Value,
    /// The same of what stands behind the question mark.
    query: Value,
    /// The content type and the schema of the body.
    body: Option<(String, Value)>,
}

impl Document {
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let document: Value =
            serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut read = Document { operations: Vec::new() };
        read.add_paths(&document)?;
        Ok(read)
    }

    /// Takes over the paths of another document; what is there already is not described twice.
    pub(crate) fn add_paths(&mut self, document: &Value) -> Outcome {
        for (template, methods) in entries(&document["paths"]) {
            for (method, described) in entries(methods) {
                let method = method.to_uppercase();
                if self.operations.iter().any(|known| known.method == method && known.template == *template) {
                    return Err(format!("{method} {template} is described already"));
                }
                let content = &described["requestBody"]["content"];
                let body = entries(content).next().map(|(kind, body)| (kind.clone(), body["schema"].clone()));
                self.operations.push(Operation {
                    method,
                    template: template.clone(),
                    path: parameters(described, "path"),
                    query: parameters(described, "query"),
                    body,
                });
            }
        }
        Ok(())
    }

    /// Adds a body parameter, written as `a.b[].c`, to `POST /v1/…`; one that is known already is an
    /// error, since then nobody needs it to be added.
    pub(crate) fn add_parameter(&mut self, operation: &str, parameter: &str, schema: &Value) -> Outcome {
        let (siblings, name) = self.siblings(operation, parameter)?;
        if siblings.contains_key(name) {
            return Err(format!("{operation} knows {parameter} by itself"));
        }
        siblings.insert(name.to_owned(), schema.clone());
        Ok(())
    }

    /// Takes away a body parameter; one that is not there is an error.
    pub(crate) fn remove_parameter(&mut self, operation: &str, parameter: &str) -> Outcome {
        let (siblings, name) = self.siblings(operation, parameter)?;
        let removed = siblings.remove(name);
        removed.map(drop).ok_or_else(|| format!("{operation} does not know {parameter} anyway"))
    }

    /// Opens a list of values of a body parameter; one that is open already, or none, is an error.
    pub(crate) fn open_list(&mut self, operation: &str, parameter: &str) -> Outcome {
        let none = || format!("{operation} has no list of values for {parameter}");
        let described = self.operations.iter_mut().find(|known| known.name() == operation);
        let (_, schema) = described.and_then(|known| known.body.as_mut()).ok_or_else(none)?;
        let pointer = pointer(schema, parameter).ok_or_else(none)?;
        let schema = schema.pointer_mut(&pointer).filter(|schema| schema["enum"].is_array());
        let schema = schema.ok_or_else(none)?;
        if schema["x-stripeBypassValidation"] == true {
            return Err(format!("{operation} leaves the list of {parameter} open by itself"));
        }
        schema["x-stripeBypassValidation"] = true.into();
        Ok(())
    }

    /// A value that is on the list of a body parameter, for one that is not but that Stripe would take, since
    /// it leaves the list open.
    pub(crate) fn stand_in(&self, operation: &str, parameter: &str, value: &str) -> Option<&str> {
        let described = self.operations.iter().find(|known| known.name() == operation)?;
        let (_, schema) = described.body.as_ref()?;
        let schema = schema.pointer(&pointer(schema, parameter)?)?;
        let values = schema["enum"].as_array().filter(|_| schema["x-stripeBypassValidation"] == true)?;
        let is_new = values.iter().all(|known| known != value);
        values.first().filter(|_| is_new)?.as_str()
    }

    /// The properties among which a parameter stands, and its own name.
    fn siblings<'a>(
        &mut self,
        operation: &str,
        parameter: &'a str,
    ) -> Result<(&mut Map<String, Value>, &'a str), String> {
        let unknown = || format!("{operation} has no place for {parameter}");
        let (parents, name) = parameter.rsplit_once('.').unwrap_or(("", parameter));
        let described = self.operations.iter_mut().find(|known| known.name() == operation);
        let (_, schema) = described.and_then(|known| known.body.as_mut()).ok_or_else(unknown)?;
        let parent = pointer(schema, parents).ok_or_else(unknown)?;
        let properties = schema.pointer_mut(&format!("{parent}/properties")).and_then(Value::as_object_mut);
        properties.map(|properties| (properties, name.trim_end_matches("[]"))).ok_or_else(unknown)
    }

    /// Which operation a request is for, such as `GET /v1/charges/{charge}`.
    pub(crate) fn operation_of(&self, request: &Value) -> Option<String> {
        self.operation(request).map(|(operation, _)| operation.name())
    }

    /// The operation of a request, and what the request has in the place of its braces.
    fn operation(&self, request: &Value) -> Option<(&Operation, Value)> {
        let (method, url) = (request["method"].as_str()?, request["url"].as_str()?);
        let path = url.strip_prefix("https://api.stripe.com")?.split('?').next()?;
        let candidates = self.operations.iter().filter(|known| known.method == method);
        candidates
            .filter_map(|known| Some((known, placeholders(&known.template, path)?)))
            .min_by_key(|(_, found)| found.as_object().map(Map::len))
    }

    /// Everything about a request, as `request.build` answers it, that the document does not allow.
    pub(crate) fn faults(&self, request: &Value) -> Vec<String> {
        let text = |name: &str| request[name].as_str().unwrap_or_default();
        let Some((operation, in_path)) = self.operation(request) else {
            return vec![format!("there is no {} {}", text("method"), text("url"))];
        };
        let query = text("url").split_once('?').map_or("", |(_, query)| query);
        let mut faults = check(Encoding::Form, &operation.path, &in_path, "");
        match form::parse(query) {
            Ok(query) => faults.extend(check(Encoding::Form, &operation.query, &query, "")),
            Err(why) => faults.push(why),
        }
        faults.extend(operation.faults_of_body(content_type(request), text("body")));
        faults
    }
}

impl Operation {
    fn name(&self) -> String {
        format!("{} {}", self.method, self.template)
    }

    fn faults_of_body(&self, sent_as: Option<&str>, body: &str) -> Vec<String> {
        let Some((kind, schema)) = &self.body else {
            return if body.is_empty() { Vec::new() } else { vec!["a body where none is expected".into()] };
        };
        // An operation that takes nothing is described as an empty form, and needs no body at all.
        if body.is_empty() && sent_as.is_none() {
            return check(Encoding::Form, schema, &json!({}), "");
        }
        if sent_as != Some(kind) {
            return vec![format!("content type {sent_as:?}, expected {kind}")];
        }
        let (encoding, parsed) = if kind == FORM {
            (Encoding::Form, form::parse(body))
        } else {
            (Encoding::Json, serde_json::from_str(body).map_err(|error| error.to_string()))
        };
        parsed.map_or_else(|why| vec![why], |parsed| check(encoding, schema, &parsed, ""))
    }
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// The parameters of one place as the schema of an object.
fn parameters(described: &Value, place: &str) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for parameter in described["parameters"].as_array().into_iter().flatten() {
        let Some(name) = parameter["name"].as_str().filter(|_| parameter["in"] == place) else { continue };
        properties.insert(name.to_owned(), parameter["schema"].clone());
        if parameter["required"] == true {
            required.push(name);
        }
    }
    json!({ "type": "object", "properties": properties, "required": required })
}

/// Where within a schema a parameter, written as `a.b[].c`, is described; of alternatives the one that
/// has parts is meant.
fn pointer(schema: &Value, parameter: &str) -> Option<String> {
    let mut pointer = String::new();
    let descend = |pointer: &mut String, key: &str| {
        let described = schema.pointer(pointer)?;
        if let Some(alternatives) = described["anyOf"].as_array() {
            let with_parts = alternatives.iter().position(|schema| !schema[key].is_null())?;
            pointer.push_str(&format!("/anyOf/{with_parts}"));
        }
        pointer.push_str(&format!("/{key}"));
        Some(())
    };
    for segment in parameter.split('.').filter(|segment| !segment.is_empty()) {
        descend(&mut pointer, "properties")?;
        pointer.push_str(&format!("/{}", segment.trim_end_matches("[]")));
        if segment.ends_with("[]") {
            descend(&mut pointer, "items")?;
        }
    }
    if schema.pointer(&pointer)?["anyOf"].is_array() {
        descend(&mut pointer, "properties")?;
        pointer.truncate(pointer.len() - "/properties".len());
    }
    Some(pointer)
}

/// What a path has in the place of the template's braces.
fn placeholders(template: &str, path: &str) -> Option<Value> {
    let mut found = Map::new();
    let mut segments = path.split('/');
    for expected in template.split('/') {
        let segment = segments.next()?;
        match expected.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) if !segment.is_empty() => {
                found.insert(name.to_owned(), form::decode(segment).ok()?.into());
            }
            _ if expected == segment => {}
            _ => return None,
        }
    }
    segments.next().is_none().then_some(Value::Object(found))
}

fn content_type(request: &Value) -> Option<&str> {
    let headers = request["headers"].as_array()?;
    headers.iter().find(|header| header[0] == "Content-Type")?[1].as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Document {
        let mut document = Document { operations: Vec::new() };
        let described = json!({"paths": {
            "/v1/things": {"post": {"requestBody": {"content": {FORM: {"schema": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "maxLength": 3},
                    "count": {"type": "integer"},
                    "kind": {"type": "string", "enum": ["a"]},
                    "open": {"type": "string", "enum": ["a"], "x-stripeBypassValidation": true},
                    "items": {"type": "array", "items": {"type": "object", "properties": {
                        "on": {"type": "boolean"}
                    }}},
                    "data": {"anyOf": [
                        {"type": "object", "additionalProperties": {"type": "string"}},
                        {"type": "string", "enum": [""]}
                    ]},
                }
            }}}}}},
            "/v1/things/{thing}": {"get": {"parameters": [
                {"name": "thing", "in": "path", "required": true, "schema": {"type": "string", "maxLength": 4}},
                {"name": "limit", "in": "query", "schema": {"type": "integer"}},
            ]}},
            "/v1/things/search": {"get": {}},
        }});
        document.add_paths(&described).unwrap();
        document
    }

    fn posted(body: &str) -> Vec<String> {
        let headers = json!([["Content-Type", FORM]]);
        document().faults(&json!({
            "method": "POST", "url": "https://api.stripe.com/v1/things", "headers": headers, "body": body,
        }))
    }

    #[test]
    fn what_is_described_passes() {
        let passing = [
            "name=abc&count=-5&kind=a&open=z",
            "name=a&items[0][on]=true&items[1][on]=false",
            "name=a&data[k]=v",
            "name=a&data=",
            "name=a&data[k]=",
        ];
        for body in passing {
            assert_eq!(posted(body), [""; 0], "{body}");
        }
    }

    #[test]
    fn what_is_not_described_is_told() {
        let cases = [
            ("", "name: missing"),
            ("name=abcd", "name: longer than 3"),
            ("name=", "name: blank"),
            ("name=a&count=1.5", "count: expected integer, got \"1.5\""),
            ("name=a&kind=b", "kind: `b` is not among its values"),
            ("name=a&items[0][off]=1", "items[].off: unknown"),
            ("name=a&items[1][on]=true", "items: a list without an item 0"),
            ("name=a&items[]=1", "items: a list without an item 0"),
            ("name=a&data=x", "data: `x` is not among its values"),
            ("name=a&name=b", "name is sent twice"),
            ("name=a&more=b", "more: unknown"),
        ];
        for (body, fault) in cases {
            assert_eq!(posted(body), [fault], "{body}");
        }
    }

    #[test]
    fn paths_and_queries_are_read() {
        let got = |path: &str| {
            let url = format!("https://api.stripe.com/v1/{path}");
            document().faults(&json!({ "method": "GET", "url": url, "headers": [], "body": "" }))
        };
        assert_eq!(got("things/a?limit=3"), [""; 0]);
        assert_eq!(got("things/search"), [""; 0]);
        assert_eq!(got("things/abcde"), ["thing: longer than 4"]);
        assert_eq!(got("things/a?limit=x&more=1").len(), 2);
        assert_eq!(got("things/a/b"), ["there is no GET https://api.stripe.com/v1/things/a/b"]);
    }

    #[test]
    fn parameters_come_and_go_once() {
        let mut document = document();
        let text = json!({ "type": "string" });
        assert!(document.add_parameter("POST /v1/things", "items[].name", &text).is_ok());
        assert!(document.add_parameter("POST /v1/things", "items[].name", &text).is_err());
        assert!(document.remove_parameter("POST /v1/things", "items[].name").is_ok());
        assert!(document.remove_parameter("POST /v1/things", "items[].name").is_err());
        assert!(document.add_parameter("POST /v1/things", "nowhere.name", &text).is_err());
    }

    #[test]
    fn only_open_lists_have_new_values() {
        let document = document();
        let stand_in = |parameter, value| document.stand_in("POST /v1/things", parameter, value);
        assert_eq!(stand_in("open", "z"), Some("a"));
        assert_eq!(stand_in("open", "a"), None);
        assert_eq!(stand_in("kind", "z"), None);
        assert_eq!(stand_in("nowhere", "z"), None);
    }

    #[test]
    fn a_list_is_opened_once() {
        let mut document = document();
        assert!(document.open_list("POST /v1/things", "kind").is_ok());
        assert_eq!(document.stand_in("POST /v1/things", "kind", "z"), Some("a"));
        for parameter in ["kind", "open", "count", "nowhere"] {
            assert!(document.open_list("POST /v1/things", parameter).is_err(), "{parameter}");
        }
    }
}
