//! The keys of pairs, by which rules are found.

/// Is shown every pair while a form is written, so that nobody has to read the form again.
pub(crate) trait Watch {
    /// A pair, its value before it is escaped.
    fn pair(&mut self, key: &Key<'_>, value: &str);
}

/// A key as it stands in a form: `line_items[0][price_data][currency]`.
pub(crate) struct Key<'k> {
    /// The whole key, escaped.
    pub(crate) text: &'k str,
    /// The names in it.
    pub(crate) names: Names,
}

impl<'k> Key<'k> {
    /// A key that was not written by the encoder.
    pub(crate) fn new(text: &'k str) -> Self {
        Key { text, names: names(text).fold(Names::NONE, Names::and) }
    }

    /// Whether the names are those of a dotted path without indices.
    pub(crate) fn is_at(&self, path: &str) -> bool {
        path.as_bytes().split(|byte| *byte == b'.').eq(names(self.text))
    }

    /// Whether it is a pair of somebody's own data.
    pub(crate) fn is_metadata(&self) -> bool {
        names(self.text).any(|name| name == b"metadata")
    }

    /// `line_items[0][price_data][currency]` as `line_items[0].price_data.currency`.
    pub(crate) fn dotted(&self) -> String {
        let mut path = String::with_capacity(self.text.len());
        for segment in self.text.split(['[', ']']).filter(|segment| !segment.is_empty()) {
            if is_index(segment.as_bytes()) {
                path.extend(["[", segment, "]"]);
            } else {
                path.extend([if path.is_empty() { "" } else { "." }, segment]);
            }
        }
        path
    }
}

fn names(key: &str) -> impl Iterator<Item = &[u8]> {
    let segments = key.as_bytes().split(|byte| *byte == b'[');
    segments.map(|segment| segment.strip_suffix(b"]").unwrap_or(segment)).filter(|name| !is_index(name))
}

/// Whether a segment counts the items of a list, or looks as if it did.
pub(super) fn is_index(segment: &[u8]) -> bool {
    segment.iter().all(u8::is_ascii_digit)
}

/// A hash of the names in a key, without indices: equal names, equal hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Names(u32);

impl Names {
    /// No name yet.
    pub(crate) const NONE: Names = Names(0);

    /// One more name. Its length and its ends tell Stripe's names apart well enough.
    #[inline]
    pub(crate) const fn and(self, name: &[u8]) -> Self {
        let (Some(first), Some(last)) = (name.first(), name.last()) else { return self };
        let name = name.len() as u32 * 131 + *first as u32 * 17 + *last as u32;
        Names(self.0.wrapping_mul(31).wrapping_add(name))
    }

    /// Which of `slots` the names belong to.
    pub(crate) const fn slot(self, slots: usize) -> usize {
        self.0 as usize % slots
    }
}
