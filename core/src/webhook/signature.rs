//! The header `Stripe-Signature`: `t=1793000000,v1=<hex>,v1=<hex>,v0=<hex>`.

#[cfg(any(test, feature = "testing"))]
use crate::unix_time::UnixTime;

use super::mac;
use super::rejection::{RejectionCode, WebhookError};

const LONGEST_HEADER: usize = 8 * 1024;
const MOST_CANDIDATES: usize = 32;

/// The value of the header `Stripe-Signature` as the host has it, or its absence.
///
/// It is made of anything that can be seen as bytes: `&str`, `&String`, `&[u8]`, the `HeaderValue` of the
/// crate `http`, and an `Option` of these.
///
/// ```
/// # struct HeaderValue(Vec<u8>);
/// # impl AsRef<[u8]> for HeaderValue { fn as_ref(&self) -> &[u8] { &self.0 } }
/// # struct Headers;
/// # impl Headers { fn get(&self, _: &str) -> Option<&HeaderValue> { None } }
/// use counterfoil::webhook::{Event, WebhookError, Webhooks};
///
/// fn receive<'b>(webhooks: &Webhooks, headers: &Headers, body: &'b [u8], now: u64) -> Result<Event<'b>, WebhookError> {
///     webhooks.verify(body, headers.get("stripe-signature"), now)
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct SignatureHeader<'h>(Option<&'h [u8]>);

impl<'h, T: AsRef<[u8]> + ?Sized> From<&'h T> for SignatureHeader<'h> {
    fn from(value: &'h T) -> Self {
        SignatureHeader(Some(value.as_ref()))
    }
}

impl<'h, T: AsRef<[u8]> + ?Sized> From<Option<&'h T>> for SignatureHeader<'h> {
    fn from(value: Option<&'h T>) -> Self {
        SignatureHeader(value.map(T::as_ref))
    }
}

/// The header's value that Stripe would send with a body. For tests only.
///
/// `timestamp` is unix seconds, `secret` the whole string with its `whsec_`.
#[cfg(any(test, feature = "testing"))]
#[must_use]
pub fn sign(body: &[u8], secret: &str, timestamp: impl Into<UnixTime>) -> String {
    use std::fmt::Write as _;
    let timestamp = timestamp.into().seconds().to_string();
    let mac = mac::Key::new(secret.as_bytes()).mac(&[timestamp.as_bytes(), b".", body]).unwrap_or_default();
    let mut header = format!("t={timestamp},v1=");
    for byte in mac {
        let _ = write!(header, "{byte:02x}");
    }
    header
}

/// A parsed header.
#[derive(Debug)]
pub(super) struct Signature<'h> {
    /// The time of signing as it was received; the MAC covers exactly these bytes.
    pub(super) timestamp: &'h [u8],
    /// The same in unix seconds.
    pub(super) seconds: i64,
    /// The signatures of scheme `v1`, at least one.
    pub(super) candidates: Vec<[u8; 32]>,
}

impl<'h> Signature<'h> {
    pub(super) fn parse(header: SignatureHeader<'h>) -> Result<Self, WebhookError> {
        let malformed = |why: &str| Err(WebhookError::new(RejectionCode::MalformedSignature, why));
        let header = match header.0 {
            None | Some([]) => {
                let why = "the request has no Stripe-Signature header: it does not come from stripe, or a proxy dropped the header";
                return Err(WebhookError::new(RejectionCode::MissingSignature, why));
            }
            Some(header) => header,
        };
        if header.len() > LONGEST_HEADER {
            return malformed("the header is longer than 8 KiB");
        }
        let mut timestamp: Option<&[u8]> = None;
        let mut candidates = Vec::new();
        let mut rest = Some(header);
        while let Some(here) = rest {
            // The usual item in one step: digits hold no comma, so that it ends where it should.
            if let Some((b"v1=", digits)) = here.split_first_chunk()
                && let Some((digits, after @ ([] | [b',', ..]))) = digits.split_at_checked(64)
                && let Some(candidate) = mac::from_hex(digits)
            {
                if candidates.len() < MOST_CANDIDATES {
                    candidates.push(candidate);
                }
                rest = after.strip_prefix(b",").map(trim_spaces);
                continue;
            }
            let end = here.iter().position(|byte| *byte == b',');
            let (item, after) = here.split_at(end.unwrap_or(here.len()));
            rest = after.strip_prefix(b",").map(trim_spaces);
            let Some(at) = item.iter().position(|byte| *byte == b'=') else { continue };
            let (key, value) = (item.get(..at).unwrap_or_default(), item.get(at + 1..).unwrap_or_default());
            // A proxy may have joined the header with itself.
            if key == b"t" && timestamp.replace(value).is_some_and(|earlier| earlier != value) {
                return malformed("the header has more than one `t`, and they differ");
            }
        }
        let Some(timestamp) = timestamp else {
            return malformed("the header has no `t`: expected `t=<unix seconds>,v1=<hex>`");
        };
        let Some(seconds) = unix_seconds(timestamp) else {
            return malformed("`t` is not a time: expected 1 to 12 digits, not zero");
        };
        if candidates.is_empty() {
            let why =
                "the header has no `v1` of 64 lower-case hexadecimal digits; other schemes prove nothing";
            return Err(WebhookError::new(RejectionCode::NoV1Signature, why));
        }
        Ok(Signature { timestamp, seconds, candidates })
    }
}

fn unix_seconds(digits: &[u8]) -> Option<i64> {
    if !(1..=12).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let seconds = digits.iter().fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    (seconds != 0).then_some(seconds)
}

/// Spaces only; a tab or a line break is part of the item, which is then skipped.
fn trim_spaces(item: &[u8]) -> &[u8] {
    let start = item.iter().position(|byte| *byte != b' ').unwrap_or(item.len());
    item.get(start..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_header_panics(header in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = Signature::parse(SignatureHeader::from(&*header));
        }

        #[test]
        fn hex_is_read_back(bytes in any::<[u8; 32]>()) {
            let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            prop_assert_eq!(mac::from_hex(text.as_bytes()), Some(bytes));
        }
    }
}
