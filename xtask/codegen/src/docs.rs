//! Comments for other languages.

/// Returns the lines of a comment, each converted by [`plain`].
pub fn lines(docs: &str) -> Vec<String> {
    docs.lines().map(plain).collect()
}

/// Converts a line of a comment: removes links that only Rust can resolve and the end of a block comment, and
/// joins members with a dot.
pub fn plain(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, link)) = rest.split_once("[`") {
        let Some((name, after)) = link.split_once("`]") else { break };
        out.extend([before, "`", name, "`"]);
        rest = match after.strip_prefix('(').and_then(|target| target.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    out.push_str(rest);
    out.replace("*/", "* /").replace("::", ".").trim_end().to_owned()
}

/// Returns a `/** … */` comment, on one line if it fits; nothing for empty docs.
pub fn block(docs: &str, indent: &str) -> String {
    match lines(docs).as_slice() {
        [] => String::new(),
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let mut out = format!("{indent}/**\n");
            for line in lines {
                out.push_str(format!("{indent} * {line}").trim_end());
                out.push('\n');
            }
            out + indent + " */\n"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_become_their_text() {
        assert_eq!(plain("See [`Call`](crate::Call) and [`Page`]."), "See `Call` and `Page`.");
        assert_eq!(plain("Until */ here: `Event::outcome`"), "Until * / here: `Event.outcome`");
    }

    #[test]
    fn a_block_has_as_many_lines_as_the_comment() {
        assert_eq!(block("", "  "), "");
        assert_eq!(block("One.", "  "), "  /** One. */\n");
        assert_eq!(block("One.\n\nTwo.", ""), "/**\n * One.\n *\n * Two.\n */\n");
    }
}
