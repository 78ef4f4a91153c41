//! The pages, rendered on the server and complete without JavaScript.

mod moment;
mod order;
mod shop;
mod thanks;

pub(crate) use order::{order, orders, ship};
pub(crate) use shop::shop;
pub(crate) use thanks::{Seen, thanks};

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use counterfoil::fulfillment::State;
use maud::{DOCTYPE, Markup, html};

use crate::app::Parts;
use crate::orders::{Aftermath, Order};

/// `GET /style.css`
pub(crate) async fn style() -> Response {
    let headers = [(header::CONTENT_TYPE, "text/css"), (header::CACHE_CONTROL, "max-age=300")];
    (headers, include_str!("style.css")).into_response()
}

/// Every other path.
pub(crate) async fn not_found() -> Response {
    message(StatusCode::NOT_FOUND, "There is no such page", "The address is wrong, or the page is gone.")
}

/// A page with one message and a link back to the shop.
pub(crate) fn message(status: StatusCode, title: &str, text: &str) -> Response {
    let body = html! {
        section.card.notice {
            h1 { (title) }
            p { (text) }
            p { a.button href="/" { "Back to the shop" } }
        }
    };
    document(status, title, None, &body)
}

/// The page for a customer whose payment page could not be created.
pub(crate) fn payment_unavailable(status: StatusCode, request_id: Option<&str>) -> Response {
    let title = "Payment is not available right now";
    let body = html! {
        section.card.notice #payment-unavailable {
            h1 { (title) }
            p {
                "Our payment service did not answer as it should. Nothing was ordered and nothing was charged. "
                "Please try again in a minute."
            }
            @if let Some(id) = request_id {
                p.quiet { "If it happens again, tell us this number: " code { (id) } }
            }
            p { a.button href="/" { "Back to the shop" } }
        }
    };
    document(status, title, None, &body)
}

/// The layout of every page; `refresh` reloads it after that many seconds.
pub(crate) fn document(status: StatusCode, title: &str, refresh: Option<u32>, body: &Markup) -> Response {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                @if let Some(seconds) = refresh {
                    meta http-equiv="refresh" content=(seconds);
                }
                title { (title) " · Market Hall" }
                link rel="stylesheet" href="/style.css";
            }
            body {
                header.top {
                    a.brand href="/" { "Market Hall" }
                    nav { a href="/" { "Shop" } a href="/orders" { "Orders" } a href="/admin" { "Office" } }
                }
                main { (body) }
                footer.bottom {
                    p { "Each shop sells for itself: it is paid directly, and Market Hall keeps a fee." }
                }
            }
        }
    };
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], page.into_string()).into_response()
}

/// Where to move time forward, if payments are simulated.
fn simulated(app: &Parts) -> Markup {
    html! {
        @if let Some(url) = &app.simulator {
            p.hint #simulated {
                "Payments are simulated here, and no money moves. Orders and payments start from nothing with each "
                "start of this server. "
                a href=(url) { "Clock and events of the simulator" }
            }
        }
    }
}

/// An order's state as a label.
fn badge(state: State) -> Markup {
    let text = match state {
        State::Open => "Not paid",
        State::AwaitingPayment => "Awaiting payment",
        State::Fulfilled => "Fulfilled",
        State::Failed => "Payment failed",
        State::Expired => "Expired",
    };
    html! { span.badge.(state.as_str()) { (text) } }
}

/// What has happened to the money, as a label; nothing if all of it is still with the merchant.
fn money_badge(order: &Order, aftermath: &Aftermath) -> Markup {
    let refunded = aftermath.refunded();
    let dispute = aftermath.dispute().filter(|dispute| dispute.threatens());
    html! {
        @match dispute {
            Some(dispute) if dispute.status == "lost" => span.badge.failed { "Dispute lost" },
            Some(dispute) if dispute.is_inquiry() => span.badge.failed { "Inquiry" },
            Some(_) => span.badge.failed { "Disputed" },
            None if refunded >= order.total.minor() && refunded > 0 => span.badge { "Refunded" },
            None if refunded > 0 => span.badge { "Partly refunded" },
            None => {},
        }
    }
}

/// What was bought, in one line.
fn bought(order: &Order) -> Markup {
    html! { (order.quantity) " × " (order.product) }
}
