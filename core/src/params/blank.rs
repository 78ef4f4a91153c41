//! Blank texts. Stripe takes an empty text as the wish to remove a value, and refuses it where there is
//! nothing that can be removed.

use crate::error::Fault;

/// Whether a text says nothing.
pub(crate) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Finds fault with a blank text, unless its place has a fault already.
pub(crate) fn refuse_blank(at: &str, faults: &mut Vec<Fault>) {
    if faults.iter().all(|fault| fault.path != at) {
        let text = "expected a text that is not blank; what is optional can be left out";
        faults.push(Fault::new(at, "missing_parameter", text));
    }
}
