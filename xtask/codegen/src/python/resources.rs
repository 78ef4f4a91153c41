//! A class for each resource, nested by the segments of the operations' names, with a method for each operation.

use std::fmt::Write as _;

use super::HEAD;
use super::text::docstring;
use crate::names::{class, spoken};
use crate::{Api, Kind, Operation, Owner, Record, Resource};

/// How a module's methods return.
pub(super) struct Manner {
    head: &'static str,
    /// The text before `def`.
    asynchronous: &'static str,
    /// The text before the call.
    wait: &'static str,
    pages: &'static str,
    base: &'static str,
    /// Whether each method has a counterpart that builds its call and sends nothing.
    calls: bool,
}

/// Methods that return when the response has arrived.
pub(super) const PLAIN: Manner = Manner {
    head: r#""""Stripe's resources, each with its operations: those of a merchant, and those of the platform itself.

Parameters are records, or plain dictionaries with the same names. Writes take an idempotency key: 1 to 255 visible
ASCII characters, derived from what must happen once, such as the order's id. Iterate over a list for all of its
objects, or read it page by page. Every method raises :class:`counterfoil.CounterfoilError`: before the request with
all faults of the parameters, afterwards with the error from Stripe or the connection. Next to each method is one that
checks the same and sends nothing, for your own HTTP client: ``create_call`` for ``create``.
"""

from __future__ import annotations

from counterfoil._typing import TYPE_CHECKING
from counterfoil.calls import Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counterfoil import params as dicts
    from counterfoil import records
    from counterfoil.calls import Call, Page, Pages

"#,
    asynchronous: "",
    wait: "",
    pages: "Pages",
    base: "Resource",
    calls: true,
};

/// Methods to await.
pub(super) const AWAITED: Manner = Manner {
    head: r#""""The resources of :mod:`counterfoil.resources`, with methods to await and lists for ``async for``."""

from __future__ import annotations

from counterfoil._typing import TYPE_CHECKING
from counterfoil.aio.calls import AsyncResource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counterfoil import params as dicts
    from counterfoil import records
    from counterfoil.aio.calls import AsyncPages

"#,
    asynchronous: "async ",
    wait: "await ",
    pages: "AsyncPages",
    base: "AsyncResource",
    calls: false,
};

/// A module's source.
pub(super) fn source(api: &Api, manner: &Manner) -> String {
    let mut bodies = String::new();
    let mut names = Vec::new();
    for owner in [Owner::Merchant, Owner::Platform] {
        for resource in api.resources(owner).all() {
            bodies.push_str(&class_of(api, manner, owner, resource));
            names.push(class_name(owner, resource));
        }
    }
    names.sort_unstable();
    let names: String = names.iter().map(|name| format!("    {name:?},\n")).collect();
    format!("{HEAD}{}__all__ = [\n{names}]\n{bodies}", manner.head)
}

/// Returns `MerchantCheckoutSessions`, or `MerchantResources` for everything of a merchant.
fn class_name(owner: Owner, resource: &Resource<'_>) -> String {
    match resource.path.as_slice() {
        [] => format!("{}Resources", owner.name()),
        path => format!("{}{}", owner.name(), class(path)),
    }
}

fn class_of(api: &Api, manner: &Manner, owner: Owner, resource: &Resource<'_>) -> String {
    let place = match owner {
        Owner::Merchant => "on the merchant's account",
        Owner::Platform => "on the platform's own account",
    };
    let docs = match resource.path.as_slice() {
        [] => format!("Everything {place}, by Stripe's names."),
        path => format!("{} {place}.", spoken(path)),
    };
    let name = class_name(owner, resource);
    let mut out = format!("\n\nclass {name}({}):\n    \"\"\"{docs}\"\"\"\n", manner.base);
    for below in &resource.resources {
        let (class, docs) = (class_name(owner, below), spoken(&below.path));
        let _ = write!(
            out,
            "\n    @property\n    def {}(self) -> {class}:\n        \"\"\"{docs}.\"\"\"\n        return {class}(self._caller)\n",
            below.name()
        );
    }
    for operation in &resource.operations {
        method(&mut out, manner, operation, api.params(operation));
    }
    out
}

fn method(out: &mut String, manner: &Manner, operation: &Operation, record: &Record) {
    let Signature { parameters, given } = signature(operation, record);
    let (verb, name) = (operation.verb(), &operation.name);
    let item = format!("records.{}", operation.answer);
    let mut arguments = vec![format!("{name:?}"), given];
    if operation.writes() {
        arguments.push("idempotency_key".to_owned());
    }
    let docs = docstring(&record.docs, "        ");
    if operation.list {
        let head = format!("def {verb}");
        let result = format!("{}[{item}]", manner.pages);
        let call = wide("        ", "return self._pages", &arguments, "");
        let _ = write!(out, "\n{}{docs}{call}", define(&head, &parameters, &result));
    } else {
        let head = format!("{}def {verb}", manner.asynchronous);
        let start = format!("answer: {item} = {}self._one", manner.wait);
        let call = wide("        ", &start, &arguments, "");
        let _ = write!(out, "\n{}{docs}{call}        return answer\n", define(&head, &parameters, &item));
    }
    if manner.calls {
        let result = if operation.list { format!("Call[Page[{item}]]") } else { format!("Call[{item}]") };
        let _ = write!(
            out,
            "\n{}        \"\"\"Checks what :meth:`{verb}` checks, and sends nothing.\"\"\"\n{}",
            define(&format!("def {verb}_call"), &parameters, &result),
            wide("        ", "return self._call", &arguments, "")
        );
    }
}

/// Returns the head of a method.
fn define(head: &str, parameters: &[String], result: &str) -> String {
    wide("    ", head, parameters, &format!(" -> {result}:"))
}

/// Returns something in parentheses, on one line if it fits, otherwise with each item on its own line.
fn wide(indent: &str, start: &str, items: &[String], end: &str) -> String {
    const WIDTH: usize = 110;
    let line = format!("{indent}{start}({}){end}", items.join(", "));
    if line.chars().count() <= WIDTH {
        return line + "\n";
    }
    let items: String = items.iter().map(|item| format!("{indent}    {item},\n")).collect();
    format!("{indent}{start}(\n{items}{indent}){end}\n")
}

/// The parameters of a method, and what it passes on.
struct Signature {
    parameters: Vec<String>,
    given: String,
}

/// Ids alone are separate parameters; everything else is a record.
fn signature(operation: &Operation, record: &Record) -> Signature {
    let ids: Vec<&str> = record.path_fields().map(|field| field.name.as_str()).collect();
    let mut parameters = vec!["self".to_owned()];
    let given = if record.has_own_parameters() || ids.is_empty() {
        let kind = format!("records.{0} | dicts.{0}", record.name);
        let required = operation.writes() || record.fields.iter().any(|field| !field.can_be_left_out());
        let (optional, given) =
            if required { ("", "params") } else { (" | None = None", "{} if params is None else params") };
        parameters.push(format!("params: {kind}{optional}"));
        given.to_owned()
    } else {
        parameters.extend(ids.iter().map(|id| format!("{id}: str")));
        let mut given: Vec<String> = ids.iter().map(|id| format!("{id:?}: {id}")).collect();
        let expands = record.body_fields().any(|field| field.name == "expand");
        if expands && !operation.writes() && !operation.list {
            parameters.extend(["*", "expand: Sequence[str] = ()"].map(str::to_owned));
            given.push("\"expand\": list(expand)".to_owned());
        }
        format!("{{{}}}", given.join(", "))
    };
    match operation.kind {
        Kind::Write => parameters.extend(["*", "idempotency_key: str"].map(str::to_owned)),
        Kind::Delete => parameters.extend(["*", "idempotency_key: str | None = None"].map(str::to_owned)),
        Kind::Read => {}
    }
    Signature { parameters, given }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api;

    #[test]
    fn a_resource_has_a_method_for_each_operation() {
        let plain = source(&api(), &PLAIN);
        for part in [
            "class MerchantRefunds(Resource):\n    \"\"\"Refunds on the merchant's account.\"\"\"\n",
            "    def create(\n        self,\n        params: records.CreateRefund | dicts.CreateRefund,\n        *,\n        idempotency_key: str,\n    ) -> records.Refund:\n",
            "        answer: records.Refund = self._one(\"refunds.create\", params, idempotency_key)\n        return answer\n",
            "        idempotency_key: str,\n    ) -> Call[records.Refund]:\n",
            "        return self._call(\"refunds.create\", params, idempotency_key)\n",
            "    def cancel(self, id: str, *, idempotency_key: str) -> records.Refund:\n",
            "    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.Refund:\n",
            "    def list(self, params: records.ListRefunds | dicts.ListRefunds | None = None) -> Pages[records.Refund]:\n",
            "    def list(self, params: records.ListLineItems | dicts.ListLineItems) -> Pages[records.SessionLineItem]:\n",
            "    def delete(self, id: str, *, idempotency_key: str | None = None) -> records.DeletedObject:\n",
            "    def line_items(self) -> MerchantCheckoutSessionsLineItems:\n",
            "    def event_destinations(self) -> PlatformV2CoreEventDestinations:\n",
            "    \"MerchantCheckoutSessions\",\n",
        ] {
            assert!(plain.contains(part), "{part}\n{plain}");
        }
        assert!(!plain.contains("await "));
    }

    #[test]
    fn what_is_sent_is_awaited_and_a_list_is_not() {
        let awaited = source(&api(), &AWAITED);
        for part in [
            "    async def cancel(self, id: str, *, idempotency_key: str) -> records.Refund:\n",
            "= await self._one(\"refunds.cancel\", {\"id\": id}, idempotency_key)\n",
            "\n    ) -> AsyncPages[records.Refund]:\n",
        ] {
            assert!(awaited.contains(part), "{part}\n{awaited}");
        }
        assert!(!awaited.contains("async def list") && !awaited.contains("create_call"));
    }
}
