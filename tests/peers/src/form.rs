//! Reads Stripe's bracketed forms back into a tree. It shares nothing with the encoder of the core.

use serde_json::{Map, Value};

/// The tree of a form or of a query: every leaf a text, every branch an object, lists included.
pub(crate) fn parse(form: &str) -> Result<Value, String> {
    let mut tree = Map::new();
    for pair in form.split('&').filter(|_| !form.is_empty()) {
        let (key, value) = pair.split_once('=').ok_or_else(|| format!("`{pair}` has no `=`"))?;
        let segments = segments(key).ok_or_else(|| format!("`{key}` has brackets that do not close"))?;
        insert(&mut tree, &segments, decode(value)?).map_err(|()| format!("{key} is sent twice"))?;
    }
    Ok(Value::Object(tree))
}

/// The name of a parameter as the lists have it: `a[b][0][c]` is `a.b[].c`.
pub(crate) fn name(key: &str) -> String {
    let mut name = String::new();
    for segment in segments(key).unwrap_or_default() {
        if !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit()) {
            name.push_str("[]");
        } else {
            let dot = if name.is_empty() { "" } else { "." };
            name.push_str(&format!("{dot}{segment}"));
        }
    }
    name
}

/// A text without its percent signs.
pub(crate) fn decode(text: &str) -> Result<String, String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                let escaped = digit().and_then(|high| Some((high << 4 | digit()?) as u8));
                escaped.ok_or_else(|| format!("`{text}` is not percent-encoded"))?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).map_err(|_| format!("`{text}` is not UTF-8"))
}

/// `a[b][0]` as `a`, `b` and `0`; brackets that belong to a name are escaped, so they are not seen here.
fn segments(key: &str) -> Option<Vec<String>> {
    let Some((first, rest)) = key.split_once('[') else { return Some(vec![decode(key).ok()?]) };
    let inner = rest.strip_suffix(']')?.split("][");
    std::iter::once(first).chain(inner).map(|segment| decode(segment).ok()).collect()
}

fn insert(tree: &mut Map<String, Value>, segments: &[String], value: String) -> Result<(), ()> {
    let [name, below @ ..] = segments else { return Err(()) };
    if below.is_empty() {
        let before = tree.insert(name.clone(), value.into());
        return if before.is_none() { Ok(()) } else { Err(()) };
    }
    let branch = tree.entry(name.clone()).or_insert_with(|| Value::Object(Map::new()));
    insert(branch.as_object_mut().ok_or(())?, below, value)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn forms_become_trees() {
        let tree = json!({ "a": { "b": { "0": "x y", "1": "[" } }, "c[d]": "ü" });
        assert_eq!(parse("a[b][0]=x+y&a[b][1]=%5b&c%5Bd%5D=%C3%BC"), Ok(tree));
        assert_eq!(parse(""), Ok(json!({})));
    }

    #[test]
    fn what_is_no_form_is_refused() {
        for form in ["a", "a=1&", "a=1&a=2", "a[b]=1&a=2", "a=1&a[b]=2", "a[b=1", "a=%4", "a=%zz", "a=%FF"] {
            assert!(parse(form).is_err(), "{form}");
        }
    }

    #[test]
    fn names_have_no_indices() {
        assert_eq!(name("line_items[12][price_data][currency]"), "line_items[].price_data.currency");
    }
}
