//! What the core declares, as it stands in its sources: façades are written from it.

pub(crate) mod operations;
pub(crate) mod records;
pub(crate) mod words;
