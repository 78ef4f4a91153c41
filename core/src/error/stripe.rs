use std::borrow::Cow;
use std::fmt;

use crate::http::Response;
use crate::json::{Invalid, Reader};
use crate::names::names;
use crate::schema::answers;

/// An error that Stripe itself responded with. See <https://docs.stripe.com/api/errors>.
#[derive(Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct StripeError {
    /// The HTTP status.
    pub status: u16,
    /// Stripe's `type`: `invalid_request_error`, `card_error`, `idempotency_error`, `api_error`, or
    /// a newer one. `api_error` where a failing status came without a readable error object.
    pub kind: String,
    /// Stripe's `code`, such as `resource_missing`.
    pub stripe_code: Option<String>,
    /// The issuer's reason for a declined card.
    pub decline_code: Option<String>,
    /// What the issuer advises after a decline: `try_again_later`, `do_not_try_again`,
    /// `confirm_card_data`.
    pub advice_code: Option<String>,
    /// The parameter that Stripe names, in its own notation: `line_items[0][quantity]`.
    pub param: Option<String>,
    /// Stripe's text, meant for developers. It can repeat what the request held, such as an e-mail
    /// address, so the error's own text leaves it out.
    pub message: Option<String>,
    /// A page about this code.
    pub doc_url: Option<String>,
    /// The request in the Dashboard's log.
    pub request_log_url: Option<String>,
    /// The id of the payment intent that the error is about.
    pub payment_intent: Option<String>,
    /// The id to give Stripe's support.
    pub request_id: Option<String>,
    /// Whether Stripe repeated its stored response to an earlier request with the same idempotency key.
    pub replayed: bool,
}

impl StripeError {
    /// Stripe's `code`, or its `type` where it sends no code.
    #[must_use]
    pub fn code(&self) -> &str {
        self.stripe_code.as_deref().filter(|code| !code.is_empty()).unwrap_or(&self.kind)
    }

    /// What to do about it.
    #[must_use]
    pub fn advice(&self) -> Advice {
        match (self.status, self.code()) {
            (_, "idempotency_key_in_use" | "lock_timeout" | "rate_limit") => Advice::Retry,
            (500.., _) if self.replayed => Advice::NewKey,
            (409 | 429 | 500.., _) => Advice::Retry,
            _ if self.kind == "idempotency_error" => Advice::NewKey,
            (401 | 403, _) => Advice::FixKey,
            (
                _,
                "account_invalid"
                | "platform_account_required"
                | "platform_api_key_expired"
                | "livemode_mismatch"
                | "testmode_charges_only"
                | "secret_key_required",
            ) => Advice::FixKey,
            (402, _) => Advice::AskCustomer,
            _ if self.kind == "card_error" => Advice::AskCustomer,
            (400 | 404, _) if self.kind != "api_error" => Advice::FixRequest,
            _ => Advice::ContactStripe,
        }
    }

    /// Stripe's error in a response with a failing status, whatever its body is.
    pub(crate) fn read(response: &Response, request_id: Option<String>) -> Self {
        let mut error = StripeError {
            status: response.status,
            request_id,
            replayed: response.is_replayed(),
            ..StripeError::default()
        };
        if let Some(object) = std::str::from_utf8(&response.body).ok().and_then(error_object) {
            // The text was scanned once, so this cannot stop halfway.
            let _ = error.take(object);
        }
        if error.kind.is_empty() {
            error.kind = "api_error".to_owned();
        }
        error
    }

    fn take(&mut self, object: &str) -> Result<(), Invalid> {
        let mut reader = Reader::new(object);
        reader.object(|value, key| {
            match key {
                "type" => self.kind = text(value)?.unwrap_or_default(),
                "code" => self.stripe_code = text(value)?,
                "decline_code" => self.decline_code = text(value)?,
                "advice_code" => self.advice_code = text(value)?,
                "param" => self.param = text(value)?,
                "message" => self.message = text(value)?,
                "doc_url" => self.doc_url = text(value)?,
                "request_log_url" => self.request_log_url = text(value)?,
                "payment_intent" => self.payment_intent = id(value)?,
                _ => {
                    value.skip()?;
                }
            }
            Ok(())
        })?;
        Ok(())
    }
}

fn text(value: &mut Reader<'_>) -> Result<Option<String>, Invalid> {
    Ok(value.string()?.map(Cow::into_owned))
}

fn id(value: &mut Reader<'_>) -> Result<Option<String>, Invalid> {
    Ok(answers::id_or_text(value)?.map(Cow::into_owned))
}

/// The text of the object under `error`, if the body is a JSON object that has one.
pub(crate) fn error_object(body: &str) -> Option<&str> {
    let mut reader = Reader::new(body);
    let mut found = None;
    let read = reader.object(|value, key| {
        let is_object = value.is_object();
        let text = value.skip()?;
        if key == "error" && is_object {
            found = Some(text);
        }
        Ok(())
    });
    read.ok().filter(|is_object| *is_object)?;
    reader.end().ok().and(found)
}

/// Without Stripe's own text, as in [`Display`](fmt::Display).
impl fmt::Debug for StripeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StripeError")
            .field("status", &self.status)
            .field("kind", &self.kind)
            .field("stripe_code", &self.stripe_code)
            .field("decline_code", &self.decline_code)
            .field("advice_code", &self.advice_code)
            .field("param", &self.param)
            .field("doc_url", &self.doc_url)
            .field("payment_intent", &self.payment_intent)
            .field("request_id", &self.request_id)
            .field("replayed", &self.replayed)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for StripeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "stripe refused the request with {}: {}", self.status, self.code())?;
        if let Some(param) = &self.param {
            write!(f, " at {param}")?;
        }
        if let Some(id) = &self.request_id {
            write!(f, " (request {id})")?;
        }
        write!(f, "; {}", self.advice().hint())
    }
}

names! {
    /// What to do about a refusal by Stripe.
    #[non_exhaustive]
    pub enum Advice {
        /// Send the same request again later, with the same idempotency key.
        Retry = "retry",
        /// The key was used for another request, or for a failure that Stripe keeps repeating: see whether
        /// the object exists, then use a new key.
        NewKey = "new_key",
        /// The request is wrong, or asks for something that does not exist; the same one will fail again.
        FixRequest = "fix_request",
        /// The API key is wrong, lacks a permission, or has no access to the account.
        FixKey = "fix_key",
        /// The payment was declined: the customer should use another payment method.
        AskCustomer = "ask_customer",
        /// Nothing is known that you could do yourself; give Stripe's support the request id.
        ContactStripe = "contact_stripe",
    }
}

impl Advice {
    /// What to do, in one sentence.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Advice::Retry => "Send the same request again later, with the same idempotency key.",
            Advice::NewKey => "See whether the object exists, then use a new idempotency key.",
            Advice::FixRequest => "Change the request: the same one will fail again.",
            Advice::FixKey => "Check the API key, its permissions and the account.",
            Advice::AskCustomer => "Ask the customer for another payment method.",
            Advice::ContactStripe => "Give Stripe's support the request id.",
        }
    }

    /// The same as the end of an error's text.
    fn hint(self) -> &'static str {
        match self {
            Advice::Retry => "send it again later with the same idempotency key",
            Advice::NewKey => "see whether the object exists, then use a new idempotency key",
            Advice::FixRequest => "change the request; the same one will fail again",
            Advice::FixKey => "check the API key, its permissions and the account",
            Advice::AskCustomer => "ask the customer for another payment method",
            Advice::ContactStripe => "give stripe's support the request id",
        }
    }
}

/// The `code` of the error in a body, for the verdict on a retry.
pub(crate) fn code_in(body: &[u8]) -> Option<String> {
    let object = error_object(std::str::from_utf8(body).ok()?)?;
    let mut code: Option<Cow<'_, str>> = None;
    let read = Reader::new(object).object(|value, key| {
        match key {
            "code" => code = value.string()?,
            _ => {
                value.skip()?;
            }
        }
        Ok(())
    });
    read.ok().and(code).map(Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(status: u16, body: &str) -> StripeError {
        let response = Response { status, headers: vec![], body: body.as_bytes().to_vec() };
        StripeError::read(&response, None)
    }

    #[test]
    fn one_odd_field_does_not_lose_the_others() {
        let body = r#"{"error":{"type":"card_error","code":7,"decline_code":"insufficient_funds","payment_intent":{"id":"pi_1","object":"payment_intent"},"code":"card_declined"}}"#;
        let error = read(402, body);
        assert_eq!(error.code(), "card_declined");
        assert_eq!(error.decline_code.as_deref(), Some("insufficient_funds"));
        assert_eq!(error.payment_intent.as_deref(), Some("pi_1"));
        assert_eq!(error.advice(), Advice::AskCustomer);
    }

    #[test]
    fn the_text_repeats_nothing_of_stripes_own() {
        let body = r#"{"error":{"type":"invalid_request_error","code":"email_invalid","param":"customer_email","message":"Invalid email address: jane@example.com"}}"#;
        let error = crate::Error::stripe(read(400, body));
        let text = "stripe refused the request with 400: email_invalid at customer_email; change the request; the same one will fail again";
        assert_eq!(error.to_string(), text);
        assert!(!format!("{error:?} {:?}", error.as_stripe()).contains("jane"));
        let message = error.as_stripe().and_then(|stripe| stripe.message.as_deref());
        assert_eq!(message, Some("Invalid email address: jane@example.com"));
    }

    #[test]
    fn a_body_of_any_kind_is_an_error() {
        for body in ["", "<html>", "[]", "null", r#"{"error":"invalid_grant"}"#, r#"{"error":{}}"#] {
            assert_eq!(read(500, body).code(), "api_error", "{body}");
        }
    }
}
