//! The Checkout button: creates an order and a Checkout Session on the merchant's account, and redirects to
//! it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use counterfoil::checkout::{CreateSession, LineItem, PaymentIntentData, Session};
use counterfoil::fulfillment;
use counterfoil::money::Amount;
use counterfoil::{Error, IdempotencyKey, Metadata};
use serde::Deserialize;
use uuid::Uuid;

use crate::app::{App, Internal, Parts, see_other};
use crate::catalog::{self, Merchant, Product};
use crate::incoming::{Form, NoForm};
use crate::orders::{self, NewOrder, Order};
use crate::pages;

/// The form of a product.
#[derive(Debug, Deserialize)]
pub(crate) struct Purchase {
    /// Generated when the page was rendered, so that a double submit can be distinguished from a second
    /// order.
    token: String,
    merchant: String,
    product: String,
    quantity: i64,
}

impl Purchase {
    fn is_orderable(&self) -> bool {
        (1..=catalog::MOST).contains(&self.quantity) && Uuid::try_parse(&self.token).is_ok()
    }
}

/// `POST /create-checkout-session`
pub(crate) async fn create(
    State(app): State<App>,
    purchase: Result<Form<Purchase>, NoForm>,
) -> Result<Response, Internal> {
    let purchase = match purchase {
        Ok(Form(purchase)) => Some(purchase),
        Err(NoForm::Other(_)) => None,
        Err(unread) => return Ok(unread.into_response()),
    };
    let Some(purchase) = purchase.filter(Purchase::is_orderable) else {
        let text = format!("Please choose from 1 to {} in the shop.", catalog::MOST);
        return Ok(pages::message(StatusCode::UNPROCESSABLE_ENTITY, "That cannot be ordered", &text));
    };
    let Some((merchant, product)) = app.catalog.find(&purchase.merchant, &purchase.product) else {
        let text = "This product is no longer for sale. The shop shows what is.";
        return Ok(pages::message(StatusCode::NOT_FOUND, "There is no such product", text));
    };
    let order = orders::place(&app.db, &new_order(merchant, product, &purchase)?).await?;
    if order.state != fulfillment::State::Open {
        // Paid already: the customer went back and pressed the same button again.
        return Ok(Redirect::to(&format!("/orders/{}", order.id)).into_response());
    }
    if let Some(page) = order.payment_url.as_deref().and_then(see_other) {
        return Ok(page);
    }
    match open_session(&app, merchant, product, &order).await {
        Ok(session) => to_payment_page(&app, &order, &session).await,
        Err(error) => {
            orders::withdraw(&app.db, &order).await?;
            tracing::error!(order = order.id, code = error.code(), "no checkout session: {error}");
            Ok(failure(&error))
        }
    }
}

fn new_order(merchant: &Merchant, product: &Product, purchase: &Purchase) -> Result<NewOrder, Error> {
    let price = product.price();
    let total = Amount::new(price.minor() * purchase.quantity, price.currency());
    Ok(NewOrder {
        // The whole request: a customer who goes back and changes the quantity wants another order.
        form_key: format!("{}/{}/{}/{}", purchase.token, merchant.account, product.slug, purchase.quantity),
        account: merchant.account.to_string(),
        merchant: merchant.name.clone(),
        product: product.name.to_owned(),
        quantity: purchase.quantity,
        total,
        fee: catalog::fee().of(total)?,
    })
}

/// Asks Stripe for the payment page. An order is one attempt to pay, so it always uses the same idempotency
/// key; a shop whose orders outlive their sessions includes the number of the attempt in the key.
async fn open_session(
    app: &Parts,
    merchant: &Merchant,
    product: &Product,
    order: &Order,
) -> Result<Session, Error> {
    let shop = &app.public_url;
    let about_the_order = Metadata::from([("order", order.id.as_str())]);
    let session = CreateSession {
        line_items: vec![LineItem::priced(product.name, product.price(), order.quantity)],
        application_fee: Some(catalog::fee()),
        client_reference_id: Some(order.id.clone()),
        cancel_url: Some(format!("{shop}/?canceled=1")),
        metadata: about_the_order.clone(),
        payment_intent_data: Some(PaymentIntentData {
            metadata: about_the_order,
            ..PaymentIntentData::default()
        }),
        ..CreateSession::payment(format!("{shop}/thanks?order={}&session={{CHECKOUT_SESSION_ID}}", order.id))
    };
    let key = IdempotencyKey::of(&merchant.account, &order.id, "checkout");
    let call = app.platform.merchant(merchant.account.clone()).call(session, key)?;
    app.http.send(call).await
}

async fn to_payment_page(app: &Parts, order: &Order, session: &Session) -> Result<Response, Internal> {
    let page = session.url.as_deref().and_then(|url| Some((url, see_other(url)?)));
    let Some((url, response)) = page else {
        orders::withdraw(&app.db, order).await?;
        tracing::error!(order = order.id, session = session.id, "the session has no page to go to");
        return Ok(unavailable(StatusCode::BAD_GATEWAY, None));
    };
    if !orders::set_payment_page(&app.db, order, &session.id, url).await? {
        tracing::warn!(order = order.id, "the order was withdrawn by a failing click beside this one");
        return Ok(unavailable(StatusCode::SERVICE_UNAVAILABLE, None));
    }
    Ok(response)
}

fn failure(error: &Error) -> Response {
    let status = match error.status() {
        Some(429) => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::BAD_GATEWAY,
    };
    unavailable(status, error.request_id())
}

fn unavailable(status: StatusCode, request_id: Option<&str>) -> Response {
    pages::payment_unavailable(status, request_id).into_response()
}
