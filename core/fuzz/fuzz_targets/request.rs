//! See `counterfoil_properties::request`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| counterfoil_properties::request::holds(data));
