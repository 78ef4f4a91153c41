//! The pages a person sees.

mod checkout;
mod color;
mod details;
mod differences;
mod overview;
mod portal;
mod setup;
mod strip;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::delivery::all_tried;
use crate::form;
use crate::http::{Request, Response};
use crate::server::Shared;
use crate::state::{Outcome, Status};

pub(crate) use details::is_email;
use details::{Details, Entered};

/// Responds to a request for a hosted page.
pub(crate) async fn answer(shared: &Shared, request: &Request) -> Response {
    match (request.method.as_str(), request.segments().as_slice()) {
        ("GET", ["c", "pay", id]) => show(shared, id, &Entered::default(), None, 200),
        ("POST", ["c", "pay", id]) => pay(shared, id, request).await,
        ("GET", ["portal", token]) => portal::show(shared, token),
        ("POST", ["portal", token]) => portal::press(shared, token, request).await,
        ("GET", ["setup", token]) => setup::show(shared, token),
        ("POST", ["setup", token]) => setup::finish(shared, token).await,
        _ => Response::html(404, checkout::not_found()),
    }
}

/// The page about the simulator itself.
pub(crate) fn overview(shared: &Shared) -> Response {
    Response::html(200, overview::page(shared))
}

/// The page that lists where the simulator differs from Stripe.
pub(crate) fn differences() -> Response {
    Response::html(200, differences::page())
}

/// The field of a notice about the whole form.
const GENERAL: &str = "payment_method";

/// A message for the buyer, and the field that it is about.
#[derive(Debug)]
struct Notice {
    message: String,
    field: &'static str,
}

async fn pay(shared: &Shared, id: &str, request: &Request) -> Response {
    let Ok(form) = form::decode(&request.body) else {
        let notice = notice(GENERAL, "The form arrived broken. Try again.");
        return show(shared, id, &Entered::default(), Some(notice), 400);
    };
    let (entered, free, now) = {
        let stripe = shared.stripe();
        let session = stripe.hosted(id).map(|(_, session)| session);
        // The button was pressed twice: the first press has paid.
        if let Some(session) = session.filter(|session| session.status == Status::Complete) {
            return Response::see_other(&session.success_url());
        }
        let free = session.is_some_and(|session| session.amount == 0);
        (Entered::read(&form), free, stripe.now())
    };
    let details = match Details::check(&entered, &form, free, now) {
        Ok(details) => details,
        Err((field, message)) => {
            return show(shared, id, &entered, Some(notice(field, message)), 400);
        }
    };
    let (outcome, tried) =
        shared.step(|stripe| stripe.pay(id, &details.email, details.name.as_deref(), &details.attempt));
    match outcome {
        Outcome::Complete { success_url } => {
            // Hosted Checkout makes the buyer wait for the response to the webhook.
            all_tried(tried).await;
            Response::see_other(&success_url)
        }
        Outcome::Challenged => show(shared, id, &entered, None, 200),
        Outcome::Declined { message } => {
            let field = if entered.method == "card" { "card_number" } else { GENERAL };
            show(shared, id, &entered, Some(notice(field, message)), 402)
        }
        Outcome::Invalid { field, message } => show(shared, id, &entered, Some(notice(field, message)), 400),
        Outcome::NotOpen => show(shared, id, &entered, None, 410),
    }
}

fn notice(field: &'static str, message: &str) -> Notice {
    Notice { message: message.to_owned(), field }
}

fn show(shared: &Shared, id: &str, entered: &Entered, notice: Option<Notice>, status: u16) -> Response {
    let ((), _) = shared.step(|_| ());
    let stripe = shared.stripe();
    match stripe.hosted(id) {
        None => Response::html(404, checkout::not_found()),
        Some((account, session)) if session.status == Status::Open => {
            let page = checkout::open(account, session, entered, notice.as_ref(), stripe.now());
            Response::html(status, page)
        }
        Some((account, session)) => {
            let failed = stripe.payment_failed(id);
            Response::html(410, checkout::closed(account, session, failed, stripe.now()))
        }
    }
}

/// The frame around every page.
fn document(title: &str, brand: Option<&str>, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (title) }
                style { (PreEscaped(include_str!("style.css"))) }
                @if let Some(brand) = brand {
                    style {
                        (PreEscaped(format!(
                            ":root{{--brand:{brand};--on-brand:{}}}",
                            color::text_on(brand)
                        )))
                    }
                }
            }
            body { (body) }
        }
    }
}
