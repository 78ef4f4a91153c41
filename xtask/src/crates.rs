//! The crates as their users get them: packed, unpacked without the rest of the checkout, and tested there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask_process::{Outcome, Report, Runner, root, run};

/// The published crates, in the order of their dependencies.
const PUBLISHED: [&str; 2] = ["counterfoil", "counterfoil-reqwest"];

/// What each of them must contain besides its code.
const TEXTS: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "README.md"];

/// Packs and unpacks both crates, and runs their tests. It needs no network once the workspace has been
/// tested, since the versions are those of its lock file.
pub(crate) fn test(report: &mut Report) {
    if !report.check("pack the crates", pack) {
        return;
    }
    // The path dependency by which the core's tests turn `testing` on is not published: these doc examples have
    // what a user has.
    report.counted(Runner::Cargo, test_of("counterfoil").arg("--doc"));
    report.counted(Runner::Cargo, test_of("counterfoil").arg("--all-features"));
    let core = format!("patch.crates-io.counterfoil.path={:?}", unpacked("counterfoil"));
    report.counted(Runner::Cargo, test_of("counterfoil-reqwest").args(["--config", &core]));
}

fn pack() -> Outcome {
    let mut package = Command::new("cargo");
    // The packaging's own check, whether the crate compiles, is also the first step of the tests.
    package.args(["package", "--quiet", "--offline", "--allow-dirty", "--no-verify"]).current_dir(root());
    run(package.args(PUBLISHED.iter().flat_map(|name| ["--package", name])))?;
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    }
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    for name in PUBLISHED {
        let archive = root().join(format!("target/package/{name}-{}.crate", version()));
        // All files in a package have the same old date: with it, cargo would take what it built before for new.
        run(Command::new("tar").arg("--touch").arg("-xzf").arg(archive).arg("-C").arg(&folder))?;
        stand_alone(&unpacked(name).join("Cargo.toml"))?;
        has_texts(&unpacked(name))?;
    }
    Ok(())
}

/// Makes it a workspace of its own, so that no manifest in a folder above it counts.
fn stand_alone(manifest: &Path) -> Outcome {
    let text = fs::read_to_string(manifest).map_err(|error| format!("{}: {error}", manifest.display()))?;
    fs::write(manifest, text + "\n[workspace]\n").map_err(|error| format!("{}: {error}", manifest.display()))
}

/// Checks that the texts are complete: what is a link in the checkout must not be one in the package.
fn has_texts(package: &Path) -> Outcome {
    for text in TEXTS {
        let path = package.join(text);
        let is_file = path.symlink_metadata().is_ok_and(|found| found.is_file());
        let packed = fs::read(&path).unwrap_or_default();
        let is_whole = !text.starts_with("LICENSE") || fs::read(root().join(text)).ok() == Some(packed);
        if !is_file || !is_whole {
            return Err(format!("{} lacks {text}, or a part of it", package.display()));
        }
    }
    Ok(())
}

/// Returns the test command of an unpacked crate, with the dependencies that the workspace has already built.
fn test_of(name: &str) -> Command {
    let mut test = Command::new("cargo");
    test.args(["test", "--quiet", "--offline"]).current_dir(unpacked(name));
    // The workspace's profile, without which everything would be built again.
    test.env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only").env("CARGO_TARGET_DIR", root().join("target"));
    test
}

fn unpacked(name: &str) -> PathBuf {
    folder().join(format!("{name}-{}", version()))
}

fn folder() -> PathBuf {
    root().join("target/crates")
}

/// The workspace's version, which this crate has, too.
fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}
