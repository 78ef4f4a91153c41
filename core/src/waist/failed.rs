use super::object::{Object, array};
use crate::error::{Error, Fault, StripeError};
use crate::webhook::WebhookError;

/// Why a function has no result, as JSON that the bindings turn into their exceptions.
///
/// An error: `{"code","message","faults":[{"path","code","message"}],"status","request_id","stripe"}`, where
/// `stripe` is Stripe's error or `null`:
/// `{"type","code","decline_code","param","message","advice_code", "doc_url","request_log_url","payment_intent","replayed","advice"}`.
/// A rejected delivery: `{"code","message","diagnosis"}`. A bug in the binding itself has the code
/// `internal`.
#[derive(Clone, PartialEq, Eq)]
pub struct Failed(String);

impl Failed {
    /// Returns the JSON.
    #[must_use]
    pub fn into_json(self) -> String {
        self.0
    }

    /// The binding passed something that it never should.
    #[must_use]
    pub fn internal(message: &str) -> Self {
        Failed(described("internal", message, &[], None, None, None))
    }

    /// A number is negative although it must not be.
    pub(super) fn negative(path: &str) -> Self {
        Failed::from(Error::fault(path, "out_of_range", "expected zero or more"))
    }

    /// Texts that cannot be passed because they contain a lone surrogate; `paths` names them.
    #[must_use]
    pub fn invalid_text(paths: Vec<String>) -> Self {
        let text =
            "expected valid text, found a lone surrogate: do not cut a text in the middle of a character";
        Failed::from(Error::of_faults(
            paths.into_iter().map(|path| Fault::new(path, "invalid_text", text)).collect(),
        ))
    }
}

/// Without the content, since an error's texts can contain what the caller passed.
impl std::fmt::Debug for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Failed")
    }
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        let stripe = error.as_stripe().map(refusal);
        Failed(described(
            error.code(),
            &error.to_string(),
            error.faults(),
            error.status(),
            error.request_id(),
            stripe.as_deref(),
        ))
    }
}

fn described(
    code: &str,
    message: &str,
    faults: &[Fault],
    status: Option<u16>,
    request_id: Option<&str>,
    stripe: Option<&str>,
) -> String {
    let faults = array(faults.iter().map(|fault| {
        let Fault { path, code, message, .. } = fault;
        Object::new().text("path", &**path).text("code", *code).text("message", &**message).end()
    }));
    Object::new()
        .text("code", code)
        .text("message", message)
        .json("faults", &faults)
        .integer("status", status.map(i64::from))
        .text("request_id", request_id)
        .json("stripe", stripe.unwrap_or("null"))
        .end()
}

fn refusal(stripe: &StripeError) -> String {
    Object::new()
        .text("type", &*stripe.kind)
        .text("code", stripe.stripe_code.as_deref())
        .text("decline_code", stripe.decline_code.as_deref())
        .text("param", stripe.param.as_deref())
        .text("message", stripe.message.as_deref())
        .text("advice_code", stripe.advice_code.as_deref())
        .text("doc_url", stripe.doc_url.as_deref())
        .text("request_log_url", stripe.request_log_url.as_deref())
        .text("payment_intent", stripe.payment_intent.as_deref())
        .flag("replayed", stripe.replayed)
        .text("advice", stripe.advice().as_str())
        .end()
}

impl From<WebhookError> for Failed {
    fn from(rejection: WebhookError) -> Self {
        let described = Object::new().text("code", rejection.code()).text("message", rejection.message());
        Failed(described.text("diagnosis", rejection.diagnosis()).end())
    }
}

impl From<serde_json::Error> for Failed {
    fn from(error: serde_json::Error) -> Self {
        Failed::internal(&error.to_string())
    }
}
