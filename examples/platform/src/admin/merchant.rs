//! One merchant: its methods, its choices, its capabilities, and what is missing.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use counterfoil::merchants::{
    Account, CreateAccountLink, MethodPreference, MethodStanding, PaymentMethod, Readiness, RetrieveAccount,
    UpdateCapability, UpdatePaymentMethodConfiguration, readiness, standings,
};
use counterfoil::{AccountId, IdempotencyKey};
use maud::{Markup, html};
use serde::Deserialize;
use uuid::Uuid;

use super::methods::{self, title};
use super::{Halt, office, payments, plans, settings};
use crate::app::{App, Parts, see_other};
use crate::catalog::Merchant;
use crate::incoming::Form;
use crate::pages;

/// `GET /admin/merchants/{account}`
pub(super) async fn show(State(app): State<App>, Path(account): Path<String>) -> Result<Response, Halt> {
    let Some(merchant) = find(&app, &account) else { return Ok(missing()) };
    let parent = methods::parent(&app).await?;
    let own = methods::of_merchant(&app, &parent, &merchant.account).await?;
    let read = RetrieveAccount { id: account.clone(), ..Default::default() };
    let object = app.http.send(app.platform.read(read)?).await?;
    let all = standings(&parent, Some(&own.configuration));
    let needed: Vec<&str> = all.iter().filter(|one| one.on).filter_map(capability_of).collect();
    let ready = readiness(&object, &needed);
    let free = settings::merchants_manage(&app.db).await?;
    let payments = payments::read(&app, merchant, &object).await?;
    let plan = plans::find(&app.db, &account).await?;
    let body = html! {
        h1 { (merchant.name) }
        p.quiet { code { (account) } }
        (state(&account, &ready))
        section #methods { h2 { "Payment methods" } div.card.scroll { (table(&account, &all, &object, free)) } }
        (payments::section(&account, &payments))
        (plans::section(&account, plan.as_ref()))
    };
    Ok(office(&merchant.name, &body))
}

/// Whether the merchant can accept payments, and what is missing.
fn state(account: &str, ready: &Readiness) -> Markup {
    html! {
        section.card #readiness data-ready=(ready.ready) {
            h2 { @if ready.ready { "Ready to be paid" } @else { "Cannot be paid now" } }
            ul {
                @for missing in &ready.missing {
                    li.missing data-code=(missing.code) {
                        (missing.code.replace('_', " ")) ": " code { (missing.detail) }
                        @match missing.resolved_by.as_str() {
                            "request_capability" => {
                                form.inline method="post" action={ "/admin/merchants/" (account) "/capabilities" } {
                                    input type="hidden" name="capability" value=(missing.detail);
                                    button type="submit" { "Ask for it" }
                                }
                            }
                            "wait" => span.quiet { " Stripe is looking at it." },
                            "contact_stripe" => span.quiet { " Ask Stripe." },
                            _ => {
                                form.inline method="post" action={ "/admin/merchants/" (account) "/setup" } {
                                    button type="submit" { "Open the questions" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn table(account: &str, all: &[MethodStanding], object: &Account, free: bool) -> Markup {
    html! {
        table.methods {
            thead { tr { th { "Method" } th { "By default" } th { "Chosen" } th { "Capability" } th { "Customers" } @if free { th { "Choose" } } } }
            tbody {
                @for one in all {
                    tr data-method=(one.method) data-on=(one.on) data-available=(one.available) {
                        th scope="row" { (title(&one.method)) }
                        td { (one.setting.as_str().replace('_', " ")) }
                        td { (one.chosen.as_deref().unwrap_or("–")) }
                        td { (capability(one, object)) }
                        td { @if one.available { "see it" } @else { span.quiet { "do not" } } }
                        @if free { td { (choice(account, one)) } }
                    }
                }
            }
        }
    }
}

fn capability(one: &MethodStanding, object: &Account) -> Markup {
    html! {
        @if let Some(name) = capability_of(one) {
            @let status = object.capabilities.get(name).unwrap_or("unrequested");
            span.badge.fulfilled[status == "active"] title=(name) { (status) }
        } @else {
            span.quiet { "–" }
        }
    }
}

fn capability_of(one: &MethodStanding) -> Option<&'static str> {
    PaymentMethod::named(&one.method).and_then(|method| method.capability)
}

/// Three buttons, if the merchant may choose.
fn choice(account: &str, one: &MethodStanding) -> Markup {
    html! {
        @if one.may_override == Some(true) {
            form.inline method="post" action={ "/admin/merchants/" (account) "/methods" } {
                input type="hidden" name="token" value=(Uuid::new_v4().simple());
                input type="hidden" name="method" value=(one.method);
                @for (value, text) in [("on", "On"), ("off", "Off"), ("none", "As by default")] {
                    @if one.chosen.as_deref().unwrap_or("none") != value {
                        button.small type="submit" name="preference" value=(value) { (text) }
                    }
                }
            }
        } @else {
            span.quiet { "not to be changed" }
        }
    }
}

/// The form of a choice.
#[derive(Deserialize)]
pub(super) struct Choice {
    /// Generated when the page was rendered, so that a double click is one call.
    token: String,
    method: String,
    preference: String,
}

/// `POST /admin/merchants/{account}/methods`: on the merchant's own configuration.
pub(super) async fn choose(
    State(app): State<App>,
    Path(account): Path<String>,
    Form(choice): Form<Choice>,
) -> Result<Response, Halt> {
    let Some(merchant) = find(&app, &account) else { return Ok(missing()) };
    if !settings::merchants_manage(&app.db).await? {
        let text = "The platform has not given merchants the choice.";
        return Ok(pages::message(StatusCode::FORBIDDEN, "That cannot be chosen", text));
    }
    let parent = methods::parent(&app).await?;
    let own = methods::of_merchant(&app, &parent, &merchant.account).await?;
    let update = UpdatePaymentMethodConfiguration {
        id: own.configuration.id,
        methods: vec![MethodPreference { method: choice.method, preference: choice.preference }],
        ..Default::default()
    };
    let key = IdempotencyKey::of(&merchant.account, &choice.token, "methods");
    app.http.send(app.platform.merchant(merchant.account.clone()).call(update, key)?).await?;
    Ok(to(&account))
}

/// The form of "Ask for it".
#[derive(Deserialize)]
pub(super) struct Wanted {
    capability: String,
}

/// `POST /admin/merchants/{account}/capabilities`
pub(super) async fn request_capability(
    State(app): State<App>,
    Path(account): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Result<Response, Halt> {
    let Some(merchant) = find(&app, &account) else { return Ok(missing()) };
    let key = fresh_key(&merchant.account, "capability");
    let update = UpdateCapability {
        account: account.clone(),
        id: wanted.capability,
        requested: Some(true),
        ..Default::default()
    };
    app.http.send(app.platform.call(update, key)?).await?;
    Ok(to(&account))
}

/// `POST /admin/merchants/{account}/setup`: a link can be used once, so one is created for each click.
pub(super) async fn set_up(State(app): State<App>, Path(account): Path<String>) -> Result<Response, Halt> {
    let Some(merchant) = find(&app, &account) else { return Ok(missing()) };
    let back = format!("{}/admin/merchants/{account}", app.public_url);
    let link = CreateAccountLink {
        account: account.clone(),
        r#type: "account_onboarding".to_owned(),
        refresh_url: Some(back.clone()),
        return_url: Some(back),
        ..Default::default()
    };
    let key = fresh_key(&merchant.account, "setup");
    let link = app.http.send(app.platform.call(link, key)?).await?;
    Ok(see_other(&link.url).unwrap_or_else(|| to(&account)))
}

/// The merchant's page.
pub(super) fn to(account: &str) -> Response {
    Redirect::to(&format!("/admin/merchants/{account}")).into_response()
}

pub(super) fn find<'a>(app: &'a Parts, account: &str) -> Option<&'a Merchant> {
    app.catalog.merchants().iter().find(|merchant| merchant.account.as_str() == account)
}

pub(super) fn missing() -> Response {
    let text = "The address is incomplete, or the merchant is not one of this platform's.";
    pages::message(StatusCode::NOT_FOUND, "There is no such merchant", text)
}

/// Returns a key for a call that may be repeated with every click.
pub(super) fn fresh_key(account: &AccountId, purpose: &str) -> IdempotencyKey {
    IdempotencyKey::of(account, &Uuid::new_v4().simple().to_string(), purpose)
}
