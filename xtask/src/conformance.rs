//! Feeds `tests/vectors/*.json` to the drivers and compares what they answer.
//!
//! A vector file says what it is about, declares how many cases it has, explains each of its flags
//! once, and lists cases: an operation, its input, and the answer that every language must give.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use serde_json::{Map, Value, json};

use crate::drivers::Driver;
use crate::step::{Outcome, Report, root};

/// The fewest cases that all files together may have.
const FEWEST: usize = 80;

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
        match answers(*driver, &files) {
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

struct File {
    name: String,
    cases: Vec<Case>,
}

struct Case {
    id: u64,
    comment: String,
    request: Value,
    expected: Value,
}

fn read_files() -> Result<Vec<File>, String> {
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

fn read_file(name: String, text: &str, next_id: &mut u64) -> Result<File, String> {
    let file: Value = serde_json::from_str(text).map_err(|error| format!("{name}: {error}"))?;
    let listed = file["cases"].as_array().ok_or_else(|| format!("{name}: no `cases`"))?;
    if file["count"].as_u64() != Some(listed.len() as u64) {
        return Err(format!("{name}: `count` says {}, but there are {} cases", file["count"], listed.len()));
    }
    let flags = file["flags"].as_object().cloned().unwrap_or_default();
    let mut used = Map::new();
    let mut cases = Vec::new();
    for case in listed {
        let comment = case["comment"].as_str().unwrap_or_default().to_owned();
        let fault = |what: &str| format!("{name}: {what} in the case `{comment}`");
        for flag in case["flags"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !flags.contains_key(flag) {
                return Err(fault(&format!("the flag `{flag}` is not explained")));
            }
            used.insert(flag.to_owned(), Value::Null);
        }
        let expected = match (case.get("ok"), case.get("error")) {
            (Some(ok), None) => json!({ "ok": ok }),
            (None, Some(error)) => json!({ "error": error }),
            _ => return Err(fault("expected `ok` or `error`, one of them,")),
        };
        if comment.is_empty() || !case["op"].is_string() || !case["in"].is_object() {
            return Err(fault("expected `comment`, `op` and `in`"));
        }
        let request = json!({ "id": *next_id, "op": case["op"], "in": case["in"] });
        cases.push(Case { id: *next_id, comment, request, expected });
        *next_id += 1;
    }
    match flags.keys().find(|flag| !used.contains_key(*flag)) {
        Some(flag) => Err(format!("{name}: no case has the flag `{flag}`")),
        None => Ok(File { name, cases }),
    }
}

/// All answers of one driver, file by file; a driver that answers too little fails as a whole.
fn answers(driver: Driver, files: &[File]) -> Result<Vec<Vec<Value>>, String> {
    let mut child = driver
        .command()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("did not start: {error}"))?;
    let mut input = child.stdin.take().ok_or("no standard input")?;
    let lines: Vec<String> =
        files.iter().flat_map(|file| &file.cases).map(|case| case.request.to_string()).collect();
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
        if !agrees(&case.expected, answer) {
            failed += 1;
            println!("{} {} `{}`", driver.name(), file.name, case.comment);
            println!("  request  {}", case.request);
            println!("  expected {}", case.expected);
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
        let text = r#"{"count": 2, "cases": [{"comment": "a", "op": "x", "in": {}, "ok": {}}]}"#;
        assert!(read_file("f".into(), text, &mut 1).is_err());
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
