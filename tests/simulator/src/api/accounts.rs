//! Connected accounts as the platform sees them: capabilities, and the links for merchants.

use serde_json::{Value, json};

use super::Asked;
use super::list::page;
use super::payments::no_expansion;
use crate::error::ApiError;
use crate::parameters::{
    CREATE_ACCOUNT_LINK, CREATE_ACCOUNT_SESSION, EXPAND_ONLY, LIST_ALL, UPDATE_CAPABILITY,
};
use crate::state::{Scope, Stripe};

/// How long a link or a client secret can be used, in seconds.
const VALID_FOR: i64 = 300;

/// `GET /v1/accounts/{id}`
pub(super) fn retrieve(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    on_platform(asked)?;
    stripe.account_object(id).ok_or_else(|| no_access(id))
}

/// `GET /v1/accounts/{id}/capabilities`
pub(super) fn capabilities(stripe: &Stripe, asked: &Asked<'_>, account: &str) -> Result<Value, ApiError> {
    let given = LIST_ALL.check(&asked.parameters)?;
    on_platform(asked)?;
    let island = stripe.island(&Scope::Connected(account.to_owned())).ok_or_else(|| no_access(account))?;
    let objects = island.capabilities.iter().rev().map(|capability| capability.object(account)).collect();
    let mut all = page(objects, &json!({ "limit": 100 }), &format!("/v1/accounts/{account}/capabilities"))?;
    no_expansion(&given)?;
    all["has_more"] = json!(false);
    Ok(all)
}

/// `GET /v1/accounts/{id}/capabilities/{capability}`
pub(super) fn capability(
    stripe: &Stripe,
    asked: &Asked<'_>,
    account: &str,
    name: &str,
) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    on_platform(asked)?;
    let island = stripe.island(&Scope::Connected(account.to_owned())).ok_or_else(|| no_access(account))?;
    let found = island.capabilities.iter().find(|capability| capability.name == name);
    found
        .map(|capability| capability.object(account))
        .ok_or_else(|| ApiError::missing("capability", name, "capability"))
}

/// `POST /v1/accounts/{id}/capabilities/{capability}`
pub(super) fn update_capability(
    stripe: &mut Stripe,
    asked: &Asked<'_>,
    account: &str,
    name: &str,
) -> Result<Value, ApiError> {
    let given = UPDATE_CAPABILITY.check(&asked.parameters)?;
    no_expansion(&given)?;
    on_platform(asked)?;
    stripe.account_object(account).ok_or_else(|| no_access(account))?;
    stripe.request_capability(account, name, given["requested"].as_bool(), &asked.cause)?;
    let island = stripe.island(&Scope::Connected(account.to_owned())).ok_or_else(|| no_access(account))?;
    let found = island.capabilities.iter().find(|capability| capability.name == name);
    Ok(found.map(|capability| capability.object(account)).unwrap_or_default())
}

/// `POST /v1/account_sessions`
pub(super) fn create_session(stripe: &mut Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = CREATE_ACCOUNT_SESSION.check(&asked.parameters)?;
    no_expansion(&given)?;
    on_platform(asked)?;
    let account = given["account"].as_str().unwrap_or_default();
    stripe.account_object(account).ok_or_else(|| no_access(account))?;
    if given["components"].as_object().is_none_or(serde_json::Map::is_empty) {
        return Err(ApiError::invalid("name at least one component").param("components"));
    }
    let secret = stripe.next_id("accs_secret__", 60);
    Ok(json!({
        "object": "account_session",
        "account": account,
        "client_secret": secret,
        "components": given["components"],
        "expires_at": stripe.now() + VALID_FOR,
        "livemode": false,
    }))
}

/// `POST /v1/account_links`
pub(super) fn create_link(stripe: &mut Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = CREATE_ACCOUNT_LINK.check(&asked.parameters)?;
    no_expansion(&given)?;
    on_platform(asked)?;
    let account = given["account"].as_str().unwrap_or_default();
    stripe.account_object(account).ok_or_else(|| no_access(account))?;
    for name in ["refresh_url", "return_url"] {
        super::create_session::check_url(&given, name)?;
    }
    let return_to = given["return_url"].as_str().unwrap_or_default().to_owned();
    let url = stripe.open_onboarding(account, return_to);
    Ok(json!({
        "object": "account_link",
        "created": stripe.now(),
        "expires_at": stripe.now() + VALID_FOR,
        "url": url,
    }))
}

/// `POST /v1/accounts/{id}/login_links`
pub(super) fn create_login_link(
    stripe: &mut Stripe,
    asked: &Asked<'_>,
    account: &str,
) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    on_platform(asked)?;
    let object = stripe.account_object(account).ok_or_else(|| no_access(account))?;
    if object["controller"]["stripe_dashboard"]["type"] != "express" {
        return Err(ApiError::invalid("only an account with the Express Dashboard has login links"));
    }
    let token = stripe.next_id("", 24);
    let url = format!("{}/express/{token}", stripe.base_url);
    Ok(json!({ "object": "login_link", "created": stripe.now(), "url": url }))
}

/// Accounts belong to the platform; a merchant has none.
fn on_platform(asked: &Asked<'_>) -> Result<(), ApiError> {
    match &asked.scope {
        Scope::Platform => Ok(()),
        Scope::Connected(_) => Err(ApiError::unknown_here("accounts through the Stripe-Account header")),
    }
}

fn no_access(id: &str) -> ApiError {
    let text = format!("the platform has no access to account '{id}', or there is no such account");
    ApiError::invalid(text).status(403).code("account_invalid")
}
