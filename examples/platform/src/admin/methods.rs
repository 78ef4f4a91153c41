//! The payment methods of all merchants: on by default, off by default, or blocked.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use counterfoil::AccountId;
use counterfoil::merchants::{
    ListPaymentMethodConfigurations, MerchantMethods, MethodSetting, MethodStanding,
    PaymentMethodConfiguration, RetrieveAccount, standings,
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{Halt, office, settings};
use crate::app::{App, Parts};
use crate::incoming::Form;

/// The platform's configuration, and its merchants' choices.
pub(super) struct Methods {
    pub(super) parent: PaymentMethodConfiguration,
    pub(super) merchants: Vec<MerchantMethods>,
}

/// Retrieves the current state of everything.
pub(super) async fn read(app: &Parts) -> Result<Methods, counterfoil::Error> {
    let parent = parent(app).await?;
    let mut merchants = Vec::new();
    for merchant in app.catalog.merchants() {
        merchants.push(of_merchant(app, &parent, &merchant.account).await?);
    }
    Ok(Methods { parent, merchants })
}

/// Returns the platform's default configuration.
pub(super) async fn parent(app: &Parts) -> Result<PaymentMethodConfiguration, counterfoil::Error> {
    let list = ListPaymentMethodConfigurations { active: Some(true), ..Default::default() };
    let own = app.http.send_all(app.platform.read(list)?).await?;
    Ok(own.into_iter().find(|one| one.is_default && one.parent.is_none()).unwrap_or_default())
}

/// Returns a merchant's child of it, and the merchant's capabilities.
pub(super) async fn of_merchant(
    app: &Parts,
    parent: &PaymentMethodConfiguration,
    account: &AccountId,
) -> Result<MerchantMethods, counterfoil::Error> {
    let list = ListPaymentMethodConfigurations { active: Some(true), ..Default::default() };
    let own = app.http.send_all(app.platform.merchant(account.clone()).read(list)?).await?;
    let read = RetrieveAccount { id: account.to_string(), ..Default::default() };
    let object = app.http.send(app.platform.read(read)?).await?;
    let child = own.into_iter().find(|one| one.parent.as_deref() == Some(&*parent.id));
    Ok(MerchantMethods {
        account: account.to_string(),
        configuration: child.unwrap_or_default(),
        capabilities: object.capabilities,
    })
}

/// `GET /admin`
pub(super) async fn show(State(app): State<App>) -> Result<Response, Halt> {
    let methods = read(&app).await?;
    let free = settings::merchants_manage(&app.db).await?;
    let body = html! {
        h1 { "Payment methods" }
        p.quiet {
            "What merchants' customers can pay with, unless a merchant has chosen otherwise. Blocking a method, and "
            "taking the choice from merchants, is done in Stripe's Dashboard: the API cannot."
        }
        form method="post" action="/admin/reviews" {
            div.card.scroll { (table(&methods)) }
            div.bar {
                p.quiet { "Nothing changes before you have seen what it means." }
                button #review type="submit" { "Review changes" }
            }
        }
        (freedom(free))
        section {
            h2 { "Merchants" }
            ul.orders {
                @for merchant in app.catalog.merchants() {
                    li.card { a href={ "/admin/merchants/" (merchant.account) } { (merchant.name) } }
                }
            }
        }
    };
    Ok(office("Payment methods", &body))
}

fn table(methods: &Methods) -> Markup {
    let own = standings(&methods.parent, None);
    let children = methods.merchants.iter().map(|merchant| &merchant.configuration);
    let of_merchants: Vec<MethodStanding> =
        children.flat_map(|child| standings(&methods.parent, Some(child))).collect();
    html! {
        table.methods {
            thead { tr { th { "Method" } th { "On by default" } th { "Off by default" } th { "Blocked" } th { "Merchants" } } }
            tbody {
                @for standing in &own {
                    @let setting = setting(&of_merchants, standing);
                    @let is_blocked = setting == MethodSetting::Blocked;
                    tr data-method=(standing.method) data-setting=(setting.as_str()) {
                        th scope="row" { (title(&standing.method)) }
                        @for (value, of) in [("on", MethodSetting::OnByDefault), ("off", MethodSetting::OffByDefault)] {
                            td {
                                input type="radio" name=(standing.method) value=(value) checked[setting == of]
                                    disabled[is_blocked] aria-label={ (title(&standing.method)) ": " (value) };
                            }
                        }
                        td { @if is_blocked { span.badge.failed { "Blocked" } } @else { span.quiet { "–" } } }
                        td.quiet { (chosen(&of_merchants, &standing.method)) }
                    }
                }
            }
        }
    }
}

/// Returns the platform's setting. Only a merchant's configuration shows that a method is blocked.
fn setting(of_merchants: &[MethodStanding], own: &MethodStanding) -> MethodSetting {
    let mut same = of_merchants.iter().filter(|standing| standing.method == own.method);
    let blocked = same.any(|standing| standing.setting == MethodSetting::Blocked);
    if blocked { MethodSetting::Blocked } else { own.setting }
}

/// Returns how many merchants have chosen for themselves.
fn chosen(of_merchants: &[MethodStanding], method: &str) -> String {
    let own = of_merchants.iter().filter(|standing| standing.method == method);
    match own.filter(|standing| standing.chosen.is_some()).count() {
        0 => "all as by default".to_owned(),
        1 => "1 has chosen".to_owned(),
        count => format!("{count} have chosen"),
    }
}

/// Returns `Sepa debit` for `sepa_debit`.
pub(super) fn title(method: &str) -> String {
    let words = method.replace('_', " ");
    let first = words.chars().next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + words.get(1..).unwrap_or_default()
}

fn freedom(free: bool) -> Markup {
    html! {
        section.card #freedom data-free=(free) {
            h2 { "Merchants' own choice" }
            p {
                @if free { "Merchants choose for themselves which methods they show, except those that are blocked." }
                @else { "Merchants see their payment methods and cannot change them here." }
            }
            form method="post" action="/admin/freedom" {
                input type="hidden" name="free" value=(if free { "no" } else { "yes" });
                button #toggle-freedom type="submit" {
                    @if free { "Take the choice back" } @else { "Let merchants manage their own" }
                }
            }
        }
    }
}

/// The form of the switch.
#[derive(Deserialize)]
pub(super) struct Freedom {
    free: String,
}

/// `POST /admin/freedom`
pub(super) async fn set_freedom(State(app): State<App>, Form(form): Form<Freedom>) -> Result<Response, Halt> {
    settings::set_merchants_manage(&app.db, form.free == "yes").await?;
    Ok(Redirect::to("/admin").into_response())
}
