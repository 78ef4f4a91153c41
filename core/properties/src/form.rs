//! Encoded parameters decode to the original, with a decoder that is independent of the encoder.

use counterfoil::form;
use serde_json::{Map, Value};

use crate::pick::Pick;
use crate::seeds::Vectors;

/// A leaf: the segments of its key, and its value.
type Leaf = (Vec<String>, String);

/// The bytes are a JSON object; otherwise an object is generated from them.
///
/// # Panics
/// If the form does not decode to the object, or an encodable object is rejected.
pub fn holds(data: &[u8]) {
    let read = serde_json::from_slice::<Map<String, Value>>(data);
    let object = Value::Object(read.unwrap_or_else(|_| made(&mut Pick::new(data), 0)));
    let mut expected = Vec::new();
    let has_form = leaves(&object, &mut Vec::new(), &mut expected);
    let encoded = form::to_string(&object);
    let Ok(encoded) = encoded else {
        assert!(!has_form, "refused: {object}");
        return;
    };
    assert!(has_form, "encoded what has no form: {object}");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%=&[]".contains(&byte);
    assert!(encoded.bytes().all(plain), "{encoded}");
    assert_eq!(decode(&encoded), expected, "{encoded}");
    // As text, keys keep their order; here that makes no difference.
    assert_eq!(form::from_json(&object.to_string()).as_deref(), Ok(&*encoded));
}

/// The objects in the vectors, including the parameters of all operations.
pub fn seeds(vectors: &Vectors) -> Vec<Vec<u8>> {
    let forms = vectors.of("form.encode").map(|input| &input["value"]);
    let params = vectors.of("request.build").map(|input| &input["params"]);
    forms.chain(params).map(|value| value.to_string().into_bytes()).collect()
}

/// Decodes a form: `a[b][0]=c` is the leaf `c` at `a`, `b`, `0`.
///
/// # Panics
/// If it is not a form.
pub(crate) fn decode(form: &str) -> Vec<Leaf> {
    let pairs = form.split('&').filter(|_| !form.is_empty());
    pairs
        .map(|pair| {
            let (key, value) = pair.split_once('=').expect("key=value");
            let (first, rest) = key.split_once('[').map_or((key, None), |(first, rest)| (first, Some(rest)));
            let nested = rest.map(|rest| rest.strip_suffix(']').expect("a closing bracket").split("]["));
            let segments = std::iter::once(first).chain(nested.into_iter().flatten());
            (segments.map(unescape).collect(), unescape(value))
        })
        .collect()
}

fn unescape(text: &str) -> String {
    let mut pieces = text.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let (hex, rest) = piece.split_at(2);
        bytes.push(u8::from_str_radix(hex, 16).expect("two hexadecimal digits"));
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// Collects the leaves; returns `false` for what cannot be encoded: fractions, an empty key at the top level,
/// and an item of a list without a leaf, which would leave a gap.
fn leaves(value: &Value, path: &mut Vec<String>, found: &mut Vec<Leaf>) -> bool {
    let top = path.is_empty();
    let mut nested = |segment: String, value: &Value| {
        let before = found.len();
        path.push(segment);
        let fine = leaves(value, path, found);
        path.pop();
        (fine, found.len() > before)
    };
    match value {
        Value::Null => true,
        Value::Array(items) => {
            items.iter().enumerate().all(|(index, item)| nested(index.to_string(), item) == (true, true))
        }
        Value::Object(fields) if top && fields.contains_key("") => false,
        Value::Object(fields) => fields.iter().all(|(key, value)| nested(key.clone(), value).0),
        Value::Number(number) if !number.is_i64() => false,
        scalar => {
            let text = scalar.as_str().map_or_else(|| scalar.to_string(), str::to_owned);
            found.push((path.clone(), text));
            true
        }
    }
}

fn made(pick: &mut Pick<'_>, depth: u8) -> Map<String, Value> {
    let mut fields = Map::new();
    while !pick.is_empty() && !pick.byte().is_multiple_of(8) {
        let key = pick.text();
        fields.insert(key, value(pick, depth + 1));
    }
    fields
}

fn value(pick: &mut Pick<'_>, depth: u8) -> Value {
    match pick.byte() % 8 {
        0 => Value::Null,
        1 => Value::from(pick.byte().is_multiple_of(2)),
        2 => Value::from(i64::from(pick.byte()) - 128),
        3 => Value::from(pick.of(&[i64::MAX, i64::MIN])),
        4 if depth < 8 => Value::Object(made(pick, depth)),
        5 if depth < 8 => {
            let length = pick.byte() % 4;
            (0..length).map(|_| value(pick, depth + 1)).collect()
        }
        6 => Value::from(f64::from(pick.byte()) / 2.0),
        _ => Value::from(pick.text()),
    }
}
