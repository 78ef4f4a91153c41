//! driver-rust

fn main() {}
