//! Money that goes back to the buyer.

use serde_json::{Value, json};

use super::balance::Transaction;
use super::{Cause, Scope, Stripe};
use crate::error::ApiError;

/// A refund; here each succeeds at once.
#[derive(Debug, Clone)]
pub(crate) struct Refund {
    pub(crate) id: String,
    pub(crate) charge: String,
    pub(crate) payment_intent: String,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) created: i64,
    pub(crate) reason: Option<String>,
    pub(crate) balance_transaction: String,
    pub(crate) metadata: Value,
}

/// What is asked for.
#[derive(Debug)]
pub(crate) struct RefundOrder {
    /// A charge or a payment intent, by its id.
    pub(crate) of: String,
    pub(crate) amount: Option<i64>,
    pub(crate) reason: Option<String>,
    pub(crate) with_fee: bool,
    pub(crate) metadata: Value,
}

impl Refund {
    pub(crate) fn object(&self) -> Value {
        json!({
            "id": self.id,
            "object": "refund",
            "amount": self.amount,
            "balance_transaction": self.balance_transaction,
            "charge": self.charge,
            "created": self.created,
            "currency": self.currency,
            "metadata": self.metadata,
            "payment_intent": self.payment_intent,
            "reason": self.reason,
            "receipt_number": null,
            "source_transfer_reversal": null,
            "status": "succeeded",
            "transfer_reversal": null,
        })
    }
}

impl Stripe {
    /// Gives a payment back, all that is left of it or a part, and with it the fee in proportion if
    /// that is asked for.
    pub(crate) fn refund(
        &mut self,
        scope: &Scope,
        order: RefundOrder,
        cause: &Cause,
    ) -> Result<Refund, ApiError> {
        let (id, transaction) = (self.next_id("re_3", 23), self.next_id("txn_3", 23));
        let now = self.now();
        let param = if order.of.starts_with("pi_") { "payment_intent" } else { "charge" };
        let missing = || ApiError::missing(param, &order.of, param);
        let island = self.island_mut(scope).ok_or_else(missing)?;
        let latest = island.payment_intents.get(&order.of).and_then(|intent| intent.latest_charge.clone());
        let charge_id = latest.unwrap_or_else(|| order.of.clone());
        let disputed =
            island.disputes.iter().any(|dispute| dispute.charge == charge_id && !dispute.is_over());
        let charge = island.charges.iter_mut().find(|charge| charge.id == charge_id).ok_or_else(missing)?;
        if charge.status != "succeeded" {
            let text = format!("a charge that is {} cannot be refunded", charge.status);
            return Err(ApiError::invalid(text).param(param));
        }
        if disputed {
            let text = "the buyer's bank has taken the charge back, or may: it cannot be refunded as well";
            return Err(ApiError::invalid(text).code("charge_disputed").param(param));
        }
        let left = charge.left();
        if left == 0 {
            return Err(ApiError::invalid("the charge has been refunded").code("charge_already_refunded"));
        }
        let amount = order.amount.unwrap_or(left);
        if amount > left {
            let text = format!("{amount} is more than the {left} that are left of the charge");
            return Err(ApiError::invalid(text).param("amount"));
        }
        let fee_before = share(charge.application_fee_amount, charge.amount_refunded, charge.amount);
        charge.amount_refunded += amount;
        let fee_after = share(charge.application_fee_amount, charge.amount_refunded, charge.amount);
        let refund = Refund {
            id: id.clone(),
            charge: charge.id.clone(),
            payment_intent: charge.payment_intent.clone(),
            amount,
            currency: charge.currency.clone(),
            created: now,
            reason: order.reason,
            balance_transaction: transaction.clone(),
            metadata: order.metadata,
        };
        let kind = if charge.method_type == "card" { "refund" } else { "payment_refund" };
        let moved = Transaction::plain(transaction, kind, &id, -amount, &refund.currency, now);
        let (refunded, fee) = (charge.object(), charge.application_fee.clone());
        island.transactions.push(moved);
        island.refunds.push(refund.clone());
        self.emit(scope, "refund.created", refund.object(), cause);
        self.emit(scope, "charge.refunded", refunded, cause);
        if let Some(fee) = fee.filter(|_| order.with_fee && fee_after > fee_before) {
            self.refund_fee(&fee, Some(fee_after - fee_before), json!({}), cause)?;
        }
        Ok(refund)
    }
}

/// The fee's part of what was refunded so far, rounded down, so that the parts of many refunds add up
/// to the whole fee.
fn share(fee: Option<i64>, refunded: i64, amount: i64) -> i64 {
    let part = i128::from(fee.unwrap_or_default()) * i128::from(refunded) / i128::from(amount.max(1));
    i64::try_from(part).unwrap_or_default()
}
