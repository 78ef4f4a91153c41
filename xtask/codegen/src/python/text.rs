//! Text in Python's notation.

use crate::docs;

/// Returns a string literal in double quotes.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// Returns the lines of a comment with Python's markup, each paragraph wrapped at that width.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let marked: Vec<String> = docs::lines(text).iter().map(|line| line.replace('`', "``")).collect();
    let mut lines: Vec<String> = Vec::new();
    for paragraph in marked.split(String::is_empty) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let mut line = String::new();
        for word in paragraph.iter().flat_map(|line| line.split_whitespace()) {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut line));
            }
            line.extend([if line.is_empty() { "" } else { " " }, word]);
        }
        lines.push(line);
    }
    lines
}

/// Returns a docstring at that indentation; the closing quotes are on their own line if there are several
/// lines.
pub(super) fn docstring(text: &str, indent: &str) -> String {
    let lines = wrapped(text, 105 - indent.len());
    let mut out = format!("{indent}\"\"\"{}", lines.first().map_or("", String::as_str).replace('\\', "\\\\"));
    for line in lines.iter().skip(1) {
        let indent = if line.is_empty() { "" } else { indent };
        out.extend(["\n", indent, &line.replace('\\', "\\\\")]);
    }
    if lines.len() > 1 {
        out.extend(["\n", indent]);
    }
    out + "\"\"\"\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_is_what_python_reads() {
        assert_eq!(literal("a \"b\" \\ …\nc"), "\"a \\\"b\\\" \\\\ …\\nc\"");
    }

    #[test]
    fn docs_are_wrapped_and_marked_up_for_python() {
        let text = docstring("Reads `a`, see\n[`Call`](crate::Call).\n\n`GET /v1`.", "    ");
        assert_eq!(text, "    \"\"\"Reads ``a``, see ``Call``.\n\n    ``GET /v1``.\n    \"\"\"\n");
        assert_eq!(docstring("One.", ""), "\"\"\"One.\"\"\"\n");
        assert!(wrapped(&"word ".repeat(100), 80).iter().all(|line| line.len() <= 80));
    }
}
