//! The arguments and results of the single C function: texts and bytes, each with its length in front.

/// The arguments that have not been read yet: each is a 4-byte big-endian length and that many bytes, or -1
/// if it is absent. Numbers are decimal text.
#[derive(Debug)]
pub struct Arguments<'a>(&'a [u8]);

/// The arguments do not match the function: a bug in the binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl<'a> Arguments<'a> {
    /// Takes all arguments of a call.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Arguments(bytes)
    }

    /// Returns optional bytes, borrowed.
    pub fn optional_bytes(&mut self) -> Result<Option<&'a [u8]>, Unreadable> {
        let (length, rest) = self.0.split_first_chunk::<4>().ok_or(Unreadable)?;
        let length = i32::from_be_bytes(*length);
        if length == -1 {
            self.0 = rest;
            return Ok(None);
        }
        let length = usize::try_from(length).map_err(|_| Unreadable)?;
        let (bytes, rest) = rest.split_at_checked(length).ok_or(Unreadable)?;
        self.0 = rest;
        Ok(Some(bytes))
    }

    /// Returns bytes, borrowed.
    pub fn bytes(&mut self) -> Result<&'a [u8], Unreadable> {
        self.optional_bytes()?.ok_or(Unreadable)
    }

    /// Returns an optional text.
    pub fn optional(&mut self) -> Result<Option<&'a str>, Unreadable> {
        self.optional_bytes()?.map(std::str::from_utf8).transpose().map_err(|_| Unreadable)
    }

    /// Returns a text.
    pub fn text(&mut self) -> Result<&'a str, Unreadable> {
        self.optional()?.ok_or(Unreadable)
    }

    /// Returns a number.
    pub fn number<N: std::str::FromStr>(&mut self) -> Result<N, Unreadable> {
        self.text()?.parse().map_err(|_| Unreadable)
    }

    /// Returns an optional number.
    pub fn optional_number<N: std::str::FromStr>(&mut self) -> Result<Option<N>, Unreadable> {
        self.optional()?.map(str::parse).transpose().map_err(|_| Unreadable)
    }

    /// Checks that no arguments are left: otherwise the caller meant another function.
    pub fn end(&self) -> Result<(), Unreadable> {
        if self.0.is_empty() { Ok(()) } else { Err(Unreadable) }
    }
}

/// The results of a call, in the same format as the arguments.
#[derive(Debug, Default)]
pub struct Results(Vec<u8>);

impl Results {
    const DONE: u8 = 0;
    const FAILED: u8 = 1;

    /// Creates an empty list of results.
    #[must_use]
    pub fn new() -> Self {
        let mut bytes = Vec::with_capacity(512);
        bytes.push(Self::DONE);
        Results(bytes)
    }

    /// Creates a list of arguments: the same format without the tag.
    #[must_use]
    pub fn without_tag() -> Self {
        Results(Vec::new())
    }

    /// Creates an error in place of results.
    #[must_use]
    pub fn failed(json: &str) -> Self {
        let mut results = Results(vec![Self::FAILED]);
        results.text(json);
        results
    }

    /// Adds bytes.
    pub fn bytes(&mut self, bytes: &[u8]) {
        // The length of 2 GiB does not fit, but no result is more than a few times as long as its arguments.
        let length = i32::try_from(bytes.len()).unwrap_or(-1);
        self.0.extend_from_slice(&length.to_be_bytes());
        if length >= 0 {
            self.0.extend_from_slice(bytes);
        }
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Adds a text, or its absence.
    pub fn optional(&mut self, text: Option<&str>) {
        self.optional_bytes(text.map(str::as_bytes));
    }

    /// Adds bytes, or their absence.
    pub fn optional_bytes(&mut self, bytes: Option<&[u8]>) {
        match bytes {
            Some(bytes) => self.bytes(bytes),
            None => self.0.extend_from_slice(&(-1_i32).to_be_bytes()),
        }
    }

    /// Returns the tag and the results.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}
