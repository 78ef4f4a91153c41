//! Feeds `tests/vectors/*.json` to the drivers and compares what they answer.
//!
//! A vector file says what it is about, declares how many cases it has, explains each of its flags
//! once, and lists cases: an operation, its input, and the answer that every language must give.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::drivers::Driver;
use crate::live;
use crate::step::{Outcome, Report, root};

/// The fewest cases that all files together may have.
const FEWEST: usize = 80;

/// The flag of cases with an integer that a double does not hold exactly.
const BEYOND_DOUBLE: &str = "BeyondDouble";

/// `cargo xtask conformance [NAME…]`: builds the drivers, runs them, prints the table.
pub(crate) fn command(names: &[&str]) -> Outcome {
    let drivers = match names {
        [] => Driver::ALL.to_vec(),
        names => names.iter().map(|name| Driver::named(name)).collect::<Result<_, _>>()?,
    };
    for driver in &drivers {
        driver.build()?;
    }
    let mut report = Report::default();
    run(&drivers, &mut report);
    live::test(&drivers, &mut report);
    report.close()
}

/// Runs every vector through drivers that are built.
pub(crate) fn run(drivers: &[Driver], report: &mut Report) {
    let files = match read_files() {
        Ok(files) => files,
        Err(why) => return report.fail("vectors", &why),
    };
    let mut table: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for driver in drivers {
        match answers(&mut driver.command(), &files) {
            Ok(answers) => {
                for (file, answers) in files.iter().zip(answers) {
                    let (passed, failed) = compare(*driver, file, &answers);
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

pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) cases: Vec<Case>,
}

pub(crate) struct Case {
    pub(crate) id: u64,
    pub(crate) comment: String,
    pub(crate) op: String,
    /// The line for a driver.
    pub(crate) request: String,
    pub(crate) expected: Value,
    /// Whether it needs integers of 64 bits.
    pub(crate) is_beyond_double: bool,
}

impl Case {
    /// What this driver must answer: JavaScript's numbers are doubles, so there it is an error instead of
    /// another integer.
    fn expected_of(&self, driver: Driver) -> Value {
        match driver {
            Driver::Node if self.is_beyond_double => json!({ "error": { "code": "out_of_range" } }),
            _ => self.expected.clone(),
        }
    }
}

pub(crate) fn read_files() -> Result<Vec<File>, String> {
    let folder = root().join("tests/vectors");
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .map_err(|error| format!("tests/vectors: {error}"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    paths.sort();
    let mut next_id = 1;
    let mut files = Vec::new();
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
        files.push(read_file(name, &text, &mut next_id)?);
    }
    let total: usize = files.iter().map(|file| file.cases.len()).sum();
    if total < FEWEST { Err(format!("{total} cases are fewer than {FEWEST}")) } else { Ok(files) }
}

/// A vector file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// What the file is about; for people.
    #[serde(rename = "about")]
    _about: String,
    flags: BTreeMap<String, Flag>,
    count: usize,
    cases: Vec<WrittenCase>,
}

/// What a flag stands for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Flag {
    /// The attack or the loss; for people.
    #[serde(rename = "why")]
    _why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCase {
    comment: String,
    #[serde(default)]
    flags: Vec<String>,
    op: String,
    /// Kept as text, since the order of its keys counts for the form encoder.
    #[serde(rename = "in")]
    input: Box<RawValue>,
    ok: Option<Value>,
    error: Option<Value>,
}

fn read_file(name: String, text: &str, next_id: &mut u64) -> Result<File, String> {
    let file: Written = serde_json::from_str(text).map_err(|error| format!("{name}: {error}"))?;
    if file.count != file.cases.len() {
        return Err(format!("{name}: `count` says {}, but there are {} cases", file.count, file.cases.len()));
    }
    for flag in file.flags.keys() {
        if !file.cases.iter().any(|case| case.flags.contains(flag)) {
            return Err(format!("{name}: no case has the flag `{flag}`"));
        }
    }
    let mut cases = Vec::new();
    for case in file.cases {
        let comment = case.comment;
        if let Some(flag) = case.flags.iter().find(|flag| !file.flags.contains_key(*flag)) {
            return Err(format!("{name}: `{comment}`: the flag `{flag}` is not explained"));
        }
        let expected = match (case.ok, case.error) {
            (Some(ok), None) => json!({ "ok": ok }),
            (None, Some(error)) => json!({ "error": error }),
            _ => return Err(format!("{name}: `{comment}`: expected either `ok` or `error`")),
        };
        // A line of its own: JSON has no line breaks inside of strings.
        let input = case.input.get().replace('\n', " ");
        let request = format!(r#"{{"id":{next_id},"op":{},"in":{input}}}"#, json!(case.op));
        let is_beyond_double = case.flags.iter().any(|flag| flag == BEYOND_DOUBLE);
        cases.push(Case { id: *next_id, comment, op: case.op, request, expected, is_beyond_double });
        *next_id += 1;
    }
    Ok(File { name, cases })
}

/// All answers of a driver, file by file; a driver that answers too little fails as a whole.
pub(crate) fn answers(command: &mut Command, files: &[File]) -> Result<Vec<Vec<Value>>, String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("did not start: {error}"))?;
    let mut input = child.stdin.take().ok_or("no standard input")?;
    let lines: Vec<String> =
        files.iter().flat_map(|file| &file.cases).map(|case| case.request.clone()).collect();
    // Written from a thread of its own, since a driver may answer before it has read everything.
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
        return Err(format!("an answer too many: {answer:?}"));
    }
    drop(answers);
    writer
        .join()
        .map_err(|_| "the writer failed")?
        .map_err(|error| format!("it stopped reading: {error}"))?;
    let status = child.wait().map_err(|error| error.to_string())?;
    if status.success() { Ok(all) } else { Err(format!("ended with {status}")) }
}

fn compare(driver: Driver, file: &File, answers: &[Value]) -> (u64, u64) {
    let mut failed = 0;
    for (case, answer) in file.cases.iter().zip(answers) {
        let expected = case.expected_of(driver);
        if !agrees(&expected, answer) {
            failed += 1;
            println!("{} {} `{}`", driver.name(), file.name, case.comment);
            println!("  request  {}", case.request);
            println!("  expected {expected}");
            println!("  answered {answer}");
        }
    }
    (file.cases.len() as u64 - failed, failed)
}

/// An `ok` must be equal in full. Of an error, what the vector names must be equal; its text is each
/// language's own, but there must be one.
fn agrees(expected: &Value, answer: &Value) -> bool {
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

fn print_table(drivers: &[Driver], table: &BTreeMap<&str, Vec<String>>) {
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
    fn a_file_that_miscounts_is_refused() {
        let text = r#"{"about": "", "flags": {}, "count": 1, "cases": [{"comment": "a", "op": "x", "in": {}, "ok": {}}]}"#;
        assert!(read_file("f".into(), text, &mut 1).is_ok());
        assert!(read_file("f".into(), &text.replace('1', "2"), &mut 1).is_err());
        assert!(read_file("f".into(), &text.replace("ok", "okay"), &mut 1).is_err());
    }

    #[test]
    fn node_alone_refuses_what_a_double_does_not_hold() {
        let text = r#"{"about": "", "flags": {"BeyondDouble": {"why": ""}}, "count": 1, "cases":
            [{"comment": "a", "flags": ["BeyondDouble"], "op": "x", "in": {}, "ok": {"a": 9007199254740993}}]}"#;
        let file = read_file("f".into(), text, &mut 1).unwrap();
        let answer = json!({ "id": 1, "ok": { "a": 9007199254740993_i64 } });
        let refusal = json!({ "id": 1, "error": { "code": "out_of_range", "message": "m" } });
        let rounded = json!({ "id": 1, "ok": { "a": 9007199254740992_i64 } });
        for driver in Driver::ALL {
            let expected = file.cases[0].expected_of(driver);
            let is_node = matches!(driver, Driver::Node);
            assert_eq!(agrees(&expected, &answer), !is_node);
            assert_eq!(agrees(&expected, &refusal), is_node);
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
