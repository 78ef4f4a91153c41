//! What the core declares, as it stands in its sources: façades are written from it.

// The Python and Kotlin generators still read a part of this.
#![allow(dead_code)]

pub(crate) mod operations;
pub(crate) mod records;
pub(crate) mod words;
