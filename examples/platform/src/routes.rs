//! Every path of the shop, and the rules for all of them.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};

use crate::app::App;
use crate::{admin, checkout, pages, same_site, stripe, thanks, webhook};

pub(crate) const WEBHOOK_PATH: &str = "/webhooks/stripe";

/// The routes. Writes are only accepted from this site's own pages, except for the webhook, whose signature
/// proves where it comes from.
pub(crate) fn router(app: App) -> Router {
    Router::new()
        .route("/", get(pages::shop))
        .route("/create-checkout-session", post(checkout::create))
        .route("/thanks", get(thanks::show))
        .route("/orders", get(pages::orders))
        .route("/orders/{id}", get(pages::order))
        .route("/admin/orders/{id}/ship", post(pages::ship))
        .route("/style.css", get(pages::style))
        .merge(admin::routes().layer(middleware::from_fn(stripe::in_office_time)))
        .fallback(pages::not_found)
        .layer(middleware::from_fn_with_state(app.clone(), same_site::only))
        .route(WEBHOOK_PATH, post(webhook::receive))
        .layer(middleware::from_fn(stripe::in_time))
        .layer(middleware::from_fn_with_state(app.clone(), with_safe_headers))
        .with_state(app)
}

/// No scripts, no frames, no cached pages with personal data, no order ids for other sites.
async fn with_safe_headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, app.content_policy.clone()),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    ] {
        headers.insert(name, value);
    }
    headers.entry(HeaderName::from_static("cache-control")).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Returns the content security policy. Forms go to this site, and from there to the hosted pages at
/// `origins`: browsers also apply `form-action` to the redirect that follows a form.
pub(crate) fn content_policy(
    origins: &[String],
) -> Result<HeaderValue, axum::http::header::InvalidHeaderValue> {
    let policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; \
                  frame-ancestors 'none'; form-action 'self'";
    HeaderValue::try_from(
        std::iter::once(policy).chain(origins.iter().map(String::as_str)).collect::<Vec<_>>().join(" "),
    )
}
