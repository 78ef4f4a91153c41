//! The vectors in process: what `cargo xtask conformance rust` asks over a pipe, asked by a test, so
//! that a change to the core is told of within a second, and so is every mutant of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use counterfoil::error::ErrorCode;
use counterfoil::webhook::RejectionCode;
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

/// The files by name.
fn files() -> Vec<(String, File)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    files
        .map(|path| {
            let file: File = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            assert_eq!(file.cases.len(), file.count, "{}", path.display());
            (path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), file)
        })
        .collect()
}

#[test]
fn every_vector_is_answered_as_it_says() {
    let mut wrong = Vec::new();
    let mut run = 0;
    for (name, file) in files() {
        for case in file.cases {
            let answer = operations::run(&case.op, case.input.get());
            if !agrees(&case, &answer) {
                wrong.push(format!("{name} `{}` answered {answer:?}", case.comment));
            }
            run += 1;
        }
    }
    assert!(run > 0, "no vectors: were they moved?");
    assert!(wrong.is_empty(), "{} of {run} vectors:\n{}", wrong.len(), wrong.join("\n"));
}

/// Every code is in the core's tables, with its meaning and advice, but for those that are Stripe's own and
/// the driver's for operations that it does not know.
#[test]
fn every_code_is_explained() {
    let mut codes = BTreeSet::new();
    let cases = files().into_iter().flat_map(|(_, file)| file.cases);
    for error in cases.filter_map(|case| operations::run(&case.op, case.input.get()).err()) {
        let is_stripes = error.get("stripe_code").is_some();
        if !is_stripes {
            codes.extend(error["code"].as_str().map(str::to_owned));
        }
        let faults = error["faults"].as_array().into_iter().flatten();
        codes.extend(faults.filter_map(|fault| fault[1].as_str()).map(str::to_owned));
    }
    let is_known = |code: &str| {
        let rejections = RejectionCode::ALL.iter().map(|code| code.as_str());
        let known = rejections.chain(ErrorCode::ALL.iter().map(|known| known.code));
        known.chain(["unsupported"]).any(|known| known == code)
    };
    assert!(codes.contains("missing_parameter") && codes.contains("signature_mismatch"));
    codes.retain(|code| !is_known(code));
    assert!(codes.is_empty(), "without a row: {codes:?}");
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
