//! What comes after a payment: refunds and disputes. An event is the reason to retrieve the current state
//! from Stripe, which is then booked, so that no event is too late or too early.

use counterfoil::payments::{ListDisputes, ListRefunds, RetrievePaymentIntent};
use counterfoil::webhook::Outcome;
use counterfoil::{AccountId, Error, merchants::RetrieveAccount};

use crate::app::Parts;
use crate::orders::{self, Aftermath, Booked, Dispute, Order, Refund, Source};
use crate::reconciliation::{self, Look};

/// How often Stripe is asked again because the order has moved meanwhile.
const MOST_ATTEMPTS: usize = 8;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Books what an event of a refund or a dispute is about.
pub(crate) async fn follow(
    app: &Parts,
    source: &Source,
    outcome: &Outcome,
    account: &AccountId,
) -> Result<(), Failure> {
    let (event, kind) = (&source.event_id, outcome.kind());
    let payment = outcome.subject().and_then(|subject| subject.payment_intent);
    let Some(payment) = payment else {
        tracing::debug!(event, outcome = %kind, "not of a payment that this shop can have made");
        return Ok(());
    };
    match order_of(app, account, &payment).await? {
        Found::Order(order) => {
            let booked = refresh(app, *order, account, &payment, source, kind.as_str(), false).await?;
            tracing::info!(event, outcome = %kind, "money of an order: {booked:?}");
        }
        Found::Foreign => tracing::info!(event, outcome = %kind, "not of an order of this shop"),
        Found::Contradiction(why) => {
            tracing::warn!(event, outcome = %kind, "kept: {why}");
            orders::keep_unmatched(&app.db, source, why).await?;
        }
    }
    Ok(())
}

/// Books a refund that this shop has made itself, without waiting for its event.
pub(crate) async fn after_refund(
    app: &Parts,
    account: &AccountId,
    payment: &str,
    refund: &str,
) -> Result<(), Failure> {
    let Found::Order(order) = order_of(app, account, payment).await? else { return Ok(()) };
    let source = Source {
        dedupe_key: format!("refund:{account}:{refund}"),
        event_id: refund.to_owned(),
        event_type: "refund made here".to_owned(),
        account: Some(account.clone()),
        body: String::new(),
    };
    refresh(app, *order, account, payment, &source, "refund_changed", true).await.map(drop)
}

/// Retrieves and books the current state, until nothing else has moved the order in between.
async fn refresh(
    app: &Parts,
    mut order: Order,
    account: &AccountId,
    payment: &str,
    source: &Source,
    outcome: &str,
    was_asked: bool,
) -> Result<Booked, Failure> {
    for _ in 0..MOST_ATTEMPTS {
        let now = read(app, &order, account, payment).await?;
        let email = if now.disputes.is_empty() { None } else { email_of(app, account).await? };
        let booked =
            orders::book(&app.db, &order, source, outcome, was_asked, &now, email.as_deref()).await?;
        if booked != Booked::Outdated {
            return Ok(booked);
        }
        order = orders::find(&app.db, &order.id).await?.unwrap_or(order);
    }
    Err(format!("order {:?} kept moving while its money was booked", order.id).into())
}

/// The order that a payment belongs to.
enum Found {
    Order(Box<Order>),
    /// Another seller's: the merchant sells elsewhere, too.
    Foreign,
    /// It claims to be an order's, but is not.
    Contradiction(&'static str),
}

/// Returns the order that was paid with this payment. If no event has named the payment yet, its own metadata
/// names the order, and the order is first moved by what its session says.
async fn order_of(app: &Parts, account: &AccountId, payment: &str) -> Result<Found, Failure> {
    if let Some(order) = orders::paid_with(&app.db, account.as_str(), payment).await? {
        return Ok(Found::Order(Box::new(order)));
    }
    let read = RetrievePaymentIntent { id: payment.to_owned(), ..Default::default() };
    let intent = app.http.send(app.platform.merchant(account.clone()).read(read)?).await?;
    let Some(id) = intent.metadata.get("order") else { return Ok(Found::Foreign) };
    let order = orders::find(&app.db, id).await?.filter(|order| order.account == account.as_str());
    let Some(order) = order else {
        return Ok(Found::Contradiction("no order answers to it"));
    };
    if reconciliation::look(app, &order).await? == Look::Unreadable {
        return Err(format!("the session of order {:?} cannot be read", order.id).into());
    }
    Ok(match orders::paid_with(&app.db, account.as_str(), payment).await? {
        Some(order) => Found::Order(Box::new(order)),
        None => Found::Contradiction("the order that it names was not paid with it"),
    })
}

/// Returns the current refunds and disputes of a payment.
async fn read(app: &Parts, order: &Order, account: &AccountId, payment: &str) -> Result<Aftermath, Error> {
    let merchant = app.platform.merchant(account.clone());
    let of_payment = Some(payment.to_owned());
    let list = ListRefunds { payment_intent: of_payment.clone(), limit: Some(100), ..Default::default() };
    let refunds = app.http.send_all(merchant.read(list)?).await?.into_iter().map(|refund| Refund {
        id: refund.id,
        order_id: order.id.clone(),
        amount: refund.amount.unwrap_or_default(),
        status: refund.status.unwrap_or_default().to_string(),
    });
    let list = ListDisputes { payment_intent: of_payment, limit: Some(100), ..Default::default() };
    let disputes = app.http.send_all(merchant.read(list)?).await?.into_iter().map(|dispute| Dispute {
        id: dispute.id,
        order_id: order.id.clone(),
        amount: dispute.amount.unwrap_or_default(),
        currency: dispute.currency.unwrap_or_default(),
        status: dispute.status.unwrap_or_default(),
        reason: dispute.reason.unwrap_or_default(),
        // Stripe returns zero if no response is possible.
        due_by: dispute.evidence_details.and_then(|details| details.due_by).filter(|due| *due > 0),
    });
    Ok(Aftermath { refunds: refunds.collect(), disputes: disputes.collect() })
}

/// Returns the merchant's e-mail address for disputes.
async fn email_of(app: &Parts, account: &AccountId) -> Result<Option<String>, Error> {
    let read = RetrieveAccount { id: account.to_string(), ..Default::default() };
    let account = app.http.send(app.platform.read(read)?).await?;
    let object: serde_json::Value = serde_json::from_str(&account.raw).unwrap_or_default();
    Ok(object["email"].as_str().map(str::to_owned))
}
