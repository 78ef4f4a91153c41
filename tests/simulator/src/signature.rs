//! The `Stripe-Signature` header, written without counterfoil's code: otherwise a mistake shared by signer
//! and verifier would go unnoticed.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Returns the header for `body` as sent at `timestamp` (unix seconds) to an endpoint with `secret`.
pub(crate) fn header(secret: &str, timestamp: i64, body: &[u8]) -> String {
    let v1 = hmac(secret, timestamp, body);
    // Stripe adds an invalid v0 signature to test events; a verifier must ignore it.
    let v0 = hmac("not a secret", timestamp, body);
    format!("t={timestamp},v1={v1},v0={v0}")
}

/// Computes HMAC-SHA256 over `timestamp.body`, keyed with the whole secret, including `whsec_`.
fn hmac(secret: &str, timestamp: i64, body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes a key of any length");
    mac.update(timestamp.to_string().as_bytes());
    mac.update(b".");
    mac.update(body);
    let mut hex = String::with_capacity(64);
    for byte in mac.finalize().into_bytes() {
        hex.push_str(&format!("{byte:02x}"));
    }
    hex
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_as_the_documented_scheme_does() {
        let body = br#"{"id":"evt_test_webhook","object":"event"}"#;
        let header = header("whsec_test_secret", 1_700_000_000, body);
        let expected = "t=1700000000,v1=d95c6b7477fbd7e9f90b1b0ef5f9c7ac25abca5382460e0d988c2b2a5b71b990,v0=";
        assert!(header.starts_with(expected), "{header}");
        assert_eq!(header.len(), expected.len() + 64);
    }
}
