//! Application fees and their refunds, on the platform's own account.

use serde_json::{Value, json};

use super::Asked;
use super::list::{only, page};
use super::payments::{merge, no_expansion};
use crate::error::ApiError;
use crate::parameters::{CREATE_FEE_REFUND, EXPAND_ONLY, LIST, LIST_FEES, METADATA_ONLY};
use crate::state::{ApplicationFee, FeeRefund, Scope, Stripe};

/// `GET /v1/application_fees`
pub(super) fn list(stripe: &Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = LIST_FEES.check(&asked.parameters)?;
    let fees = own(stripe, asked).iter().map(ApplicationFee::object).collect();
    page(only(fees, "charge", &given), &given, "/v1/application_fees")
}

/// `GET /v1/application_fees/{id}`
pub(super) fn retrieve(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    fee(stripe, asked, id).map(ApplicationFee::object)
}

/// `POST /v1/application_fees/{fee}/refunds`
pub(super) fn refund(stripe: &mut Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    let given = CREATE_FEE_REFUND.check(&asked.parameters)?;
    no_expansion(&given)?;
    fee(stripe, asked, id)?;
    let amount = given.get("amount").and_then(Value::as_i64);
    if amount.is_some_and(|amount| amount <= 0) {
        let refused = ApiError::invalid("a refund is of more than zero");
        return Err(refused.code("parameter_invalid_integer").param("amount"));
    }
    let metadata = given.get("metadata").cloned().filter(Value::is_object).unwrap_or(json!({}));
    Ok(stripe.refund_fee(id, amount, metadata, &asked.cause)?.object())
}

/// `GET /v1/application_fees/{fee}/refunds`
pub(super) fn list_refunds(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    let given = LIST.check(&asked.parameters)?;
    let refunds = fee(stripe, asked, id)?.refunds.iter().map(FeeRefund::object).collect();
    page(refunds, &given, &format!("/v1/application_fees/{id}/refunds"))
}

/// `GET /v1/application_fees/{fee}/refunds/{id}`
pub(super) fn retrieve_refund(
    stripe: &Stripe,
    asked: &Asked<'_>,
    of: &str,
    id: &str,
) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    let refund = fee(stripe, asked, of)?.refunds.iter().find(|refund| refund.id == id);
    refund.map(FeeRefund::object).ok_or_else(|| ApiError::missing("fee refund", id, "id"))
}

/// `POST /v1/application_fees/{fee}/refunds/{id}`
pub(super) fn update_refund(
    stripe: &mut Stripe,
    asked: &Asked<'_>,
    of: &str,
    id: &str,
) -> Result<Value, ApiError> {
    let given = METADATA_ONLY.check(&asked.parameters)?;
    no_expansion(&given)?;
    fee(stripe, asked, of)?;
    let fees = stripe.island_mut(&asked.scope).map(|island| &mut island.fees).into_iter().flatten();
    let refund =
        fees.filter(|fee| fee.id == of).flat_map(|fee| &mut fee.refunds).find(|refund| refund.id == id);
    let refund = refund.ok_or_else(|| ApiError::missing("fee refund", id, "id"))?;
    merge(&mut refund.metadata, &given["metadata"]);
    Ok(refund.object())
}

/// A merchant has no application fees; the fees that it paid are on the platform's account.
fn own<'s>(stripe: &'s Stripe, asked: &Asked<'_>) -> &'s [ApplicationFee] {
    match &asked.scope {
        Scope::Platform => stripe.island(&asked.scope).map_or(&[], |island| &island.fees),
        Scope::Connected(_) => &[],
    }
}

fn fee<'s>(stripe: &'s Stripe, asked: &Asked<'_>, id: &str) -> Result<&'s ApplicationFee, ApiError> {
    let found = own(stripe, asked).iter().find(|fee| fee.id == id);
    found.ok_or_else(|| ApiError::missing("application fee", id, "id"))
}
