//! The conformance protocol: runs the vectors through the drivers, one program per language, and compares
//! their answers.

mod base64;
pub mod http;
mod round_trip;
mod vectors;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use xtask_process::Report;

pub use base64::base64;
pub use round_trip::talk_to_the_offline_stripe;
pub use vectors::{Case, File, read_files};

/// A program that speaks the protocol: one JSON object per line, and an answer to each, in order.
pub trait Driver {
    /// Its language: `node`.
    fn name(&self) -> &str;

    /// Returns the command that starts it, once it is built.
    fn command(&self) -> Command;

    /// Returns whether its language has no 64-bit integers, so that an integer that a double does not
    /// represent must be an error.
    fn has_doubles(&self) -> bool;
}

/// Runs every vector through drivers that are already built, and prints the table.
pub fn run<D: Driver>(drivers: &[D], report: &mut Report) {
    let files = match read_files() {
        Ok(files) => files,
        Err(why) => return report.fail("vectors", &why),
    };
    let mut table: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for driver in drivers {
        match answers(&mut driver.command(), &files) {
            Ok(answers) => {
                for (file, answers) in files.iter().zip(answers) {
                    let (passed, failed) = compare(driver, file, &answers);
                    report.add(passed, 0);
                    table.entry(&file.name).or_default().push(format!("{passed}/{}", file.cases.len()));
                    if failed > 0 {
                        report.fail_many(&format!("{} in {}", file.name, driver.name()), failed);
                    }
                }
            }
            Err(why) => {
                report.fail(driver.name(), &why);
                for file in &files {
                    table.entry(&file.name).or_default().push(format!("0/{}", file.cases.len()));
                }
            }
        }
    }
    print_table(drivers, &table);
}

/// Returns all answers of a driver, file by file; a driver with too few answers fails as a whole.
pub fn answers(command: &mut Command, files: &[File]) -> Result<Vec<Vec<Value>>, String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("did not start: {error}"))?;
    let mut input = child.stdin.take().ok_or("no standard input")?;
    let lines: Vec<String> = files.iter().flat_map(|file| &file.cases).map(Case::request).collect();
    // Written from a separate thread, since a driver may answer before it has read everything.
    let writer = std::thread::spawn(move || -> std::io::Result<()> {
        for line in lines {
            writeln!(input, "{line}")?;
        }
        Ok(())
    });
    let output = BufReader::new(child.stdout.take().ok_or("no standard output")?);
    let mut answers = output.lines().map(|line| {
        let line = line.map_err(|error| error.to_string())?;
        serde_json::from_str::<Value>(&line)
            .map_err(|error| format!("an answer is not JSON: {error}: {line}"))
    });
    let mut all = Vec::new();
    for file in files {
        let mut of_file = Vec::new();
        for case in &file.cases {
            let answer = answers.next().ok_or_else(|| format!("no answer to `{}`", case.comment))??;
            if answer["id"] != case.id {
                return Err(format!("expected the answer to {}, got {answer}", case.id));
            }
            of_file.push(answer);
        }
        all.push(of_file);
    }
    if let Some(answer) = answers.next() {
        return Err(format!("one answer too many: {answer:?}"));
    }
    drop(answers);
    writer
        .join()
        .map_err(|_| "the writer failed")?
        .map_err(|error| format!("it stopped reading: {error}"))?;
    let status = child.wait().map_err(|error| error.to_string())?;
    if status.success() { Ok(all) } else { Err(format!("ended with {status}")) }
}

fn compare(driver: &impl Driver, file: &File, answers: &[Value]) -> (u64, u64) {
    let mut failed = 0;
    for (case, answer) in file.cases.iter().zip(answers) {
        let expected = expected_of(case, driver.has_doubles());
        if !agrees(&expected, answer) {
            failed += 1;
            println!("{} {} `{}`", driver.name(), file.name, case.comment);
            println!("  request  {}", case.request());
            println!("  expected {expected}");
            println!("  answered {answer}");
        }
    }
    (file.cases.len() as u64 - failed, failed)
}

/// Returns what a driver must answer: if its numbers are doubles, an error instead of another integer.
fn expected_of(case: &Case, has_doubles: bool) -> Value {
    if has_doubles && case.is_beyond_double {
        return json!({ "error": { "code": "out_of_range" } });
    }
    case.expected.clone()
}

/// Returns whether an answer is what a case expects. An `ok` must be equal in full. In an error, what the
/// vector names must be equal; the message is up to each language, but there must be one.
pub fn agrees(expected: &Value, answer: &Value) -> bool {
    match expected.get("error").and_then(Value::as_object) {
        None => answer.get("error").is_none() && answer.get("ok") == expected.get("ok"),
        Some(fields) => {
            let error = &answer["error"];
            let told = error["message"].as_str().is_some_and(|message| !message.is_empty());
            answer.get("ok").is_none()
                && told
                && fields.iter().all(|(key, value)| error.get(key) == Some(value))
        }
    }
}

fn print_table<D: Driver>(drivers: &[D], table: &BTreeMap<&str, Vec<String>>) {
    let width = table.keys().map(|name| name.len()).max().unwrap_or(0);
    print!("\n{:width$}", "");
    for driver in drivers {
        print!("  {:>8}", driver.name());
    }
    println!();
    for (name, cells) in table {
        print!("{name:width$}");
        for cell in cells {
            print!("  {cell:>8}");
        }
        println!();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_of_doubles_refuses_what_a_double_does_not_hold() {
        let case = Case {
            id: 1,
            comment: "a".into(),
            op: "x".into(),
            input: "{}".into(),
            expected: json!({ "ok": { "a": 9007199254740993_i64 } }),
            is_beyond_double: true,
        };
        let answer = json!({ "id": 1, "ok": { "a": 9007199254740993_i64 } });
        let refusal = json!({ "id": 1, "error": { "code": "out_of_range", "message": "m" } });
        let rounded = json!({ "id": 1, "ok": { "a": 9007199254740992_i64 } });
        for has_doubles in [false, true] {
            let expected = expected_of(&case, has_doubles);
            assert_eq!(agrees(&expected, &answer), !has_doubles);
            assert_eq!(agrees(&expected, &refusal), has_doubles);
            assert!(!agrees(&expected, &rounded));
        }
    }

    #[test]
    fn a_null_is_not_an_absent_field() {
        assert!(!agrees(&json!({"ok": {"a": null}}), &json!({"id": 1, "ok": {}})));
        assert!(!agrees(&json!({"error": {"code": "x"}}), &json!({"id": 1, "error": {"code": "x"}})));
        assert!(agrees(
            &json!({"error": {"code": "x"}}),
            &json!({"id": 1, "error": {"code": "x", "message": "m"}})
        ));
    }
}
