//! Closed lists of words: as literal types for annotations, and as tuples for lookups by number.

use std::fmt::Write as _;

use super::HEAD;
use super::text::docstring;
use crate::Api;

/// The module with the literal types.
pub(super) fn literals(api: &Api) -> String {
    let mut out = format!(
        "{HEAD}\"\"\"Closed lists of words, for annotations: imported when one of them is first used.\"\"\"\n\n\
         from __future__ import annotations\n\nfrom typing import Literal\n\n"
    );
    let named = |list: &[crate::Named]| -> Vec<(String, String)> {
        list.iter().map(|one| (one.name.clone(), one.docs.clone())).collect()
    };
    let outcomes = api.outcomes.iter().map(|one| (one.kind.clone(), one.docs.clone())).collect();
    let of = |record: &str, field: &str| -> Vec<(String, String)> {
        let field = api.record(record).and_then(|record| record.fields.iter().find(|one| one.name == field));
        field.iter().flat_map(|field| &field.words).map(|word| (word.clone(), String::new())).collect()
    };
    let lists = [
        (
            "Action",
            "The one thing to do for an order, in the same transaction as its new state.",
            named(&api.actions),
        ),
        ("IgnoredReason", "Why there is nothing to do.", named(&api.ignored_reasons)),
        ("MethodSetting", "A platform's default for a payment method.", of("MethodStanding", "setting")),
        ("Mode", "What a Checkout Session is for.", of("CreateSession", "mode")),
        ("OutcomeKind", "What an event means; see `Outcome` for what comes with each.", outcomes),
        (
            "State",
            "The state of an order. Store it in the order's row; a new order is `open`.",
            named(&api.states),
        ),
    ];
    let names: String = lists.iter().map(|(name, ..)| format!("    {name:?},\n")).collect();
    let _ = writeln!(out, "__all__ = [\n{names}]");
    for (name, docs, words) in lists {
        assert!(!words.is_empty(), "core/api.json has no words for Python's `{name}`");
        let list: String = words.iter().map(|(word, _)| format!("    {word:?},\n")).collect();
        let meanings: Vec<String> = words
            .iter()
            .filter(|(_, meaning)| !meaning.is_empty())
            .map(|(word, meaning)| format!("`{word}`: {meaning}"))
            .collect();
        let docs = [vec![docs.to_owned()], meanings].concat().join("\n\n");
        let _ = write!(out, "\n{name} = Literal[\n{list}]\n{}", docstring(&docs, ""));
    }
    out
}

/// The module with the tuples.
pub(super) fn tuples(api: &Api) -> String {
    let mut out = format!(
        "{HEAD}\"\"\"Words by the library's numbers.\"\"\"\n\n\
         from __future__ import annotations\n\nfrom counterfoil._typing import TYPE_CHECKING\n\n\
         if TYPE_CHECKING:\n    from counterfoil._literals import IgnoredReason\n\n\
         __all__ = [\"REASONS\"]\n"
    );
    let list: String = api.ignored_reasons.iter().map(|one| format!("    {:?},\n", one.name)).collect();
    let _ = write!(out, "\nREASONS: tuple[IgnoredReason, ...] = (\n{list})\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api;

    #[test]
    fn words_are_listed_with_what_they_mean() {
        let source = literals(&api());
        for part in [
            "\nState = Literal[\n    \"open\",\n",
            "\nMode = Literal[\n    \"payment\",\n",
            "``paid``: The money has arrived: fulfill the order, once.\n",
            "    \"blocked\",\n]\n",
        ] {
            assert!(source.contains(part), "{part}\n{source}");
        }
        assert!(tuples(&api()).contains("REASONS: tuple[IgnoredReason, ...] = (\n    \"other_type\",\n"));
    }
}
