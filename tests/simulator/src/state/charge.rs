//! The charge of a payment, and its effect on the merchant's balance.

use serde_json::{Value, json};

use super::balance::Transaction;
use super::payment_methods::{Aftermath, CardVerdict, TestCard};
use super::{Cause, PaymentIntent, Scope, Stripe, Timer};
use crate::money;

/// How long Stripe takes to create the fee's object, in seconds of virtual time: a platform that retrieves it
/// at once does not find it.
const FEE_FOLLOWS_AFTER: i64 = 2;

/// How a charge is paid.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Instrument {
    /// `card`, `sepa_debit` or another.
    pub(crate) method: &'static str,
    card: Option<TestCard>,
}

impl Instrument {
    /// A method without a number.
    pub(crate) fn of(method: &'static str) -> Self {
        Self { method, card: None }
    }

    pub(crate) fn card(card: TestCard) -> Self {
        Self { method: "card", card: Some(card) }
    }

    /// Returns the prefix of its charges' ids.
    pub(crate) fn prefix(&self) -> &'static str {
        if self.method == "card" { "ch_3" } else { "py_3" }
    }

    /// Returns what happens to a payment after it has succeeded.
    pub(crate) fn aftermath(&self) -> Aftermath {
        match self.card.map(|card| card.verdict) {
            Some(CardVerdict::Approved(aftermath)) => aftermath,
            _ => Aftermath::Nothing,
        }
    }

    /// `payment_method_details`
    fn details(&self) -> Value {
        let mut details = json!({ "type": self.method });
        details[self.method] = match self.card {
            Some(card) => json!({ "brand": card.brand, "last4": card.last4() }),
            None => json!({}),
        };
        details
    }
}

/// One attempt to collect a payment.
#[derive(Debug, Clone)]
pub(crate) struct Charge {
    pub(crate) id: String,
    pub(crate) payment_intent: String,
    pub(crate) created: i64,
    pub(crate) amount: i64,
    pub(crate) amount_refunded: i64,
    pub(crate) currency: String,
    pub(crate) status: &'static str,
    pub(crate) failure: Option<(&'static str, &'static str)>,
    pub(crate) application_fee_amount: Option<i64>,
    pub(crate) application_fee: Option<String>,
    pub(crate) balance_transaction: Option<String>,
    pub(crate) instrument: Instrument,
    pub(crate) payment_method: Option<String>,
    pub(crate) metadata: Value,
    pub(crate) disputed: bool,
}

impl Charge {
    pub(crate) fn of(intent: &PaymentIntent, id: String, instrument: Instrument, created: i64) -> Self {
        Self {
            id,
            payment_intent: intent.id.clone(),
            created,
            amount: intent.amount,
            amount_refunded: 0,
            currency: intent.currency.clone(),
            status: "pending",
            failure: None,
            application_fee_amount: intent.application_fee_amount,
            application_fee: None,
            balance_transaction: None,
            instrument,
            payment_method: intent.payment_method.clone(),
            metadata: intent.data.get("metadata").cloned().unwrap_or(json!({})),
            disputed: false,
        }
    }

    /// Returns the amount that can still be refunded.
    pub(crate) fn left(&self) -> i64 {
        if self.status == "succeeded" { self.amount - self.amount_refunded } else { 0 }
    }

    pub(crate) fn object(&self) -> Value {
        let paid = self.status == "succeeded";
        json!({
            "id": self.id,
            "object": "charge",
            "amount": self.amount,
            "amount_captured": if paid { self.amount } else { 0 },
            "amount_refunded": self.amount_refunded,
            "application": "ca_simulator",
            "application_fee": self.application_fee,
            "application_fee_amount": self.application_fee_amount,
            "balance_transaction": self.balance_transaction,
            "billing_details": { "address": null, "email": null, "name": null, "phone": null },
            "captured": paid,
            "created": self.created,
            "currency": self.currency,
            "customer": null,
            "description": null,
            "disputed": self.disputed,
            "failure_code": self.failure.map(|(code, _)| code),
            "failure_message": self.failure.map(|(_, message)| message),
            "livemode": false,
            "metadata": self.metadata,
            "on_behalf_of": null,
            "paid": paid,
            "payment_intent": self.payment_intent,
            "payment_method": self.payment_method,
            "payment_method_details": self.instrument.details(),
            "receipt_url": null,
            "refunded": paid && self.amount_refunded == self.amount,
            "status": self.status,
            "transfer_data": null,
            "transfer_group": null,
        })
    }
}

impl Stripe {
    /// Stores a new charge without events, until its result is known.
    pub(super) fn put_charge(&mut self, scope: &Scope, charge: Charge) {
        if let Some(island) = self.island_mut(scope) {
            island.charges.push(charge);
        }
    }

    /// Stores a charge whose result takes days, with its events.
    pub(super) fn add_charge(&mut self, scope: &Scope, charge: Charge) {
        let id = charge.id.clone();
        self.put_charge(scope, charge);
        self.tell_of_charge(scope, &id);
    }

    /// The charge has succeeded.
    pub(super) fn charge_succeeded(&mut self, scope: &Scope, id: &str) {
        let transaction = self.next_id("txn_3", 23);
        let now = self.now();
        let Some(island) = self.island_mut(scope) else { return };
        let Some(charge) = island.charges.iter_mut().find(|charge| charge.id == id) else { return };
        charge.status = "succeeded";
        charge.balance_transaction = Some(transaction.clone());
        let stripe_fee = money::stripe_fee(charge.amount);
        let by_platform = island.account.fees_payer == "application";
        let own_fee = if by_platform { 0 } else { stripe_fee };
        island.transactions.push(Transaction::of_charge(transaction, charge, own_fee, now));
        let currency = charge.currency.clone();
        if charge.application_fee_amount.is_some() {
            let timer = Timer::MakeFee { scope: scope.clone(), charge: id.to_owned() };
            self.set_timer(now + FEE_FOLLOWS_AFTER, timer);
        }
        if by_platform {
            let fee = self.next_id("txn_1", 23);
            let fee = Transaction::plain(fee, "stripe_fee", id, -stripe_fee, &currency, now);
            self.platform.transactions.push(fee);
        }
        self.tell_of_charge(scope, id);
    }

    /// The charge has failed.
    pub(super) fn charge_failed(
        &mut self,
        scope: &Scope,
        id: &str,
        code: &'static str,
        message: &'static str,
    ) {
        let charges = self.island_mut(scope).map(|island| &mut island.charges);
        if let Some(charge) = charges.into_iter().flatten().find(|charge| charge.id == id) {
            charge.status = "failed";
            charge.failure = Some((code, message));
        }
        self.tell_of_charge(scope, id);
    }

    fn tell_of_charge(&mut self, scope: &Scope, id: &str) {
        let charge =
            self.island(scope).and_then(|island| island.charges.iter().find(|charge| charge.id == id));
        if let Some((status, object)) = charge.map(|charge| (charge.status, charge.object())) {
            let kind = match status {
                "succeeded" => "charge.succeeded",
                "failed" => "charge.failed",
                _ => "charge.pending",
            };
            self.emit(scope, kind, object, &Cause::Time);
        }
    }
}
