//! Payments that the buyer's bank has reversed.

use serde_json::{Value, json};

use super::balance::Transaction;
use super::{Cause, Scope, Stripe};

/// The dispute fee, in minor units.
const FEE: i64 = 1500;

/// How long the merchant has to respond, in seconds.
const ANSWER_WITHIN: i64 = 7 * 86_400;

/// A dispute.
#[derive(Debug, Clone)]
pub(crate) struct Dispute {
    pub(crate) id: String,
    pub(crate) charge: String,
    pub(crate) payment_intent: String,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) reason: String,
    /// `needs_response`, `won` or `lost`; for an inquiry `warning_needs_response` or `warning_closed`.
    pub(crate) status: &'static str,
    pub(crate) created: i64,
    pub(crate) transactions: Vec<Transaction>,
}

impl Dispute {
    /// Returns whether the merchant has the money and can refund it: the dispute was won, or is an inquiry.
    pub(crate) fn is_refundable(&self) -> bool {
        self.status == "won" || self.is_inquiry()
    }

    /// Returns whether it is an inquiry.
    fn is_inquiry(&self) -> bool {
        self.status.starts_with("warning_")
    }

    pub(crate) fn object(&self) -> Value {
        let transactions: Vec<Value> = self.transactions.iter().map(Transaction::object).collect();
        json!({
            "id": self.id,
            "object": "dispute",
            "amount": self.amount,
            "balance_transactions": transactions,
            "charge": self.charge,
            "created": self.created,
            "currency": self.currency,
            "evidence": {},
            "evidence_details": {
                "due_by": self.created + ANSWER_WITHIN,
                "has_evidence": false,
                "past_due": false,
                "submission_count": 0,
            },
            "is_charge_refundable": self.status == "warning_needs_response",
            "livemode": false,
            "metadata": {},
            "payment_intent": self.payment_intent,
            "reason": self.reason,
            "status": self.status,
        })
    }
}

impl Stripe {
    /// Opens a dispute of a payment, given by its charge or payment intent on any account. Returns the
    /// dispute's id, or `None` if there is no such payment.
    pub(crate) fn open_dispute(&mut self, payment: &str, reason: &str) -> Option<String> {
        self.dispute(payment, reason, "needs_response")
    }

    /// Opens an inquiry about a payment, which withdraws nothing.
    pub(crate) fn open_inquiry(&mut self, payment: &str) -> Option<String> {
        self.dispute(payment, "fraudulent", "warning_needs_response")
    }

    fn dispute(&mut self, payment: &str, reason: &str, status: &'static str) -> Option<String> {
        let (id, transaction) = (self.next_id("dp_1", 23), self.next_id("txn_1", 23));
        let now = self.now();
        let scope = self.scope_of(|island| {
            let mut charges = island.charges.iter();
            charges.any(|charge| charge.id == payment || charge.payment_intent == payment)
        })?;
        let island = self.island_mut(&scope)?;
        let charge = island.charges.iter_mut().find(|charge| {
            (charge.id == payment || charge.payment_intent == payment) && charge.status == "succeeded"
        })?;
        charge.disputed = true;
        let amount = charge.amount - charge.amount_refunded;
        let taken =
            Transaction::plain(transaction, "adjustment", &id, -amount, &charge.currency, now).with_fee(FEE);
        let mut dispute = Dispute {
            id: id.clone(),
            charge: charge.id.clone(),
            payment_intent: charge.payment_intent.clone(),
            amount,
            currency: charge.currency.clone(),
            reason: reason.to_owned(),
            status,
            created: now,
            transactions: Vec::new(),
        };
        let takes = !dispute.is_inquiry();
        if takes {
            dispute.transactions.push(taken.clone());
            island.transactions.push(taken);
        }
        let object = dispute.object();
        island.disputes.push(dispute);
        self.emit(&scope, "charge.dispute.created", object.clone(), &Cause::Time);
        if takes {
            self.emit(&scope, "charge.dispute.funds_withdrawn", object, &Cause::Time);
        }
        Some(id)
    }

    /// Closes inquiries about a charge that was refunded in full.
    pub(super) fn close_inquiries(&mut self, scope: &Scope, charge: &str) {
        let disputes = self.island_mut(scope).map(|island| &mut island.disputes);
        let open = disputes.into_iter().flatten().filter(|dispute| dispute.charge == charge);
        let open = open.filter(|dispute| dispute.status == "warning_needs_response");
        let closed: Vec<Value> = open
            .map(|dispute| {
                dispute.status = "warning_closed";
                dispute.object()
            })
            .collect();
        for object in closed {
            self.emit(scope, "charge.dispute.closed", object, &Cause::Time);
        }
    }

    /// Closes a dispute; returns `false` if there is no such open dispute.
    pub(crate) fn close_dispute(&mut self, id: &str, won: bool) -> bool {
        let transaction = self.next_id("txn_1", 23);
        let now = self.now();
        let found = self.scope_of(|island| island.disputes.iter().any(|dispute| dispute.id == id));
        let Some(scope) = found else { return false };
        let Some(island) = self.island_mut(&scope) else { return false };
        let Some(dispute) = island.disputes.iter_mut().find(|dispute| dispute.id == id) else { return false };
        let gives_back = won && !dispute.is_inquiry();
        dispute.status = match (dispute.status, won) {
            ("needs_response", true) => "won",
            ("needs_response", false) => "lost",
            ("warning_needs_response", _) => "warning_closed",
            _ => return false,
        };
        if gives_back {
            let back =
                Transaction::plain(transaction, "adjustment", id, dispute.amount, &dispute.currency, now)
                    .with_fee(-FEE);
            dispute.transactions.push(back.clone());
            island.transactions.push(back);
        }
        let object = dispute.object();
        self.emit(&scope, "charge.dispute.closed", object.clone(), &Cause::Time);
        if gives_back {
            self.emit(&scope, "charge.dispute.funds_reinstated", object, &Cause::Time);
        }
        true
    }
}
