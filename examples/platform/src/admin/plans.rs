//! The merchants' plans: each merchant is a customer of the platform, and subscribes on the platform's
//! account.

use axum::extract::{Path, State};
use axum::response::Response;
use counterfoil::billing::{
    CreateBillingPortalSession, CreateCustomer, CreatePrice, CreateProduct, CreateSubscriptionSession,
    ListPrices, PlanStatus, RetrieveSubscription,
};
use counterfoil::checkout::{Interval, LineItem, Recurring, Session};
use counterfoil::webhook::Outcome;
use counterfoil::{Error, IdempotencyKey, Metadata};
use maud::{Markup, html};
use sqlx::Row;

use super::Halt;
use super::merchant::{find as merchant, fresh_key, missing, to};
use crate::app::{App, Parts, see_other};
use crate::catalog::Merchant;
use crate::database::{Database, now, storable};

/// The lookup key of the plan's price, so that test and live mode have one each.
const PRICE: &str = "market_hall_pro_monthly";

/// A merchant's plan as it is stored.
pub(super) struct Plan {
    customer: String,
    status: Option<String>,
}

/// The plan of a merchant.
pub(super) async fn find(db: &Database, account: &str) -> Result<Option<Plan>, sqlx::Error> {
    let row = sqlx::query("SELECT customer, status FROM plans WHERE account = $1")
        .bind(storable(account))
        .fetch_optional(db.pool())
        .await?;
    row.map(|row| Ok(Plan { customer: row.try_get("customer")?, status: row.try_get("status")? })).transpose()
}

/// The section of the merchant's page about its plan.
pub(super) fn section(account: &str, plan: Option<&Plan>) -> Markup {
    let status = plan.and_then(|plan| plan.status.as_deref());
    let lives = status.is_some_and(|status| status != "canceled");
    html! {
        section.card #plan data-status=(status.unwrap_or("none")) {
            h2 { "Plan" }
            p {
                @match status {
                    Some("active") => "Pro, paid.",
                    Some("past_due") => "Pro; the last payment failed and is tried again.",
                    Some("suspended") => "Pro, suspended until it is paid.",
                    Some("pending") => "Pro, as soon as the first payment is there.",
                    Some("canceled") => "Free. The Pro plan was canceled.",
                    _ => "Free.",
                }
            }
            div.actions {
                @if lives {
                    form method="post" action={ "/admin/merchants/" (account) "/portal" } {
                        button #portal type="submit" { "Manage the plan" }
                    }
                } @else {
                    form method="post" action={ "/admin/merchants/" (account) "/plan" } {
                        button #subscribe type="submit" { "Subscribe to Pro for 49.00 EUR a month" }
                    }
                }
            }
        }
    }
}

/// `POST /admin/merchants/{account}/plan`
pub(super) async fn subscribe(State(app): State<App>, Path(account): Path<String>) -> Result<Response, Halt> {
    let Some(merchant) = merchant(&app, &account) else { return Ok(missing()) };
    let customer = customer(&app, merchant).await?;
    let back = format!("{}/admin/merchants/{account}", app.public_url);
    let session = CreateSubscriptionSession {
        customer: Some(customer),
        line_items: vec![LineItem {
            price: Some(price(&app).await?),
            quantity: Some(1),
            ..Default::default()
        }],
        success_url: format!("{back}?session={{CHECKOUT_SESSION_ID}}"),
        cancel_url: Some(back),
        client_reference_id: Some(account.clone()),
        ..Default::default()
    };
    let key = fresh_key(&merchant.account, "plan");
    let session = app.http.send(app.platform.call(session, key)?).await?;
    Ok(session.url.as_deref().and_then(see_other).unwrap_or_else(|| to(&account)))
}

/// `POST /admin/merchants/{account}/portal`
pub(super) async fn portal(State(app): State<App>, Path(account): Path<String>) -> Result<Response, Halt> {
    let Some(merchant) = merchant(&app, &account) else { return Ok(missing()) };
    let Some(plan) = find(&app.db, &account).await? else { return Ok(missing()) };
    let session = CreateBillingPortalSession {
        customer: Some(plan.customer),
        return_url: Some(format!("{}/admin/merchants/{account}", app.public_url)),
        ..Default::default()
    };
    let key = fresh_key(&merchant.account, "portal");
    let session = app.http.send(app.platform.call(session, key)?).await?;
    Ok(see_other(&session.url).unwrap_or_else(|| to(&account)))
}

/// A merchant has completed Checkout on the platform's own account.
pub(crate) async fn began(
    app: &Parts,
    session: &Session,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let (Some(customer), Some(subscription)) = (&session.customer, &session.subscription) else {
        return Ok(());
    };
    refresh(app, customer, subscription).await
}

/// Handles an event of the platform's own subscriptions. The event may be late, so the subscription is
/// retrieved and its current status is stored.
pub(crate) async fn follow(
    app: &Parts,
    outcome: &Outcome,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let Some(subject) = outcome.subject() else { return Ok(()) };
    let (Some(customer), Some(subscription)) = (&subject.customer, &subject.subscription) else {
        return Ok(());
    };
    refresh(app, customer, subscription).await
}

async fn refresh(
    app: &Parts,
    customer: &str,
    subscription: &str,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let read = RetrieveSubscription { id: subscription.to_owned(), ..Default::default() };
    let subscription = app.http.send(app.platform.read(read)?).await?;
    let Some(status) = PlanStatus::of(&subscription) else { return Ok(()) };
    // An older subscription that has ended does not end the one that came after it.
    sqlx::query(
        "UPDATE plans SET subscription = $1, status = $2, updated_at = $3
         WHERE customer = $4 AND (subscription IS NULL OR subscription = $1 OR $2 <> 'canceled')",
    )
    .bind(storable(&subscription.id))
    .bind(status.as_str())
    .bind(now())
    .bind(storable(customer))
    .execute(app.db.pool())
    .await?;
    Ok(())
}

/// Returns the merchant as the platform's customer, created once.
async fn customer(app: &Parts, merchant: &Merchant) -> Result<String, Halt> {
    let account = merchant.account.as_str();
    if let Some(plan) = find(&app.db, account).await? {
        return Ok(plan.customer);
    }
    let create = CreateCustomer {
        name: Some(merchant.name.clone()),
        metadata: Metadata::from([("account", account)]),
        ..Default::default()
    };
    // Concurrent requests use the same key: one customer.
    let key = IdempotencyKey::of(&merchant.account, "customer", "plan");
    let customer = app.http.send(app.platform.call(create, key)?).await?;
    sqlx::query("INSERT INTO plans (account, customer, updated_at) VALUES ($1, $2, $3) ON CONFLICT (account) DO NOTHING")
        .bind(account)
        .bind(&customer.id)
        .bind(now())
        .execute(app.db.pool())
        .await?;
    Ok(customer.id)
}

/// Returns the plan's price, created with its product if there is none yet.
async fn price(app: &Parts) -> Result<String, Error> {
    let list = ListPrices { active: Some(true), lookup_keys: vec![PRICE.to_owned()], ..Default::default() };
    if let Some(price) = app.http.send(app.platform.read(list)?).await?.data.into_iter().next() {
        return Ok(price.id);
    }
    let product = CreateProduct { name: "Market Hall Pro".to_owned(), ..Default::default() };
    let product = app.http.send(app.platform.call(product, format!("{PRICE}-product").parse()?)?).await?;
    let price = CreatePrice {
        currency: "eur".to_owned(),
        unit_amount: Some(49_00),
        product: Some(product.id),
        recurring: Some(Recurring { interval: Interval::Month, ..Default::default() }),
        lookup_key: Some(PRICE.to_owned()),
        ..Default::default()
    };
    Ok(app.http.send(app.platform.call(price, PRICE.parse()?)?).await?.id)
}
