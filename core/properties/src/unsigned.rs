//! Anyone can post to the endpoint: the cost of a rejection does not depend on the content.

#![expect(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "a property about time has to measure it"
)]

use std::cell::Cell;
use std::time::{Duration, Instant};

use allocation_counter::measure;
use counterfoil::webhook::{EndpointSecret, Webhooks};

use crate::pick::Pick;
use crate::seeds::{Vectors, body};

const MIB: usize = 1 << 20;
const SECRETS: [&str; 3] = ["whsec_one", "whsec_two", "whsec_three"];
/// What the time of signing and the dot add to a body.
const TIME: usize = "1793000000.".len();
/// How much of another form of the body may be read or held, however large the body is.
const GUESS: usize = 33 * 1024;
/// Allowance for the texts of a rejection, the secrets' labels, and working memory.
const TEXTS: u64 = 4 * 1024;
/// The MACs are not computed here, so this covers everything else; without optimization it takes a tenth.
const LONGEST: Duration = Duration::from_millis(50);
/// Other programs run on the machine, too.
const TRIES: usize = 10;

/// One byte each for the size, the number of secrets and the position of the repeated part; then the bytes
/// that make up the body.
///
/// # Panics
/// If a rejection reads, holds or takes more than allowed.
pub fn holds(data: &[u8]) {
    let mut pick = Pick::new(data);
    let size = pick.size();
    let secrets = &SECRETS[..pick.of(&[1, 2, 3])];
    let (from, length) = (usize::from(pick.byte()), usize::from(pick.byte()));
    let body = repeated(pick.rest(), from, length, size);
    let labels = ["connect", "platform", "old"].iter().zip(secrets);
    let keyring = Webhooks::new(labels.map(|(label, secret)| EndpointSecret::new(*label, *secret)));
    let keyring = keyring.expect("a keyring").with_max_body(MIB);
    let header = format!("t=1793000000,v1={}", "0".repeat(64));

    let read = Cell::new(0);
    let hmac = |_: &[u8], parts: &[&[u8]]| {
        read.set(read.get() + parts.iter().map(|part| part.len()).sum::<usize>());
        Some([1; 32])
    };
    let mut shortest = Duration::MAX;
    for _ in 0..TRIES {
        read.set(0);
        let start = Instant::now();
        let held = measure(|| {
            let rejection = keyring.verify_with(hmac, &body, &*header, 0).expect_err("nobody signed it");
            assert_eq!(rejection.code(), "signature_mismatch");
        });
        shortest = shortest.min(start.elapsed());
        assert!(held.bytes_max <= GUESS as u64 + TEXTS, "{} bytes were held", held.bytes_max);
        assert_eq!(held.bytes_current, 0, "memory was kept");
        assert!(held.count_total <= 20, "{} allocations", held.count_total);
        let most = secrets.len() * (TIME + body.len() + if body.len() < GUESS { TIME + GUESS } else { 0 });
        assert!(read.get() <= most, "{} bytes went into MACs", read.get());
        if shortest < LONGEST {
            return;
        }
    }
    panic!("it took {shortest:?}");
}

/// The bodies in the vectors, and parts that are repeated up to a mebibyte.
pub fn seeds(vectors: &Vectors) -> Vec<Vec<u8>> {
    let parts: [(&str, &str, &str); 9] = [
        ("", "[", ""),
        ("{\"a\":", "[", "1"),
        ("{\"a\":[[[[[[[[", "1,", "1]]]]]]]]}"),
        ("{", "\"a\":{},", "}"),
        ("{\"a\":\"", "\\ud83d", "\"}"),
        ("{\"a\":\"", "Ã©", "\"}"),
        ("eyJh", "IjpbMSwx", "fQ=="),
        ("\u{feff}", "\r\n ", "{}"),
        ("", "x", ""),
    ];
    let large = parts.into_iter().flat_map(|(before, part, after)| {
        [0, 1, 64].map(|size| {
            let place = [before.len(), part.len()].map(|length| u8::try_from(length).unwrap_or_default());
            [&[size, 2, place[0], place[1]], before.as_bytes(), part.as_bytes(), after.as_bytes()].concat()
        })
    });
    // One repetition: the body itself.
    let vectors = vectors.of("webhook.verify").map(|input| [vec![2, 0, 0, 0], body(input)].concat());
    large.chain(vectors).collect()
}

/// Returns the bytes with a part of them repeated until the size is reached.
fn repeated(bytes: &[u8], from: usize, length: usize, size: usize) -> Vec<u8> {
    let from = from.min(bytes.len());
    let to = (from + length).min(bytes.len());
    let (before, part, after) = (&bytes[..from], &bytes[from..to], &bytes[to..]);
    let times = size.saturating_sub(before.len() + after.len()).checked_div(part.len()).unwrap_or(1).max(1);
    let mut body = [before, &part.repeat(times), after].concat();
    body.truncate(MIB);
    body
}
