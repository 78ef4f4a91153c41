//! JSON: a reader that allocates nothing, and a small tree that keeps the order of its keys.

mod escape;
mod reader;
mod skip;
mod tree;

pub(crate) use escape::code_unit;
pub(crate) use reader::{Invalid, Reader};
pub(crate) use skip::Notes;
pub(crate) use tree::{Json, not_json};

/// Appends an object of string pairs.
pub(crate) fn pairs<'p>(out: &mut String, pairs: impl Iterator<Item = (&'p str, &'p str)>) {
    out.push('{');
    for (index, (key, value)) in pairs.enumerate() {
        out.push_str(if index == 0 { "" } else { "," });
        quote(out, key);
        out.push(':');
        quote(out, value);
    }
    out.push('}');
}

/// Appends a string with quotes and escapes.
pub(crate) fn quote(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            control if control < ' ' => {
                let hex = |nibble: u32| char::from_digit(nibble, 16).unwrap_or('0');
                out.push_str("\\u00");
                out.extend([hex(control as u32 >> 4), hex(control as u32 & 15)]);
            }
            plain => out.push(plain),
        }
    }
    out.push('"');
}

/// Returns whether a string contained a lone surrogate, which was read as U+FFFD. `token` is the string as it
/// was written in the JSON.
pub(crate) fn is_cut(text: &str, token: &str) -> bool {
    // By bytes, since searching for a text in a text compiles to large code.
    let count = |text: &str, mark: &str| {
        let windows = text.as_bytes().windows(mark.len());
        windows.filter(|bytes| bytes.eq_ignore_ascii_case(mark.as_bytes())).count()
    };
    count(text, "\u{FFFD}") > count(token, "\u{FFFD}") + count(token, "\\ufffd")
}
