//! `core/api.json`: the API's shape as data, written from the core's declarations.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use xtask_process::{Outcome, root};

/// `cargo xtask api`
pub(crate) fn write() -> Outcome {
    fs::write(file(), declared()?).map_err(|error| error.to_string())
}

/// Checks that the file matches the core's declarations, so that a review shows every change of the API.
pub(crate) fn check() -> Outcome {
    let written = fs::read_to_string(file()).map_err(|error| error.to_string())?;
    if written == declared()? {
        return Ok(());
    }
    Err("core/api.json does not match the core's declarations: run `cargo xtask api` and review the difference"
        .into())
}

fn declared() -> Result<String, String> {
    let arguments =
        ["run", "--quiet", "--package", "counterfoil", "--features", "schema", "--example", "api_json"];
    let output = Command::new("cargo")
        .args(arguments)
        .current_dir(root())
        .output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

fn file() -> PathBuf {
    root().join("core/api.json")
}
