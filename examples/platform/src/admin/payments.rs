//! Payments, which exist only on the merchant's account: the state of each, and refunds.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use counterfoil::merchants::{Account, RetrieveAccount};
use counterfoil::money::{Amount, Currency};
use counterfoil::payments::{
    Charge, CreateRefund, Dispute, DisputeFacts, Ledger, ListApplicationFees, ListCharges, ListDisputes,
    ListRefunds, PaymentFacts, RetrieveBalanceTransaction,
};
use counterfoil::{Error, IdempotencyKey};
use maud::{Markup, html};
use serde::Deserialize;
use uuid::Uuid;

use super::merchant::{find, missing, to};
use super::{Halt, office};
use crate::app::{App, Parts};
use crate::catalog::Merchant;
use crate::incoming::Form;
use crate::orders::{self, Order};
use crate::{aftermath, pages};

/// How many payments a page shows.
const SHOWN: i64 = 10;

/// A payment, and how it is divided.
pub(super) struct Payment {
    charge: Charge,
    currency: Currency,
    ledger: Option<Ledger>,
    /// If it could be retrieved.
    disputes: Option<Vec<Dispute>>,
    /// The order that was paid with it.
    order: Option<Order>,
}

/// `GET /admin/merchants/{account}/payments/{payment}`
pub(super) async fn show(
    State(app): State<App>,
    Path((account, payment)): Path<(String, String)>,
) -> Result<Response, Halt> {
    let Some(merchant) = find(&app, &account) else { return Ok(missing()) };
    let list = ListCharges { payment_intent: Some(payment.clone()), ..Default::default() };
    let read = RetrieveAccount { id: account.clone(), ..Default::default() };
    let object = app.http.send(app.platform.read(read)?).await?;
    let payments = listed(&app, merchant, &object, list).await?;
    let body = html! {
        p { a.plain href={ "/admin/merchants/" (account) } { "← " (merchant.name) } }
        h1 { "Payment" }
        p.quiet { code { (payment) } }
        @if payments.is_empty() { p.quiet { "Nothing was paid." } }
        @for payment in &payments { (card(&account, payment)) }
    };
    Ok(office("Payment", &body))
}

/// Returns the merchant's latest payments, without charges that were not paid.
pub(super) async fn read(app: &Parts, merchant: &Merchant, account: &Account) -> Result<Vec<Payment>, Halt> {
    listed(app, merchant, account, ListCharges { limit: Some(SHOWN), ..Default::default() }).await
}

async fn listed(
    app: &Parts,
    merchant: &Merchant,
    account: &Account,
    list: ListCharges,
) -> Result<Vec<Payment>, Halt> {
    let own = app.platform.merchant(merchant.account.clone());
    let charges = app.http.send(own.read(list)?).await?;
    let payer = account.controller.as_ref().and_then(|controller| controller.fees_payer.as_deref());
    let mut payments = Vec::new();
    for charge in charges.data.into_iter().filter(|charge| charge.paid) {
        let Some(currency) = charge.currency.as_deref().and_then(|code| code.parse().ok()) else { continue };
        let unreadable = |what: &str, error: Error| {
            tracing::warn!(charge = charge.id, code = error.code(), "no {what}: {error}");
        };
        let disputes = disputes_of(app, merchant, &charge.id).await;
        let disputes = disputes.map_err(|error| unreadable("disputes", error)).ok();
        let ledger = match &disputes {
            Some(disputes) => {
                let ledger = ledger(app, merchant, &charge, disputes, payer.unwrap_or("account")).await;
                ledger.map_err(|error| unreadable("ledger", error)).ok()
            }
            None => None,
        };
        let order = order_of(app, merchant, &charge).await?;
        payments.push(Payment { charge, currency, ledger, disputes, order });
    }
    Ok(payments)
}

/// Returns the order that was paid with a charge; if no event has reported the payment yet, the order that
/// the charge itself names.
async fn order_of(app: &Parts, merchant: &Merchant, charge: &Charge) -> Result<Option<Order>, sqlx::Error> {
    let account = merchant.account.as_str();
    let Some(payment) = &charge.payment_intent else { return Ok(None) };
    if let Some(order) = orders::paid_with(&app.db, account, payment).await? {
        return Ok(Some(order));
    }
    let Some(named) = charge.metadata.get("order") else { return Ok(None) };
    let order = orders::find(&app.db, named).await?;
    Ok(order.filter(|order| order.account == account && order.payment_intent.is_none()))
}

async fn disputes_of(app: &Parts, merchant: &Merchant, charge: &str) -> Result<Vec<Dispute>, Error> {
    let list = ListDisputes { charge: Some(charge.to_owned()), limit: Some(100), ..Default::default() };
    app.http.send_all(app.platform.merchant(merchant.account.clone()).read(list)?).await
}

/// Returns whether a dispute prevents a refund: it has withdrawn the money, or may. An inquiry has not, and a
/// full refund ends it; a dispute that was won or closed no longer matters.
fn is_in_the_way(dispute: &Dispute) -> bool {
    !dispute.is_charge_refundable
        && !matches!(dispute.status.as_deref(), Some("won" | "warning_closed" | "prevented"))
}

/// Returns how a payment is divided, from the objects on both accounts.
async fn ledger(
    app: &Parts,
    merchant: &Merchant,
    charge: &Charge,
    disputes: &[Dispute],
    payer: &str,
) -> Result<Ledger, Error> {
    let own = app.platform.merchant(merchant.account.clone());
    let transaction = match &charge.balance_transaction {
        Some(id) => {
            let read = RetrieveBalanceTransaction { id: id.clone(), ..Default::default() };
            Some(app.http.send(own.read(read)?).await?)
        }
        None => None,
    };
    let of_charge = Some(charge.id.clone());
    let fees = ListApplicationFees { charge: of_charge.clone(), ..Default::default() };
    let fees = app.http.send(app.platform.read(fees)?).await?;
    let mut facts = PaymentFacts::of(charge, transaction.as_ref(), fees.data.first(), payer)?;
    let refunds = ListRefunds { charge: of_charge, limit: Some(100), ..Default::default() };
    let refunds = app.http.send_all(own.read(refunds)?).await?;
    let went = |status: Option<&str>| !matches!(status, Some("failed" | "canceled"));
    let refunds = refunds.iter().filter(|refund| went(refund.status.as_deref()));
    facts.refunds = refunds.filter_map(|refund| refund.amount).collect();
    facts.disputes = disputes.iter().map(DisputeFacts::of).collect::<Result<_, _>>()?;
    facts.ledger()
}

/// The section of the merchant's page about its payments.
pub(super) fn section(account: &str, payments: &[Payment]) -> Markup {
    html! {
        section #payments {
            h2 { "Payments on this account" }
            @if payments.is_empty() { p.quiet { "None yet." } }
            @for payment in payments { (card(account, payment)) }
        }
    }
}

fn card(account: &str, payment: &Payment) -> Markup {
    let charge = &payment.charge;
    let amount = |minor: i64| Amount::new(minor, payment.currency);
    let refunded = charge.amount_refunded.unwrap_or_default();
    let left = charge.amount_captured.unwrap_or_default() - refunded;
    let dispute = payment.disputes.iter().flatten().find(|dispute| is_in_the_way(dispute));
    let inquiry = payment.disputes.iter().flatten().find(|dispute| dispute.is_charge_refundable);
    let is_refundable = left > 0 && dispute.is_none() && payment.disputes.is_some();
    html! {
        article.card.payment data-charge=(charge.id) data-refunded=(refunded) {
            header.order-head {
                p { strong { (amount(charge.amount.unwrap_or_default())) } " " code { (charge.id) } }
                @if dispute.is_some() { span.badge.failed { "Disputed" } }
                @else if inquiry.is_some() { span.badge.failed { "Inquiry" } }
                @else if charge.refunded { span.badge { "Refunded" } }
                @else if refunded > 0 { span.badge { "Partly refunded" } }
                @else { span.badge.fulfilled { "Paid" } }
            }
            p {
                @if let Some(order) = &payment.order {
                    a.order href={ "/orders/" (order.id) } { "Order " (order.short_id()) } " · "
                }
                @if let Some(id) = &charge.payment_intent {
                    a.details href={ "/admin/merchants/" (account) "/payments/" (id) } { code { (id) } }
                }
            }
            @if let Some(ledger) = &payment.ledger {
                dl.summary data-platform=(ledger.platform) data-merchant=(ledger.merchant) {
                    div { dt { "The merchant has" } dd { (amount(ledger.merchant)) } }
                    div { dt { "The platform has" } dd { (amount(ledger.platform)) } }
                    div { dt { "Stripe has" } dd { (amount(ledger.stripe)) } }
                    div { dt { "The customer paid" } dd { (amount(-ledger.customer)) } }
                }
            }
            @if let Some(dispute) = dispute {
                p.why data-dispute=(dispute.id) {
                    "The customer's bank disputes this payment"
                    @if let Some(status) = &dispute.status { " (" (orders::words(status)) ")" }
                    ". It cannot be refunded as well."
                }
            }
            @if let Some(inquiry) = inquiry {
                p.why data-inquiry=(inquiry.id) {
                    "The customer's bank asks about this payment. A refund of all that is left ends that."
                }
            }
            @if is_refundable {
                form.refund method="post" action={ "/admin/merchants/" (account) "/refunds" } {
                    input type="hidden" name="token" value=(Uuid::new_v4().simple());
                    input type="hidden" name="charge" value=(charge.id);
                    input type="hidden" name="currency" value=(payment.currency);
                    label { "Amount" input name="amount" inputmode="decimal" value=(amount(left).to_decimal()); }
                    label.check { input type="checkbox" name="with_fee" value="yes" checked; " with our fee" }
                    button type="submit" { "Refund" }
                }
            }
        }
    }
}

/// The form of a refund.
#[derive(Deserialize)]
pub(super) struct Refund {
    /// Generated when the page was rendered, so that a double click makes one refund.
    token: String,
    charge: String,
    currency: String,
    amount: String,
    with_fee: Option<String>,
}

/// `POST /admin/merchants/{account}/refunds`
pub(super) async fn refund(
    State(app): State<App>,
    Path(account): Path<String>,
    Form(form): Form<Refund>,
) -> Result<Response, Halt> {
    let Some(merchant) = find(&app, &account) else { return Ok(missing()) };
    let amount = Amount::parse(form.amount.trim(), form.currency.parse()?)?;
    // The page may be older than the dispute.
    if disputes_of(&app, merchant, &form.charge).await?.iter().any(is_in_the_way) {
        let text =
            "The customer's bank disputes this payment. Refunded as well, it would be paid back twice.";
        return Ok(pages::message(StatusCode::CONFLICT, "This payment cannot be refunded now", text));
    }
    let refund = CreateRefund {
        charge: Some(form.charge),
        amount: Some(amount.minor()),
        reason: Some("requested_by_customer".to_owned()),
        refund_application_fee: Some(form.with_fee.is_some()),
        ..Default::default()
    };
    let key = IdempotencyKey::of(&merchant.account, &form.token, "refund");
    let refund = app.http.send(app.platform.merchant(merchant.account.clone()).call(refund, key)?).await?;
    if let Some(payment) = &refund.payment_intent {
        // The refund is made whether this succeeds or not; its event follows.
        if let Err(error) = aftermath::after_refund(&app, &merchant.account, payment, &refund.id).await {
            tracing::warn!(refund = refund.id, "not booked yet: {error}");
        }
    }
    Ok(to(&account))
}
