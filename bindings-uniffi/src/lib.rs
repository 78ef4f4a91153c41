//! The core for Python and Kotlin.
//!
//! Nothing is decided here: both packages call the waist (`counterfoil::waist`) by name, with texts and bytes
//! in arrays of their own, Python through a plain C function ([`ffi`]), the JVM through native methods
//! ([`jni`]). UniFFI's calls pass structures, which cost more than the work itself, and on the JVM leave
//! garbage that a single thread must clean up. UniFFI exports the same functions ([`exports`]) for other
//! languages that it supports, and packages the library for Python.

pub mod exports;
pub mod ffi;
pub mod jni;

uniffi::setup_scaffolding!("counterfoil_native");
