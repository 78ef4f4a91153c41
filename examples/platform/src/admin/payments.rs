//! Payments that exist on the merchant's account only: what became of each, and giving them back.

use axum::extract::{Path, State};
use axum::response::Response;
use counterfoil::merchants::Account;
use counterfoil::money::{Amount, Currency};
use counterfoil::payments::{
    Charge, CreateRefund, DisputeFacts, Ledger, ListApplicationFees, ListCharges, ListDisputes, ListRefunds,
    PaymentFacts, RetrieveBalanceTransaction,
};
use counterfoil::{Error, IdempotencyKey};
use maud::{Markup, html};
use serde::Deserialize;
use uuid::Uuid;

use super::Halt;
use super::merchant::{find, missing, to};
use crate::app::{App, Parts};
use crate::catalog::Merchant;
use crate::incoming::Form;

/// How many payments a page shows.
const SHOWN: i64 = 10;

/// A payment, and who has what of it.
pub(super) struct Payment {
    charge: Charge,
    currency: Currency,
    ledger: Option<Ledger>,
}

/// The merchant's latest payments. What is not paid is none.
pub(super) async fn read(app: &Parts, merchant: &Merchant, account: &Account) -> Result<Vec<Payment>, Error> {
    let own = app.platform.merchant(merchant.account.clone());
    let list = ListCharges { limit: Some(SHOWN), ..Default::default() };
    let charges = app.http.send(own.read(list)?).await?;
    let payer = account.controller.as_ref().and_then(|controller| controller.fees_payer.as_deref());
    let mut payments = Vec::new();
    for charge in charges.data.into_iter().filter(|charge| charge.paid) {
        let Some(currency) = charge.currency.as_deref().and_then(|code| code.parse().ok()) else { continue };
        let ledger = match ledger(app, merchant, &charge, payer.unwrap_or("account")).await {
            Ok(ledger) => Some(ledger),
            Err(error) => {
                tracing::warn!(charge = charge.id, code = error.code(), "no ledger: {error}");
                None
            }
        };
        payments.push(Payment { charge, currency, ledger });
    }
    Ok(payments)
}

/// Who has what of a payment, from the objects on both accounts.
async fn ledger(app: &Parts, merchant: &Merchant, charge: &Charge, payer: &str) -> Result<Ledger, Error> {
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
    let refunds = ListRefunds { charge: of_charge.clone(), limit: Some(100), ..Default::default() };
    let refunds = app.http.send_all(own.read(refunds)?).await?;
    let went = |status: Option<&str>| !matches!(status, Some("failed" | "canceled"));
    let refunds = refunds.iter().filter(|refund| went(refund.status.as_deref()));
    facts.refunds = refunds.filter_map(|refund| refund.amount).collect();
    let disputes = ListDisputes { charge: of_charge, ..Default::default() };
    let disputes = app.http.send(own.read(disputes)?).await?;
    facts.disputes = disputes.data.iter().map(DisputeFacts::of).collect::<Result<_, _>>()?;
    facts.ledger()
}

/// The part of the merchant's page about its payments.
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
    html! {
        article.card.payment data-charge=(charge.id) data-refunded=(refunded) {
            header.order-head {
                p { strong { (amount(charge.amount.unwrap_or_default())) } " " code { (charge.id) } }
                @if charge.refunded { span.badge { "Refunded" } }
                @else if charge.disputed { span.badge.failed { "Disputed" } }
                @else { span.badge.fulfilled { "Paid" } }
            }
            @if let Some(ledger) = &payment.ledger {
                dl.summary data-platform=(ledger.platform) data-merchant=(ledger.merchant) {
                    div { dt { "The merchant has" } dd { (amount(ledger.merchant)) } }
                    div { dt { "The platform has" } dd { (amount(ledger.platform)) } }
                    div { dt { "Stripe has" } dd { (amount(ledger.stripe)) } }
                    div { dt { "The customer paid" } dd { (amount(-ledger.customer)) } }
                }
            }
            @if left > 0 {
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

/// What a refund's form sends.
#[derive(Deserialize)]
pub(super) struct Refund {
    /// Made when the page was rendered, so that a double click gives back once.
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
    let refund = CreateRefund {
        charge: Some(form.charge),
        amount: Some(amount.minor()),
        reason: Some("requested_by_customer".to_owned()),
        refund_application_fee: Some(form.with_fee.is_some()),
        ..Default::default()
    };
    let key = IdempotencyKey::of(&merchant.account, &form.token, "refund");
    app.http.send(app.platform.merchant(merchant.account.clone()).call(refund, key)?).await?;
    Ok(to(&account))
}
