//! Application fees and their refunds, on the platform's own account.

use serde_json::{Value, json};

use super::balance::Transaction;
use super::{Cause, Scope, Stripe};
use crate::error::ApiError;

/// An application fee. It belongs to the platform, and is created some time after the charge.
#[derive(Debug, Clone)]
pub(crate) struct ApplicationFee {
    pub(crate) id: String,
    pub(crate) account: String,
    pub(crate) charge: String,
    pub(crate) amount: i64,
    pub(crate) amount_refunded: i64,
    pub(crate) currency: String,
    pub(crate) created: i64,
    pub(crate) balance_transaction: String,
    pub(crate) refunds: Vec<FeeRefund>,
}

/// A refund of a fee to the merchant.
#[derive(Debug, Clone)]
pub(crate) struct FeeRefund {
    pub(crate) id: String,
    pub(crate) fee: String,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) created: i64,
    pub(crate) balance_transaction: String,
    pub(crate) metadata: Value,
}

impl ApplicationFee {
    pub(crate) fn object(&self) -> Value {
        let refunds: Vec<Value> = self.refunds.iter().rev().take(10).map(FeeRefund::object).collect();
        json!({
            "id": self.id,
            "object": "application_fee",
            "account": self.account,
            "amount": self.amount,
            "amount_refunded": self.amount_refunded,
            "application": "ca_simulator",
            "balance_transaction": self.balance_transaction,
            "charge": self.charge,
            "created": self.created,
            "currency": self.currency,
            "fee_source": { "charge": self.charge, "type": "charge" },
            "livemode": false,
            "originating_transaction": null,
            "refunded": self.amount_refunded == self.amount,
            "refunds": {
                "object": "list",
                "data": refunds,
                "has_more": self.refunds.len() > 10,
                "url": format!("/v1/application_fees/{}/refunds", self.id),
            },
        })
    }
}

impl FeeRefund {
    pub(crate) fn object(&self) -> Value {
        json!({
            "id": self.id,
            "object": "fee_refund",
            "amount": self.amount,
            "balance_transaction": self.balance_transaction,
            "created": self.created,
            "currency": self.currency,
            "fee": self.fee,
            "metadata": self.metadata,
        })
    }
}

impl Stripe {
    /// Creates the fee of a charge that has succeeded.
    pub(super) fn make_fee(&mut self, scope: &Scope, charge_id: &str) {
        let (id, transaction) = (self.next_id("fee_1", 23), self.next_id("txn_1", 23));
        let now = self.now();
        let Scope::Connected(account) = scope else { return };
        let Some(island) = self.island_mut(scope) else { return };
        let Some(charge) = island.charges.iter_mut().find(|charge| charge.id == charge_id) else { return };
        let Some(amount) = charge.application_fee_amount else { return };
        charge.application_fee = Some(id.clone());
        let fee = ApplicationFee {
            id,
            account: account.clone(),
            charge: charge_id.to_owned(),
            amount,
            amount_refunded: 0,
            currency: charge.currency.clone(),
            created: now,
            balance_transaction: transaction.clone(),
            refunds: Vec::new(),
        };
        let moved = Transaction::plain(transaction, "application_fee", &fee.id, amount, &fee.currency, now);
        let object = fee.object();
        self.platform.transactions.push(moved);
        self.platform.fees.push(fee);
        self.emit(&Scope::Platform, "application_fee.created", object, &Cause::Time);
    }

    /// Refunds a fee to the merchant: `None` for all that has not been refunded.
    pub(crate) fn refund_fee(
        &mut self,
        fee_id: &str,
        amount: Option<i64>,
        metadata: Value,
        cause: &Cause,
    ) -> Result<FeeRefund, ApiError> {
        let (id, transaction) = (self.next_id("fr_1", 23), self.next_id("txn_1", 23));
        let returned = self.next_id("txn_3", 23);
        let now = self.now();
        let Some(fee) = self.platform.fees.iter_mut().find(|fee| fee.id == fee_id) else {
            return Err(ApiError::missing("application fee", fee_id, "fee"));
        };
        let left = fee.amount - fee.amount_refunded;
        if left == 0 {
            return Err(ApiError::invalid("the fee has been refunded").code("charge_already_refunded"));
        }
        let amount = amount.unwrap_or(left);
        if amount > left {
            return Err(ApiError::invalid(format!("{left} of the fee is left")).param("amount"));
        }
        fee.amount_refunded += amount;
        let refund = FeeRefund {
            id: id.clone(),
            fee: fee.id.clone(),
            amount,
            currency: fee.currency.clone(),
            created: now,
            balance_transaction: transaction.clone(),
            metadata,
        };
        fee.refunds.push(refund.clone());
        let (object, merchant) = (fee.object(), Scope::Connected(fee.account.clone()));
        let kind = "application_fee_refund";
        let gone = Transaction::plain(transaction, kind, &id, -amount, &refund.currency, now);
        let came = Transaction::plain(returned, kind, &id, amount, &refund.currency, now);
        self.platform.transactions.push(gone);
        if let Some(island) = self.island_mut(&merchant) {
            island.transactions.push(came);
        }
        self.emit(&Scope::Platform, "application_fee.refunded", object, cause);
        Ok(refund)
    }
}
