use std::slice;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use counterfoil::fulfillment::Action;
use counterfoil::money::Amount;
use maud::{Markup, html};

use crate::app::{App, Internal};
use crate::effects::{self, Mail};
use crate::orders::{self, Aftermath, Goods, HistoryEntry, Order, UnmatchedEvent};

use super::moment::moment;
use super::{badge, bought, document, message, money_badge, simulated};

/// `GET /orders`
pub(crate) async fn orders(State(app): State<App>) -> Result<Response, Internal> {
    let orders = orders::recent(&app.db).await?;
    let history = orders::history_of(&app.db, &orders).await?;
    let sales = effects::sales_of(&app.db, &orders).await?;
    let aftermath = orders::aftermath_of(&app.db, &orders).await?;
    let mails = effects::outbox(&app.db).await?;
    let unmatched = orders::unmatched(&app.db).await?;
    let body = html! {
        h1 { "Orders" }
        (simulated(&app))
        @if orders.is_empty() {
            p.quiet { "No orders yet. The " a href="/" { "shop" } " is open." }
        }
        ul.orders {
            @for order in &orders {
                li.card.order data-order=(order.id) data-state=(order.state) {
                    header {
                        a.id href={ "/orders/" (order.id) } { "Order " (order.short_id()) }
                        span { (badge(order.state)) " " (money_badge(order, &aftermath.about(order))) }
                    }
                    p { (bought(order)) " from " (order.merchant) " · " strong { (order.total) } }
                    p.quiet {
                        (moment(order.created_at))
                        @if sales.iter().any(|sale| sale.order_id == order.id) { " · sale recorded" }
                    }
                    (events(history.iter().filter(|event| event.order_id == order.id)))
                }
            }
        }
        section #outbox {
            h2 { "E-mails" }
            (how_mail_goes(app.sends_mail))
            @for mail in &mails { (letter(mail, true)) }
        }
        @if !unmatched.is_empty() {
            section #unmatched {
                h2 { "Events that no order answers to" }
                p.quiet { "Genuine, and kept whole. Somebody should look at them." }
                @for event in &unmatched { (stray(event)) }
            }
        }
    };
    Ok(document(StatusCode::OK, "Orders", None, &body))
}

/// `GET /orders/{id}`
pub(crate) async fn order(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Internal> {
    let Some(order) = orders::find(&app.db, &id).await? else { return Ok(missing()) };
    let history = orders::history_of(&app.db, slice::from_ref(&order)).await?;
    let mails = effects::mails_of(&app.db, &order).await?;
    let sale = effects::sales_of(&app.db, slice::from_ref(&order)).await?.pop();
    let aftermath = orders::aftermath_of(&app.db, slice::from_ref(&order)).await?.about(&order);
    let fee = Amount::new(order.fee, order.total.currency());
    let body = html! {
        p { a.plain href="/orders" { "← All orders" } }
        section.card #order-state data-state=(order.state) {
            header.order-head {
                h1 { "Order " (order.short_id()) }
                span { (badge(order.state)) " " (money_badge(&order, &aftermath)) }
            }
            dl.summary {
                div { dt { "Items" } dd { (bought(&order)) } }
                div { dt { "From" } dd { (order.merchant) " " code { (order.account) } } }
                div { dt { "Total" } dd { strong { (order.total) } } }
                div { dt { "Platform fee" } dd { (fee) } }
                div { dt { "Placed" } dd { (moment(order.created_at)) } }
                @if let Some(email) = &order.customer_email {
                    div { dt { "Customer" } dd { (email) } }
                }
                @if let Some(session) = &order.session_id {
                    div { dt { "Session" } dd { code { (session) } } }
                }
                @if let Some(payment) = &order.payment_intent {
                    div {
                        dt { "Payment" }
                        dd { a #payment href={ "/admin/merchants/" (order.account) "/payments/" (payment) } { code { (payment) } } }
                    }
                }
                div #sale data-recorded=(sale.is_some()) {
                    dt { "Sale" }
                    dd { @if let Some(sale) = &sale { "recorded " (moment(sale.recorded_at)) } @else { "none yet" } }
                }
                (money(&order, &aftermath))
            }
            (goods(&order))
        }
        section #history {
            h2 { "History" }
            @if history.is_empty() {
                p.quiet { "Stripe has told nothing about this order yet." }
            }
            (events(history.iter()))
        }
        section #outbox {
            h2 { "E-mails" }
            (how_mail_goes(app.sends_mail))
            @for mail in &mails { (letter(mail, false)) }
        }
    };
    Ok(document(StatusCode::OK, "Order", None, &body))
}

/// What was refunded, or is disputed.
fn money(order: &Order, aftermath: &Aftermath) -> Markup {
    let currency = order.total.currency();
    let refunded = aftermath.refunded();
    let failed: Vec<_> = aftermath.refunds.iter().filter(|refund| !refund.counts()).collect();
    html! {
        @if refunded > 0 {
            div #refunded data-amount=(refunded) {
                dt { "Refunded" }
                dd { strong { (Amount::new(refunded, currency)) } " of " (order.total) }
            }
        }
        @for refund in failed {
            div.failed-refund data-refund=(refund.id) {
                dt { "Not refunded" }
                dd.why { (Amount::new(refund.amount, currency)) " (" (orders::words(&refund.status)) ")" }
            }
        }
        @for dispute in &aftermath.disputes {
            div.dispute data-dispute=(dispute.id) data-status=(dispute.status) {
                dt { @if dispute.is_inquiry() { "Inquiry" } @else { "Disputed" } }
                dd {
                    strong { (dispute.shown()) } " · " (orders::words(&dispute.reason)) " · " (orders::words(&dispute.status))
                    @if let (false, Some(due)) = (dispute.is_closed(), dispute.due_by) {
                        br; span.quiet { "answer by " (moment(due.saturating_mul(1000))) }
                    }
                }
            }
        }
    }
}

/// The state of the goods, and the button to ship them.
fn goods(order: &Order) -> Markup {
    html! {
        div #goods.order-head data-goods=(order.goods.as_str()) {
            @match order.goods {
                Goods::None => {},
                Goods::Preparing => {
                    p { "The goods are with the merchant." }
                    form method="post" action={ "/admin/orders/" (order.id) "/ship" } {
                        button type="submit" { "Mark as shipped" }
                    }
                },
                Goods::Stopped => p.why { "The goods are stopped: they must not be shipped." },
                Goods::Shipped => p { "The goods were shipped." },
            }
        }
    }
}

/// `POST /admin/orders/{id}/ship`: marks the goods as shipped.
pub(crate) async fn ship(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Internal> {
    let Some(order) = orders::find(&app.db, &id).await? else { return Ok(missing()) };
    if !orders::ship(&app.db, &order).await? {
        let text = "The goods are stopped, or they have left already. The order's page says which.";
        return Ok(message(StatusCode::CONFLICT, "These goods cannot be shipped", text));
    }
    Ok(Redirect::to(&format!("/orders/{}", order.id)).into_response())
}

fn missing() -> Response {
    let text = "The address is incomplete, or the order was never placed.";
    message(StatusCode::NOT_FOUND, "There is no such order", text)
}

fn events<'e>(history: impl Iterator<Item = &'e HistoryEntry>) -> Markup {
    html! {
        ol.events {
            @for event in history {
                li.event data-type=(event.event_type) data-action=(event.action)
                    .anomaly[is_alarming(event)] {
                    p {
                        strong { (event.event_type) }
                        span.quiet { " means " (event.outcome.replace('_', " ")) }
                    }
                    @if let Some(anomaly) = &event.anomaly {
                        p.why { "Not acted on: " (anomaly) }
                    } @else if let Some(note) = &event.note {
                        p { (note) }
                    } @else {
                        p { (deed(&event.action)) }
                    }
                    p.quiet { (moment(event.recorded_at)) " · " code { (event.event_id) } }
                }
            }
        }
    }
}

/// Returns whether someone should review it.
fn is_alarming(event: &HistoryEntry) -> bool {
    event.anomaly.is_some()
        || event.action == Action::FulfillLate.as_str()
        || matches!(event.action.as_str(), "dispute" | "refund_failed")
}

/// Returns an action in words.
fn deed(action: &str) -> &str {
    match action {
        "fulfill" => "The order was fulfilled: sale recorded, receipt written.",
        "fulfill_late" => {
            "Money came for an order that was given up. It was fulfilled; somebody should look."
        }
        "await_payment" => "The customer was told that the payment is on its way.",
        "contact_customer" => "The customer was asked to order again.",
        "release" => "The order ended unpaid.",
        _ => "Nothing was left to do.",
    }
}

fn how_mail_goes(sends_mail: bool) -> Markup {
    html! {
        @if !sends_mail {
            p.quiet { "They stay here, since no " code { "SMTP_URL" } " is set." }
        }
    }
}

fn letter(mail: &Mail, with_order: bool) -> Markup {
    html! {
        article.card.mail data-kind=(mail.kind) {
            header {
                p { strong { (mail.subject) } }
                p.quiet {
                    "To " (mail.recipient) " · " (moment(mail.created_at))
                    @if with_order { " · " a href={ "/orders/" (mail.order_id) } { "order" } }
                }
                @if let Some(sent) = mail.sent_at {
                    p.quiet { "Sent " (moment(sent)) }
                } @else if let Some(error) = &mail.last_error {
                    p.why { "Not sent after " (mail.attempts) " attempts: " (error) }
                }
            }
            pre { (mail.body) }
        }
    }
}

fn stray(event: &UnmatchedEvent) -> Markup {
    html! {
        article.card.unmatched data-event=(event.event_id) {
            p { strong { (event.event_type) } " · " (event.reason) }
            p.quiet {
                (moment(event.recorded_at)) " · " code { (event.event_id) }
                @if let Some(account) = &event.account { " · " code { (account) } }
            }
            details { summary { "The event" } pre { (event.body) } }
        }
    }
}
