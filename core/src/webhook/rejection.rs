use std::fmt;

use crate::names::names;

/// Why a delivery is not a genuine event. Respond with its [`status`](WebhookError::status) and change nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookError {
    code: RejectionCode,
    diagnosis: String,
}

impl WebhookError {
    pub(crate) fn new(code: RejectionCode, diagnosis: impl Into<String>) -> Self {
        WebhookError { code, diagnosis: diagnosis.into() }
    }

    /// The reason, to match on.
    #[must_use]
    pub fn reason(&self) -> RejectionCode {
        self.code
    }

    /// The reason in stable snake case, the same in every language: `signature_mismatch`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code.as_str()
    }

    /// A text that is safe to return to whoever sent the request.
    #[must_use]
    pub fn message(&self) -> &'static str {
        self.code.message()
    }

    /// The HTTP status to respond with: 400, or 413 for a body that is too large.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.code.status()
    }

    /// What the operator should look at. For the log, not for the response; it holds no secret and
    /// nothing of the body.
    #[must_use]
    pub fn diagnosis(&self) -> &str {
        &self.diagnosis
    }
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl fmt::Debug for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WebhookError({}: {})", self.code(), self.diagnosis)
    }
}

impl std::error::Error for WebhookError {}

names! {
    /// The reasons for a rejection.
    #[non_exhaustive]
    pub enum RejectionCode {
        /// There is no `Stripe-Signature` header, or it is empty.
        MissingSignature = "missing_signature",
        /// The header is too long, has no valid `t`, or several that differ.
        MalformedSignature = "malformed_signature",
        /// The header has no signature of scheme `v1`.
        NoV1Signature = "no_v1_signature",
        /// No secret of the keyring made any of the signatures.
        SignatureMismatch = "signature_mismatch",
        /// It was signed longer ago than the tolerance.
        TimestampTooOld = "timestamp_too_old",
        /// It was signed further in the future than the tolerance.
        TimestampInFuture = "timestamp_in_future",
        /// The body is larger than the keyring accepts.
        BodyTooLarge = "body_too_large",
        /// The body is genuine, but not UTF-8.
        InvalidUtf8 = "invalid_utf8",
        /// The body is genuine, but not JSON, or nested too deeply.
        InvalidJson = "invalid_json",
        /// The body has one of the keys that are decided by twice: `id`, `type`, `object`, `account` or
        /// `livemode`.
        DuplicateKey = "duplicate_key",
        /// The body is JSON, but not an event.
        NotAnEvent = "not_an_event",
    }
}

impl RejectionCode {
    /// The HTTP status to respond with: 400, or 413 for a body that is too large.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            RejectionCode::BodyTooLarge => 413,
            _ => 400,
        }
    }

    /// A text that is safe to return to whoever sent the request.
    #[must_use]
    pub fn message(self) -> &'static str {
        self.texts().0
    }

    /// What the operator should do about it, in one sentence, where such rejections go on. The
    /// [diagnosis](WebhookError::diagnosis) of a delivery is more precise.
    #[must_use]
    pub fn advice(self) -> &'static str {
        self.texts().1
    }

    fn texts(self) -> (&'static str, &'static str) {
        match self {
            RejectionCode::MissingSignature => (
                "the signature header is missing",
                "Check that proxies pass the header on; what Stripe did not send never has one.",
            ),
            RejectionCode::MalformedSignature => (
                "the signature header is malformed",
                "Pass the header's value as received, and check what proxies do to it.",
            ),
            RejectionCode::NoV1Signature => (
                "the signature header has no v1 signature",
                "Pass the header's value as received; other schemes prove nothing.",
            ),
            RejectionCode::SignatureMismatch => (
                "the signature does not match",
                "Pass the raw bytes of the body, and check that the secret is this endpoint's.",
            ),
            RejectionCode::TimestampTooOld => (
                "the signature is too old",
                "Check this machine's clock; only replays from a store of your own need another tolerance.",
            ),
            RejectionCode::TimestampInFuture => {
                ("the signature is from the future", "Check this machine's clock.")
            }
            RejectionCode::BodyTooLarge => (
                "the body is too large",
                "Raise the keyring's limit if Stripe's own events are larger than it.",
            ),
            RejectionCode::InvalidUtf8 => {
                ("the body is not UTF-8", "Check who else knows the signing secret: Stripe sends UTF-8.")
            }
            RejectionCode::InvalidJson => {
                ("the body is not JSON", "Check who else knows the signing secret: Stripe sends JSON.")
            }
            RejectionCode::DuplicateKey => (
                "the body has a key twice",
                "Check who else knows the signing secret: Stripe sends each key once.",
            ),
            RejectionCode::NotAnEvent => (
                "the body is not an event",
                "Point the endpoint at events only, and unwrap the envelopes of cloud providers first.",
            ),
        }
    }
}
