//! The admin area for the platform itself: payment methods for all merchants, each merchant's page, earnings.

mod earnings;
mod merchant;
mod methods;
mod payments;
mod plans;
mod reviews;
mod settings;

pub(crate) use plans::{began, follow};

use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil::Error;
use maud::{Markup, html};

use crate::app::{App, Internal};
use crate::pages;

/// Every path under `/admin`.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/admin", get(methods::show))
        .route("/admin/freedom", post(methods::set_freedom))
        .route("/admin/reviews", post(reviews::create))
        .route("/admin/reviews/{id}", get(reviews::show))
        .route("/admin/reviews/{id}/apply", post(reviews::apply))
        .route("/admin/fees", get(earnings::show))
        .route("/admin/merchants/{account}", get(merchant::show))
        .route("/admin/merchants/{account}/methods", post(merchant::choose))
        .route("/admin/merchants/{account}/capabilities", post(merchant::request_capability))
        .route("/admin/merchants/{account}/setup", post(merchant::set_up))
        .route("/admin/merchants/{account}/payments/{payment}", get(payments::show))
        .route("/admin/merchants/{account}/refunds", post(payments::refund))
        .route("/admin/merchants/{account}/plan", post(plans::subscribe))
        .route("/admin/merchants/{account}/portal", post(plans::portal))
}

/// A page of the admin area, with links to the others.
fn office(title: &str, body: &Markup) -> Response {
    let body = html! {
        nav.office { a href="/admin" { "Payment methods" } a href="/admin/fees" { "Fees earned" } a href="/orders" { "Orders" } }
        (body)
    };
    pages::document(StatusCode::OK, title, None, &body)
}

/// The error from Stripe or the connection, for people who can act on it.
fn refused(error: &Error) -> Response {
    tracing::error!(code = error.code(), "the office: {error}");
    let status = match error.status() {
        Some(400..=499) => StatusCode::UNPROCESSABLE_ENTITY,
        _ if error.status().is_none() && !error.faults().is_empty() => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::BAD_GATEWAY,
    };
    let body = html! {
        section.card.notice #refused data-code=(error.code()) {
            h1 { "That was not done" }
            p { (error) }
            p { a.button href="/admin" { "Back to the payment methods" } }
        }
    };
    pages::document(status, "That was not done", None, &body)
}

/// Either a page, or why there is none.
enum Halt {
    Stripe(Error),
    Own(Internal),
}

impl From<Error> for Halt {
    fn from(error: Error) -> Self {
        Halt::Stripe(error)
    }
}

impl From<sqlx::Error> for Halt {
    fn from(error: sqlx::Error) -> Self {
        Halt::Own(error.into())
    }
}

impl axum::response::IntoResponse for Halt {
    fn into_response(self) -> Response {
        match self {
            Halt::Stripe(error) => refused(&error),
            Halt::Own(error) => error.into_response(),
        }
    }
}
