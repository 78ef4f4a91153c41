//! Debian packages that the tests need and a machine may lack.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::step::{Outcome, run};

/// Installs Chromium and PostgreSQL where they are missing and this user may.
pub(crate) fn debian_packages() -> Outcome {
    let mut missing = Vec::new();
    if chromium().is_err() {
        missing.push("chromium");
    }
    if postgres_bin().is_err() {
        missing.push("postgresql");
    }
    if missing.is_empty() {
        return Ok(());
    }
    let advice = format!(
        "{} missing; install with `apt-get update && apt-get install --yes {}` as root",
        missing.join(" and "),
        missing.join(" ")
    );
    if !is_root() || !exists("apt-get") {
        return Err(advice);
    }
    let apt = |arguments: &[&str]| {
        run(Command::new("apt-get")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null()))
    };
    let install = [&["install", "--yes", "--no-install-recommends"][..], &missing].concat();
    apt(&["update"]).and_then(|()| apt(&install)).map_err(|why| format!("{why}; {advice}"))
}

/// Where Chromium is; `CHROMIUM` goes before the usual places.
pub(crate) fn chromium() -> Result<PathBuf, String> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        return Ok(path.into());
    }
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .into_iter()
        .map(PathBuf::from)
        .find(|path| path.exists())
        .ok_or_else(|| "no Chromium: `apt-get install --yes chromium`, or set CHROMIUM to its path".into())
}

/// The folder with `initdb` and `postgres`, which Debian keeps off the PATH.
pub(crate) fn postgres_bin() -> Result<PathBuf, String> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    folders.extend(std::env::var_os("PATH").iter().flat_map(std::env::split_paths));
    folders
        .into_iter()
        .find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
        .ok_or_else(|| "no PostgreSQL server: `apt-get install --yes postgresql`".into())
}

pub(crate) fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn exists(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}
