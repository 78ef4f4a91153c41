//! Whose page a session is on, and what that page takes.

use crate::error::Fault;
use crate::params::check_web_address;

use super::CreateSession;

impl CreateSession {
    /// Whose page it is, in the words of today; `extra` has the words of other versions.
    fn ui_mode(&self) -> &str {
        let given = self.ui_mode.as_deref().or_else(|| self.extra.get("ui_mode")).unwrap_or("hosted_page");
        renamed(given).unwrap_or(given)
    }

    /// Which addresses are needed, and which are not taken, depends on whose page it is.
    pub(super) fn check_urls(&self, faults: &mut Vec<Fault>) {
        if let Some(word) = self.ui_mode.as_deref().and_then(renamed) {
            let text = format!("since 2026-03-25.dahlia stripe calls this `{word}`");
            faults.push(Fault::new("ui_mode", "invalid_value", text));
        }
        let ui_mode = self.ui_mode();
        let own_page = matches!(ui_mode, "embedded_page" | "elements");
        // What a page takes that is new to us only Stripe knows.
        let new_page = !own_page && !matches!(ui_mode, "hosted_page" | "form");
        let never_returns = self.redirect_on_completion.as_deref() == Some("never");
        let missing = match (own_page, &self.success_url, &self.return_url) {
            (false, None, _) if ui_mode == "hosted_page" => Some("success_url"),
            (true, _, None) if !never_returns => Some("return_url"),
            _ => None,
        };
        if let Some(path) = missing {
            let text = "expected the address to which the customer comes back";
            faults.push(Fault::new(path, "missing_parameter", text));
        }
        for (path, url, taken) in [
            ("success_url", &self.success_url, !own_page),
            ("cancel_url", &self.cancel_url, !own_page),
            ("return_url", &self.return_url, own_page || new_page),
        ] {
            check_web_address(url.as_deref(), path, faults);
            if url.as_deref().is_some_and(hides_the_session_id) {
                let text = "the braces of {CHECKOUT_SESSION_ID} are percent-encoded, so stripe would not fill it in: pass them as they are";
                faults.push(Fault::new(path, "escaped_placeholder", text));
            }
            if url.is_some() && !taken {
                let text = format!("this is not for `ui_mode` `{ui_mode}`");
                faults.push(Fault::new(path, "not_in_this_ui_mode", text));
            }
        }
        if self.redirect_on_completion.is_some() && ui_mode != "embedded_page" && !new_page {
            let text = "this is for `ui_mode` `embedded_page`";
            faults.push(Fault::new("redirect_on_completion", "not_in_this_ui_mode", text));
        }
        if ui_mode == "elements" {
            for (path, given) in [
                ("after_expiration", self.after_expiration.is_some()),
                ("branding_settings", self.branding_settings.is_some()),
                ("custom_fields", !self.custom_fields.is_empty()),
                ("custom_text", self.custom_text.is_some()),
                ("origin_context", self.origin_context.is_some()),
            ] {
                if given {
                    let text = "this is not for `ui_mode` `elements`: the page is your own";
                    faults.push(Fault::new(path, "not_in_this_ui_mode", text));
                }
            }
        }
        if matches!(ui_mode, "elements" | "form") && !self.optional_items.is_empty() {
            let text = format!("this is not for `ui_mode` `{ui_mode}`");
            faults.push(Fault::new("optional_items", "not_in_this_ui_mode", text));
        }
    }
}

/// What a `ui_mode` of older versions of the API is called now.
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
