//! Python from the API's shape: what fields each record has, the same for type checkers, and a class for each
//! resource, once to be called and once to be awaited.

mod records;
mod resources;
mod schema;
mod text;
mod words;

use crate::{Api, Field, File, Privacy, Record, RecordKind, Type};

const HEAD: &str = "# Generated from core/api.json by `cargo xtask generate`.\n";

/// The sources of the Python package that follow the API's shape.
pub fn sources(api: &Api) -> Vec<File> {
    let api = with_fee(api);
    [
        ("_literals.py", words::literals(&api)),
        ("_schema.py", schema::source(&api)),
        ("_words.py", words::tuples(&api)),
        ("records.pyi", records::source(&api)),
        ("resources.py", resources::source(&api, &resources::PLAIN)),
        ("aio/resources.py", resources::source(&api, &resources::AWAITED)),
    ]
    .map(|(name, text)| File::new(format!("bindings-uniffi/python/src/counterfoil/{name}"), text))
    .into()
}

/// The API with the fee's rule as one more record: it is a type of its own there, and a record in Python.
fn with_fee(api: &Api) -> Api {
    let mut api = api.clone();
    if api.record("Fee").is_none() {
        let field = |name: &str, docs: &str, optional: bool| Field {
            name: name.to_owned(),
            type_: Type::Integer,
            docs: docs.to_owned(),
            list: false,
            optional,
            path: false,
            required: false,
            privacy: None::<Privacy>,
            most: None,
            words: Vec::new(),
            closed: false,
            unset: false,
        };
        let fee = Record {
            name: "Fee".to_owned(),
            kind: RecordKind::Record,
            object: None,
            docs: "What the platform keeps of a payment: a share in basis points plus a fixed part, within bounds.\n\n\
                   100 basis points are 1 %. The fixed part and the bounds are in the minor unit of the payment's \
                   currency. The share is rounded half up to whole minor units. A fee that is not above zero and \
                   below the payment is an error."
                .to_owned(),
            fields: vec![
                field("basis_points", "The share, in hundredths of a percent: 250 is 2.5 %. From 0 to 10000.", false),
                field("fixed", "Added to the share, in minor units.", false),
                field("min", "The least that the fee may be, in minor units.", true),
                field("max", "The most that the fee may be, in minor units.", true),
            ],
        };
        api.records.push(fee);
        api.records.sort_by(|one, other| one.name.cmp(&other.name));
    }
    api
}

/// The name of the record that a field holds.
fn record_of(field: &Field) -> Option<&str> {
    if field.type_ == Type::Fee { Some("Fee") } else { field.record() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api;

    #[test]
    fn what_is_committed_follows_the_shape() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for file in sources(&api()) {
            let committed = std::fs::read_to_string(root.join(&file.path)).unwrap_or_default();
            assert!(committed == file.text, "{} is out of date: run `cargo xtask generate`", file.path);
        }
    }
}
