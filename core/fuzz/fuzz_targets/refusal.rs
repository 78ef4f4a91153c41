//! See `counterfoil_properties::refusal`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| counterfoil_properties::refusal::holds(data));
