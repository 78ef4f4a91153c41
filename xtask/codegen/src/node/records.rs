//! An interface for each record.

use std::fmt::Write as _;

use super::HEAD;
use crate::docs::block;
use crate::{Api, Field, Record, Type};

const IMPORT: &str = "\nimport type { Unlisted } from \"../unlisted.js\";\n";

/// What an object has beside its fields.
const BESIDE: &str =
    "  /** The object's JSON text as it was received; left out when the object is printed or spread. */
  readonly raw: string;
  /**
   * Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
   * nothing happened this time; left out when the object is printed or spread. `false` for an object in an
   * event.
   */
  readonly replayed: boolean;
";

pub(super) fn source(api: &Api) -> String {
    let mut out = format!("{HEAD}{IMPORT}");
    for record in &api.records {
        let _ = write!(out, "\n{}export interface {} {{\n", block(&record.docs, ""), record.name);
        for field in &record.fields {
            out.push_str(&block(&field.docs, "  "));
            let _ = match record.is_input() {
                true => writeln!(out, "  {}: {};", input_name(field), input(field)),
                false => writeln!(out, "  readonly {}: {};", field.name, output(api, record, field)),
            };
        }
        if record.is_object() {
            out.push_str(BESIDE);
        }
        out.push_str("}\n");
    }
    out
}

fn input_name(field: &Field) -> String {
    let mark = if is_optional(field) { "?" } else { "" };
    format!("{}{mark}", field.name)
}

/// Returns whether users may leave a field out: not if Rust has a default that the core then rejects.
fn is_optional(field: &Field) -> bool {
    field.can_be_left_out() && !field.docs.split_inclusive('.').any(|sentence| sentence.trim() == "Required.")
}

/// Returns the type of a field that users set.
fn input(field: &Field) -> String {
    let item = match &field.type_ {
        Type::Metadata => "Record<string, string | number | boolean>".to_owned(),
        Type::Fee => "Fee".to_owned(),
        Type::Percent => "number | string".to_owned(),
        _ => plain(field, field.closed),
    };
    if field.list { format!("{}[]", grouped(&item)) } else { item }
}

/// Returns the type of a field that users read.
fn output(api: &Api, record: &Record, field: &Field) -> String {
    let is_object = |name: &str| api.record(name).is_some_and(Record::is_object);
    let item = match &field.type_ {
        Type::Metadata => "Readonly<Record<string, string>>".to_owned(),
        Type::Fee => "Readonly<Fee>".to_owned(),
        Type::Percent => "number | string".to_owned(),
        // An object inside another has no raw JSON of its own, and is not a response: the outer one has both.
        Type::Record(name) if record.is_object() && is_object(name) => {
            format!("Omit<{name}, \"raw\" | \"replayed\">")
        }
        // Closed in any case: an open union would accept a misspelled comparison.
        _ => plain(field, true),
    };
    let whole = if field.list { format!("readonly {}[]", grouped(&item)) } else { item };
    if field.optional { format!("{whole} | null") } else { whole }
}

/// Returns the type of a field in both directions.
fn plain(field: &Field, closed: bool) -> String {
    match &field.type_ {
        Type::Integer => "number".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Record(name) => name.clone(),
        _ => words(&field.words, closed),
    }
}

/// Returns the type of a text: its known words, and others with an explicit cast if the list is open.
fn words(words: &[String], closed: bool) -> String {
    if words.is_empty() {
        return "string".to_owned();
    }
    let mut union: Vec<String> = words.iter().map(|word| format!("{word:?}")).collect();
    if !closed {
        union.push("Unlisted".to_owned());
    }
    union.join(" | ")
}

/// Adds parentheses if `[]` would bind to only a part.
fn grouped(item: &str) -> String {
    if item.contains(" | ") && !item.ends_with('>') { format!("({item})") } else { item.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api;

    /// Returns the interface with that name, from its head to its end.
    fn interface(source: &str, name: &str) -> String {
        let (_, rest) = source.split_once(&format!("export interface {name} {{\n")).unwrap();
        rest.split("\n}\n").next().unwrap().to_owned()
    }

    #[test]
    fn what_cannot_be_left_out_is_required() {
        let source = source(&api());
        let create = interface(&source, "CreateRefund");
        assert!(create.contains("  amount?: number;") && create.contains("  expand?: string[];"), "{create}");
        assert!(create.contains("  extra?: Record<string, string | number | boolean>;"), "{create}");
        assert!(interface(&source, "PriceData").contains("  currency: string;"));
        assert!(interface(&source, "RetrieveCharge").contains("  id: string;"));
    }

    #[test]
    fn what_has_a_default_in_rust_alone_is_required() {
        let source = source(&api());
        assert!(interface(&source, "LineItem").contains("  quantity: number;"));
        assert!(interface(&source, "UpdateCapability").contains("  requested: boolean;"));
        assert!(interface(&source, "CreateSession").contains("  success_url?: string;"));
    }

    #[test]
    fn closed_lists_take_no_other_word_and_open_ones_do() {
        let source = source(&api());
        let create = interface(&source, "CreateSession");
        assert!(create.contains("  mode: \"payment\" | \"subscription\" | \"setup\";"), "{create}");
        assert!(
            create.contains("  billing_address_collection?: \"auto\" | \"required\" | Unlisted;"),
            "{create}"
        );
        let methods =
            create.lines().find(|line| line.contains("  excluded_payment_method_types?: ")).unwrap();
        assert!(methods.ends_with(" | Unlisted)[];"), "{methods}");
    }

    #[test]
    fn responses_are_read_only_and_null_where_stripe_sent_nothing() {
        let source = source(&api());
        let session = interface(&source, "Session");
        assert!(session.contains("  readonly id: string;") && session.contains("  readonly raw: string;"));
        assert!(session.contains("  readonly amount_total: number | null;"), "{session}");
        assert!(
            session.contains("  readonly status: \"open\" | \"complete\" | \"expired\" | null;"),
            "{session}"
        );
        assert!(session.contains("  readonly metadata: Readonly<Record<string, string>>;"), "{session}");
        let dispute = interface(&source, "Dispute");
        let moved =
            "  readonly balance_transactions: readonly Omit<BalanceTransaction, \"raw\" | \"replayed\">[];";
        assert!(dispute.contains(moved), "{dispute}");
    }
}
