//! Parameters as typed dictionaries: a `TypedDict` for each record that users create.

use std::fmt::Write as _;

use super::text::docstring;
use super::{HEAD, records};
use crate::{Api, Field, Record, Type};

const INTRODUCTION: &str = r#""""Parameters as plain dictionaries, for annotations: a ``TypedDict`` for each record of the same name.

>>> order: params.CreateSession = {"mode": "payment", "line_items": [{"price": "price_1", "quantity": 1}]}

A type checker finds an unknown key or word, and otherwise the call raises. A reference of your own can be a
:class:`uuid.UUID`, an amount a whole :class:`decimal.Decimal` of minor units, and a time a
:class:`datetime.datetime` with a time zone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Literal, TypedDict
from uuid import UUID

from counterfoil import records

"#;

/// The module's source.
pub(super) fn source(api: &Api) -> String {
    let inputs: Vec<&Record> = api.records.iter().filter(|record| taken(record)).collect();
    let names: String = inputs.iter().map(|record| format!("    {:?},\n", record.name)).collect();
    let mut out = format!("{HEAD}{INTRODUCTION}__all__ = [\n{names}]\n");
    for record in inputs {
        out.push_str(&class(api, record));
    }
    out
}

/// Returns whether users create it: the parameters of operations, nested records, and the rule for the fee.
fn taken(record: &Record) -> bool {
    record.is_input() || record.name == "Fee"
}

fn class(api: &Api, record: &Record) -> String {
    let (required, others): (Vec<&Field>, Vec<&Field>) =
        record.fields.iter().partition(|field| !field.can_be_left_out());
    let docs = docstring(&record.docs, "    ");
    let name = &record.name;
    let fields = |fields: &[&Field]| -> String {
        fields.iter().map(|field| entry(api, record, field)).collect::<Vec<_>>().join("")
    };
    if required.is_empty() {
        let body = if others.is_empty() { String::new() } else { format!("\n{}", fields(&others)) };
        return format!("\n\nclass {name}(TypedDict, total=False):\n{docs}{body}");
    }
    if others.is_empty() {
        return format!("\n\nclass {name}(TypedDict):\n{docs}\n{}", fields(&required));
    }
    // `Required` came with Python 3.11.
    format!(
        "\n\nclass _{name}(TypedDict):\n{}\n\nclass {name}(_{name}, total=False):\n{docs}\n{}",
        fields(&required),
        fields(&others)
    )
}

fn entry(api: &Api, record: &Record, field: &Field) -> String {
    let item = item(api, record, field);
    let whole = if field.list { format!("Sequence[{item}]") } else { item };
    let absent = if field.can_be_left_out() { " | None" } else { "" };
    let mut out = String::new();
    let _ = write!(out, "    {}: {whole}{absent}\n{}", field.name, docstring(&field.docs, "    "));
    out
}

fn item(api: &Api, record: &Record, field: &Field) -> String {
    let one = records::parameter_item(record, field);
    match &field.type_ {
        Type::Text if field.name.ends_with("_decimal") => format!("{one} | Decimal"),
        Type::Text if field.name == "client_reference_id" => format!("{one} | UUID"),
        Type::Integer if field.time => format!("{one} | datetime"),
        Type::Integer => format!("{one} | Decimal"),
        Type::Percent => format!("{one} | Decimal"),
        Type::Metadata => one.replace("bool]", "bool | UUID | Decimal]"),
        Type::Fee | Type::Record(_) if api.record(&one).is_some_and(taken) => {
            format!("records.{one} | {one}")
        }
        Type::Fee | Type::Record(_) => format!("records.{one}"),
        _ => one,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api;

    #[test]
    fn a_dictionary_has_the_fields_of_its_record() {
        let source = source(&api());
        for part in [
            "\n\nclass CreateSession(TypedDict, total=False):\n",
            "\n    line_items: Sequence[records.LineItem | LineItem] | None\n",
            "\n    mode: Literal[\"payment\", \"subscription\", \"setup\"] | None\n",
            "\n    expires_at: int | datetime | None\n",
            "\n    client_reference_id: str | UUID | None\n",
            "\n    unit_amount: int | Decimal | None\n",
            "\n    application_fee: records.Fee | Fee | None\n",
            "\n\nclass _PriceData(TypedDict):\n    currency: str\n",
            "\n\nclass PriceData(_PriceData, total=False):\n",
        ] {
            assert!(source.contains(part), "{part}\n{source}");
        }
        assert!(!source.contains("class Session("));
    }
}
