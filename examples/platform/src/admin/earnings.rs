//! The platform's earnings: application fees, on its own account.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use counterfoil::money::{Amount, Currency};
use counterfoil::payments::{ApplicationFee, ListApplicationFees};
use maud::html;

use super::{Halt, office};
use crate::app::App;

/// `GET /admin/fees`
pub(super) async fn show(State(app): State<App>) -> Result<Response, Halt> {
    let list = ListApplicationFees { limit: Some(100), ..Default::default() };
    let fees = app.http.send_all(app.platform.read(list)?).await?;
    let mut sums: BTreeMap<String, i64> = BTreeMap::new();
    for fee in &fees {
        *sums.entry(fee.currency.clone().unwrap_or_default()).or_default() += kept(fee);
    }
    let body = html! {
        h1 { "Fees earned" }
        @if fees.is_empty() { p.quiet { "None yet." } }
        ul #sums {
            @for (currency, sum) in &sums {
                li data-currency=(currency) data-sum=(sum) { strong { (shown(*sum, currency)) } " kept" }
            }
        }
        @if !fees.is_empty() {
            div.card.scroll {
                table {
                    thead { tr { th { "Fee" } th { "Merchant" } th { "Charge" } th { "Taken" } th { "Given back" } } }
                    tbody { @for fee in &fees { (row(fee)) } }
                }
            }
        }
    };
    Ok(office("Fees earned", &body))
}

fn row(fee: &ApplicationFee) -> maud::Markup {
    let currency = fee.currency.as_deref().unwrap_or_default();
    html! {
        tr data-fee=(fee.id) {
            td { code { (fee.id) } }
            td { @if let Some(account) = &fee.account { a href={ "/admin/merchants/" (account) } { (account) } } }
            td { code { (fee.charge.as_deref().unwrap_or("–")) } }
            td { (shown(fee.amount.unwrap_or_default(), currency)) }
            td { (shown(fee.amount_refunded.unwrap_or_default(), currency)) }
        }
    }
}

fn kept(fee: &ApplicationFee) -> i64 {
    fee.amount.unwrap_or_default() - fee.amount_refunded.unwrap_or_default()
}

fn shown(minor: i64, currency: &str) -> String {
    match currency.parse::<Currency>() {
        Ok(currency) => Amount::new(minor, currency).to_string(),
        Err(_) => format!("{minor} {currency}"),
    }
}
