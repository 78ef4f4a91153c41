//! Accounts of Stripe's v2, described in the terms of v1.

use crate::merchants::{
    V2Account, V2Configuration, V2Merchant, V2Recipient, V2Requirement, V2RequirementError, V2Requirements,
    V2StatusDetail,
};
use crate::schema::{At, Given};
use crate::webhook::unix_seconds;

use super::{Missing, Readiness, asks, in_v2, missing};

type A = At<V2Account>;

pub(super) fn readiness(account: Given<'_>, needed: &[&str]) -> Readiness {
    let asks = asks(account.text(A::dashboard));
    let not_ready = |missing| Readiness { ready: false, missing: vec![missing] };
    if account.boolean(A::closed) == Some(true) {
        let id = account.text(A::id).unwrap_or_default();
        return not_ready(missing("account_closed", id, None, "new_account"));
    }
    let is_merchant = account.texts(A::applied_configurations).any(|name| name == "merchant");
    let configuration = account.record(A::configuration);
    let merchant = configuration.and_then(|all| all.record(At::<V2Configuration>::merchant));
    if is_merchant && merchant.is_none() {
        return not_ready(missing("not_included", "configuration.merchant", None, "read_account"));
    }
    let mut all = Vec::new();
    let cards = merchant.and_then(|merchant| Capability::of_merchant(merchant, CARDS));
    if !is_merchant && cards.is_some() {
        all.push(missing("configuration_unapplied", "merchant", None, "apply_configuration"));
    }
    if let Some(cards) = cards.filter(|cards| !cards.is_active()) {
        cards.push_reasons(asks, &mut all);
    }
    for name in [CARDS].iter().chain(needed.iter().filter(|name| **name != CARDS)) {
        let capability = match in_v2(name) {
            "stripe_balance.stripe_transfers" => {
                let recipient = configuration.and_then(|all| all.record(At::<V2Configuration>::recipient));
                type R = At<V2Recipient>;
                recipient
                    .and_then(|part| Capability::of(part, R::capabilities, R::status_details, in_v2(name)))
            }
            name => merchant.and_then(|merchant| Capability::of_merchant(merchant, name)),
        };
        match capability {
            None => all.push(missing("capability_unrequested", name, None, "request_capability")),
            Some(capability) if capability.is_active() => {}
            Some(capability) => all.push(missing(capability.code(), name, None, capability.resolution(asks))),
        }
    }
    let ready = is_merchant && cards.is_some_and(Capability::is_active);
    match account.record(A::requirements) {
        Some(requirements) => push_due(requirements, asks, false, &mut all),
        // Stripe requires information, but the account was retrieved without the details.
        None if all.iter().any(|one| one.code == "capability_inactive" && one.resolved_by == asks) => {
            all.push(missing("not_included", "requirements", None, "read_account"));
        }
        None => {}
    }
    Readiness { ready, missing: all }
}

pub(super) fn later(account: Given<'_>) -> Vec<Missing> {
    let mut all = Vec::new();
    if let Some(requirements) = account.record(A::future_requirements) {
        push_due(requirements, asks(account.text(A::dashboard)), true, &mut all);
    }
    all
}

const CARDS: &str = "card_payments";

/// A requested capability.
#[derive(Clone, Copy)]
struct Capability<'a> {
    name: &'a str,
    status: &'a str,
    /// The parent of the capability, if that shows why the capability is not active.
    part: Given<'a>,
    details: usize,
}

impl<'a> Capability<'a> {
    fn of(part: Given<'a>, capabilities: usize, details: usize, name: &str) -> Option<Self> {
        let (name, status) = part.pairs(capabilities).find(|(key, _)| *key == name)?;
        Some(Capability { name, status, part, details })
    }

    fn of_merchant(merchant: Given<'a>, name: &str) -> Option<Self> {
        type M = At<V2Merchant>;
        Capability::of(merchant, M::capabilities, M::status_details, name)
    }

    fn is_active(self) -> bool {
        self.status == "active"
    }

    fn code(self) -> &'static str {
        if self.status == "pending" { "capability_pending" } else { "capability_inactive" }
    }

    /// Returns why it is not active: Stripe's codes, and what resolves each of them.
    fn reasons(self, asks: &'static str) -> impl Iterator<Item = (&'a str, &'static str)> {
        type D = At<V2StatusDetail>;
        let own = self
            .part
            .records(self.details)
            .filter(move |detail| detail.text(D::capability) == Some(self.name));
        own.map(move |detail| {
            let code = detail.text(D::code).unwrap_or("unknown");
            let resolved_by = match (self.status, detail.text(D::resolution)) {
                ("pending", _) => "wait",
                (_, Some("provide_info")) => asks,
                (_, Some("no_resolution")) if IN_REVIEW.contains(&code) => "wait",
                _ => "contact_stripe",
            };
            (code, resolved_by)
        })
    }

    /// Returns what resolves the most serious reason.
    fn resolution(self, asks: &'static str) -> &'static str {
        let by = |wanted: &str| self.reasons(asks).any(|(_, resolved_by)| resolved_by == wanted);
        match self.status {
            "pending" => "wait",
            _ if by("contact_stripe") => "contact_stripe",
            _ if by(asks) => asks,
            _ if by("wait") => "wait",
            _ => "contact_stripe",
        }
    }

    /// Adds why payments are disabled, in the terms of v1.
    fn push_reasons(self, asks: &'static str, all: &mut Vec<Missing>) {
        let before = all.len();
        for (code, resolved_by) in self.reasons(asks) {
            let why = ["rejected", "requirements"].iter().find_map(|start| {
                let rest = code.strip_prefix(start)?.strip_prefix('_')?;
                Some([start, ".", rest].concat())
            });
            all.push(missing("charges_disabled", why.as_deref().unwrap_or(code), None, resolved_by));
        }
        if all.len() == before {
            all.push(missing("charges_disabled", "unknown", None, self.resolution(asks)));
        }
    }
}

/// Codes that resolve themselves with time.
const IN_REVIEW: [&str; 2] = ["determining_status", "requirements_pending_verification"];

/// Adds the requirements that are due; with `eventually` also those that are due later.
fn push_due(requirements: Given<'_>, asks: &'static str, eventually: bool, all: &mut Vec<Missing>) {
    type R = At<V2Requirements>;
    type E = At<V2Requirement>;
    let most_urgent = requirements.text(R::deadline_status);
    let time = requirements.text(R::deadline).and_then(unix_seconds);
    // The deadline is that of the most urgent requirements; Stripe gives none for the others.
    let deadline = |entry: Given<'_>| time.filter(|_| entry.text(E::deadline_status) == most_urgent);
    let entries = || requirements.records(R::entries);
    let of_merchant = |entry: &Given<'_>| entry.text(E::awaiting_action_from) != Some("stripe");
    for entry in entries().filter(of_merchant) {
        for error in entry.records(E::errors) {
            type F = At<V2RequirementError>;
            let text = error.text(F::description).or(error.text(F::code)).unwrap_or("unknown");
            all.push(missing("error", text, deadline(entry), asks));
        }
    }
    for status in ["past_due", "currently_due", "eventually_due"] {
        if status == "eventually_due" && !eventually {
            continue;
        }
        for entry in entries().filter(of_merchant) {
            if entry.text(E::deadline_status) == Some(status) {
                let what = entry.text(E::description).unwrap_or_default();
                all.push(missing(status, what, deadline(entry), asks));
            }
        }
    }
    if !eventually {
        for entry in entries().filter(|entry| !of_merchant(entry)) {
            let what = entry.text(E::description).unwrap_or_default();
            all.push(missing("pending_verification", what, None, "wait"));
        }
    }
}
