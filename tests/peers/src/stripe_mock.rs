//! stripe-mock: Stripe's own stub of its API, which checks requests against the OpenAPI document inside.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use counterfoil_conformance::http::exchange;
use serde_json::Value;
use xtask_process::{Outcome, root, run};

const MODULE: &str = "github.com/stripe/stripe-mock@v0.203.0";

/// Builds the program, and puts the document that is inside of it beside it.
pub(crate) fn install() -> Outcome {
    if program().exists() && document().exists() {
        return Ok(());
    }
    let advice = |why: String| format!("{why}; the mock needs Go 1.22 or newer, from https://go.dev/dl");
    run(Command::new("go").args(["install", MODULE]).env("GOBIN", folder())).map_err(advice)?;
    // Go's own check of its sums covers the document, too.
    let output = Command::new("go")
        .args(["mod", "download", "-json", MODULE])
        .current_dir(folder())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("`go mod download` did not start: {error}"))?;
    let module: Value = serde_json::from_slice(&output.stdout).map_err(|error| format!("go: {error}"))?;
    let sources = PathBuf::from(module["Dir"].as_str().ok_or("go does not say where it put the mock")?);
    let bytes = fs::read(sources.join("embedded/openapi/spec3.json"));
    // Written anew, since the module cache is read-only and a copy would be, too.
    bytes.and_then(|bytes| fs::write(document(), bytes)).map_err(|error| format!("spec3.json: {error}"))
}

/// The OpenAPI document of the mock, once it is installed.
pub(crate) fn document() -> PathBuf {
    folder().join("spec3.json")
}

fn program() -> PathBuf {
    folder().join("stripe-mock")
}

/// Its name has the version, so that another version is another folder.
fn folder() -> PathBuf {
    let version = MODULE.rsplit_once('/').map_or(MODULE, |(_, name)| name);
    root().join("target").join(version)
}

/// A running mock; dropping it ends it.
pub(crate) struct Mock {
    process: Child,
    address: String,
}

impl Mock {
    /// Starts the mock on a free port of this machine alone.
    pub(crate) fn start() -> Result<Self, String> {
        let process = Command::new(program())
            .args(["-http-addr", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("the mock did not start: {error}"))?;
        let mut mock = Mock { process, address: String::new() };
        let output = mock.process.stdout.take().ok_or("the mock has no output")?;
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let address =
            lines.find_map(|line| Some(line.strip_prefix("Listening for HTTP at address: ")?.to_owned()));
        mock.address = address.ok_or("the mock does not say where it listens")?;
        // It writes a line for each request, and would wait for someone to read them.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(mock)
    }

    /// What the mock has against a request; nothing if it is accepted.
    pub(crate) fn refusal(&self, request: &Value) -> Option<String> {
        match exchange(&self.address, request) {
            Ok(answer) if answer.status == 200 => None,
            Ok(answer) => {
                let body = String::from_utf8_lossy(&answer.body);
                Some(format!("{} {}", answer.status, body.split_whitespace().collect::<Vec<_>>().join(" ")))
            }
            Err(why) => Some(why),
        }
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
