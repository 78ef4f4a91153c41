//! The narrow waist: everything that a binding to another language needs, by name and as JSON.
//!
//! No signature here mentions one of Stripe's records. Parameters and results are JSON text, a host keeps a
//! [`Handle`], and a verified delivery is a [packed event](packed). A binding links these functions and
//! converts its host's texts; all decisions are made here.
//!
//! For this project's own bindings, behind the feature `bindings`: it follows their needs, not semver.
//!
//! WebAssembly exports the functions one by one, since its users link as few of them as possible. Hosts with
//! a single C function use [`call()`], with the function's name.

mod arguments;
mod calls;
mod delivery;
mod failed;
mod functions;
mod merchants;
mod object;
mod orders;
pub mod packed;
mod session;
mod settings;

pub use arguments::{Arguments, Results, Unreadable};
pub use calls::{
    Received, build, check_account, check_parameters, fail, fetch, idempotency_key, read_answer, receive,
    request, retry_after,
};
pub use delivery::{
    Delivery, HashInput, differences_of, hash_input, outcome_of, outcome_with, unwrap, verify, verify_by,
};
pub use failed::Failed;
pub use functions::{Handle, call};
pub use merchants::{
    check_payment_facts, dispute_facts, ledger, offer, onboard, payment_facts, plan_status, readiness,
    remaining_steps, resume_review, review, standings,
};
pub use orders::{
    advance, check_expected, check_fee, differences, encode_form, fee_of, format_amount, names, parse_amount,
    reconcile, steps, subject,
};
pub use session::SESSION_NUMBERS;
pub use settings::{keyring, platform};

#[cfg(test)]
mod tests;
