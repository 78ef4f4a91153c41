//! The README's snippets are quotations: each must stand, line for line, in a file whose lines are run.
//! For the packages that is their own README, which their tests execute; for Rust it is a test.

use std::fs;

use crate::step::{Outcome, root};

/// The fence of each language, and the file whose lines are run.
const QUOTED: [(&str, &str); 4] = [
    ("rust", "core/reqwest/tests/readme.rs"),
    ("ts", "bindings-wasm/README.md"),
    ("python", "bindings-uniffi/python/README.md"),
    ("kotlin", "bindings-uniffi/kotlin/README.md"),
];

pub(crate) fn check() -> Outcome {
    let read = |path: &str| fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"));
    let readme = read("README.md")?;
    for (language, source) in QUOTED {
        let run = without_indentation(&read(source)?);
        let quoted = blocks(&readme, language);
        if quoted.is_empty() {
            return Err(format!("README.md has no `{language}` snippet"));
        }
        if let Some(stray) = quoted.iter().find(|block| !run.contains(&without_indentation(block))) {
            return Err(format!(
                "README.md has a `{language}` snippet that {source} does not have:\n{stray}"
            ));
        }
    }
    Ok(())
}

fn without_indentation(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}

/// The contents of the fenced blocks of one language.
fn blocks(markdown: &str, language: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut lines = markdown.lines();
    while let Some(line) = lines.next() {
        if line == format!("```{language}") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push(block.join("\n"));
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_of_other_languages_are_left_alone() {
        let markdown = "```ts\na\nb\n```\ntext\n```python\nc\n```\n```ts\nd\n```\n";
        assert_eq!(blocks(markdown, "ts"), ["a\nb", "d"]);
    }
}
