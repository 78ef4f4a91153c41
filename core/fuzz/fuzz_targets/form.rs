//! See `counterfoil_properties::form`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| counterfoil_properties::form::holds(data));
