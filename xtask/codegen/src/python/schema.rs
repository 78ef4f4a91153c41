//! The table from which the records' classes are created at run time.

use std::fmt::Write as _;

use super::text::{literal, wrapped};
use super::{HEAD, record_of};
use crate::{Api, Field, Privacy, Record, RecordKind, Type};

const ABOUT: &str = r#""""The records, and the parameters of each operation: read by ``_record`` when one is first used."""

"#;

/// The module's source.
pub(super) fn source(api: &Api) -> String {
    let mut out = format!("{HEAD}{ABOUT}");
    out.push_str("# For each record: its kind, its docs, and its fields: name, type, flags, docs.\n");
    out.push_str("# Flags: l list, o optional, r required, p personal, s secret, t time.\n");
    out.push_str("RECORDS: dict[str, tuple[str, str, tuple[tuple[str, str, str, str], ...]]] = {\n");
    for record in &api.records {
        let docs = literal(&wrapped(&record.docs, 100).join("\n"));
        let _ = writeln!(
            out,
            "    {:?}: (\n        {:?},\n        {docs},\n        (",
            record.name,
            kind(record)
        );
        for field in &record.fields {
            let (type_, flags) = (type_of(field), flags(record, field));
            let docs = literal(&wrapped(&field.docs, 100).join("\n"));
            let _ = writeln!(out, "            ({:?}, {type_:?}, {flags:?}, {docs}),", field.name);
        }
        out.push_str("        ),\n    ),\n");
    }
    out.push_str("}\n\n# The record with each operation's parameters, by the operation's names.\n");
    out.push_str("PARAMETERS: dict[str, str] = {\n");
    for operation in &api.operations {
        for name in [Some(&operation.name), operation.formerly.as_ref()].into_iter().flatten() {
            let _ = writeln!(out, "    {name:?}: {:?},", operation.params);
        }
    }
    out + "}\n"
}

fn kind(record: &Record) -> &'static str {
    match record.kind {
        RecordKind::Params => "params",
        RecordKind::Record => "record",
        RecordKind::Object => "object",
        RecordKind::Part => "part",
        RecordKind::Data => "data",
    }
}

fn type_of(field: &Field) -> &str {
    match &field.type_ {
        Type::Text => "text",
        Type::Integer => "integer",
        Type::Boolean => "boolean",
        Type::Metadata => "metadata",
        Type::Percent => "percent",
        Type::Fee | Type::Record(_) => record_of(field).unwrap_or_default(),
    }
}

fn flags(record: &Record, field: &Field) -> String {
    let flags = [
        ('l', field.list),
        ('o', field.optional),
        ('r', record.is_input() && !field.can_be_left_out()),
        ('p', field.privacy == Some(Privacy::Personal)),
        ('s', field.privacy == Some(Privacy::Secret)),
        ('t', field.time),
    ];
    flags.into_iter().filter(|(_, is_set)| *is_set).map(|(flag, _)| flag).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api;

    #[test]
    fn every_record_and_operation_is_in_the_table() {
        let api = api();
        let source = source(&api);
        for record in &api.records {
            assert!(source.contains(&format!("    {:?}: (\n        {:?},\n", record.name, kind(record))));
        }
        for part in [
            "    \"checkout.sessions.create\": \"CreateSession\",\n",
            "    \"checkout.create\": \"CreateSession\",\n",
            "            (\"line_items\", \"LineItem\", \"l\", \"",
            "            (\"application_fee\", \"Fee\", \"o\", \"",
            "            (\"metadata\", \"metadata\", \"p\", \"",
            "            (\"currency\", \"text\", \"r\", \"",
            "            (\"secret\", \"text\", \"os\", \"",
        ] {
            assert!(source.contains(part), "{part}");
        }
    }
}
