//! Accounts as Stripe's v1 returns them.

use crate::merchants::{Account, AccountController, RequirementError, Requirements};
use crate::schema::{At, Given};

use super::{Missing, Readiness, asks, in_v1, missing};

type A = At<Account>;
type R = At<Requirements>;

pub(super) fn readiness(account: Given<'_>, needed: &[&str]) -> Readiness {
    let every: &[&str] =
        if is_made_by_v2(account) { &["card_payments"] } else { &["card_payments", "transfers"] };
    let enabled = account.boolean(A::charges_enabled) == Some(true);
    let ready = enabled && every.iter().all(|name| capability(account, name) == "active");
    let requirements = account.record(A::requirements);
    let asks = asks(dashboard(account));
    let mut all = Vec::new();
    if !enabled {
        let why = requirements.and_then(|of| of.text(R::disabled_reason)).unwrap_or("unknown");
        all.push(missing("charges_disabled", why, None, resolution(why, asks)));
    }
    for name in every.iter().chain(needed) {
        match capability(account, in_v1(name)) {
            "active" => {}
            "inactive" => all.push(missing("capability_inactive", name, None, asks)),
            "pending" => all.push(missing("capability_pending", name, None, "wait")),
            _ => all.push(missing("capability_unrequested", name, None, "request_capability")),
        }
    }
    if let Some(requirements) = requirements {
        push_due(requirements, asks, &mut all);
        for field in requirements.texts(R::pending_verification) {
            all.push(missing("pending_verification", field, None, "wait"));
        }
    }
    Readiness { ready, missing: all }
}

pub(super) fn later(account: Given<'_>) -> Vec<Missing> {
    let mut all = Vec::new();
    let asks = asks(dashboard(account));
    if let Some(requirements) = account.record(A::future_requirements) {
        push_due(requirements, asks, &mut all);
        for field in requirements.texts(R::eventually_due) {
            if !all.iter().any(|due| due.detail == field) {
                all.push(missing("eventually_due", field, None, asks));
            }
        }
    }
    all
}

fn push_due(requirements: Given<'_>, asks: &'static str, all: &mut Vec<Missing>) {
    let deadline = requirements.integer(R::current_deadline);
    for error in requirements.records(R::errors) {
        type E = At<RequirementError>;
        let text = error.text(E::reason).or(error.text(E::code)).unwrap_or("unknown");
        all.push(missing("error", text, deadline, asks));
    }
    for field in requirements.texts(R::past_due) {
        all.push(missing("past_due", field, deadline, asks));
    }
    for field in requirements.texts(R::currently_due) {
        if !requirements.texts(R::past_due).any(|past| past == field) {
            all.push(missing("currently_due", field, deadline, asks));
        }
    }
}

/// Stripe's v1 grants `card_payments` only together with `transfers`. An onboarded account that has only one
/// of them was created through v2, where direct charges need no transfers.
fn is_made_by_v2(account: Given<'_>) -> bool {
    let is_past = |field| account.boolean(field) == Some(true);
    capability(account, "card_payments") != UNREQUESTED
        && capability(account, "transfers") == UNREQUESTED
        && (is_past(A::details_submitted) || is_past(A::payouts_enabled))
}

const UNREQUESTED: &str = "unrequested";

fn capability<'a>(account: Given<'a>, name: &str) -> &'a str {
    account.pairs(A::capabilities).find(|(key, _)| *key == name).map_or(UNREQUESTED, |(_, status)| status)
}

fn dashboard(account: Given<'_>) -> Option<&str> {
    account.record(A::controller)?.text(At::<AccountController>::stripe_dashboard)
}

fn resolution(why: &str, asks: &'static str) -> &'static str {
    match why {
        "requirements.past_due" | "action_required.requested_capabilities" => asks,
        "requirements.pending_verification" | "under_review" => "wait",
        _ => "contact_stripe",
    }
}
