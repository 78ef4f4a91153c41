//! TLS with *ring*, without changing the process-wide cryptography provider.

use std::sync::Arc;

use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt;

/// Trusts the certificates that the system trusts. If those cannot be read, nothing is trusted, so that a
/// call over TLS fails with a message about certificates, while plain HTTP to this machine still works.
pub(crate) fn config() -> ClientConfig {
    let provider = Arc::new(ring::default_provider());
    let builder = || {
        ClientConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .expect("ring speaks TLS 1.2 and 1.3")
    };
    let verified = builder().with_platform_verifier();
    let mut config = verified
        .unwrap_or_else(|_| builder().with_root_certificates(RootCertStore::empty()))
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    config
}
