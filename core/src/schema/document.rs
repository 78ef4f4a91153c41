//! `core/api.json`: the API's shape as JSON, from which everything in other languages is generated.

use serde::Serialize;

use crate::http::Method;

use super::registry::{OPERATIONS, records};
use super::{Body, Field, KeyUse, Kind, Of, Operation, Place, Privacy, Record};

/// Returns the whole document as JSON text, in a stable order.
#[must_use]
pub fn document() -> String {
    let document = Document {
        schema: "api.schema.json",
        api_version: crate::API_VERSION,
        operations: OPERATIONS.iter().copied().map(OperationShape::of).collect(),
        records: records().into_values().map(RecordShape::of).collect(),
        rest: crate::catalog::parts(),
    };
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct Document<R: Serialize> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    api_version: &'static str,
    operations: Vec<OperationShape>,
    records: Vec<RecordShape>,
    #[serde(flatten)]
    rest: R,
}

#[derive(Serialize)]
struct OperationShape {
    name: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    formerly: &'static str,
    params: &'static str,
    answer: &'static str,
    list: bool,
    kind: &'static str,
    scope: &'static str,
    method: &'static str,
    path: &'static str,
    /// `json` or `form`, if there is a body.
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'static str>,
}

impl OperationShape {
    fn of(operation: &Operation) -> Self {
        OperationShape {
            name: operation.name,
            formerly: operation.formerly,
            params: operation.params.name,
            answer: operation.answer.name,
            list: operation.lists,
            kind: match operation.key {
                KeyUse::Never => "read",
                KeyUse::Optional => "delete",
                KeyUse::Required => "write",
            },
            scope: match (operation.on_merchant, operation.on_platform) {
                (true, true) => "both",
                (true, false) => "merchant",
                _ => "platform",
            },
            method: operation.method.as_str(),
            path: operation.path,
            body: (operation.method == Method::Post).then_some(match operation.body {
                Body::Form => "form",
                Body::Json => "json",
            }),
        }
    }
}

#[derive(Serialize)]
struct RecordShape {
    name: &'static str,
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    object: &'static str,
    docs: String,
    fields: Vec<FieldShape>,
}

impl RecordShape {
    fn of(record: &Record) -> Self {
        RecordShape {
            name: record.name,
            kind: match record.kind {
                Kind::Params => "params",
                Kind::Record if OPERATIONS.iter().any(|operation| operation.params.name == record.name) => {
                    "params"
                }
                Kind::Record => "record",
                Kind::Object => "object",
                Kind::Part => "part",
                Kind::Data => "data",
            },
            object: record.object,
            docs: docs(record.docs),
            fields: record.fields.iter().map(FieldShape::of).collect(),
        }
    }
}

#[derive(Serialize)]
struct FieldShape {
    name: &'static str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "is_false")]
    list: bool,
    #[serde(skip_serializing_if = "is_false")]
    optional: bool,
    #[serde(skip_serializing_if = "is_false")]
    path: bool,
    #[serde(skip_serializing_if = "is_false")]
    required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    privacy: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    words: Vec<&'static str>,
    #[serde(skip_serializing_if = "is_false")]
    closed: bool,
    /// Whether an empty text removes the value.
    #[serde(skip_serializing_if = "is_false")]
    unset: bool,
    #[serde(skip_serializing_if = "is_false")]
    time: bool,
    docs: String,
}

impl FieldShape {
    fn of(field: &Field) -> Self {
        let (r#type, words, closed) = match field.shape.of {
            Of::Text => ("text", field.words, field.closed),
            Of::Word(words) => ("text", words, true),
            Of::Integer => ("integer", "", false),
            Of::Boolean => ("boolean", "", false),
            Of::Metadata => ("metadata", "", false),
            Of::Percent => ("percent", "", false),
            Of::Record(record) if record.name == "Fee" => ("fee", "", false),
            Of::Record(record) => (record.name, "", false),
        };
        FieldShape {
            name: field.name,
            r#type,
            list: field.shape.list,
            optional: field.shape.optional,
            path: field.place == Place::Path,
            required: field.place == Place::Required,
            privacy: match field.privacy {
                // The values of metadata belong to the customer, whatever the field is called.
                Privacy::Shown if matches!(field.shape.of, Of::Metadata) => Some("personal"),
                Privacy::Shown => None,
                Privacy::Personal => Some("personal"),
                Privacy::Secret => Some("secret"),
            },
            most: Some(field.most).filter(|most| *most > 0),
            words: words.split(',').filter(|word| !word.is_empty()).collect(),
            closed,
            unset: field.unset,
            time: field.time,
            docs: docs(field.docs),
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// Returns the text of doc comments, which are given as `doc = r" text"` among other attributes.
fn docs(attributes: &[&str]) -> String {
    let lines = attributes.iter().filter_map(|attribute| {
        // The compiler breaks long lines after the equals sign.
        let literal = attribute.strip_prefix("doc =")?.trim_start();
        let text = match literal.strip_prefix('r') {
            Some(raw) => raw.trim_matches('#').trim_matches('"').to_owned(),
            None => serde_json::from_str(literal).ok()?,
        };
        Some(text.strip_prefix(' ').unwrap_or(&text).to_owned())
    });
    lines.collect::<Vec<_>>().join("\n")
}
