//! The objects of payments: payment intents, charges, refunds, balance transactions.

use serde_json::{Value, json};

use super::list::{only, page};
use super::{Asked, island};
use crate::error::ApiError;
use crate::parameters::{
    CREATE_REFUND, EXPAND_ONLY, LIST_CHARGES, LIST_OF_PAYMENT, LIST_PAYMENT_INTENTS, LIST_SESSIONS,
    METADATA_ONLY,
};
use crate::state::{RefundOrder, Stripe};

/// `GET /v1/checkout/sessions`
pub(super) fn list_sessions(stripe: &Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = LIST_SESSIONS.check(&asked.parameters)?;
    let mut sessions: Vec<_> = island(stripe, asked)?.sessions.values().collect();
    sessions.sort_by_key(|session| session.created);
    let objects = sessions.into_iter().map(|session| session.object()).collect();
    let objects = only(only(objects, "status", &given), "payment_intent", &given);
    page(objects, &given, "/v1/checkout/sessions")
}

/// `GET /v1/payment_intents`
pub(super) fn list_intents(stripe: &Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = LIST_PAYMENT_INTENTS.check(&asked.parameters)?;
    let mut intents: Vec<_> = island(stripe, asked)?.payment_intents.values().collect();
    intents.sort_by_key(|intent| intent.created);
    page(intents.into_iter().map(|intent| intent.object()).collect(), &given, "/v1/payment_intents")
}

/// `GET /v1/charges`
pub(super) fn list_charges(stripe: &Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = LIST_CHARGES.check(&asked.parameters)?;
    let charges = island(stripe, asked)?.charges.iter().map(|charge| charge.object()).collect();
    page(only(charges, "payment_intent", &given), &given, "/v1/charges")
}

/// `GET /v1/charges/{id}`
pub(super) fn charge(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    let charge = island(stripe, asked)?.charges.iter().find(|charge| charge.id == id);
    charge.map(|charge| charge.object()).ok_or_else(|| ApiError::missing("charge", id, "id"))
}

/// `GET /v1/balance_transactions/{id}`
pub(super) fn balance_transaction(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    let found = island(stripe, asked)?.transactions.iter().find(|transaction| transaction.id == id);
    found
        .map(|transaction| transaction.object())
        .ok_or_else(|| ApiError::missing("balance transaction", id, "id"))
}

/// `POST /v1/refunds`
pub(super) fn create_refund(stripe: &mut Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = CREATE_REFUND.check(&asked.parameters)?;
    no_expansion(&given)?;
    let text = |name: &str| given.get(name).and_then(Value::as_str).map(str::to_owned);
    let of = match (text("payment_intent"), text("charge")) {
        (Some(id), None) | (None, Some(id)) => id,
        (Some(_), Some(_)) => {
            let refused = ApiError::invalid("give payment_intent or charge, not both");
            return Err(refused.code("parameters_exclusive").param("charge"));
        }
        (None, None) => {
            let refused = ApiError::invalid("a refund needs a payment_intent or a charge");
            return Err(refused.code("parameter_missing").param("payment_intent"));
        }
    };
    let amount = given.get("amount").and_then(Value::as_i64);
    if amount.is_some_and(|amount| amount <= 0) {
        let refused = ApiError::invalid("a refund is of more than zero");
        return Err(refused.code("parameter_invalid_integer").param("amount"));
    }
    let order = RefundOrder {
        of,
        amount,
        reason: text("reason"),
        with_fee: given["refund_application_fee"] == true,
        metadata: given.get("metadata").cloned().filter(Value::is_object).unwrap_or(json!({})),
    };
    Ok(stripe.refund(&asked.scope, order, &asked.cause)?.object())
}

/// `GET /v1/refunds`
pub(super) fn list_refunds(stripe: &Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = LIST_OF_PAYMENT.check(&asked.parameters)?;
    let refunds = island(stripe, asked)?.refunds.iter().map(|refund| refund.object()).collect();
    page(only(only(refunds, "charge", &given), "payment_intent", &given), &given, "/v1/refunds")
}

/// `GET /v1/refunds/{id}`
pub(super) fn refund(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    let refund = island(stripe, asked)?.refunds.iter().find(|refund| refund.id == id);
    refund.map(|refund| refund.object()).ok_or_else(|| ApiError::missing("refund", id, "id"))
}

/// `POST /v1/refunds/{id}`
pub(super) fn update_refund(stripe: &mut Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    let given = METADATA_ONLY.check(&asked.parameters)?;
    no_expansion(&given)?;
    let refunds = stripe.island_mut(&asked.scope).map(|island| &mut island.refunds);
    let refund = refunds.into_iter().flatten().find(|refund| refund.id == id);
    let refund = refund.ok_or_else(|| ApiError::missing("refund", id, "id"))?;
    merge(&mut refund.metadata, &given["metadata"]);
    Ok(refund.object())
}

/// `POST /v1/refunds/{id}/cancel`
pub(super) fn cancel_refund(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    let refund = refund(stripe, asked, id)?;
    let status = refund["status"].as_str().unwrap_or_default();
    Err(ApiError::invalid(format!("a card's refund cannot be canceled by the API; this one is {status}")))
}

/// `GET /v1/disputes`
pub(super) fn list_disputes(stripe: &Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = LIST_OF_PAYMENT.check(&asked.parameters)?;
    let disputes = island(stripe, asked)?.disputes.iter().map(|dispute| dispute.object()).collect();
    page(only(only(disputes, "charge", &given), "payment_intent", &given), &given, "/v1/disputes")
}

/// `GET /v1/disputes/{id}`
pub(super) fn dispute(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    let dispute = island(stripe, asked)?.disputes.iter().find(|dispute| dispute.id == id);
    dispute.map(|dispute| dispute.object()).ok_or_else(|| ApiError::missing("dispute", id, "dispute"))
}

/// Merges metadata as Stripe does: null, which was an empty text, removes its key.
pub(super) fn merge(metadata: &mut Value, given: &Value) {
    let (Some(metadata), Some(given)) = (metadata.as_object_mut(), given.as_object()) else { return };
    for (key, value) in given {
        if value.is_null() {
            metadata.remove(key);
        } else {
            metadata.insert(key.clone(), value.clone());
        }
    }
}

pub(super) fn no_expansion(given: &Value) -> Result<(), ApiError> {
    match given.get("expand") {
        None => Ok(()),
        Some(_) => Err(ApiError::unknown_here("how to expand this object").param("expand")),
    }
}
