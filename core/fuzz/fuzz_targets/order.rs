//! See `counterfoil_properties::order`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| counterfoil_properties::order::holds(data));
