//! Verifies deliveries, packs their events, and answers later questions about an event.

use super::failed::Failed;
use super::object::{Object, array};
use super::packed::PackedEvent;
use crate::call::read_object;
use crate::checkout::Session;
use crate::http::Response;
use crate::schema::Given;
use crate::webhook::{
    Difference, Event, Expected, HashBlocks, IgnoredReason, Meaning, SignatureHeader, WebhookError, Webhooks,
    no_session,
};

/// Verifies a delivery, with the host's HMAC as in [`Webhooks::verify_with`].
///
/// Errors: the rejections of [`Webhooks::verify`].
pub fn verify<'h>(
    keyring: &Webhooks,
    hmac: impl Fn(&[u8], &[&[u8]]) -> Option<[u8; 32]>,
    body: &[u8],
    signature: impl Into<SignatureHeader<'h>>,
    now: i64,
) -> Result<PackedEvent, WebhookError> {
    let event = keyring.verify_with(hmac, body, signature, now)?;
    Ok(PackedEvent::of(&event, body, Some(keyring)))
}

/// What a host hashes itself for the MAC of a delivery, so that it can use its own SHA-256: the inner block
/// of the key, the time and a dot, then the body; then the outer block and that digest.
#[derive(Debug)]
pub struct HashInput {
    blocks: HashBlocks,
    time: [u8; 12],
    time_length: usize,
}

impl HashInput {
    /// Returns the inner block of the key.
    #[must_use]
    pub fn inner(&self) -> &[u8; 64] {
        &self.blocks.inner
    }

    /// Returns the outer block of the key.
    #[must_use]
    pub fn outer(&self) -> &[u8; 64] {
        &self.blocks.outer
    }

    /// Returns the time as it is in the header.
    #[must_use]
    pub fn time(&self) -> &[u8] {
        self.time.get(..self.time_length).unwrap_or_default()
    }
}

/// Returns what to hash for the MAC with the secret at this index, for a body of that length.
///
/// Errors: the rejections of [`Webhooks::verify`] that concern the header and the size.
pub fn hash_input<'h>(
    keyring: &Webhooks,
    signature: impl Into<SignatureHeader<'h>>,
    body: usize,
    secret: usize,
) -> Result<HashInput, WebhookError> {
    let (blocks, timestamp) = keyring.hash_input(signature.into(), body, secret)?;
    let mut time = [0; 12];
    let time_length = timestamp.len().min(time.len());
    for (place, digit) in time.iter_mut().zip(timestamp) {
        *place = *digit;
    }
    Ok(HashInput { blocks, time, time_length })
}

/// Verifies a delivery with MACs that the host has computed from [`hash_input`], one per secret of the
/// keyring in order; missing ones are computed here. The event's session is packed, too.
///
/// Errors: the rejections of [`Webhooks::verify`].
pub fn verify_by<'h>(
    keyring: &Webhooks,
    macs: &[[u8; 32]],
    body: &[u8],
    signature: impl Into<SignatureHeader<'h>>,
    now: i64,
) -> Result<PackedEvent, WebhookError> {
    let macs = std::cell::RefCell::new(macs.iter().copied());
    // Each MAC is used once; the diagnosis later needs MACs of other bodies.
    let hmac = |_: &[u8], _: &[&[u8]]| macs.borrow_mut().next();
    let event = keyring.verify_with(hmac, body, signature, now)?;
    Ok(PackedEvent::with_session(&event, body, Some(keyring)))
}

/// Reads an event inside the envelope of `event_bridge` or `event_grid`; its offsets refer to the envelope.
///
/// Errors: the rejections of [`Event::from_event_bridge`].
pub fn unwrap(provider: &str, envelope: &[u8]) -> Result<PackedEvent, Failed> {
    Ok(PackedEvent::with_session(&unwrapped(provider, envelope)?, envelope, None))
}

fn unwrapped<'b>(provider: &str, envelope: &'b [u8]) -> Result<Event<'b>, Failed> {
    Ok(match provider {
        "event_bridge" => Event::from_event_bridge(envelope)?,
        "event_grid" => Event::from_event_grid(envelope)?,
        _ => return Err(Failed::internal("unknown provider")),
    })
}

/// A delivery that was verified or unwrapped before: the host keeps its body, and no event is kept here.
#[derive(Clone, Copy, Debug)]
pub enum Delivery<'d> {
    /// Verified with a secret of this keyring.
    Webhook {
        /// The keyring.
        keyring: &'d Webhooks,
        /// The index of the secret; see [`packed::SECRET`](super::packed::SECRET).
        secret: usize,
        /// The verified body.
        body: &'d [u8],
    },
    /// Unwrapped.
    Envelope {
        /// `event_bridge` or `event_grid`.
        provider: &'d str,
        /// The unwrapped envelope.
        envelope: &'d [u8],
    },
}

impl<'d> Delivery<'d> {
    fn event(self) -> Result<Event<'d>, Failed> {
        match self {
            Delivery::Webhook { keyring, secret, body } => Ok(keyring.read_again(body, secret)?),
            Delivery::Envelope { provider, envelope } => unwrapped(provider, envelope),
        }
    }
}

/// Returns an event's outcome as JSON: `{"kind","record","object","reason","fetch","subject"}`. `record` and
/// `object` are the record and the fields of the object in the outcome, `reason` says why it was ignored,
/// `fetch` names the object to read first, `subject` what it is about; `null` if there is none.
///
/// Errors: a rejection if the body is not a verified one.
pub fn outcome_of(delivery: Delivery<'_>) -> Result<String, Failed> {
    Ok(described(&delivery.event()?.meaning()))
}

/// Returns the outcome of a thin event after its object was read, in the same form as [`outcome_of`];
/// `object` is the object's JSON. An event without an object to fetch takes a session.
///
/// Errors: those of [`Event::outcome_with`] and, for another object, of [`call::read`](crate::call::read).
pub fn outcome_with(delivery: Delivery<'_>, object: &str) -> Result<String, Failed> {
    let event = delivery.event()?;
    let fetch = event.decided().ok().and_then(|_| event.to_fetch());
    let object = read_object(fetch.map_or(Session::RECORD, |fetch| fetch.record()), object)?;
    Ok(described(&event.meaning_with(&object)?))
}

/// Returns every difference between the event's session and what was recorded, as JSON:
/// `[{"field","expected","found"}]`.
///
/// Errors: those of [`Expected::from_json`], and `no_session`.
pub fn differences_of(delivery: Delivery<'_>, expected: &str) -> Result<String, Failed> {
    let expected = Expected::from_json(expected)?;
    let event = delivery.event()?;
    match event.meaning() {
        Meaning { kind, object: Some(object), .. } if kind.has_session() => {
            Ok(listed(expected.differences_of(event.account(), Given(&object))))
        }
        meaning => Err(no_session(meaning.kind).into()),
    }
}

pub(super) fn described(meaning: &Meaning<'_>) -> String {
    let fetch = meaning.fetch.as_ref().map(|fetch| {
        let named = Object::new().text("object", fetch.object()).text("id", fetch.id());
        named.text("parent", fetch.parent()).end()
    });
    Object::new()
        .text("kind", meaning.kind.as_str())
        .text("record", meaning.object.as_ref().map(|object| object.record.name))
        .record("object", meaning.object.as_ref())
        .text("reason", meaning.reason.map(IgnoredReason::as_str))
        .json("fetch", fetch.as_deref().unwrap_or("null"))
        .record("subject", meaning.subject.as_ref())
        .end()
}

/// Returns differences as JSON.
pub(super) fn listed(differences: Vec<Difference>) -> String {
    array(differences.into_iter().map(|difference| {
        let Difference { field, expected, found } = &difference;
        Object::new()
            .text("field", &**field)
            .text("expected", &**expected)
            .text("found", found.as_deref())
            .end()
    }))
}

/// Returns a response that contains an object.
pub(super) fn answered(text: &str) -> Response {
    Response { status: 200, headers: Vec::new(), body: text.as_bytes().to_vec() }
}
