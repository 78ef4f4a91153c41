//! The native library behind counterfoil's Python and Kotlin packages.
//!
//! Everything here converts and names; every decision is the core's. The packages are façades over
//! two kinds of calls:
//!
//! - ordinary ones, through UniFFI: records, objects and exceptions generated from the Rust types;
//! - [`counterfoil_verify`](lane::counterfoil_verify), the one hot call. It takes the delivery as
//!   borrowed bytes and answers with one packed row, since what costs time between languages is
//!   lifting and lowering field by field.
//!
//! A closed set of names (states, outcomes, actions, sources, failures) crosses as its stable
//! snake-case text.

mod call;
mod error;
mod http;
mod keyring;
mod lane;
mod order;
mod platform;
mod row;

pub use call::{Next, SessionCall, read_session, retry_verdict};
pub use error::{Fault, NativeError, Problem, Refusal};
pub use http::{Header, Request, Response};
pub use keyring::{Delivery, EndpointSecret, Keyring, Outcome, Tolerance, sign};
pub use lane::counterfoil_verify;
pub use order::{
    Step, advance, create_session_from_json, fee_compute, fee_from_json, form_encode, money_format,
    money_parse,
};
pub use platform::{Merchant, Platform, api_version};

uniffi::setup_scaffolding!("counterfoil_native");
