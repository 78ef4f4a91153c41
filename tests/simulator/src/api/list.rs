//! Pages of lists, newest first.

use serde_json::{Value, json};

use crate::error::ApiError;

/// Returns the page that `limit`, `starting_after` and `ending_before` select, out of all objects in the
/// order of their creation.
pub(super) fn page(objects: Vec<Value>, given: &Value, url: &str) -> Result<Value, ApiError> {
    if given.get("expand").is_some() {
        return Err(ApiError::unknown_here("how to expand a list").param("expand"));
    }
    let limit = match given.get("limit").map(Value::as_i64) {
        None => 10,
        Some(Some(limit @ 1..=100)) => limit as usize,
        Some(_) => {
            let refused = ApiError::invalid("limit must be 1 to 100");
            return Err(refused.code("parameter_invalid_integer").param("limit"));
        }
    };
    let newest_first: Vec<Value> =
        objects.into_iter().rev().filter(|object| is_within(object, &given["created"])).collect();
    let place = |param: &str| match given.get(param).and_then(Value::as_str) {
        None => Ok(None),
        Some(id) => match newest_first.iter().position(|object| object["id"] == id) {
            Some(at) => Ok(Some(at)),
            None => Err(ApiError::missing("object", id, param)),
        },
    };
    let (after, before) = (place("starting_after")?, place("ending_before")?);
    let range = match (after, before) {
        (Some(_), Some(_)) => {
            return Err(
                ApiError::invalid("give starting_after or ending_before, not both").param("ending_before")
            );
        }
        (None, Some(before)) => before.saturating_sub(limit)..before,
        (after, None) => {
            let start = after.map_or(0, |at| at + 1);
            start..(start + limit).min(newest_first.len())
        }
    };
    let has_more = if before.is_some() { range.start > 0 } else { range.end < newest_first.len() };
    Ok(json!({ "object": "list", "data": newest_first[range], "has_more": has_more, "url": url }))
}

/// Returns whether an object was created in the period of a filter.
fn is_within(object: &Value, filter: &Value) -> bool {
    let created = object["created"].as_i64().unwrap_or_default();
    let holds = |name: &str, test: fn(i64, i64) -> bool| {
        filter.get(name).and_then(Value::as_i64).is_none_or(|bound| test(created, bound))
    };
    holds("gt", |a, b| a > b)
        && holds("gte", |a, b| a >= b)
        && holds("lt", |a, b| a < b)
        && holds("lte", |a, b| a <= b)
}

/// Returns the objects whose field equals a parameter, or all objects if the parameter is absent.
pub(super) fn only(objects: Vec<Value>, field: &str, given: &Value) -> Vec<Value> {
    match given.get(field) {
        None => objects,
        Some(wanted) => objects.into_iter().filter(|object| object[field] == *wanted).collect(),
    }
}
