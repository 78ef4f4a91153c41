//! The vectors in process: what `cargo xtask conformance rust` asks over a pipe, asked by a test, so
//! that a change to the core is checked within a second, and so is every mutant of it.

use std::collections::BTreeSet;

use counterfoil::error::ErrorCode;
use counterfoil::webhook::RejectionCode;
use counterfoil_conformance::{agrees, read_files};
use serde_json::json;

use crate::operations;

#[test]
fn every_vector_is_answered_as_it_says() {
    let mut wrong = Vec::new();
    for file in read_files().unwrap() {
        for case in file.cases {
            let answer = match operations::run(&case.op, &case.input) {
                Ok(ok) => json!({ "ok": ok }),
                Err(error) => json!({ "error": error }),
            };
            if !agrees(&case.expected, &answer) {
                wrong.push(format!("{} `{}` answered {answer}", file.name, case.comment));
            }
        }
    }
    assert!(wrong.is_empty(), "{} vectors:\n{}", wrong.len(), wrong.join("\n"));
}

/// Every code is in the core's tables, with its meaning and advice, but for those that are Stripe's own and
/// the driver's for operations that it does not know.
#[test]
fn every_code_is_explained() {
    let mut codes = BTreeSet::new();
    let cases = read_files().unwrap().into_iter().flat_map(|file| file.cases);
    for error in cases.filter_map(|case| operations::run(&case.op, &case.input).err()) {
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
