//! What a function of the waist is called with, read one after the other.

use uniffi::{Lift, Lower};

use crate::UniFfiTag;
use crate::errors::NativeError;

/// The arguments that were not read yet.
pub(super) struct Arguments<'a>(&'a [u8]);

/// Why a function has no results.
#[derive(Debug)]
pub(super) enum Failed {
    /// The arguments are not what the function takes.
    Unreadable,
    /// What the caller of the façade is told.
    Because(NativeError),
}

impl<'a> Arguments<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Arguments(bytes)
    }

    /// An argument of a type that UniFFI carries.
    pub(super) fn take<T: Lift<UniFfiTag>>(&mut self) -> Result<T, Failed> {
        T::try_read(&mut self.0).map_err(|_| Failed::Unreadable)
    }

    /// A text, where it lies.
    pub(super) fn text(&mut self) -> Result<&'a str, Failed> {
        std::str::from_utf8(self.bytes()?).map_err(|_| Failed::Unreadable)
    }

    /// Bytes, where they lie.
    pub(super) fn bytes(&mut self) -> Result<&'a [u8], Failed> {
        let length = usize::try_from(self.take::<i32>()?).map_err(|_| Failed::Unreadable)?;
        let (bytes, rest) = self.0.split_at_checked(length).ok_or(Failed::Unreadable)?;
        self.0 = rest;
        Ok(bytes)
    }

    /// What the reader reads, or nothing.
    pub(super) fn optional<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Failed>,
    ) -> Result<Option<T>, Failed> {
        Ok(if self.take::<bool>()? { Some(read(self)?) } else { None })
    }

    /// Nothing may be left: a function that takes less is another one.
    pub(super) fn end(&self) -> Result<(), Failed> {
        if self.0.is_empty() { Ok(()) } else { Err(Failed::Unreadable) }
    }
}

/// Writes a result.
pub(super) fn give<T: Lower<UniFfiTag>>(out: &mut Vec<u8>, result: T) {
    T::write(result, out);
}

impl<E: Into<NativeError>> From<E> for Failed {
    fn from(error: E) -> Self {
        Failed::Because(error.into())
    }
}
