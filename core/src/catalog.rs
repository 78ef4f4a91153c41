//! The parts of `core/api.json` about events, orders, errors and currencies.
//!
//! Feature `schema`: none of this is in the packages.

use serde::Serialize;

use crate::error::ErrorCode;
use crate::fulfillment::{Action, State, advance};
use crate::money::KNOWN_CURRENCIES;
use crate::webhook::{EVENT_TYPES, IgnoredReason, OutcomeKind, RejectionCode};

/// Returns the parts that are written beside the operations and records.
#[must_use]
pub(crate) fn parts() -> impl Serialize {
    Parts {
        event_types: EVENT_TYPES.iter().map(EventType::of).collect(),
        outcomes: OutcomeKind::ALL.iter().map(|kind| Outcome::of(*kind)).collect(),
        ignored_reasons: named(IgnoredReason::ALL, |name| (name.as_str(), name.docs())),
        states: named(State::ALL, |name| (name.as_str(), name.docs())),
        actions: named(Action::ALL, |name| (name.as_str(), name.docs())),
        transitions: transitions(),
        errors: ErrorCode::ALL,
        rejections: RejectionCode::ALL.iter().map(|code| Rejection::of(*code)).collect(),
        currencies: KNOWN_CURRENCIES,
    }
}

#[derive(Serialize)]
struct Parts<C: Serialize + 'static> {
    event_types: Vec<EventType>,
    outcomes: Vec<Outcome>,
    ignored_reasons: Vec<Named>,
    states: Vec<Named>,
    actions: Vec<Named>,
    transitions: Vec<Transition>,
    errors: &'static [ErrorCode],
    rejections: Vec<Rejection>,
    currencies: &'static [C],
}

#[derive(Serialize)]
struct EventType {
    /// The name without the `v1.` of thin events.
    name: &'static str,
    /// Stripe's name for the object that it contains or names.
    object: &'static str,
    /// Every outcome that it can have.
    outcomes: &'static [OutcomeKind],
    /// Whether it happens only once in an object's lifetime.
    once: bool,
    /// The operation that retrieves the object of a thin event.
    #[serde(skip_serializing_if = "Option::is_none")]
    operation: Option<&'static str>,
}

impl EventType {
    fn of(event: &crate::webhook::EventType) -> Self {
        EventType {
            name: event.name,
            object: event.object_name(),
            outcomes: event.outcomes,
            once: event.happens_once,
            operation: event.object.map(|object| object.operation_name()),
        }
    }
}

#[derive(Serialize)]
struct Outcome {
    kind: OutcomeKind,
    /// `session`, `fetch`, `reason` or `subject`.
    carries: &'static str,
    docs: String,
}

impl Outcome {
    fn of(kind: OutcomeKind) -> Self {
        Outcome { kind, carries: kind.carries(), docs: kind.docs() }
    }
}

#[derive(Serialize)]
struct Named {
    name: &'static str,
    docs: String,
}

fn named<T: Copy>(all: &[T], of: fn(T) -> (&'static str, String)) -> Vec<Named> {
    all.iter()
        .map(|one| {
            let (name, docs) = of(*one);
            Named { name, docs }
        })
        .collect()
}

#[derive(Serialize)]
struct Transition {
    state: State,
    outcome: OutcomeKind,
    next: State,
    action: Action,
}

/// The complete table of [`advance`]: each state with each outcome.
fn transitions() -> Vec<Transition> {
    let pairs = State::ALL.iter().flat_map(|state| OutcomeKind::ALL.iter().map(move |kind| (*state, *kind)));
    let of = |(state, outcome)| {
        let step = advance(state, outcome);
        Transition { state, outcome, next: step.state, action: step.action }
    };
    pairs.map(of).collect()
}

#[derive(Serialize)]
struct Rejection {
    code: RejectionCode,
    meaning: String,
    advice: &'static str,
    /// The message for the sender.
    message: &'static str,
    /// The HTTP status to respond with.
    status: u16,
}

impl Rejection {
    fn of(code: RejectionCode) -> Self {
        Rejection {
            code,
            meaning: code.docs(),
            advice: code.advice(),
            message: code.message(),
            status: code.status(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn json() -> String {
        serde_json::to_string_pretty(&parts()).unwrap()
    }

    fn read() -> Value {
        serde_json::to_value(parts()).unwrap()
    }

    #[test]
    fn every_part_is_there_in_its_order() {
        let text = json();
        let names = [
            "event_types",
            "outcomes",
            "ignored_reasons",
            "states",
            "actions",
            "transitions",
            "errors",
            "rejections",
            "currencies",
        ];
        let places: Vec<usize> =
            names.iter().map(|name| text.find(&format!("\n  \"{name}\": [\n")).unwrap()).collect();
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!(read().as_object().unwrap().len(), names.len());
    }

    #[test]
    fn a_part_refers_to_names_of_the_others() {
        let parts = read();
        let names = |part: &str, key: &str| -> Vec<String> {
            parts[part].as_array().unwrap().iter().map(|one| one[key].as_str().unwrap().to_owned()).collect()
        };
        let (outcomes, states, actions) =
            (names("outcomes", "kind"), names("states", "name"), names("actions", "name"));
        assert_eq!(parts["transitions"].as_array().unwrap().len(), states.len() * outcomes.len());
        for (key, known) in
            [("state", &states), ("next", &states), ("outcome", &outcomes), ("action", &actions)]
        {
            assert!(names("transitions", key).iter().all(|name| known.contains(name)), "{key}");
        }
        for event in parts["event_types"].as_array().unwrap() {
            let can_mean = event["outcomes"].as_array().unwrap();
            assert!(!can_mean.is_empty(), "{event}");
            assert!(can_mean.iter().all(|name| outcomes.contains(&name.as_str().unwrap().to_owned())));
            let is_read = event["operation"].as_str().is_some_and(|name| name.ends_with(".retrieve"));
            assert_eq!(is_read, event["object"] != "application", "{event}");
        }
        let carries = names("outcomes", "carries");
        for kind in ["session", "fetch", "reason", "subject"] {
            assert!(carries.iter().any(|carried| carried == kind), "{kind}");
        }
    }

    #[test]
    fn docs_are_for_every_language() {
        let text = json();
        for rust in ["](crate", "](super", "](Outcome", "[`"] {
            assert!(!text.contains(rust), "{rust}");
        }
        let parts = read();
        for part in ["outcomes", "ignored_reasons", "states", "actions"] {
            for one in parts[part].as_array().unwrap() {
                assert!(one["docs"].as_str().unwrap().ends_with('.'), "{one}");
            }
        }
    }
}
