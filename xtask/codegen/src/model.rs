//! The model of `core/api.json`: operations, records, fields.

mod events;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

pub use events::{Carries, ErrorCode, EventType, Named, Outcome, Rejection, Transition};

/// The API's shape.
#[derive(Clone, Debug, Deserialize)]
pub struct Api {
    /// The version of Stripe's API that requests ask for.
    pub api_version: String,
    /// In the order of the core's table.
    pub operations: Vec<Operation>,
    /// Sorted by name.
    pub records: Vec<Record>,
    /// The event types that have an outcome.
    pub event_types: Vec<EventType>,
    /// The outcomes that an event can have.
    pub outcomes: Vec<Outcome>,
    /// The reasons for which an event is ignored.
    pub ignored_reasons: Vec<Named>,
    /// The states of an order.
    pub states: Vec<Named>,
    /// The actions for an order.
    pub actions: Vec<Named>,
    /// Each state with each outcome.
    pub transitions: Vec<Transition>,
    /// The codes of errors, except Stripe's own.
    pub errors: Vec<ErrorCode>,
    /// The codes for deliveries that are not genuine.
    pub rejections: Vec<Rejection>,
}

/// One operation.
#[derive(Clone, Debug, Deserialize)]
pub struct Operation {
    /// Stripe's path with the verb last: `checkout.sessions.create`.
    pub name: String,
    /// Its previous name, if it had one.
    pub formerly: Option<String>,
    /// The record with its parameters.
    pub params: String,
    /// The record of its result; for a list, the record of its items.
    pub answer: String,
    /// Whether the result is a page of a list.
    pub list: bool,
    /// Whether it reads, writes or deletes.
    pub kind: Kind,
    /// The account that it is on.
    pub scope: Scope,
    /// `GET`, `POST` or `DELETE`.
    pub method: String,
    /// The path, with the names of ids in braces: `/v1/refunds/{id}`.
    pub path: String,
}

/// What an operation does, and therefore whether it takes an idempotency key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Never takes a key.
    Read,
    /// Needs a key.
    Write,
    /// Takes an optional key.
    Delete,
}

/// The account that an operation is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// A merchant's.
    Merchant,
    /// The platform's own.
    Platform,
    /// Either.
    Both,
}

/// A record that users create or read.
#[derive(Clone, Debug, Deserialize)]
pub struct Record {
    /// The same in every language: `CreateRefund`.
    pub name: String,
    /// Its purpose.
    pub kind: RecordKind,
    /// The value of `object` in Stripe's JSON, for an object; empty if it varies.
    pub object: Option<String>,
    /// Markdown; see [`crate::docs`].
    pub docs: String,
    /// The fields in the order of their declaration. An object also has `raw` and `replayed`.
    pub fields: Vec<Field>,
}

/// The purpose of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// The parameters of an operation.
    Params,
    /// A nested record of parameters.
    Record,
    /// One of Stripe's objects.
    Object,
    /// A nested record of an object.
    Part,
    /// A result of the core.
    Data,
}

/// One field of a record.
#[derive(Clone, Debug, Deserialize)]
pub struct Field {
    /// Stripe's own name, in snake_case.
    pub name: String,
    /// Its type; for a list, that of one item.
    #[serde(rename = "type")]
    pub type_: Type,
    /// Markdown; see [`crate::docs`].
    pub docs: String,
    /// Whether it is a list of that type.
    #[serde(default)]
    pub list: bool,
    /// Whether it may be absent: `null` in a response.
    #[serde(default)]
    pub optional: bool,
    /// Whether it is an id in the URL, given in addition to the parameters.
    #[serde(default)]
    pub path: bool,
    /// Whether it is required in parameters; an id in the URL always is.
    #[serde(default)]
    pub required: bool,
    /// Whether it may be printed.
    pub privacy: Option<Privacy>,
    /// The maximum number of characters.
    pub most: Option<u32>,
    /// The words that Stripe documents; empty if any text is valid. For a closed list, they include the empty
    /// text if it removes the value.
    #[serde(default)]
    pub words: Vec<String>,
    /// Whether Stripe accepts only these words.
    #[serde(default)]
    pub closed: bool,
    /// Whether an empty text removes the value.
    #[serde(default)]
    pub unset: bool,
    /// Whether a parameter is a time in unix seconds.
    #[serde(default)]
    pub time: bool,
}

/// The type of a field.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Type {
    /// A text; one of `words` if there are any.
    Text,
    /// A 64-bit integer.
    Integer,
    /// A boolean.
    Boolean,
    /// Pairs of strings.
    Metadata,
    /// A percentage with a decimal part.
    Percent,
    /// The rule by which the platform's fee is computed.
    Fee,
    /// The record with that name.
    Record(String),
}

/// What may be printed of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Privacy {
    /// Nothing: it identifies or locates a person, or was typed by a person.
    Personal,
    /// Nothing, and it is left out of the object's JSON, too: it grants access to an account or a payment.
    Secret,
}

impl Api {
    /// Reads `core/api.json` of the repository at `root`.
    ///
    /// Errors: a file that cannot be read, or that names an unknown record.
    pub fn read(root: &Path) -> Result<Self, String> {
        let path = root.join("core/api.json");
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Api::parse(&text).map_err(|why| format!("{}: {why}", path.display()))
    }

    /// Parses the text of `core/api.json`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut api: Api = serde_json::from_str(text).map_err(|error| error.to_string())?;
        for field in api.records.iter_mut().flat_map(|record| &mut record.fields) {
            if field.closed && field.unset {
                field.words.push(String::new());
            }
        }
        let records: BTreeMap<&str, &Record> =
            api.records.iter().map(|record| (record.name.as_str(), record)).collect();
        let known = |name: &str, by: &str| match records.contains_key(name) {
            true => Ok(()),
            false => Err(format!("`{by}` names the record `{name}`, which does not exist")),
        };
        for operation in &api.operations {
            known(&operation.params, &operation.name)?;
            known(&operation.answer, &operation.name)?;
        }
        for record in &api.records {
            for field in &record.fields {
                if let Type::Record(name) = &field.type_ {
                    known(name, &format!("{}.{}", record.name, field.name))?;
                }
            }
        }
        Ok(api)
    }

    /// Returns the record with that name.
    pub fn record(&self, name: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.name == name)
    }

    /// Returns the record with an operation's parameters.
    pub fn params(&self, operation: &Operation) -> &Record {
        // `parse` has checked this.
        self.record(&operation.params).expect("the record is there")
    }
}

impl Operation {
    /// Returns the segments before the verb: `["checkout", "sessions"]`.
    pub fn segments(&self) -> Vec<&str> {
        let mut segments: Vec<&str> = self.name.split('.').collect();
        segments.pop();
        segments
    }

    /// Returns `create` for `checkout.sessions.create`.
    pub fn verb(&self) -> &str {
        self.name.rsplit('.').next().unwrap_or_default()
    }

    /// Returns whether it changes something.
    pub fn writes(&self) -> bool {
        self.kind != Kind::Read
    }
}

impl Record {
    /// Returns whether users create it: a record of parameters, or one nested in parameters.
    pub fn is_input(&self) -> bool {
        matches!(self.kind, RecordKind::Params | RecordKind::Record)
    }

    /// Returns whether it is one of Stripe's objects, which also have `raw` and `replayed`.
    pub fn is_object(&self) -> bool {
        self.kind == RecordKind::Object
    }

    /// Returns the ids in the URL, which are given in addition to the parameters.
    pub fn path_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.path)
    }

    /// Returns the fields that are not part of the URL.
    pub fn body_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.path)
    }

    /// Returns whether there are parameters other than ids, `expand` and `extra`.
    pub fn has_own_parameters(&self) -> bool {
        self.body_fields().any(|field| !matches!(&*field.name, "expand" | "extra"))
    }
}

impl Field {
    /// Returns whether users can leave it out.
    pub fn can_be_left_out(&self) -> bool {
        !self.path && !self.required
    }

    /// Returns the record that it holds, if it holds one.
    pub fn record(&self) -> Option<&str> {
        match &self.type_ {
            Type::Record(name) => Some(name),
            _ => None,
        }
    }
}

impl From<String> for Type {
    fn from(name: String) -> Self {
        match &*name {
            "text" => Type::Text,
            "integer" => Type::Integer,
            "boolean" => Type::Boolean,
            "metadata" => Type::Metadata,
            "percent" => Type::Percent,
            "fee" => Type::Fee,
            _ => Type::Record(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api;

    #[test]
    fn operations_have_a_path_and_a_verb() {
        let api = api();
        let find = |name: &str| api.operations.iter().find(|operation| operation.name == name).unwrap();
        let items = find("checkout.sessions.line_items.list");
        assert_eq!((items.segments(), items.verb()), (vec!["checkout", "sessions", "line_items"], "list"));
        assert!(items.list && !items.writes());
        assert_eq!(find("webhook_endpoints.delete").kind, Kind::Delete);
        assert_eq!(find("refunds.create").scope, Scope::Merchant);
        assert_eq!(api.params(find("refunds.create")).name, "CreateRefund");
    }

    #[test]
    fn fields_know_what_they_are() {
        let api = api();
        let field = |record: &str, name: &str| {
            let record = api.record(record).unwrap();
            record.fields.iter().find(|field| field.name == name).unwrap().clone()
        };
        assert!(field("RetrieveCharge", "id").path && !field("RetrieveCharge", "id").can_be_left_out());
        assert!(field("PriceData", "currency").required);
        assert!(field("CreateRefund", "expand").list);
        assert_eq!(field("CreateSession", "line_items").record(), Some("LineItem"));
        assert_eq!(field("WebhookEndpoint", "secret").privacy, Some(Privacy::Secret));
        assert_eq!(field("CreateSession", "mode").words, ["payment", "subscription", "setup"]);
        assert!(api.record("Refund").unwrap().is_object());
    }

    #[test]
    fn a_record_that_is_not_there_is_an_error() {
        let text = r#"{ "api_version": "", "operations": [], "event_types": [], "outcomes": [],
            "ignored_reasons": [], "states": [], "actions": [], "transitions": [], "errors": [], "rejections": [],
            "records": [
                { "name": "A", "kind": "part", "docs": "", "fields": [{ "name": "b", "type": "B", "docs": "" }] }
            ] }"#;
        assert_eq!(Api::parse(text).unwrap_err(), "`A.b` names the record `B`, which does not exist");
    }
}
