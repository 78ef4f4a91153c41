//! Payment method configurations: parents on the platform's account, children on the merchants'.

use serde_json::Value;

use super::list::page;
use super::payments::no_expansion;
use super::{Asked, island};
use crate::error::ApiError;
use crate::parameters::{CREATE_CONFIGURATION, EXPAND_ONLY, LIST_CONFIGURATIONS, UPDATE_CONFIGURATION};
use crate::state::{Configuration, Scope, Stripe, method_named};

/// `POST /v1/payment_method_configurations`
pub(super) fn create(stripe: &mut Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = CREATE_CONFIGURATION.check(&asked.parameters)?;
    no_expansion(&given)?;
    let preferences = preferences(&given)?;
    let id = stripe.next_id("pmc_1", 23);
    let name = given["name"].as_str().unwrap_or("New configuration");
    let parent = given["parent"].as_str();
    let mut configuration = match (parent, &asked.scope) {
        (Some(parent), Scope::Connected(_)) if stripe.parent_configuration(parent).is_some() => {
            Configuration::child(id.clone(), name, parent)
        }
        (Some(parent), Scope::Connected(_)) => {
            return Err(ApiError::missing("payment method configuration", parent, "parent").status(400));
        }
        (Some(_), Scope::Platform) => {
            let text = "a child is made on the merchant's account: send the Stripe-Account header";
            return Err(ApiError::invalid(text).param("parent"));
        }
        (None, Scope::Platform) => Configuration::parent(id.clone(), name),
        (None, Scope::Connected(_)) => {
            return Err(ApiError::unknown_here(
                "configurations of a merchant that are no child of the platform's",
            ));
        }
    };
    configuration.is_default = false;
    set(&mut configuration, &preferences);
    if let Some(island) = stripe.island_mut(&asked.scope) {
        island.configurations.push(configuration);
    }
    object(stripe, asked, &id)
}

/// `GET /v1/payment_method_configurations`
pub(super) fn list(stripe: &Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = LIST_CONFIGURATIONS.check(&asked.parameters)?;
    let wanted = |configuration: &&Configuration| {
        let application = configuration.parent.is_some().then_some("ca_simulator");
        given["active"].as_bool().is_none_or(|active| active == configuration.active)
            && given["application"].as_str().is_none_or(|wanted| application == Some(wanted))
    };
    let own = island(stripe, asked)?.configurations.iter().filter(wanted);
    let objects = own.filter_map(|one| stripe.configuration_object(&asked.scope, &one.id)).collect();
    page(objects, &given, "/v1/payment_method_configurations")
}

/// `GET /v1/payment_method_configurations/{id}`
pub(super) fn retrieve(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    object(stripe, asked, id)
}

/// `POST /v1/payment_method_configurations/{id}`
pub(super) fn update(stripe: &mut Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    let given = UPDATE_CONFIGURATION.check(&asked.parameters)?;
    no_expansion(&given)?;
    let preferences = preferences(&given)?;
    let own = stripe.island_mut(&asked.scope).map(|island| &mut island.configurations);
    let found = own.into_iter().flatten().find(|configuration| configuration.id == id);
    let configuration = found.ok_or_else(|| missing(id))?;
    if let Some(name) = given["name"].as_str() {
        name.clone_into(&mut configuration.name);
    }
    if let Some(active) = given["active"].as_bool() {
        configuration.active = active;
    }
    set(configuration, &preferences);
    object(stripe, asked, id)
}

fn object(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    stripe.configuration_object(&asked.scope, id).ok_or_else(|| missing(id))
}

fn missing(id: &str) -> ApiError {
    ApiError::missing("payment method configuration", id, "configuration")
}

/// Returns each named method with its new preference.
fn preferences(given: &Value) -> Result<Vec<(&'static str, &'static str)>, ApiError> {
    let fields = given.as_object().into_iter().flatten();
    let methods = fields.filter_map(|(name, field)| {
        Some((name, field.pointer("/display_preference/preference").and_then(Value::as_str)?))
    });
    methods
        .map(|(name, preference)| {
            let method = method_named(name).ok_or_else(|| {
                ApiError::unknown_here(format!("the payment method {name}")).param(name.as_str())
            })?;
            let preference = ["on", "off", "none"].into_iter().find(|known| *known == preference);
            Ok((method.key, preference.unwrap_or("none")))
        })
        .collect()
}

fn set(configuration: &mut Configuration, preferences: &[(&'static str, &'static str)]) {
    for (method, preference) in preferences {
        match *preference {
            "none" => configuration.preferences.remove(method),
            preference => configuration.preferences.insert(method, preference),
        };
    }
}
