//! Properties that must hold for any bytes, whoever sends them.
//!
//! Each module is one property: a function that takes bytes, runs the core on them, and panics if the result
//! differs from that of an independent implementation. They run in two ways: `cargo test` runs each on the
//! inputs of the conformance vectors and on mutations of them, the same ones in every run; `core/fuzz` passes
//! each to libFuzzer, for as long as you like.

pub mod answer;
pub mod delivery;
pub mod form;
pub mod key;
pub mod order;
pub mod refusal;
pub mod request;
pub mod seeds;
pub mod session;
pub mod signature;
pub mod unsigned;

mod mac;
mod pick;

use seeds::Vectors;

/// One property.
#[derive(Clone, Copy)]
pub struct Property {
    /// The name of its fuzz target.
    pub name: &'static str,
    /// Panics if the property does not hold for these bytes.
    pub holds: fn(&[u8]),
    /// The initial inputs.
    pub seeds: fn(&Vectors) -> Vec<Vec<u8>>,
}

/// All of them.
pub const ALL: [Property; 10] = [
    Property { name: "signature", holds: signature::holds, seeds: signature::seeds },
    Property { name: "delivery", holds: delivery::holds, seeds: delivery::seeds },
    Property { name: "answer", holds: answer::holds, seeds: answer::seeds },
    Property { name: "refusal", holds: refusal::holds, seeds: refusal::seeds },
    Property { name: "request", holds: request::holds, seeds: request::seeds },
    Property { name: "form", holds: form::holds, seeds: form::seeds },
    Property { name: "order", holds: order::holds, seeds: order::seeds },
    Property { name: "session", holds: session::holds, seeds: session::seeds },
    Property { name: "key", holds: key::holds, seeds: key::seeds },
    Property { name: "unsigned", holds: unsigned::holds, seeds: unsigned::seeds },
];
