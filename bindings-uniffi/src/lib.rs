//! The core for Python and Kotlin: what UniFFI carries over the language border.
//!
//! Functions and objects here convert and name; every decision is the core's. Users import the
//! façades in `python/` and `kotlin/`, which wrap what is generated from this. The one hot call,
//! verifying a delivery, has a lane of its own: see [`lane`]. Kotlin takes the records from what is
//! generated, and calls everything through [`waist`].

pub mod calls;
pub mod errors;
pub mod exports;
pub mod ffi;
pub mod functions;
pub mod jni;
pub mod lane;
pub mod merchants;
pub mod outcome;
mod row;
pub mod waist;
pub mod webhooks;

uniffi::setup_scaffolding!("counterfoil_native");
