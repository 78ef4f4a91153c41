//! `core/api.json` as it is read: operations, records, fields.

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
    /// The types of events that have an outcome.
    pub event_types: Vec<EventType>,
    /// What an event can mean.
    pub outcomes: Vec<Outcome>,
    /// Why an event can mean nothing.
    pub ignored_reasons: Vec<Named>,
    /// Where an order can stand.
    pub states: Vec<Named>,
    /// What there can be to do for an order.
    pub actions: Vec<Named>,
    /// For each state each outcome.
    pub transitions: Vec<Transition>,
    /// The codes of errors, but for Stripe's own.
    pub errors: Vec<ErrorCode>,
    /// The codes of deliveries that are not genuine.
    pub rejections: Vec<Rejection>,
}

/// One operation.
#[derive(Clone, Debug, Deserialize)]
pub struct Operation {
    /// Stripe's path with the verb last: `checkout.sessions.create`.
    pub name: String,
    /// The name it had before, where it had another.
    pub formerly: Option<String>,
    /// The record with its parameters.
    pub params: String,
    /// The record it is answered with; of a list, the record of its items.
    pub answer: String,
    /// Whether the response is a page of a list.
    pub list: bool,
    /// What it does.
    pub kind: Kind,
    /// Whose account it is on.
    pub scope: Scope,
    /// `GET`, `POST` or `DELETE`.
    pub method: String,
    /// With the names of ids in braces: `/v1/refunds/{id}`.
    pub path: String,
}

/// What an operation does, and so whether it takes an idempotency key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Never takes a key.
    Read,
    /// Needs a key.
    Write,
    /// May go without a key.
    Delete,
}

/// Whose account an operation is on.
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

/// A record that users fill or read.
#[derive(Clone, Debug, Deserialize)]
pub struct Record {
    /// The same in every language: `CreateRefund`.
    pub name: String,
    /// What it is for.
    pub kind: RecordKind,
    /// Of an object: what Stripe writes under `object`; empty where that differs from case to case.
    pub object: Option<String>,
    /// Markdown; see [`crate::docs`].
    pub docs: String,
    /// In the order of their declaration. An object has `raw` and `replayed` beside them.
    pub fields: Vec<Field>,
}

/// What a record is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// The parameters of an operation.
    Params,
    /// Stands inside parameters.
    Record,
    /// One of Stripe's objects.
    Object,
    /// Stands inside objects.
    Part,
    /// Made by the core.
    Data,
}

/// One field of a record.
#[derive(Clone, Debug, Deserialize)]
pub struct Field {
    /// Stripe's own name, in snake_case.
    pub name: String,
    /// Of one item, where it is a list.
    #[serde(rename = "type")]
    pub type_: Type,
    /// Markdown; see [`crate::docs`].
    pub docs: String,
    /// Whether it is a list of the type.
    #[serde(default)]
    pub list: bool,
    /// Whether it may be absent: `null` in a response.
    #[serde(default)]
    pub optional: bool,
    /// Whether it is an id in the URL, given beside the parameters.
    #[serde(default)]
    pub path: bool,
    /// Whether it cannot be left out of parameters; an id in the URL cannot, either.
    #[serde(default)]
    pub required: bool,
    /// Whether it may not be printed.
    pub privacy: Option<Privacy>,
    /// The most characters that it may have.
    pub most: Option<u32>,
    /// The words that Stripe knows; empty where any text will do. Of a closed list an empty one is among them
    /// where it removes the value.
    #[serde(default)]
    pub words: Vec<String>,
    /// Whether Stripe takes no words but these.
    #[serde(default)]
    pub closed: bool,
    /// Whether an empty text removes the value.
    #[serde(default)]
    pub unset: bool,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Type {
    /// A text; one of `words` where there are any.
    Text,
    /// A whole number of 64 bits.
    Integer,
    /// Yes or no.
    Boolean,
    /// Pairs of texts.
    Metadata,
    /// A percentage with a decimal part.
    Percent,
    /// The rule by which the platform's fee is computed.
    Fee,
    /// The record of that name.
    Record(String),
}

/// What a text that is made of a record may say of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Privacy {
    /// Nothing: it says who or where somebody is, or what people have typed.
    Personal,
    /// Nothing, and the object's JSON may not be printed either: it gives access to an account or a payment.
    Secret,
}

impl Api {
    /// Reads `core/api.json` of the repository at `root`.
    ///
    /// Errors: a file that cannot be read, or one that names a record it does not have.
    pub fn read(root: &Path) -> Result<Self, String> {
        let path = root.join("core/api.json");
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Api::parse(&text).map_err(|why| format!("{}: {why}", path.display()))
    }

    /// Reads the text of `core/api.json`.
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
            false => Err(format!("`{by}` names the record `{name}`, which is not there")),
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

    /// The record of that name.
    pub fn record(&self, name: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.name == name)
    }

    /// The record with an operation's parameters.
    pub fn params(&self, operation: &Operation) -> &Record {
        // `parse` has looked.
        self.record(&operation.params).expect("the record is there")
    }
}

impl Operation {
    /// What comes before the verb: `["checkout", "sessions"]`.
    pub fn segments(&self) -> Vec<&str> {
        let mut segments: Vec<&str> = self.name.split('.').collect();
        segments.pop();
        segments
    }

    /// `create` of `checkout.sessions.create`.
    pub fn verb(&self) -> &str {
        self.name.rsplit('.').next().unwrap_or_default()
    }

    /// Whether it changes something.
    pub fn writes(&self) -> bool {
        self.kind != Kind::Read
    }
}

impl Record {
    /// Whether users fill it: a record of parameters, or one inside of parameters.
    pub fn is_input(&self) -> bool {
        matches!(self.kind, RecordKind::Params | RecordKind::Record)
    }

    /// Whether it is one of Stripe's objects, which have `raw` and `replayed` beside their fields.
    pub fn is_object(&self) -> bool {
        self.kind == RecordKind::Object
    }

    /// The ids in the URL, which are given beside the parameters.
    pub fn path_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.path)
    }

    /// The fields that are not part of the URL.
    pub fn body_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.path)
    }

    /// Whether there is anything to give beside ids, `expand` and `extra`.
    pub fn has_own_parameters(&self) -> bool {
        self.body_fields().any(|field| !matches!(&*field.name, "expand" | "extra"))
    }
}

impl Field {
    /// Whether it can be left out when users fill the record.
    pub fn can_be_left_out(&self) -> bool {
        !self.path && !self.required
    }

    /// The record that it holds, if it holds one.
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
        assert_eq!(Api::parse(text).unwrap_err(), "`A.b` names the record `B`, which is not there");
    }
}
