//! counterfoil-uniffi
