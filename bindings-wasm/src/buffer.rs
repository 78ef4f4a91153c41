//! The memory in which a delivery is verified. The host writes header and body into it and reads from it, so
//! that neither is converted to a string or copied on the way.
//!
//! | what | where |
//! |---|---|
//! | the header `Stripe-Signature` | [`HEADER`] |
//! | for the host's hash: the outer block of the key, and room for the inner digest | [`OUTER`] |
//! | the MAC that the host made | [`MAC`] |
//! | the inner block of the key, the time and a dot, right before the body | where [`Buffer::begin`] says |
//! | the body | [`BODY`] |

use std::cell::RefCell;

use counterfoil::waist::packed::{NUMBERS, PackedEvent};
use counterfoil::waist::{HashInput, SESSION_NUMBERS};

/// The offset of the header. A header that is too long for its space is rejected because of its length.
pub(crate) const HEADER: usize = 0;
const LONGEST_HEADER: usize = 8 * 1024;
/// The offset of the outer block; the inner digest follows it.
pub(crate) const OUTER: usize = LONGEST_HEADER + 8;
/// The offset of the MAC.
pub(crate) const MAC: usize = OUTER + 64 + 32;
/// The offset of the body, after the inner block, at most 12 digits and a dot.
pub(crate) const BODY: usize = MAC + 32 + 64 + 16;

const ALL: usize = NUMBERS + 2 + SESSION_NUMBERS;

pub(crate) struct Buffer {
    bytes: Vec<u8>,
    /// The host's MACs, one for each secret of the keyring in order.
    macs: Vec<[u8; 32]>,
    /// The last verified event: its numbers, whether its body is ASCII, whether there is a tail, and the
    /// numbers of its session.
    numbers: [i32; ALL],
    tail: Vec<u8>,
}

thread_local! {
    static BUFFER: RefCell<Buffer> = const {
        RefCell::new(Buffer {
            bytes: Vec::new(),
            macs: Vec::new(),
            numbers: [-1; ALL],
            tail: Vec::new(),
        })
    };
}

/// Works with the single buffer. `work` must not call the host.
pub(crate) fn with<R>(work: impl FnOnce(&mut Buffer) -> R) -> R {
    BUFFER.with_borrow_mut(work)
}

impl Buffer {
    /// Makes room for a body, and returns the address of the buffer.
    pub(crate) fn room(&mut self, body: usize) -> *const u8 {
        if self.bytes.len() < BODY + body {
            // The old content is no longer needed, so it is dropped first.
            self.bytes = Vec::new();
            self.bytes = vec![0; BODY + body];
        }
        self.bytes.as_ptr()
    }

    pub(crate) fn header(&self, length: usize) -> &[u8] {
        self.bytes.get(HEADER..HEADER + length).unwrap_or_default()
    }

    pub(crate) fn body(&self, length: usize) -> &[u8] {
        self.bytes.get(BODY..BODY + length).unwrap_or_default()
    }

    /// Writes what the host is to hash, and returns its offset.
    pub(crate) fn begin(&mut self, input: &HashInput) -> usize {
        let time = BODY - 1 - input.time().len();
        let start = time - input.inner().len();
        self.write(start, input.inner());
        self.write(time, input.time());
        self.write(BODY - 1, b".");
        self.write(OUTER, input.outer());
        start
    }

    /// Takes the MAC that the host has written for the next secret.
    pub(crate) fn take_mac(&mut self) {
        let mac = self.bytes.get(MAC..MAC + 32).and_then(|mac| mac.try_into().ok());
        self.macs.extend::<Option<[u8; 32]>>(mac);
    }

    /// Returns the MACs that were taken, and clears everything that was made with a key.
    pub(crate) fn finish(&mut self) -> Vec<[u8; 32]> {
        if let Some(keyed) = self.bytes.get_mut(OUTER..BODY) {
            keyed.fill(0);
        }
        std::mem::take(&mut self.macs)
    }

    /// Keeps an event until the next one, and returns the address of its numbers.
    pub(crate) fn keep(&mut self, event: PackedEvent) -> *const i32 {
        let flags = [i32::from(event.is_ascii), i32::from(!event.tail.is_empty())];
        let session = event.session.unwrap_or([-1; SESSION_NUMBERS]);
        let parts = [&event.numbers[..], &flags, &session];
        for (place, number) in self.numbers.iter_mut().zip(parts.into_iter().flatten()) {
            *place = *number;
        }
        self.tail = event.tail;
        self.numbers.as_ptr()
    }

    /// Returns the texts of that event that are not in its body.
    pub(crate) fn tail(&self) -> Vec<u8> {
        self.tail.clone()
    }

    fn write(&mut self, at: usize, bytes: &[u8]) {
        if let Some(place) = self.bytes.get_mut(at..at + bytes.len()) {
            place.copy_from_slice(bytes);
        }
    }
}
