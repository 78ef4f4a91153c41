//! Further parameters, which are named by their path.

use super::{Metadata, join};
use crate::error::Fault;

/// Turns the paths of `extra` into Stripe's bracketed keys and appends them to an encoded form.
///
/// `branding_settings.button_color` and `branding_settings[button_color]` are the same path. A
/// parameter that the form has already is a fault, and so is a path of another shape.
pub(crate) fn append_extra(form: &mut String, extra: &Metadata, faults: &mut Vec<Fault>) {
    for (path, value) in extra.iter() {
        let at = join("extra", path);
        let Some(key) = bracketed(path) else {
            let text = "expected a parameter's path such as `branding_settings.button_color` or `line_items[0].tax_rates[0]`";
            faults.push(Fault::new(at, "invalid_parameter_path", text));
            continue;
        };
        // The same, a part of it, or something that it is a part of.
        let clashes = |set: &str| {
            let starts =
                |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with('['));
            set == key || starts(set, &key) || starts(&key, set)
        };
        if form.split('&').filter_map(|pair| pair.split_once('=')).any(|(set, _)| clashes(set)) {
            faults.push(Fault::new(
                at,
                "duplicate_parameter",
                "this parameter is set by name already; set it once",
            ));
            continue;
        }
        crate::form::push_pair(form, &key, value);
    }
}

/// `a.b[0].c` or `a[b][0][c]` as `a[b][0][c]`; nothing if a segment is empty or has other characters.
pub(crate) fn bracketed(path: &str) -> Option<String> {
    let mut key = String::new();
    let dotted = path.replace('[', ".").replace("].", ".");
    for segment in dotted.strip_suffix(']').unwrap_or(&dotted).split('.') {
        let plain = segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
        if segment.is_empty() || !plain {
            return None;
        }
        if key.is_empty() {
            key.push_str(segment);
        } else {
            key.extend(["[", segment, "]"]);
        }
    }
    Some(key)
}
