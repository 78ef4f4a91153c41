use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use counterfoil::call;
use counterfoil::checkout::{CreateSession, RetrieveSession, Session};
use counterfoil::http::Failure;

use crate::error::NativeError;
use crate::http::{Request, Response, failure};
use crate::platform::retry_policy;

/// A checked request on its way that is answered with a Checkout Session.
#[derive(uniffi::Object)]
pub struct SessionCall(Mutex<Kind>);

enum Kind {
    Create(call::Call<CreateSession>),
    Retrieve(call::Call<RetrieveSession>),
}

/// How a call goes on.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Next {
    /// It is over.
    Done {
        /// Stripe's answer.
        session: Session,
    },
    /// Wait, then send the same request again.
    Retry {
        /// How long to wait, in milliseconds.
        after_ms: i64,
    },
}

#[uniffi::export]
impl SessionCall {
    /// What to send, for this attempt and every later one.
    pub fn request(&self) -> Request {
        match &*self.lock() {
            Kind::Create(call) => call.request().into(),
            Kind::Retrieve(call) => call.request().into(),
        }
    }

    /// Which attempt is under way; the first is 1.
    pub fn attempt(&self) -> i64 {
        i64::from(match &*self.lock() {
            Kind::Create(call) => call.attempt(),
            Kind::Retrieve(call) => call.attempt(),
        })
    }

    /// Takes an answer and says how to go on; `jitter` is a random number from 0 to 1.
    pub fn receive(&self, response: Response, jitter: f64) -> Result<Next, NativeError> {
        self.go_on(Ok(response.try_into()?), jitter)
    }

    /// Takes the reason why no answer came: `connect`, `timeout`, `closed` or `tls`.
    pub fn fail(&self, reason: String, jitter: f64) -> Result<Next, NativeError> {
        self.go_on(Err(failure(&reason)?), jitter)
    }
}

impl SessionCall {
    pub(crate) fn create(call: call::Call<CreateSession>) -> Arc<Self> {
        Arc::new(SessionCall(Mutex::new(Kind::Create(call))))
    }

    pub(crate) fn retrieve(call: call::Call<RetrieveSession>) -> Arc<Self> {
        Arc::new(SessionCall(Mutex::new(Kind::Retrieve(call))))
    }

    fn go_on(
        &self,
        outcome: Result<counterfoil::http::Response, Failure>,
        jitter: f64,
    ) -> Result<Next, NativeError> {
        let next = match &mut *self.lock() {
            Kind::Create(call) => call.receive(outcome, jitter),
            Kind::Retrieve(call) => call.receive(outcome, jitter),
        };
        match next {
            call::Next::Done(answer) => Ok(Next::Done { session: answer? }),
            call::Next::Retry { after } => Ok(Next::Retry { after_ms: milliseconds(after) }),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Kind> {
        // A call is whole between any two statements, so one that a panic left behind is usable.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads an answer to creating or retrieving a Checkout Session, for hosts that retry by themselves.
#[uniffi::export]
pub fn read_session(response: Response) -> Result<Session, NativeError> {
    // Both operations are answered with the same object.
    Ok(call::read::<RetrieveSession>(&response.try_into()?)?)
}

/// How long to wait before the next attempt, in milliseconds, or nothing if there should be none.
///
/// Either `response` or `reason` says how attempt number `attempt` ended.
#[uniffi::export]
pub fn retry_verdict(
    attempt: i64,
    max_retries: i64,
    response: Option<Response>,
    reason: Option<String>,
    jitter: f64,
) -> Result<Option<i64>, NativeError> {
    let attempt = u32::try_from(attempt).map_err(|_| {
        NativeError::fault("attempt", "out_of_range", "expected 1 for the first attempt, or more")
    })?;
    let outcome: Result<counterfoil::http::Response, Failure> = match (response, reason) {
        (Some(response), None) => Ok(response.try_into()?),
        (None, Some(reason)) => Err(failure(&reason)?),
        _ => {
            let expected = "expected a response or the reason why none came, not both";
            return Err(NativeError::fault("response", "parameters_exclusive", expected));
        }
    };
    let after = retry_policy(max_retries)?.verdict(attempt, outcome.as_ref(), jitter);
    Ok(after.map(milliseconds))
}

fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
