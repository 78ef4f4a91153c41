//! JSON: a reader that keeps nothing, and a small tree that keeps the order of its keys.

mod escape;
mod reader;
mod skip;
mod tree;

pub(crate) use escape::code_unit;
pub(crate) use reader::{Invalid, Reader};
pub(crate) use tree::Json;
