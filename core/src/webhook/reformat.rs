//! A body as it may have been before something on the way changed it. Each step reads its input once and
//! stops at a given number of bytes, whatever the input holds.

use crate::json::code_unit;

/// JSON text as Stripe writes it: each member on a line of its own, two spaces a level, no escapes that
/// are not needed. Nothing is parsed: invalid JSON becomes other invalid JSON.
pub(super) fn pretty(text: &[u8], most: usize) -> Option<Vec<u8>> {
    let mut out = Bounded::new(most);
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some((first, more)) = rest.split_first() {
        rest = more;
        match first {
            b' ' | b'\n' | b'\r' | b'\t' => {}
            b'{' | b'[' => {
                out.push(*first)?;
                rest = rest.trim_ascii_start();
                if let [close @ (b'}' | b']'), more @ ..] = rest {
                    out.push(*close)?;
                    rest = more;
                } else {
                    depth += 1;
                    out.line(depth)?;
                }
            }
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                out.line(depth)?;
                out.push(*first)?;
            }
            b',' => {
                out.push(b',')?;
                out.line(depth)?;
            }
            b':' => out.extend(b": ")?,
            b'"' => rest = string(rest, &mut out)?,
            _ => out.push(*first)?,
        }
    }
    Some(out.bytes)
}

/// Copies a string after its opening quote, and returns what follows it.
fn string<'t>(mut rest: &'t [u8], out: &mut Bounded) -> Option<&'t [u8]> {
    out.push(b'"')?;
    loop {
        let plain = rest.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
        let (before, after) = rest.split_at_checked(plain)?;
        out.extend(before)?;
        match after {
            [b'"', after @ ..] => {
                out.push(b'"')?;
                return Some(after);
            }
            [b'\\', b'/', after @ ..] => {
                out.push(b'/')?;
                rest = after;
            }
            [b'\\', b'u', ..] => rest = unicode(after, out)?,
            [backslash, escaped, after @ ..] => {
                out.extend(&[*backslash, *escaped])?;
                rest = after;
            }
            _ => return None,
        }
    }
}

/// Writes `\u00e9`, or a pair of surrogates, as the character; what has to be escaped stays escaped.
fn unicode<'t>(escape: &'t [u8], out: &mut Bounded) -> Option<&'t [u8]> {
    let first = code_unit(escape)?;
    let second = escape.get(6..).and_then(code_unit).unwrap_or_default();
    let length = match char::decode_utf16([first, second]).next()? {
        Ok(character) if character >= ' ' && !matches!(character, '"' | '\\') => {
            out.character(character)?;
            6 * character.len_utf16()
        }
        _ => {
            out.extend(escape.get(..6)?)?;
            6
        }
    };
    escape.get(length..)
}

/// Decodes base64 of either alphabet, if it holds an object: line ends and padding may be missing.
pub(super) fn from_base64(text: &[u8], most: usize) -> Option<Vec<u8>> {
    // Nothing else starts like the `{` of an object.
    let [b'e', b'w'..=b'z' | b'0'..=b'9' | b'+' | b'/' | b'-' | b'_', ..] = text else { return None };
    let text = text.strip_suffix(b"=").unwrap_or(text);
    let text = text.strip_suffix(b"=").unwrap_or(text);
    let mut out = Bounded::new(most);
    let (mut bits, mut held) = (0_u32, 0);
    for digit in text {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'\r' | b'\n' => continue,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            let [.., byte] = (bits >> held).to_be_bytes();
            out.push(byte)?;
        }
    }
    Some(out.bytes)
}

/// The bytes that were decoded as Latin-1 or Windows-1252 and encoded as UTF-8; nothing if they were not
/// UTF-8 before, or if they are all ASCII.
pub(super) fn from_latin1(text: &str, most: usize) -> Option<Vec<u8>> {
    if text.is_ascii() {
        return None;
    }
    let mut out = Bounded::new(most);
    for character in text.chars() {
        out.push(latin1(character)?)?;
    }
    std::str::from_utf8(&out.bytes).is_ok().then_some(out.bytes)
}

/// Text without its carriage returns.
pub(super) fn without_returns(text: &[u8], most: usize) -> Option<Vec<u8>> {
    let mut out = Bounded::new(most);
    text.split(|byte| *byte == b'\r').try_for_each(|part| out.extend(part))?;
    Some(out.bytes)
}

/// Bytes of Latin-1 as UTF-8.
pub(super) fn latin1_to_utf8(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    let mut out = Bounded::new(most);
    for byte in bytes {
        out.character(char::from(*byte))?;
    }
    Some(out.bytes)
}

/// The byte of a character in Latin-1, or in Windows-1252, which has other characters in place of controls.
fn latin1(character: char) -> Option<u8> {
    Some(match character {
        '€' => 0x80,
        '‚' => 0x82,
        'ƒ' => 0x83,
        '„' => 0x84,
        '…' => 0x85,
        '†' => 0x86,
        '‡' => 0x87,
        'ˆ' => 0x88,
        '‰' => 0x89,
        'Š' => 0x8a,
        '‹' => 0x8b,
        'Œ' => 0x8c,
        'Ž' => 0x8e,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '•' => 0x95,
        '–' => 0x96,
        '—' => 0x97,
        '˜' => 0x98,
        '™' => 0x99,
        'š' => 0x9a,
        '›' => 0x9b,
        'œ' => 0x9c,
        'ž' => 0x9e,
        'Ÿ' => 0x9f,
        other => u8::try_from(other).ok()?,
    })
}

/// A limited number of bytes, in one allocation: the step that would exceed it ends the work.
struct Bounded {
    bytes: Vec<u8>,
    most: usize,
}

impl Bounded {
    fn new(most: usize) -> Self {
        // One more, for the line break that a caller may append.
        Bounded { bytes: Vec::with_capacity(most + 1), most }
    }

    #[inline]
    fn push(&mut self, byte: u8) -> Option<()> {
        self.extend(&[byte])
    }

    #[inline]
    fn extend(&mut self, bytes: &[u8]) -> Option<()> {
        (bytes.len() <= self.most - self.bytes.len()).then(|| self.bytes.extend_from_slice(bytes))
    }

    fn character(&mut self, character: char) -> Option<()> {
        self.extend(character.encode_utf8(&mut [0; 4]).as_bytes())
    }

    /// A new line, two spaces a level.
    fn line(&mut self, depth: usize) -> Option<()> {
        let length = depth.checked_mul(2)?.checked_add(1)?;
        (length <= self.most - self.bytes.len()).then(|| {
            self.bytes.push(b'\n');
            self.bytes.resize(self.bytes.len() + length - 1, b' ');
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MOST: usize = 4096;

    fn printed(text: &str) -> Option<String> {
        pretty(text.as_bytes(), MOST).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn what_a_serializer_changed_is_as_it_was() {
        let indented = "{\n  \"a\": [\n    1.0,\n    {},\n    []\n  ],\n  \"é\": \"é/😀\\n\\u0001\\\"\"\n}";
        for compact in [
            r#"{"a":[1.0,{},[]],"é":"é/😀\n\u0001\""}"#,
            r#"{"a": [1.0, { }, [ ]], "\u00e9": "\u00e9\/\ud83d\ude00\n\u0001\""}"#,
            indented,
        ] {
            assert_eq!(printed(compact).as_deref(), Some(indented), "{compact}");
        }
        assert_eq!(printed(r#""\ud83d\u0022\u005c""#).as_deref(), Some(r#""\ud83d\u0022\u005c""#));
        for broken in ["}", "[]]", "\"", "\"\\", "\"\\u12\""] {
            assert_eq!(printed(broken), None, "{broken}");
        }
    }

    #[test]
    fn nothing_is_larger_than_asked_for() {
        for body in
            ["[".repeat(200), "{\"a\":[".repeat(99), "1,".repeat(3000), "\"a".repeat(1999), "é".repeat(9999)]
        {
            for bytes in [
                pretty(body.as_bytes(), MOST),
                latin1_to_utf8(body.as_bytes(), MOST),
                from_latin1(&body, MOST),
                without_returns(body.as_bytes(), MOST),
                from_base64(format!("ew{body}").as_bytes(), MOST),
            ] {
                assert!(bytes.is_none_or(|bytes| bytes.len() <= MOST && bytes.capacity() == MOST + 1));
            }
        }
    }

    #[test]
    fn what_just_fits_is_made() {
        let whole = printed("{\"a\":[1,\"b\\u00e9\"]}").unwrap();
        let compact = "{\"a\":[1,\"bé\"]}".as_bytes();
        assert_eq!(pretty(compact, whole.len()), Some(whole.clone().into_bytes()));
        for most in 0..whole.len() {
            assert_eq!(pretty(compact, most), None, "{most}");
        }
    }

    #[test]
    fn base64_of_an_object_alone_is_decoded() {
        let decoded = |text: &str| from_base64(text.as_bytes(), MOST);
        assert_eq!(decoded("eyJhIjoiw7/Dv34ifQ==").as_deref(), Some("{\"a\":\"ÿÿ~\"}".as_bytes()));
        assert_eq!(decoded("eyJhIjoiw7_Dv34ifQ").as_deref(), Some("{\"a\":\"ÿÿ~\"}".as_bytes()));
        assert_eq!(decoded("eyJh\r\nIjox\nfQ==").as_deref(), Some(&b"{\"a\":1}"[..]));
        for other in ["", "e", "WzFd", "eyJhIjox*Q==", "eyJhIjoxfQ===="] {
            assert_eq!(decoded(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_serde_json(value in values()) {
            let indented = serde_json::to_string_pretty(&value).unwrap();
            prop_assert_eq!(printed(&value.to_string()), Some(indented));
        }

        #[test]
        fn a_wrong_encoding_is_undone(text in "[a-zäöüß€é😀{}\"]{1,40}") {
            prop_assume!(!text.is_ascii());
            let wrong: String = text.bytes().map(char::from).collect();
            prop_assert_eq!(from_latin1(&wrong, MOST), Some(text.clone().into_bytes()));
            prop_assert_eq!(from_latin1(&text, MOST).is_some(), text.chars().all(|letter| latin1(letter).is_some()) && is_utf8_again(&text));
        }

        #[test]
        fn latin1_is_put_right(text in "[a-zäöüß{}]{0,40}") {
            let latin1: Vec<u8> = text.chars().map(|letter| u8::try_from(letter).unwrap()).collect();
            prop_assert_eq!(latin1_to_utf8(&latin1, MOST), Some(text.into_bytes()));
        }
    }

    fn is_utf8_again(text: &str) -> bool {
        let bytes: Vec<u8> = text.chars().filter_map(latin1).collect();
        std::str::from_utf8(&bytes).is_ok()
    }

    /// Without floats, which serde_json writes anew.
    fn values() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<i64>().prop_map(Into::into),
            ".{0,8}".prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 20, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
                prop::collection::btree_map(".{0,5}", inner, 0..4)
                    .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
            ]
        })
    }
}
