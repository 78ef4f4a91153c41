//! Whether a merchant can accept direct charges, and what is missing.

mod v1;
mod v2;

use crate::schema::{Given, Record, View, data};

use super::{Account, V2Account};

data! {
    /// Whether a merchant can accept direct charges now.
    #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
    pub struct Readiness {
        /// Whether it is ready. In v1: charges are enabled, and `card_payments` and `transfers` are active.
        /// In v2: `card_payments` of the merchant configuration is active; `transfers` does not matter.
        pub ready: bool,
        /// What is missing, most urgent first.
        pub missing: Vec<Missing>,
    }
}

data! {
    /// Something that is missing.
    #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
    pub struct Missing {
        /// - `charges_disabled`: Stripe has disabled payments; `detail` says why;
        /// - `capability_unrequested`, `capability_inactive`, `capability_pending`: the status of the
        ///   capability in `detail`;
        /// - `past_due`, `currently_due`, and later on `eventually_due`: information that Stripe requires;
        ///   `detail` says which;
        /// - `pending_verification`: under review by Stripe;
        /// - `error`: information was rejected; `detail` is Stripe's message;
        /// - `configuration_unapplied`: the account's configuration in `detail` is turned off;
        /// - `account_closed`: nothing can be done with the account any more;
        /// - `not_included`: the account was retrieved without the field in `detail`, so its state is
        ///   unknown.
        pub code: String,
        /// The capability, requirement or message that it concerns.
        pub detail: String as personal,
        /// The deadline in unix seconds, if Stripe sets one.
        pub deadline: Option<i64>,
        /// What resolves it: `account_link` (create one and redirect the merchant to it),
        /// `request_capability` (`accounts.capabilities.update`, in v2 `v2.core.accounts.update`),
        /// `merchant_dashboard` (the merchant submits it in Stripe's Dashboard), `wait`, or `contact_stripe`;
        /// in v2 also `apply_configuration` (`v2.core.accounts.update`), `read_account` (with `include`), and
        /// `new_account`.
        pub resolved_by: String,
    }
}

/// A merchant's account as it was retrieved: of v1, of v2, or [either](crate::merchants::MerchantAccount).
#[derive(Clone, Copy)]
pub struct AccountRef<'a> {
    record: &'static Record,
    view: &'a dyn View,
}

impl<'a> AccountRef<'a> {
    pub(crate) fn of(record: &'static Record, view: &'a dyn View) -> Self {
        AccountRef { record, view }
    }

    pub(super) fn is_v2(self) -> bool {
        self.record.name == V2Account::RECORD.name
    }

    pub(super) fn given(self) -> Given<'a> {
        Given(self.view)
    }

    pub(super) fn id(self) -> &'a str {
        let index = self.record.index("id");
        index.and_then(|index| self.given().text(index)).unwrap_or_default()
    }
}

impl std::fmt::Debug for AccountRef<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

impl<'a> From<&'a Account> for AccountRef<'a> {
    fn from(account: &'a Account) -> Self {
        AccountRef::of(Account::RECORD, account)
    }
}

impl<'a> From<&'a V2Account> for AccountRef<'a> {
    fn from(account: &'a V2Account) -> Self {
        AccountRef::of(V2Account::RECORD, account)
    }
}

/// Returns whether a merchant can accept direct charges now, and if not, what is missing, by when, and what
/// resolves it.
///
/// The account is of v1 or of v2; one of v2 must have been retrieved with `configuration.merchant` and
/// `requirements` in `include`, see [`RetrieveV2Account::merchant`](super::RetrieveV2Account::merchant).
/// `needed` names further capabilities that this merchant should have, such as `sepa_debit_payments`, beyond
/// those that every direct charge needs. Call this whenever an outcome is `account_changed` or
/// `capability_changed`: it is a pure function of the account. A merchant can be ready while a requirement
/// has a deadline, which `missing` then contains.
#[must_use]
pub fn readiness<'a, N: AsRef<str>>(account: impl Into<AccountRef<'a>>, needed: &[N]) -> Readiness {
    let needed: Vec<&str> = needed.iter().map(AsRef::as_ref).collect();
    of(account.into(), &needed)
}

pub(crate) fn of(account: AccountRef<'_>, needed: &[&str]) -> Readiness {
    if account.is_v2() {
        v2::readiness(account.given(), needed)
    } else {
        v1::readiness(account.given(), needed)
    }
}

/// Returns what Stripe will require at a later date.
pub(super) fn later(account: AccountRef<'_>) -> Vec<Missing> {
    if account.is_v2() { v2::later(account.given()) } else { v1::later(account.given()) }
}

fn missing(code: &str, detail: &str, deadline: Option<i64>, resolved_by: &str) -> Missing {
    Missing {
        code: code.to_owned(),
        detail: detail.to_owned(),
        deadline,
        resolved_by: resolved_by.to_owned(),
    }
}

/// Returns how information is collected: with an account link, except that a merchant with a full Dashboard
/// submits it there.
fn asks(dashboard: Option<&str>) -> &'static str {
    if dashboard == Some("full") { "merchant_dashboard" } else { "account_link" }
}

/// The names that differ: in v1 and in v2.
const RENAMED: [(&str, &str); 2] = [
    ("us_bank_account_ach_payments", "ach_debit_payments"),
    ("transfers", "stripe_balance.stripe_transfers"),
];

/// Returns a capability's name in v2.
pub(super) fn in_v2(name: &str) -> &str {
    RENAMED.iter().find(|(old, _)| *old == name).map_or(name, |(_, new)| new)
}

/// Returns a capability's name in v1.
pub(super) fn in_v1(name: &str) -> &str {
    RENAMED.iter().find(|(_, new)| *new == name).map_or(name, |(old, _)| old)
}

#[cfg(test)]
mod tests {
    use super::Account;

    fn ready(account: &str, needed: &[&str]) -> (bool, Vec<(String, String, String)>) {
        let account =
            Account::from_json(&format!(r#"{{"id":"acct_1","object":"account",{account}}}"#)).unwrap();
        let readiness = super::readiness(&account, needed);
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
