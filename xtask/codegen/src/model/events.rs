//! Outcomes of events, states of orders, and codes of errors.

use serde::Deserialize;

/// An event type.
#[derive(Clone, Debug, Deserialize)]
pub struct EventType {
    /// Its name, without the `v1.` of thin events.
    pub name: String,
    /// The `object` of the object that it is about.
    pub object: String,
    /// The names of every outcome that it can have.
    pub outcomes: Vec<String>,
    /// Whether it happens only once in an object's lifetime.
    pub once: bool,
    /// The operation that retrieves the object of a thin event, if there is one.
    pub operation: Option<String>,
}

/// An outcome that an event can have.
#[derive(Clone, Debug, Deserialize)]
pub struct Outcome {
    /// Its name: `paid`.
    pub kind: String,
    /// What it carries.
    pub carries: Carries,
    /// Markdown; see [`crate::docs`].
    pub docs: String,
}

/// What an outcome carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Carries {
    /// The Checkout Session.
    Session,
    /// The fields of the record `Subject`.
    Subject,
    /// The object that has to be retrieved first.
    Fetch,
    /// Why it is ignored.
    Reason,
}

/// One of a closed list of names.
#[derive(Clone, Debug, Deserialize)]
pub struct Named {
    /// In snake case.
    pub name: String,
    /// Markdown; see [`crate::docs`].
    pub docs: String,
}

/// A step of an order.
#[derive(Clone, Debug, Deserialize)]
pub struct Transition {
    /// The state before.
    pub state: String,
    /// The outcome.
    pub outcome: String,
    /// The state after.
    pub next: String,
    /// The action.
    pub action: String,
}

/// A code of an error.
#[derive(Clone, Debug, Deserialize)]
pub struct ErrorCode {
    /// In snake case.
    pub code: String,
    /// `fault`, `response` or `transport`.
    pub origin: String,
    /// What is wrong.
    pub meaning: String,
    /// What to do about it.
    pub advice: String,
}

/// Why a delivery is not genuine.
#[derive(Clone, Debug, Deserialize)]
pub struct Rejection {
    /// In snake case.
    pub code: String,
    /// What is wrong.
    pub meaning: String,
    /// What the operator can do about it.
    pub advice: String,
    /// The HTTP status to respond with.
    pub status: u16,
}
