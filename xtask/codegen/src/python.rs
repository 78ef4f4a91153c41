//! Generates Python: the fields of each record, the same for type checkers, and a class for each resource,
//! both blocking and awaitable.

mod outcomes;
mod params;
mod records;
mod resources;
mod schema;
mod text;
mod words;

use crate::{Api, Field, File, Type};

const HEAD: &str = "# Generated from core/api.json by `cargo xtask generate`.\n";

/// Returns the generated sources of the Python package.
pub fn sources(api: &Api) -> Vec<File> {
    [
        ("_literals.py", words::literals(api)),
        ("_schema.py", schema::source(api)),
        ("_words.py", words::tuples(api)),
        ("outcomes.py", outcomes::source(api)),
        ("params.py", params::source(api)),
        ("records.pyi", records::source(api)),
        ("resources.py", resources::source(api, &resources::PLAIN)),
        ("aio/resources.py", resources::source(api, &resources::AWAITED)),
    ]
    .map(|(name, text)| File::new(format!("bindings-uniffi/python/src/counterfoil/{name}"), text))
    .into()
}

/// Returns the name of the record that a field holds.
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
