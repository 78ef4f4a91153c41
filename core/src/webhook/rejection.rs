use std::fmt;

/// Why a delivery is not a genuine event. Answer it with 4xx and change nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Rejection {
    code: RejectionCode,
    diagnosis: String,
}

impl Rejection {
    pub(crate) fn new(code: RejectionCode, diagnosis: impl Into<String>) -> Self {
        Rejection { code, diagnosis: diagnosis.into() }
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

    /// What the operator should look at. For the log, not for the answer; it holds no secret and
    /// nothing of the body.
    #[must_use]
    pub fn diagnosis(&self) -> &str {
        &self.diagnosis
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl fmt::Debug for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rejection({}: {})", self.code(), self.diagnosis)
    }
}

impl std::error::Error for Rejection {}

/// The reasons for a rejection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RejectionCode {
    /// There is no `Stripe-Signature` header, or it is empty.
    MissingSignature,
    /// The header is too long, has no valid `t`, or several that differ.
    MalformedSignature,
    /// The header has no signature of scheme `v1`.
    NoV1Signature,
    /// No secret of the keyring made any of the signatures.
    SignatureMismatch,
    /// Signed longer ago than the tolerance.
    TimestampTooOld,
    /// Signed further in the future than the tolerance.
    TimestampInFuture,
    /// The body is larger than the keyring takes; answer 413.
    BodyTooLarge,
    /// The body is genuine, but not UTF-8.
    InvalidUtf8,
    /// The body is genuine, but not JSON, or nested too deep.
    InvalidJson,
    /// One of the keys that decide stands in the body twice.
    DuplicateKey,
    /// The body is JSON, but no event.
    NotAnEvent,
}

impl RejectionCode {
    /// The reason in stable snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.texts().0
    }

    fn message(self) -> &'static str {
        self.texts().1
    }

    fn texts(self) -> (&'static str, &'static str) {
        match self {
            RejectionCode::MissingSignature => ("missing_signature", "the signature header is missing"),
            RejectionCode::MalformedSignature => ("malformed_signature", "the signature header is malformed"),
            RejectionCode::NoV1Signature => ("no_v1_signature", "the signature header has no v1 signature"),
            RejectionCode::SignatureMismatch => ("signature_mismatch", "the signature does not match"),
            RejectionCode::TimestampTooOld => ("timestamp_too_old", "the signature is too old"),
            RejectionCode::TimestampInFuture => ("timestamp_in_future", "the signature is from the future"),
            RejectionCode::BodyTooLarge => ("body_too_large", "the body is too large"),
            RejectionCode::InvalidUtf8 => ("invalid_utf8", "the body is not UTF-8"),
            RejectionCode::InvalidJson => ("invalid_json", "the body is not JSON"),
            RejectionCode::DuplicateKey => ("duplicate_key", "the body has a key twice"),
            RejectionCode::NotAnEvent => ("not_an_event", "the body is not an event"),
        }
    }
}
