//! The form in which a merchant submits what Stripe requires; here one button submits everything.

use maud::{Markup, html};

use super::document;
use crate::delivery::all_tried;
use crate::http::Response;
use crate::server::Shared;

/// The page of an account link.
pub(super) fn show(shared: &Shared, token: &str) -> Response {
    let stripe = shared.stripe();
    match stripe.onboarding(token) {
        Some((account, due)) => Response::html(200, page(&account.name, &due)),
        None => Response::html(410, spent()),
    }
}

/// Handles the button, and redirects back to the platform.
pub(super) async fn finish(shared: &Shared, token: &str) -> Response {
    let (return_to, tried) = shared.step(|stripe| stripe.finish_onboarding(token));
    all_tried(tried).await;
    match return_to {
        Some(url) if !url.is_empty() => Response::see_other(&url),
        _ => Response::html(410, spent()),
    }
}

fn page(name: &str, due: &[&str]) -> Markup {
    let title = format!("Set up {name}");
    let body = html! {
        div.message {
            div.card-box {
                h1 { (title) }
                @if due.is_empty() {
                    p { "Stripe has no questions at the moment." }
                } @else {
                    p { "Stripe needs to know:" }
                    ul #due { @for one in due { li { (one) } } }
                }
                form method="post" { button.pay #answer type="submit" { "Answer everything" } }
            }
        }
    };
    document(&title, None, &body)
}

fn spent() -> Markup {
    let body = html! {
        div.message {
            div.card-box {
                h1 { "This link was used or has expired" }
                p { "Go back to the platform and ask for a new one." }
            }
        }
    };
    document("This link was used or has expired", None, &body)
}
