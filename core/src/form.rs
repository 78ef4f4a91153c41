//! Stripe's form encoding: `application/x-www-form-urlencoded` with bracketed keys.
//!
//! `line_items[0][price_data][currency]=eur`: every list item has its index, `true` and `false` are words,
//! and an empty string is sent, since it unsets a value at Stripe. What is absent (`None`, `null`, an empty
//! list or object) is not sent at all, and is rejected as an item of a list, where it would leave a gap.
//! Values are UTF-8, percent-encoded except for the unreserved characters of RFC 3986; the brackets in keys
//! stay readable, as Stripe accepts both. Floating-point numbers, and integers beyond 64 bits, are rejected
//! (`float_not_allowed`): amounts are integers, and a decimal that Stripe accepts is passed as a string.

mod decimal;
mod escape;
mod key;
mod tree;
mod value;

use serde::Serialize;

use crate::error::Error;
use crate::json::Json;

pub(crate) use decimal::Decimal;
pub(crate) use escape::{escape, push_pair};
pub(crate) use key::{dotted, join_segment, push_key, segments};
pub(crate) use value::Refused;
use value::{Form, Value};

/// Encodes a record or a map. The fields keep their order.
///
/// Errors: `float_not_allowed`, `not_encodable` (a scalar or a list at the top level, an empty key at the top
/// level, an empty item of a list, raw bytes, keys that are not strings, enum variants that carry values).
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    // Enough capacity for most requests, so that neither buffer is reallocated while it grows.
    let mut form = Form { out: String::with_capacity(1024), key: String::with_capacity(64) };
    value
        .serialize(Value::top(&mut form))
        .map_err(|Refused { path, code, message }| Error::fault(path, code, message))?;
    Ok(form.out)
}

/// Encodes a JSON object given as text; the keys keep their order.
///
/// Errors: those of [`to_string`], and `invalid_json`.
pub fn from_json(object: &str) -> Result<String, Error> {
    let tree = Json::parse(object)?;
    let Json::Object(_) = tree else {
        return match tree {
            Json::Null => Ok(String::new()),
            Json::Number(_) => Err(Error::fault("", "float_not_allowed", value::NOT_AN_INTEGER)),
            _ => Err(Error::fault("", "not_encodable", "only an object has form parameters")),
        };
    };
    let mut form = Form { out: String::with_capacity(1024), key: String::with_capacity(64) };
    tree::write(&mut form, &tree)
        .map_err(|Refused { path, code, message }| Error::fault(path, code, message))?;
    Ok(form.out)
}

#[cfg(test)]
mod tests;
