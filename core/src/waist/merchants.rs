//! Decisions about merchants: payment methods, readiness, ledgers. Stripe's objects are JSON text.

use serde::Serialize;

use super::calls::json;
use super::delivery::answered;
use super::failed::Failed;
use crate::billing::PlanStatus;
use crate::call::{self, Operation};
use crate::json::Json;
use crate::merchants::{
    self, AccountRef, MerchantMethods, OnboardingOptions, PaymentMethodConfiguration, Purchase,
    RetrieveAccount, RetrievePaymentMethodConfiguration, RetrieveV2Account, Review, WantedMethod,
};
use crate::params::Metadata;
use crate::payments::{
    DisputeFacts, PaymentFacts, RetrieveApplicationFee, RetrieveBalanceTransaction, RetrieveCharge,
    RetrieveDispute,
};
use crate::schema::{Dynamic, Given, answers, parameters};

/// Returns the state of every payment method: the records of [`merchants::standings`].
///
/// Errors: those of [`call::read`](crate::call::read).
pub fn standings(parent: &str, child: Option<&str>) -> Result<String, Failed> {
    let child = child.map(configuration).transpose()?;
    json(&merchants::standings(&configuration(parent)?, child.as_ref()))
}

/// Returns the effect of a change of defaults: the record [`Review`]. `merchants` is
/// `[{"account","configuration","capabilities"}]`, where each configuration is JSON text; `wanted` is
/// `[{"method","setting"}]`.
///
/// Errors: those of [`Review::of`].
pub fn review(parent: &str, merchants: &str, wanted: &str) -> Result<String, Failed> {
    let wanted = WantedMethod::all_from_json(wanted)?;
    Ok(Review::of(&configuration(parent)?, &methods_of_all(merchants)?, &wanted)?.save())
}

/// Returns a saved review, which is its JSON.
///
/// Error `invalid_saved_review`.
pub fn resume_review(saved: &str) -> Result<String, Failed> {
    Ok(Review::resume(saved)?.save())
}

/// Returns the calls of a review that are still to be made:
/// `[{"id","params":{"methods":[…]},"idempotency_key"}]`.
///
/// Errors: those of [`Review::remaining`], and `invalid_saved_review`.
pub fn remaining_steps(review: &str, parent: &str, merchants: &str) -> Result<String, Failed> {
    #[derive(Serialize)]
    struct Step<P> {
        id: String,
        params: Params<P>,
        idempotency_key: String,
    }
    #[derive(Serialize)]
    struct Params<P> {
        methods: P,
    }
    let review = Review::resume(review)?;
    let steps = review.remaining(&configuration(parent)?, &methods_of_all(merchants)?)?;
    let step = |step: merchants::ReviewStep| Step {
        id: step.operation.id,
        params: Params { methods: step.operation.methods },
        idempotency_key: step.key.as_str().to_owned(),
    };
    json(&steps.into_iter().map(step).collect::<Vec<_>>())
}

/// Returns what a merchant's customers will see: the record [`Offer`](merchants::Offer). `merchant` is one of
/// [`review`]'s, `purchase` is `{"currency","mode","amount"?}`.
///
/// Errors: those of [`merchants::offer`] and of [`Purchase::from_json`].
pub fn offer(parent: &str, merchant: &str, purchase: &str) -> Result<String, Failed> {
    let merchant = methods_of(&Json::parse(merchant)?)?;
    let purchase = Purchase::from_json(purchase)?;
    json(&merchants::offer(&configuration(parent)?, &merchant, &purchase)?)
}

/// Returns whether a merchant can accept direct charges: the record [`Readiness`](merchants::Readiness);
/// `account` is one of v1 or v2, `needed` is a JSON array of capabilities.
///
/// Errors: those of [`call::read`](crate::call::read).
pub fn readiness(account: &str, needed: &str) -> Result<String, Failed> {
    let needed = Json::parse(needed)?;
    let needed: Vec<&str> = needed.items().iter().filter_map(Json::text).collect();
    let account = account_of(account)?;
    json(&merchants::readiness(AccountRef::of(account.record, &account), &needed))
}

/// Returns the next step of a merchant's onboarding: the record [`Onboarding`](merchants::Onboarding);
/// `account` is one of v1 or v2, or absent, `options` is the record
/// [`OnboardingOptions`](merchants::OnboardingOptions).
///
/// Errors: those of [`merchants::onboard`], of its options and of [`call::read`](crate::call::read).
pub fn onboard(account: Option<&str>, options: &str) -> Result<String, Failed> {
    let options = parameters::read(OnboardingOptions::RECORD, options)?;
    let (needed, urls) = merchants::options_of(Given(&options));
    let account = account.map(account_of).transpose()?;
    let account = account.as_ref().map(|account| AccountRef::of(account.record, account));
    json(&merchants::onboard_by(account, &needed, urls)?)
}

/// Reads an account of v1 or of v2.
fn account_of(text: &str) -> Result<Dynamic<'_>, Failed> {
    for operation in [RetrieveAccount::OPERATION, RetrieveV2Account::OPERATION] {
        if let Some(account) = answers::object(operation.answer, text) {
            return Ok(account);
        }
    }
    let response = answered(text);
    let body = call::successful_body(&response)?;
    Err(call::not_the_object(&response, body, RetrieveAccount::OPERATION).into())
}

/// Returns whether to provide what the customer subscribed to, by the subscription's status.
#[must_use]
pub fn plan_status(status: &str) -> Option<String> {
    PlanStatus::of_status(status).map(|status| status.to_string())
}

/// Returns a payment's ledger: the record [`Ledger`](crate::payments::Ledger).
///
/// Errors: those of [`PaymentFacts::from_json`] and [`PaymentFacts::ledger`].
pub fn ledger(facts: &str) -> Result<String, Failed> {
    json(&PaymentFacts::from_json(facts)?.ledger()?)
}

/// Checks a payment's facts.
///
/// Errors: those of [`PaymentFacts::from_json`].
pub fn check_payment_facts(facts: &str) -> Result<(), Failed> {
    PaymentFacts::from_json(facts)?;
    Ok(())
}

/// Returns a payment's facts from Stripe's objects: the record [`PaymentFacts`].
///
/// Errors: those of [`PaymentFacts::of`] and of [`call::read`](crate::call::read).
pub fn payment_facts(
    charge: &str,
    transaction: Option<&str>,
    fee: Option<&str>,
    fees_payer: &str,
) -> Result<String, Failed> {
    let transaction = transaction.map(answer::<RetrieveBalanceTransaction>).transpose()?;
    let fee = fee.map(answer::<RetrieveApplicationFee>).transpose()?;
    let charge = answer::<RetrieveCharge>(charge)?;
    json(&PaymentFacts::of(&charge, transaction.as_ref(), fee.as_ref(), fees_payer)?)
}

/// Returns a dispute's facts from Stripe's object: the record [`DisputeFacts`].
///
/// Errors: those of [`DisputeFacts::of`] and of [`call::read`](crate::call::read).
pub fn dispute_facts(dispute: &str) -> Result<String, Failed> {
    json(&DisputeFacts::of(&answer::<RetrieveDispute>(dispute)?)?)
}

/// Reads a merchant; its configuration is JSON text inside the JSON.
fn methods_of(merchant: &Json) -> Result<MerchantMethods, Failed> {
    let text = |name| merchant.member(name).text().unwrap_or_default();
    let capabilities = merchant.member("capabilities").members().iter();
    Ok(MerchantMethods {
        account: text("account").to_owned(),
        configuration: configuration(text("configuration"))?,
        capabilities: capabilities
            .filter_map(|(name, status)| Some((name.clone(), status.text()?)))
            .collect::<Metadata>(),
    })
}

fn methods_of_all(merchants: &str) -> Result<Vec<MerchantMethods>, Failed> {
    Json::parse(merchants)?.items().iter().map(methods_of).collect()
}

fn configuration(text: &str) -> Result<PaymentMethodConfiguration, Failed> {
    answer::<RetrievePaymentMethodConfiguration>(text)
}

/// Reads an object as the operation would return it.
fn answer<O: Operation + Default>(text: &str) -> Result<O::Answer, Failed> {
    Ok(call::read::<O>(&answered(text))?)
}
