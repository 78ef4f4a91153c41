//! The core for Python and Kotlin.
//!
//! Nothing here decides: both façades call the waist (`counterfoil::waist`) by name, with texts and bytes. They
//! do so with arrays of their own, Python by a plain C function ([`ffi`]), the JVM by native methods ([`jni`]):
//! UniFFI's calls pass structures, which cost more than the work does, and on the JVM leave garbage that a
//! single thread must clean. UniFFI carries the same functions ([`exports`]) for other languages that it
//! supports, and packs the library for Python.

pub mod exports;
pub mod ffi;
pub mod jni;

uniffi::setup_scaffolding!("counterfoil_native");
