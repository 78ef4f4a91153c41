//! Movements of an account's balance.

use serde_json::{Value, json};

use super::charge::Charge;

/// One movement. Net is gross less fees.
#[derive(Debug, Clone)]
pub(crate) struct Transaction {
    pub(crate) id: String,
    pub(crate) kind: &'static str,
    pub(crate) source: String,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) created: i64,
    application_fee: i64,
    stripe_fee: i64,
}

impl Transaction {
    /// A charge: the merchant pays the platform's fee and Stripe's.
    pub(crate) fn of_charge(id: String, charge: &Charge, stripe_fee: i64, created: i64) -> Self {
        Self {
            id,
            kind: if charge.instrument.method == "card" { "charge" } else { "payment" },
            source: charge.id.clone(),
            amount: charge.amount,
            currency: charge.currency.clone(),
            created,
            application_fee: charge.application_fee_amount.unwrap_or_default(),
            stripe_fee,
        }
    }

    /// Creates a movement without fees: a refund, an application fee, its refund.
    pub(crate) fn plain(
        id: String,
        kind: &'static str,
        source: &str,
        amount: i64,
        currency: &str,
        created: i64,
    ) -> Self {
        Self {
            id,
            kind,
            source: source.to_owned(),
            amount,
            currency: currency.to_owned(),
            created,
            application_fee: 0,
            stripe_fee: 0,
        }
    }

    /// Adds a fee of Stripe's; a negative one is returned.
    pub(crate) fn with_fee(mut self, fee: i64) -> Self {
        self.stripe_fee = fee;
        self
    }

    pub(crate) fn net(&self) -> i64 {
        self.amount - self.application_fee - self.stripe_fee
    }

    pub(crate) fn object(&self) -> Value {
        let fees = [("application_fee", self.application_fee), ("stripe_fee", self.stripe_fee)];
        let details: Vec<Value> = fees
            .iter()
            .filter(|(_, amount)| *amount != 0)
            .map(|(kind, amount)| {
                let application = (*kind == "application_fee").then_some("ca_simulator");
                json!({ "amount": amount, "application": application, "currency": self.currency,
                    "description": null, "type": kind })
            })
            .collect();
        json!({
            "id": self.id,
            "object": "balance_transaction",
            "amount": self.amount,
            "available_on": self.created,
            "balance_type": "payments",
            "created": self.created,
            "currency": self.currency,
            "description": null,
            "exchange_rate": null,
            "fee": self.application_fee + self.stripe_fee,
            "fee_details": details,
            "net": self.net(),
            "reporting_category": match self.kind {
                // Only disputes make adjustments here.
                "adjustment" if self.amount < 0 => "dispute",
                "adjustment" => "dispute_reversal",
                kind => kind,
            },
            "source": self.source,
            "status": "available",
            "type": self.kind,
        })
    }
}
