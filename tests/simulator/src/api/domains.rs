//! Payment method domains.

use serde_json::Value;

use super::list::{only, page};
use super::payments::no_expansion;
use super::{Asked, island};
use crate::error::ApiError;
use crate::parameters::{CREATE_DOMAIN, EXPAND_ONLY, LIST_DOMAINS, UPDATE_DOMAIN};
use crate::state::{Domain, Stripe};

/// `POST /v1/payment_method_domains`
pub(super) fn create(stripe: &mut Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = CREATE_DOMAIN.check(&asked.parameters)?;
    no_expansion(&given)?;
    let name = given["domain_name"].as_str().unwrap_or_default().to_owned();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    if !name.contains('.') || !name.chars().all(plain) {
        return Err(ApiError::invalid("domain_name is not a domain").param("domain_name"));
    }
    let (id, created) = (stripe.next_id("pmd_1", 23), stripe.now());
    let enabled = given["enabled"].as_bool().unwrap_or(true);
    let Some(island) = stripe.island_mut(&asked.scope) else { return Err(missing(&id)) };
    if let Some(known) = island.domains.iter_mut().find(|domain| domain.name == name) {
        known.enabled = enabled;
        return Ok(known.object());
    }
    let domain = Domain { id, name, enabled, created };
    let object = domain.object();
    island.domains.push(domain);
    Ok(object)
}

/// `GET /v1/payment_method_domains`
pub(super) fn list(stripe: &Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = LIST_DOMAINS.check(&asked.parameters)?;
    let objects = island(stripe, asked)?.domains.iter().map(Domain::object).collect();
    let objects = only(only(objects, "domain_name", &given), "enabled", &given);
    page(objects, &given, "/v1/payment_method_domains")
}

/// `GET /v1/payment_method_domains/{id}`
pub(super) fn retrieve(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    let found = island(stripe, asked)?.domains.iter().find(|domain| domain.id == id);
    found.map(Domain::object).ok_or_else(|| missing(id))
}

/// `POST /v1/payment_method_domains/{id}`, and `…/validate`, which always succeeds here.
pub(super) fn update(stripe: &mut Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    let given = UPDATE_DOMAIN.check(&asked.parameters)?;
    no_expansion(&given)?;
    let domains = stripe.island_mut(&asked.scope).map(|island| &mut island.domains);
    let found = domains.into_iter().flatten().find(|domain| domain.id == id);
    let domain = found.ok_or_else(|| missing(id))?;
    if let Some(enabled) = given["enabled"].as_bool() {
        domain.enabled = enabled;
    }
    Ok(domain.object())
}

fn missing(id: &str) -> ApiError {
    ApiError::missing("payment method domain", id, "payment_method_domain")
}
