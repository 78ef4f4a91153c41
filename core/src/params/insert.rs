//! Further parameters of a JSON body.

use std::cmp::Ordering;

use crate::error::Fault;
use crate::form::segments;
use crate::json::Json;

use super::extra::bracketed;
use super::{Metadata, join};

/// Parameters that Stripe's v2 takes as numbers; all other digits, such as a postal code, are text.
const NUMBERS: &[&str] = &["day", "month", "year", "next_sequence", "estimated_worker_count"];

/// Inserts the further parameters into an object that is encoded as JSON.
///
/// The paths have the same form as for form-encoded requests. A parameter that the body already has is a
/// fault, and so is a path of another form, or one that would leave a gap in a list.
pub(crate) fn insert_extra(body: &mut String, extra: &Metadata, faults: &mut Vec<Fault>) {
    if extra.is_empty() {
        return;
    }
    // If the body cannot be read, it was not written because of faults, which are reported elsewhere.
    let Ok(mut object) = Json::parse(if body.is_empty() { "{}" } else { body }) else { return };
    let mut paths: Vec<(Vec<String>, &str, &str)> = Vec::new();
    for (path, value) in extra.iter() {
        match bracketed(path) {
            Some(key) => paths.push((segments(&key).map(str::to_owned).collect(), path, value)),
            None => faults.push(Fault::new(
                join("extra", path),
                "invalid_parameter_path",
                "expected a parameter's path such as `identity.individual.given_name` or `defaults.locales[0]`",
            )),
        }
    }
    // List items in numerical order, where a text order would put the tenth before the second.
    paths.sort_by(|(a, ..), (b, ..)| compare(a, b));
    for (segments, path, value) in paths {
        let value = read(segments.last().map_or("", String::as_str), value);
        if let Err((code, text)) = insert(&mut object, &segments, value) {
            faults.push(Fault::new(join("extra", path), code, text));
        }
    }
    body.clear();
    object.write(body);
}

type Refused = (&'static str, &'static str);

const SET_TWICE: Refused = ("duplicate_parameter", "this parameter is set by name already; set it once");
const HOLE: Refused = ("invalid_parameter_path", "expected the items of a list from 0 on, without a gap");

fn insert(place: &mut Json, segments: &[String], value: Json) -> Result<(), Refused> {
    let Some((name, deeper)) = segments.split_first() else {
        return Err(SET_TWICE);
    };
    let next = || match deeper.first() {
        None => value.clone(),
        Some(name) if index(name).is_some() => Json::List(Vec::new()),
        Some(_) => Json::Object(Vec::new()),
    };
    let (inner, is_new) = match (place, index(name)) {
        (Json::List(items), Some(at)) => {
            let is_new = at == items.len();
            if is_new {
                items.push(next());
            }
            (items.get_mut(at).ok_or(HOLE)?, is_new)
        }
        (Json::Object(members), None) => {
            let there = members.iter().position(|(key, _)| key == name);
            let at = there.unwrap_or(members.len());
            if there.is_none() {
                members.push((name.clone(), next()));
            }
            (&mut members.get_mut(at).ok_or(HOLE)?.1, there.is_none())
        }
        _ => return Err(SET_TWICE),
    };
    match deeper {
        [] if is_new => Ok(()),
        _ => insert(inner, deeper, value),
    }
}

/// Returns a value as it is sent.
fn read(name: &str, text: &str) -> Json {
    let is_json = matches!(text, "true" | "false" | "null") || text.starts_with(['{', '[', '"']);
    let is_number = NUMBERS.contains(&name) && text.parse::<i64>().is_ok();
    let parsed = if is_json || is_number { Json::parse(text).ok() } else { None };
    parsed.unwrap_or_else(|| Json::Text(text.to_owned()))
}

fn index(segment: &str) -> Option<usize> {
    if segment.bytes().all(|byte| byte.is_ascii_digit()) { segment.parse().ok() } else { None }
}

fn compare(a: &[String], b: &[String]) -> Ordering {
    let pairs = a.iter().zip(b).map(|(a, b)| match (index(a), index(b)) {
        (Some(a), Some(b)) => a.cmp(&b),
        _ => a.cmp(b),
    });
    pairs.fold(Ordering::Equal, Ordering::then).then(a.len().cmp(&b.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inserted(body: &str, extra: &[(&str, &str)]) -> Result<String, Vec<(String, &'static str)>> {
        let (mut body, mut faults) = (body.to_owned(), Vec::new());
        insert_extra(&mut body, &extra.iter().copied().collect(), &mut faults);
        if faults.is_empty() {
            Ok(body)
        } else {
            Err(faults.into_iter().map(|fault| (fault.path, fault.code)).collect())
        }
    }

    #[test]
    fn a_path_leads_into_what_is_there() {
        let body = r#"{"identity":{"country":"de"}}"#;
        let extra = [
            ("identity.individual[date_of_birth].day", "1"),
            ("identity.individual.given_name", "7"),
            ("configuration.customer", "{}"),
            ("a.b[0].c", "true"),
            ("a.b[0].d", "null"),
            ("a.e", r#""true""#),
            ("a.f", "{no"),
        ];
        let expected = r#"{"identity":{"country":"de","individual":{"date_of_birth":{"day":1},"given_name":"7"}},"a":{"b":[{"c":true,"d":null}],"e":"true","f":"{no"},"configuration":{"customer":{}}}"#;
        let sorted = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(sorted(&inserted(body, &extra).unwrap()), sorted(expected));
        assert_eq!(inserted("", &[("a", "x")]).unwrap(), r#"{"a":"x"}"#);
    }

    #[test]
    fn the_tenth_item_comes_after_the_second() {
        let paths: Vec<String> = (0..12).map(|index| format!("l[{index}]")).collect();
        let extra: Vec<(&str, &str)> = paths.iter().map(|path| (&**path, "x")).collect();
        assert_eq!(inserted("{}", &extra).unwrap().matches('x').count(), 12);
    }

    #[test]
    fn what_is_set_is_not_set_again_and_no_list_has_holes() {
        let refused = |body: &str, path: &str| inserted(body, &[(path, "x")]).unwrap_err()[0].1;
        assert_eq!(refused(r#"{"a":1}"#, "a"), "duplicate_parameter");
        assert_eq!(refused(r#"{"a":{"b":1}}"#, "a"), "duplicate_parameter");
        assert_eq!(refused(r#"{"a":1}"#, "a.b"), "duplicate_parameter");
        assert_eq!(refused(r#"{"a":[1]}"#, "a[0]"), "duplicate_parameter");
        assert_eq!(refused(r#"{"a":[1]}"#, "a.b"), "duplicate_parameter");
        assert_eq!(refused(r#"{"a":[1]}"#, "a[2]"), "invalid_parameter_path");
        assert_eq!(refused("{}", "a[1]"), "invalid_parameter_path");
        assert_eq!(refused("{}", "a..b"), "invalid_parameter_path");
    }
}
