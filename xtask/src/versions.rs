//! Checks every manifest against the only place where the version is defined: the workspace's Cargo.toml.

use std::fs;

use xtask_process::{Outcome, root};

/// The manifests that have to repeat the version, with the text that they must contain.
fn places(version: &str) -> [(&'static str, String); 7] {
    [
        ("bindings-wasm/package.json", format!("\"version\": \"{version}\"")),
        ("bindings-wasm/package-lock.json", format!("\"version\": \"{version}\"")),
        ("tests/drivers/node/package-lock.json", format!("\"version\": \"{version}\"")),
        // The requests of the vectors name the version in their User-Agent.
        ("tests/vectors/request.json", format!("\"counterfoil/{version}\"")),
        ("bindings-uniffi/kotlin/pom.xml", format!("<version>{version}</version>")),
        ("tests/drivers/kotlin/pom.xml", format!("<version>{version}</version>")),
        ("CHANGELOG.md", format!("## [{version}]")),
    ]
}

pub(crate) fn check() -> Outcome {
    let version = env!("CARGO_PKG_VERSION");
    let mut wrong = Vec::new();
    for (path, text) in places(version) {
        match fs::read_to_string(root().join(path)) {
            Ok(manifest) if manifest.contains(&text) => {}
            Ok(_) => wrong.push(format!("{path} does not say `{text}`")),
            Err(error) => wrong.push(format!("{path}: {error}")),
        }
    }
    let internal = format!("version = \"{version}\"");
    let workspace = fs::read_to_string(root().join("Cargo.toml")).map_err(|error| error.to_string())?;
    for line in workspace.lines().filter(|line| line.starts_with("counterfoil") && line.contains("path =")) {
        if !line.contains(&internal) {
            wrong.push(format!("Cargo.toml: `{line}` does not say `{internal}`"));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(format!("the version is {version}, but {}", wrong.join("; "))) }
}
