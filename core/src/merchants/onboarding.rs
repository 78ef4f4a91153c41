//! The steps of a merchant's onboarding, one at a time, up to the first payment.

mod steps;

use crate::error::{Error, Fault};
use crate::operation::AnyOperation;
use crate::params::check_web_address;
#[cfg(any(test, feature = "bindings"))]
use crate::schema::Given;
use crate::schema::{data, parameters, record};

use super::readiness::{self, AccountRef, Missing};

record! {
    /// What the merchant needs, and the pages of yours that it returns to.
    #[derive(Eq)]
    pub struct OnboardingOptions {
        /// Further capabilities that this merchant should have, such as `sepa_debit_payments`, beyond those
        /// that every direct charge needs.
        pub needed: Vec<String>,
        /// Where the merchant goes if a link was used or has expired: create a new one there.
        pub refresh_url: Option<String> as personal,
        /// Where the merchant returns to.
        pub return_url: Option<String> as personal,
    }
}

data! {
    /// The state of a merchant's onboarding, and the next step.
    #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
    pub struct Onboarding {
        /// - `new`: there is no account;
        /// - `unread`: it was retrieved without the fields that show its state;
        /// - `unrequested`: a needed capability was not requested, or is turned off;
        /// - `details_needed`: Stripe requires information from the merchant;
        /// - `in_review`: Stripe is reviewing the information;
        /// - `blocked`: only Stripe can say how to continue;
        /// - `ready`: it can accept payments, although something may be required to keep it that way;
        /// - `closed`: the account is closed.
        pub stage: String [closed("new,unread,unrequested,details_needed,in_review,blocked,ready,closed")],
        /// Whether it can accept payments.
        pub ready: bool,
        /// What to do now; absent if there is nothing to do.
        pub next: Option<OnboardingStep>,
        /// What is missing, as in [`readiness`](super::readiness).
        pub missing: Vec<Missing>,
        /// What Stripe will require at a later date.
        pub later: Vec<Missing>,
    }
}

data! {
    /// The next step of a merchant's onboarding.
    #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
    pub struct OnboardingStep {
        /// - `create_account`, `read_account`, `apply_configuration`, `request_capability`: make the call;
        /// - `account_link`: make the call when the merchant clicks, and redirect to the link's `url`;
        /// - `merchant_dashboard`: the merchant submits the information in Stripe's Dashboard;
        /// - `wait`: for an event about a change of the account;
        /// - `contact_stripe`: only Stripe can help.
        pub action: String [closed("create_account,read_account,apply_configuration,request_capability,account_link,merchant_dashboard,wait,contact_stripe")],
        /// The operation of the call, by name, on the platform's own account. For a new account, add to
        /// `params` who the merchant is, which Dashboard it gets, and who pays for what.
        pub operation: Option<String>,
        /// The call's parameters, as JSON.
        pub params: Option<String> as personal,
        /// The deadline in unix seconds, if Stripe sets one.
        pub deadline: Option<i64>,
    }
}

impl OnboardingOptions {
    /// Parses the options from a JSON object.
    ///
    /// Errors: `invalid_json`, `unknown_parameter`, `wrong_type`.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        parameters::from_json(Self::RECORD, text)
    }
}

impl OnboardingStep {
    /// Returns the call to make, if there is one.
    ///
    /// Errors: those of [`AnyOperation::from_json`].
    pub fn call(&self) -> Result<Option<AnyOperation>, Error> {
        match (&self.operation, &self.params) {
            (Some(operation), Some(params)) => AnyOperation::from_json(operation, params).map(Some),
            _ => Ok(None),
        }
    }
}

/// Returns the state of a merchant's onboarding and the next step: a call, or a link. Without an account, it
/// starts with one of v2: `onboard(None::<AccountRef>, &options)`.
///
/// Call this again after each step with the current account: it is a pure function of the account.
///
/// Error `invalid_url` for an invalid URL in the options.
pub fn onboard<'a>(
    account: Option<impl Into<AccountRef<'a>>>,
    options: &OnboardingOptions,
) -> Result<Onboarding, Error> {
    let needed: Vec<&str> = options.needed.iter().map(String::as_str).collect();
    let urls = [options.refresh_url.as_deref(), options.return_url.as_deref()];
    of(account.map(Into::into), &needed, urls)
}

/// Does the same for any record.
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

/// Returns what resolves the first problem: if Stripe has rejected the account nothing else helps, and what
/// the merchant must submit depends on what was requested.
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

/// Reads the needed capabilities and the URLs of options that were given as JSON.
#[cfg(any(test, feature = "bindings"))]
pub(crate) fn options_of(given: Given<'_>) -> (Vec<&str>, [Option<&str>; 2]) {
    type F = crate::schema::At<OnboardingOptions>;
    (given.texts(F::needed).collect(), [given.text(F::refresh_url), given.text(F::return_url)])
}
