//! The commands of this repository: `cargo xtask test`, `cargo xtask conformance`, …

mod api;
mod bench;
mod browser;
mod ci;
mod crates;
mod drivers;
mod fuzz;
mod kotlin;
mod machine;
mod node;
mod postgres;
mod python;
mod readme;
mod rust_checks;
mod semver;
mod spelling;
mod tools;
mod versions;

use std::process::ExitCode;

use xtask_process::Outcome;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  test                      install what is missing, build everything, run every test
  prepare                   its first step: install or list what the run needs from the machine
  rust                      the Rust part: formatting, lints, tests, docs
  package NAME              one language's part: its package's tests and lints, and the vectors;
                            `package node --all` with the bundlers that take longest
  conformance [NAME…]       run tests/vectors through the drivers and print the table
  driver NAME               start one driver: rust, node, workerd, edge, deno, bun, python or kotlin
  build NAME                build one driver and the package it uses
  generate                  write the committed files that are generated from core/api.json
  api                       write core/api.json, the API's shape as data, from the core's declarations
  openapi                   check the requests of the vectors against stripe-mock and Stripe's OpenAPI document
  peers                     check the vectors against Stripe's own packages for Node and Python
  bench [NAME…]             measure times relative to the MAC and the peers, for docs/benchmarks.md
  soak kotlin               check whether the memory of a JVM stays flat for a minute of calls from 64 threads
  browser                   run the tests in headless Chromium
  readme                    check the READMEs' snippets against the code that runs them
  spelling                  check everything that git has for typos; .typos.toml
  versions                  check every manifest against the workspace's version
  fuzz MINUTES              run the properties of core/properties under libFuzzer, for that long in total
  mutants [OPTION…]         check whether a test notices each mutation of the decisions; .cargo/mutants.toml
  audit                     check licenses, sources, versions and known vulnerabilities of all dependencies;
                            --without-advisories where their database cannot be fetched
  miri                      run the tests of the crate with unsafe code under Miri, on nightly
  semver [REVISION]         check whether the core breaks the interface of a release or a revision";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome: Outcome = match words.as_slice() {
        ["test"] => ci::all(),
        ["prepare"] => machine::prepare(),
        ["rust"] => ci::rust_only(),
        ["conformance", names @ ..] => ci::conformance_only(names),
        ["driver", name] => drivers::Driver::named(name).and_then(drivers::Driver::start),
        ["package", name] => ci::package(name, false),
        ["package", "node", "--all"] => ci::package("node", true),
        ["build", name] => drivers::Driver::named(name).and_then(|driver| driver.build()),
        ["generate"] => python::generate(),
        ["bench", names @ ..] => bench::command(names),
        ["soak", "kotlin"] => kotlin::soak_only(),
        ["api"] => api::write(),
        ["openapi"] => ci::requests_only(),
        ["peers"] => ci::peers_only(),
        ["browser"] => ci::browser_only(),
        ["readme"] => readme::check(),
        ["spelling"] => spelling::check(),
        ["versions"] => versions::check(),
        ["fuzz", minutes] => fuzz::command(minutes),
        ["mutants", options @ ..] => rust_checks::mutants(options),
        ["audit"] => rust_checks::audit(true),
        ["audit", "--without-advisories"] => rust_checks::audit(false),
        ["miri"] => rust_checks::miri(),
        ["semver"] => semver::check(None),
        ["semver", revision] => semver::check(Some(revision)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}
