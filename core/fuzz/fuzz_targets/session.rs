//! See `counterfoil_properties::session`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| counterfoil_properties::session::holds(data));
