//! The READMEs' snippets are quotations: each must appear, line for line, in a file whose lines are run. For
//! the packages, that is their own README, which their tests execute; for Rust, it is a test.

use std::fs;

use xtask_process::{Outcome, root};

/// A README, the fence of a language in it, and the files whose lines are run.
const QUOTED: [(&str, &str, &[&str]); 5] = [
    ("README.md", "rust", &["core/reqwest/tests/readme.rs", "examples/axum/src/main.rs"]),
    ("README.md", "ts", &["bindings-wasm/README.md"]),
    ("README.md", "python", &["bindings-uniffi/python/README.md"]),
    ("README.md", "kotlin", &["bindings-uniffi/kotlin/README.md"]),
    ("tests/simulator/README.md", "rust", &["tests/simulator/tests/readme.rs"]),
];

pub(crate) fn check() -> Outcome {
    let read = |path: &str| fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"));
    for (readme, language, sources) in QUOTED {
        let run: Vec<String> = sources
            .iter()
            .map(|source| read(source).map(|text| without_indentation(&text)))
            .collect::<Result<_, _>>()?;
        let quoted = blocks(&read(readme)?, language);
        if quoted.is_empty() {
            return Err(format!("{readme} has no `{language}` snippet"));
        }
        let is_run = |block: &String| run.iter().any(|text| text.contains(&without_indentation(block)));
        if let Some(stray) = quoted.iter().find(|block| !is_run(block)) {
            let sources = sources.join(" or ");
            return Err(format!("{readme} has a `{language}` snippet that is not in {sources}:\n{stray}"));
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
