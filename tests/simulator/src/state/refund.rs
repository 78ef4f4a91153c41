//! Refunds to the buyer.

use serde_json::{Value, json};

use super::balance::Transaction;
use super::payment_methods::{Aftermath, DELAY};
use super::{Cause, Scope, Stripe, Timer};
use crate::error::ApiError;

/// A refund. It succeeds at once, except with two test cards.
#[derive(Debug, Clone)]
pub(crate) struct Refund {
    pub(crate) id: String,
    pub(crate) charge: String,
    pub(crate) payment_intent: String,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) created: i64,
    pub(crate) reason: Option<String>,
    /// `pending`, `succeeded` or `failed`.
    pub(crate) status: &'static str,
    pub(crate) balance_transaction: String,
    /// The movement that returns the money of a failed refund.
    pub(crate) failure_transaction: Option<String>,
    pub(crate) metadata: Value,
}

/// The result of a refund that is pending at first.
#[derive(Debug, Clone, Copy)]
pub(crate) enum RefundEnd {
    Succeeded,
    Failed,
}

/// A request for a refund.
#[derive(Debug)]
pub(crate) struct RefundOrder {
    /// The id of a charge or a payment intent.
    pub(crate) of: String,
    pub(crate) amount: Option<i64>,
    pub(crate) reason: Option<String>,
    pub(crate) with_fee: bool,
    pub(crate) metadata: Value,
}

impl Refund {
    pub(crate) fn object(&self) -> Value {
        let mut object = json!({
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
            "status": self.status,
            "transfer_reversal": null,
        });
        if self.status == "pending" {
            object["pending_reason"] = json!("processing");
        }
        if let Some(transaction) = &self.failure_transaction {
            object["failure_reason"] = json!("unknown");
            object["failure_balance_transaction"] = json!(transaction);
        }
        object
    }
}

impl Stripe {
    /// Refunds a payment in full or in part, and its fee in proportion if requested.
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
            island.disputes.iter().any(|dispute| dispute.charge == charge_id && !dispute.is_refundable());
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
        let aftermath = charge.instrument.aftermath();
        let refund = Refund {
            id: id.clone(),
            charge: charge.id.clone(),
            payment_intent: charge.payment_intent.clone(),
            amount,
            currency: charge.currency.clone(),
            created: now,
            reason: order.reason,
            status: if aftermath == Aftermath::SlowRefunds { "pending" } else { "succeeded" },
            balance_transaction: transaction.clone(),
            failure_transaction: None,
            metadata: order.metadata,
        };
        let kind = if charge.instrument.method == "card" { "refund" } else { "payment_refund" };
        let is_whole = charge.left() == 0;
        let mut before = json!({ "amount_refunded": charge.amount_refunded - amount });
        if is_whole {
            before["refunded"] = json!(false);
        }
        let moved = Transaction::plain(transaction, kind, &id, -amount, &refund.currency, now);
        let (refunded, fee) = (charge.object(), charge.application_fee.clone());
        island.transactions.push(moved);
        island.refunds.push(refund.clone());
        self.emit(scope, "refund.created", refund.object(), cause);
        self.emit_change(scope, "charge.refunded", refunded, before, cause);
        let end = match aftermath {
            Aftermath::SlowRefunds => Some(RefundEnd::Succeeded),
            Aftermath::FailingRefunds => Some(RefundEnd::Failed),
            Aftermath::Nothing | Aftermath::Dispute(_) | Aftermath::Inquiry => None,
        };
        if let Some(end) = end {
            self.set_timer(now + DELAY, Timer::SettleRefund { scope: scope.clone(), refund: id, end });
        }
        if is_whole {
            self.close_inquiries(scope, &refund.charge);
        }
        if let Some(fee) = fee.filter(|_| order.with_fee && fee_after > fee_before) {
            self.refund_fee(&fee, Some(fee_after - fee_before), json!({}), cause)?;
        }
        Ok(refund)
    }

    /// A pending refund settles. If it failed, the merchant keeps the money, and also the application fee
    /// that was refunded with it.
    pub(super) fn settle_refund(&mut self, scope: &Scope, id: &str, end: RefundEnd) {
        let transaction = self.next_id("txn_3", 23);
        let now = self.now();
        let Some(island) = self.island_mut(scope) else { return };
        let Some(refund) = island.refunds.iter_mut().find(|refund| refund.id == id) else { return };
        let kind = match end {
            RefundEnd::Succeeded => {
                refund.status = "succeeded";
                "refund.updated"
            }
            RefundEnd::Failed => {
                refund.status = "failed";
                refund.failure_transaction = Some(transaction.clone());
                let (amount, currency) = (refund.amount, &refund.currency);
                let back = Transaction::plain(transaction, "refund_failure", id, amount, currency, now);
                island.transactions.push(back);
                let charge = island.charges.iter_mut().find(|charge| charge.id == refund.charge);
                if let Some(charge) = charge {
                    charge.amount_refunded -= amount;
                }
                "refund.failed"
            }
        };
        let object = refund.object();
        self.emit(scope, kind, object, &Cause::Time);
    }
}

/// Returns the fee's share of the refunds so far, rounded down, so that the shares of many refunds add up to
/// the whole fee.
fn share(fee: Option<i64>, refunded: i64, amount: i64) -> i64 {
    let part = i128::from(fee.unwrap_or_default()) * i128::from(refunded) / i128::from(amount.max(1));
    i64::try_from(part).unwrap_or_default()
}
