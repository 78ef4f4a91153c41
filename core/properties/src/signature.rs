//! The core reads the signature header exactly as a slow and simple reader does.

use counterfoil::webhook::{EndpointSecret, Webhooks};

use crate::mac;
use crate::pick::Pick;
use crate::seeds::{Vectors, text};

const SECRET: &str = "whsec_example";
const BODY: &[u8] =
    br#"{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}"#;
const TOLERANCE: u64 = 300;

/// The first byte says whether the correct signature is inserted into the header, the second how far the
/// clock is from the time of signing; the others are the header.
///
/// # Panics
/// If the core's result differs from that of the simple reader.
pub fn holds(data: &[u8]) {
    let mut pick = Pick::new(data);
    let place = pick.of(&[Place::Nowhere, Place::Last, Place::First]);
    let off = pick.of(&[0, 1, 299, 300, 301, -299, -300, -301, i64::MAX, i64::MIN]);
    let mut header = pick.rest().to_vec();
    let signed = read(&header);
    if let Some(time) = signed.timestamps.first() {
        let right = format!("v1={}", mac::v1(SECRET, time, BODY));
        match place {
            Place::Nowhere => {}
            Place::Last => header.extend_from_slice(format!(", {right}").as_bytes()),
            Place::First => header = [right.as_bytes(), b",", &header].concat(),
        }
    }
    let signed = read(&header);
    let seconds = signed.seconds().unwrap_or(0);
    let now = i64::try_from(seconds).unwrap_or(0).saturating_add(off);
    let expected = verdict(&header, &signed, now);

    let keyring = Webhooks::new([EndpointSecret::new("connect", SECRET)]).expect("a keyring");
    let answer = keyring.verify(BODY, header.as_slice(), now);
    let told = answer.map_or_else(|rejection| rejection.code(), |_| "ok");
    assert_eq!(told, expected, "{:?} at {now}", String::from_utf8_lossy(&header));
}

/// The headers in the vectors, unchanged and with the correct signature.
pub fn seeds(vectors: &Vectors) -> Vec<Vec<u8>> {
    let headers = vectors.of("webhook.verify").map(|input| text(input, "signature").as_bytes());
    headers.flat_map(|header| [0, 1, 2].map(|place| [&[place, 0], header].concat())).collect()
}

#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    First,
    Last,
}

#[derive(Debug, Default)]
struct Signed {
    /// Once for each occurrence.
    timestamps: Vec<String>,
    candidates: Vec<String>,
}

impl Signed {
    fn seconds(&self) -> Option<u64> {
        let digits = self.timestamps.first()?;
        if self.timestamps.iter().any(|other| other != digits) {
            return None;
        }
        let plain = digits.len() <= 12 && digits.chars().all(|digit| digit.is_ascii_digit());
        if plain { digits.parse().ok().filter(|seconds| *seconds > 0) } else { None }
    }
}

/// The header as characters, one per byte.
fn read(header: &[u8]) -> Signed {
    let header: String = header.iter().map(|byte| char::from(*byte)).collect();
    let mut signed = Signed::default();
    for (index, item) in header.split(',').enumerate() {
        let item = if index > 0 { item.trim_start_matches(' ') } else { item };
        let (key, value) = item.split_once('=').unwrap_or((item, "no value"));
        if key == "t" && item.contains('=') {
            signed.timestamps.push(value.to_owned());
        }
        let digits = "0123456789abcdef";
        if key == "v1" && value.chars().count() == 64 && value.chars().all(|digit| digits.contains(digit)) {
            signed.candidates.push(value.to_owned());
        }
    }
    signed.candidates.truncate(32);
    signed
}

fn verdict(header: &[u8], signed: &Signed, now: i64) -> &'static str {
    if header.is_empty() {
        return "missing_signature";
    }
    let (Some(seconds), ..=8192) = (signed.seconds(), header.len()) else {
        return "malformed_signature";
    };
    let right = mac::v1(SECRET, &signed.timestamps[0], BODY);
    let age = i128::from(now) - i128::from(seconds);
    match signed.candidates.as_slice() {
        [] => "no_v1_signature",
        candidates if !candidates.contains(&right) => "signature_mismatch",
        _ if age > i128::from(TOLERANCE) => "timestamp_too_old",
        _ if -age > i128::from(TOLERANCE) => "timestamp_in_future",
        _ => "ok",
    }
}
