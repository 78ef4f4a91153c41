//! Compares the reader with serde_json, on texts that are JSON and texts that almost are.

use super::*;
use proptest::prelude::*;
use serde::Serialize as _;

fn is_json(text: &str) -> bool {
    let mut reader = Reader::new(text);
    reader.skip().is_ok() && reader.end().is_ok()
}

fn serde_says(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

#[test]
fn what_is_json_and_what_is_not() {
    let texts = [
        "",
        " ",
        "null",
        "nul",
        "true",
        "truee",
        "0",
        "-0",
        "-",
        "01",
        "1.",
        ".5",
        "1.5e+7",
        "1e",
        "1E-2",
        "\"\"",
        "\"",
        "\"a\\\"",
        "\"\\u00e9\"",
        "\"\\u00g9\"",
        "\"\\x\"",
        "\"\u{1f}\"",
        "\"\u{7f}é𝄞\"",
        "[]",
        "[",
        "[1",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1}",
        "{}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{a:1}",
        "{\"a\":[{}]}",
        "{1:2}",
        "[[]]]",
        " \r\n\t[ \n 1 , { \"a\" : null } ] \t",
        "\u{feff}{}",
        "{\"a\":1}{}",
        "[\"1234567\",\"12345678\",\"123456789\"]",
    ];
    for text in texts {
        assert_eq!(is_json(text), serde_says(text), "{text:?}");
    }
}

/// A step takes eight bytes: tries each kind of byte at each position in it, and at the end of the text.
#[test]
fn strings_of_every_length() {
    for length in 0..40 {
        for odd in ["", "\"", "\\n", "\\", "\n", "\u{1f}", " ", "!", "\u{7f}", "é", "Ü", "¡", "𝄞", "\u{80}"]
        {
            for at in 0..=length {
                let text = format!("\"{}{odd}{}\"", "a".repeat(at), "]".repeat(length - at));
                assert_eq!(is_json(&text), serde_says(&text), "{text:?}");
                let member = format!("{{{text}:{text}}}");
                assert_eq!(is_json(&member), serde_says(&member), "{member:?}");
            }
        }
    }
}

#[test]
fn depth_ends_at_128() {
    let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    assert!(is_json(&nested(128)));
    assert!(!is_json(&nested(129)));
    assert!(!is_json(&nested(100_000)));
    let objects = |depth: usize| ["{\"a\":".repeat(depth), "1".into(), "}".repeat(depth)].concat();
    assert!(is_json(&objects(128)));
    assert!(!is_json(&objects(129)));
}

#[test]
fn members_are_read_in_one_pass() {
    let mut reader =
        Reader::new(r#" {"a": "x\n", "\u0062": [1, {}], "c": 7, "d": 7.0, "e": null, "f": "true"} "#);
    let mut found = Vec::new();
    let read = reader.object(|value, key| {
        found.push(match key {
            "a" => format!("{:?}", value.string()?),
            "b" => value.skip()?.to_owned(),
            "c" | "d" => format!("{:?}", value.integer()?),
            "e" => value.null().to_string(),
            _ => format!("{:?}", value.boolean()?),
        });
        Ok(())
    });
    assert_eq!(read, Ok(true));
    assert_eq!(found, ["Some(\"x\\n\")", "[1, {}]", "Some(7)", "None", "true", "None"]);
    assert!(reader.end().is_ok());
}

fn pretty(value: &serde_json::Value, indent: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let formatter = serde_json::ser::PrettyFormatter::with_indent(indent.as_bytes());
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, formatter)).unwrap();
    bytes
}

/// JSON text with all kinds of indentation, and the same with a few bytes changed.
fn texts() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        ".{0,20}".prop_map(Into::into),
    ];
    let value = leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::btree_map(".{0,12}", inner, 0..6)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    });
    let change =
        prop::option::of((any::<prop::sample::Index>(), prop::sample::select(b"{}[]\",:\\ 1et\n".to_vec())));
    let indent =
        prop::option::of(prop::sample::select(vec!["", " ", "  ", "   ", "         ", "\t", "\r  "]));
    let space = prop::sample::select(vec![" ", "  ", "\n", "\n    ", "\n      ", "\t", "\u{b}"]);
    let insert = prop::option::of((any::<prop::sample::Index>(), space));
    (value, indent, change, insert).prop_map(|(value, indent, change, insert)| {
        let mut bytes =
            indent.map_or_else(|| value.to_string().into_bytes(), |indent| pretty(&value, indent));
        if let Some((at, space)) = insert {
            let at = at.index(bytes.len());
            bytes.splice(at..at, space.bytes());
        }
        if let Some((at, byte)) = change {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn agrees_with_serde_json(text in texts()) {
        prop_assert_eq!(is_json(&text), serde_says(&text), "{}", text);
    }

    #[test]
    fn no_text_panics(text in "[\\[\\]{}\":,a1\\\\u \n.eE+-]{0,40}") {
        prop_assert_eq!(is_json(&text), serde_says(&text), "{}", text);
    }
}
