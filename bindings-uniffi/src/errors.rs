//! One exception for everything, with all that is known about it.

use counterfoil::Error;
use counterfoil::webhook::WebhookError;

/// What went wrong. The façades turn it into their own exceptions.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum NativeError {
    /// The only variant: the details tell.
    #[error("{}", details.text)]
    Failed {
        /// All that is known. In a box, since an error should cost a success nothing.
        details: Box<ErrorDetails>,
    },
}

/// All that is known about an error.
#[derive(Debug, uniffi::Record)]
pub struct ErrorDetails {
    /// The stable code.
    pub code: String,
    /// What to do about it; safe to show.
    pub text: String,
    /// Every wrong value, if the caller's values were wrong.
    pub faults: Vec<FaultDetails>,
    /// Stripe's refusal, if it was one.
    pub stripe: Option<StripeDetails>,
    /// The HTTP status, if there was an answer.
    pub status: Option<i32>,
    /// The id to give Stripe's support.
    pub request_id: Option<String>,
    /// For the operator's log, if a webhook was rejected.
    pub diagnosis: Option<String>,
}

/// One wrong value.
#[derive(Debug, uniffi::Record)]
pub struct FaultDetails {
    /// Stripe's parameter path.
    pub path: String,
    /// The rule it breaks.
    pub code: String,
    /// What was expected.
    pub text: String,
}

/// What Stripe said.
#[derive(Debug, uniffi::Record)]
pub struct StripeDetails {
    /// Stripe's `type`.
    pub kind: String,
    /// Stripe's `code`.
    pub stripe_code: Option<String>,
    /// The issuer's reason.
    pub decline_code: Option<String>,
    /// What the issuer advises.
    pub advice_code: Option<String>,
    /// The parameter that Stripe names.
    pub param: Option<String>,
    /// A page about the code.
    pub doc_url: Option<String>,
    /// The request in the Dashboard's log.
    pub request_log_url: Option<String>,
    /// The payment intent that it is about.
    pub payment_intent: Option<String>,
    /// What to do about it.
    pub advice: String,
    /// Stripe's own text.
    pub text: Option<String>,
    /// Whether it is a stored answer to an earlier request.
    pub replayed: bool,
}

impl NativeError {
    /// A number that is negative where the core has no sign.
    pub(crate) fn negative(path: &str) -> Self {
        Self::of_values("out_of_range", "expected zero or more", vec![path.to_owned()])
    }

    /// Texts that cannot cross the border, since they hold half of a surrogate pair: a text of UTF-16 was
    /// cut inside a character.
    pub(crate) fn cut_text(paths: Vec<String>) -> Self {
        let text = "expected whole characters, found half of a surrogate pair: cut texts between characters";
        Self::of_values("invalid_text", text, paths)
    }

    /// The same fault at each path.
    fn of_values(code: &str, text: &str, paths: Vec<String>) -> Self {
        let places: Vec<String> = paths.iter().map(|path| format!("{path}: {text}")).collect();
        let fault = |path| FaultDetails { path, code: code.to_owned(), text: text.to_owned() };
        NativeError::Failed {
            details: Box::new(ErrorDetails {
                code: code.to_owned(),
                text: places.join("; "),
                faults: paths.into_iter().map(fault).collect(),
                stripe: None,
                status: None,
                request_id: None,
                diagnosis: None,
            }),
        }
    }
}

impl From<Error> for NativeError {
    fn from(error: Error) -> Self {
        let faults = error.faults().iter().map(|fault| FaultDetails {
            path: fault.path.clone(),
            code: fault.code.to_owned(),
            text: fault.message.clone(),
        });
        let stripe = error.as_stripe().map(|stripe| StripeDetails {
            kind: stripe.kind.clone(),
            stripe_code: stripe.stripe_code.clone(),
            decline_code: stripe.decline_code.clone(),
            advice_code: stripe.advice_code.clone(),
            param: stripe.param.clone(),
            doc_url: stripe.doc_url.clone(),
            request_log_url: stripe.request_log_url.clone(),
            payment_intent: stripe.payment_intent.clone(),
            advice: stripe.advice().as_str().to_owned(),
            text: stripe.message.clone(),
            replayed: stripe.replayed,
        });
        NativeError::Failed {
            details: Box::new(ErrorDetails {
                code: error.code().to_owned(),
                text: error.to_string(),
                faults: faults.collect(),
                stripe,
                status: error.status().map(i32::from),
                request_id: error.request_id().map(str::to_owned),
                diagnosis: None,
            }),
        }
    }
}

impl From<WebhookError> for NativeError {
    fn from(rejection: WebhookError) -> Self {
        NativeError::Failed {
            details: Box::new(ErrorDetails {
                code: rejection.code().to_owned(),
                text: rejection.message().to_owned(),
                faults: Vec::new(),
                stripe: None,
                status: None,
                request_id: None,
                diagnosis: Some(rejection.diagnosis().to_owned()),
            }),
        }
    }
}
