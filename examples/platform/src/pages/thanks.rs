use axum::http::StatusCode;
use axum::response::Response;
use counterfoil::fulfillment::State;
use maud::{Markup, html};

use crate::orders::{Goods, Order};

use super::{badge, bought, document};

/// What the return page learned from the session, if that did not move the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seen {
    /// Nothing: the order has already reached its final state.
    NotAsked,
    /// The customer has not paid.
    NotPaid,
    /// The session could not be retrieved, or says nothing about the payment.
    Unknown,
}

/// The page that the customer returns to.
pub(crate) fn thanks(order: &Order, seen: Seen) -> Response {
    // While the session cannot be retrieved, the page reloads after some seconds.
    let (title, text, again) = match (order.state, seen) {
        (State::Fulfilled, _) if order.goods == Goods::Stopped => (
            "This order was stopped",
            "Its payment goes back to you, or your bank has asked for it, so nothing will be delivered.",
            None,
        ),
        (State::Fulfilled, _) => (
            "Thank you!",
            "We have received your payment, and your order is on its way to you. A receipt is in your e-mail.",
            None,
        ),
        (State::AwaitingPayment, _) => (
            "Your order is in",
            "Your bank has been asked to pay, which takes a few days. We write to you when the money is there.",
            None,
        ),
        (State::Failed, _) => (
            "The payment did not work",
            "Your bank declined the payment, so nothing was charged. Please order again if you still want it.",
            None,
        ),
        (State::Expired, _) => (
            "This order has expired",
            "It was never paid, and nothing was charged. Please order again if you still want it.",
            None,
        ),
        (State::Open, Seen::NotPaid) => {
            ("You have not paid yet", "The payment page is still there if you want to go on.", None)
        }
        (State::Open, Seen::Unknown | Seen::NotAsked) => (
            "We are checking your payment",
            "We cannot see it at this moment. If you have paid, all is well: this page follows by itself.",
            Some(10),
        ),
    };
    let body = html! {
        section.card.notice #order-state data-state=(order.state) aria-live="polite" {
            p { (badge(order.state)) }
            h1 { (title) }
            p { (text) }
            (summary(order))
            p.actions {
                @if let (Seen::NotPaid, Some(url)) = (seen, &order.payment_url) {
                    a.button href=(url) { "Continue to payment" }
                } @else {
                    a.button href="/" { "Back to the shop" }
                }
                a.plain href={ "/orders/" (order.id) } { "Order details" }
            }
        }
    };
    document(StatusCode::OK, title, again, &body)
}

fn summary(order: &Order) -> Markup {
    html! {
        dl.summary {
            div { dt { "Order" } dd { code { (order.short_id()) } } }
            div { dt { "From" } dd { (order.merchant) } }
            div { dt { "Items" } dd { (bought(order)) } }
            div { dt { "Total" } dd { strong { (order.total) } } }
        }
    }
}
