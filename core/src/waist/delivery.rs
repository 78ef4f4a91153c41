//! Deliveries in, packed events out, and what is asked of an event afterwards.

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

/// Verifies a delivery, with the host's HMAC as [`Webhooks::verify_with`] takes it.
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

/// What a host hashes itself for the MAC of a delivery's body, so that its own SHA-256 can be used: the inner
/// block of the key, the time and a dot, then the body; then the outer block and that digest.
#[derive(Debug)]
pub struct HashInput {
    blocks: HashBlocks,
    time: [u8; 12],
    time_length: usize,
}

impl HashInput {
    /// The inner block of the key.
    #[must_use]
    pub fn inner(&self) -> &[u8; 64] {
        &self.blocks.inner
    }

    /// The outer block of the key.
    #[must_use]
    pub fn outer(&self) -> &[u8; 64] {
        &self.blocks.outer
    }

    /// The time as the header has it.
    #[must_use]
    pub fn time(&self) -> &[u8] {
        self.time.get(..self.time_length).unwrap_or_default()
    }
}

/// What is to be hashed for the MAC by the secret at this place, for a body of that many bytes.
///
/// Errors: the rejections that [`Webhooks::verify`] has for the header and the size.
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

/// Verifies a delivery by MACs that the host has made of [`hash_input`], one for each secret of the keyring in
/// turn; those that are missing are made here. The event's session is packed, too.
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
    // Once for each secret; what is asked afterwards, for the diagnosis, is about another body.
    let hmac = |_: &[u8], _: &[&[u8]]| macs.borrow_mut().next();
    let event = keyring.verify_with(hmac, body, signature, now)?;
    Ok(PackedEvent::with_session(&event, body, Some(keyring)))
}

/// An event inside the envelope of `event_bridge` or `event_grid`; its places are in the envelope.
///
/// Errors: the rejections of [`Event::from_event_bridge`].
pub fn unwrap(provider: &str, envelope: &[u8]) -> Result<PackedEvent, Failed> {
    Ok(PackedEvent::with_session(&unwrapped(provider, envelope)?, envelope, None))
}

fn unwrapped<'b>(provider: &str, envelope: &'b [u8]) -> Result<Event<'b>, Failed> {
    Ok(match provider {
        "event_bridge" => Event::from_event_bridge(envelope)?,
        "event_grid" => Event::from_event_grid(envelope)?,
        _ => return Err(Failed::internal("no provider is called so")),
    })
}

/// A delivery that was verified or unwrapped before: the host keeps its body, and no event on this side.
#[derive(Clone, Copy, Debug)]
pub enum Delivery<'d> {
    /// Verified by a secret of this keyring.
    Webhook {
        /// The keyring.
        keyring: &'d Webhooks,
        /// Which of its secrets; see [`packed::SECRET`](super::packed::SECRET).
        secret: usize,
        /// The body as it was verified.
        body: &'d [u8],
    },
    /// Unwrapped.
    Envelope {
        /// `event_bridge` or `event_grid`.
        provider: &'d str,
        /// The envelope as it was unwrapped.
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

/// What an event means, as JSON: `{"kind","record","object","reason","fetch","subject"}`. `record` and
/// `object` are the record and the fields of the object that the outcome carries, `reason` says why it was
/// ignored, `fetch` is what has to be read first, `subject` what it is about; `null` where there is none.
///
/// Errors: a rejection, if the body is none that was verified.
pub fn outcome_of(delivery: Delivery<'_>) -> Result<String, Failed> {
    Ok(described(&delivery.event()?.meaning()))
}

/// The outcome of a thin event, once its object was read, as [`outcome_of`] has it; `object` is the
/// object's JSON. An event of which nothing is to be fetched takes a session.
///
/// Errors: those of [`Event::outcome_with`] and, for what is not the object, of
/// [`call::read`](crate::call::read).
pub fn outcome_with(delivery: Delivery<'_>, object: &str) -> Result<String, Failed> {
    let event = delivery.event()?;
    let fetch = event.decided().ok().and_then(|_| event.to_fetch());
    let object = read_object(fetch.map_or(Session::RECORD, |fetch| fetch.record()), object)?;
    Ok(described(&event.meaning_with(&object)?))
}

/// Everything about the event's session that is not as recorded, as JSON: `[{"field","expected","found"}]`.
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

/// Differences as JSON.
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

/// The response that brings an object.
pub(super) fn answered(text: &str) -> Response {
    Response { status: 200, headers: Vec::new(), body: text.as_bytes().to_vec() }
}
