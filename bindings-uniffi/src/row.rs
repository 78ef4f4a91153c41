//! The packed row: one buffer of texts that a host takes apart without a parser, field by field,
//! when it needs them.
//!
//! All numbers are big-endian 32 bits: how many cells there are, the length in bytes of each (-1 for
//! an absent one), then their UTF-8 bytes, one after the other. Integers are written in decimal,
//! booleans as `true` or `false`; a map is a row inside a cell, its keys and values in turn.

/// A row in the making.
#[derive(Default)]
pub(crate) struct Row {
    lengths: Vec<u8>,
    count: u32,
    bytes: Vec<u8>,
}

impl Row {
    /// Adds a cell.
    pub(crate) fn text(&mut self, text: &str) {
        self.cell(text.as_bytes());
    }

    /// Adds a cell that may be absent.
    pub(crate) fn optional(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.length(-1),
        }
    }

    /// Adds an integer.
    pub(crate) fn integer(&mut self, number: i64) {
        self.text(&number.to_string());
    }

    /// Adds an integer that may be absent.
    pub(crate) fn optional_integer(&mut self, number: Option<i64>) {
        self.optional(number.map(|number| number.to_string()).as_deref());
    }

    /// Adds a boolean.
    pub(crate) fn boolean(&mut self, flag: bool) {
        self.text(if flag { "true" } else { "false" });
    }

    /// Adds a cell that is no text.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.cell(bytes);
    }

    /// Adds a row as one cell.
    pub(crate) fn row(&mut self, row: Row) {
        self.cell(&row.finish());
    }

    /// The row's bytes.
    pub(crate) fn finish(self) -> Vec<u8> {
        [&self.count.to_be_bytes()[..], &self.lengths, &self.bytes].concat()
    }

    fn cell(&mut self, bytes: &[u8]) {
        match i32::try_from(bytes.len()) {
            Ok(length) => {
                self.length(length);
                self.bytes.extend_from_slice(bytes);
            }
            // No cell has 2 GiB; if one had, it would be absent rather than cut.
            Err(_) => self.length(-1),
        }
    }

    fn length(&mut self, length: i32) {
        self.lengths.extend_from_slice(&length.to_be_bytes());
        self.count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_their_order_and_absence() {
        let mut row = Row::default();
        row.text("é");
        row.optional(None);
        row.boolean(true);
        assert_eq!(row.finish(), b"\0\0\0\x03\0\0\0\x02\xff\xff\xff\xff\0\0\0\x04\xc3\xa9true");
    }
}
