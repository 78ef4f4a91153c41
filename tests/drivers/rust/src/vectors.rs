//! The vectors in process: what `cargo xtask conformance rust` asks over a pipe, asked by a test, so
//! that a change to the core is told of within a second, and so is every mutant of it.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::operations;

#[derive(Deserialize)]
struct File {
    count: usize,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    comment: String,
    op: String,
    #[serde(rename = "in")]
    input: Box<RawValue>,
    ok: Option<Value>,
    error: Option<Value>,
}

#[test]
fn every_vector_is_answered_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors");
    let mut wrong = Vec::new();
    let mut run = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let file: File = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(file.cases.len(), file.count, "{}", path.display());
        for case in file.cases {
            let answer = operations::run(&case.op, case.input.get());
            if !agrees(&case, &answer) {
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                wrong.push(format!("{name} `{}` answered {answer:?}", case.comment));
            }
            run += 1;
        }
    }
    assert!(run >= 500, "{run} vectors are too few: were they moved?");
    assert!(wrong.is_empty(), "{} of {run} vectors:\n{}", wrong.len(), wrong.join("\n"));
}

/// As the runner in xtask compares: an `ok` in full, of an error what the vector names of it.
fn agrees(case: &Case, answer: &Result<Value, Value>) -> bool {
    match (answer, &case.ok, &case.error) {
        (Ok(answer), Some(expected), None) => answer == expected,
        (Err(answer), None, Some(expected)) => {
            let told = answer["message"].as_str().is_some_and(|message| !message.is_empty());
            let fields = expected.as_object().unwrap();
            told && fields.iter().all(|(key, value)| answer.get(key) == Some(value))
        }
        _ => false,
    }
}
