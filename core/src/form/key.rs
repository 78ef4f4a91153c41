//! The keys of form parameters.

/// Returns `line_items[0][price_data][currency]` as `line_items[0].price_data.currency`.
pub(crate) fn dotted(key: &str) -> String {
    let mut path = String::with_capacity(key.len());
    for segment in segments(key) {
        if segment.bytes().all(|byte| byte.is_ascii_digit()) {
            path.extend(["[", segment, "]"]);
        } else {
            path.extend([if path.is_empty() { "" } else { "." }, segment]);
        }
    }
    path
}

/// Returns the names and list indices of a key.
pub(crate) fn segments(key: &str) -> impl Iterator<Item = &str> + Clone {
    key.split(['[', ']']).filter(|segment| !segment.is_empty())
}

/// Appends a segment to a key.
pub(crate) fn join_segment(key: &mut String, segment: &str) {
    push_segment(key, key.is_empty(), segment);
}

/// Appends a key and the segment below it.
#[inline]
pub(crate) fn push_key(out: &mut String, key: &str, segment: &str) {
    out.push_str(key);
    push_segment(out, key.is_empty(), segment);
}

/// Every segment except the first is in brackets.
#[inline]
fn push_segment(out: &mut String, is_first: bool, segment: &str) {
    if is_first {
        out.push_str(segment);
    } else {
        out.push('[');
        out.push_str(segment);
        out.push(']');
    }
}
