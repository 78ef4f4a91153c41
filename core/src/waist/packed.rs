//! A verified event as numbers: codes, and the offsets of its texts in the body that the host already has.
//!
//! A host reads a field only when it is used, so an event costs no more than the fields that are read. Texts
//! that the JSON writes with escapes are not in the body as they are: they are in the [tail](PackedEvent),
//! and their offsets continue from the body's end. An absent text has the offset -1.

use super::arguments::Results;
use super::session::{self, SESSION_NUMBERS};
use crate::webhook::{Event, IgnoredReason, OutcomeKind, Shape, Webhooks};

/// The number of numbers in an event.
pub const NUMBERS: usize = 27;

/// The outcome: its index among the outcomes of `core/api.json`.
pub const OUTCOME: usize = 0;
/// Why it was ignored: the index among the ignored reasons of `core/api.json`, or -1 if it was not.
pub const REASON: usize = 1;
/// 0 for a snapshot, 1 for a thin event.
pub const SHAPE: usize = 2;
/// 1 in live mode.
pub const LIVEMODE: usize = 3;
/// The index in the keyring of the secret that proved it; -1 for an event from an envelope.
pub const SECRET: usize = 4;
/// The upper and then the lower 32 bits of its creation time in unix seconds.
pub const CREATED: usize = 5;
/// The event's id: start and end.
pub const ID: usize = 7;
/// Stripe's type: start and end.
pub const TYPE: usize = 9;
/// The start of the type without the `v1.` of thin events; it ends where the type ends.
pub const PLAIN_TYPE: usize = 11;
/// The connected account: start and end.
pub const ACCOUNT: usize = 12;
/// The API version of a snapshot: start and end.
pub const API_VERSION: usize = 14;
/// `data.object`, as JSON: start and end.
pub const OBJECT: usize = 16;
/// How the dedupe key is built. 0: it is the text whose start and end follow. 1: it is the account (without
/// one, `platform`), the plain type and that text, separated by colons.
pub const DEDUPE: usize = 18;
/// The object to read first, if any: start and end of Stripe's name for the object, of its id, and of what it
/// is part of, which may be empty.
pub const FETCH: usize = 21;

/// An event as numbers, and the texts that are not in its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedEvent {
    /// Indexed by the constants of this module.
    pub numbers: [i32; NUMBERS],
    /// The session in the outcome, if it was requested and the event is a snapshot: a start and an end for
    /// each field of its record, in the record's order.
    pub session: Option<[i32; SESSION_NUMBERS]>,
    /// UTF-8.
    pub tail: Vec<u8>,
    /// Whether each byte of the body is a character, so that byte offsets are also character offsets.
    pub is_ascii: bool,
}

impl PackedEvent {
    /// Packs an event that was read from `body`; `keyring` is the one that proved it.
    #[must_use]
    pub(super) fn of(event: &Event<'_>, body: &[u8], keyring: Option<&Webhooks>) -> Self {
        PackedEvent::packed(event, body, keyring, false)
    }

    /// Does the same, and packs the session in the outcome.
    #[must_use]
    pub fn with_session(event: &Event<'_>, body: &[u8], keyring: Option<&Webhooks>) -> Self {
        PackedEvent::packed(event, body, keyring, true)
    }

    fn packed(event: &Event<'_>, body: &[u8], keyring: Option<&Webhooks>, with_session: bool) -> Self {
        let (outcome, reason) = match event.decided() {
            Ok(outcome) => (outcome, None),
            Err(reason) => (OutcomeKind::Ignored, Some(reason)),
        };
        let mut packing = Packing { body, numbers: [-1; NUMBERS], session: None, tail: Vec::new() };
        packing.set(OUTCOME, place_of(OutcomeKind::ALL, outcome));
        if let Some(reason) = reason {
            packing.set(REASON, place_of(IgnoredReason::ALL, reason));
        }
        packing.set(SHAPE, i32::from(event.shape() == Shape::Thin));
        packing.set(LIVEMODE, i32::from(event.is_live()));
        if let Some(index) = keyring.and_then(|keyring| keyring.index_of(event.label())) {
            packing.set(SECRET, number(index));
        }
        let created = event.created();
        packing.set(CREATED, (created >> 32) as i32);
        packing.set(CREATED + 1, created as i32);
        packing.text(ID, event.id());
        packing.text(TYPE, event.kind());
        packing.set(PLAIN_TYPE, packing.at(TYPE + 1).saturating_sub(number(event.plain_kind().len())));
        if let Some(account) = event.account_text() {
            packing.text(ACCOUNT, account);
        }
        if let Some(version) = event.api_version() {
            packing.text(API_VERSION, version);
        }
        if let Some(object) = event.object() {
            packing.text(OBJECT, object);
        }
        let (is_of_object, key) = event.dedupe_text();
        packing.set(DEDUPE, i32::from(is_of_object));
        packing.text(DEDUPE + 1, &key);
        if outcome == OutcomeKind::Fetch
            && let Some(fetch) = event.to_fetch()
        {
            packing.text(FETCH, fetch.object());
            packing.text(FETCH + 2, fetch.id());
            packing.text(FETCH + 4, fetch.parent());
        }
        if with_session
            && outcome.has_session()
            && let Some(facts) = event.facts()
        {
            session::pack(facts, &mut packing);
        }
        PackedEvent {
            numbers: packing.numbers,
            session: packing.session,
            tail: packing.tail,
            is_ascii: body.is_ascii(),
        }
    }

    /// Adds two results: the numbers, 32 bits each in big-endian order, and the tail.
    pub fn give(&self, out: &mut Results) {
        let mut bytes = [0; 4 * NUMBERS];
        for (place, number) in bytes.as_chunks_mut::<4>().0.iter_mut().zip(self.numbers) {
            *place = number.to_be_bytes();
        }
        out.bytes(&bytes);
        out.bytes(&self.tail);
    }

    /// Adds a result if there is a session: its numbers, in the same form.
    pub fn give_session(&self, out: &mut Results) {
        if let Some(session) = &self.session {
            let mut bytes = [0; 4 * SESSION_NUMBERS];
            for (place, number) in bytes.as_chunks_mut::<4>().0.iter_mut().zip(session) {
                *place = number.to_be_bytes();
            }
            out.bytes(&bytes);
        }
    }
}

pub(super) struct Packing<'b> {
    body: &'b [u8],
    numbers: [i32; NUMBERS],
    session: Option<[i32; SESSION_NUMBERS]>,
    tail: Vec<u8>,
}

impl Packing<'_> {
    fn at(&self, index: usize) -> i32 {
        self.numbers.get(index).copied().unwrap_or(-1)
    }

    fn set(&mut self, index: usize, value: i32) {
        if let Some(number) = self.numbers.get_mut(index) {
            *number = value;
        }
    }

    /// Records where a text starts and ends.
    fn text(&mut self, index: usize, text: &str) {
        let [start, end] = self.place(text);
        self.set(index, start);
        self.set(index + 1, end);
    }

    /// Does the same for a field of the session.
    pub(super) fn session_text(&mut self, index: usize, text: &str) {
        let place = self.place(text);
        let session = self.session.get_or_insert([-1; SESSION_NUMBERS]);
        for (number, found) in session.iter_mut().skip(index).zip(place) {
            *number = found;
        }
    }

    fn place(&mut self, text: &str) -> [i32; 2] {
        let start = place_in(self.body, text).unwrap_or_else(|| {
            let start = self.body.len() + self.tail.len();
            self.tail.extend_from_slice(text.as_bytes());
            start
        });
        [start, start + text.len()].map(number)
    }
}

/// Returns the offset of a text in the body, unless it is a copy.
fn place_in(body: &[u8], text: &str) -> Option<usize> {
    let start = (text.as_ptr() as usize).checked_sub(body.as_ptr() as usize)?;
    (start.checked_add(text.len())? <= body.len()).then_some(start)
}

fn place_of<T: PartialEq>(all: &[T], one: T) -> i32 {
    all.iter().position(|other| *other == one).map_or(-1, number)
}

/// A keyring of the waist accepts bodies of up to 1 GiB, so every offset in one fits.
fn number(place: usize) -> i32 {
    i32::try_from(place).unwrap_or(i32::MAX)
}
