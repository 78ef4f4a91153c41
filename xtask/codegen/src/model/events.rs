//! What events mean, where orders stand, what can go wrong.

use serde::Deserialize;

/// One type of event.
#[derive(Clone, Debug, Deserialize)]
pub struct EventType {
    /// Without the `v1.` of thin events.
    pub name: String,
    /// What Stripe writes under `object` of the object that it is about.
    pub object: String,
    /// Everything that it can mean, by name.
    pub outcomes: Vec<String>,
    /// Whether it happens once in an object's life.
    pub once: bool,
    /// The operation that reads the object of a thin event, where there is one.
    pub operation: Option<String>,
}

/// What an event can mean.
#[derive(Clone, Debug, Deserialize)]
pub struct Outcome {
    /// Its name: `paid`.
    pub kind: String,
    /// What it has beside its name.
    pub carries: Carries,
    /// Markdown; see [`crate::docs`].
    pub docs: String,
}

/// What an outcome has beside its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Carries {
    /// The Checkout Session.
    Session,
    /// The fields of the record `Subject`.
    Subject,
    /// Which object has to be read first.
    Fetch,
    /// Why it means nothing.
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

/// What an outcome makes of an order.
#[derive(Clone, Debug, Deserialize)]
pub struct Transition {
    /// The state before.
    pub state: String,
    /// What happened.
    pub outcome: String,
    /// The state after.
    pub next: String,
    /// What to do.
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
