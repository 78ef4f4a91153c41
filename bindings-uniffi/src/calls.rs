//! Calls to Stripe: requests out, answers in, the sending left to the host.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use counterfoil::call::RetryPolicy;
use counterfoil::http::{Header, Request, Response, TransportError};
use counterfoil::{AccountId, AnyAnswer, AnyOperation, Call, Next, typed};

use crate::errors::NativeError;

/// A platform's key and settings.
#[derive(uniffi::Object)]
pub struct NativePlatform(pub(crate) counterfoil::Platform);

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
        account.parse::<AccountId>()?;
        Ok(())
    }

    /// Makes a call of any operation, for a merchant's account or, without one, for the platform's own.
    pub fn call(
        &self,
        account: Option<String>,
        operation: typed::AnyOperation,
        idempotency_key: Option<String>,
        now: Option<i64>,
    ) -> Result<Arc<NativeCall>, NativeError> {
        let key = idempotency_key.map(|key| key.parse()).transpose()?;
        Ok(NativeCall::new(self.0.any_for(account.as_deref(), now, &operation.into(), key)?))
    }

    /// Goes on with a call that was saved.
    pub fn resume(&self, saved: &str) -> Result<Arc<NativeCall>, NativeError> {
        Ok(NativeCall::new(self.0.resume(saved)?))
    }
}

/// Reads the parameters of the operation of that name from a JSON object.
#[uniffi::export]
pub fn operation_from_json(name: &str, json: &str) -> Result<typed::AnyOperation, NativeError> {
    Ok(AnyOperation::from_json(name, json)?.into())
}

/// A call in flight.
#[derive(uniffi::Object)]
pub struct NativeCall(Mutex<InFlight>);

struct InFlight {
    call: Call<AnyOperation>,
    /// The call for the next page, once this one is answered.
    next: Option<Call<AnyOperation>>,
}

#[uniffi::export]
impl NativeCall {
    /// What to send, in every attempt.
    pub fn request(&self) -> HttpRequest {
        self.lock().call.request().into()
    }

    /// Which attempt is under way; the first is 1.
    pub fn attempt(&self) -> i32 {
        i32::try_from(self.lock().call.attempt()).unwrap_or(i32::MAX)
    }

    /// The call as text, without the key, to go on with it later.
    pub fn save(&self) -> String {
        self.lock().call.save()
    }

    /// Takes an answer.
    pub fn receive(&self, response: HttpResponse, jitter: f64) -> Result<NativeVerdict, NativeError> {
        self.go_on(Ok(response.into()), jitter)
    }

    /// Takes the reason why there is no answer.
    pub fn receive_failure(
        &self,
        failure: TransportFailure,
        jitter: f64,
    ) -> Result<NativeVerdict, NativeError> {
        self.go_on(Err(failure.into()), jitter)
    }

    /// The call for the page after the one that was received; nothing after the last.
    pub fn next_page(&self) -> Option<Arc<NativeCall>> {
        self.lock().next.take().map(NativeCall::new)
    }
}

impl NativeCall {
    fn new(call: Call<AnyOperation>) -> Arc<Self> {
        Arc::new(NativeCall(Mutex::new(InFlight { call, next: None })))
    }

    fn lock(&self) -> MutexGuard<'_, InFlight> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn go_on(
        &self,
        outcome: Result<Response, TransportError>,
        jitter: f64,
    ) -> Result<NativeVerdict, NativeError> {
        let mut in_flight = self.lock();
        match in_flight.call.receive(outcome, jitter) {
            Next::Done(answer) => {
                let answer = answer?;
                in_flight.next = in_flight.call.next_page_of(&answer);
                Ok(NativeVerdict { answer: Some(answer.into()), retry_after_ms: None })
            }
            Next::Retry { after } => {
                let after = i64::try_from(after.as_millis()).unwrap_or(i64::MAX);
                Ok(NativeVerdict { answer: None, retry_after_ms: Some(after) })
            }
        }
    }
}

/// How a call goes on: with its answer, or after a wait.
#[derive(uniffi::Record)]
pub struct NativeVerdict {
    /// The answer.
    pub answer: Option<NativeAnswer>,
    /// How long to wait before the same request is sent again.
    pub retry_after_ms: Option<i64>,
}

/// An answer: an object, or a page of a list.
#[derive(uniffi::Record)]
pub struct NativeAnswer {
    /// The objects: one, or those of the page.
    pub objects: Vec<typed::AnyObject>,
    /// Whether it is a page.
    pub is_page: bool,
    /// Whether there are more pages.
    pub has_more: bool,
    /// Whether it is a stored answer to an earlier request.
    pub replayed: bool,
}

impl From<AnyAnswer> for NativeAnswer {
    fn from(answer: AnyAnswer) -> Self {
        let replayed = answer.replayed();
        let (objects, is_page, has_more) = match answer {
            AnyAnswer::Object(object) => (vec![object], false, false),
            AnyAnswer::Page(page) => (page.data, true, page.has_more),
        };
        let objects = objects.into_iter().filter_map(|object| object.try_into().ok()).collect();
        NativeAnswer { objects, is_page, has_more, replayed }
    }
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
    /// The body is longer than the transport takes.
    TooLarge,
}

/// Reads the answer to the operation of that name, without a call.
#[uniffi::export]
pub fn read_answer(operation: &str, response: HttpResponse) -> Result<NativeAnswer, NativeError> {
    Ok(AnyOperation::read(operation, &response.into())?.into())
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
    let failure = failure.map_or(TransportError::Connect, TransportError::from);
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
        let header =
            |header: &Header| HttpHeader { name: header.name.to_string(), value: header.value.to_string() };
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

impl From<TransportFailure> for TransportError {
    fn from(failure: TransportFailure) -> Self {
        match failure {
            TransportFailure::Connect => TransportError::Connect,
            TransportFailure::Timeout => TransportError::Timeout,
            TransportFailure::Closed => TransportError::Closed,
            TransportFailure::Tls => TransportError::Tls,
            TransportFailure::TooLarge => TransportError::TooLarge,
        }
    }
}
