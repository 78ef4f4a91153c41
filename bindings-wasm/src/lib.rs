//! counterfoil-wasm
