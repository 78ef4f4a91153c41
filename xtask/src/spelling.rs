//! Spelling, checked by typos: a Rust program that PyPI has as a ready-made wheel.

use std::fs;
use std::process::Command;

use xtask_process::{Outcome, root, run};

const VERSION: &str = "1.52.0";

/// `cargo xtask spelling`: checks everything in git except what `.typos.toml` leaves out.
pub(crate) fn check() -> Outcome {
    let folder = root().join("target/tools/typos");
    let program = folder.join("bin/typos");
    let is_there = || {
        let output = Command::new(&program).arg("--version").output();
        output.is_ok_and(|output| {
            String::from_utf8_lossy(&output.stdout).trim() == format!("typos-cli {VERSION}")
        })
    };
    if !is_there() {
        fs::create_dir_all(root().join("target/tools")).map_err(|error| error.to_string())?;
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
        let mut pip = Command::new(folder.join("bin/pip"));
        run(pip
            .args([
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-deps",
                "--only-binary",
                ":all:",
            ])
            .arg(format!("typos=={VERSION}")))?;
    }
    run(Command::new(program).args(["--format", "brief"]).current_dir(root()))
        .map_err(|why| format!("{why}; correct it, or say in .typos.toml why it is right"))
}
