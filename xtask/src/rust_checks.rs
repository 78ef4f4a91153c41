//! What the core promises about itself: which compilers it builds with, and what it brings along.

use std::collections::BTreeSet;
use std::process::Command;

use crate::machine;
use crate::tools::{DENY, MUTANTS};
use xtask_process::{Outcome, root, run};

/// All that the core may depend on by itself.
const DEPENDENCIES: [&str; 7] = ["hmac", "serde", "serde_json", "sha2", "subtle", "thiserror", "zeroize"];

/// What is published for Rust builds with the compiler that `rust-version` names.
pub(crate) fn oldest_compiler() -> Outcome {
    machine::ensure(&[machine::OLDEST_COMPILER])?;
    let mut check = machine::with_the_oldest_compiler();
    check.args(["check", "--quiet", "--package", "counterfoil", "--package", "counterfoil-reqwest"]);
    // Apart from the rest, which the two compilers would build anew in turns.
    run(check.current_dir(root()).env("CARGO_TARGET_DIR", root().join("target/oldest")))
}

/// The core depends on nothing that is not listed here.
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
        Err(format!("the core depends on {more:?}; its users build that too: do without, or say why not"))
    }
}

/// `cargo xtask miri`: the tests of the only crate with unsafe code in it, under Miri, which sees a read
/// beyond a slice, a pointer to what was freed, and two owners of one allocation.
pub(crate) fn miri() -> Outcome {
    let mut test = Command::new("rustup");
    test.args(["run", "nightly", "cargo", "miri", "test", "--package", "counterfoil-uniffi", "--lib"]);
    // A keyring's address crosses the border as an integer, so no pointer keeps where it came from.
    test.env("MIRIFLAGS", "-Zmiri-permissive-provenance").env_remove("CARGO").current_dir(root());
    let how = "`rustup toolchain install nightly --component miri --component rust-src` brings what it needs";
    run(&mut test).map_err(|why| format!("{why}; {how}"))
}

/// `cargo xtask audit`: licenses, sources, versions and known vulnerabilities of everything we depend on,
/// the fuzz targets' own lock file included.
///
/// The advisories are in a git repository, which no package registry has: where it cannot be reached, the
/// rest is still checked, and the command fails and says so, unless it is asked to do without them.
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

/// `cargo xtask mutants`: what and why is in `.cargo/mutants.toml`; the results are in
/// `target/mutants.out`.
pub(crate) fn mutants(arguments: &[&str]) -> Outcome {
    run(MUTANTS.command()?.args(["--jobs", "2", "--output", "target"]).args(arguments))
}

/// What a tree names beside the core itself and what it may have.
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
