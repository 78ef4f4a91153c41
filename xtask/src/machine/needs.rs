//! The list of what is needed, how each item is checked, and how it is installed.

use std::path::Path;
use std::process::Command;

use super::programs::{self, printed};

/// One thing that must be present.
pub(crate) struct Need {
    pub(crate) name: &'static str,
    /// Checks whether it is present; the error says what was found.
    pub(crate) check: fn() -> Result<(), String>,
    pub(crate) remedy: Remedy,
}

/// How to get it.
#[derive(Clone, Copy)]
pub(crate) enum Remedy {
    /// Arguments of rustup.
    Rustup(&'static [&'static str]),
    /// Debian packages.
    Debian(&'static [&'static str]),
    /// A page with instructions, since Debian's own version can be too old.
    Page(&'static str),
}

/// The workspace's `rust-version`; a test compares the two.
const OLDEST: &str = "1.88.0";
const WASM: &str = "wasm32-unknown-unknown";

/// Everything, in the order of use.
pub(crate) const ALL: [Need; 13] = [
    Need {
        name: "clippy and rustfmt of the pinned compiler",
        check: || {
            printed("cargo", &["clippy", "--version"])?;
            printed("cargo", &["fmt", "--version"]).map(drop)
        },
        remedy: Remedy::Rustup(&["component", "add", "clippy", "rustfmt"]),
    },
    Need {
        name: "the target wasm32-unknown-unknown of the pinned compiler",
        check: || {
            let text = printed("rustc", &["--print", "target-libdir", "--target", WASM])?;
            if text.lines().next().is_some_and(|folder| Path::new(folder).is_dir()) {
                Ok(())
            } else {
                Err("not installed".into())
            }
        },
        remedy: Remedy::Rustup(&["target", "add", WASM]),
    },
    OLDEST_COMPILER,
    Need {
        name: "a C compiler, cc",
        check: || printed("cc", &["--version"]).map(drop),
        remedy: Remedy::Debian(&["gcc", "libc6-dev"]),
    },
    Need {
        name: "strip, of binutils",
        check: || printed("strip", &["--version"]).map(drop),
        remedy: Remedy::Debian(&["binutils"]),
    },
    Need {
        name: "kill, of procps",
        check: || printed("kill", &["-l"]).map(drop),
        remedy: Remedy::Debian(&["procps"]),
    },
    Need {
        name: "Node.js 20 or newer with npm",
        check: || {
            at_least((20, 0), "node", &["--version"])?;
            printed("npm", &["--version"]).map(drop)
        },
        remedy: Remedy::Page("https://nodejs.org/en/download"),
    },
    Need {
        name: "Python 3.10 or newer with venv and pip",
        check: || {
            at_least((3, 10), "python3", &["--version"])?;
            printed("python3", &["-c", "import ensurepip, venv"]).map(drop)
        },
        remedy: Remedy::Debian(&["python3-venv"]),
    },
    Need {
        name: "a JDK, 17 or newer",
        check: || {
            at_least((17, 0), "javac", &["-version"])?;
            printed("java", &["-version"]).map(drop)
        },
        remedy: Remedy::Debian(&["default-jdk-headless"]),
    },
    Need {
        name: "Maven 3.6.3 or newer",
        check: || at_least((3, 6), "mvn", &["--version"]),
        remedy: Remedy::Debian(&["maven"]),
    },
    Need {
        name: "Go 1.22 or newer, for stripe-mock",
        check: || at_least((1, 22), "go", &["version"]),
        remedy: Remedy::Page("https://go.dev/dl"),
    },
    CHROMIUM,
    POSTGRESQL,
];

/// The oldest compiler that users may have.
pub(crate) const OLDEST_COMPILER: Need = Need {
    name: "the oldest supported compiler",
    check: || printed("rustup", &["run", OLDEST, "rustc", "--version"]).map(drop),
    remedy: Remedy::Rustup(&["toolchain", "install", OLDEST, "--profile", "minimal", "--no-self-update"]),
};

/// The browser of the platform's tests.
pub(crate) const CHROMIUM: Need = Need {
    name: "Chromium",
    check: || programs::chromium().map(drop),
    remedy: Remedy::Debian(&["chromium"]),
};

/// The database server of the platform's tests.
pub(crate) const POSTGRESQL: Need = Need {
    name: "a PostgreSQL server",
    check: || programs::postgres_bin().map(drop),
    remedy: Remedy::Debian(&["postgresql"]),
};

fn at_least(oldest: (u32, u32), program: &str, arguments: &[&str]) -> Result<(), String> {
    let text = printed(program, arguments)?;
    match programs::version(&text) {
        Some(version) if version >= oldest => Ok(()),
        Some((major, minor)) => Err(format!("found version {major}.{minor}")),
        None => Err(format!("`{program}` does not print its version")),
    }
}

/// Runs cargo with the oldest compiler.
pub(crate) fn with_the_oldest_compiler() -> Command {
    let mut command = Command::new("rustup");
    command.args(["run", OLDEST, "cargo"]);
    // Set by the cargo that runs this; it is that of the pinned compiler.
    command.env_remove("CARGO");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_compiler_is_that_of_the_manifest() {
        let manifest = std::fs::read_to_string(xtask_process::root().join("Cargo.toml")).unwrap();
        let wanted = format!("rust-version = \"{}\"", OLDEST.trim_end_matches(".0"));
        assert!(manifest.contains(&wanted), "{wanted}");
    }

    #[test]
    fn the_pinned_compiler_has_the_target() {
        let pinned = std::fs::read_to_string(xtask_process::root().join("rust-toolchain.toml")).unwrap();
        assert!(pinned.contains(WASM));
    }
}
