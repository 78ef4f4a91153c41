//! Blank texts. Stripe takes an empty text as a request to remove a value, and rejects it where nothing can
//! be removed.

use crate::error::Fault;

/// Returns whether a text is blank.
pub(crate) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Reports a blank text, unless there is already a fault at its path.
pub(crate) fn refuse_blank(at: &str, faults: &mut Vec<Fault>) {
    if faults.iter().all(|fault| fault.path != at) {
        let text = "expected a text that is not blank; what is optional can be left out";
        faults.push(Fault::new(at, "missing_parameter", text));
    }
}
