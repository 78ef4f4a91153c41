//! A class for each outcome, so that a `match` over them can be exhaustive.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::HEAD;
use super::text::docstring;
use crate::names::pascal;
use crate::{Api, Carries, Outcome};

const INTRODUCTION: &str = r#""""What an event means for an order, a class for each outcome.

>>> match event.outcome:
...     case Paid(session=session): ...

:data:`Outcome` is any of them: a type checker reports the ones that a ``match`` leaves out.
"""

from __future__ import annotations

from counterfoil._outcomes import OfFetch, OfReason, OfSession, OfSubject
from counterfoil._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import ClassVar, Literal

    from counterfoil import records

"#;

/// The module's source.
pub(super) fn source(api: &Api) -> String {
    let names: Vec<String> = api.outcomes.iter().map(|outcome| pascal(&outcome.kind)).collect();
    let mut listed: Vec<&str> = names.iter().map(String::as_str).chain(["KINDS", "Outcome"]).collect();
    listed.sort_unstable();
    let listed: String = listed.iter().map(|name| format!("    {name:?},\n")).collect();
    let mut out = format!("{HEAD}{INTRODUCTION}__all__ = [\n{listed}]\n");
    for (outcome, name) in api.outcomes.iter().zip(&names) {
        out.push_str(&class_of(api, outcome, name));
    }
    let members = names.join("\n    | ");
    let _ = write!(
        out,
        "\n\nOutcome = (\n    {members}\n)\n{}",
        docstring("What an event means for an order. Pass its `kind` to `advance`.", "")
    );
    let members: String = names.iter().map(|name| format!("    {name},\n")).collect();
    let _ = write!(
        out,
        "\nKINDS: tuple[type[Outcome], ...] = (\n{members})\n{}",
        docstring("All of them, by the library's numbers.", "")
    );
    out
}

fn class_of(api: &Api, outcome: &Outcome, name: &str) -> String {
    let base = match outcome.carries {
        Carries::Session => "OfSession",
        Carries::Subject => "OfSubject",
        Carries::Fetch => "OfFetch",
        Carries::Reason => "OfReason",
    };
    let mut out = format!("\n\nclass {name}({base}):\n{}", docstring(&outcome.docs, "    "));
    let _ = write!(
        out,
        "\n    __slots__ = ()\n\n    kind: ClassVar[Literal[{kind:?}]] = {kind:?}\n    \"\"\"Its name.\"\"\"\n",
        kind = outcome.kind
    );
    if outcome.carries == Carries::Subject {
        let records = records_of(api, outcome);
        let (object, docs) = if records.is_empty() {
            ("None".to_owned(), "There is none.")
        } else {
            let types: Vec<String> = records.iter().map(|record| format!("records.{record}")).collect();
            (types.join(" | "), "Stripe's object, as the event has it.")
        };
        let _ = write!(
            out,
            "    if TYPE_CHECKING:\n\n        @property\n        def object(self) -> {object}:\n            \"\"\"{docs}\"\"\"\n            ...\n"
        );
    }
    out
}

/// The records of the objects that the events with this outcome are about: of an account that of v1 and of v2.
fn records_of<'a>(api: &'a Api, outcome: &Outcome) -> Vec<&'a str> {
    let events = api.event_types.iter().filter(|event| event.outcomes.contains(&outcome.kind));
    let objects: BTreeSet<&str> = events.map(|event| event.object.as_str()).collect();
    let of = |object: &str| api.records.iter().find(|record| record.object.as_deref() == Some(object));
    objects.into_iter().filter_map(of).map(|record| &*record.name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api;

    #[test]
    fn each_outcome_is_a_class_that_says_what_it_carries() {
        let source = source(&api());
        for part in [
            "\n\nclass Paid(OfSession):\n    \"\"\"The money has arrived: fulfill the order, once.\"\"\"\n",
            "    kind: ClassVar[Literal[\"awaiting_payment\"]] = \"awaiting_payment\"\n",
            "        def object(self) -> records.Dispute:\n",
            "\n\nclass Fetch(OfFetch):\n",
            "\n\nclass Ignored(OfReason):\n",
            "\n\nOutcome = (\n    Paid\n    | AwaitingPayment\n",
        ] {
            assert!(source.contains(part), "{part}\n{source}");
        }
        let disconnected = source.split_once("class Disconnected(OfSubject)").unwrap().1;
        assert!(disconnected.split_once("\nclass").unwrap().0.contains("def object(self) -> None:\n"));
    }
}
