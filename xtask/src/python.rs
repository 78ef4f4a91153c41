//! The Python package: built by maturin into a virtual environment under `target`, tested by pytest.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::postgres::Postgres;
use counterfoil_codegen::Api;
use xtask_process::{Outcome, Report, Runner, root, run};

/// Shops in Python frameworks, which the package's tests drive.
const EXAMPLES: [&str; 4] = ["django", "fastapi", "flask", "lambda-eventbridge"];

/// Builds the development environment, with the package installed from the checkout.
pub(crate) fn build() -> Outcome {
    environment()?;
    generate()?;
    run(backend().args(["develop", "--quiet"]).env("VIRTUAL_ENV", folder()))
}

pub(crate) fn driver() -> Command {
    let mut command = tool("python");
    command.arg(root().join("tests/drivers/python/driver.py")).current_dir(root());
    command
}

pub(crate) fn test(report: &mut Report) {
    if !report.check("the python environment", environment) {
        return;
    }
    report.check("python lints", || {
        let mut folders = vec![".".into(), driver_folder(), root().join("tests/peers/stripe-python")];
        folders.extend(EXAMPLES.map(example));
        run(tool("ruff").arg("check").args(&folders))?;
        run(tool("ruff").args(["format", "--check"]).args(&folders))
    });
    report.check("python types by mypy", || {
        run(tool("mypy").args(["--strict", "src", "tests"]))?;
        run(tool("mypy").arg("--strict").current_dir(driver_folder()).arg("driver.py"))?;
        EXAMPLES
            .iter()
            .try_for_each(|name| run(tool("mypy").args(["--strict", "."]).current_dir(example(name))))
    });
    report.check("python types by pyright", || run(&mut tool("pyright")));
    let offline_stripe = || run(cargo().args(["build", "--quiet", "--package", "stripe-simulator"]));
    if report.check("the offline Stripe", offline_stripe) && report.check("a python wheel", wheel) {
        match Postgres::start() {
            // One of the examples keeps its orders there.
            Ok(postgres) => {
                report.counted(Runner::Pytest, tool("pytest").env("TEST_DATABASE_URL", postgres.url()));
            }
            Err(why) => report.fail("PostgreSQL", &why),
        }
    }
}

/// Creates the environment, and updates it when `requirements.txt` has changed.
fn environment() -> Outcome {
    let wanted = package().join("requirements.txt");
    let installed = folder().join("requirements.txt");
    let text = |path| fs::read_to_string(path).unwrap_or_default();
    if !folder().join("bin/pip").exists() {
        let advice = |why| format!("{why}; `apt-get install --yes python3-venv` brings what is missing");
        run(Command::new("python3").args(["-m", "venv"]).arg(folder())).map_err(advice)?;
    }
    if text(&installed) != text(&wanted) {
        let mut pip = tool("pip");
        run(pip.args(["install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(&wanted))?;
        fs::copy(&wanted, &installed).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// Writes the generated modules. They are committed, so that a checkout can be installed.
pub(crate) fn generate() -> Outcome {
    for file in counterfoil_codegen::python::sources(&Api::read(&root())?) {
        file.write(&root())?;
    }
    Ok(())
}

/// Packs what users install, with every optimization; the tests install it into a separate environment.
pub(crate) fn wheel() -> Outcome {
    let wheels = root().join("target/python-wheels");
    // With an older wheel next to the new one it would be unclear which one is tested, and maturin would also
    // pack what UniFFI generated before.
    for old in [&wheels, &root().join("target/maturin/uniffi")].into_iter().filter(|folder| folder.exists()) {
        fs::remove_dir_all(old).map_err(|error| error.to_string())?;
    }
    run(backend().args(["build", "--quiet", "--release", "--out"]).arg(wheels))
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root());
    command
}

/// Returns maturin, with its environment set.
fn backend() -> Command {
    let mut command = tool("python");
    let path = std::env::var("PATH").unwrap_or_default();
    let bin = folder().join("bin");
    command.arg("backend.py").env("PATH", format!("{}:{path}", bin.display()));
    command
}

/// Returns a program of the environment, run in the package's folder.
fn tool(name: &str) -> Command {
    let mut command = Command::new(folder().join("bin").join(name));
    command.current_dir(package());
    command
}

fn folder() -> PathBuf {
    root().join("target/python-venv")
}

fn package() -> PathBuf {
    root().join("bindings-uniffi/python")
}

fn example(name: &str) -> PathBuf {
    root().join("examples").join(name)
}

fn driver_folder() -> PathBuf {
    root().join("tests/drivers/python")
}
