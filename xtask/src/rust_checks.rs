//! What the core promises about itself: the compilers that it builds with, and its dependencies.

use std::collections::BTreeSet;
use std::process::Command;

use crate::machine;
use crate::tools::{DENY, MUTANTS};
use xtask_process::{Outcome, root, run};

/// All direct and indirect dependencies that the core may have.
const DEPENDENCIES: [&str; 7] = ["hmac", "serde", "serde_json", "sha2", "subtle", "thiserror", "zeroize"];

/// Checks that the crates published for Rust build with the compiler that `rust-version` names.
pub(crate) fn oldest_compiler() -> Outcome {
    machine::ensure(&[machine::OLDEST_COMPILER])?;
    let mut check = machine::with_the_oldest_compiler();
    check.args(["check", "--quiet", "--package", "counterfoil", "--package", "counterfoil-reqwest"]);
    // In a separate folder, since the two compilers would otherwise rebuild everything in turn.
    run(check.current_dir(root()).env("CARGO_TARGET_DIR", root().join("target/oldest")))
}

/// Checks that the core depends on nothing that is not listed here.
pub(crate) fn dependencies() -> Outcome {
    let mut tree = Command::new("cargo");
    tree.args(["tree", "--package", "counterfoil", "--edges", "normal", "--no-default-features"]);
    tree.args(["--depth", "1", "--prefix", "none", "--format", "{p}"]).current_dir(root());
    let output = tree.output().map_err(|error| format!("cargo did not start: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let tree = String::from_utf8_lossy(&output.stdout);
    let more = beyond(&tree);
    if more.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "the core depends on {more:?}; its users build that too: do without them, or add them with a reason"
        ))
    }
}

/// `cargo xtask miri`: the tests of the only crate with unsafe code in it, under Miri, which sees a read
/// beyond a slice, a pointer to what was freed, and two owners of one allocation.
pub(crate) fn miri() -> Outcome {
    let mut test = Command::new("rustup");
    test.args(["run", "nightly", "cargo", "miri", "test", "--package", "counterfoil-uniffi", "--lib"]);
    // A keyring's address is passed as an integer, so no pointer keeps its provenance.
    test.env("MIRIFLAGS", "-Zmiri-permissive-provenance").env_remove("CARGO").current_dir(root());
    let how = "`rustup toolchain install nightly --component miri --component rust-src` brings what it needs";
    run(&mut test).map_err(|why| format!("{why}; {how}"))
}

/// `cargo xtask audit`: licenses, sources, versions and known vulnerabilities of all dependencies, including
/// those of the fuzz targets' own lock file.
///
/// The advisories are in a git repository, not in a package registry. If it cannot be reached, the rest is
/// still checked, and the command fails and says so, unless it is run without advisories.
pub(crate) fn audit(with_advisories: bool) -> Outcome {
    let check = |what: &[&str]| -> Outcome {
        for manifest in ["Cargo.toml", "core/fuzz/Cargo.toml"] {
            let place = ["--manifest-path", manifest, "--config", "deny.toml", "check"];
            run(DENY.command()?.args(place).args(what))?;
        }
        Ok(())
    };
    check(&["licenses", "bans", "sources"])?;
    if !with_advisories {
        return Ok(());
    }
    check(&["advisories"]).map_err(|why| {
        format!(
            "{why}; licenses, bans and sources are fine. Where the advisory database cannot be fetched, \
             `cargo xtask audit --without-advisories` checks the rest"
        )
    })
}

/// `cargo xtask mutants`: `.cargo/mutants.toml` explains what and why; the results are in
/// `target/mutants.out`.
pub(crate) fn mutants(arguments: &[&str]) -> Outcome {
    run(MUTANTS.command()?.args(["--jobs", "2", "--output", "target"]).args(arguments))
}

/// Returns what a tree names besides the core itself and its allowed dependencies.
fn beyond(tree: &str) -> BTreeSet<&str> {
    let names = tree.lines().filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "counterfoil" && !DEPENDENCIES.contains(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_further_dependency_is_named() {
        assert!(beyond("counterfoil v0.1.0 (core)\nserde v1.0.229\n").is_empty());
        assert_eq!(beyond("counterfoil v0.1.0\nurl v2.5.0\nurl v2.5.0 (*)"), BTreeSet::from(["url"]));
    }
}
