//! The conformance driver for Rust: one JSON request a line in, one JSON answer a line out.

mod merchants;
mod operations;
#[cfg(test)]
mod vectors;

use std::io::{BufRead, BufWriter, Write};

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Line<'l> {
    id: Value,
    op: String,
    /// Kept as text, so that the order of the keys reaches the form encoder.
    #[serde(rename = "in", borrow)]
    input: &'l RawValue,
}

fn main() -> std::io::Result<()> {
    let input = std::io::stdin().lock();
    let mut output = BufWriter::new(std::io::stdout().lock());
    for line in input.split(b'\n') {
        let line = line?;
        if !line.trim_ascii().is_empty() {
            writeln!(output, "{}", answer(&line))?;
            output.flush()?;
        }
    }
    Ok(())
}

fn answer(line: &[u8]) -> Value {
    match serde_json::from_slice::<Line<'_>>(line) {
        Ok(Line { id, op, input }) => match operations::run(&op, input.get()) {
            Ok(ok) => json!({ "id": id, "ok": ok }),
            Err(error) => json!({ "id": id, "error": error }),
        },
        Err(error) => json!({ "id": null, "error": { "code": "bad_request", "message": error.to_string() } }),
    }
}
