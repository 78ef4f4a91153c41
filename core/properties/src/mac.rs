//! A signer that shares nothing with the core except the hash function.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Returns the 64 digits of `v1` for a time, as it is in the header, and a body.
pub(crate) fn v1(secret: &str, timestamp: &str, body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key of any length");
    mac.update(&[timestamp.as_bytes(), b".", body].concat());
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}
