//! Generates the TypeScript, Python and Kotlin code that follows from the API's shape.
//!
//! Everything comes from `core/api.json`, which the core writes from its own descriptions; nothing here reads
//! Rust or edits another generator's output. A generator is a function from [`Api`] to [`File`]s.

pub mod docs;
mod file;
pub mod kotlin;
mod model;
pub mod names;
pub mod node;
pub mod python;
mod resources;

pub use file::File;
pub use model::{
    Api, Carries, ErrorCode, EventType, Field, Kind, Named, Operation, Outcome, Privacy, Record, RecordKind,
    Rejection, Scope, Transition, Type,
};
pub use resources::{Owner, Resource};

#[cfg(test)]
mod tests {
    use crate::Api;

    /// Returns the committed API's shape.
    pub(crate) fn api() -> Api {
        Api::read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")).unwrap()
    }
}
