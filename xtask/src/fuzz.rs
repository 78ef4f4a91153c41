//! `cargo xtask fuzz MINUTES`: the properties of `core/properties` under libFuzzer.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::FUZZ;
use xtask_process::{Outcome, root, run};

/// Runs every target for the same share of the time, starting from the vectors and from what earlier runs
/// kept in `core/fuzz/corpus`.
pub(crate) fn command(minutes: &str) -> Outcome {
    let minutes = minutes.parse().ok().filter(|minutes: &u64| *minutes > 0);
    let minutes = minutes.ok_or("expected how many minutes to run, all targets together")?;
    let targets = targets()?;
    let seeds = root().join("target/fuzz/seeds");
    let mut write = Command::new("cargo");
    write.args(["run", "--quiet", "--package", "counterfoil-properties", "--bin", "seeds", "--"]);
    run(write.arg(&seeds).current_dir(root()))?;
    build()?;

    let seconds = (minutes * 60 / targets.len() as u64).max(1);
    let mut failed = Vec::new();
    println!("{:10} {:>12} {:>6} {:>7}", "target", "executions", "edges", "corpus");
    for target in &targets {
        let log = root().join(format!("target/fuzz/{target}.log"));
        let held = fuzz(target, &seeds.join(target), seconds, &log)?;
        let Figures { executions, edges, corpus } =
            Figures::of(&fs::read_to_string(&log).unwrap_or_default());
        println!("{target:10} {executions:>12} {edges:>6} {corpus:>7}");
        if !held {
            failed.push(format!("{target}: see {}", log.display()));
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    let how = "the input is in core/fuzz/artifacts; turn it into a vector or a test, then fix the bug";
    Err(format!("{how}\n{}", failed.join("\n")))
}

/// Builds all targets with the pinned compiler: there is no unsafe code here for a sanitizer to watch,
/// and only those need nightly.
fn build() -> Outcome {
    let build = ["build", "--fuzz-dir", "core/fuzz", "--sanitizer", "none", "--codegen-units", "16"];
    run(FUZZ.command()?.args(build))
}

/// Returns whether the target ran to the end of its time without a finding.
fn fuzz(target: &str, seeds: &Path, seconds: u64, log: &Path) -> Result<bool, String> {
    let kept = root().join("core/fuzz/corpus").join(target);
    let findings = root().join("core/fuzz/artifacts").join(target);
    for folder in [&kept, &findings] {
        fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    }
    let log = File::create(log).map_err(|error| error.to_string())?;
    let mut command = Command::new(program(target)?);
    command.arg(kept).arg(seeds).arg(format!("-max_total_time={seconds}"));
    command.arg(format!("-artifact_prefix={}/", findings.display()));
    command.args(["-print_final_stats=1", "-timeout=10"]).stderr(log);
    Ok(command.status().map_err(|error| error.to_string())?.success())
}

/// cargo-fuzz builds in a folder that is named after the target triple.
fn program(target: &str) -> Result<PathBuf, String> {
    let folders = fs::read_dir(root().join("core/fuzz/target")).map_err(|error| error.to_string())?;
    let mut programs = folders.flatten().map(|folder| folder.path().join("release").join(target));
    programs.find(|program| program.is_file()).ok_or_else(|| format!("{target} was not built"))
}

fn targets() -> Result<Vec<String>, String> {
    let folder = fs::read_dir(root().join("core/fuzz/fuzz_targets")).map_err(|error| error.to_string())?;
    let stem = |entry: fs::DirEntry| Some(entry.path().file_stem()?.to_str()?.to_owned());
    let mut targets: Vec<String> = folder.flatten().filter_map(stem).collect();
    targets.sort();
    Ok(targets)
}

/// What libFuzzer reports about a run.
#[derive(Debug, PartialEq)]
struct Figures {
    executions: String,
    edges: String,
    corpus: String,
}

impl Figures {
    fn of(log: &str) -> Self {
        let last = |before: &str| {
            let word = log.rsplit_once(before).map(|(_, after)| after.trim_start());
            word.and_then(|word| word.split([' ', '/', '\n']).next()).unwrap_or("?").to_owned()
        };
        Figures {
            executions: last("stat::number_of_executed_units:"),
            edges: last(" cov: "),
            corpus: last(" corp: "),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_figures_count() {
        let log = "#2 INITED cov: 10 ft: 11 corp: 1/1b exec/s: 0\n#99 DONE cov: 612 ft: 1870 corp: 341/12Kb lim: 9\nstat::number_of_executed_units: 99\nstat::x: 1";
        let figures = Figures { executions: "99".into(), edges: "612".into(), corpus: "341".into() };
        assert_eq!(Figures::of(log), figures);
    }

    #[test]
    fn every_property_has_a_target() {
        let manifest = fs::read_to_string(root().join("core/fuzz/Cargo.toml")).unwrap();
        let library = fs::read_to_string(root().join("core/properties/src/lib.rs")).unwrap();
        let targets = targets().unwrap();
        for target in &targets {
            assert!(manifest.contains(&format!("name = \"{target}\"")), "{target} has no [[bin]]");
            assert!(library.contains(&format!("name: \"{target}\"")), "{target} is no property");
        }
        assert_eq!(library.matches("Property { name:").count(), targets.len());
    }
}
