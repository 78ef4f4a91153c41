//! The tables for what the native library names or numbers.

use std::fmt::Write;

use crate::{Api, RecordKind};

/// Returns the function from a record's name to its object, the names for numbers, and the steps of an order.
pub(super) fn tables(api: &Api) -> String {
    let mut out = String::new();
    out.push_str("/** Returns the object with the library's name for its record. */\ninternal fun objectOf(record: String, values: Values, raw: Raw, replayed: Boolean = false): StripeObject = when (record) {\n");
    for record in api.records.iter().filter(|record| record.kind == RecordKind::Object) {
        let _ = writeln!(out, "    \"{0}\" -> {0}(values, raw, replayed)", record.name);
    }
    out.push_str("    else -> error(\"unknown object $record\")\n}\n");
    out.push_str(&names(
        "The outcomes by the library's numbers.",
        "OUTCOMES",
        api.outcomes.iter().map(|outcome| &outcome.kind),
    ));
    out.push_str(&names(
        "The reasons by the library's numbers.",
        "IGNORED_REASONS",
        api.ignored_reasons.iter().map(|reason| &reason.name),
    ));
    out.push_str("\n/** Every step of an order: its state, an outcome, the next state and the action. */\ninternal val TRANSITIONS: Array<String> = arrayOf(\n");
    for step in &api.transitions {
        let _ = writeln!(
            out,
            "    \"{}\", \"{}\", \"{}\", \"{}\",",
            step.state, step.outcome, step.next, step.action
        );
    }
    out + ")\n"
}

fn names<'n>(docs: &str, name: &str, all: impl Iterator<Item = &'n String>) -> String {
    let items: String = all.map(|item| format!("    \"{item}\",\n")).collect();
    format!("\n/** {docs} */\ninternal val {name}: Array<String> = arrayOf(\n{items})\n")
}

#[cfg(test)]
mod tests {
    use super::super::tests::written;

    #[test]
    fn what_the_library_names_and_numbers_is_found() {
        let tables = written("Tables");
        for part in [
            "    \"Refund\" -> Refund(values, raw, replayed)\n",
            "internal val OUTCOMES: Array<String> = arrayOf(\n    \"paid\",\n",
            "internal val IGNORED_REASONS: Array<String> = arrayOf(\n    \"other_type\",\n",
            "    \"open\", \"paid\", \"fulfilled\", \"fulfill\",\n",
        ] {
            assert!(tables.contains(part), "{part}");
        }
    }
}
