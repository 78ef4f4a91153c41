use std::fmt;

/// What every function of this library fails with. The packages turn it into their own exception.
#[derive(Debug, uniffi::Error)]
pub enum NativeError {
    /// The one kind; `problem` says what it is about.
    Problem {
        /// Everything there is to know.
        problem: Problem,
    },
}

/// Everything there is to know about an error.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Problem {
    /// The stable code, the same in every language.
    pub code: String,
    /// What to do about it; holds no secret.
    pub message: String,
    /// What was wrong with the caller's own values, all of it at once; empty for other errors.
    pub faults: Vec<Fault>,
    /// The HTTP status of the answer, where there was one.
    pub status: Option<i32>,
    /// The id to give Stripe's support, where the answer had one.
    pub request_id: Option<String>,
    /// What Stripe itself said, if it refused the request.
    pub refusal: Option<Refusal>,
}

/// One wrong value.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Fault {
    /// Stripe's parameter path, such as `line_items[3].quantity`; empty for the value as a whole.
    pub path: String,
    /// The rule that it breaks, in stable snake case.
    pub code: String,
    /// What was expected.
    pub message: String,
}

/// What Stripe said when it refused a request.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Refusal {
    /// Stripe's `type`, such as `invalid_request_error` or `card_error`.
    pub kind: String,
    /// Stripe's `code`, such as `resource_missing`.
    pub stripe_code: Option<String>,
    /// The issuer's reason for a declined card.
    pub decline_code: Option<String>,
    /// The parameter that Stripe names.
    pub param: Option<String>,
    /// Stripe's text, meant for developers.
    pub message: Option<String>,
    /// Whether Stripe repeated a stored answer to an earlier request with the same idempotency key.
    pub replayed: bool,
}

impl NativeError {
    /// A value that has no place in the core's own types.
    pub(crate) fn fault(path: impl Into<String>, code: &str, expected: &str) -> Self {
        let fault = Fault { path: path.into(), code: code.into(), message: expected.into() };
        NativeError::Problem {
            problem: Problem {
                code: code.into(),
                message: format!("{}: {expected}", fault.path),
                faults: vec![fault],
                status: None,
                request_id: None,
                refusal: None,
            },
        }
    }
}

impl From<counterfoil::Error> for NativeError {
    fn from(error: counterfoil::Error) -> Self {
        let faults = error.as_faults().iter().map(|fault| Fault {
            path: fault.path.clone(),
            code: fault.code.to_owned(),
            message: fault.message.clone(),
        });
        let refusal = error.as_stripe().map(|stripe| Refusal {
            kind: stripe.kind.clone(),
            stripe_code: stripe.stripe_code.clone(),
            decline_code: stripe.decline_code.clone(),
            param: stripe.param.clone(),
            message: stripe.message.clone(),
            replayed: stripe.replayed,
        });
        NativeError::Problem {
            problem: Problem {
                code: error.code().to_owned(),
                message: error.to_string(),
                faults: faults.collect(),
                status: error.status().map(i32::from),
                request_id: error.request_id().map(str::to_owned),
                refusal,
            },
        }
    }
}

impl fmt::Display for NativeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let NativeError::Problem { problem } = self;
        f.write_str(&problem.message)
    }
}

impl std::error::Error for NativeError {}
