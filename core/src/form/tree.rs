//! Encodes a JSON tree as form parameters.

use crate::json::Json;

use super::decimal::Decimal;
use super::escape::escape;
use super::key::{join_segment, push_key};
use super::value::{Form, NOT_AN_INTEGER, Refused};

/// Writes the members or the items of a value below the form's key.
pub(super) fn write(form: &mut Form, value: &Json) -> Result<(), Refused> {
    for (name, member) in value.members() {
        if form.key.is_empty() && name.is_empty() {
            // Otherwise its members would become top-level parameters.
            return Err(form.refuse(None, "not_encodable", "expected a parameter's name, got an empty key"));
        }
        let mut segment = String::new();
        escape(&mut segment, name);
        below(form, &segment, member)?;
    }
    for (index, item) in value.items().iter().enumerate() {
        let length = form.out.len();
        let mut decimal = Decimal::default();
        let index = decimal.write(i64::try_from(index).unwrap_or(i64::MAX));
        below(form, index, item)?;
        if form.out.len() == length {
            // Leaving it out would leave a gap in the list and shift the items after it.
            let message = "expected a value: a list cannot have an empty item";
            return Err(form.refuse(Some(index), "not_encodable", message));
        }
    }
    Ok(())
}

fn below(form: &mut Form, segment: &str, value: &Json) -> Result<(), Refused> {
    match value {
        Json::Null => {}
        Json::Bool(flag) => pair(form, segment, if *flag { "true" } else { "false" }),
        Json::Int(number) => pair(form, segment, Decimal::default().write(*number)),
        Json::Number(_) => return Err(form.refuse(Some(segment), "float_not_allowed", NOT_AN_INTEGER)),
        Json::Text(text) => pair(form, segment, text),
        Json::List(_) | Json::Object(_) => {
            let outer = form.key.len();
            join_segment(&mut form.key, segment);
            write(form, value)?;
            form.key.truncate(outer);
        }
    }
    Ok(())
}

fn pair(form: &mut Form, segment: &str, value: &str) {
    if !form.out.is_empty() {
        form.out.push('&');
    }
    push_key(&mut form.out, &form.key, segment);
    form.out.push('=');
    escape(&mut form.out, value);
}
