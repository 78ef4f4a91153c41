//! The objects of test events, and the state that each event type is about.

use crate::json::Json;
use crate::webhook::{EventObject, EventType};

/// Returns the object that an event of this type contains.
pub(super) fn object(event: &EventType) -> Vec<(String, Json)> {
    members(event.object.map_or(include_str!("objects/application.json"), EventObject::sample))
}

/// Returns the members that put the object into the state of this type.
pub(super) fn state(event: &EventType) -> Vec<(String, Json)> {
    members(event.sample)
}

/// Returns what the object was before, for types whose outcome depends on it.
pub(super) fn previous(event: &EventType) -> Vec<(String, Json)> {
    members(event.sample_before)
}

/// Returns the path to retrieve the object from, as thin events have it.
pub(super) fn path(event: &EventType, members: &[(String, Json)]) -> Json {
    let text = |name: &str| match members.iter().find(|(key, _)| key == name) {
        Some((_, Json::Text(text))) => text.as_str(),
        _ => "",
    };
    let Some(object) = event.object else { return Json::Null };
    let parent = object.parent_member().map_or("", text);
    // A test may want an id that is not an id.
    Json::Text(object.path(text("id"), parent))
}

/// Returns the members of an object that is part of this crate.
fn members(text: &str) -> Vec<(String, Json)> {
    match Json::parse(text) {
        Ok(Json::Object(members)) => members,
        _ => Vec::new(),
    }
}
