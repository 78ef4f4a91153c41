//! Whether a merchant can take direct charges, and what is missing.

use crate::params::Metadata;
use crate::schema::data;

use super::{Account, Requirements};

data! {
    /// Whether a merchant can take direct charges now.
    #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
    pub struct Readiness {
        /// Whether it can: charges are enabled, and `card_payments` and `transfers` are active.
        pub ready: bool,
        /// What is in the way, the most urgent first.
        pub missing: Vec<Missing>,
    }
}

data! {
    /// Something that is in the way of a merchant.
    #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
    pub struct Missing {
        /// - `charges_disabled`: Stripe has turned payments off, `detail` says why;
        /// - `capability_unrequested`, `capability_inactive`, `capability_pending`: of the one in `detail`;
        /// - `past_due`, `currently_due`: an answer that Stripe needs, `detail` says which;
        /// - `pending_verification`: Stripe is looking at it;
        /// - `error`: an answer was wrong, `detail` is Stripe's text.
        pub code: String,
        /// What it is about.
        pub detail: String as personal,
        /// By when it is needed, in unix seconds, where Stripe says so.
        pub deadline: Option<i64>,
        /// What resolves it: `account_link` (make one and send the merchant there), `request_capability`
        /// (`capabilities.update`), `merchant_dashboard` (the merchant answers at Stripe), `wait`, or
        /// `contact_stripe`.
        pub resolved_by: String,
    }
}

/// Both go down together: where one is inactive, Stripe disables the other.
const EVERY_DIRECT_CHARGE: [&str; 2] = ["card_payments", "transfers"];

/// Whether a merchant can take direct charges now, and if not, what is missing, by when, and what
/// resolves it.
///
/// `needed` names the capabilities that this merchant is to have besides those that every direct charge
/// needs, such as `sepa_debit_payments`. Ask again whenever `account.updated` or `capability.updated` arrives: it is a pure function of the
/// account. A merchant can be ready while something has a deadline; then `missing` tells it.
#[must_use]
pub fn readiness<N: AsRef<str>>(account: &Account, needed: &[N]) -> Readiness {
    let active = |name: &str| account.capabilities.get(name) == Some("active");
    let ready = account.charges_enabled && EVERY_DIRECT_CHARGE.iter().all(|name| active(name));
    let empty = Requirements::default();
    let requirements = account.requirements.as_ref().unwrap_or(&empty);
    let asks = if collects(account) { "account_link" } else { "merchant_dashboard" };
    let mut missing = Vec::new();
    let mut push = |code: &str, detail: &str, deadline: Option<i64>, resolved_by: &str| {
        missing.push(Missing {
            code: code.to_owned(),
            detail: detail.to_owned(),
            deadline,
            resolved_by: resolved_by.to_owned(),
        });
    };

    if !account.charges_enabled {
        let why = requirements.disabled_reason.as_deref().unwrap_or("unknown");
        push("charges_disabled", why, None, resolution(why, asks));
    }
    for name in EVERY_DIRECT_CHARGE.into_iter().chain(needed.iter().map(AsRef::as_ref)) {
        match capability(&account.capabilities, name) {
            "active" => {}
            "inactive" => push("capability_inactive", name, None, asks),
            "pending" => push("capability_pending", name, None, "wait"),
            _ => push("capability_unrequested", name, None, "request_capability"),
        }
    }
    for error in &requirements.errors {
        let text = error.reason.as_deref().or(error.code.as_deref()).unwrap_or("unknown");
        push("error", text, requirements.current_deadline, asks);
    }
    for field in &requirements.past_due {
        push("past_due", field, requirements.current_deadline, asks);
    }
    for field in requirements.currently_due.iter().filter(|field| !requirements.past_due.contains(field)) {
        push("currently_due", field, requirements.current_deadline, asks);
    }
    for field in &requirements.pending_verification {
        push("pending_verification", field, None, "wait");
    }
    Readiness { ready, missing }
}

fn capability<'c>(capabilities: &'c Metadata, name: &str) -> &'c str {
    capabilities.get(name).unwrap_or("unrequested")
}

/// Whether a link of the platform's is the way to ask the merchant: everywhere but for accounts that
/// have a full Dashboard, where the merchant answers at Stripe.
fn collects(account: &Account) -> bool {
    let dashboard = account.controller.as_ref().and_then(|controller| controller.stripe_dashboard.as_deref());
    dashboard != Some("full")
}

fn resolution(why: &str, asks: &'static str) -> &'static str {
    match why {
        "requirements.past_due" | "action_required.requested_capabilities" => asks,
        "requirements.pending_verification" | "under_review" => "wait",
        _ => "contact_stripe",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ready(account: &str, needed: &[&str]) -> (bool, Vec<(String, String, String)>) {
        let account =
            Account::from_json(&format!(r#"{{"id":"acct_1","object":"account",{account}}}"#)).unwrap();
        let readiness = readiness(&account, needed);
        let missing = readiness.missing.into_iter();
        (
            readiness.ready,
            missing.map(|missing| (missing.code, missing.detail, missing.resolved_by)).collect(),
        )
    }

    fn texts(missing: &[(String, String, String)]) -> Vec<(&str, &str, &str)> {
        missing.iter().map(|(code, detail, by)| (&**code, &**detail, &**by)).collect()
    }

    #[test]
    fn a_merchant_that_is_ready_can_still_lack_a_method() {
        let account = r#""charges_enabled":true,"capabilities":{"card_payments":"active","transfers":"active"},"controller":{"stripe_dashboard":{"type":"express"}}"#;
        assert_eq!(ready(account, &[]), (true, vec![]));
        let (is_ready, missing) = ready(account, &["klarna_payments"]);
        assert!(is_ready);
        assert_eq!(texts(&missing), [("capability_unrequested", "klarna_payments", "request_capability")]);
    }

    #[test]
    fn one_inactive_capability_takes_both_down() {
        let account = r#""charges_enabled":true,"capabilities":{"card_payments":"inactive","transfers":"pending"},"controller":{"stripe_dashboard":{"type":"full"}}"#;
        let (is_ready, missing) = ready(account, &[]);
        assert!(!is_ready);
        assert_eq!(
            texts(&missing),
            [
                ("capability_inactive", "card_payments", "merchant_dashboard"),
                ("capability_pending", "transfers", "wait"),
            ]
        );
    }

    #[test]
    fn what_stripe_asks_for_is_told_once_with_its_deadline() {
        let account = r#""charges_enabled":false,"capabilities":{},"requirements":{"disabled_reason":"requirements.past_due","current_deadline":1793000000,
            "currently_due":["external_account","person.dob"],"past_due":["external_account"],"pending_verification":["company.name"],
            "errors":[{"code":"invalid_address","reason":"The street is unknown.","requirement":"company.address"}]}"#;
        let (is_ready, missing) = ready(account, &[]);
        assert!(!is_ready);
        assert_eq!(
            texts(&missing),
            [
                ("charges_disabled", "requirements.past_due", "account_link"),
                ("capability_unrequested", "card_payments", "request_capability"),
                ("capability_unrequested", "transfers", "request_capability"),
                ("error", "The street is unknown.", "account_link"),
                ("past_due", "external_account", "account_link"),
                ("currently_due", "person.dob", "account_link"),
                ("pending_verification", "company.name", "wait"),
            ]
        );
        let (_, rejected) =
            ready(r#""charges_enabled":false,"requirements":{"disabled_reason":"rejected.fraud"}"#, &[]);
        assert_eq!(rejected[0].2, "contact_stripe");
    }
}
