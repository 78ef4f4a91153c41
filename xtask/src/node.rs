//! The npm package: from Rust to WebAssembly, then to JavaScript with its bytes inlined, in `dist/`.

mod module;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::machine::chromium;
use counterfoil_codegen::Api;
use xtask_process::{Outcome, Report, Runner, modified, npm_ci, root, run};

pub(crate) use module::Module;

/// The export conditions with the WebAssembly in a file of its own, and the folders of their entries.
const ENTRIES: [&str; 2] = ["workerd", "edge-light"];

/// Builds `bindings-wasm/dist`, and installs it where the driver finds it.
pub(crate) fn build() -> Outcome {
    let package = package();
    npm_ci(&package)?;
    let everything = Module::EVERYTHING.compile()?;
    let webhooks = Module::WEBHOOKS.compile()?;
    let stamp = package.join("dist/cjs/package.json");
    let [written, handlers, generated] = ["ts", "ts/handlers", "ts/generated"].map(|name| package.join(name));
    for file in counterfoil_codegen::node::sources(&Api::read(&root())?) {
        file.write(&root())?;
    }
    Module::EVERYTHING.bind(&everything)?;
    Module::WEBHOOKS.bind(&webhooks)?;
    let settings = ["tsconfig.json", "package.json"].map(|name| package.join(name));
    let bound = [Module::EVERYTHING.optimized(), Module::WEBHOOKS.optimized()];
    let entries = ENTRIES
        .iter()
        .flat_map(|condition| files(&package.join("entries").join(condition)).collect::<Vec<_>>());
    let sources =
        settings.into_iter().chain(bound).chain(entries).chain(files(&written)).chain(files(&handlers));
    let sources = sources.chain(files(&generated));
    if modified(&stamp) < newest(sources) {
        compile(&package)?;
    }
    npm_ci(&driver_folder())
}

/// The driver, once it is built.
pub(crate) fn driver() -> Command {
    let mut command = Command::new("node");
    command.arg(driver_folder().join("driver.mjs"));
    command
}

/// Does the same, and installs the runtimes, bundlers and test runners with which the package is tested.
pub(crate) fn build_for_runtimes() -> Outcome {
    build()?;
    npm_ci(&runtimes_folder())
}

/// Returns the driver in a runtime other than Node.
pub(crate) fn driver_in(runtime: &str) -> Command {
    let packages = runtimes_folder().join("node_modules");
    let machine = std::env::consts::ARCH;
    let mut command = match runtime {
        "deno" => {
            let name = if machine == "aarch64" { "linux-arm64-glibc" } else { "linux-x64-glibc" };
            let mut deno = Command::new(packages.join("@deno").join(name).join("deno"));
            deno.args(["run", "--no-lock", "--node-modules-dir=manual", "--allow-env", "--allow-read"]);
            deno
        }
        "bun" => {
            let name = if machine == "aarch64" { "bun-linux-aarch64" } else { "bun-linux-x64" };
            Command::new(packages.join("@oven").join(name).join("bin/bun"))
        }
        _ => {
            let mut node = Command::new("node");
            node.arg(runtimes_folder().join("driver.mjs")).arg(runtime);
            return node;
        }
    };
    command.arg(driver_folder().join("driver.mjs"));
    command
}

pub(crate) fn test(report: &mut Report) {
    let package = package();
    let npm_exec = |program: &str, arguments: &[&str]| {
        let mut command = Command::new("npm");
        command.args(["exec", "--offline", "--", program]).args(arguments).current_dir(&package);
        run(&mut command)
    };
    report.check("types of the tests against the npm package", || npm_exec("tsc", &["-p", "test"]));
    report.check("publint", || npm_exec("publint", &["--strict", "--pack", "npm"]));
    report.check("are the types wrong?", || npm_exec("attw", &["--pack", "."]));
    tests_in(&package.join("test"), report);
    let ready = report.check("runtimes, bundlers, test runners, and the offline Stripe", || {
        npm_ci(&runtimes_folder())?;
        run(Command::new("cargo")
            .args(["build", "--quiet", "--package", "stripe-simulator"])
            .current_dir(root()))
    });
    if ready {
        tests_in(&runtimes_folder(), report);
    }
}

/// Tests that take too long for every run.
pub(crate) fn test_rare(report: &mut Report) {
    tests_in(&runtimes_folder().join("rare"), report);
}

fn tests_in(folder: &Path, report: &mut Report) {
    let mut tests = Command::new("node");
    let is_test = |path: &PathBuf| path.to_string_lossy().ends_with(".test.mjs");
    tests.args(["--test", "--test-reporter=tap"]).args(files(folder).filter(is_test));
    // Without it, the test of a page says what is missing.
    if let Ok(browser) = chromium() {
        tests.env("CHROMIUM", browser);
    }
    report.counted(Runner::Node, &mut tests);
}

fn package() -> PathBuf {
    root().join("bindings-wasm")
}

fn runtimes_folder() -> PathBuf {
    root().join("tests/packaging/npm")
}

fn driver_folder() -> PathBuf {
    root().join("tests/drivers/node")
}

/// Compiles the TypeScript for `import` and for `require`.
fn compile(package: &Path) -> Outcome {
    let dist = package.join("dist");
    let _ = fs::remove_dir_all(&dist);
    let tsc = |arguments: &[&str]| {
        run(Command::new("npm")
            .args(["exec", "--offline", "--", "tsc", "-p", "."])
            .args(arguments)
            .current_dir(package))
    };
    tsc(&["--outDir", "dist/esm"])?;
    tsc(&["--outDir", "dist/cjs", "--module", "CommonJS", "--moduleResolution", "Node10"])?;
    let io = |error: std::io::Error| error.to_string();
    for condition in ENTRIES {
        fs::create_dir_all(dist.join(condition)).map_err(io)?;
        for entry in files(&package.join("entries").join(condition)) {
            let name = entry.file_name().unwrap_or_default();
            fs::copy(&entry, dist.join(condition).join(name)).map_err(io)?;
        }
    }
    fs::create_dir_all(dist.join("wasm")).map_err(io)?;
    for module in [Module::EVERYTHING, Module::WEBHOOKS] {
        fs::copy(module.optimized(), package.join(module.file)).map_err(io)?;
    }
    fs::write(dist.join("cjs/package.json"), "{ \"type\": \"commonjs\" }\n").map_err(io)
}

fn newest(paths: impl Iterator<Item = PathBuf>) -> Option<SystemTime> {
    paths.filter_map(|path| modified(&path)).max()
}

/// Returns the sources in a folder, without what is generated in folders below it.
fn files(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_file())
}
