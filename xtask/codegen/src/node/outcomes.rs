//! Unions of names: outcomes, states of orders, and codes of errors.

use super::HEAD;
use crate::docs::block;
use crate::{Api, Carries};

const IMPORT: &str = "\nimport type { Session, Subject } from \"./records.js\";\n";

const KINDS: &str = "/** Outcomes by name. */
export type OutcomeKind = Outcome[\"kind\"];

/** Whether to provide what the customer subscribed to. */
export type PlanStatus = NonNullable<Subject[\"plan_status\"]>;
";

pub(super) fn source(api: &Api) -> String {
    let named = |names: &[crate::Named]| -> Vec<(String, String)> {
        names.iter().map(|one| (one.name.clone(), one.docs.clone())).collect()
    };
    let rejections = api.rejections.iter().map(|one| (one.code.clone(), one.meaning.clone()));
    let errors = api.errors.iter().map(|one| (one.code.clone(), one.meaning.clone()));
    let events = api.event_types.iter().map(|one| (one.name.clone(), String::new()));
    [
        format!("{HEAD}{IMPORT}"),
        outcome(api),
        KINDS.to_owned(),
        of_sessions(api),
        union("IgnoredReason", "Why an event is ignored.", &named(&api.ignored_reasons), true),
        union(
            "State",
            "The state of an order; store it as it is. A new order is `open`.",
            &named(&api.states),
            true,
        ),
        union(
            "Action",
            "The one thing to do now, in the same transaction as the new state.",
            &named(&api.actions),
            true,
        ),
        union(
            "WebhookErrorCode",
            "Why a delivery is not a genuine event.",
            &rejections.collect::<Vec<_>>(),
            true,
        ),
        statuses(api),
        union(
            "ErrorCode",
            "What is wrong with a request or its response. There are also Stripe's own codes.",
            &errors.collect::<Vec<_>>(),
            false,
        ),
        union(
            "EventType",
            "The types of events that have an outcome. Those of thin events start with `v1.`.",
            &events.collect::<Vec<_>>(),
            true,
        ),
    ]
    .join("\n")
}

/// Returns the type of outcomes, grouped by what they carry.
fn outcome(api: &Api) -> String {
    let mut parts = Vec::new();
    for (carries, beside) in [
        (Carries::Session, &[("session", "Session", "The session that it is about.")][..]),
        (Carries::Subject, &[]),
        (
            Carries::Fetch,
            &[
                ("object", "string", "The kind of object that has to be retrieved first."),
                ("id", "string", "Its id."),
            ],
        ),
        (Carries::Reason, &[("reason", "IgnoredReason", "Why there is nothing to do.")]),
    ] {
        let of_it = api.outcomes.iter().filter(|outcome| outcome.carries == carries);
        let kinds: Vec<String> = of_it.map(|outcome| format!("{:?}", outcome.kind)).collect();
        let kinds = kinds.join(" | ");
        let members = std::iter::once(("kind", &*kinds, "What happened.")).chain(beside.iter().copied());
        let members: Vec<String> = members
            .map(|(name, type_, docs)| format!("      /** {docs} */\n      readonly {name}: {type_};\n"))
            .collect();
        let members = members.concat();
        parts.push(match carries {
            Carries::Subject => format!("  | ({{\n{members}    }} & Subject)"),
            _ => format!("  | {{\n{members}    }}"),
        });
    }
    let names: Vec<(String, String)> =
        api.outcomes.iter().map(|outcome| (outcome.kind.clone(), outcome.docs.clone())).collect();
    let docs = listed("What an event means for an order. Pass its `kind` to `advance`.", &names);
    format!("{}export type Outcome =\n{};\n", block(&docs, ""), parts.join("\n"))
}

/// Returns the outcomes that carry a session, for checks at run time.
fn of_sessions(api: &Api) -> String {
    let of_it = api.outcomes.iter().filter(|outcome| outcome.carries == Carries::Session);
    let kinds: Vec<String> = of_it.map(|outcome| format!("{:?}", outcome.kind)).collect();
    format!(
        "/** @internal */\nexport type SessionKind = Extract<Outcome, {{ session: Session }}>[\"kind\"];\n\n\
         /** @internal */\nexport const OF_SESSIONS: ReadonlySet<string> = new Set<SessionKind>([{}]);\n",
        kinds.join(", ")
    )
}

/// Returns the status of the response to a delivery that is not genuine.
fn statuses(api: &Api) -> String {
    let lines: Vec<String> =
        api.rejections.iter().map(|one| format!("  {}: {},\n", one.code, one.status)).collect();
    format!(
        "/** @internal */\nexport const REJECTION_STATUS: Readonly<Record<WebhookErrorCode, number>> = {{\n{}}};\n",
        lines.concat()
    )
}

fn union(name: &str, about: &str, names: &[(String, String)], closed: bool) -> String {
    let mut members: Vec<String> = names.iter().map(|(name, _)| format!("{name:?}")).collect();
    if !closed {
        members.push("(string & {})".to_owned());
    }
    format!("{}export type {name} =\n  | {};\n", block(&listed(about, names), ""), members.join("\n  | "))
}

/// Returns a sentence, followed by each name with its meaning.
fn listed(about: &str, names: &[(String, String)]) -> String {
    let lines = names.iter().filter(|(_, docs)| !docs.is_empty());
    let lines: Vec<String> =
        lines.map(|(name, docs)| format!("- `{name}`: {}", docs.replace('\n', "\n  "))).collect();
    if lines.is_empty() { about.to_owned() } else { format!("{about}\n\n{}", lines.join("\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api;

    #[test]
    fn outcomes_have_what_they_carry() {
        let source = source(&api());
        let outcome =
            source.split("export type Outcome =\n").nth(1).unwrap().split(";\n\n/**").next().unwrap();
        let parts: Vec<&str> = outcome.split("\n  | ").collect();
        assert!(parts[0].contains("      readonly kind: \"paid\" | "), "{}", parts[0]);
        assert!(parts[0].ends_with("      readonly session: Session;\n    }"), "{}", parts[0]);
        assert!(parts[1].contains("\"refunded\"") && parts[1].ends_with(" & Subject)"), "{}", parts[1]);
        assert!(parts[3].contains("      readonly kind: \"ignored\";\n"), "{}", parts[3]);
        assert!(parts[3].contains("      readonly reason: IgnoredReason;\n"), "{}", parts[3]);
    }

    #[test]
    fn lists_that_may_grow_take_any_text() {
        let source = source(&api());
        let codes = source.split("export type ErrorCode =\n").nth(1).unwrap().split(';').next().unwrap();
        assert!(codes.contains("\"missing_parameter\"") && codes.ends_with("| (string & {})"), "{codes}");
        let states = source.split("export type State =\n").nth(1).unwrap().split(';').next().unwrap();
        assert!(states.contains("\"open\"") && !states.contains("string"), "{states}");
        assert!(source.contains(" * - `open`: The customer has not paid yet.\n"));
    }
}
