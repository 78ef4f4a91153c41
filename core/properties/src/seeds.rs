//! The conformance vectors as initial inputs, read from their folder.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::Deserialize;
use serde_json::Value;

/// All vectors, by their operation in the conformance protocol.
pub struct Vectors(Vec<Case>);

#[derive(Deserialize)]
struct File {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    op: String,
    #[serde(rename = "in")]
    input: Value,
}

impl Vectors {
    /// Reads `tests/vectors`.
    #[must_use]
    pub fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
        let mut paths: Vec<_> =
            fs::read_dir(folder).expect("tests/vectors").map(|entry| entry.expect("a file").path()).collect();
        // In the same order on every machine, so that every run is the same.
        paths.sort();
        let json = paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "json"));
        let cases = json.flat_map(|path| {
            let text = fs::read_to_string(path).expect("a vector file");
            serde_json::from_str::<File>(&text).expect("vectors").cases
        });
        Vectors(cases.collect())
    }

    /// Returns the inputs of all cases of an operation.
    pub fn of(&self, op: &str) -> impl Iterator<Item = &Value> {
        self.0.iter().filter(move |case| case.op == op).map(|case| &case.input)
    }
}

/// Returns the bytes of `body_b64`.
pub(crate) fn body(input: &Value) -> Vec<u8> {
    BASE64.decode(text(input, "body_b64")).unwrap_or_default()
}

/// Returns a text of the input, which is empty if it is absent.
pub(crate) fn text<'v>(input: &'v Value, key: &str) -> &'v str {
    input[key].as_str().unwrap_or_default()
}
