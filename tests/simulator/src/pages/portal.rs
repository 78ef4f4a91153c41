//! The customer portal: shows a subscription, cancels it, and changes its card.

use maud::{Markup, html};

use super::document;
use crate::clock::readable;
use crate::delivery::all_tried;
use crate::form;
use crate::http::{Request, Response};
use crate::money::display;
use crate::server::Shared;
use crate::state::{Portal, Subscription};

/// The page of a portal session.
pub(super) fn show(shared: &Shared, token: &str) -> Response {
    let stripe = shared.stripe();
    match stripe.portal(token) {
        Some((portal, subscriptions)) => Response::html(200, page(portal, &subscriptions)),
        None => Response::html(404, super::checkout::not_found()),
    }
}

/// Handles a button: `cancel`, `keep` or `card`, with the subscription's id.
pub(super) async fn press(shared: &Shared, token: &str, request: &Request) -> Response {
    let form = form::decode(&request.body).ok();
    let text = |name: &str| form.as_ref().and_then(|form| form.text(name)).unwrap_or_default().to_owned();
    let (action, subscription) = (text("action"), text("subscription"));
    let (_, tried) = shared.step(|stripe| {
        let known = stripe.portal(token).filter(|(_, own)| own.iter().any(|one| one.id == subscription));
        let Some(scope) = known.map(|(portal, _)| portal.scope.clone()) else { return };
        match action.as_str() {
            "cancel" | "keep" => stripe.cancel_at_period_end(&scope, &subscription, action == "cancel"),
            "card" => {
                stripe.set_payments(&subscription, false);
            }
            _ => {}
        }
    });
    all_tried(tried).await;
    Response::see_other(&format!("/portal/{token}"))
}

fn page(portal: &Portal, subscriptions: &[&Subscription]) -> Markup {
    let body = html! {
        div.message {
            div.card-box {
                h1 { "Your subscriptions" }
                @if subscriptions.is_empty() {
                    p { "There is none." }
                }
                @for one in subscriptions {
                    (subscription(one))
                }
                @if !portal.return_url.is_empty() {
                    p { a #return href=(portal.return_url) { "Back" } }
                }
            }
        }
    };
    document("Your subscriptions", None, &body)
}

fn subscription(one: &Subscription) -> Markup {
    let amount = one.price["unit_amount"].as_i64().unwrap_or_default();
    let interval = one.price["recurring"]["interval"].as_str().unwrap_or_default();
    let button = |action: &str, text: &str| {
        html! { button.fail id=(action) type="submit" name="action" value=(action) { (text) } }
    };
    html! {
        form method="post" {
            input type="hidden" name="subscription" value=(one.id);
            p #status {
                (display(amount, one.price["currency"].as_str().unwrap_or_default())) " each " (interval) ": " (one.status)
            }
            @if one.ended_at.is_none() {
                p {
                    @if one.cancel_at_period_end { "It ends on " } @else { "It is paid until " }
                    (readable(one.period.1))
                }
                @if one.cancel_at_period_end { (button("keep", "Keep it")) } @else { (button("cancel", "Cancel it")) }
                (button("card", "Use another card"))
            }
        }
    }
}
