//! TypeScript for the core's records and operations.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::privacy;
use crate::declared::operations::{Operation, operations};
use crate::declared::records::{Field, Record, Section, records};
use crate::declared::words::{camel, class, plain, spoken};

/// The sources to be generated, by name: interfaces of the records, and a class for each resource.
pub(super) fn sources() -> Result<[(&'static str, String); 3], String> {
    Ok([("records.ts", interfaces()?), ("resources.ts", resources()?), ("privacy.ts", privacy::source()?)])
}

const HEAD: &str = "// Written by `cargo xtask build node` from the core's own declarations.\n\n";

/// What is told of an object that an operation is answered with.
const REPLAYED: &str = "  /**
   * Whether this is Stripe's stored answer to an earlier request with the same idempotency key, so that
   * nothing was done this time; left out when the object is printed or spread. `false` for what came in an
   * event.
   */
  readonly replayed: boolean;
";

fn interfaces() -> Result<String, String> {
    let mut out = HEAD.to_owned();
    out.push_str("import type { Fee } from \"../money.js\";\n");
    let records = records()?;
    for (name, record) in &records {
        // Its interface is written by hand, beside the functions that use it.
        if name == "Fee" {
            continue;
        }
        out.push('\n');
        document(&mut out, "", &record.doc);
        let _ = writeln!(out, "export interface {name} {{");
        for field in &record.fields {
            document(&mut out, "  ", &field.doc);
            let kind = typescript(&field.kind, record.is_filled, |name| records.contains_key(name))
                .map_err(|why| format!("{name}.{}: {why}", field.name))?;
            let _ = if record.is_filled {
                let optional = if is_optional(field) { "?" } else { "" };
                writeln!(out, "  {}{optional}: {kind};", field.name)
            } else {
                // What is given beside other things, such as a merchant's configuration, is whole.
                let kind = if record.is_object { inside(&kind, &records) } else { kind };
                writeln!(out, "  readonly {}: {kind};", field.name)
            };
        }
        if record.is_object {
            out.push_str("  /** The object as it came, as JSON text; left out when the object is printed or spread. */\n");
            out.push_str("  readonly raw: string;\n");
            out.push_str(REPLAYED);
        }
        out.push_str("}\n");
    }
    Ok(out)
}

/// An object inside of another has no raw JSON of its own, nor is it an answer: the outer one has both.
fn inside(kind: &str, records: &BTreeMap<String, Record>) -> String {
    let is_object = |word: &&str| records.get(*word).is_some_and(|record| record.is_object);
    match kind.split(|character: char| !character.is_alphanumeric()).find(is_object) {
        Some(object) => kind.replace(object, &format!("Omit<{object}, \"raw\" | \"replayed\">")),
        None => kind.to_owned(),
    }
}

/// Whether a field of a record that is filled can be left out.
fn is_optional(field: &Field) -> bool {
    field.section == Section::Plain
}

/// A type of Rust's in TypeScript; an error for one that is neither listed here nor a record, since a name
/// that only the compiler's own library knows, such as `Event`, would pass unseen.
fn typescript(
    kind: &str,
    is_filled: bool,
    is_record: impl Fn(&str) -> bool + Copy,
) -> Result<String, String> {
    let inner = |start: &str| kind.strip_prefix(start)?.strip_suffix('>');
    if let Some(inner) = inner("Option<") {
        let inner = typescript(inner, is_filled, is_record)?;
        return Ok(if is_filled { inner } else { format!("{inner} | null") });
    }
    if let Some(inner) = inner("Box<") {
        return typescript(inner, is_filled, is_record);
    }
    if let Some(inner) = inner("Vec<") {
        let inner = typescript(inner, is_filled, is_record)?;
        return Ok(if is_filled { format!("{inner}[]") } else { format!("readonly {inner}[]") });
    }
    let known = match kind {
        "String" => "string",
        "i64" => "number",
        "bool" => "boolean",
        "Percent" => "number | string",
        "Mode" => "\"payment\" | \"subscription\" | \"setup\"",
        "Metadata" if is_filled => "Record<string, string | number | boolean>",
        "Metadata" => "Readonly<Record<string, string>>",
        "MethodSetting" => "\"on_by_default\" | \"off_by_default\" | \"blocked\"",
        record if is_record(record) => record,
        unknown => return Err(format!("no TypeScript is known for the type `{unknown}`")),
    };
    Ok(known.to_owned())
}

/// Resources as users reach them: of a merchant, of the platform, or of both.
fn resources() -> Result<String, String> {
    let (operations, records) = (operations()?, records()?);
    let mut names: Vec<&str> = operations.iter().map(Operation::resource).collect();
    names.sort_unstable();
    names.dedup();
    let mut out = HEAD.to_owned();
    out.push_str("import { type CallOptions, Resource } from \"../resource.js\";\n");
    out.push_str(
        "import type { Pages } from \"../page.js\";\nimport type * as records from \"./records.js\";\n",
    );

    out.push_str("\n/** Every operation by its name: what it takes, and what it is answered with. */\n");
    out.push_str("export interface Operations {\n");
    for operation in &operations {
        let answer = answer(operation);
        let _ = writeln!(
            out,
            "  {:?}: {{ params: records.{}; answer: {}; options: {} }};",
            operation.name,
            operation.record,
            answer.whole,
            match (operation.writes, operation.deletes) {
                (_, true) => "[CallOptions?]",
                (true, _) => "[CallOptions]",
                _ => "[]",
            }
        );
    }
    out.push_str("}\n");
    for (owner, on) in [
        ("Merchant", (|operation: &Operation| operation.on_merchant) as fn(&Operation) -> bool),
        ("Platform", |operation| operation.on_platform),
    ] {
        let own: Vec<String> = operations
            .iter()
            .filter(|operation| on(operation))
            .map(|one| format!("{:?}", one.name))
            .collect();
        let _ = writeln!(out, "\n/** The operations on the {}'s account. */", owner.to_lowercase());
        let _ = writeln!(out, "export type {owner}Operation =\n  | {};", own.join("\n  | "));
        for name in &names {
            let own: Vec<&Operation> = operations
                .iter()
                .filter(|operation| operation.resource() == *name && on(operation))
                .collect();
            if own.is_empty() {
                continue;
            }
            let account = if owner == "Merchant" {
                "on the merchant's account"
            } else {
                "on the platform's own account"
            };
            let _ = writeln!(out, "\n/** {} {account}. */", spoken(name));
            let _ = writeln!(out, "export class {owner}{} extends Resource {{", class(name));
            for operation in own {
                method(&mut out, operation, &records[&operation.record]);
            }
            out.push_str("}\n");
        }
        let _ = writeln!(
            out,
            "\n/** What there is on the {}'s account. */\nexport abstract class {owner}Resources extends Resource {{",
            owner.to_lowercase()
        );
        for name in &names {
            // A merchant has its sessions under `checkout`, as in Stripe's own library.
            let is_own = operations.iter().any(|operation| operation.resource() == *name && on(operation));
            if is_own && *name != "checkout" {
                let (class, property) = (format!("{owner}{}", class(name)), property(name));
                let _ = writeln!(
                    out,
                    "  /** {} */\n  get {property}(): {class} {{\n    return new {class}(this.caller);\n  }}",
                    spoken(name) + "."
                );
            }
        }
        out.push_str("}\n");
    }
    Ok(out)
}

struct Answer {
    /// `records.Refund`, or `Page<records.Refund>`.
    whole: String,
    item: String,
    is_page: bool,
}

fn answer(operation: &Operation) -> Answer {
    let item = operation.answer.strip_prefix("Page<").and_then(|rest| rest.strip_suffix('>'));
    let is_page = item.is_some();
    let item = format!("records.{}", item.unwrap_or(&operation.answer));
    let whole = if is_page { format!("import(\"../page.js\").Page<{item}>") } else { item.clone() };
    Answer { whole, item, is_page }
}

fn method(out: &mut String, operation: &Operation, record: &Record) {
    let path: Vec<&str> = of(record, Section::Path);
    let required = record.fields.iter().any(|field| field.section == Section::Required);
    let has_params = record
        .fields
        .iter()
        .any(|field| field.section != Section::Path && !matches!(&*field.name, "expand" | "extra"));
    let mut parameters: Vec<String> = path.iter().map(|id| format!("{id}: string")).collect();
    let kind = match path.as_slice() {
        [] => format!("records.{}", operation.record),
        path => {
            let names: Vec<String> = path.iter().map(|id| format!("{id:?}")).collect();
            format!("Omit<records.{}, {}>", operation.record, names.join(" | "))
        }
    };
    // A write that changes nothing but the state takes its options alone.
    let takes_params = has_params || !operation.writes;
    if takes_params {
        let default = if required || operation.writes { "" } else { " = {}" };
        parameters.push(format!("params: {kind}{default}"));
    }
    if operation.writes {
        let optional = if operation.deletes { "?" } else { "" };
        parameters.push(format!("options{optional}: CallOptions"));
    }
    let mut given = if takes_params { vec!["...params".to_owned()] } else { Vec::new() };
    given.extend(path.iter().map(|id| (*id).to_owned()));
    let given =
        if given == ["...params"] { "params".to_owned() } else { format!("{{ {} }}", given.join(", ")) };
    let options = if operation.writes { ", options" } else { "" };
    let answer = answer(operation);
    let (result, send) = if answer.is_page {
        (format!("Pages<{}>", answer.item), "pages")
    } else {
        (format!("Promise<{}>", answer.item), "send")
    };
    document(out, "  ", &record.doc);
    let verb = camel(operation.verb());
    let parameters = parameters.join(", ");
    let _ = writeln!(out, "  {verb}({parameters}): {result} {{");
    let _ = writeln!(out, "    return this.caller.{send}({:?}, {given}{options});\n  }}", operation.name);
}

fn of(record: &Record, section: Section) -> Vec<&str> {
    record.fields.iter().filter(|field| field.section == section).map(|field| field.name.as_str()).collect()
}

fn property(resource: &str) -> String {
    camel(if resource == "checkout" { "checkout_sessions" } else { resource })
}

/// A comment, without links that only Rust can follow.
fn document(out: &mut String, indent: &str, doc: &[String]) {
    match doc {
        [] => {}
        [line] => {
            let _ = writeln!(out, "{indent}/** {} */", plain(line));
        }
        lines => {
            let _ = writeln!(out, "{indent}/**");
            for line in lines {
                let _ = writeln!(out, "{indent} * {}", plain(line));
            }
            let _ = writeln!(out, "{indent} */");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_without_typescript_is_refused() {
        let typescript = |kind: &str| typescript(kind, false, |name| name == "Refund");
        assert_eq!(typescript("Option<Vec<Refund>>").unwrap(), "readonly Refund[] | null");
        assert_eq!(typescript("Option<Box<Refund>>").unwrap(), "Refund | null");
        for unknown in ["f64", "Event", "Option<u8>", "Vec<HashMap<String, i64>>", ""] {
            assert!(typescript(unknown).unwrap_err().contains("no TypeScript"), "{unknown}");
        }
    }
}
