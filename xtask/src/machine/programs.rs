//! Finds programs and reads their versions.

use std::path::PathBuf;
use std::process::Command;

/// Returns the path of Chromium; `CHROMIUM` takes precedence over the usual places.
pub(crate) fn chromium() -> Result<PathBuf, String> {
    if let Some(path) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        let wrong = || format!("CHROMIUM is {}, which is not a file", path.display());
        return if path.is_file() { Ok(path) } else { Err(wrong()) };
    }
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .into_iter()
        .map(PathBuf::from)
        .find(|path| path.exists())
        .ok_or_else(|| "not in /usr/bin, and CHROMIUM is not set to its path".into())
}

/// Returns the folder with `initdb` and `postgres`, which Debian keeps off the PATH.
pub(crate) fn postgres_bin() -> Result<PathBuf, String> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    folders.extend(std::env::var_os("PATH").iter().flat_map(std::env::split_paths));
    folders
        .into_iter()
        .find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
        .ok_or_else(|| "no `initdb` and `postgres` in /usr/lib/postgresql or on the PATH".into())
}

pub(crate) fn is_root() -> bool {
    printed("id", &["-u"]).is_ok_and(|id| id.trim() == "0")
}

/// Returns what a program prints; the error says that it is missing, or how it failed.
pub(super) fn printed(program: &str, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .map_err(|error| format!("`{program}` is not on the PATH ({error})"))?;
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        return Ok(text.into_owned());
    }
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    Err(format!("`{program} {}` failed: {}", arguments.join(" "), first.trim()))
}

/// Returns the first number with a dot as major and minor version, or else the first number alone.
pub(super) fn version(text: &str) -> Option<(u32, u32)> {
    let numbers = || {
        let numbers = text.split(|character: char| !character.is_ascii_digit() && character != '.');
        numbers.map(|number| number.trim_matches('.')).filter(|number| !number.is_empty())
    };
    let number = numbers().find(|number| number.contains('.')).or_else(|| numbers().next())?;
    let mut parts = number.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next().and_then(Result::ok).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_programs_print_them() {
        assert_eq!(version("v20.20.2\n"), Some((20, 20)));
        assert_eq!(version("Python 3.11.7"), Some((3, 11)));
        assert_eq!(version("javac 21"), Some((21, 0)));
        assert_eq!(version("javac 17.0.15"), Some((17, 0)));
        assert_eq!(version("go version go1.26.8 linux/amd64"), Some((1, 26)));
        assert_eq!(version("\u{1b}[1mApache Maven 3.8.7\u{1b}[m"), Some((3, 8)));
        assert_eq!(version("no number."), None);
    }
}
