//! See `counterfoil_properties::signature`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| counterfoil_properties::signature::holds(data));
