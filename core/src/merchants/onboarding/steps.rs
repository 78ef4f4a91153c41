//! The calls of a merchant's onboarding, each as an operation's name and its parameters.

use crate::json::Json;
use crate::merchants::readiness::{AccountRef, in_v1, in_v2};
use crate::merchants::v2::{READINESS, is_of_v2};

use super::OnboardingStep;

/// Without an account yet.
pub(super) fn create(needed: &[&str]) -> OnboardingStep {
    let asked = ["card_payments"].iter().chain(needed).map(|name| in_v2(name));
    let mut params = Vec::new();
    push_capabilities(&mut params, asked);
    params.push(("include".to_owned(), included()));
    call("create_account", "v2.core.accounts.create", params)
}

/// Returns the step that resolves what `details` names.
pub(super) fn step(
    account: AccountRef<'_>,
    action: &str,
    details: &mut dyn Iterator<Item = &str>,
    needed: &[&str],
    [refresh_url, return_url]: [Option<&str>; 2],
    deadline: Option<i64>,
) -> OnboardingStep {
    let id = || ("id".to_owned(), text(account.id()));
    let step = match (action, account.is_v2()) {
        ("new_account", _) => create(needed),
        ("read_account", _) => {
            call(action, "v2.core.accounts.retrieve", vec![id(), ("include".to_owned(), included())])
        }
        ("apply_configuration", _) => {
            let applied = object([("merchant", object([("applied", Json::Bool(true))]))]);
            let params =
                vec![id(), ("configuration".to_owned(), applied), ("include".to_owned(), included())];
            call(action, "v2.core.accounts.update", params)
        }
        ("request_capability", true) => request_v2(account, details),
        ("request_capability", false) => request_v1(account, details),
        ("account_link", true) => {
            let urls = object(
                [("refresh_url", refresh_url), ("return_url", return_url)]
                    .into_iter()
                    .filter_map(|(name, url)| Some((name, text(url?)))),
            );
            let case = object([("type", text("account_onboarding")), ("account_onboarding", urls)]);
            let params = vec![("account".to_owned(), text(account.id())), ("use_case".to_owned(), case)];
            call(action, "v2.core.account_links.create", params)
        }
        ("account_link", false) => {
            let mut params = vec![
                ("account".to_owned(), text(account.id())),
                ("type".to_owned(), text("account_onboarding")),
            ];
            for (name, url) in [("refresh_url", refresh_url), ("return_url", return_url)] {
                params.extend(url.map(|url| (name.to_owned(), text(url))));
            }
            call(action, "account_links.create", params)
        }
        _ => OnboardingStep { action: action.to_owned(), ..OnboardingStep::default() },
    };
    OnboardingStep { deadline, ..step }
}

/// Requests everything that v2 has in one call, and the capabilities that only v1 has one by one.
fn request_v2(account: AccountRef<'_>, details: &mut dyn Iterator<Item = &str>) -> OnboardingStep {
    let wanted: Vec<&str> = details.map(in_v2).collect();
    let mut params = vec![("id".to_owned(), text(account.id()))];
    let of_v2 = |name: &&str| is_of_v2(name) || *name == TRANSFERS;
    if !wanted.iter().any(of_v2) {
        return request_one(account, wanted.first().copied().unwrap_or_default());
    }
    push_capabilities(&mut params, wanted.into_iter().filter(of_v2));
    params.push(("include".to_owned(), included()));
    call("request_capability", "v2.core.accounts.update", params)
}

/// Requests the two that direct charges need in one call, since Stripe grants neither alone; all others one
/// by one.
fn request_v1(account: AccountRef<'_>, details: &mut dyn Iterator<Item = &str>) -> OnboardingStep {
    let first = in_v1(details.next().unwrap_or_default());
    if !matches!(first, "card_payments" | "transfers") {
        return request_one(account, first);
    }
    let both = object(["card_payments", "transfers"].map(|name| (name, requested())));
    let params = vec![("id".to_owned(), text(account.id())), ("capabilities".to_owned(), both)];
    call("request_capability", "accounts.update", params)
}

fn request_one(account: AccountRef<'_>, name: &str) -> OnboardingStep {
    let params = vec![
        ("account".to_owned(), text(account.id())),
        ("id".to_owned(), text(name)),
        ("requested".to_owned(), Json::Bool(true)),
    ];
    call("request_capability", "accounts.capabilities.update", params)
}

const TRANSFERS: &str = "stripe_balance.stripe_transfers";

/// Adds the merchant's capabilities by name, and the recipient's by its path.
fn push_capabilities<'n>(params: &mut Vec<(String, Json)>, names: impl Iterator<Item = &'n str>) {
    let (mut asked, mut transfers) = (Vec::new(), false);
    for name in names {
        transfers |= name == TRANSFERS;
        if is_of_v2(name) && !asked.iter().any(|(other, _)| other == name) {
            asked.push((name.to_owned(), requested()));
        }
    }
    if !asked.is_empty() {
        let merchant = object([("merchant", object([("capabilities", Json::Object(asked))]))]);
        params.push(("configuration".to_owned(), merchant));
    }
    if transfers {
        let path = ["configuration.recipient.capabilities.", TRANSFERS, ".requested"].concat();
        params.push(("extra".to_owned(), Json::Object(vec![(path, text("true"))])));
    }
}

fn requested() -> Json {
    object([("requested", Json::Bool(true))])
}

fn included() -> Json {
    Json::List(READINESS.iter().map(|name| text(name)).collect())
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn object<'n>(members: impl IntoIterator<Item = (&'n str, Json)>) -> Json {
    Json::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn call(action: &str, operation: &str, params: Vec<(String, Json)>) -> OnboardingStep {
    let mut written = String::new();
    Json::Object(params).write(&mut written);
    OnboardingStep {
        action: action.to_owned(),
        operation: Some(operation.to_owned()),
        params: Some(written),
        deadline: None,
    }
}
