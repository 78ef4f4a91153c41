//! The requests of the vectors, checked by two readers that are not ours: a running stripe-mock, and a strict
//! walk of Stripe's OpenAPI document.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fs;

use counterfoil_conformance::{self as conformance, Case};
use serde::Deserialize;
use serde_json::{Value, json};
use xtask_process::{Outcome, Report, root};

use crate::form;
use crate::openapi::Document;
use crate::stripe_mock::{self, Mock};

/// Checks every request that the vectors say is built.
pub fn test(report: &mut Report) {
    if report.check("stripe-mock", stripe_mock::install) {
        report.check("requests checked by stripe-mock and its OpenAPI document", check);
    }
}

fn check() -> Outcome {
    let newer = Newer::read()?;
    let mut document = Document::read(&stripe_mock::document())?;
    document.add_paths(&read("v2.json")?).map_err(|why| format!("v2.json: {why}"))?;
    newer.amend(&mut document).map_err(|why| format!("newer-than-the-mock.json: {why}"))?;
    let mock = Mock::start()?;
    if mock.refusal(&forgery()).is_none() {
        return Err("the mock accepts a parameter that there is not; it would accept anything".into());
    }

    let (mut requests, mut walked_only, mut failed) = (0, 0, 0);
    for case in conformance::read_files()?.iter().flat_map(|file| &file.cases) {
        let Some(request) = built(case) else { continue };
        requests += 1;
        let mut faults = document.faults(request);
        let operation = document.operation_of(request).unwrap_or_default();
        if operation.contains(" /v2/") {
            walked_only += 1;
        } else {
            let refusal = mock.refusal(&newer.made_older(request, &document, &operation));
            faults.extend(refusal.map(|refusal| format!("the mock: {refusal}")));
        }
        for fault in &faults {
            println!("`{}`: {fault}", case.comment);
        }
        failed += usize::from(!faults.is_empty());
    }
    println!("{requests} requests: all walked; {} sent to the mock, which has no v2", requests - walked_only);
    newer.all_entries_are_sent()?;
    match (requests, failed) {
        (0, _) => Err("no vector builds a request".into()),
        (_, 0) => Ok(()),
        (_, failed) => Err(format!("{failed} of {requests} requests are not as Stripe describes them")),
    }
}

/// The request to Stripe that a vector expects to be built; those to other servers differ in nothing else.
fn built(case: &Case) -> Option<&Value> {
    let request = case.expected.get("ok").filter(|_| case.op == "request.build")?;
    request["url"].as_str()?.starts_with("https://api.stripe.com/").then_some(request)
}

/// A request that no reader of Stripe's parameters may accept.
fn forgery() -> Value {
    json!({
        "method": "POST",
        "url": "https://api.stripe.com/v1/refunds",
        "headers": [
            ["Authorization", "Bearer sk_test_example"],
            ["Content-Type", "application/x-www-form-urlencoded"],
        ],
        "body": "charge=ch_1&forged=1",
    })
}

/// Where Stripe's newer version differs from the mock's.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Newer {
    /// For people.
    #[serde(rename = "about")]
    _about: String,
    /// What Stripe has by now.
    parameters: Vec<Added>,
    /// Lists of values that Stripe has opened by now.
    opened: Vec<Opened>,
    /// What Stripe has not, but vectors send to show that something new would get through.
    invented: Vec<Added>,
    /// What Stripe has no more.
    removed: Vec<Removed>,
}

/// A parameter, written as `a.b[].c`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Added {
    operation: String,
    parameter: String,
    schema: Value,
    /// The section of the facts that says so.
    #[serde(rename = "facts")]
    _facts: String,
    #[serde(rename = "why")]
    _why: String,
    #[serde(skip)]
    sent: Cell<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Opened {
    operation: String,
    parameters: Vec<String>,
    #[serde(rename = "facts")]
    _facts: String,
    #[serde(rename = "why")]
    _why: String,
    /// Those for which a vector has a value that the document lacks.
    #[serde(skip)]
    sent: RefCell<BTreeSet<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Removed {
    operation: String,
    parameter: String,
    #[serde(rename = "facts")]
    _facts: String,
    #[serde(rename = "why")]
    _why: String,
}

impl Newer {
    fn read() -> Result<Self, String> {
        serde_json::from_value(read("newer-than-the-mock.json")?)
            .map_err(|error| format!("newer-than-the-mock.json: {error}"))
    }

    /// Brings the document up to the version that the vectors speak.
    fn amend(&self, document: &mut Document) -> Outcome {
        for added in self.parameters.iter().chain(&self.invented) {
            document.add_parameter(&added.operation, &added.parameter, &added.schema)?;
        }
        for opened in &self.opened {
            for parameter in &opened.parameters {
                document.open_list(&opened.operation, parameter)?;
            }
        }
        for removed in &self.removed {
            document.remove_parameter(&removed.operation, &removed.parameter)?;
        }
        Ok(())
    }

    /// The request as the mock can know it, which is older, and takes open lists of values for closed.
    fn made_older(&self, request: &Value, document: &Document, operation: &str) -> Value {
        let made_older = |pair: &str| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let name = form::name(key);
            let mut added = self.parameters.iter().chain(&self.invented);
            if let Some(added) = added.find(|added| added.is_above(operation, &name)) {
                added.sent.set(true);
                return None;
            }
            let value = form::decode(value).unwrap_or_default();
            let known = document.stand_in(operation, &name, &value);
            if let Some(opened) =
                self.opened.iter().find(|opened| opened.operation == operation && known.is_some())
            {
                opened.sent.borrow_mut().insert(name.clone());
            }
            Some(known.map_or_else(|| pair.to_owned(), |known| format!("{key}={known}")))
        };
        let body = request["body"].as_str().unwrap_or_default();
        let kept: Vec<String> = body.split('&').filter_map(made_older).collect();
        let mut request = request.clone();
        request["body"] = kept.join("&").into();
        request
    }

    /// What is invented, and every list that is opened, is there for a vector.
    fn all_entries_are_sent(&self) -> Outcome {
        let unsent = |operation: &str, parameter: &str| {
            Err(format!("newer-than-the-mock.json: no vector sends {parameter} to {operation}"))
        };
        if let Some(added) = self.invented.iter().find(|added| !added.sent.get()) {
            return unsent(&added.operation, &added.parameter);
        }
        for opened in &self.opened {
            let sent = opened.sent.borrow();
            if let Some(parameter) = opened.parameters.iter().find(|parameter| !sent.contains(*parameter)) {
                return unsent(&opened.operation, parameter);
            }
        }
        Ok(())
    }
}

impl Added {
    /// Whether a parameter of an operation is this one, or within it.
    fn is_above(&self, operation: &str, name: &str) -> bool {
        // A list that is unset is sent without brackets.
        let rest = name.strip_prefix(self.parameter.trim_end_matches("[]"));
        self.operation == operation
            && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    }
}

fn read(name: &str) -> Result<Value, String> {
    let path = root().join("tests/peers").join(name);
    let text = fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))
}
