//! Percent-encoding.

/// Appends `key=value`. The key consists of known names and brackets, so only the value is escaped.
pub(crate) fn push_pair(out: &mut String, key: &str, value: &str) {
    if !out.is_empty() {
        out.push('&');
    }
    out.push_str(key);
    out.push('=');
    escape(out, value);
}

/// Which bytes are unreserved characters in RFC 3986.
#[allow(clippy::indexing_slicing, reason = "at compile time, where a wrong index does not compile")]
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < plain.len() {
        let character = byte as u8;
        plain[byte] = character.is_ascii_alphanumeric() || matches!(character, b'-' | b'.' | b'_' | b'~');
        byte += 1;
    }
    plain
};

/// Percent-encodes everything except the unreserved characters of RFC 3986.
pub(crate) fn escape(out: &mut String, text: &str) {
    let hex = |nibble: u8| char::from(b"0123456789ABCDEF".get(usize::from(nibble)).copied().unwrap_or(b'0'));
    let plain = |byte: u8| PLAIN.get(usize::from(byte)).copied().unwrap_or(false);
    let mut rest = text;
    while !rest.is_empty() {
        // Most text needs no escapes and is copied in one piece.
        let length = rest.bytes().position(|byte| !plain(byte)).unwrap_or(rest.len());
        let (run, odd) = rest.split_at_checked(length).unwrap_or((rest, ""));
        out.push_str(run);
        let end = odd.bytes().position(plain).unwrap_or(odd.len());
        for byte in odd.bytes().take(end) {
            out.push('%');
            out.push(hex(byte >> 4));
            out.push(hex(byte & 15));
        }
        rest = odd.get(end..).unwrap_or_default();
    }
}
