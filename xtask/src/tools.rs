//! Cargo subcommands at pinned versions, installed when they are first needed.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use xtask_process::{root, run};

/// A cargo subcommand that is a crate of its own.
#[derive(Clone, Copy)]
pub(crate) struct Tool {
    /// Its name after `cargo`; the crate is `cargo-NAME`.
    name: &'static str,
    version: &'static str,
}

pub(crate) const DENY: Tool = Tool { name: "deny", version: "0.20.2" };
pub(crate) const FUZZ: Tool = Tool { name: "fuzz", version: "0.13.2" };
pub(crate) const MUTANTS: Tool = Tool { name: "mutants", version: "27.1.0" };
pub(crate) const SEMVER: Tool = Tool { name: "semver-checks", version: "0.51.0" };

impl Tool {
    /// Returns the tool as a command, run in the root of the checkout. It is the one on the PATH if that has
    /// the pinned version; otherwise it is built into `target/tools`, which takes a minute or more.
    pub(crate) fn command(self) -> Result<Command, String> {
        let mut command = Command::new(self.program()?);
        command.arg(self.name).current_dir(root());
        Ok(command)
    }

    /// Returns the path or name to start it by.
    fn program(self) -> Result<PathBuf, String> {
        let Tool { name, version } = self;
        let program = format!("cargo-{name}");
        let folder = root().join("target/tools");
        let own = folder.join("bin").join(&program);
        if let Some(found) = [PathBuf::from(&program), own.clone()].into_iter().find(|path| self.is(path)) {
            return Ok(found);
        }
        let mut install = Command::new("cargo");
        install.args(["install", &program, "--version", version, "--locked", "--force", "--root"]);
        run(install.arg(&folder))?;
        if self.is(&own) {
            Ok(own)
        } else {
            Err(format!("{program} {version} was installed, but does not run"))
        }
    }

    fn is(self, program: &Path) -> bool {
        let output = Command::new(program).args([self.name, "--version"]).stderr(Stdio::null()).output();
        let wanted = format!("cargo-{} {}", self.name, self.version);
        output.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).trim() == wanted)
    }
}
