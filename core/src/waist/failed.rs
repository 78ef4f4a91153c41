use serde::Serialize;

use crate::error::{Error, Fault};
use crate::webhook::WebhookError;

/// Why a function has no result, as JSON that the façades turn into their exceptions.
///
/// An error: `{"code","message","faults":[{"path","code","message"}],"status","request_id","stripe"}`, where
/// `stripe` is Stripe's refusal or `null`: `{"type","code","decline_code","param","message","advice_code",
/// "doc_url","request_log_url","payment_intent","replayed","advice"}`. A rejected delivery:
/// `{"code","message","diagnosis"}`. A fault of the binding itself has the code `internal`.
#[derive(Clone, PartialEq, Eq)]
pub struct Failed(String);

impl Failed {
    /// The JSON.
    #[must_use]
    pub fn into_json(self) -> String {
        self.0
    }

    /// The binding passed something that it never should.
    #[must_use]
    pub fn internal(message: &str) -> Self {
        Failed::of(&Described {
            code: "internal",
            message,
            faults: Vec::new(),
            status: None,
            request_id: None,
            stripe: None,
        })
    }

    /// A number that is negative where the core has no sign.
    pub(super) fn negative(path: &str) -> Self {
        Failed::from(Error::fault(path, "out_of_range", "expected zero or more"))
    }

    /// Texts that cannot cross, since they hold half of a surrogate pair; `paths` say which.
    #[must_use]
    pub fn invalid_text(paths: Vec<String>) -> Self {
        let text = "expected whole characters, found half of a surrogate pair: cut texts between characters";
        Failed::from(Error::of_faults(
            paths.into_iter().map(|path| Fault::new(path, "invalid_text", text)).collect(),
        ))
    }

    fn of(described: &impl Serialize) -> Self {
        Failed(serde_json::to_string(described).unwrap_or_default())
    }
}

/// Without what is inside: the texts of an error can name what the caller passed.
impl std::fmt::Debug for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Failed")
    }
}

#[derive(Serialize)]
struct Described<'e> {
    code: &'e str,
    message: &'e str,
    faults: Vec<DescribedFault<'e>>,
    status: Option<u16>,
    request_id: Option<&'e str>,
    stripe: Option<Refusal<'e>>,
}

#[derive(Serialize)]
struct DescribedFault<'e> {
    path: &'e str,
    code: &'e str,
    message: &'e str,
}

#[derive(Serialize)]
struct Refusal<'e> {
    r#type: &'e str,
    code: Option<&'e str>,
    decline_code: Option<&'e str>,
    param: Option<&'e str>,
    message: Option<&'e str>,
    advice_code: Option<&'e str>,
    doc_url: Option<&'e str>,
    request_log_url: Option<&'e str>,
    payment_intent: Option<&'e str>,
    replayed: bool,
    advice: &'static str,
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        fn described(fault: &Fault) -> DescribedFault<'_> {
            DescribedFault { path: &fault.path, code: fault.code, message: &fault.message }
        }
        Failed::of(&Described {
            code: error.code(),
            message: &error.to_string(),
            faults: error.faults().iter().map(described).collect(),
            status: error.status(),
            request_id: error.request_id(),
            stripe: error.as_stripe().map(|stripe| Refusal {
                r#type: &stripe.kind,
                code: stripe.stripe_code.as_deref(),
                decline_code: stripe.decline_code.as_deref(),
                param: stripe.param.as_deref(),
                message: stripe.message.as_deref(),
                advice_code: stripe.advice_code.as_deref(),
                doc_url: stripe.doc_url.as_deref(),
                request_log_url: stripe.request_log_url.as_deref(),
                payment_intent: stripe.payment_intent.as_deref(),
                replayed: stripe.replayed,
                advice: stripe.advice().as_str(),
            }),
        })
    }
}

impl From<WebhookError> for Failed {
    fn from(rejection: WebhookError) -> Self {
        #[derive(Serialize)]
        struct Rejected<'r> {
            code: &'r str,
            message: &'r str,
            diagnosis: &'r str,
        }
        Failed::of(&Rejected {
            code: rejection.code(),
            message: rejection.message(),
            diagnosis: rejection.diagnosis(),
        })
    }
}

impl From<serde_json::Error> for Failed {
    fn from(error: serde_json::Error) -> Self {
        Failed::internal(&error.to_string())
    }
}
