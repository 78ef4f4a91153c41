//! A pull reader over JSON text: one pass, without copies of strings that have no escapes.
//!
//! It reads the few fields that are needed and checks the grammar (RFC 8259) of everything else as it skips
//! it. JSON from Stripe is indented, has long names and short values, and rarely an escape: the steps are
//! optimized for that, eight bytes at a time.

use std::borrow::Cow;

use super::{escape, skip, skip::Notes};

/// The maximum nesting depth.
const DEEPEST: u32 = 128;

/// The text is not JSON, or nested too deeply; reading stopped at this byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Invalid {
    pub(crate) at: usize,
}

/// A position in a JSON text.
pub(crate) struct Reader<'t> {
    text: &'t str,
    /// The part that has not been read yet.
    rest: &'t [u8],
    depth: u32,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Reader { text, rest: text.as_bytes(), depth: 0 }
    }

    /// Reads an object and passes each key to `member`, which must read the value. The functions that read a
    /// value of one type return `None` for a value of another type, which they skip.
    ///
    /// Returns `false` if the next value is not an object, which is then skipped.
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

    /// Reads an array and calls `item` for each item, which must read it. Returns `false` if the next value
    /// is not an array, which is then skipped.
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

    /// Returns the start of the next value.
    pub(crate) fn here(&mut self) -> usize {
        self.white_space();
        self.at()
    }

    /// Returns the text from `start` to the end of what was read.
    pub(crate) fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at()).unwrap_or_default()
    }

    /// Reads a string. A lone surrogate becomes U+FFFD.
    pub(crate) fn string(&mut self) -> Result<Option<Cow<'t, str>>, Invalid> {
        self.white_space();
        if self.peek() != Some(b'"') {
            self.skip()?;
            return Ok(None);
        }
        self.quoted().map(Some)
    }

    /// Reads an integer that fits in 64 bits.
    pub(crate) fn integer(&mut self) -> Result<Option<i64>, Invalid> {
        Ok(self.skip()?.parse().ok())
    }

    /// Reads `true` or `false`.
    pub(crate) fn boolean(&mut self) -> Result<Option<bool>, Invalid> {
        Ok(self.skip()?.parse().ok())
    }

    /// Returns whether the next value is an object.
    pub(crate) fn is_object(&mut self) -> bool {
        self.white_space();
        self.peek() == Some(b'{')
    }

    /// Returns whether the next value is an array.
    pub(crate) fn is_array(&mut self) -> bool {
        self.white_space();
        self.peek() == Some(b'[')
    }

    /// Returns whether the next value is `null`, and skips it only then.
    pub(crate) fn null(&mut self) -> bool {
        self.white_space();
        match skip::word(self.rest, b"null") {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Skips a value of any kind and returns its text.
    pub(crate) fn skip(&mut self) -> Result<&'t str, Invalid> {
        let start = self.here();
        let room = DEEPEST - self.depth;
        self.rest = skip::value(self.rest, room).map_err(|left| Invalid { at: self.text.len() - left })?;
        self.text.get(start..self.at()).ok_or(Invalid { at: start })
    }

    /// Does the same, and reports the keys of an object to `notes`, in order.
    pub(crate) fn skip_noting(&mut self, notes: &mut impl Notes) -> Result<&'t str, Invalid> {
        let start = self.here();
        let room = DEEPEST - self.depth;
        let rest = skip::noted(self.rest, room, notes);
        self.rest = rest.map_err(|left| Invalid { at: self.text.len() - left })?;
        self.text.get(start..self.at()).ok_or(Invalid { at: start })
    }

    /// Creates a reader of a value, given how many bytes of the text are left from the value's start.
    pub(crate) fn of_value(text: &'t str, left: usize) -> Self {
        let at = text.len().saturating_sub(left);
        Reader { text, rest: text.as_bytes().get(at..).unwrap_or_default(), depth: 0 }
    }

    /// Returns how many bytes of the text are left.
    pub(crate) fn left(&self) -> usize {
        self.rest.len()
    }

    /// Checks that only white space follows.
    pub(crate) fn end(mut self) -> Result<(), Invalid> {
        self.white_space();
        if self.rest.is_empty() { Ok(()) } else { Err(self.invalid()) }
    }

    #[inline]
    fn key(&mut self) -> Result<Cow<'t, str>, Invalid> {
        let key = self.quoted()?;
        self.rest = skip::colon(self.rest).ok_or(self.invalid())?;
        Ok(key)
    }

    #[inline]
    fn quoted(&mut self) -> Result<Cow<'t, str>, Invalid> {
        let start = self.at();
        let (rest, escaped) = skip::string(self.rest).ok_or(self.invalid())?;
        self.rest = rest;
        let string = self.text.get(start + 1..self.at() - 1).unwrap_or_default();
        Ok(if escaped { Cow::Owned(escape::unescaped(string)) } else { Cow::Borrowed(string) })
    }

    fn enter(&mut self) -> Result<(), Invalid> {
        if self.depth == DEEPEST {
            return Err(self.invalid());
        }
        self.depth += 1;
        self.rest = self.rest.get(1..).unwrap_or_default();
        Ok(())
    }

    #[inline]
    fn white_space(&mut self) {
        self.rest = skip::white_space(self.rest);
    }

    #[inline]
    fn take(&mut self, byte: u8) -> bool {
        match self.rest {
            [first, more @ ..] if *first == byte => {
                self.rest = more;
                true
            }
            _ => false,
        }
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    #[inline]
    fn at(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    fn invalid(&self) -> Invalid {
        Invalid { at: self.at() }
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
