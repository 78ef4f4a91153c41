//! The hosted Checkout page.

use maud::{Markup, html};

use super::details::Entered;
use super::strip::strip;
use super::{GENERAL, Notice, color, document};
use crate::money::display;
use crate::state::{Account, LineItem, Method, Session, Status, method_named};

/// The page of an open session.
pub(super) fn open(
    account: &Account,
    session: &Session,
    entered: &Entered,
    notice: Option<&Notice>,
    now: i64,
) -> Markup {
    let merchant = merchant(account, session);
    let body = html! {
        div.checkout {
            (summary(merchant, session))
            main.payment {
                h1.visually-hidden { "Pay " (merchant) }
                @if let Some(notice) = notice.filter(|notice| notice.field == GENERAL) {
                    p.notice #notice role="alert" { (notice.message) }
                }
                @if session.challenge.is_some() && notice.is_none() {
                    (confirmation(session))
                } @else {
                    (payment(session, entered, notice))
                }
            }
        }
        (strip(now, &path(session), true))
    };
    let title = format!("Pay {merchant}");
    document(&title, Some(brand(account, session)), &body)
}

fn payment(session: &Session, entered: &Entered, notice: Option<&Notice>) -> Markup {
    html! {
        form #payment method="post" action=(path(session)) novalidate {
            h2 { "Contact" }
            (email(session, entered, notice))
            @if session.amount == 0 {
                button.pay #pay-free type="submit" { "Complete order" }
            } @else {
                h2 { "Payment method" }
                (methods(session, entered, notice))
            }
        }
    }
}

/// The bank's page for 3-D Secure; here it is two buttons.
fn confirmation(session: &Session) -> Markup {
    html! {
        form #confirmation method="post" action=(path(session)) {
            h2 { "Your bank" }
            p.mandate { "Your bank asks you to confirm the payment. In this simulator you do it here." }
            button.pay #confirm type="submit" name="confirmation" value="complete" { "Complete authentication" }
            button.fail #refuse type="submit" name="confirmation" value="fail" { "Fail authentication" }
        }
    }
}

/// The page of a session that is complete or has expired.
pub(super) fn closed(account: &Account, session: &Session, payment_failed: bool, now: i64) -> Markup {
    let merchant = merchant(account, session);
    let (title, text) = match (session.status, session.payment_status) {
        (Status::Expired, _) => (
            "This checkout has expired",
            "It can no longer be paid. Nothing was charged; start again from the shop.",
        ),
        _ if payment_failed => (
            "Your bank returned the payment",
            "Nothing was paid. This checkout cannot be used again; please order anew from the shop.",
        ),
        (_, "unpaid") => (
            "Your order is in",
            "Your bank has been asked to pay; that takes a few days. There is nothing left to do here.",
        ),
        _ => ("This order is already paid", "There is nothing left to do here."),
    };
    let body = html! {
        div.message #closed {
            div.card-box {
                p.merchant { (monogram(merchant)) span { (merchant) } }
                h1 { (title) }
                p { (text) }
                @if session.status == Status::Complete {
                    p { a #return href=(session.success_url()) { "Return to " (merchant) } }
                } @else if let Some(url) = session.text("cancel_url") {
                    p { a #cancel href=(url) { "Back to " (merchant) } }
                }
            }
        }
        (strip(now, &path(session), false))
    };
    document(title, Some(brand(account, session)), &body)
}

/// The page for a URL without a session.
pub(super) fn not_found() -> Markup {
    let body = html! {
        div.message {
            div.card-box {
                h1 { "There is no such checkout" }
                p { "The address is wrong or incomplete. Start again from the shop." }
            }
        }
    };
    document("There is no such checkout", None, &body)
}

fn summary(merchant: &str, session: &Session) -> Markup {
    html! {
        header.summary {
            div.summary-inner {
                div.summary-top {
                    @if let Some(url) = session.text("cancel_url") {
                        a.back #cancel href=(url) title={ "Cancel and go back to " (merchant) } {
                            span aria-hidden="true" { "←" } " Cancel"
                        }
                    }
                    p.merchant { (monogram(merchant)) span #merchant { (merchant) } }
                }
                p.total-label { "Pay " (merchant) }
                p.total #total { (display(session.amount, &session.currency)) }
                ul.items #line-items {
                    @for item in &session.line_items {
                        (line(item, &session.currency))
                    }
                }
                p.sum {
                    span { "Total due" }
                    span { (display(session.amount, &session.currency)) }
                }
            }
        }
    }
}

fn line(item: &LineItem, currency: &str) -> Markup {
    html! {
        li {
            div {
                p.item-name { (item.name) }
                @if let Some(description) = &item.description {
                    p.item-note { (description) }
                }
                p.item-note {
                    "Qty " (item.quantity)
                    @if item.quantity > 1 {
                        " · " (display(item.unit_amount, currency)) " each"
                    }
                }
            }
            p.item-amount { (display(item.amount(), currency)) }
        }
    }
}

fn email(session: &Session, entered: &Entered, notice: Option<&Notice>) -> Markup {
    let value = entered.email.as_deref().or(session.text("customer_email"));
    html! {
        (field("email", "E-mail", notice, &html! {
            input #email name="email" type="email" autocomplete="email" required
                value=(value.unwrap_or_default())
                placeholder="you@example.com"
                autofocus[is_about(notice, "email")]
                aria-invalid=[is_about(notice, "email").then_some("true")];
        }))
    }
}

fn methods(session: &Session, entered: &Entered, notice: Option<&Notice>) -> Markup {
    let has = |method| session.method_types.contains(&method);
    let first = session.method_types.first().copied().unwrap_or_default();
    let chosen =
        session.method_types.iter().find(|method| **method == entered.method).copied().unwrap_or(first);
    let amount = display(session.amount, &session.currency);
    let redirects = session.method_types.iter().filter(|key| !matches!(**key, "card" | "sepa_debit"));
    html! {
        div.methods {
            @if has("card") {
                input #method-card type="radio" name="payment_method" value="card"
                    checked[chosen == "card"];
                label.method for="method-card" { "Card" }
                div.panel { (card(entered, notice)) (button("pay-card", session, &amount)) }
            }
            @if has("card") && has("sepa_debit") {
                hr.rule;
            }
            @if has("sepa_debit") {
                input #method-debit type="radio" name="payment_method" value="sepa_debit"
                    checked[chosen == "sepa_debit"];
                label.method for="method-debit" { "SEPA bank debit" }
                div.panel {
                    (debit(entered, notice))
                    (button("pay-debit", session, &amount))
                }
            }
            @for (index, method) in redirects.filter_map(|key| method_named(key)).enumerate() {
                @if index > 0 || has("card") || has("sepa_debit") {
                    hr.rule;
                }
                (redirect(method, chosen, &amount))
            }
        }
    }
}

fn card(entered: &Entered, notice: Option<&Notice>) -> Markup {
    html! {
        (field("card_number", "Card number", notice, &html! {
            input #card_number name="card_number" inputmode="numeric" autocomplete="cc-number"
                placeholder="1234 1234 1234 1234" maxlength="30"
                autofocus[is_about(notice, "card_number")]
                aria-invalid=[is_about(notice, "card_number").then_some("true")];
        }))
        div.pair {
            (field("card_expiry", "Expiry", notice, &html! {
                input #card_expiry name="card_expiry" inputmode="numeric" autocomplete="cc-exp"
                    placeholder="MM / YY" maxlength="9"
                    autofocus[is_about(notice, "card_expiry")]
                    aria-invalid=[is_about(notice, "card_expiry").then_some("true")];
            }))
            (field("card_cvc", "Security code", notice, &html! {
                input #card_cvc name="card_cvc" inputmode="numeric" autocomplete="cc-csc"
                    placeholder="CVC" maxlength="4"
                    autofocus[is_about(notice, "card_cvc")]
                    aria-invalid=[is_about(notice, "card_cvc").then_some("true")];
            }))
        }
        (field("card_name", "Name on card", notice, &html! {
            input #card_name name="card_name" autocomplete="cc-name"
                value=(entered.card_name) maxlength="200"
                autofocus[is_about(notice, "card_name")]
                aria-invalid=[is_about(notice, "card_name").then_some("true")];
        }))
    }
}

/// A method that the buyer confirms on a separate page; here that page is two buttons.
fn redirect(method: &Method, chosen: &str, amount: &str) -> Markup {
    let id = format!("method-{}", method.key);
    html! {
        input id=(id) type="radio" name="payment_method" value=(method.key) checked[chosen == method.key];
        label.method for=(id) { (method.name) }
        div.panel {
            p.mandate { (method.name) " asks you to confirm the payment. In this simulator you do it here." }
            button.pay id={ "pay-" (method.key) } type="submit" name="redirect" value="authorize" {
                "Authorize " (amount)
            }
            button.fail id={ "fail-" (method.key) } type="submit" name="redirect" value="fail" {
                "Fail the payment"
            }
        }
    }
}

fn debit(entered: &Entered, notice: Option<&Notice>) -> Markup {
    html! {
        (field("iban", "IBAN", notice, &html! {
            input #iban name="iban" autocomplete="off" autocapitalize="characters" spellcheck="false"
                placeholder="AT00 0000 0000 0000 0000" maxlength="50"
                autofocus[is_about(notice, "iban")]
                aria-invalid=[is_about(notice, "iban").then_some("true")];
        }))
        (field("account_holder", "Account holder", notice, &html! {
            input #account_holder name="account_holder" autocomplete="name"
                value=(entered.account_holder) maxlength="200"
                autofocus[is_about(notice, "account_holder")]
                aria-invalid=[is_about(notice, "account_holder").then_some("true")];
        }))
        p.mandate {
            "By paying you allow the merchant to debit this account once for the amount shown. "
            "Your bank takes a few days to confirm, and you can ask it for a refund within eight weeks."
        }
    }
}

fn button(id: &str, session: &Session, amount: &str) -> Markup {
    let verb = match session.text("submit_type") {
        Some("book") => "Book for",
        Some("donate") => "Donate",
        _ => "Pay",
    };
    html! {
        button.pay id=(id) type="submit" { (verb) " " (amount) }
    }
}

fn field(name: &str, label: &str, notice: Option<&Notice>, input: &Markup) -> Markup {
    html! {
        div.field {
            label for=(name) { (label) }
            (input)
            @if let Some(notice) = notice.filter(|_| is_about(notice, name)) {
                p.field-note #notice role="alert" { (notice.message) }
            }
        }
    }
}

fn is_about(notice: Option<&Notice>, name: &str) -> bool {
    notice.is_some_and(|notice| notice.field == name)
}

fn monogram(merchant: &str) -> Markup {
    let initial = merchant.chars().find(|c| c.is_alphanumeric()).unwrap_or('·');
    html! { span.monogram aria-hidden="true" { (initial.to_uppercase()) } }
}

fn merchant<'a>(account: &'a Account, session: &'a Session) -> &'a str {
    session.branding("display_name").unwrap_or(&account.name)
}

fn brand<'a>(account: &'a Account, session: &'a Session) -> &'a str {
    session
        .branding("button_color")
        .and_then(color::checked)
        .or_else(|| color::checked(&account.brand_color))
        .unwrap_or("#1f3a5f")
}

fn path(session: &Session) -> String {
    format!("/c/pay/{}", session.id)
}
