//! Blank texts. Stripe takes an empty text as the wish to remove a value, and refuses it where there is
//! nothing that can be removed.

use std::fmt;

use crate::error::Fault;
use crate::form::{Key, Watch};
use crate::json::Json;

use super::join;

/// Whether a text says nothing.
pub(crate) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Finds fault with a blank text, unless its place has a fault already.
pub(crate) fn refuse_blank(at: &dyn fmt::Display, faults: &mut Vec<Fault>) {
    let at = at.to_string();
    if faults.iter().all(|fault| fault.path != at) {
        let text = "expected a text that is not blank; what is optional can be left out";
        faults.push(Fault::new(at, "missing_parameter", text));
    }
}

/// Holds no blank text in a form, but for metadata and what an empty text removes.
pub(crate) struct NoBlanks<'f> {
    /// Paths without indices, at which an empty text removes the value.
    pub(crate) unset: &'static [&'static str],
    pub(crate) faults: &'f mut Vec<Fault>,
}

impl Watch for NoBlanks<'_> {
    fn pair(&mut self, key: &Key<'_>, value: &str) {
        if is_blank(value) && !key.is_metadata() && !(value.is_empty() && self.unsets(key)) {
            refuse_blank(&key.dotted(), self.faults);
        }
    }
}

impl NoBlanks<'_> {
    fn unsets(&self, key: &Key<'_>) -> bool {
        self.unset.iter().any(|path| key.is_at(path))
    }
}

/// The same for what is sent as JSON.
pub(crate) fn check_blanks(json: &Json, at: &str, faults: &mut Vec<Fault>) {
    match json {
        Json::Text(text) if is_blank(text) => refuse_blank(&at, faults),
        Json::List(items) => {
            for (index, item) in items.iter().enumerate() {
                check_blanks(item, &format!("{at}[{index}]"), faults);
            }
        }
        Json::Object(fields) => {
            for (name, value) in fields.iter().filter(|(name, _)| name != "metadata") {
                check_blanks(value, &join(at, name), faults);
            }
        }
        _ => {}
    }
}
