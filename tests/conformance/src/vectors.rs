//! `tests/vectors/*.json`.
//!
//! A vector file says what it is about, declares how many cases it has, explains each of its flags
//! once, and lists cases: an operation, its input, and the answer that every language must give.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use xtask_process::root;

/// The flag of cases with an integer that a double does not represent exactly.
const BEYOND_DOUBLE: &str = "BeyondDouble";

/// One file of cases.
pub struct File {
    /// Its name without the extension.
    pub name: String,
    /// In the order of the file.
    pub cases: Vec<Case>,
}

/// One case.
pub struct Case {
    /// Unique over all files.
    pub id: u64,
    /// What it shows, for people.
    pub comment: String,
    /// The protocol's operation.
    pub op: String,
    /// JSON text on one line; its keys are in the order of the file, which matters for the form encoder.
    pub input: String,
    /// An object with either `ok` or `error`.
    pub expected: Value,
    /// Whether it needs 64-bit integers.
    pub is_beyond_double: bool,
}

impl Case {
    /// Returns the line for a driver.
    pub fn request(&self) -> String {
        format!(r#"{{"id":{},"op":{},"in":{}}}"#, self.id, json!(self.op), self.input)
    }
}

/// Reads all files of vectors, in the order of their names.
///
/// Errors: a file that cannot be read, miscounts its cases, or has a flag that it does not explain or use.
pub fn read_files() -> Result<Vec<File>, String> {
    let folder = root().join("tests/vectors");
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .map_err(|error| format!("tests/vectors: {error}"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    if paths.is_empty() {
        return Err("tests/vectors has no file of vectors".to_owned());
    }
    paths.sort();
    let mut next_id = 1;
    let mut files = Vec::new();
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
        files.push(read_file(name, &text, &mut next_id)?);
    }
    Ok(files)
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

/// The meaning of a flag.
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
    /// Kept as text, since the order of its keys matters for the form encoder.
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
        // JSON has no line breaks inside strings.
        let input = case.input.get().replace('\n', " ");
        let is_beyond_double = case.flags.iter().any(|flag| flag == BEYOND_DOUBLE);
        cases.push(Case { id: *next_id, comment, op: case.op, input, expected, is_beyond_double });
        *next_id += 1;
    }
    Ok(File { name, cases })
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
}
