//! Everything that must hold before a change may land.

use std::process::Command;

use counterfoil_conformance as conformance;
use counterfoil_peers::{packages, requests};
use xtask_process::{Outcome, Report, Runner, root, run};

use crate::drivers::Driver;
use crate::postgres::Postgres;
use crate::{api, browser, crates, kotlin, machine, node, python, readme, rust_checks, spelling, versions};

/// `cargo xtask test`
pub(crate) fn all() -> Outcome {
    let mut report = Report::default();
    report.begin("what the run needs from the machine");
    machine::prepare()?;
    report.check("versions", versions::check);
    report.check("snippets of the READMEs", readme::check);
    report.check("spelling", spelling::check);
    requests::test(&mut report);
    packages::test(&mut report);
    rust(&mut report);
    // Builds with other profiles leave a core free for it. The Kotlin build waits for it, and reports what
    // failed.
    let library = std::thread::spawn(kotlin::library);
    let built: Vec<Driver> = Driver::ALL
        .into_iter()
        .filter(|driver| report.check(&format!("build {}", driver.name()), || driver.build()))
        .collect();
    let _ = library.join();
    conformance::run(&built, &mut report);
    conformance::talk_to_the_offline_stripe(&built, &mut report);
    node::test(&mut report);
    python::test(&mut report);
    kotlin::test(&mut report);
    on_postgres_and_in_the_browser(&mut report);
    report.close()
}

/// `cargo xtask rust`
pub(crate) fn rust_only() -> Outcome {
    let mut report = Report::default();
    rust(&mut report);
    report.close()
}

/// `cargo xtask package NAME`, for `node` with what is too rare for every run
pub(crate) fn package(name: &str, with_rare: bool) -> Outcome {
    let driver = Driver::named(name)?;
    let surfaces: &[Driver] = if driver == Driver::Node { &Driver::JAVASCRIPT } else { &[driver] };
    let mut report = Report::default();
    if report.check("build", || surfaces.iter().try_for_each(|surface| surface.build())) {
        match driver {
            Driver::Rust => rust(&mut report),
            Driver::Node => node::test(&mut report),
            // Their tests are the vectors; the package's own tests run in Node.
            Driver::Workerd | Driver::Edge | Driver::Deno | Driver::Bun => {}
            Driver::Python => python::test(&mut report),
            Driver::Kotlin => kotlin::test(&mut report),
        }
        if with_rare {
            node::test_rare(&mut report);
        }
        conformance::run(surfaces, &mut report);
    }
    report.close()
}

/// `cargo xtask conformance [NAME…]`: builds the drivers, runs them, prints the table.
pub(crate) fn conformance_only(names: &[&str]) -> Outcome {
    let drivers = match names {
        [] => Driver::ALL.to_vec(),
        names => names.iter().map(|name| Driver::named(name)).collect::<Result<_, _>>()?,
    };
    for driver in &drivers {
        driver.build()?;
    }
    let mut report = Report::default();
    conformance::run(&drivers, &mut report);
    conformance::talk_to_the_offline_stripe(&drivers, &mut report);
    report.close()
}

/// `cargo xtask openapi`
pub(crate) fn requests_only() -> Outcome {
    let mut report = Report::default();
    requests::test(&mut report);
    report.close()
}

/// `cargo xtask peers`
pub(crate) fn peers_only() -> Outcome {
    let mut report = Report::default();
    packages::test(&mut report);
    report.close()
}

/// `cargo xtask browser`
pub(crate) fn browser_only() -> Outcome {
    machine::ensure(&[machine::CHROMIUM, machine::POSTGRESQL])?;
    let mut report = Report::default();
    on_postgres_and_in_the_browser(&mut report);
    report.close()
}

fn rust(report: &mut Report) {
    report.check("formatting", || run(&mut cargo(&["fmt", "--all", "--check"])));
    report.check("lints", || {
        run(&mut cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
    });
    report.check("lints of the core alone, which its neighbors' features could hide", || {
        run(&mut cargo(&[
            "clippy",
            "--quiet",
            "--package",
            "counterfoil",
            "--lib",
            "--",
            "--deny",
            "warnings",
        ]))
    });
    report.check("core/api.json", api::check);
    report.check("the core for wasm32", || {
        run(&mut cargo(&[
            "build",
            "--quiet",
            "--package",
            "counterfoil",
            "--target",
            "wasm32-unknown-unknown",
            "--no-default-features",
        ]))
    });
    report.check("the oldest compiler", rust_checks::oldest_compiler);
    report.check("dependencies of the core", rust_checks::dependencies);
    report.check("docs", || {
        let packages = ["--package", "counterfoil", "--package", "counterfoil-reqwest"];
        let arguments = [&["doc", "--quiet", "--no-deps", "--all-features"][..], &packages].concat();
        run(cargo(&arguments).env("RUSTDOCFLAGS", "--deny warnings"))
    });
    report.counted(Runner::Cargo, &mut cargo(&["test", "--workspace", "--quiet"]));
    crates::test(report);
}

fn on_postgres_and_in_the_browser(report: &mut Report) {
    let ready = report.check("build the platform and the browser's driver", || {
        run(&mut cargo(&["build", "--quiet", "--package", "platform"]))?;
        browser::build()
    });
    if !ready {
        return;
    }
    browser::test(report, None);
    match Postgres::start() {
        Ok(postgres) => {
            let mut tests = cargo(&["test", "--quiet", "--package", "platform"]);
            report.counted(Runner::Cargo, tests.env("TEST_DATABASE_URL", postgres.url()));
            browser::test(report, Some(&postgres.url()));
        }
        Err(why) => report.fail("PostgreSQL", &why),
    }
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(root());
    command
}
