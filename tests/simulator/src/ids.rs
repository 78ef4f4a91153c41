//! Object ids that look like Stripe's and depend only on a seed.

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A xorshift64* generator: not secret, only distinct.
#[derive(Debug)]
pub(crate) struct Ids {
    state: u64,
}

impl Ids {
    pub(crate) fn new(seed: u64) -> Self {
        // The generator never leaves zero.
        Self { state: seed ^ 0x9E37_79B9_7F4A_7C15 | 1 }
    }

    /// Returns `prefix` followed by `length` letters and digits.
    pub(crate) fn next(&mut self, prefix: &str, length: usize) -> String {
        let mut id = String::with_capacity(prefix.len() + length);
        id.push_str(prefix);
        for _ in 0..length {
            let index = (self.step() >> 33) as usize % ALPHABET.len();
            id.push(ALPHABET[index] as char);
        }
        id
    }

    fn step(&mut self) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_follow_from_the_seed_alone() {
        let take = |seed| {
            let mut ids = Ids::new(seed);
            [ids.next("evt_", 24), ids.next("evt_", 24)]
        };
        assert_eq!(take(7), take(7));
        assert_ne!(take(7), take(8));
        let [first, second] = take(7);
        assert_ne!(first, second);
        assert_eq!(first.len(), 28);
    }
}
