//! Skipping values, strings and white space: functions from a text to the rest of it.
//!
//! The rest stays in registers from one step to the next, which accounts for half of the speed. The small
//! steps are always inlined, because the WebAssembly modules are compiled for size.

/// Returns what follows a value of any kind, or how many bytes are left where the text is no longer valid.
/// `room` is how deep the value may be nested.
pub(super) fn value(rest: &[u8], room: u32) -> Result<&[u8], usize> {
    match rest.first() {
        Some(b'{' | b'[') => nested(rest, room),
        _ => scalar(rest).ok_or(rest.len()),
    }
}

/// Receives the keys of an object while it is skipped.
pub(crate) trait Notes {
    /// Receives a key as it is written, without its quotes; whether it contains an escape; and how many bytes
    /// are left from the start of its value.
    fn key(&mut self, key: &[u8], escaped: bool, left: usize);
}

/// Returns what follows a value; if it is an object, its own keys are reported to `notes`. `room` is as for
/// [`value`].
pub(super) fn noted<'t>(rest: &'t [u8], room: u32, notes: &mut impl Notes) -> Result<&'t [u8], usize> {
    match rest.first() {
        Some(b'{' | b'[') => nested_by(rest, room, |rest, depth| {
            if depth != 1 {
                return key(rest);
            }
            let (after, escaped) = string(rest)?;
            let value = colon(after)?;
            let name = rest.get(1..rest.len() - after.len() - 1).unwrap_or_default();
            notes.key(name, escaped, value.len());
            Some(value)
        }),
        _ => scalar(rest).ok_or(rest.len()),
    }
}

/// Returns what follows an object or an array.
fn nested(rest: &[u8], room: u32) -> Result<&[u8], usize> {
    nested_by(rest, room, |rest, _| key(rest))
}

/// Does the same without recursion; `key` skips a key and its colon at a given depth.
#[inline(always)]
fn nested_by<'t>(
    mut rest: &'t [u8],
    room: u32,
    mut key: impl FnMut(&'t [u8], u32) -> Option<&'t [u8]>,
) -> Result<&'t [u8], usize> {
    // One bit for each open bracket, the innermost lowest: 1 stands for an object.
    let mut open = 0_u128;
    let mut depth = 0;
    let mut indentation = Indentation::default();
    loop {
        match rest {
            [b'{', inside @ ..] if depth < room => {
                depth += 1;
                open = open << 1 | 1;
                rest = white_space(inside);
                if rest.first() != Some(&b'}') {
                    rest = key(rest, depth).ok_or(rest.len())?;
                    continue;
                }
            }
            [b'[', inside @ ..] if depth < room => {
                depth += 1;
                open <<= 1;
                rest = white_space(inside);
                if rest.first() != Some(&b']') {
                    continue;
                }
            }
            _ => rest = scalar(rest).ok_or(rest.len())?,
        }
        // After a value, or after the opening bracket of an empty one: close all that ends here.
        loop {
            if !matches!(rest, [b',', ..]) {
                rest = white_space(rest);
            }
            let in_object = open & 1 == 1;
            match rest {
                [b',', more @ ..] => {
                    rest = indentation.past(more);
                    if in_object {
                        rest = key(rest, depth).ok_or(rest.len())?;
                    }
                    break;
                }
                [b'}', more @ ..] if in_object => rest = more,
                [b']', more @ ..] if !in_object => rest = more,
                _ => return Err(rest.len()),
            }
            depth -= 1;
            open >>= 1;
            indentation.out();
            if depth == 0 {
                return Ok(rest);
            }
        }
    }
}

/// Returns what follows anything but an object or an array.
#[inline(always)]
fn scalar(rest: &[u8]) -> Option<&[u8]> {
    // The most frequent values in Stripe's objects come first.
    if let Some(rest) = word(rest, b"null") {
        return Some(rest);
    }
    match rest.first()? {
        b'"' => some_string(rest),
        b't' => word(rest, b"true"),
        b'f' => word(rest, b"false"),
        _ => number(rest),
    }
}

/// Returns what follows a string whose text does not matter.
#[inline(never)]
fn some_string(rest: &[u8]) -> Option<&[u8]> {
    string(rest).map(|(rest, _)| rest)
}

/// Returns what follows a key and its colon: the start of the value.
#[inline(never)]
fn key(rest: &[u8]) -> Option<&[u8]> {
    let (rest, _) = string(rest)?;
    colon(rest)
}

/// Returns what follows a string, from its opening quote, and whether the string contains an escape.
#[inline(always)]
pub(super) fn string(rest: &[u8]) -> Option<(&[u8], bool)> {
    let mut rest = rest.strip_prefix(b"\"")?;
    while let Some((eight, more)) = rest.split_first_chunk() {
        let marks = marks(u64::from_le_bytes(*eight));
        if marks == 0 {
            rest = more;
            continue;
        }
        rest = rest.get(first(marks)..)?;
        break;
    }
    match rest {
        [b'"', rest @ ..] => Some((rest, false)),
        _ => unusual_string(rest),
    }
}

/// Handles the rest of a string that has escapes or non-ASCII characters, or that is at the end of the text.
#[inline(never)]
fn unusual_string(mut rest: &[u8]) -> Option<(&[u8], bool)> {
    let mut escaped = false;
    loop {
        while let Some((eight, more)) = rest.split_first_chunk() {
            let word = u64::from_le_bytes(*eight);
            let marks = marks(word) & !word;
            if marks != 0 {
                rest = rest.get(first(marks)..)?;
                break;
            }
            rest = more;
        }
        match rest {
            [b'"', rest @ ..] => return Some((rest, escaped)),
            [b'\\', more @ ..] => {
                rest = escape(more)?;
                escaped = true;
            }
            [] | [0..b' ', ..] => return None,
            [_, more @ ..] => rest = more,
        }
    }
}

/// Returns what follows an escape, after its backslash.
fn escape(rest: &[u8]) -> Option<&[u8]> {
    match rest {
        [b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', rest @ ..] => Some(rest),
        [b'u', a, b, c, d, rest @ ..] if [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()) => {
            Some(rest)
        }
        _ => None,
    }
}

fn number(rest: &[u8]) -> Option<&[u8]> {
    let rest = rest.strip_prefix(b"-").unwrap_or(rest);
    let mut rest = match rest {
        [b'0', rest @ ..] => rest,
        _ => digits(rest)?,
    };
    if let [b'.', fraction @ ..] = rest {
        rest = digits(fraction)?;
    }
    if let [b'e' | b'E', exponent @ ..] = rest {
        rest = digits(match exponent {
            [b'+' | b'-', exponent @ ..] => exponent,
            _ => exponent,
        })?;
    }
    Some(rest)
}

/// Returns what follows one or more digits.
fn digits(rest: &[u8]) -> Option<&[u8]> {
    let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if length == 0 { None } else { rest.get(length..) }
}

/// Returns what follows exactly this word.
#[inline(always)]
pub(super) fn word<'t, const N: usize>(rest: &'t [u8], word: &[u8; N]) -> Option<&'t [u8]> {
    let (found, rest) = rest.split_first_chunk()?;
    (found == word).then_some(rest)
}

/// Returns what follows a colon and the white space around it.
#[inline(always)]
pub(super) fn colon(rest: &[u8]) -> Option<&[u8]> {
    match rest {
        // The way Stripe writes it, in one step.
        [b':', b' ', rest @ ..] => Some(white_space(rest)),
        _ => match white_space(rest) {
            [b':', rest @ ..] => Some(white_space(rest)),
            _ => None,
        },
    }
}

/// Returns what follows white space; usually there is none.
#[inline(always)]
pub(super) fn white_space(rest: &[u8]) -> &[u8] {
    match rest {
        [0..=b' ', ..] => more_white_space(rest),
        _ => rest,
    }
}

/// Mostly a line break and the indentation after it.
#[inline(never)]
fn more_white_space(mut rest: &[u8]) -> &[u8] {
    while let [b' ' | b'\n' | b'\r' | b'\t', more @ ..] = rest {
        rest = spaces(more);
    }
    rest
}

/// The white space before the last member, which is usually the same before the next one: comparing takes one
/// step, measuring takes a few.
#[derive(Default)]
struct Indentation {
    /// The bytes of two words that it covers, starting with a line break.
    masks: [u64; 2],
    length: usize,
}

impl Indentation {
    #[inline(always)]
    fn past<'t>(&mut self, rest: &'t [u8]) -> &'t [u8] {
        const LINE: u64 = of(b' ') ^ (b' ' ^ b'\n') as u64;
        if let Some((eight, more)) = rest.split_first_chunk()
            && (u64::from_le_bytes(*eight) ^ LINE) & self.masks[0] == 0
            && let Some((eight, _)) = more.split_first_chunk()
            && (u64::from_le_bytes(*eight) ^ of(b' ')) & self.masks[1] == 0
            && let Some(after @ [b'!'..=u8::MAX, ..]) = rest.get(self.length..)
        {
            return after;
        }
        self.measure(rest)
    }

    #[inline(never)]
    fn measure<'t>(&mut self, rest: &'t [u8]) -> &'t [u8] {
        let after = white_space(rest);
        self.length = (rest.len() - after.len()).min(15);
        self.cover();
        after
    }

    /// After the end of an object or an array, members are indented by two spaces less.
    #[inline(always)]
    fn out(&mut self) {
        self.length = self.length.saturating_sub(2);
        self.cover();
    }

    #[inline(always)]
    fn cover(&mut self) {
        let mask = |bytes: usize| if bytes >= 8 { u64::MAX } else { (1 << (8 * bytes)) - 1 };
        self.masks = [mask(self.length), mask(self.length.saturating_sub(8))];
    }
}

#[inline(always)]
fn spaces(mut rest: &[u8]) -> &[u8] {
    while let Some((eight, more)) = rest.split_first_chunk() {
        let other = u64::from_le_bytes(*eight) ^ of(b' ');
        if other != 0 {
            return rest.get(first(other)..).unwrap_or_default();
        }
        rest = more;
    }
    rest
}

/// Returns a word with the same byte eight times.
const fn of(byte: u8) -> u64 {
    0x0101_0101_0101_0101 * byte as u64
}

/// Sets the highest bit of the bytes that end a run of plain text in a string: a quote, a backslash or a
/// control character. Wrong marks are possible on a higher byte, but only above a correct mark, and on
/// non-ASCII bytes. So the lowest mark is correct if it is on an ASCII byte.
///
/// Swapping quotes with spaces lets one subtraction find them together with the control characters.
#[inline(always)]
const fn marks(word: u64) -> u64 {
    let quote_or_control = (word ^ of(b'"' ^ b' ')).wrapping_sub(of(b'!'));
    let backslash = (word ^ of(b'\\')).wrapping_sub(of(1));
    (quote_or_control | backslash) & of(0x80)
}

/// Returns the index of the first byte that is not zero; the first byte is the lowest.
#[inline(always)]
const fn first(word: u64) -> usize {
    word.trailing_zeros() as usize / 8
}
