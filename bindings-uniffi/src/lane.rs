//! The hot call: verifying a delivery, without UniFFI's lifting and lowering.
//!
//! Python calls it by `ctypes`, Kotlin by JNA's direct mapping, both with pointers to bytes they own.

use std::panic::{AssertUnwindSafe, catch_unwind};

use counterfoil::AccountId;
use counterfoil::checkout::Session;
use counterfoil::webhook::{Event, Outcome, WebhookError};

use crate::errors::NativeError;
use crate::outcome::NativeOutcome;
use crate::row::Row;
use crate::webhooks::NativeKeyring;

/// Verifies a delivery and writes what came of it into `out`.
///
/// `signature` may be null for a missing header. The answer is a tag byte and a packed row (see
/// `row.rs`):
///
/// - tag 0, an event: `id`, `type`, `account`, `livemode`, `created`, `api_version`, `shape`, `label`,
///   `dedupe_key`, where `data.object` starts and ends in the body, the outcome's `kind`, `reason` and
///   `session_id`, and its session as a row in a cell: `id`, `url`, `status`, `payment_status`, `mode`,
///   `amount_total`, `currency`, `client_reference_id`, `payment_intent`, `customer`, `customer_email`,
///   `metadata`, `livemode`, `created`, `expires_at`, `amount_subtotal`, `payment_intent_status`,
///   `subscription`, `setup_intent`, `invoice`, `recovery_url`, `client_secret`; the session's raw JSON
///   is `data.object`; then, where the outcome is neither that of a session nor ignored, the whole of it
///   as UniFFI writes a [`NativeOutcome`], without the raw JSON, which again is `data.object`;
/// - tag 1, a rejection: `code`, `message`, `diagnosis`.
///
/// Returns how many bytes the answer has. If that is more than `capacity`, nothing was written: call
/// again with more room. A negative number is a fault of this library or of its caller.
///
/// # Safety
///
/// `keyring` is the [`address`](NativeKeyring::address) of a keyring that outlives the call; `body`,
/// `signature` (unless null) and `out` point to as many bytes as their lengths say, and nobody writes
/// to them meanwhile.
#[allow(unsafe_code, reason = "the border to C: raw pointers come in, slices go on")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn counterfoil_verify(
    keyring: u64,
    body: *const u8,
    body_length: i64,
    signature: *const u8,
    signature_length: i64,
    now: i64,
    out: *mut u8,
    capacity: i64,
) -> i64 {
    let answer = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: the caller vouches for the address and for both pairs of pointer and length.
        let (keyring, body, signature) = unsafe {
            let keyring = (keyring as usize as *const NativeKeyring).as_ref()?;
            (keyring, bytes(body, body_length)?, bytes(signature, signature_length))
        };
        Some(match keyring.0.verify(body, signature, now) {
            Ok(event) => tagged(0, event_row(&event, body)),
            Err(rejection) => tagged(1, rejection_row(&rejection)),
        })
    }));
    // SAFETY: the caller vouches for `capacity` bytes at `out`.
    answer.ok().flatten().map_or(-1, |answer| unsafe { hand_over(&answer, out, capacity) })
}

/// The row of an event in the envelope of Amazon EventBridge; its object is a part of the envelope.
#[uniffi::export]
pub fn event_bridge_row(envelope: &[u8]) -> Result<Vec<u8>, NativeError> {
    Ok(event_row(&Event::from_event_bridge(envelope)?, envelope).finish())
}

/// The row of an event in the envelope of Azure Event Grid; its object is a part of the envelope.
#[uniffi::export]
pub fn event_grid_row(envelope: &[u8]) -> Result<Vec<u8>, NativeError> {
    Ok(event_row(&Event::from_event_grid(envelope)?, envelope).finish())
}

/// The caller's bytes, or nothing for a null pointer.
///
/// # Safety
///
/// Unless it is null, `start` points to `length` bytes that stay as they are for `'a`.
#[allow(unsafe_code, reason = "the border to C")]
pub(crate) unsafe fn bytes<'a>(start: *const u8, length: i64) -> Option<&'a [u8]> {
    let length = usize::try_from(length).ok()?;
    // SAFETY: as above.
    (!start.is_null()).then(|| unsafe { std::slice::from_raw_parts(start, length) })
}

/// Writes an answer where there is room for all of it, and returns its length.
///
/// # Safety
///
/// Unless it is null, `out` points to `capacity` bytes that are the caller's own.
#[allow(unsafe_code, reason = "the border to C")]
pub(crate) unsafe fn hand_over(answer: &[u8], out: *mut u8, capacity: i64) -> i64 {
    if usize::try_from(capacity).is_ok_and(|capacity| answer.len() <= capacity) && !out.is_null() {
        // SAFETY: as above; the answer is this library's, so nothing overlaps.
        unsafe { std::ptr::copy_nonoverlapping(answer.as_ptr(), out, answer.len()) };
    }
    i64::try_from(answer.len()).unwrap_or(-1)
}

fn tagged(tag: u8, row: Row) -> Vec<u8> {
    [&[tag][..], &row.finish()].concat()
}

fn event_row(event: &Event<'_>, body: &[u8]) -> Row {
    let outcome = event.outcome();
    let object = event.object().and_then(|object| place(object, body));
    let mut row = Row::default();
    row.text(event.id());
    row.text(event.kind());
    row.optional(event.account().map(AccountId::as_str));
    row.boolean(event.is_live());
    row.integer(event.created());
    row.optional(event.api_version());
    row.text(event.shape().as_str());
    row.text(event.label());
    row.text(&event.dedupe_key());
    row.optional_integer(object.map(|(start, _)| start));
    row.optional_integer(object.map(|(_, end)| end));
    row.text(outcome.kind().as_str());
    row.optional(match &outcome {
        Outcome::Ignored(reason) => Some(reason.as_str()),
        _ => None,
    });
    row.optional(match &outcome {
        Outcome::Fetch(fetch) => Some(fetch.id()),
        _ => None,
    });
    match outcome.session() {
        Some(session) => row.row(session_row(session)),
        None => row.optional(None),
    }
    if outcome.session().is_some() || matches!(outcome, Outcome::Ignored(_)) {
        row.optional(None);
    } else {
        let outcome = NativeOutcome { raw: String::new(), ..outcome.into() };
        let mut bytes = Vec::new();
        <NativeOutcome as uniffi::Lower<crate::UniFfiTag>>::write(outcome, &mut bytes);
        row.bytes(&bytes);
    }
    row
}

fn session_row(session: &Session) -> Row {
    let mut metadata = Row::default();
    for (key, value) in session.metadata.iter() {
        metadata.text(key);
        metadata.text(value);
    }
    let mut row = Row::default();
    row.text(&session.id);
    row.optional(session.url.as_deref());
    row.optional(session.status.as_deref());
    row.optional(session.payment_status.as_deref());
    row.optional(session.mode.as_deref());
    row.optional_integer(session.amount_total);
    row.optional(session.currency.as_deref());
    row.optional(session.client_reference_id.as_deref());
    row.optional(session.payment_intent.as_deref());
    row.optional(session.customer.as_deref());
    row.optional(session.customer_email.as_deref());
    row.row(metadata);
    row.boolean(session.livemode);
    row.optional_integer(session.created);
    row.optional_integer(session.expires_at);
    row.optional_integer(session.amount_subtotal);
    row.optional(session.payment_intent_status.as_deref());
    row.optional(session.subscription.as_deref());
    row.optional(session.setup_intent.as_deref());
    row.optional(session.invoice.as_deref());
    row.optional(session.recovery_url.as_deref());
    row.optional(session.client_secret.as_deref());
    row
}

fn rejection_row(rejection: &WebhookError) -> Row {
    let mut row = Row::default();
    row.text(rejection.code());
    row.text(rejection.message());
    row.text(rejection.diagnosis());
    row
}

/// Where a part of the body starts and ends, if it is one.
fn place(part: &str, body: &[u8]) -> Option<(i64, i64)> {
    let start = (part.as_ptr() as usize).checked_sub(body.as_ptr() as usize)?;
    let end = start.checked_add(part.len())?;
    (body.get(start..end)? == part.as_bytes()).then_some(())?;
    Some((i64::try_from(start).ok()?, i64::try_from(end).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::webhooks::{NativeKeyring, SecretEntry, ToleranceSetting, sign};

    const NOW: i64 = 1_793_000_000;
    const BODY: &[u8] =
        br#"{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}"#;

    fn keyring() -> NativeKeyring {
        let secret = "whsec_test_secret".to_owned();
        let entry = SecretEntry { label: "connect".to_owned(), secret, connected: None, live: None };
        NativeKeyring::new(vec![entry], ToleranceSetting::Default, None).unwrap()
    }

    #[allow(unsafe_code, reason = "the caller's side of the border")]
    fn call(keyring: u64, body: Option<&[u8]>, signature: Option<&[u8]>, out: &mut [u8]) -> i64 {
        let parts = |bytes: Option<&[u8]>| {
            bytes.map_or((std::ptr::null(), 0), |bytes| (bytes.as_ptr(), bytes.len() as i64))
        };
        let ((body, body_length), (signature, signature_length)) = (parts(body), parts(signature));
        let (start, capacity) = (out.as_mut_ptr(), out.len() as i64);
        // SAFETY: every pointer comes from a slice of that length, and the keyring is alive or null.
        unsafe {
            counterfoil_verify(keyring, body, body_length, signature, signature_length, NOW, start, capacity)
        }
    }

    #[test]
    fn an_answer_is_written_only_where_there_is_room() {
        let keyring = keyring();
        let signature = sign(BODY, "whsec_test_secret", NOW);
        let mut out = [7; 400];
        let size = call(keyring.address(), Some(BODY), Some(signature.as_bytes()), &mut out[..10]);
        assert!(size > 10);
        assert_eq!(out, [7; 400]);
        let again = call(keyring.address(), Some(BODY), Some(signature.as_bytes()), &mut out);
        assert_eq!(again, size);
        assert_eq!(out[..5], [0, 0, 0, 0, 16]);
        assert!(out.windows(5).any(|bytes| bytes == b"evt_1"));
    }

    #[test]
    fn a_rejection_is_an_answer_of_its_own() {
        let mut out = [0; 400];
        assert!(call(keyring().address(), Some(BODY), None, &mut out) > 0);
        assert_eq!(out[..5], [1, 0, 0, 0, 3]);
        assert!(out.windows(17).any(|bytes| bytes == b"missing_signature"));
    }

    #[test]
    fn what_cannot_be_read_is_a_fault() {
        assert_eq!(call(0, Some(BODY), None, &mut [0; 400]), -1);
        assert_eq!(call(keyring().address(), None, None, &mut [0; 400]), -1);
    }
}
