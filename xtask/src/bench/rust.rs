//! Rust: deliveries, requests, hostile input and a clean build, by criterion.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use super::{date, machine, pinned};
use xtask_process::{root, run};

/// The workspace of the peers, which no other command builds.
const WORKSPACE: &str = "core/benches/peers";

/// Measures everything and returns the section of the page.
pub(super) fn section() -> Result<String, String> {
    let target = root().join("target/benches");
    let ours = clean_build(&target, &["counterfoil"])?;
    let theirs = clean_build(&target, &["async-stripe-webhook", "async-stripe-checkout"])?;
    let results = target.join("criterion");
    run(cargo("bench", &target).env("CRITERION_HOME", &results).args(["--", "--measurement-time", "2"]))?;
    part(&Results(results), ours / theirs)
}

fn cargo(command: &str, target: &Path) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root()).args([command, "--manifest-path"]);
    cargo.arg(format!("{WORKSPACE}/Cargo.toml")).arg("--target-dir").arg(target);
    cargo
}

/// Returns the seconds of a build from an empty folder, in the development profile.
fn clean_build(target: &Path, packages: &[&str]) -> Result<f64, String> {
    run(Command::new("cargo")
        .current_dir(root())
        .args(["fetch", "--manifest-path"])
        .arg(format!("{WORKSPACE}/Cargo.toml")))?;
    let fresh = target.join("clean");
    if fresh.exists() {
        fs::remove_dir_all(&fresh)
            .map_err(|error| format!("the last clean build cannot be removed: {error}"))?;
    }
    let mut build = cargo("build", &fresh);
    build.args(packages.iter().flat_map(|package| ["-p", package]));
    let start = Instant::now();
    run(&mut build)?;
    Ok(start.elapsed().as_secs_f64())
}

/// What criterion wrote down.
struct Results(PathBuf);

impl Results {
    /// Returns the nanoseconds of the fastest sample: other work on the machine only adds to the time.
    fn time(&self, name: &str) -> Result<f64, String> {
        let path = self.0.join(name).join("new/sample.json");
        let unreadable = |why: String| format!("{name} was not measured: {why}");
        let text = fs::read(&path).map_err(|error| unreadable(error.to_string()))?;
        let sample: Sample = serde_json::from_slice(&text).map_err(|error| unreadable(error.to_string()))?;
        let each = sample.times.iter().zip(&sample.iters).map(|(time, runs)| time / runs);
        each.reduce(f64::min).ok_or_else(|| unreadable("there is no sample".into()))
    }

    fn ratio(&self, of: &str, to: &str) -> Result<f64, String> {
        Ok(self.time(of)? / self.time(to)?)
    }

    /// Returns how the time grows relative to the input, from the smaller to the larger size: 1 is linear.
    fn growth(&self, name: &str, small: u32, large: u32) -> Result<f64, String> {
        let time = self.ratio(&format!("{name}/{large}"), &format!("{name}/{small}"))?;
        Ok(time / (f64::from(large) / f64::from(small)))
    }
}

#[derive(serde::Deserialize)]
struct Sample {
    iters: Vec<f64>,
    times: Vec<f64>,
}

fn part(results: &Results, build: f64) -> Result<String, String> {
    let (mac, peer) = ("webhook/mac", "webhook/async_stripe");
    let mut rows = String::new();
    for (what, name) in [("verify", "webhook/verify"), ("verify and classify", "webhook/verify_and_classify")]
    {
        let (floor, faster) = (results.ratio(name, mac)?, results.ratio(peer, name)?);
        let _ = writeln!(rows, "| {what} | {floor:.2} | {faster:.1} |");
    }
    let floor = results.ratio(peer, mac)?;
    let _ =
        writeln!(rows, "| async-stripe-webhook | {floor:.2} | 1.0 |\n| the MAC alone | 1.00 | {floor:.1} |");

    let mut hostile = String::new();
    for (what, name) in BODIES {
        let growth = results.growth(&format!("hostile_body/{name}"), 64 << 10, 1 << 20)?;
        let _ = writeln!(hostile, "| {what} | {growth:.2} |");
    }
    for (what, name) in HEADERS {
        let growth = results.growth(&format!("hostile_header/{name}"), 512, 8 << 10)?;
        let _ = writeln!(hostile, "| {what} | {growth:.2} |");
    }

    let mut refused = String::new();
    for (what, name) in REFUSED {
        let cost = results.ratio(&format!("refusal/{name}/1048576"), "refusal/junk/1048576")?;
        let _ = writeln!(refused, "| {what} | {cost:.2} |");
    }

    let request = results.ratio("request/async_stripe", "request/counterfoil")?;
    let version = |package| locked_version(package);
    Ok(format!(
        "\
Last run: {date}, on {machine}. Compared with async-stripe-webhook {webhook} and async-stripe-checkout
{checkout}, which are built in [a workspace of their own](../core/benches/peers/Cargo.toml); the MAC is that of
hmac {hmac} and sha2 {sha2}, which both sides use.

### A delivery

An event of 3.5 kB as Stripe sends it, from its bytes to the proven event, and on to the paid session. The
MAC alone is the floor: it has to be computed whatever else is done, so the last row is the largest possible speedup over the peer.

| | times the MAC | times faster than async-stripe |
|---|---|---|
{rows}
### A request

A Checkout Session with three line items, a fee and metadata, from plain values to the form as it is sent.
counterfoil checks all of it against Stripe's rules on the way and makes the headers; async-stripe writes
the form alone. Below 1, counterfoil is the slower one.

| | |
|---|---|
| async-stripe's time by counterfoil's | {request:.2} |

### Hostile input

How the time grows with the input: from 64 KiB to 1 MiB of body, from 512 bytes to 8 KiB of header. 1 is
linear, less is better; what is refused early grows less. Beyond 8 KiB a header is refused unread.

| | growth |
|---|---|
{hostile}
### What strangers post

The time of rejecting 1 MiB without a valid signature, relative to plain junk of the same size. The run fails if it
is more than twice, or if a rejection holds more than 64 KiB of memory besides the body.

| | times that of junk |
|---|---|
{refused}
### A clean build

| | |
|---|---|
| `cargo build` of counterfoil, by that of async-stripe-webhook and -checkout | {build:.2} |
",
        date = date()?,
        machine = machine(),
        webhook = version("async-stripe-webhook")?,
        checkout = version("async-stripe-checkout")?,
        hmac = version("hmac")?,
        sha2 = version("sha2")?,
    ))
}

const BODIES: [(&str, &str); 8] = [
    ("body: arrays without an end", "nesting"),
    ("body: objects without an end", "nested_objects"),
    ("body: one long string", "long_string"),
    ("body: escapes", "escapes"),
    ("body: letters of two and four bytes", "multibyte"),
    ("body: keys", "keys"),
    ("body: arrays in arrays", "shallow_nesting"),
    ("body: white space", "white_space"),
];

const REFUSED: [(&str, &str); 5] = [
    ("a list in nested brackets", "nested_list"),
    ("brackets without an end", "open_brackets"),
    ("half characters, escaped", "half_characters"),
    ("letters in the wrong encoding", "latin1"),
    ("base64", "base64"),
];

const HEADERS: [(&str, &str); 5] = [
    ("header: signatures", "signatures"),
    ("header: commas", "commas"),
    ("header: equal signs", "equal_signs"),
    ("header: spaces", "spaces"),
    ("header: unknown schemes", "unknown"),
];

fn locked_version(package: &str) -> Result<String, String> {
    pinned(&format!("{WORKSPACE}/Cargo.lock"), &format!("name = \"{package}\"\nversion = \""))
}
