use super::*;
use serde_json::json;

#[test]
fn keys_are_escaped_but_for_their_brackets() {
    let value = json!({"metadata": {"a b[c]&": "ü=1"}, "list": [1, {"x": true}], "none": null, "unset": ""});
    assert_eq!(
        to_string(&value).unwrap(),
        "list[0]=1&list[1][x]=true&metadata[a%20b%5Bc%5D%26]=%C3%BC%3D1&unset="
    );
}

#[test]
fn every_type_of_serde_has_one_form_or_none() {
    #[derive(serde::Serialize)]
    struct Cents(i64);
    #[derive(serde::Serialize)]
    struct Pair(i64, char);
    #[derive(serde::Serialize)]
    enum Choice {
        Plain,
        One(i64),
        Two(i64, i64),
        Named { a: i64 },
    }
    struct Bytes;
    impl Serialize for Bytes {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(b"raw")
        }
    }
    fn form<T: Serialize>(value: T) -> String {
        match to_string(&std::collections::BTreeMap::from([("k", value)])) {
            Ok(form) => form,
            Err(error) => format!("{} at {}", error.code(), error.faults()[0].path),
        }
    }
    assert_eq!(form(Cents(5)), "k=5");
    assert_eq!(form(Pair(5, 'ü')), "k[0]=5&k[1]=%C3%BC");
    assert_eq!(form((true, Some(7_u64))), "k[0]=true&k[1]=7");
    assert_eq!(form((true, None::<i8>, ())), "not_encodable at k[1]");
    assert_eq!(form(()), "");
    assert_eq!(form(Choice::Plain), "k=Plain");
    assert_eq!(form(0.5_f32), "float_not_allowed at k");
    assert_eq!(form(0.5_f64), "float_not_allowed at k");
    assert_eq!(form(Bytes), "not_encodable at k");
    assert_eq!(form(Choice::One(1)), "not_encodable at k");
    assert_eq!(form(Choice::Two(1, 2)), "not_encodable at k");
    assert_eq!(form(Choice::Named { a: 1 }), "not_encodable at k");
}

#[test]
fn what_stands_behind_parts_has_its_own_key() {
    #[derive(serde::Serialize)]
    struct Pair(i64, i64);
    #[derive(serde::Serialize)]
    struct Whole {
        tuple: (i64, i64),
        pair: Pair,
        list: [Vec<i64>; 1],
        map: std::collections::BTreeMap<&'static str, Pair>,
        after: i64,
    }
    let whole =
        Whole { tuple: (1, 2), pair: Pair(3, 4), list: [vec![5]], map: [("k", Pair(6, 7))].into(), after: 8 };
    assert_eq!(
        to_string(&whole).unwrap(),
        "tuple[0]=1&tuple[1]=2&pair[0]=3&pair[1]=4&list[0][0]=5&map[k][0]=6&map[k][1]=7&after=8"
    );
}

#[test]
fn keys_are_single_texts() {
    let code = |encoded: Result<String, Error>| encoded.unwrap_err().code().to_owned();
    use std::collections::BTreeMap;
    assert_eq!(code(to_string(&BTreeMap::from([(None::<&str>, 1)]))), "not_encodable");
    assert_eq!(code(to_string(&BTreeMap::from([((), 1)]))), "not_encodable");
    assert_eq!(code(to_string(&BTreeMap::from([(["a", "b"], 1)]))), "not_encodable");
    assert_eq!(code(to_string(&BTreeMap::from([(BTreeMap::from([("a", 1)]), 1)]))), "not_encodable");
}

#[test]
fn names_the_value_it_cannot_encode() {
    let error = to_string(&json!({"line_items": [{"amount": 1.5}]})).unwrap_err();
    assert_eq!(error.code(), "float_not_allowed");
    assert_eq!(error.faults()[0].path, "line_items[0][amount]");
    assert_eq!(to_string("text").unwrap_err().code(), "not_encodable");
    assert_eq!(to_string(&[1]).unwrap_err().code(), "not_encodable");
}
