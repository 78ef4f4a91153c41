//! The records for type checkers and editors, with the docs of every field.

use std::fmt::Write as _;

use super::text::docstring;
use super::{HEAD, record_of};
use crate::{Api, Field, Record, Type};

const IMPORTS: &str = r#""""The records, as the library defines them for every language: parameters, and Stripe's objects.

Parameters are plain records with keyword arguments; nothing is checked when one is created. Every rule is checked in one
place, when a call is built, and all faults are reported together.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from counterfoil._record import Record as Record

"#;

/// What an object has beside its fields.
const BESIDE: &str = r#"    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """
"#;

/// The stub's source.
pub(super) fn source(api: &Api) -> String {
    let mut out = format!("{HEAD}{IMPORTS}__all__ = [\n");
    for record in &api.records {
        let _ = writeln!(out, "    {:?},", record.name);
    }
    out.push_str("]\n");
    for record in &api.records {
        out.push_str(&class(record));
    }
    out
}

fn class(record: &Record) -> String {
    let mut out = format!("\nclass {}(Record):\n{}", record.name, docstring(&record.docs, "    "));
    out.push_str(&init(record));
    for field in &record.fields {
        let _ = writeln!(out, "    @property\n    def {}(self) -> {}:", field.name, read(field));
        out.push_str(&docstring(&field.docs, "        "));
    }
    if record.is_object() {
        out.push_str(BESIDE);
    }
    out
}

fn init(record: &Record) -> String {
    let mut parameters: Vec<String> = record.fields.iter().map(|field| parameter(record, field)).collect();
    if record.is_object() {
        parameters.extend(["raw: str = ...", "replayed: bool = ..."].map(str::to_owned));
    }
    if parameters.is_empty() {
        return "    def __init__(self) -> None: ...\n".to_owned();
    }
    let parameters: String = parameters.iter().map(|one| format!("        {one},\n")).collect();
    format!("    def __init__(\n        self,\n        *,\n{parameters}    ) -> None: ...\n")
}

fn parameter(record: &Record, field: &Field) -> String {
    let item = parameter_item(record, field);
    let whole = if field.list { format!("Sequence[{item}]") } else { item };
    // Users create objects in their own tests, with the fields that matter there.
    let can_be_left_out = field.can_be_left_out() || !record.is_input();
    let absent = if can_be_left_out && !field.list { " | None" } else { "" };
    let default = if can_be_left_out { " = ..." } else { "" };
    format!("{}: {whole}{absent}{default}", field.name)
}

/// Returns the type of one value that is passed.
pub(super) fn parameter_item(record: &Record, field: &Field) -> String {
    match &field.type_ {
        Type::Metadata if record.is_input() => "Mapping[str, str | int | float | bool]".to_owned(),
        _ => item(field),
    }
}

/// Returns the type of an attribute.
fn read(field: &Field) -> String {
    let item = item(field);
    let whole = if field.list { format!("tuple[{item}, ...]") } else { item };
    if field.optional { format!("{whole} | None") } else { whole }
}

fn item(field: &Field) -> String {
    match &field.type_ {
        Type::Text => words(field),
        Type::Integer => "int".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Metadata => "Mapping[str, str]".to_owned(),
        Type::Percent => "str | int | float".to_owned(),
        Type::Fee | Type::Record(_) => record_of(field).unwrap_or_default().to_owned(),
    }
}

/// Returns the type of a text: its known words, and any other if the list is open.
fn words(field: &Field) -> String {
    if field.words.is_empty() {
        return "str".to_owned();
    }
    let words: Vec<String> = field.words.iter().map(|word| format!("{word:?}")).collect();
    let known = format!("Literal[{}]", words.join(", "));
    if field.closed { known } else { format!("{known} | str") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api;

    /// Returns the class with that name, from its head to its end.
    fn class_of(name: &str) -> String {
        class(api().record(name).unwrap())
    }

    #[test]
    fn what_cannot_be_left_out_is_required() {
        let create = class_of("CreateRefund");
        for part in [
            "        amount: int | None = ...,\n",
            "        expand: Sequence[str] = ...,\n",
            "        extra: Mapping[str, str | int | float | bool] | None = ...,\n",
            "    @property\n    def expand(self) -> tuple[str, ...]:\n        \"\"\"Which ids",
        ] {
            assert!(create.contains(part), "{part}\n{create}");
        }
        assert!(class_of("PriceData").contains("        currency: str,\n"));
        assert!(class_of("RetrieveCharge").contains("        id: str,\n"));
    }

    #[test]
    fn words_are_literals_and_open_lists_take_any_text() {
        let create = class_of("CreateSession");
        assert!(
            create.contains("def mode(self) -> Literal[\"payment\", \"subscription\", \"setup\"] | None:")
        );
        assert!(create.contains("        line_items: Sequence[LineItem] = ...,\n"));
        let open = api();
        let open = open.records.iter().flat_map(|record| &record.fields);
        let open = open.filter(|field| !field.words.is_empty() && !field.closed).map(item);
        assert!(open.clone().count() > 0 && open.clone().all(|text| text.ends_with("] | str")));
    }

    #[test]
    fn an_object_has_its_json_beside_its_fields() {
        assert!(class_of("Refund").contains("    def raw(self) -> str:\n"));
        assert!(!class_of("FeeDetail").contains("    def raw(self)"));
    }
}
