//! Stored events, for those that were missed.

use serde_json::Value;

use super::list::page;
use super::payments::no_expansion;
use super::{Asked, island};
use crate::error::ApiError;
use crate::parameters::{EXPAND_ONLY, LIST_EVENTS};
use crate::state::{Event, Stripe};

/// `GET /v1/events`
pub(super) fn list(stripe: &Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = LIST_EVENTS.check(&asked.parameters)?;
    island(stripe, asked)?;
    if given.get("delivery_success").is_some() {
        return Err(ApiError::unknown_here("delivery_success").param("delivery_success"));
    }
    let types: Vec<&str> = match (given.get("type").and_then(Value::as_str), given.get("types")) {
        (Some(_), Some(_)) => {
            let refused = ApiError::invalid("give type or types, not both");
            return Err(refused.code("parameters_exclusive").param("types"));
        }
        (Some(kind), None) => vec![kind],
        (None, Some(types)) => types.as_array().into_iter().flatten().filter_map(Value::as_str).collect(),
        (None, None) => Vec::new(),
    };
    let wanted = |kind: &str| {
        types.is_empty()
            || types.iter().any(|pattern| match pattern.strip_suffix('*') {
                Some(start) => kind.starts_with(start),
                None => kind == *pattern,
            })
    };
    let is_v1 = |event: &&Event| event.body["object"] == "event";
    let own = stripe.events().iter().filter(is_v1);
    let own = own.filter(|event| event.scope == asked.scope && wanted(event.kind));
    page(own.map(|event| event.body.clone()).collect(), &given, "/v1/events")
}

/// `GET /v1/events/{id}`
pub(super) fn retrieve(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    let is_it = |event: &&Event| event.id == id && event.body["object"] == "event";
    let own = stripe.events().iter().find(|event| event.scope == asked.scope && is_it(event));
    own.map(|event| event.body.clone()).ok_or_else(|| ApiError::missing("event", id, "id"))
}
