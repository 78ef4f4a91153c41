//! `cargo xtask prepare` on machines that lack something: a folder of small scripts stands in for all
//! programs, so that nothing of this machine's own is seen or changed.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A machine that has everything, as `PATH` shows it.
struct Machine {
    folder: PathBuf,
}

const TARGET_FOLDER: &str = "rustlib";

impl Machine {
    fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join(TARGET_FOLDER)).unwrap();
        let machine = Machine { folder };
        for (program, prints) in [
            ("cargo", "clippy 0.1.95"),
            ("rustup", "rustup 1.29.0"),
            ("cc", "cc 12.2.0"),
            ("strip", "strip 2.40"),
            ("kill", "HUP"),
            ("node", "v20.20.2"),
            ("npm", "11.19.1"),
            ("python3", "Python 3.11.7"),
            ("javac", "javac 17.0.15"),
            ("java", "openjdk 17.0.15"),
            ("mvn", "Apache Maven 3.8.7"),
            ("go", "go version go1.26.8 linux/amd64"),
            ("id", "1000"),
            ("initdb", ""),
            ("postgres", ""),
            ("chromium", ""),
        ] {
            machine.has(program, &format!("echo '{prints}'"));
        }
        machine.has("rustc", &format!("echo '{}'", machine.folder.join(TARGET_FOLDER).display()));
        machine
    }

    fn has(&self, program: &str, script: &str) {
        let path = self.folder.join(program);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn lacks(&self, program: &str) {
        fs::remove_file(self.folder.join(program)).unwrap();
    }

    fn prepare(&self) -> Output {
        Command::new(env!("CARGO_BIN_EXE_xtask"))
            .arg("prepare")
            .env("PATH", &self.folder)
            .env("CHROMIUM", self.folder.join("chromium"))
            .output()
            .unwrap()
    }

    /// What it says when it refuses.
    fn refusal(&self) -> String {
        let output = self.prepare();
        assert!(!output.status.success(), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// Makes a program note its arguments, besides doing `script`.
    fn notes(&self, program: &str, script: &str) {
        let log = self.log();
        self.has(program, &format!("echo {program} \"$@\" >> {}\n{script}", log.display()));
    }

    fn log(&self) -> PathBuf {
        self.folder.join("log")
    }
}

#[test]
fn a_machine_that_has_everything_is_left_alone() {
    let machine = Machine::new("everything");
    machine.notes("apt-get", "");
    machine.notes("rustup", "");
    let output = machine.prepare();
    assert!(output.status.success(), "{output:?}");
    let log = fs::read_to_string(machine.log()).unwrap();
    assert!(!log.contains("install") && !log.contains("add"), "{log}");
}

#[test]
fn everything_that_is_missing_is_listed_at_once_and_nothing_installed() {
    let machine = Machine::new("list");
    machine.lacks("node");
    machine.lacks("mvn");
    machine.has("go", "echo 'go version go1.19.8 linux/amd64'");
    machine.has("python3", "test \"$1\" = -c && exit 1; echo 'Python 3.11.7'");
    fs::remove_dir(machine.folder.join(TARGET_FOLDER)).unwrap();
    machine.notes("rustup", "");
    let text = machine.refusal();
    for expected in [
        "Node.js 20 or newer with npm: `node` is not on the PATH",
        "https://nodejs.org/en/download",
        "Maven 3.6.3 or newer: `mvn` is not on the PATH",
        "apt-get update && apt-get install --yes maven",
        "Go 1.22 or newer, for stripe-mock: found version 1.19",
        "https://go.dev/dl",
        "apt-get update && apt-get install --yes python3-venv",
        "the target wasm32-unknown-unknown of the pinned compiler: not installed",
        "rustup target add wasm32-unknown-unknown",
    ] {
        assert!(text.contains(expected), "`{expected}` is not in\n{text}");
    }
    assert!(!text.contains("Chromium") && !text.contains("JDK"), "{text}");
    assert!(!fs::read_to_string(machine.log()).unwrap().contains("target add"));
}

#[test]
fn each_thing_alone_is_missed() {
    for program in [
        "cargo", "rustc", "rustup", "cc", "strip", "kill", "node", "npm", "python3", "javac", "java", "mvn",
        "go", "initdb", "chromium",
    ] {
        // PostgreSQL is also looked for where Debian puts it.
        if program == "initdb" && PathBuf::from("/usr/lib/postgresql").exists() {
            continue;
        }
        let machine = Machine::new(&format!("without-{program}"));
        machine.lacks(program);
        assert!(machine.refusal().contains(": "), "{program}");
    }
}

#[test]
fn without_rustup_the_advice_starts_with_it() {
    let machine = Machine::new("no-rustup");
    machine.lacks("rustup");
    fs::remove_dir(machine.folder.join(TARGET_FOLDER)).unwrap();
    assert!(machine.refusal().contains("https://rustup.rs, then `rustup target add"));
}

#[test]
fn rustup_adds_the_target_by_itself() {
    let machine = Machine::new("target");
    let target = machine.folder.join(TARGET_FOLDER);
    fs::remove_dir(&target).unwrap();
    machine.notes("rustup", &format!("test \"$1\" != target || /bin/mkdir {}", target.display()));
    assert!(machine.prepare().status.success());
    assert!(
        fs::read_to_string(machine.log()).unwrap().contains("rustup target add wasm32-unknown-unknown\n")
    );
}

#[test]
fn root_installs_debian_packages_in_one_go() {
    let machine = Machine::new("root");
    machine.has("id", "echo 0");
    machine.lacks("mvn");
    machine.lacks("strip");
    let maven = machine.folder.join("mvn");
    let strip = machine.folder.join("strip");
    let script = format!(
        "test \"$1\" = install || exit 0\n/bin/cp {cc} {maven}\n/bin/cp {cc} {strip}",
        cc = machine.folder.join("cc").display(),
        maven = maven.display(),
        strip = strip.display(),
    );
    machine.notes("apt-get", &script);
    let output = machine.prepare();
    assert!(output.status.success(), "{output:?}");
    let log = fs::read_to_string(machine.log()).unwrap();
    assert!(
        log.ends_with("apt-get update\napt-get install --yes --no-install-recommends binutils maven\n"),
        "{log}"
    );
}

#[test]
fn an_installation_that_does_not_help_is_a_failure() {
    let machine = Machine::new("no-help");
    machine.has("id", "echo 0");
    machine.lacks("mvn");
    machine.has("apt-get", "");
    let text = machine.refusal();
    assert!(
        text.contains("something is still missing after the installation") && text.contains("Maven"),
        "{text}"
    );
    machine.has("apt-get", "exit 100");
    let text = machine.refusal();
    assert!(text.contains("`apt-get update` failed") && text.contains("--yes maven"), "{text}");
}
