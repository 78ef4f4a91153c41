//! Stripe's own packages answer our vectors: where they answer otherwise, the difference is written down
//! with its reason, or it is a fault of one of us.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use counterfoil_conformance::{self as conformance, Case, File};
use serde::Deserialize;
use serde_json::Value;
use xtask_process::{Outcome, Report, npm_ci, root, run};

use crate::form;

/// The rejections that are about the header and the secret, which a peer must know for what they are.
const SIGNATURE: [&str; 6] = [
    "missing_signature",
    "malformed_signature",
    "no_v1_signature",
    "signature_mismatch",
    "timestamp_too_old",
    "timestamp_in_future",
];

/// Installs the peers, asks them everything, and compares.
pub fn test(report: &mut Report) {
    let installed = report
        .check("Stripe's packages for Node and Python", || Peer::ALL.iter().try_for_each(Peer::install));
    if installed {
        report.check("the vectors checked against Stripe's packages", compare);
    }
}

fn compare() -> Outcome {
    let files = conformance::read_files()?;
    let mut list = Differences::read()?;
    let mut unexplained = 0;
    println!("{:31} {:>8} {:>8} {:>10}", "", "agree", "differ", "not asked");
    for peer in Peer::ALL {
        unexplained += ask(peer, &files, &mut list).map_err(|why| format!("{}: {why}", peer.name()))?;
    }
    list.all_occur()?;
    match unexplained {
        0 => Ok(()),
        count => Err(format!("{count} differences that differences.json does not explain")),
    }
}

/// How a peer answered the vectors of one operation.
#[derive(Default)]
struct Tally {
    agree: u32,
    differ: u32,
    unasked: u32,
}

/// Asks one peer everything, and returns how many differences nothing explains.
fn ask(peer: Peer, files: &[File], list: &mut Differences) -> Result<usize, String> {
    let answers = conformance::answers(&mut peer.command(), files)?;
    let mut tallies: BTreeMap<&str, Tally> =
        peer.operations().iter().map(|op| (*op, Tally::default())).collect();
    let mut unexplained = Vec::new();
    // What an unknown name is answered with is between us and our drivers.
    for (file, answers) in files.iter().zip(&answers).filter(|(file, _)| file.name != "protocol") {
        for (case, answer) in file.cases.iter().zip(answers) {
            let Some(tally) = tallies.get_mut(&*case.op) else { continue };
            // What we refuse before the network the packages send.
            let sent_anyway = case.op == "request.build" && case.expected.get("ok").is_none();
            if sent_anyway || answer["error"]["code"] == "unsupported" {
                tally.unasked += 1;
            } else if agrees(case, answer) {
                tally.agree += 1;
            } else {
                tally.differ += 1;
                if !list.explain(peer, file, case) {
                    unexplained.push((&file.name, case, answer));
                }
            }
        }
    }
    for (op, Tally { agree, differ, unasked }) in &tallies {
        println!("{:16}{op:15} {agree:>8} {differ:>8} {unasked:>10}", peer.name());
    }
    for (file, case, answer) in &unexplained {
        println!("{}: `{file}: {}`", peer.name(), case.comment);
        println!("  ours   {}", case.expected);
        println!("  theirs {answer}");
    }
    match tallies.iter().find(|(_, tally)| tally.agree == 0) {
        Some((op, _)) => Err(format!("no answer to {op} agrees with a vector")),
        None => Ok(unexplained.len()),
    }
}

/// Whether a peer says the same, as far as it says anything.
fn agrees(case: &Case, answer: &Value) -> bool {
    match (case.expected.get("ok"), answer.get("ok")) {
        (Some(ours), Some(theirs)) if case.op == "form.encode" => {
            // How a byte is escaped is free; what is sent, and in which order, is not.
            pairs(ours).is_some_and(|ours| Some(ours) == pairs(theirs))
        }
        (Some(ours), Some(theirs)) if case.op == "request.build" => sends_the_same(ours, theirs),
        (Some(ours), Some(theirs)) => says_the_same(theirs, |name| Some(&ours[name])),
        (None, None) => {
            let (ours, theirs) = (&case.expected["error"], &answer["error"]);
            let typed = theirs["code"] != "untyped";
            let must_be_typed =
                case.op == "response.read" || SIGNATURE.iter().any(|code| ours["code"] == *code);
            // What our vector does not name of an error is not what it is about.
            (typed || !must_be_typed) && says_the_same(theirs, |name| ours.get(name))
        }
        _ => false,
    }
}

/// Compares what a peer names with our value for it, where there is one. Codes and texts are each its own.
fn says_the_same<'a>(theirs: &Value, ours: impl Fn(&str) -> Option<&'a Value>) -> bool {
    let fields = theirs.as_object().into_iter().flatten();
    let mut compared = fields.filter(|(name, _)| !matches!(name.as_str(), "code" | "message"));
    compared.all(|(name, value)| ours(name).is_none_or(|ours| ours == value))
}

/// Whether two requests are the same to Stripe: parameters have no order, names of headers no case.
fn sends_the_same(ours: &Value, theirs: &Value) -> bool {
    const COMPARED: [&str; 6] = [
        "authorization",
        "stripe-version",
        "stripe-account",
        "stripe-context",
        "idempotency-key",
        "content-type",
    ];
    let parts = |request: &Value| {
        let url = request["url"].as_str()?;
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let body = request["body"].as_str()?;
        let body = if path.contains("/v2/") && !body.is_empty() {
            serde_json::from_str(body).ok()?
        } else {
            form::parse(body).ok()?
        };
        let posts = request["method"] == "POST";
        let headers = request["headers"].as_array()?.iter().filter_map(|header| {
            let name = header[0].as_str()?.to_lowercase();
            // Of what a read has besides, none means anything to Stripe.
            let of_a_write = matches!(&*name, "idempotency-key" | "content-type");
            (COMPARED.contains(&&*name) && (posts || !of_a_write)).then(|| (name, header[1].clone()))
        });
        let headers: BTreeMap<String, Value> = headers.collect();
        Some((request["method"].clone(), path.to_owned(), form::parse(query).ok()?, headers, body))
    };
    parts(ours).is_some_and(|ours| Some(ours) == parts(theirs))
}

fn pairs(encoded: &Value) -> Option<Vec<(String, String)>> {
    let body = encoded["body"].as_str()?;
    let pairs = body.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (key, value) = pair.split_once('=')?;
            Some((form::decode(key).ok()?, form::decode(value).ok()?))
        })
        .collect()
}

/// One of Stripe's packages.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Peer {
    /// `stripe` of npm.
    StripeNode,
    /// `stripe` of PyPI.
    StripePython,
}

impl Peer {
    const ALL: [Peer; 2] = [Peer::StripeNode, Peer::StripePython];

    fn name(self) -> &'static str {
        match self {
            Peer::StripeNode => "stripe-node",
            Peer::StripePython => "stripe-python",
        }
    }

    /// What its driver answers.
    fn operations(self) -> &'static [&'static str] {
        const OPERATIONS: [&str; 7] = [
            "request.build",
            "webhook.verify",
            "webhook.unwrap",
            "webhook.sign",
            "form.encode",
            "retry.next",
            "response.read",
        ];
        match self {
            Peer::StripeNode => &OPERATIONS,
            Peer::StripePython => &OPERATIONS[1..],
        }
    }

    fn folder(self) -> PathBuf {
        root().join("tests/peers").join(self.name())
    }

    /// Installs it at its pinned version.
    pub fn install(&self) -> Outcome {
        match self {
            Peer::StripeNode => npm_ci(&self.folder()),
            Peer::StripePython => install_for_python(&self.folder().join("requirements.txt")),
        }
    }

    fn command(self) -> Command {
        let (program, driver) = match self {
            Peer::StripeNode => ("node".into(), "driver.mjs"),
            Peer::StripePython => (environment().join("bin/python"), "driver.py"),
        };
        let mut command = Command::new(program);
        command.arg(self.folder().join(driver));
        command
    }
}

/// The Python environment with Stripe's package.
pub fn environment() -> PathBuf {
    root().join("target/peers-venv")
}

/// Makes an environment with exactly what is pinned, and again when that has changed.
fn install_for_python(wanted: &PathBuf) -> Outcome {
    let installed = environment().join("requirements.txt");
    let text = |path| fs::read_to_string(path).unwrap_or_default();
    if text(&installed) == text(wanted) {
        return Ok(());
    }
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(environment()))
        .map_err(|why| format!("{why}; `apt-get install --yes python3-venv` brings what is missing"))?;
    run(Command::new(environment().join("bin/pip"))
        .args(["install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement"])
        .arg(wanted))?;
    fs::copy(wanted, &installed).map(drop).map_err(|error| error.to_string())
}

/// `tests/peers/differences.json`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Differences {
    /// For people.
    #[serde(rename = "about")]
    _about: String,
    differences: Vec<Difference>,
}

/// Vectors on which peers answer otherwise, for one reason.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Difference {
    op: String,
    peers: Vec<Peer>,
    /// Single vectors, as `file: comment`.
    #[serde(default)]
    cases: BTreeSet<String>,
    /// All vectors where our error has one of these codes; not every one of them has to differ.
    #[serde(default)]
    codes: BTreeSet<String>,
    #[serde(rename = "theirs")]
    _theirs: String,
    #[serde(rename = "ours")]
    _ours: String,
    #[serde(skip)]
    seen: BTreeSet<(Peer, String)>,
}

impl Differences {
    fn read() -> Result<Self, String> {
        let path = root().join("tests/peers/differences.json");
        let text = fs::read_to_string(path).map_err(|error| format!("differences.json: {error}"))?;
        serde_json::from_str(&text).map_err(|error| format!("differences.json: {error}"))
    }

    /// Notes that a difference occurs; false if no entry has it.
    fn explain(&mut self, peer: Peer, file: &File, case: &Case) -> bool {
        let name = format!("{}: {}", file.name, case.comment);
        let code = case.expected["error"]["code"].as_str().unwrap_or_default();
        let mut of_this =
            self.differences.iter_mut().filter(|entry| entry.op == case.op && entry.peers.contains(&peer));
        // A vector that is listed by itself is not what keeps a code alive.
        let found = of_this.find_map(|entry| {
            let key = [name.as_str(), code]
                .into_iter()
                .find(|key| entry.cases.contains(*key) || entry.codes.contains(*key))?;
            Some((key.to_owned(), entry))
        });
        found.map(|(key, entry)| entry.seen.insert((peer, key))).is_some()
    }

    fn all_occur(&self) -> Outcome {
        let mut gone = Vec::new();
        for entry in &self.differences {
            for peer in &entry.peers {
                let keys = entry.cases.iter().chain(&entry.codes);
                let unseen = keys.filter(|key| !entry.seen.contains(&(*peer, (*key).clone())));
                gone.extend(unseen.map(|key| format!("{} `{key}`", peer.name())));
            }
        }
        if gone.is_empty() {
            Ok(())
        } else {
            Err(format!("listed, but no longer different: {}", gone.join(", ")))
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn case(op: &str, expected: Value) -> Case {
        Case {
            id: 1,
            comment: "a".into(),
            op: op.into(),
            input: String::new(),
            expected,
            is_beyond_double: false,
        }
    }

    #[test]
    fn a_peer_is_held_to_what_it_says() {
        let ours = case("webhook.verify", json!({"ok": {"event_id": "evt_1", "label": "a"}}));
        assert!(agrees(&ours, &json!({"ok": {"event_id": "evt_1"}})));
        assert!(!agrees(&ours, &json!({"ok": {"event_id": "evt_2"}})));
        assert!(!agrees(&ours, &json!({"error": {"code": "signature"}})));
    }

    #[test]
    fn refusals_of_a_signature_are_typed() {
        let about_it = case("webhook.verify", json!({"error": {"code": "signature_mismatch"}}));
        let behind_it = case("webhook.verify", json!({"error": {"code": "invalid_json"}}));
        let untyped = json!({"error": {"code": "untyped", "message": "m"}});
        assert!(!agrees(&about_it, &untyped));
        assert!(agrees(&behind_it, &untyped));
        assert!(!agrees(&behind_it, &json!({"ok": {"event_id": null}})));
    }

    #[test]
    fn forms_are_compared_by_what_they_send() {
        let ours = case("form.encode", json!({"ok": {"body": "a[0]=x%20y&b=1"}}));
        assert!(agrees(&ours, &json!({"ok": {"body": "a%5B0%5D=x+y&b=1"}})));
        assert!(!agrees(&ours, &json!({"ok": {"body": "b=1&a[0]=x%20y"}})));
        assert!(!agrees(&ours, &json!({"ok": {"body": "a=x%20y&b=1"}})));
    }

    #[test]
    fn requests_are_compared_by_what_stripe_reads() {
        let request = |url: &str, account: &str, body: &str| {
            let headers = json!([["STRIPE-ACCOUNT", account], ["User-Agent", body]]);
            let url = format!("https://api.stripe.com{url}");
            json!({"ok": {"method": "POST", "url": url, "headers": headers, "body": body}})
        };
        let ours = case("request.build", request("/v1/x?b=1&a=2", "acct_1", "c=1&d[e]=2"));
        assert!(agrees(&ours, &request("/v1/x?a=2&b=1", "acct_1", "d[e]=%32&c=1")));
        assert!(!agrees(&ours, &request("/v1/y?a=2&b=1", "acct_1", "c=1&d[e]=2")));
        assert!(!agrees(&ours, &request("/v1/x?a=2", "acct_1", "c=1&d[e]=2")));
        assert!(!agrees(&ours, &request("/v1/x?a=2&b=1", "acct_2", "c=1&d[e]=2")));
        assert!(!agrees(&ours, &request("/v1/x?a=2&b=1", "acct_1", "c=1&d[e]=3")));
        let json = case("request.build", request("/v2/x", "acct_1", r#"{"a": 1, "b": [true]}"#));
        assert!(agrees(&json, &request("/v2/x", "acct_1", r#"{"b":[true],"a":1}"#)));
        assert!(!agrees(&json, &request("/v2/x", "acct_1", r#"{"b":["true"],"a":1}"#)));
    }

    #[test]
    fn a_difference_that_is_gone_is_told() {
        let mut list: Differences = serde_json::from_value(json!({"about": "", "differences": [{
            "op": "x", "peers": ["stripe-node"], "cases": ["f: a"], "codes": ["c"], "theirs": "", "ours": "",
        }]}))
        .unwrap();
        let file = File { name: "f".into(), cases: Vec::new() };
        let coded = case("x", json!({"error": {"code": "c"}}));
        assert!(!list.explain(Peer::StripePython, &file, &coded));
        assert!(list.explain(Peer::StripeNode, &file, &coded));
        assert!(list.all_occur().unwrap_err().ends_with("stripe-node `c`"));
        let other = File { name: "g".into(), cases: Vec::new() };
        assert!(list.explain(Peer::StripeNode, &other, &coded));
        assert!(list.all_occur().is_ok());
    }
}
