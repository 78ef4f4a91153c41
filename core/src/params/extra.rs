//! Further parameters, which are named by their paths.

use super::{Metadata, join};
use crate::error::Fault;

/// Turns the paths of `extra` into Stripe's bracketed keys and appends them to an encoded form.
///
/// `branding_settings.button_color` and `branding_settings[button_color]` are the same path. A parameter that
/// the form already has is a fault, and so is a path of another form.
pub(crate) fn append_extra(form: &mut String, extra: &Metadata, faults: &mut Vec<Fault>) {
    for (path, value) in extra.iter() {
        let at = join("extra", path);
        let Some(key) = bracketed(path) else {
            let text = "expected a parameter's path such as `branding_settings.button_color` or `line_items[0].tax_rates[0]`";
            faults.push(Fault::new(at, "invalid_parameter_path", text));
            continue;
        };
        // The same parameter, a part of it, or one that it is a part of.
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

/// Returns `a.b[0].c` or `a[b][0][c]` as `a[b][0][c]`, or `None` for a text of another form.
pub(crate) fn bracketed(path: &str) -> Option<String> {
    let (first, mut rest) = segment(path)?;
    let mut key = first.to_owned();
    while !rest.is_empty() {
        let (name, after) = match rest.strip_prefix('[') {
            Some(inside) => {
                let (name, after) = segment(inside)?;
                (name, after.strip_prefix(']')?)
            }
            None => segment(rest.strip_prefix('.')?)?,
        };
        key.extend(["[", name, "]"]);
        rest = after;
    }
    Some(key)
}

/// Returns the name or index that a path begins with, and what follows it.
fn segment(path: &str) -> Option<(&str, &str)> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    let end = path.bytes().position(|byte| !is_plain(byte)).unwrap_or(path.len());
    (end > 0).then(|| path.split_at_checked(end)).flatten()
}
