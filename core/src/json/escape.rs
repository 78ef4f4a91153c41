//! The escapes of JSON strings.

/// Decodes a string whose grammar was checked. A lone surrogate, as a text that was cut in the middle of a
/// character has it, becomes U+FFFD, so that the rest of the object is not lost.
pub(super) fn unescaped(string: &str) -> String {
    let mut text = String::with_capacity(string.len());
    let mut rest = string;
    while let Some(at) = rest.find('\\') {
        let (plain, escape) = rest.split_at(at);
        text.push_str(plain);
        let (character, length) = character(escape);
        text.push(character);
        rest = escape.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

/// Returns the character of an escape, and how many bytes it takes.
fn character(escape: &str) -> (char, usize) {
    if let Some(first) = code_unit(escape.as_bytes()) {
        let second = escape.as_bytes().get(6..).and_then(code_unit);
        let units = [first, second.unwrap_or_default()];
        return match char::decode_utf16(units).next() {
            Some(Ok(character)) => (character, 6 * character.len_utf16()),
            _ => (char::REPLACEMENT_CHARACTER, 6),
        };
    }
    let character = match escape.as_bytes().get(1) {
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        // A quote, a backslash or a slash.
        Some(other) => char::from(*other),
        None => char::REPLACEMENT_CHARACTER,
    };
    (character, 2)
}

/// Returns the number in `\u00e9`, if the text starts with such an escape.
pub(crate) fn code_unit(text: &[u8]) -> Option<u16> {
    let (digits, _) = text.strip_prefix(b"\\u")?.split_first_chunk::<4>()?;
    digits.iter().try_fold(0, |unit, digit| {
        let digit = char::from(*digit).to_digit(16)?;
        Some(unit << 4 | u16::try_from(digit).ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn half_a_pair_is_one_replacement_character() {
        for (escaped, text) in [
            (r"a\ud83d\ude00b", "a😀b"),
            (r"a\ud83db", "a\u{fffd}b"),
            (r"a\ude00b", "a\u{fffd}b"),
            (r"\ude00\ud83d", "\u{fffd}\u{fffd}"),
            (r"\ud83d\ud83d\ude00", "\u{fffd}😀"),
            (r"\ud83d\u0041", "\u{fffd}A"),
            (r"\ud83d\\ude00", "\u{fffd}\\ude00"),
            (r"\ud83dé", "\u{fffd}é"),
            (r"\u0000", "\0"),
            (r#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"),
        ] {
            assert_eq!(unescaped(escaped), text, "{escaped}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_serde_json(text in ".{0,30}") {
            let quoted = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(unescaped(&quoted[1..quoted.len() - 1]), text.clone());
            let units: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
            prop_assert_eq!(unescaped(&units), text);
        }
    }
}
