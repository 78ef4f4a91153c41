//! A pull reader over JSON text: one pass, nothing copied that has no escapes, nothing kept.
//!
//! It reads the few fields that are wanted and checks the grammar (RFC 8259) of everything else on
//! the way past, eight bytes at a time where that is possible.

use std::borrow::Cow;

/// How deep values may be nested.
const DEEPEST: u32 = 128;

/// The text is not JSON, or nested too deep; reading stopped at this byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Invalid {
    pub(crate) at: usize,
}

/// A position in a JSON text.
pub(crate) struct Scanner<'t> {
    text: &'t str,
    at: usize,
    depth: u32,
}

impl<'t> Scanner<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Scanner { text, at: 0, depth: 0 }
    }

    /// Reads an object, handing each key to `member`, which must read the value: all of the wanted
    /// ones return `None` for a value of another type, having passed over it.
    ///
    /// `false` if the next value is not an object; it is passed over as well.
    pub(crate) fn object(
        &mut self,
        mut member: impl FnMut(&mut Self, &str) -> Result<(), Invalid>,
    ) -> Result<bool, Invalid> {
        if !self.is_object() {
            self.skip()?;
            return Ok(false);
        }
        self.enter()?;
        self.white_space();
        if self.take(b'}') {
            self.depth -= 1;
            return Ok(true);
        }
        loop {
            let key = self.key()?;
            member(self, &key)?;
            self.white_space();
            if self.take(b',') {
                self.white_space();
            } else if self.take(b'}') {
                self.depth -= 1;
                return Ok(true);
            } else {
                return Err(self.invalid());
            }
        }
    }

    /// Reads an array, handing each item to `item`, which must read it. `false` if the next value is
    /// not an array; it is passed over as well.
    pub(crate) fn array(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<(), Invalid>,
    ) -> Result<bool, Invalid> {
        self.white_space();
        if self.peek() != Some(b'[') {
            self.skip()?;
            return Ok(false);
        }
        self.enter()?;
        self.white_space();
        if self.take(b']') {
            self.depth -= 1;
            return Ok(true);
        }
        loop {
            item(self)?;
            self.white_space();
            if self.take(b']') {
                self.depth -= 1;
                return Ok(true);
            } else if !self.take(b',') {
                return Err(self.invalid());
            }
        }
    }

    /// Where the next value starts.
    pub(crate) fn here(&mut self) -> usize {
        self.white_space();
        self.at
    }

    /// The text from there to the end of what was read.
    pub(crate) fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// Reads a string.
    pub(crate) fn string(&mut self) -> Result<Option<Cow<'t, str>>, Invalid> {
        self.white_space();
        if self.peek() != Some(b'"') {
            self.skip()?;
            return Ok(None);
        }
        self.quoted().map(Some)
    }

    /// Reads an integer that fits 64 bits.
    pub(crate) fn integer(&mut self) -> Result<Option<i64>, Invalid> {
        Ok(self.skip()?.parse().ok())
    }

    /// Reads `true` or `false`.
    pub(crate) fn boolean(&mut self) -> Result<Option<bool>, Invalid> {
        Ok(self.skip()?.parse().ok())
    }

    /// Whether the next value is an object.
    pub(crate) fn is_object(&mut self) -> bool {
        self.white_space();
        self.peek() == Some(b'{')
    }

    /// Whether the next value is `null`; it is passed over only then.
    pub(crate) fn null(&mut self) -> bool {
        self.white_space();
        let found = self.rest().starts_with("null");
        if found {
            self.at += 4;
        }
        found
    }

    /// Passes over a value of any kind and returns its text.
    pub(crate) fn skip(&mut self) -> Result<&'t str, Invalid> {
        self.white_space();
        let start = self.at;
        // One bit for each open bracket, the innermost lowest: 1 is an object.
        let mut open = 0_u128;
        let outside = self.depth;
        loop {
            match self.peek() {
                Some(b'"') => self.string_end()?,
                Some(b'{') => {
                    self.enter()?;
                    open = open << 1 | 1;
                    self.white_space();
                    if self.peek() != Some(b'}') {
                        self.string_end()?;
                        self.colon()?;
                        continue;
                    }
                }
                Some(b'[') => {
                    self.enter()?;
                    open <<= 1;
                    self.white_space();
                    if self.peek() != Some(b']') {
                        continue;
                    }
                }
                Some(b't') => self.word("true")?,
                Some(b'f') => self.word("false")?,
                Some(b'n') => self.word("null")?,
                _ => self.number()?,
            }
            // A value, or the opening of an empty one, is behind us: close what closes here.
            while self.depth > outside {
                self.white_space();
                let in_object = open & 1 == 1;
                if self.take(if in_object { b'}' } else { b']' }) {
                    self.depth -= 1;
                    open >>= 1;
                } else if self.take(b',') {
                    self.white_space();
                    if in_object {
                        self.string_end()?;
                        self.colon()?;
                    }
                    break;
                } else {
                    return Err(self.invalid());
                }
            }
            if self.depth == outside {
                return self.text.get(start..self.at).ok_or(Invalid { at: start });
            }
        }
    }

    /// Nothing but white space may follow.
    pub(crate) fn end(mut self) -> Result<(), Invalid> {
        self.white_space();
        if self.at == self.text.len() { Ok(()) } else { Err(self.invalid()) }
    }

    fn key(&mut self) -> Result<Cow<'t, str>, Invalid> {
        let key = self.quoted()?;
        self.colon()?;
        Ok(key)
    }

    fn quoted(&mut self) -> Result<Cow<'t, str>, Invalid> {
        let start = self.at;
        self.string_end()?;
        let quoted = self.text.get(start..self.at).unwrap_or_default();
        let inner = quoted.get(1..quoted.len() - 1).unwrap_or_default();
        if inner.contains('\\') {
            serde_json::from_str(quoted).map(Cow::Owned).map_err(|_| Invalid { at: start })
        } else {
            Ok(Cow::Borrowed(inner))
        }
    }

    /// Passes over a string, from its opening quote.
    fn string_end(&mut self) -> Result<(), Invalid> {
        if !self.take(b'"') {
            return Err(self.invalid());
        }
        loop {
            while let Some(word) = self.eight() {
                let special = zero_bytes(word ^ of(b'"')) | zero_bytes(word ^ of(b'\\')) | below_space(word);
                if special != 0 {
                    self.at += special.trailing_zeros() as usize / 8;
                    break;
                }
                self.at += 8;
            }
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => self.escape()?,
                None | Some(..b' ') => return Err(self.invalid()),
                Some(_) => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Result<(), Invalid> {
        let length = match self.text.as_bytes().get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 2,
            Some(b'u') => {
                let digits = self.text.as_bytes().get(self.at + 2..self.at + 6).unwrap_or_default();
                if digits.len() < 4 || !digits.iter().all(u8::is_ascii_hexdigit) {
                    return Err(self.invalid());
                }
                6
            }
            _ => return Err(self.invalid()),
        };
        self.at += length;
        Ok(())
    }

    fn number(&mut self) -> Result<(), Invalid> {
        self.take(b'-');
        if !self.take(b'0') && self.digits() == 0 {
            return Err(self.invalid());
        }
        if self.take(b'.') && self.digits() == 0 {
            return Err(self.invalid());
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            if self.digits() == 0 {
                return Err(self.invalid());
            }
        }
        Ok(())
    }

    /// Passes over digits and says how many there were.
    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }

    fn word(&mut self, word: &str) -> Result<(), Invalid> {
        if !self.rest().starts_with(word) {
            return Err(self.invalid());
        }
        self.at += word.len();
        Ok(())
    }

    #[inline]
    fn colon(&mut self) -> Result<(), Invalid> {
        self.white_space();
        if !self.take(b':') {
            return Err(self.invalid());
        }
        // One space, as Stripe writes it, is worth a step of its own.
        self.at += usize::from(self.peek() == Some(b' '));
        self.white_space();
        Ok(())
    }

    fn enter(&mut self) -> Result<(), Invalid> {
        if self.depth == DEEPEST {
            return Err(self.invalid());
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Passes over white space; most often there is none.
    #[inline]
    fn white_space(&mut self) {
        if self.peek().is_some_and(|byte| byte <= b' ') {
            self.more_white_space();
        }
    }

    /// A line break and the indentation after it, above all.
    #[inline(never)]
    fn more_white_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
            while let Some(word) = self.eight() {
                let other = word ^ of(b' ');
                if other != 0 {
                    self.at += other.trailing_zeros() as usize / 8;
                    break;
                }
                self.at += 8;
            }
        }
    }

    #[inline]
    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next eight bytes, the first one lowest.
    #[inline]
    fn eight(&self) -> Option<u64> {
        let bytes = self.text.as_bytes().get(self.at..self.at + 8)?;
        Some(u64::from_le_bytes(bytes.try_into().ok()?))
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn invalid(&self) -> Invalid {
        Invalid { at: self.at }
    }
}

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// A word of eight times the same byte.
const fn of(byte: u8) -> u64 {
    LOW * byte as u64
}

/// Marks the bytes that are zero. A higher byte can be marked wrongly, but only above a right mark,
/// so the lowest mark is always right.
const fn zero_bytes(word: u64) -> u64 {
    word.wrapping_sub(LOW) & !word & HIGH
}

/// Marks the bytes below 0x20, the lowest mark rightly, as [`zero_bytes`].
const fn below_space(word: u64) -> u64 {
    word.wrapping_sub(of(b' ')) & !word & HIGH
}

#[cfg(test)]
mod tests;
