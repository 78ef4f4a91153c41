//! What the buyer entered, and whether it is enough to attempt a payment.

use crate::clock;
use crate::form::Form;
use crate::state::Attempt;

/// What the page shows again after a mistake. Card numbers and IBANs must be entered again.
#[derive(Debug, Default)]
pub(super) struct Entered {
    pub(super) email: Option<String>,
    pub(super) card_name: String,
    pub(super) account_holder: String,
    /// `card` unless the buyer chose another.
    pub(super) method: String,
}

/// Enough to attempt a payment.
#[derive(Debug)]
pub(super) struct Details {
    pub(super) email: String,
    pub(super) name: Option<String>,
    pub(super) attempt: Attempt,
}

impl Entered {
    pub(super) fn read(form: &Form) -> Self {
        Self {
            email: Some(field(form, "email")),
            card_name: field(form, "card_name"),
            account_holder: field(form, "account_holder"),
            method: form.text("payment_method").unwrap_or("card").to_owned(),
        }
    }
}

impl Details {
    /// Returns the first invalid field, with a message.
    pub(super) fn check(
        entered: &Entered,
        form: &Form,
        free: bool,
        now: i64,
    ) -> Result<Self, (&'static str, &'static str)> {
        // The earlier input is stored with the card that is to be confirmed.
        if let Some(answer) = form.text("confirmation") {
            let attempt = Attempt::Confirmation { passed: answer == "complete" };
            return Ok(Self { email: String::new(), name: None, attempt });
        }
        let email = entered.email.clone().unwrap_or_default();
        if !is_email(&email) {
            return Err(("email", "Your e-mail address is incomplete."));
        }
        let (name, attempt) = if free {
            (None, Attempt::Free)
        } else if entered.method == "sepa_debit" {
            let iban = without_spaces(&field(form, "iban")).to_uppercase();
            if iban.is_empty() {
                return Err(("iban", "Your IBAN is missing."));
            }
            if entered.account_holder.is_empty() {
                return Err(("account_holder", "The account holder's name is missing."));
            }
            (Some(&entered.account_holder), Attempt::Debit(iban))
        } else if entered.method != "card" {
            let method = entered.method.clone();
            (None, Attempt::Redirect { method, authorized: form.text("redirect") != Some("fail") })
        } else {
            let number = without_spaces(&field(form, "card_number"));
            if number.is_empty() {
                return Err(("card_number", "Your card number is missing."));
            }
            check_expiry(&field(form, "card_expiry"), now)?;
            let cvc = field(form, "card_cvc");
            if !matches!(cvc.len(), 3 | 4) || !cvc.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(("card_cvc", "Your card's security code is incomplete."));
            }
            if entered.card_name.is_empty() {
                return Err(("card_name", "The name on the card is missing."));
            }
            (Some(&entered.card_name), Attempt::Card(number))
        };
        Ok(Self { email, name: name.cloned(), attempt })
    }
}

/// Returns whether a text is something, an `@`, and a domain, without blanks.
pub(crate) fn is_email(text: &str) -> bool {
    let plain = text.chars().all(|c| !c.is_whitespace() && !c.is_control());
    plain
        && text.len() <= 512
        && matches!(text.split_once('@'), Some((user, host))
            if !user.is_empty() && !host.is_empty() && !host.contains('@'))
}

/// Accepts `12/34`, `12 / 34`, `1234` or `12/2034`, unless it is in the past of the virtual clock.
fn check_expiry(text: &str, now: i64) -> Result<(), (&'static str, &'static str)> {
    let incomplete = ("card_expiry", "Your card's expiration date is incomplete.");
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let only = text.chars().all(|c| c.is_ascii_digit() || " /-".contains(c));
    if !only || !matches!(digits.len(), 4 | 6) {
        return Err(incomplete);
    }
    let month: u32 = digits[..2].parse().map_err(|_| incomplete)?;
    let year: i64 = digits[2..].parse().map_err(|_| incomplete)?;
    let year = if year < 100 { 2000 + year } else { year };
    if !(1..=12).contains(&month) {
        return Err(("card_expiry", "Your card's expiration date is invalid."));
    }
    if (year, month) < clock::year_and_month(now) {
        return Err(("card_expiry", "Your card's expiration date is in the past."));
    }
    Ok(())
}

fn field(form: &Form, name: &str) -> String {
    form.text(name).unwrap_or_default().trim().to_owned()
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOVEMBER_2026: i64 = 1_795_000_000;

    #[test]
    fn expiry_dates_are_read_as_people_write_them() {
        for good in ["12/34", "12 / 34", "1234", "11/26", "12/2034"] {
            assert!(check_expiry(good, NOVEMBER_2026).is_ok(), "{good}");
        }
        for bad in ["", "1/3", "13/34", "10/26", "12/34x", "0012", "١٢/٣٤"] {
            assert!(check_expiry(bad, NOVEMBER_2026).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_first_missing_field_is_named() {
        let field = |body: &str| {
            let form = crate::form::decode(body.as_bytes()).unwrap();
            let entered = Entered::read(&form);
            Details::check(&entered, &form, false, NOVEMBER_2026).unwrap_err().0
        };
        assert_eq!(field("email=jenny"), "email");
        assert_eq!(field("email=j@x.at"), "card_number");
        assert_eq!(field("email=j@x.at&card_number=42"), "card_expiry");
        assert_eq!(field("email=j@x.at&card_number=42&card_expiry=1234"), "card_cvc");
        assert_eq!(field("email=j@x.at&card_number=42&card_expiry=1234&card_cvc=123"), "card_name");
        assert_eq!(field("email=j@x.at&payment_method=sepa_debit"), "iban");
        assert_eq!(field("email=j@x.at&payment_method=sepa_debit&iban=AT"), "account_holder");
    }
}
