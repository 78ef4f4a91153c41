//! A Checkout button and a webhook in axum: the README's program for Rust.

use std::collections::HashMap;
use std::env::var;
use std::error::Error;
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Redirect;
use axum::routing::post;
use counterfoil::checkout::{CreateSession, LineItem};
use counterfoil::fulfillment::{Action, State as OrderState, advance};
use counterfoil::money::{Amount, Currency};
use counterfoil::webhook::{EndpointSecret, Webhooks};
use counterfoil::{Fee, IdempotencyKey, Merchant, Platform};
use counterfoil_reqwest::Client;

struct Shop {
    merchant: Merchant,
    http: Client,
    webhooks: Webhooks,
    orders: Mutex<HashMap<String, OrderState>>, // stands for a table of your database
}

type Failure = (StatusCode, String);

/// The button: a page of Stripe's, on the merchant's account.
async fn checkout(State(shop): State<Arc<Shop>>, Path(order): Path<String>) -> Result<Redirect, Failure> {
    let failed = |error: counterfoil::Error| (StatusCode::BAD_GATEWAY, error.to_string());
    let params = CreateSession {
        line_items: vec![LineItem::priced("T-shirt", Amount::new(20_00, Currency::EUR), 2)],
        application_fee: Some(Fee::basis_points(250).plus(30)), // 2.5 % and 30 cents are yours
        client_reference_id: Some(order.clone()),
        ..CreateSession::payment("https://shop.example/thanks?session={CHECKOUT_SESSION_ID}")
    };
    // The order's first attempt to pay: a second click gets the same page.
    let key = IdempotencyKey::of(shop.merchant.account(), &format!("{order}/1"), "checkout");
    let call = shop.merchant.call(params, key).map_err(failed)?;
    let session = shop.http.send(call).await.map_err(failed)?;
    Ok(Redirect::to(&session.url.unwrap_or_default())) // 303
}

/// What Stripe posts: the raw bytes and the header, before anything parses them.
async fn webhook(
    State(shop): State<Arc<Shop>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, Failure> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let event = shop.webhooks.verify(&body, headers.get("stripe-signature"), now).map_err(|rejected| {
        eprintln!("webhook rejected: {}", rejected.diagnosis()); // for your log alone
        let status = StatusCode::from_u16(rejected.status()).unwrap_or(StatusCode::BAD_REQUEST);
        (status, rejected.message().to_owned())
    })?;
    let outcome = event.outcome();
    let Some(order) = outcome.session().and_then(|session| session.client_reference_id.clone()) else {
        return Ok(StatusCode::OK); // not about an order; a thin event is `Outcome::Fetch`
    };
    // In a database: a compare-and-set of the state, in one transaction with what the action does.
    let mut orders = shop.orders.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let state = orders.entry(order.clone()).or_default();
    let step = advance(*state, outcome.kind());
    *state = step.state;
    match step.action {
        Action::Fulfill | Action::FulfillLate => println!("{order}: fulfill it"),
        Action::AwaitPayment => println!("{order}: the payment is on its way, for days"),
        Action::ContactCustomer | Action::Release => println!("{order}: release the goods"),
        Action::None => {}
    }
    Ok(StatusCode::OK)
}

fn routes(shop: Arc<Shop>) -> Router {
    Router::new()
        .route("/orders/{order}/checkout", post(checkout))
        .route("/webhooks/stripe", post(webhook))
        .with_state(shop)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let platform = Platform::new(var("STRIPE_SECRET_KEY")?.parse()?);
    let shop = Arc::new(Shop {
        merchant: platform.merchant(var("MERCHANT_ACCOUNT")?.parse()?), // acct_…
        http: Client::new()?,
        webhooks: Webhooks::new([EndpointSecret::new("connect", var("STRIPE_CONNECT_WEBHOOK_SECRET")?)])?,
        orders: Mutex::default(),
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    Ok(axum::serve(listener, routes(shop)).await?)
}

#[cfg(test)]
mod tests;
