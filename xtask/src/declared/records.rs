//! The core's records, with their fields and comments.

use std::collections::BTreeMap;

use super::operations::collect;
use xtask_process::root;

/// A record that users fill or read.
pub(crate) struct Record {
    pub(crate) doc: Vec<String>,
    /// Whether it is filled, so that what has a default can be left out.
    pub(crate) is_filled: bool,
    /// Whether it is one of Stripe's objects, which have their raw JSON beside their fields.
    pub(crate) is_object: bool,
    pub(crate) fields: Vec<Field>,
}

impl Record {
    /// The fields that are so private.
    pub(crate) fn of(&self, privacy: Privacy) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(move |field| field.privacy == privacy)
    }
}

/// One field of a record.
pub(crate) struct Field {
    pub(crate) name: String,
    /// As Rust writes it: `Option<String>`.
    pub(crate) kind: String,
    pub(crate) doc: Vec<String>,
    pub(crate) section: Section,
    pub(crate) privacy: Privacy,
}

/// What a text that is made of the record may say of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Privacy {
    /// Its value.
    Shown,
    /// Nothing: it says who or where somebody is, what people have typed, or gives access to it.
    Personal,
    /// Nothing, and nor may the object's JSON: it gives access to an account or a payment.
    Secret,
}

/// Where a field stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    /// In the URL.
    Path,
    /// Cannot be left out.
    Required,
    Plain,
}

/// All records of the core, by name.
pub(crate) fn records() -> Result<BTreeMap<String, Record>, String> {
    let mut sources = Vec::new();
    collect(&root().join("core/src"), &mut sources)?;
    Ok(sources.iter().flat_map(|source| declared(source)).collect())
}

/// The records that a source declares, by macro or as a struct that crosses to other languages.
fn declared(source: &str) -> Vec<(String, Record)> {
    let mut records = Vec::new();
    let mut doc = Vec::new();
    let mut kind = "";
    let mut crosses = false;
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        let text = line.trim();
        if let Some(name) = ["record!", "params!", "list_params!", "object!", "part!", "redacted!"]
            .into_iter()
            .find(|name| line.strip_prefix(name).is_some_and(|rest| rest == " {"))
        {
            kind = name;
        } else if line == "}" {
            kind = "";
        } else if let Some(line) = text.strip_prefix("///") {
            doc.push(line.trim().to_owned());
            continue;
        } else if text.starts_with("#[") {
            crosses |= text.contains("derive(uniffi::Record)");
            continue;
        } else if let Some(head) = text.strip_prefix("pub struct ")
            && (!kind.is_empty() || crosses)
            && head.contains('{')
        {
            let name: String = head.chars().take_while(|character| character.is_alphanumeric()).collect();
            // The macros themselves have a `$name`.
            if name.is_empty() {
                continue;
            }
            let is_filled = matches!(kind, "record!" | "params!" | "list_params!");
            let mut fields = if head.ends_with("{}") { Vec::new() } else { fields(&mut lines) };
            fields.extend(common(kind));
            let is_object =
                kind == "object!" || (!is_filled && fields.iter().any(|field| field.name == "raw"));
            fields.retain(|field| !is_object || !matches!(&*field.name, "raw" | "replayed"));
            records.push((name, Record { doc: std::mem::take(&mut doc), is_filled, is_object, fields }));
        }
        doc.clear();
        crosses = false;
    }
    records
}

/// The fields up to the brace that closes the struct.
fn fields<'l>(lines: &mut impl Iterator<Item = &'l str>) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut doc = Vec::new();
    let mut section = Section::Plain;
    let mut depth = 1;
    for line in lines {
        let text = line.trim();
        if let Some(line) = text.strip_prefix("///") {
            doc.push(line.trim().to_owned());
        } else if let Some(field) = text.strip_prefix("pub ") {
            let Some((name, kind)) = field.trim_end_matches(',').split_once(": ") else { continue };
            let (kind, privacy) = privacy(kind);
            let (name, kind) = (name.trim_start_matches("r#").to_owned(), kind.to_owned());
            fields.push(Field { name, kind, doc: std::mem::take(&mut doc), section, privacy });
        } else if text.ends_with('{') {
            depth += 1;
            section = match text {
                "path {" => Section::Path,
                "required {" => Section::Required,
                _ => Section::Plain,
            };
        } else if text == "}" {
            depth -= 1;
            section = Section::Plain;
            if depth == 0 {
                break;
            }
        }
    }
    fields
}

/// A field's type, and how private it is: `Option<String> as personal`. The values of metadata are the
/// customer's own, whatever it is called.
fn privacy(kind: &str) -> (&str, Privacy) {
    match kind.split_once(" as ") {
        Some((kind, "personal")) => (kind, Privacy::Personal),
        Some((kind, _)) => (kind, Privacy::Secret),
        None if kind == "Metadata" => (kind, Privacy::Personal),
        None => (kind, Privacy::Shown),
    }
}

/// What the macros add to the fields that are written.
fn common(kind: &str) -> Vec<Field> {
    let field = |name: &str, kind: &str, doc: &str| Field {
        name: name.to_owned(),
        kind: kind.to_owned(),
        doc: vec![doc.to_owned()],
        section: Section::Plain,
        privacy: privacy(kind).1,
    };
    let mut fields = Vec::new();
    if kind == "list_params!" {
        fields.extend([
            field("limit", "Option<i64>", "How many objects a page has: 1 to 100, by default 10."),
            field("starting_after", "Option<String>", "The id after which the page starts."),
            field(
                "ending_before",
                "Option<String>",
                "The id before which the page ends, to read a list backwards.",
            ),
        ]);
    }
    if matches!(kind, "params!" | "list_params!") {
        fields.extend([
            field(
                "expand",
                "Vec<String>",
                "Which ids of the answer to replace by their objects, such as `payment_intent`.",
            ),
            field(
                "extra",
                "Metadata",
                "Every other parameter of Stripe's, by its path: `{ \"automatic_tax.enabled\": true }`.",
            ),
        ]);
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_private_is_read_with_the_type() {
        let records = records().unwrap();
        let field = |record: &str, name: &str| {
            let field = records[record].fields.iter().find(|field| field.name == name).unwrap();
            (field.kind.clone(), field.privacy)
        };
        assert_eq!(field("Address", "postal_code"), ("Option<String>".into(), Privacy::Personal));
        assert_eq!(field("WebhookEndpoint", "secret"), ("Option<String>".into(), Privacy::Secret));
        assert_eq!(field("Refund", "metadata"), ("Metadata".into(), Privacy::Personal));
        assert_eq!(field("CreateRefund", "extra"), ("Metadata".into(), Privacy::Personal));
        assert_eq!(field("Charge", "failure_code"), ("Option<String>".into(), Privacy::Shown));
    }

    #[test]
    fn records_are_read_as_they_are_declared() {
        let records = records().unwrap();
        let field = |record: &str, name: &str| {
            let fields = &records[record].fields;
            let field = fields.iter().find(|field| field.name == name).unwrap();
            (field.kind.clone(), field.section)
        };
        assert!(field("CreateRefund", "amount") == ("Option<i64>".into(), Section::Plain));
        assert!(field("CreateRefund", "expand") == ("Vec<String>".into(), Section::Plain));
        assert!(field("RetrieveCharge", "id") == ("String".into(), Section::Path));
        assert!(field("PriceData", "currency") == ("String".into(), Section::Required));
        assert!(field("ListRefunds", "limit").0 == "Option<i64>");
        assert!(field("Session", "status").0 == "Option<String>");
        assert!(records["CreateRefund"].is_filled && !records["Refund"].is_filled);
        for (name, is_object) in
            [("Refund", true), ("Session", true), ("FeeDetail", false), ("CreateRefund", false)]
        {
            assert_eq!(records[name].is_object, is_object, "{name}");
        }
        assert!(records["Refund"].fields.iter().all(|field| field.name != "raw"));
        assert!(records["Refund"].doc.iter().any(|line| line.contains("customer")));
    }
}
