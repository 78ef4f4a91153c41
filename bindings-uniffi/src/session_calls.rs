//! The calls of a Checkout Session alone.

use std::sync::{Arc, Mutex, PoisonError};

use counterfoil::call::{self, Operation};
use counterfoil::checkout::{CreateSession, RetrieveSession, Session};
use counterfoil::http::{Failure, Response};
use counterfoil::{Call, Merchant, Next};

use crate::calls::{HttpRequest, HttpResponse, NativePlatform, TransportFailure};
use crate::errors::NativeError;

#[uniffi::export]
impl NativePlatform {
    /// Makes a call that creates a Checkout Session.
    pub fn create_session(
        &self,
        account: &str,
        params: CreateSession,
        idempotency_key: &str,
    ) -> Result<Arc<SessionCall>, NativeError> {
        let call = self.merchant(account)?.call(params, idempotency_key.parse()?)?;
        Ok(SessionCall::new(InFlight::Create(call)))
    }

    /// Makes a call that retrieves a Checkout Session.
    pub fn retrieve_session(&self, account: &str, id: &str) -> Result<Arc<SessionCall>, NativeError> {
        let call = self.merchant(account)?.read(RetrieveSession::new(id))?;
        Ok(SessionCall::new(InFlight::Retrieve(call)))
    }
}

impl NativePlatform {
    fn merchant(&self, account: &str) -> Result<Merchant, NativeError> {
        Ok(self.0.merchant(account.parse()?))
    }
}

/// A call in flight that ends with a Checkout Session.
#[derive(uniffi::Object)]
pub struct SessionCall(Mutex<InFlight>);

enum InFlight {
    Create(Call<CreateSession>),
    Retrieve(Call<RetrieveSession>),
}

#[uniffi::export]
impl SessionCall {
    /// What to send, in every attempt.
    pub fn request(&self) -> HttpRequest {
        match &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            InFlight::Create(call) => call.request().into(),
            InFlight::Retrieve(call) => call.request().into(),
        }
    }

    /// Takes an answer.
    pub fn receive(&self, response: HttpResponse, jitter: f64) -> Result<Verdict, NativeError> {
        self.go_on(Ok(response.into()), jitter)
    }

    /// Takes the reason why there is no answer.
    pub fn receive_failure(&self, failure: TransportFailure, jitter: f64) -> Result<Verdict, NativeError> {
        self.go_on(Err(failure.into()), jitter)
    }
}

impl SessionCall {
    fn new(call: InFlight) -> Arc<Self> {
        Arc::new(SessionCall(Mutex::new(call)))
    }

    fn go_on(&self, outcome: Result<Response, Failure>, jitter: f64) -> Result<Verdict, NativeError> {
        let next = match &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            InFlight::Create(call) => call.receive(outcome, jitter),
            InFlight::Retrieve(call) => call.receive(outcome, jitter),
        };
        match next {
            Next::Done(session) => Ok(Verdict { session: Some(session?), retry_after_ms: None }),
            Next::Retry { after } => {
                let after = i64::try_from(after.as_millis()).unwrap_or(i64::MAX);
                Ok(Verdict { session: None, retry_after_ms: Some(after) })
            }
        }
    }
}

/// How a call goes on: with its session, or after a wait.
#[derive(uniffi::Record)]
pub struct Verdict {
    /// The answer.
    pub session: Option<Session>,
    /// How long to wait before the same request is sent again.
    pub retry_after_ms: Option<i64>,
}

/// Reads the answer to `checkout.create` or `checkout.retrieve`, without a call.
#[uniffi::export]
pub fn read_session(response: HttpResponse) -> Result<Session, NativeError> {
    fn read<O: Operation<Answer = Session>>(response: HttpResponse) -> Result<Session, NativeError> {
        Ok(call::read::<O>(&response.into())?)
    }
    // Both operations are answered with the same object.
    read::<RetrieveSession>(response)
}

/// Reads the parameters of a session from a JSON object.
#[uniffi::export]
pub fn create_session_from_json(json: &str) -> Result<CreateSession, NativeError> {
    Ok(CreateSession::from_json(json)?)
}
