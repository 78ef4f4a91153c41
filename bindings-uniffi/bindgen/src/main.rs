//! The generator of the Python and Kotlin modules, at the version of the runtime they call.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    uniffi::uniffi_bindgen_main();
    let arguments: Vec<String> = std::env::args().collect();
    let value = |name: &str| arguments.windows(2).find(|pair| pair[0] == name).map(|pair| &pair[1]);
    let (Some("python"), Some(folder)) = (value("--language").map(String::as_str), value("--out-dir")) else {
        return ExitCode::SUCCESS;
    };
    match lighten(&Path::new(folder).join("counterfoil.py")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{folder}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Takes `@dataclass` off the generated classes. They define everything themselves, and the decorator
/// would look through each of some hundred classes again whenever the package is imported.
fn lighten(module: &Path) -> std::io::Result<()> {
    let text = fs::read_to_string(module)?;
    let lines = text.lines().filter(|line| line.trim() != "@dataclass");
    fs::write(module, lines.collect::<Vec<_>>().join("\n") + "\n")
}
