//! What a merchant still has to go through until it takes payments, one step at a time.

mod steps;

use crate::error::{Error, Fault};
use crate::operation::AnyOperation;
use crate::params::check_web_address;
#[cfg(any(test, feature = "bindings"))]
use crate::schema::Given;
use crate::schema::{data, parameters, record};

use super::readiness::{self, AccountRef, Missing};

record! {
    /// What a merchant is to be led to, and by which pages of yours.
    #[derive(Eq)]
    pub struct OnboardingOptions {
        /// The capabilities that this merchant is to have besides those that every direct charge needs, such as
        /// `sepa_debit_payments`.
        pub needed: Vec<String>,
        /// Where the merchant goes if a link is spent or expired: make a new one there.
        pub refresh_url: Option<String> as personal,
        /// Where the merchant comes back to.
        pub return_url: Option<String> as personal,
    }
}

data! {
    /// Where a merchant is on the way to taking payments, and what comes next.
    #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
    pub struct Onboarding {
        /// - `new`: there is no account;
        /// - `unread`: it was read without the parts that say how it stands;
        /// - `unrequested`: what it needs was not asked for, or is turned off;
        /// - `details_needed`: the merchant has to answer Stripe's questions;
        /// - `in_review`: Stripe is looking at the answers;
        /// - `blocked`: only Stripe can say how to go on;
        /// - `ready`: it takes payments, though there may be something to do to keep it so;
        /// - `closed`: the account is closed.
        pub stage: String [closed("new,unread,unrequested,details_needed,in_review,blocked,ready,closed")],
        /// Whether it takes payments.
        pub ready: bool,
        /// What to do now; absent where there is nothing to do.
        pub next: Option<OnboardingStep>,
        /// What is in the way, as [`readiness`](super::readiness) tells it.
        pub missing: Vec<Missing>,
        /// What Stripe will need to know from a later date on.
        pub later: Vec<Missing>,
    }
}

data! {
    /// What to do next for a merchant.
    #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
    pub struct OnboardingStep {
        /// - `create_account`, `read_account`, `apply_configuration`, `request_capability`: make the call;
        /// - `account_link`: make the call when the merchant clicks, and send it to the link's `url`;
        /// - `merchant_dashboard`: the merchant answers at Stripe;
        /// - `wait`: for an event that the account has changed;
        /// - `contact_stripe`: only Stripe can help.
        pub action: String [closed("create_account,read_account,apply_configuration,request_capability,account_link,merchant_dashboard,wait,contact_stripe")],
        /// The call, on the platform's own account: an operation by name. A new account is told more than is in
        /// `params`: who the merchant is, which Dashboard it gets, and who pays for what.
        pub operation: Option<String>,
        /// The call's parameters, as JSON.
        pub params: Option<String> as personal,
        /// By when, in unix seconds, where Stripe says so.
        pub deadline: Option<i64>,
    }
}

impl OnboardingOptions {
    /// Reads the options from a JSON object.
    ///
    /// Errors: `invalid_json`, `unknown_parameter`, `wrong_type`.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        parameters::from_json(Self::RECORD, text)
    }
}

impl OnboardingStep {
    /// The call that is to be made, if there is one.
    ///
    /// Errors: those of [`AnyOperation::from_json`].
    pub fn call(&self) -> Result<Option<AnyOperation>, Error> {
        match (&self.operation, &self.params) {
            (Some(operation), Some(params)) => AnyOperation::from_json(operation, params).map(Some),
            _ => Ok(None),
        }
    }
}

/// Where a merchant is on the way to taking payments, and what comes next: which call, or which link. Without an
/// account it begins with one of v2: `onboard(None::<AccountRef>, &options)`.
///
/// Ask again after each step, with the account as it is then: it is a pure function of the account.
///
/// Error `invalid_url` for an address of the options that is none.
pub fn onboard<'a>(
    account: Option<impl Into<AccountRef<'a>>>,
    options: &OnboardingOptions,
) -> Result<Onboarding, Error> {
    let needed: Vec<&str> = options.needed.iter().map(String::as_str).collect();
    let urls = [options.refresh_url.as_deref(), options.return_url.as_deref()];
    of(account.map(Into::into), &needed, urls)
}

/// The same, by description.
pub(crate) fn of(
    account: Option<AccountRef<'_>>,
    needed: &[&str],
    urls: [Option<&str>; 2],
) -> Result<Onboarding, Error> {
    let mut faults: Vec<Fault> = Vec::new();
    for (url, at) in urls.into_iter().zip(["refresh_url", "return_url"]) {
        check_web_address(url, at, &mut faults);
    }
    if !faults.is_empty() {
        return Err(Error::of_faults(faults));
    }
    let Some(account) = account else {
        let next = Some(steps::create(needed));
        return Ok(Onboarding { stage: "new".to_owned(), next, ..Onboarding::default() });
    };
    let found = readiness::of(account, needed);
    let later = readiness::later(account);
    let most_urgent = most_urgent(&found.missing).or_else(|| most_urgent(&later));
    let stage = match (found.ready, most_urgent) {
        (true, _) => "ready",
        (false, Some("new_account")) => "closed",
        (false, Some("read_account")) => "unread",
        (false, Some("request_capability" | "apply_configuration")) => "unrequested",
        (false, Some("account_link" | "merchant_dashboard")) => "details_needed",
        (false, Some("wait")) => "in_review",
        (false, _) => "blocked",
    };
    let next = most_urgent.map(|action| {
        let all = || found.missing.iter().chain(&later).filter(|one| one.resolved_by == action);
        let deadline = all().filter_map(|one| one.deadline).min();
        steps::step(account, action, &mut all().map(|one| &*one.detail), needed, urls, deadline)
    });
    Ok(Onboarding { stage: stage.to_owned(), ready: found.ready, next, missing: found.missing, later })
}

/// What resolves the first thing to be done: Stripe's own refusal makes everything else vain, and what is asked of
/// the merchant depends on what was requested.
fn most_urgent(missing: &[Missing]) -> Option<&str> {
    const ORDER: [&str; 8] = [
        "new_account",
        "read_account",
        "apply_configuration",
        "request_capability",
        "account_link",
        "merchant_dashboard",
        "contact_stripe",
        "wait",
    ];
    let is_refused = |one: &&Missing| {
        one.code == "charges_disabled" && one.resolved_by == "contact_stripe" && one.detail != "unknown"
    };
    if let Some(refused) = missing.iter().find(is_refused) {
        return Some(&refused.resolved_by);
    }
    ORDER.into_iter().find(|action| missing.iter().any(|one| one.resolved_by == *action))
}

/// The needed capabilities of options that came as JSON, and their addresses.
#[cfg(any(test, feature = "bindings"))]
pub(crate) fn options_of(given: Given<'_>) -> (Vec<&str>, [Option<&str>; 2]) {
    type F = crate::schema::At<OnboardingOptions>;
    (given.texts(F::needed).collect(), [given.text(F::refresh_url), given.text(F::return_url)])
}
