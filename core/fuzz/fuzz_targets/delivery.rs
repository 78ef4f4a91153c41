//! See `counterfoil_properties::delivery`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| counterfoil_properties::delivery::holds(data));
