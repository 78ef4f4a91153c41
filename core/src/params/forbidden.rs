//! Parameters that a direct charge must not have, with the reason.

use crate::error::Fault;

/// Returns the fault for a parameter, given by its path in either notation; `at` is where the caller wrote
/// it.
pub(crate) fn fault(at: &str, path: &str) -> Option<Fault> {
    let dotted = path.replace('[', ".").replace(']', "");
    let mut segments = dotted.split('.').filter(|segment| !segment.is_empty());
    let first = segments.next()?;
    if first == "payment_method_types" {
        let text = "stripe removed this parameter in 2026-09-30.endive: it chooses the methods itself; narrow them with `allowed_payment_method_types` or `excluded_payment_method_types`";
        return Some(Fault::new(at, "removed_parameter", text));
    }
    let inner = match first {
        "payment_intent_data" | "subscription_data" | "setup_intent_data" => segments.next()?,
        other => other,
    };
    ["on_behalf_of", "transfer_data", "transfer_group", "reverse_transfer"].contains(&inner).then(|| {
        let text = "this is for destination charges or separate transfers; a direct charge is created on the merchant's own account";
        Fault::new(at, "not_a_direct_charge", text)
    })
}
