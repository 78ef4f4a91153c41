//! What the whole run needs from the machine. Everything is checked first, within seconds: what is missing is
//! installed if this user may, or else listed together, with the command for each.

mod needs;
mod programs;

use std::process::{Command, Stdio};

pub(crate) use needs::{CHROMIUM, OLDEST_COMPILER, POSTGRESQL, with_the_oldest_compiler};
pub(crate) use programs::{chromium, is_root, postgres_bin};

use xtask_process::{Outcome, run};

use needs::{Need, Remedy};

/// `cargo xtask prepare`: installs or lists everything that `cargo xtask test` needs.
pub(crate) fn prepare() -> Outcome {
    ensure(&needs::ALL)
}

/// Ensures that each of `needs` is met.
///
/// Nothing is installed while something is missing that cannot be installed: the list comes first.
pub(crate) fn ensure(needs: &[Need]) -> Outcome {
    let missing: Vec<Missing<'_>> = needs.iter().filter_map(Missing::of).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if missing.iter().any(|missing| !missing.need.remedy.is_at_hand()) {
        return Err(list(&missing));
    }
    for missing in &missing {
        println!("{} is missing: {}", missing.need.name, missing.found);
    }
    install(&missing).map_err(|why| format!("{why}\n{}", list(&missing)))?;
    let still: Vec<Missing<'_>> = missing.iter().filter_map(|missing| Missing::of(missing.need)).collect();
    if still.is_empty() {
        return Ok(());
    }
    Err(format!("something is still missing after the installation\n{}", list(&still)))
}

/// A need that is not met.
struct Missing<'n> {
    need: &'n Need,
    /// What is there instead.
    found: String,
}

impl<'n> Missing<'n> {
    fn of(need: &'n Need) -> Option<Self> {
        (need.check)().err().map(|found| Missing { need, found })
    }
}

impl Remedy {
    /// Returns whether this process may carry it out.
    fn is_at_hand(&self) -> bool {
        match self {
            Remedy::Rustup(_) => starts("rustup"),
            Remedy::Debian(_) => is_root() && starts("apt-get"),
            Remedy::Page(_) => false,
        }
    }

    /// Returns what a person can do instead.
    fn advice(&self) -> String {
        match self {
            Remedy::Rustup(arguments) if starts("rustup") => format!("rustup {}", arguments.join(" ")),
            Remedy::Rustup(arguments) => {
                format!("install rustup from https://rustup.rs, then `rustup {}`", arguments.join(" "))
            }
            Remedy::Debian(packages) => {
                format!("apt-get update && apt-get install --yes {}    (as root)", packages.join(" "))
            }
            Remedy::Page(page) => format!("install it from {page}"),
        }
    }
}

/// Carries out the possible remedies, with all Debian packages together.
fn install(missing: &[Missing<'_>]) -> Outcome {
    let mut packages = Vec::new();
    for missing in missing {
        match missing.need.remedy {
            Remedy::Rustup(arguments) => run(Command::new("rustup").args(arguments))?,
            Remedy::Debian(names) => packages.extend(names),
            Remedy::Page(_) => {}
        }
    }
    if packages.is_empty() {
        return Ok(());
    }
    let apt = |arguments: &[&str]| {
        let mut apt = Command::new("apt-get");
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
        run(&mut apt)
    };
    apt(&["update"])?;
    apt(&[&["install", "--yes", "--no-install-recommends"], &packages[..]].concat())
}

fn list(missing: &[Missing<'_>]) -> String {
    let mut text = String::from("this machine lacks what the run needs:");
    for Missing { need, found } in missing {
        text += &format!("\n  {}: {found}\n      {}", need.name, need.remedy.advice());
    }
    text
}

fn starts(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}
