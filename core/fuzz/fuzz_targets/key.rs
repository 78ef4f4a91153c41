//! See `counterfoil_properties::key`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| counterfoil_properties::key::holds(data));
