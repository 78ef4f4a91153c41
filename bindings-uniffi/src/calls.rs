//! Calls to Stripe: requests out, answers in, the sending left to the host.

use std::sync::{Arc, Mutex, PoisonError};

use counterfoil::call::{self, Operation, RetryPolicy};
use counterfoil::checkout::{CreateSession, RetrieveSession, Session};
use counterfoil::http::{Failure, Header, Request, Response};
use counterfoil::{Call, Merchant, Next};

use crate::errors::NativeError;

/// A platform's key and settings.
#[derive(uniffi::Object)]
pub struct NativePlatform(counterfoil::Platform);

#[uniffi::export]
impl NativePlatform {
    /// Checks the settings; absent ones have the core's defaults.
    #[uniffi::constructor]
    pub fn new(
        secret_key: String,
        api_base: Option<String>,
        api_version: Option<String>,
        max_retries: Option<i32>,
    ) -> Result<Self, NativeError> {
        let mut platform = counterfoil::Platform::new(secret_key.parse()?);
        if let Some(origin) = api_base {
            platform = platform.with_api_base(&origin)?;
        }
        if let Some(version) = api_version {
            platform = platform.with_api_version(&version)?;
        }
        if let Some(max_retries) = max_retries {
            platform = platform.with_retry(policy(max_retries)?);
        }
        Ok(NativePlatform(platform))
    }

    /// Checks an account id, so that a wrong one is told where it is written.
    pub fn check_account(&self, account: &str) -> Result<(), NativeError> {
        self.merchant(account).map(|_| ())
    }

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

/// A request. Its headers hold the secret key.
#[derive(uniffi::Record)]
pub struct HttpRequest {
    /// `GET` or `POST`.
    pub method: String,
    /// The whole URL.
    pub url: String,
    /// All headers.
    pub headers: Vec<HttpHeader>,
    /// The body, ASCII.
    pub body: String,
}

/// A header.
#[derive(uniffi::Record)]
pub struct HttpHeader {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// An answer.
#[derive(uniffi::Record)]
pub struct HttpResponse {
    /// The status.
    pub status: i32,
    /// All headers.
    pub headers: Vec<HttpHeader>,
    /// The body.
    pub body: Vec<u8>,
}

/// Why there is no answer.
#[derive(uniffi::Enum)]
pub enum TransportFailure {
    /// No connection.
    Connect,
    /// The client's time limit passed.
    Timeout,
    /// The connection ended too early.
    Closed,
    /// The certificate or the handshake was refused.
    Tls,
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

/// How long to wait before the next attempt, in milliseconds; nothing if there should be none.
#[uniffi::export]
pub fn retry_after_ms(
    attempt: i32,
    max_retries: i32,
    response: Option<HttpResponse>,
    failure: Option<TransportFailure>,
    jitter: f64,
) -> Result<Option<i64>, NativeError> {
    let failure = failure.map_or(Failure::Connect, Failure::from);
    let response = response.map(Response::from);
    let outcome = response.as_ref().ok_or(&failure);
    let attempt = u32::try_from(attempt).map_err(|_| NativeError::negative("attempt"))?;
    let after = policy(max_retries)?.verdict(attempt, outcome, jitter);
    Ok(after.and_then(|after| i64::try_from(after.as_millis()).ok()))
}

fn policy(max_retries: i32) -> Result<RetryPolicy, NativeError> {
    match u32::try_from(max_retries) {
        Ok(max_retries) => Ok(RetryPolicy { max_retries }),
        Err(_) => Err(NativeError::negative("max_retries")),
    }
}

impl From<&Request> for HttpRequest {
    fn from(request: &Request) -> Self {
        let header = |header: &Header| HttpHeader { name: header.name.clone(), value: header.value.clone() };
        HttpRequest {
            method: request.method.as_str().to_owned(),
            url: request.url.clone(),
            headers: request.headers.iter().map(header).collect(),
            body: request.body.clone(),
        }
    }
}

impl From<HttpResponse> for Response {
    fn from(response: HttpResponse) -> Self {
        Response {
            // Outside of 16 bits it is no status at all, which the core refuses.
            status: u16::try_from(response.status).unwrap_or(0),
            headers: response
                .headers
                .into_iter()
                .map(|header| Header::new(header.name, header.value))
                .collect(),
            body: response.body,
        }
    }
}

impl From<TransportFailure> for Failure {
    fn from(failure: TransportFailure) -> Self {
        match failure {
            TransportFailure::Connect => Failure::Connect,
            TransportFailure::Timeout => Failure::Timeout,
            TransportFailure::Closed => Failure::Closed,
            TransportFailure::Tls => Failure::Tls,
        }
    }
}
