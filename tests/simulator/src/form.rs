//! Reads `a[b][0][c]=x&d[]=y`, the bracketed form encoding of Stripe's API.

use std::collections::BTreeMap;

use crate::error::ApiError;

/// A decoded body, with texts at the leaves. Whether a branch is a list or a record is up to the parameter
/// table, since both look alike in the request.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Form {
    Text(String),
    Branch(BTreeMap<String, Form>),
}

impl Form {
    pub(crate) fn empty() -> Self {
        Self::Branch(BTreeMap::new())
    }

    /// Returns the child named `key`.
    pub(crate) fn get(&self, key: &str) -> Option<&Form> {
        match self {
            Self::Text(_) => None,
            Self::Branch(children) => children.get(key),
        }
    }

    /// Returns the text of the child named `key`.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Self::Text(text) => Some(text),
            Self::Branch(_) => None,
        }
    }

    /// Returns the items of a list in the order of their indices, or `None` if a key is not an index.
    pub(crate) fn items(&self) -> Option<Vec<&Form>> {
        let Self::Branch(children) = self else {
            return None;
        };
        let mut items = children
            .iter()
            .map(|(key, child)| Some((key.parse::<usize>().ok()?, child)))
            .collect::<Option<Vec<_>>>()?;
        items.sort_by_key(|(index, _)| *index);
        Some(items.into_iter().map(|(_, child)| child).collect())
    }
}

/// Decodes a form body or a query string.
pub(crate) fn decode(input: &[u8]) -> Result<Form, ApiError> {
    let mut root = BTreeMap::new();
    for pair in input.split(|byte| *byte == b'&').filter(|p| !p.is_empty()) {
        let split = pair.iter().position(|byte| *byte == b'=');
        let (key, value) = match split {
            Some(at) => (&pair[..at], &pair[at + 1..]),
            None => (pair, &pair[pair.len()..]),
        };
        let (key, value) = (unescape(key)?, unescape(value)?);
        insert(&mut root, &segments(&key)?, &key, value)?;
    }
    Ok(Form::Branch(root))
}

/// Returns `["a", "b", ""]` for `a[b][]`.
fn segments(key: &str) -> Result<Vec<&str>, ApiError> {
    let malformed = || ApiError::invalid(format!("malformed parameter name: {key}"));
    let (name, mut rest) = match key.find('[') {
        Some(at) => key.split_at(at),
        None => (key, ""),
    };
    if name.is_empty() {
        return Err(malformed());
    }
    let mut segments = vec![name];
    while !rest.is_empty() {
        let inner = rest.strip_prefix('[').ok_or_else(malformed)?;
        let end = inner.find(']').ok_or_else(malformed)?;
        segments.push(&inner[..end]);
        rest = &inner[end + 1..];
    }
    if segments.len() > 16 {
        return Err(ApiError::invalid("parameters are nested too deeply"));
    }
    Ok(segments)
}

fn insert(
    into: &mut BTreeMap<String, Form>,
    path: &[&str],
    key: &str,
    value: String,
) -> Result<(), ApiError> {
    let Some((first, rest)) = path.split_first() else {
        return Ok(());
    };
    let name = if first.is_empty() { appended_index(into, rest) } else { (*first).to_owned() };
    if rest.is_empty() {
        into.insert(name, Form::Text(value));
        return Ok(());
    }
    match into.entry(name).or_insert_with(Form::empty) {
        Form::Branch(children) => insert(children, rest, key, value),
        Form::Text(_) => Err(ApiError::invalid(format!("{key} is given both a value and fields of its own"))),
    }
}

/// Returns where `a[]` goes: a new item, except that `a[][x]=1&a[][y]=2` fills one item until a name repeats.
fn appended_index(into: &BTreeMap<String, Form>, rest: &[&str]) -> String {
    let count = into.len();
    let last = count.checked_sub(1).map(|index| index.to_string());
    if let (Some(last), Some(field)) = (last, rest.first())
        && let Some(item) = into.get(&last)
        && item.get(field).is_none()
    {
        return last;
    }
    count.to_string()
}

fn unescape(input: &[u8]) -> Result<String, ApiError> {
    let mut bytes = Vec::with_capacity(input.len());
    let mut rest = input.iter();
    while let Some(&byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digit = |byte: Option<&u8>| byte.and_then(|b| char::from(*b).to_digit(16));
                match (digit(rest.next()), digit(rest.next())) {
                    (Some(high), Some(low)) => (high * 16 + low) as u8,
                    _ => return Err(ApiError::invalid("malformed percent escape in the form")),
                }
            }
            other => other,
        });
    }
    String::from_utf8(bytes).map_err(|_| ApiError::invalid("the form is not valid UTF-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_nest_and_escapes_are_undone() {
        let form = decode(b"line_items%5B0%5D%5Bprice_data%5D[currency]=eur&note=a+b%26c").unwrap();
        let item = form.get("line_items").unwrap().items().unwrap()[0];
        assert_eq!(item.get("price_data").unwrap().text("currency"), Some("eur"));
        assert_eq!(form.text("note"), Some("a b&c"));
    }

    #[test]
    fn lists_keep_the_order_of_their_indices() {
        let form = decode(b"a[10]=z&a[2]=y&a[1]=x").unwrap();
        let items = form.get("a").unwrap().items().unwrap();
        let texts = ["x", "y", "z"].map(|text| Form::Text(text.to_owned()));
        assert_eq!(items, texts.iter().collect::<Vec<_>>());
    }

    #[test]
    fn empty_brackets_append() {
        let plain = decode(b"expand[]=a&expand[]=b").unwrap();
        assert_eq!(plain, decode(b"expand[0]=a&expand[1]=b").unwrap());
        let records = decode(b"i[][x]=1&i[][y]=2&i[][x]=3").unwrap();
        assert_eq!(records, decode(b"i[0][x]=1&i[0][y]=2&i[1][x]=3").unwrap());
    }

    #[test]
    fn malformed_input_is_refused() {
        for bad in ["a[b=1", "[a]=1", "a=%zz", "a=%ff", "a=1&a[b]=2", "a[b]c=1"] {
            assert!(decode(bad.as_bytes()).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_value_may_hold_equals_signs_or_be_empty() {
        let form = decode(b"a=b=c&d=&e").unwrap();
        assert_eq!(form.text("a"), Some("b=c"));
        assert_eq!(form.text("d"), Some(""));
        assert_eq!(form.text("e"), Some(""));
    }
}
