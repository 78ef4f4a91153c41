//! The objects of test events, and what is different about them in the state that a type is about.

use crate::json::Json;
use crate::webhook::{EventObject, EventType};

/// The object that an event of this type carries.
pub(super) fn object(event: &EventType) -> Vec<(String, Json)> {
    members(event.object.map_or(include_str!("objects/application.json"), EventObject::sample))
}

/// What the type says about the object.
pub(super) fn state(event: &EventType) -> Vec<(String, Json)> {
    members(event.sample)
}

/// What the object was before, for types whose outcome depends on it.
pub(super) fn previous(event: &EventType) -> Vec<(String, Json)> {
    members(event.sample_before)
}

/// Where the object is to be read, as thin events say it.
pub(super) fn path(event: &EventType, members: &[(String, Json)]) -> Json {
    let text = |name: &str| match members.iter().find(|(key, _)| key == name) {
        Some((_, Json::Text(text))) => text.as_str(),
        _ => "",
    };
    let Some(object) = event.object else { return Json::Null };
    let parent = object.parent_member().map_or("", text);
    // A test may want an id that is none.
    Json::Text(object.path(text("id"), parent))
}

/// The members of an object that is part of this crate.
fn members(text: &str) -> Vec<(String, Json)> {
    match Json::parse(text) {
        Ok(Json::Object(members)) => members,
        _ => Vec::new(),
    }
}
