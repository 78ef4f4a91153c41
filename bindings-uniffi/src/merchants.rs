//! What is decided about merchants: payment methods, readiness, ledgers.

use counterfoil::billing::PlanStatus;
use counterfoil::merchants::{
    self, Account, MerchantMethods, MethodStanding, Offer, PaymentMethodConfiguration, Purchase, Readiness,
    Review, UpdatePaymentMethodConfiguration, WantedMethod,
};
use counterfoil::payments::{
    ApplicationFee, BalanceTransaction, Charge, Dispute, DisputeFacts, Ledger, PaymentFacts,
};

use crate::errors::NativeError;

/// How every payment method stands.
#[uniffi::export]
pub fn standings(
    parent: PaymentMethodConfiguration,
    child: Option<PaymentMethodConfiguration>,
) -> Vec<MethodStanding> {
    merchants::standings(&parent, child.as_ref())
}

/// What a change of defaults would do.
#[uniffi::export]
pub fn review(
    parent: PaymentMethodConfiguration,
    merchants: Vec<MerchantMethods>,
    wanted: Vec<WantedMethod>,
) -> Result<Review, NativeError> {
    Ok(Review::of(&parent, &merchants, &wanted)?)
}

/// A review as JSON text.
#[uniffi::export]
pub fn save_review(review: Review) -> String {
    review.save()
}

/// A review that was kept as JSON text.
#[uniffi::export]
pub fn resume_review(saved: &str) -> Result<Review, NativeError> {
    Ok(Review::resume(saved)?)
}

/// Wishes from a JSON array.
#[uniffi::export]
pub fn wanted_from_json(json: &str) -> Result<Vec<WantedMethod>, NativeError> {
    Ok(WantedMethod::all_from_json(json)?)
}

/// A purchase from a JSON object.
#[uniffi::export]
pub fn purchase_from_json(json: &str) -> Result<Purchase, NativeError> {
    Ok(Purchase::from_json(json)?)
}

/// A payment's facts from a JSON object.
#[uniffi::export]
pub fn payment_facts_from_json(json: &str) -> Result<PaymentFacts, NativeError> {
    Ok(PaymentFacts::from_json(json)?)
}

/// A payment's facts from Stripe's objects.
#[uniffi::export]
pub fn payment_facts(
    charge: Charge,
    transaction: Option<BalanceTransaction>,
    fee: Option<ApplicationFee>,
    fees_payer: &str,
) -> Result<PaymentFacts, NativeError> {
    Ok(PaymentFacts::of(&charge, transaction.as_ref(), fee.as_ref(), fees_payer)?)
}

/// A dispute's facts from Stripe's object.
#[uniffi::export]
pub fn dispute_facts(dispute: Dispute) -> Result<DisputeFacts, NativeError> {
    Ok(DisputeFacts::of(&dispute)?)
}

/// The calls of a review that are still to be made.
#[uniffi::export]
pub fn remaining_steps(
    review: Review,
    parent: PaymentMethodConfiguration,
    merchants: Vec<MerchantMethods>,
) -> Result<Vec<NativeStep>, NativeError> {
    let steps = review.remaining(&parent, &merchants)?.into_iter();
    Ok(steps
        .map(|step| NativeStep { params: step.operation, idempotency_key: step.key.as_str().to_owned() })
        .collect())
}

/// A call to make on the platform's own account.
#[derive(uniffi::Record)]
pub struct NativeStep {
    /// Its parameters.
    pub params: UpdatePaymentMethodConfiguration,
    /// Its key.
    pub idempotency_key: String,
}

/// What a merchant will offer.
#[uniffi::export]
pub fn offer(
    parent: PaymentMethodConfiguration,
    merchant: MerchantMethods,
    purchase: Purchase,
) -> Result<Offer, NativeError> {
    Ok(merchants::offer(&parent, &merchant, &purchase)?)
}

/// Whether a merchant can take direct charges.
#[uniffi::export]
pub fn readiness(account: Account, needed: Vec<String>) -> Readiness {
    merchants::readiness(&account, &needed)
}

/// Whether what was subscribed to is to be provided, by the subscription's status.
#[uniffi::export]
pub fn plan_status(status: Option<String>) -> Option<String> {
    PlanStatus::of_status(&status?).map(|status| status.to_string())
}

/// A payment's ledger.
#[uniffi::export]
pub fn ledger(facts: PaymentFacts) -> Result<Ledger, NativeError> {
    Ok(facts.ledger()?)
}
