//! uniffi-bindgen

fn main() {}
