//! Writes the façade's resources for Python: one class for each kind of object on each account, one method
//! for each operation, with the core's own documentation; once to be called, once to be awaited.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::declared::operations::{Operation, operations};
use crate::declared::records::{Record, Section, records};
use crate::declared::words::{class, plain, spoken};

/// The modules, by where they stand below the package's folder.
pub(super) fn sources() -> Result<[(&'static str, String); 2], String> {
    let (operations, records) = (operations()?, records()?);
    let module = |kind: &Kind| module(kind, &operations, &records);
    Ok([("resources.py", module(&PLAIN)?), ("aio/resources.py", module(&AWAITED)?)])
}

/// How a module's methods answer.
struct Kind {
    head: &'static str,
    /// What stands before `def`.
    asynchronous: &'static str,
    /// What stands before the call.
    wait: &'static str,
    pages: &'static str,
}

const PLAIN: Kind = Kind {
    head: r#""""Stripe's resources, each with its operations: those of a merchant, and those of the platform itself.

Parameters are records, or plain dictionaries with the same names. Writes take an idempotency key: 1 to 255 visible
ASCII characters, taken from what must happen once, such as the order's id. A list is looped over for all of its
objects, or read page by page. Every method raises :class:`counterfoil.CounterfoilError`: before the network with all
faults of the parameters at once, afterwards with what Stripe or the connection said.
"""

# Written by `cargo xtask build python` from the core's own declarations.

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterfoil import records
from counterfoil.calls import Pages, Resource

"#,
    asynchronous: "",
    wait: "",
    pages: "Pages",
};

const AWAITED: Kind = Kind {
    head: r#""""The resources of :mod:`counterfoil.resources`, with methods to be awaited and lists for ``async for``."""

# Written by `cargo xtask build python` from the core's own declarations.

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterfoil import records
from counterfoil.aio.calls import AsyncPages, AsyncResource as Resource

"#,
    asynchronous: "async ",
    wait: "await ",
    pages: "AsyncPages",
};

fn module(
    kind: &Kind,
    operations: &[Operation],
    records: &BTreeMap<String, Record>,
) -> Result<String, String> {
    let mut out = kind.head.to_owned();
    let mut classes = vec!["MerchantResources".to_owned(), "PlatformResources".to_owned()];
    let mut bodies = String::new();
    for owner in [Owner::Merchant, Owner::Platform] {
        let mut properties = String::new();
        for name in resources(operations, owner) {
            let class = format!("{}{}", owner.name(), class(name));
            let _ = writeln!(bodies, "\n\nclass {class}(Resource):");
            let _ = writeln!(bodies, "    \"\"\"{} {}.\"\"\"", spoken(name), owner.place());
            for operation in operations.iter().filter(|one| one.resource() == name && owner.has(one)) {
                let record = records
                    .get(&operation.record)
                    .ok_or_else(|| format!("the core declares no record `{}`", operation.record))?;
                method(&mut bodies, kind, operation, record);
            }
            // A merchant has its sessions under `checkout`, as in Stripe's own library.
            if name != "checkout" {
                let _ = write!(
                    properties,
                    "\n    @property\n    def {name}(self) -> {class}:\n        \"\"\"{}.\"\"\"\n        return {class}(self._caller)\n",
                    spoken(name)
                );
            }
            classes.push(class);
        }
        let _ = write!(
            bodies,
            "\n\nclass {0}Resources(Resource):\n    \"\"\"Everything {1}, by Stripe's names.\"\"\"\n{properties}",
            owner.name(),
            owner.place()
        );
    }
    classes.sort_unstable();
    out.push_str("__all__ = [\n");
    for class in classes {
        let _ = writeln!(out, "    \"{class}\",");
    }
    out.push_str("]\n");
    Ok(out + &bodies)
}

/// On whose account.
#[derive(Clone, Copy)]
enum Owner {
    Merchant,
    Platform,
}

impl Owner {
    fn name(self) -> &'static str {
        match self {
            Owner::Merchant => "Merchant",
            Owner::Platform => "Platform",
        }
    }

    fn place(self) -> &'static str {
        match self {
            Owner::Merchant => "on the merchant's account",
            Owner::Platform => "on the platform's own account",
        }
    }

    fn has(self, operation: &Operation) -> bool {
        match self {
            Owner::Merchant => operation.on_merchant,
            Owner::Platform => operation.on_platform,
        }
    }
}

/// The resources on an account, in the order of the core's table.
fn resources(operations: &[Operation], owner: Owner) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for operation in operations.iter().filter(|operation| owner.has(operation)) {
        if !names.contains(&operation.resource()) {
            names.push(operation.resource());
        }
    }
    names
}

fn method(out: &mut String, kind: &Kind, operation: &Operation, record: &Record) {
    let Signature { parameters, given } = signature(operation, record);
    let page = operation.answer.strip_prefix("Page<").and_then(|rest| rest.strip_suffix('>'));
    let item = format!("records.{}", page.unwrap_or(&operation.answer));
    let verb = operation.verb();
    let key = if operation.writes { ", idempotency_key" } else { "" };
    let name = &operation.name;
    let _ = match page {
        Some(_) => writeln!(out, "\n    def {verb}({parameters}) -> {}[{item}]:", kind.pages),
        None => writeln!(out, "\n    {}def {verb}({parameters}) -> {item}:", kind.asynchronous),
    };
    document(out, &record.doc);
    let _ = match page {
        Some(_) => writeln!(out, "        return self._pages(\"{name}\", {given}, {item})"),
        None => writeln!(out, "        return {}self._one(\"{name}\", {given}, {item}{key})", kind.wait),
    };
}

/// What a method takes, and what it hands on.
struct Signature {
    parameters: String,
    given: String,
}

/// Ids alone are taken one by one; everything else is a record.
fn signature(operation: &Operation, record: &Record) -> Signature {
    let ids: Vec<&str> = record
        .fields
        .iter()
        .filter(|field| field.section == Section::Path)
        .map(|field| field.name.as_str())
        .collect();
    let is_common = |name: &str| matches!(name, "expand" | "extra");
    let ids_only = record.fields.iter().all(|field| field.section == Section::Path || is_common(&field.name));
    let required = record.fields.iter().any(|field| field.section != Section::Plain);
    let expands = record.fields.iter().any(|field| field.name == "expand");
    let mut parameters = vec!["self".to_owned()];
    let given = if ids_only && !ids.is_empty() {
        parameters.extend(ids.iter().map(|id| format!("{id}: str")));
        let mut given: Vec<String> = ids.iter().map(|id| format!("\"{id}\": {id}")).collect();
        if expands && !operation.writes && !operation.answer.starts_with("Page<") {
            parameters.push("*, expand: Sequence[str] = ()".to_owned());
            given.push("\"expand\": list(expand)".to_owned());
        }
        format!("{{{}}}", given.join(", "))
    } else {
        let kind = format!("records.{} | Mapping[str, object]", operation.record);
        let optional = if required || operation.writes { "" } else { " | None = None" };
        parameters.push(format!("params: {kind}{optional}"));
        "params".to_owned()
    };
    if operation.writes {
        let optional = if operation.deletes { " | None = None" } else { "" };
        parameters.push(format!("*, idempotency_key: str{optional}"));
    }
    Signature { parameters: parameters.join(", "), given }
}

/// A docstring: the core's paragraphs, in lines of Python's length.
fn document(out: &mut String, doc: &[String]) {
    const WIDTH: usize = 100;
    const INDENT: &str = "        ";
    let text: Vec<String> = doc.iter().map(|line| plain(line).replace('`', "``")).collect();
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.split(String::is_empty) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let mut line = String::new();
        for word in paragraph.iter().flat_map(|line| line.split_whitespace()) {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH - INDENT.len() {
                lines.push(std::mem::take(&mut line));
            }
            line.extend([if line.is_empty() { "" } else { " " }, word]);
        }
        lines.push(line);
    }
    let _ = write!(out, "{INDENT}\"\"\"{}", lines.first().map_or("", String::as_str));
    for line in lines.iter().skip(1) {
        let indent = if line.is_empty() { "" } else { INDENT };
        let _ = write!(out, "\n{indent}{line}");
    }
    if lines.len() > 1 {
        let _ = write!(out, "\n{INDENT}");
    }
    out.push_str("\"\"\"\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(kind: &Kind) -> String {
        module(kind, &operations().unwrap(), &records().unwrap()).unwrap()
    }

    #[test]
    fn a_resource_has_a_method_for_each_operation() {
        let plain = written(&PLAIN);
        for part in [
            "class MerchantRefunds(Resource):\n    \"\"\"Refunds on the merchant's account.\"\"\"\n",
            "    def create(self, params: records.CreateRefund | Mapping[str, object], *, idempotency_key: str) -> records.Refund:\n",
            "        return self._one(\"refunds.create\", params, records.Refund, idempotency_key)\n",
            "    def cancel(self, id: str, *, idempotency_key: str) -> records.Refund:\n",
            "    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.Refund:\n",
            "    def list(self, params: records.ListRefunds | Mapping[str, object] | None = None) -> Pages[records.Refund]:\n",
            "    def line_items(self, params: records.ListLineItems | Mapping[str, object]) -> Pages[records.SessionLineItem]:\n",
            "    def refunds(self) -> MerchantRefunds:\n",
            "    \"MerchantCheckoutSessions\",\n",
        ] {
            assert!(plain.contains(part), "{part}\n{plain}");
        }
        assert!(!plain.contains("await "));
        assert!(!plain.contains("def checkout("));
    }

    #[test]
    fn what_is_sent_is_awaited_and_a_list_is_not() {
        let awaited = written(&AWAITED);
        for part in [
            "    async def cancel(self, id: str, *, idempotency_key: str) -> records.Refund:\n",
            "        return await self._one(\"refunds.cancel\", {\"id\": id}, records.Refund, idempotency_key)\n",
            "| None = None) -> AsyncPages[records.Refund]:\n",
        ] {
            assert!(awaited.contains(part), "{part}\n{awaited}");
        }
        assert!(!awaited.contains("async def list"));
    }

    #[test]
    fn docs_are_wrapped_and_marked_up_for_python() {
        let mut out = String::new();
        let doc = ["Reads `a`, see", "[`Call`](crate::Call).", "", "`GET /v1`."].map(str::to_owned);
        document(&mut out, &doc);
        assert_eq!(out, "        \"\"\"Reads ``a``, see ``Call``.\n\n        ``GET /v1``.\n        \"\"\"\n");
    }
}
