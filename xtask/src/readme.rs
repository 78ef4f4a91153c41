//! The README's snippets in other languages are quotations: each must stand, word for word, in the
//! README of its package, where that package's own tests run it. (Rust's run as doc tests.)

use std::fs;

use crate::step::{Outcome, root};

/// The fence of each language, and the README whose snippets are run.
const QUOTED: [(&str, &str); 3] = [
    ("ts", "bindings-wasm/README.md"),
    ("python", "bindings-uniffi/python/README.md"),
    ("kotlin", "bindings-uniffi/kotlin/README.md"),
];

pub(crate) fn check() -> Outcome {
    let read = |path: &str| fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"));
    let readme = read("README.md")?;
    for (language, source) in QUOTED {
        let tested = blocks(&read(source)?, language);
        let quoted = blocks(&readme, language);
        if quoted.is_empty() {
            return Err(format!("README.md has no `{language}` snippet"));
        }
        if let Some(stray) = quoted.iter().find(|block| !tested.contains(block)) {
            return Err(format!(
                "README.md has a `{language}` snippet that {source} does not have:\n{stray}"
            ));
        }
    }
    Ok(())
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
