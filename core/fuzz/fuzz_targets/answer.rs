//! See `counterfoil_properties::answer`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| counterfoil_properties::answer::holds(data));
