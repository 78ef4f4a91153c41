//! Why a genuine delivery may not match: one guess, at a bounded cost.
//!
//! Anyone can post to the endpoint, so the cost of a rejection must not depend on the contents of the body.
//! Beside the body itself at most one other form of it is tried, of at most 32 KiB, in one allocation;
//! larger bodies are only inspected. The depth of nested brackets makes no difference.

use super::reformat;

/// Larger bodies are tried in no other form, and no form may be larger.
pub(super) const LARGEST: usize = 32 * 1024;

/// Looks for the usual reasons why a genuine delivery does not match. `matches` returns whether one of the
/// secrets, which have these labels, signed the bytes.
pub(super) fn diagnose<'l>(
    body: &[u8],
    matches: impl Fn(&[u8]) -> bool,
    labels: impl Iterator<Item = &'l str>,
) -> String {
    if body.is_empty() {
        return "the body is empty: something read it before; pass the raw bytes".into();
    }
    if body.len() <= LARGEST
        && let Some(guess) = Guess::of(body)
        && matches(guess.bytes())
    {
        return guess.told.into();
    }
    let labels = labels.collect::<Vec<_>>().join(", ");
    let hint = if body.first() == Some(&b'{') && !body.contains(&b'\n') {
        "; the body has no line breaks, as if it was parsed and serialized again: pass the bytes as received, and check that the secret is this endpoint's"
    } else if body == b"[object Object]" {
        "; the body is the text that JavaScript makes of a parsed object: pass the bytes as received, before anything parses them"
    } else if body.len() <= LARGEST && has_replacement(body) {
        "; the body has replacement characters (U+FFFD), as if it was decoded in another encoding than UTF-8: pass the bytes as received, and check that the secret is this endpoint's"
    } else {
        ": check that the secret is this endpoint's, in this mode (test or live), and that connect endpoints have their own"
    };
    format!("no secret of the keyring ({labels}) made this signature{hint}")
}

/// How the body may have been changed, and what it may have been before.
struct Guess<'b> {
    told: &'static str,
    before: Before<'b>,
}

enum Before<'b> {
    Part(&'b [u8]),
    Made(Vec<u8>),
}

impl<'b> Guess<'b> {
    /// The likeliest guess about a body of at most [`LARGEST`] bytes, by what it looks like.
    fn of(body: &'b [u8]) -> Option<Self> {
        let part = |told, part| Some(Guess { told, before: Before::Part(part) });
        if let Some(rest) = body.strip_prefix(b"\xef\xbb\xbf") {
            return part("a byte order mark was put before the body: pass the bytes as received", rest);
        }
        if let Some(bytes) = reformat::from_base64(body.trim_ascii(), LARGEST) {
            return made(
                "the body is still in base64: decode it to bytes first (AWS says so with `isBase64Encoded`)",
                bytes,
            );
        }
        if is_padded(body) {
            return part(WHITE_SPACE, body.trim_ascii());
        }
        if body.first() == Some(&b'{') { Self::of_json(body) } else { None }
    }

    /// The likeliest guess about a body that looks like an object.
    fn of_json(body: &[u8]) -> Option<Self> {
        let Ok(text) = std::str::from_utf8(body) else {
            return made(
                "the body was decoded, and encoded as Latin-1 instead of UTF-8: pass the bytes as received",
                reformat::latin1_to_utf8(body, LARGEST)?,
            );
        };
        if let Some(bytes) = reformat::from_latin1(text, LARGEST) {
            return made(
                "the body was decoded as Latin-1 instead of UTF-8, which changed every letter beyond ASCII: pass the bytes as received",
                bytes,
            );
        }
        if body.contains(&b'\r') {
            return made(
                "line ends in the body were changed on the way: pass the bytes as received",
                reformat::without_returns(body, LARGEST)?,
            );
        }
        let mut bytes = reformat::pretty(body, LARGEST)?;
        if bytes != body {
            return made(
                "the body was parsed and serialized again, and is not what stripe signed: pass the bytes as received",
                bytes,
            );
        }
        bytes.push(b'\n');
        made(WHITE_SPACE, bytes)
    }

    fn bytes(&self) -> &[u8] {
        match &self.before {
            Before::Part(bytes) => bytes,
            Before::Made(bytes) => bytes,
        }
    }
}

const WHITE_SPACE: &str = "white space around the body was changed on the way: pass the bytes as received";

#[expect(clippy::unnecessary_wraps, reason = "every caller returns it as it is")]
fn made<'b>(told: &'static str, bytes: Vec<u8>) -> Option<Guess<'b>> {
    Some(Guess { told, before: Before::Made(bytes) })
}

fn is_padded(body: &[u8]) -> bool {
    body.trim_ascii().len() != body.len()
}

fn has_replacement(body: &[u8]) -> bool {
    std::str::from_utf8(body).is_ok() && body.windows(3).any(|bytes| bytes == "\u{fffd}".as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn a_body_that_is_too_large_is_looked_at_and_not_tried() {
        let tried = |body: &[u8]| {
            let tried = Cell::new(0);
            let matches = |_: &[u8]| {
                tried.set(tried.get() + 1);
                false
            };
            let told = diagnose(body, matches, ["connect", "old"].into_iter());
            assert!(told.contains("(connect, old)"), "{told}");
            (tried.get(), told.contains("U+FFFD"))
        };
        let padded = |text: &str, length: usize| {
            let mut body = text.as_bytes().to_vec();
            body.resize(length, b' ');
            body
        };
        assert_eq!(tried(&padded("{\n}", LARGEST)), (1, false));
        assert_eq!(tried(&padded("{\n}", LARGEST + 1)), (0, false));
        assert_eq!(tried(&padded("{\n\u{fffd}}", LARGEST)), (1, true));
        assert_eq!(tried(&padded("{\n\u{fffd}}", LARGEST + 1)), (0, false));
        // What would become larger than that is not made.
        assert_eq!(tried("{\"a\":[1,2]}".repeat(4000).as_bytes()), (0, false));
        assert_eq!(tried(&[b'x'; 5000]), (0, false));
    }
}
