//! Makes choices from bytes; zeros once there are no more.

pub(crate) struct Pick<'d>(&'d [u8]);

impl<'d> Pick<'d> {
    pub(crate) fn new(data: &'d [u8]) -> Self {
        Pick(data)
    }

    pub(crate) fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    pub(crate) fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[usize::from(self.byte()) % choices.len()]
    }

    /// A size: usually small, rarely large enough to take time.
    pub(crate) fn size(&mut self) -> usize {
        match self.byte() {
            0 => 1 << 20,
            1 => 64 << 10,
            byte if byte % 64 == 0 => 32 << 10,
            _ => 0,
        }
    }

    /// Up to 15 bytes as text; invalid UTF-8 becomes a replacement character.
    pub(crate) fn text(&mut self) -> String {
        let length = usize::from(self.byte() % 16).min(self.0.len());
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        String::from_utf8_lossy(text).into_owned()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn rest(self) -> &'d [u8] {
        self.0
    }
}
