//! See `counterfoil_properties::unsigned`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| counterfoil_properties::unsigned::holds(data));
