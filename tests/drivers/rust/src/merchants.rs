//! The protocol's operations about merchants: payment methods, readiness, ledgers.

use counterfoil::billing::{PlanStatus, Subscription};
use counterfoil::http::Response;
use counterfoil::merchants::{
    MerchantAccount, MerchantMethods, OnboardingOptions, PaymentMethodConfiguration, Purchase, Review,
    WantedMethod, offer, onboard, readiness, standings,
};
use counterfoil::payments::{Dispute, DisputeFacts, PaymentFacts};
use counterfoil::{AnyAnswer, AnyObject, AnyOperation, Metadata};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use crate::operations::{Answer, bad_request, fault, read};

pub(crate) fn run(op: &str, input: &str) -> Option<Answer> {
    Some(match op {
        "payment_methods.standings" => read_then(input, |input: Standings<'_>| {
            let child = input.child.map(configuration).transpose()?;
            Ok(json!({ "standings": standings(&configuration(input.parent)?, child.as_ref()) }))
        }),
        "payment_methods.review" => read_then(input, |input: Reviewed<'_>| {
            let review = input.review()?;
            Ok(
                json!({ "configuration": review.configuration, "changes": review.changes, "effects": review.effects }),
            )
        }),
        "payment_methods.remaining" => read_then(input, |input: Remaining<'_>| {
            let review = input.reviewed.review()?;
            let (parent, merchants) = (configuration(input.now.parent)?, merchants(&input.now.merchants)?);
            let steps = review.remaining(&parent, &merchants).map_err(|error| fault(&error))?;
            let steps: Vec<Value> = steps
                .iter()
                .map(|step| {
                    let methods: Map<String, Value> = step
                        .operation
                        .methods
                        .iter()
                        .map(|wanted| (wanted.method.clone(), wanted.preference.clone().into()))
                        .collect();
                    json!({ "configuration": step.operation.id, "methods": methods })
                })
                .collect();
            Ok(json!({ "steps": steps }))
        }),
        "payment_methods.offer" => read_then(input, |input: Offered<'_>| {
            let purchase = Purchase { currency: input.currency, mode: input.mode, amount: input.amount };
            let offer = offer(&configuration(input.parent)?, &input.merchant.methods()?, &purchase);
            offer.map(|offer| json!(offer)).map_err(|error| fault(&error))
        }),
        "merchants.readiness" => read_then(input, |input: Ready<'_>| {
            let account = account(input.account)?;
            Ok(json!(readiness(&account, &input.needed)))
        }),
        "merchants.onboard" => read_then(input, |input: Onboarded<'_>| {
            let account = input.account.map(account).transpose()?;
            let options = OnboardingOptions {
                needed: input.needed,
                refresh_url: input.refresh_url,
                return_url: input.return_url,
            };
            let found = onboard(account.as_ref(), &options).map_err(|error| fault(&error))?;
            if let Some(next) = &found.next {
                next.call().map_err(|error| fault(&error))?;
            }
            Ok(json!(found))
        }),
        "billing.plan_status" => read_then(input, |input: Subscribed<'_>| {
            let subscription = subscription(input.subscription)?;
            Ok(json!({ "plan_status": PlanStatus::of(&subscription).map(PlanStatus::as_str) }))
        }),
        "payments.ledger" => {
            let ledger = PaymentFacts::from_json(input).and_then(|facts| facts.ledger());
            ledger.map(|ledger| json!(ledger)).map_err(|error| fault(&error))
        }
        "payments.dispute_facts" => read_then(input, |input: Disputed<'_>| {
            let facts = DisputeFacts::of(&dispute(input.dispute)?);
            facts.map(|facts| json!(facts)).map_err(|error| fault(&error))
        }),
        _ => return None,
    })
}

fn read_then<'i, T: Deserialize<'i>>(input: &'i str, answer: impl FnOnce(T) -> Answer) -> Answer {
    answer(read(input)?)
}

#[derive(Deserialize)]
struct Standings<'i> {
    #[serde(borrow)]
    parent: &'i RawValue,
    #[serde(borrow)]
    child: Option<&'i RawValue>,
}

#[derive(Deserialize)]
struct Reviewed<'i> {
    #[serde(borrow)]
    parent: &'i RawValue,
    #[serde(borrow)]
    merchants: Vec<Merchant<'i>>,
    wanted: Vec<Wanted>,
}

#[derive(Deserialize)]
struct Remaining<'i> {
    #[serde(borrow)]
    reviewed: Reviewed<'i>,
    #[serde(borrow)]
    now: Now<'i>,
}

#[derive(Deserialize)]
struct Now<'i> {
    #[serde(borrow)]
    parent: &'i RawValue,
    #[serde(borrow)]
    merchants: Vec<Merchant<'i>>,
}

#[derive(Deserialize)]
struct Merchant<'i> {
    account: String,
    #[serde(borrow)]
    configuration: &'i RawValue,
    capabilities: Map<String, Value>,
}

#[derive(Deserialize)]
struct Wanted {
    method: String,
    setting: String,
}

#[derive(Deserialize)]
struct Offered<'i> {
    #[serde(borrow)]
    parent: &'i RawValue,
    #[serde(borrow)]
    merchant: Merchant<'i>,
    currency: String,
    mode: String,
    amount: Option<i64>,
}

#[derive(Deserialize)]
struct Ready<'i> {
    #[serde(borrow)]
    account: &'i RawValue,
    needed: Vec<String>,
}

#[derive(Deserialize)]
struct Onboarded<'i> {
    #[serde(borrow)]
    account: Option<&'i RawValue>,
    #[serde(default)]
    needed: Vec<String>,
    refresh_url: Option<String>,
    return_url: Option<String>,
}

#[derive(Deserialize)]
struct Subscribed<'i> {
    #[serde(borrow)]
    subscription: &'i RawValue,
}

#[derive(Deserialize)]
struct Disputed<'i> {
    #[serde(borrow)]
    dispute: &'i RawValue,
}

impl Reviewed<'_> {
    fn review(&self) -> Result<Review, Value> {
        let wanted: Vec<WantedMethod> = self
            .wanted
            .iter()
            .map(|wanted| WantedMethod { method: wanted.method.clone(), setting: wanted.setting.clone() })
            .collect();
        Review::of(&configuration(self.parent)?, &merchants(&self.merchants)?, &wanted)
            .map_err(|error| fault(&error))
    }
}

impl Merchant<'_> {
    fn methods(&self) -> Result<MerchantMethods, Value> {
        let status = |(name, status): (&String, &Value)| {
            (name.clone(), status.as_str().unwrap_or_default().to_owned())
        };
        Ok(MerchantMethods {
            account: self.account.clone(),
            configuration: configuration(self.configuration)?,
            capabilities: self.capabilities.iter().map(status).collect::<Metadata>(),
        })
    }
}

fn merchants(all: &[Merchant<'_>]) -> Result<Vec<MerchantMethods>, Value> {
    all.iter().map(Merchant::methods).collect()
}

fn configuration(json: &RawValue) -> Result<PaymentMethodConfiguration, Value> {
    object("payment_method_configurations.retrieve", json)?.try_into().map_err(|error| fault(&error))
}

fn subscription(json: &RawValue) -> Result<Subscription, Value> {
    object("subscriptions.retrieve", json)?.try_into().map_err(|error| fault(&error))
}

fn dispute(json: &RawValue) -> Result<Dispute, Value> {
    object("disputes.retrieve", json)?.try_into().map_err(|error| fault(&error))
}

/// An account of v1 or of v2, by what it says that it is.
fn account(json: &RawValue) -> Result<MerchantAccount, Value> {
    #[derive(Deserialize)]
    struct Object {
        object: Option<String>,
    }
    let Object { object: kind } = read(json.get())?;
    let is_v2 = kind.as_deref() == Some("v2.core.account");
    let name = if is_v2 { "v2.core.accounts.retrieve" } else { "accounts.retrieve" };
    object(name, json)?.try_into().map_err(|error| fault(&error))
}

/// An object as the operation of that name would answer with it.
fn object(name: &str, json: &RawValue) -> Result<AnyObject, Value> {
    let response = Response { status: 200, headers: Vec::new(), body: json.get().as_bytes().to_vec() };
    match AnyOperation::read(name, &response).map_err(|error| fault(&error))? {
        AnyAnswer::Object(object) => Ok(object),
        AnyAnswer::Page(_) => Err(bad_request("expected an object")),
    }
}
