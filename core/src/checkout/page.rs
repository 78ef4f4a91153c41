//! Rules that depend on `ui_mode`: whose page the session is shown on.

use crate::error::Fault;
use crate::params::check_web_address;
use crate::schema::{At, Given};

use super::CreateSession;

type F = At<CreateSession>;

/// Checks the URLs: which ones are required and which are not allowed depends on `ui_mode`.
pub(super) fn check_urls(given: Given<'_>, faults: &mut Vec<Fault>) {
    if let Some(word) = given.text(F::ui_mode).and_then(renamed) {
        let text = format!("since 2026-03-25.dahlia stripe calls this `{word}`");
        faults.push(Fault::new("ui_mode", "invalid_value", text));
    }
    let ui_mode = ui_mode(given);
    let own_page = matches!(ui_mode, "embedded_page" | "elements");
    // An unknown `ui_mode` is left to Stripe.
    let new_page = !own_page && !matches!(ui_mode, "hosted_page" | "form");
    let never_returns = given.text(F::redirect_on_completion) == Some("never");
    let missing = match (own_page, given.has(F::success_url), given.has(F::return_url)) {
        (false, false, _) if ui_mode == "hosted_page" => Some("success_url"),
        (true, _, false) if !never_returns => Some("return_url"),
        _ => None,
    };
    if let Some(path) = missing {
        let text = "expected the address to which the customer comes back";
        faults.push(Fault::new(path, "missing_parameter", text));
    }
    for (path, field, taken) in [
        ("success_url", F::success_url, !own_page),
        ("cancel_url", F::cancel_url, !own_page),
        ("return_url", F::return_url, own_page || new_page),
    ] {
        let url = given.text(field);
        check_web_address(url, path, faults);
        if url.is_some_and(hides_the_session_id) {
            let text = "the braces of {CHECKOUT_SESSION_ID} are percent-encoded, so stripe would not fill it in: pass them as they are";
            faults.push(Fault::new(path, "escaped_placeholder", text));
        }
        if url.is_some() && !taken {
            let text = format!("this is not for `ui_mode` `{ui_mode}`");
            faults.push(Fault::new(path, "not_in_this_ui_mode", text));
        }
    }
    if given.has(F::redirect_on_completion) && ui_mode != "embedded_page" && !new_page {
        let text = "this is for `ui_mode` `embedded_page`";
        faults.push(Fault::new("redirect_on_completion", "not_in_this_ui_mode", text));
    }
    if ui_mode == "elements" {
        for (path, field) in [
            ("after_expiration", F::after_expiration),
            ("branding_settings", F::branding_settings),
            ("custom_fields", F::custom_fields),
            ("custom_text", F::custom_text),
            ("origin_context", F::origin_context),
        ] {
            if given.has(field) {
                let text = "this is not for `ui_mode` `elements`: the page is your own";
                faults.push(Fault::new(path, "not_in_this_ui_mode", text));
            }
        }
    }
    if matches!(ui_mode, "elements" | "form") && given.has(F::optional_items) {
        let text = format!("this is not for `ui_mode` `{ui_mode}`");
        faults.push(Fault::new("optional_items", "not_in_this_ui_mode", text));
    }
}

/// Returns the `ui_mode` in its current spelling; `extra` may hold that of an older API version.
fn ui_mode(given: Given<'_>) -> &str {
    let further = || given.pairs(F::extra).find_map(|(path, value)| (path == "ui_mode").then_some(value));
    let ui_mode = given.text(F::ui_mode).or_else(further).unwrap_or("hosted_page");
    renamed(ui_mode).unwrap_or(ui_mode)
}

/// Returns the current name of a `ui_mode` of an older API version.
fn renamed(ui_mode: &str) -> Option<&'static str> {
    match ui_mode {
        "hosted" => Some("hosted_page"),
        "embedded" => Some("embedded_page"),
        "custom" => Some("elements"),
        _ => None,
    }
}

fn hides_the_session_id(url: &str) -> bool {
    if !url.contains('%') {
        return false;
    }
    let url = url.to_ascii_uppercase();
    url.contains("%7BCHECKOUT_SESSION_ID") || url.contains("CHECKOUT_SESSION_ID%7D")
}
