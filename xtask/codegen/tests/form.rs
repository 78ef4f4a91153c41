//! `core/api.json` has the form that `core/api.schema.json` says, and names nothing that it does not have.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

fn read(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../core").join(name);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// What of a value is not as its schema says, by path. It knows the few words that the schema uses.
fn wrong(schema: &Value, value: &Value, root: &Value, at: &str, found: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let definition = &root["$defs"][reference.trim_start_matches("#/$defs/")];
        return wrong(definition, value, root, at, found);
    }
    if let Some(words) = schema["enum"].as_array()
        && !words.contains(value)
    {
        found.push(format!("{at}: {value} is none of {words:?}"));
    }
    let is_type = match schema["type"].as_str() {
        None => true,
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64(),
        Some(other) => panic!("the schema uses the type {other}"),
    };
    if !is_type {
        found.push(format!("{at}: {value} is no {}", schema["type"]));
    }
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if value.get(name).is_none() {
            found.push(format!("{at} lacks {name}"));
        }
    }
    for (name, member) in value.as_object().into_iter().flatten() {
        match schema["properties"].get(name) {
            Some(schema) => wrong(schema, member, root, &format!("{at}.{name}"), found),
            None => found.push(format!("{at}: {name} is not in the schema")),
        }
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        wrong(&schema["items"], item, root, &format!("{at}[{index}]"), found);
    }
}

fn check(value: &Value) -> Vec<String> {
    let schema = read("api.schema.json");
    let mut found = Vec::new();
    wrong(&schema, value, &schema, "api", &mut found);
    found
}

#[test]
fn the_document_has_the_form_of_its_schema() {
    assert_eq!(check(&read("api.json")), [""; 0]);
}

#[test]
fn what_has_another_form_is_found() {
    let mut document = read("api.json");
    document["operations"][0]["kind"] = "maybe".into();
    document["records"][0]["fields"][0]["most"] = "many".into();
    document["states"][0]["color"] = "red".into();
    document["errors"][0].as_object_mut().unwrap().remove("advice");
    assert_eq!(check(&document).len(), 4);
}

#[test]
fn every_name_that_is_used_is_declared() {
    let document = read("api.json");
    let names = |part: &str, key: &str| -> BTreeSet<String> {
        let items = document[part].as_array().unwrap().iter();
        items.map(|item| item[key].as_str().unwrap().to_owned()).collect()
    };
    let (records, operations) = (names("records", "name"), names("operations", "name"));
    let (outcomes, states, actions) =
        (names("outcomes", "kind"), names("states", "name"), names("actions", "name"));
    let known = ["text", "integer", "boolean", "metadata", "percent", "fee"];
    for operation in document["operations"].as_array().unwrap() {
        for key in ["params", "answer"] {
            assert!(records.contains(operation[key].as_str().unwrap()), "{operation}");
        }
    }
    for record in document["records"].as_array().unwrap() {
        for field in record["fields"].as_array().unwrap() {
            let kind = field["type"].as_str().unwrap();
            assert!(known.contains(&kind) || records.contains(kind), "{}: {field}", record["name"]);
        }
    }
    for event in document["event_types"].as_array().unwrap() {
        for outcome in event["outcomes"].as_array().unwrap() {
            assert!(outcomes.contains(outcome.as_str().unwrap()), "{event}");
        }
        assert!(event["operation"].as_str().is_none_or(|name| operations.contains(name)), "{event}");
    }
    let transitions = document["transitions"].as_array().unwrap();
    assert_eq!(transitions.len(), states.len() * outcomes.len());
    for step in transitions {
        assert!(states.contains(step["next"].as_str().unwrap()), "{step}");
        assert!(actions.contains(step["action"].as_str().unwrap()), "{step}");
    }
}
