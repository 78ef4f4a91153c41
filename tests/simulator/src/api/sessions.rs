//! Retrieving and expiring sessions; retrieving payment intents.

use serde_json::Value;

use super::list::page;
use super::{Asked, island};
use crate::error::ApiError;
use crate::parameters::{EXPAND_ONLY, LIST};
use crate::state::{Island, PaymentIntent, Session, Stripe};

/// `GET /v1/checkout/sessions/{id}`
pub(super) fn retrieve(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    let given = EXPAND_ONLY.check(&asked.parameters)?;
    let island = island(stripe, asked)?;
    expanded(island, session(island, id)?, &given)
}

/// `POST /v1/checkout/sessions/{id}/expire`
pub(super) fn expire(stripe: &mut Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    let given = EXPAND_ONLY.check(&asked.parameters)?;
    check_expansions(&given)?;
    stripe.expire(&asked.scope, id, asked.cause.clone())?;
    let island = island(stripe, asked)?;
    expanded(island, session(island, id)?, &given)
}

/// `GET /v1/checkout/sessions/{id}/line_items`
pub(super) fn line_items(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    let given = LIST.check(&asked.parameters)?;
    let session = session(island(stripe, asked)?, id)?;
    // The lines are in the order of the purchase, which is the order of this list.
    let items = session.line_items.iter().rev().map(|item| item.object(&session.currency, session.created));
    page(items.collect(), &given, &format!("/v1/checkout/sessions/{id}/line_items"))
}

/// `GET /v1/payment_intents/{id}`
pub(super) fn payment_intent(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    let given = EXPAND_ONLY.check(&asked.parameters)?;
    if let Some(name) = expansions(&given).next() {
        return Err(
            ApiError::unknown_here(format!("how to expand '{name}' of a payment intent")).param("expand")
        );
    }
    let intent = island(stripe, asked)?.payment_intents.get(id);
    intent.map(PaymentIntent::object).ok_or_else(|| ApiError::missing("payment_intent", id, "intent"))
}

/// The session with what `expand[]` asks for.
pub(super) fn expanded(island: &Island, session: &Session, given: &Value) -> Result<Value, ApiError> {
    check_expansions(given)?;
    let mut object = session.object();
    for name in expansions(given) {
        if name == "line_items" {
            object["line_items"] = session.line_items_page();
        }
        if name == "payment_intent"
            && let Some(id) = &session.payment_intent
            && let Some(intent) = island.payment_intents.get(id)
        {
            object["payment_intent"] = intent.object();
        }
        let found = match (name, object[name].as_str()) {
            ("customer", Some(id)) => island.customers.iter().find(|one| one["id"] == id).cloned(),
            ("invoice", Some(id)) => island.invoices.iter().find(|one| one.id == id).map(|one| one.object()),
            ("subscription", Some(id)) => {
                island.subscriptions.iter().find(|one| one.id == id).map(|one| one.object())
            }
            _ => None,
        };
        if let Some(found) = found {
            object[name] = found;
        }
    }
    Ok(object)
}

/// Checks that every `expand[]` is supported, before a request changes anything.
pub(super) fn check_expansions(given: &Value) -> Result<(), ApiError> {
    for name in expansions(given) {
        match name.split('.').next() {
            Some("line_items" | "payment_intent") if !name.contains('.') => {}
            // Some are always null here, and null expands to null.
            Some("customer" | "invoice" | "payment_link" | "setup_intent" | "subscription")
                if !name.contains('.') => {}
            Some("line_items" | "payment_intent") => {
                return Err(
                    ApiError::unknown_here(format!("how to expand '{name}' of a session")).param("expand")
                );
            }
            _ => {
                return Err(
                    ApiError::invalid(format!("'{name}' of a session cannot be expanded")).param("expand")
                );
            }
        }
    }
    Ok(())
}

fn expansions(given: &Value) -> impl Iterator<Item = &str> {
    given.get("expand").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

fn session<'a>(island: &'a Island, id: &str) -> Result<&'a Session, ApiError> {
    island.sessions.get(id).ok_or_else(|| ApiError::missing("checkout.session", id, "session"))
}
