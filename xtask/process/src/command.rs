//! Commands, shown before they run.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// Success, or a message that says what went wrong and what to do.
pub type Outcome = Result<(), String>;

/// Returns the root of the checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map(Path::to_path_buf).unwrap_or_default()
}

/// Returns when a file was last changed, or `None` if it does not exist.
pub fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|metadata| metadata.modified()).ok()
}

/// Prints a command and runs it; a status other than zero is an error that names the command.
pub fn run(command: &mut Command) -> Outcome {
    println!("$ {}", shown(command));
    let status = command.status().map_err(|error| missing(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed: {status}", shown(command))) }
}

/// Runs `npm ci`, unless the installed packages are newer than the lock file.
pub fn npm_ci(folder: &Path) -> Outcome {
    let [installed, lock] =
        ["node_modules/.package-lock.json", "package-lock.json"].map(|name| folder.join(name));
    if modified(&installed) >= modified(&lock) {
        return Ok(());
    }
    run(Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(folder))
}

pub(crate) fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<String> = words.map(|word| word.to_string_lossy().into_owned()).collect();
    words.join(" ").replace(&*root().to_string_lossy(), ".")
}

pub(crate) fn missing(command: &Command, error: &std::io::Error) -> String {
    format!(
        "`{}` did not start: {error}; is it installed and on the PATH?",
        command.get_program().to_string_lossy()
    )
}
