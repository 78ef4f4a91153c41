//! What is decided about merchants: payment methods, readiness, ledgers. Stripe's objects come as JSON text.

use counterfoil::Metadata;
use counterfoil::billing::PlanStatus;
use counterfoil::call::Operation;
use counterfoil::merchants::{
    self, MerchantMethods, PaymentMethodConfiguration, Purchase, RetrieveAccount,
    RetrievePaymentMethodConfiguration, Review, WantedMethod,
};
use counterfoil::payments::{
    DisputeFacts, PaymentFacts, RetrieveApplicationFee, RetrieveBalanceTransaction, RetrieveCharge,
    RetrieveDispute,
};
use serde::Deserialize;
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::errors::Thrown;
use crate::orders::answer;

/// How every payment method stands.
#[wasm_bindgen]
pub fn standings(parent: &str, child: Option<String>) -> Result<String, JsValue> {
    let child = child.as_deref().map(configuration).transpose()?;
    Ok(json!(merchants::standings(&configuration(parent)?, child.as_ref())).to_string())
}

/// What a change of defaults would do.
#[wasm_bindgen]
pub fn review(parent: &str, merchants: &str, wanted: &str) -> Result<String, JsValue> {
    let made = || -> Result<String, Thrown> {
        let wanted = WantedMethod::all_from_json(wanted)?;
        Ok(Review::of(&configuration(parent)?, &methods_of_all(merchants)?, &wanted)?.save())
    };
    Ok(made()?)
}

/// The calls of a review that are still to be made.
#[wasm_bindgen]
pub fn remaining_steps(review: &str, parent: &str, merchants: &str) -> Result<String, JsValue> {
    let remaining = || -> Result<Vec<Value>, Thrown> {
        let review = Review::resume(review)?;
        let steps = review.remaining(&configuration(parent)?, &methods_of_all(merchants)?)?;
        let step = |step: merchants::ReviewStep| {
            json!({
                "id": step.operation.id,
                "params": { "methods": step.operation.methods },
                "idempotencyKey": step.key.as_str(),
            })
        };
        Ok(steps.into_iter().map(step).collect())
    };
    Ok(json!(remaining()?).to_string())
}

/// What a merchant will offer.
#[wasm_bindgen]
pub fn offer(parent: &str, merchant: &str, purchase: &str) -> Result<String, JsValue> {
    let offered = || -> Result<Value, Thrown> {
        let merchant: Merchant = serde_json::from_str(merchant)?;
        let purchase = Purchase::from_json(purchase)?;
        Ok(json!(merchants::offer(&configuration(parent)?, &merchant.methods()?, &purchase)?))
    };
    Ok(offered()?.to_string())
}

/// Whether a merchant can take direct charges.
#[wasm_bindgen]
pub fn readiness(account: &str, needed: Vec<String>) -> Result<String, JsValue> {
    Ok(json!(merchants::readiness(&answer::<RetrieveAccount>(account)?, &needed)).to_string())
}

/// Whether what was subscribed to is to be provided, by the subscription's status.
#[wasm_bindgen]
#[must_use]
pub fn plan_status(status: &str) -> Option<String> {
    PlanStatus::of_status(status).map(|status| status.to_string())
}

/// A payment's ledger.
#[wasm_bindgen]
pub fn ledger(facts: &str) -> Result<String, JsValue> {
    let ledger = PaymentFacts::from_json(facts).and_then(|facts| facts.ledger());
    Ok(json!(ledger.map_err(Thrown::from)?).to_string())
}

/// A payment's facts from Stripe's objects.
#[wasm_bindgen]
pub fn payment_facts(
    charge: &str,
    transaction: Option<String>,
    fee: Option<String>,
    fees_payer: &str,
) -> Result<String, JsValue> {
    fn given<O: Operation>(object: Option<String>) -> Result<Option<O::Answer>, Thrown> {
        object.as_deref().map(answer::<O>).transpose()
    }
    let facts = PaymentFacts::of(
        &answer::<RetrieveCharge>(charge)?,
        given::<RetrieveBalanceTransaction>(transaction)?.as_ref(),
        given::<RetrieveApplicationFee>(fee)?.as_ref(),
        fees_payer,
    );
    Ok(json!(facts.map_err(Thrown::from)?).to_string())
}

/// A dispute's facts from Stripe's object.
#[wasm_bindgen]
pub fn dispute_facts(dispute: &str) -> Result<String, JsValue> {
    let facts = DisputeFacts::of(&answer::<RetrieveDispute>(dispute)?);
    Ok(json!(facts.map_err(Thrown::from)?).to_string())
}

/// A merchant as the façade passes it: its configuration is JSON text inside the JSON.
#[derive(Deserialize)]
struct Merchant {
    account: String,
    configuration: String,
    capabilities: std::collections::BTreeMap<String, String>,
}

impl Merchant {
    fn methods(self) -> Result<MerchantMethods, Thrown> {
        Ok(MerchantMethods {
            account: self.account,
            configuration: configuration(&self.configuration)?,
            capabilities: self.capabilities.into_iter().collect::<Metadata>(),
        })
    }
}

fn methods_of_all(json: &str) -> Result<Vec<MerchantMethods>, Thrown> {
    let all: Vec<Merchant> = serde_json::from_str(json)?;
    all.into_iter().map(Merchant::methods).collect()
}

fn configuration(text: &str) -> Result<PaymentMethodConfiguration, Thrown> {
    answer::<RetrievePaymentMethodConfiguration>(text)
}
