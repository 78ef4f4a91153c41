//! The programs that speak the conformance protocol, one per language.

use std::process::Command;

use counterfoil_conformance as conformance;
use xtask_process::{Outcome, root, run};

use crate::{kotlin, node, python};

/// A language surface under test.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Driver {
    Rust,
    Node,
    Workerd,
    Edge,
    Deno,
    Bun,
    Python,
    Kotlin,
}

impl Driver {
    pub(crate) const ALL: [Driver; 8] = [
        Driver::Rust,
        Driver::Node,
        Driver::Workerd,
        Driver::Edge,
        Driver::Deno,
        Driver::Bun,
        Driver::Python,
        Driver::Kotlin,
    ];

    /// One per language.
    pub(crate) const LANGUAGES: [Driver; 4] = [Driver::Rust, Driver::Node, Driver::Python, Driver::Kotlin];

    /// Those of the npm package.
    pub(crate) const JAVASCRIPT: [Driver; 5] =
        [Driver::Node, Driver::Workerd, Driver::Edge, Driver::Deno, Driver::Bun];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Driver::Rust => "rust",
            Driver::Node => "node",
            Driver::Workerd => "workerd",
            Driver::Edge => "edge",
            Driver::Deno => "deno",
            Driver::Bun => "bun",
            Driver::Python => "python",
            Driver::Kotlin => "kotlin",
        }
    }

    pub(crate) fn named(name: &str) -> Result<Driver, String> {
        Driver::ALL.into_iter().find(|driver| driver.name() == name).ok_or_else(|| {
            let names: Vec<&str> = Driver::ALL.iter().map(|driver| driver.name()).collect();
            format!("no driver is called {name}; there are {}", names.join(", "))
        })
    }

    /// Builds the driver and the package that it uses.
    pub(crate) fn build(self) -> Outcome {
        match self {
            Driver::Rust => {
                run(Command::new("cargo").args(["build", "--package", "driver-rust"]).current_dir(root()))
            }
            Driver::Node => node::build(),
            Driver::Workerd | Driver::Edge | Driver::Deno | Driver::Bun => node::build_for_runtimes(),
            Driver::Python => python::build(),
            Driver::Kotlin => kotlin::build(),
        }
    }

    /// Runs the driver on this process's own standard input and output.
    pub(crate) fn start(self) -> Outcome {
        let status = conformance::Driver::command(&self).status().map_err(|error| {
            format!("the driver did not start: {error}; run `cargo xtask build {}` first", self.name())
        })?;
        if status.success() { Ok(()) } else { Err(format!("the driver ended with {status}")) }
    }
}

impl conformance::Driver for Driver {
    fn name(&self) -> &str {
        Driver::name(*self)
    }

    fn command(&self) -> Command {
        match self {
            Driver::Rust => Command::new(root().join("target/debug/driver-rust")),
            Driver::Node => node::driver(),
            Driver::Workerd | Driver::Edge | Driver::Deno | Driver::Bun => node::driver_in(self.name()),
            Driver::Python => python::driver(),
            Driver::Kotlin => kotlin::driver(),
        }
    }

    fn has_doubles(&self) -> bool {
        Driver::JAVASCRIPT.contains(self)
    }
}
