//! What must hold for any bytes, whoever sends them.
//!
//! Each module is one property: a function that takes bytes, makes the core work on them, and panics
//! when what comes out is not what an independent reading of the same bytes says. They run in two
//! ways. `cargo test` feeds each with the inputs of the conformance vectors and with changes of them,
//! the same ones in every run; `core/fuzz` hands each to libFuzzer, for as long as one likes.

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
    /// Inputs to start from.
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
