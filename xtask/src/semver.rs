//! `cargo xtask semver [REVISION]`: whether the core breaks the interface of a release or a revision.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};

use serde_json::Value;
use xtask_process::{Outcome, root};

use crate::tools::SEMVER;

/// What cargo-semver-checks says about a new field of a struct that can be created with a literal. It is a
/// warning in `core/Cargo.toml`, since it breaks nothing for parameters: see the policy in
/// `docs/releasing.md`.
const NEW_FIELD: &str = "--- warning constructible_struct_adds_field:";

/// Settings that are created with literals like parameters, and are not part of Stripe's API.
const SETTINGS: [&str; 2] = ["MerchantMethods", "RetryPolicy"];

/// Compares with a revision, by default that of the last release.
pub(crate) fn check(revision: Option<&str>) -> Outcome {
    let revision = revision.map_or_else(last_release, |revision| Ok(revision.to_owned()))?;
    let mut check = SEMVER.command()?;
    check.args(["check-release", "--package", "counterfoil", "--baseline-rev", &revision]);
    let output = check.stderr(Stdio::inherit()).output().map_err(|error| error.to_string())?;
    let report = String::from_utf8_lossy(&output.stdout);
    println!("{report}");
    if !output.status.success() {
        return Err(format!(
            "the interface breaks that of {revision}; see docs/releasing.md for what may change"
        ));
    }
    let api = fs::read_to_string(root().join("core/api.json")).map_err(|error| error.to_string())?;
    let grows = may_grow(&api)?;
    let others: Vec<&str> =
        new_fields(&report).filter(|(of, _)| !grows.contains(*of)).map(|(_, field)| field).collect();
    if others.is_empty() {
        return Ok(());
    }
    Err(format!(
        "new fields of structs that are created with literals and are not parameters: {}",
        others.join(", ")
    ))
}

/// Returns the records that may get fields in any version: parameters and settings.
fn may_grow(api: &str) -> Result<BTreeSet<String>, String> {
    let api: Value = serde_json::from_str(api).map_err(|error| error.to_string())?;
    let records = api["records"].as_array().ok_or("core/api.json has no records")?;
    let given = records.iter().filter(|record| record["kind"] == "params" || record["kind"] == "record");
    let names = given.filter_map(|record| record["name"].as_str());
    Ok(names.chain(SETTINGS).map(str::to_owned).collect())
}

/// Returns `Step` and `Step.state` for each new field that the report warns about.
fn new_fields(report: &str) -> impl Iterator<Item = (&str, &str)> {
    let warning = report.split_once(NEW_FIELD).map_or("", |(_, after)| after);
    let warning = warning.split("\n--- ").next().unwrap_or_default();
    let fields = warning.lines().filter_map(|line| line.trim().strip_prefix("field ")?.split(' ').next());
    fields.map(|field| (field.split('.').next().unwrap_or(field), field))
}

fn last_release() -> Result<String, String> {
    let mut describe = Command::new("git");
    describe.args(["describe", "--tags", "--abbrev=0", "--match", "v*"]).current_dir(root());
    let output = describe.output().map_err(|error| format!("git did not start: {error}"))?;
    if !output.status.success() {
        return Err("there is no release to compare with: name a revision, `cargo xtask semver main`".into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "
--- warning constructible_struct_adds_field: struct exhaustively constructible through public API adds field ---

Description:
A pub struct that could be exhaustively constructed with a literal has a new pub field.

Failed in:
  field Step.why in ./core/src/fulfillment.rs:59
  field CreateRefund.origin in ./core/src/payments/refund.rs:41

--- warning another: of another kind ---

Failed in:
  field Other.field in ./core/src/lib.rs:1
";

    #[test]
    fn a_new_parameter_breaks_nothing_and_another_field_does() {
        let found: Vec<_> = new_fields(REPORT).collect();
        assert_eq!(found, [("Step", "Step.why"), ("CreateRefund", "CreateRefund.origin")]);
        let api = fs::read_to_string(root().join("core/api.json")).unwrap();
        let grows = may_grow(&api).unwrap();
        for name in ["CreateRefund", "LineItem", "RetryPolicy"] {
            assert!(grows.contains(name), "{name}");
        }
        for name in ["Step", "Session", "Response"] {
            assert!(!grows.contains(name), "{name}");
        }
        assert_eq!(new_fields("Summary no semver update required").count(), 0);
    }
}
