//! The loopback server: reads complete requests, passes them to the functions that respond, and keeps time.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::HeaderValue;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::clock::real_now;
use crate::delivery::{Courier, Tried};
use crate::error::ApiError;
use crate::faults::{Broken, Faults, Verdict};
use crate::http::{Request, Response};
use crate::state::{Endpoint, Stripe};
use crate::{api, control, pages};

const LARGEST_BODY: usize = 1024 * 1024;

/// What all connections share.
pub(crate) struct Shared {
    stripe: Mutex<Stripe>,
    faults: Mutex<Faults>,
    pub(crate) courier: Courier,
}

impl Shared {
    pub(crate) fn new(stripe: Stripe, courier: Courier) -> Self {
        Self { stripe: Mutex::new(stripe), faults: Mutex::default(), courier }
    }

    pub(crate) fn stripe(&self) -> MutexGuard<'_, Stripe> {
        self.stripe.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, Faults> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs a step of the state machine at the current time and dispatches the resulting events.
    pub(crate) fn step<T>(&self, step: impl FnOnce(&mut Stripe) -> T) -> (T, Vec<Tried>) {
        let mut stripe = self.stripe();
        stripe.tick(real_now());
        let result = step(&mut stripe);
        // Dispatched before the lock is released, so that the queues are in the order of the events.
        let tried = self.courier.dispatch(stripe.take_deliveries());
        (result, tried)
    }
}

/// Accepts connections forever.
pub(crate) async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                match accepted {
                    Ok((stream, _)) => {
                        connections.spawn(connection(TokioIo::new(stream), Arc::clone(&shared)));
                    }
                    // Perhaps too many open files: it would fail again at once, and for a while.
                    Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
                }
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

/// Advances the virtual clock along with the real one, and retries deliveries that are due.
pub(crate) async fn keep_time(shared: Arc<Shared>) {
    let mut interval = tokio::time::interval(Duration::from_millis(100));
    loop {
        interval.tick().await;
        shared.step(|_| ());
        shared.courier.retry_due();
    }
}

/// Moves the virtual clock and waits for the deliveries that follow from it.
pub(crate) async fn advance(shared: &Shared, seconds: i64) {
    shared.step(|stripe| stripe.advance(seconds));
    shared.courier.catch_up().await;
}

/// Only plain HTTP to this machine: the simulator must work, and stay, offline.
pub(crate) fn check_endpoint(endpoint: &Endpoint) -> io::Result<()> {
    let invalid = |message: &str| Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    let uri = endpoint.url.parse::<hyper::Uri>().ok();
    let host = uri.as_ref().filter(|uri| uri.scheme_str() == Some("http")).and_then(hyper::Uri::host);
    match host {
        Some("127.0.0.1" | "localhost" | "[::1]") if !endpoint.secret.trim().is_empty() => Ok(()),
        Some("127.0.0.1" | "localhost" | "[::1]") => invalid("the endpoint's secret is blank"),
        _ => invalid("an endpoint is http://127.0.0.1:PORT/PATH; nothing leaves this machine"),
    }
}

async fn connection(io: TokioIo<tokio::net::TcpStream>, shared: Arc<Shared>) {
    let service = service_fn(|request| {
        let shared = Arc::clone(&shared);
        async move { handle(&shared, request).await.ok_or(Closed) }
    });
    // It ends with the client's last request, or with a fault that closes it; neither is worth reporting.
    let _ = hyper::server::conn::http1::Builder::new().serve_connection(io, service).await;
}

/// Tells hyper to close the connection without a response.
#[derive(Debug)]
struct Closed;

impl std::fmt::Display for Closed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("closed by an injected fault")
    }
}

impl std::error::Error for Closed {}

async fn handle(shared: &Shared, request: hyper::Request<Incoming>) -> Option<hyper::Response<Full<Bytes>>> {
    let response = match read(request).await {
        Ok(request) => answer(shared, &request).await?,
        Err(error) => Response::json(error.status, &error.body()),
    };
    let mut builder = hyper::Response::builder().status(response.status);
    for (name, value) in response.headers {
        // Whatever a client sent may be returned, even if it is not ASCII.
        if let Ok(value) = HeaderValue::from_bytes(value.as_bytes()) {
            builder = builder.header(name, value);
        }
    }
    builder
        .body(Full::new(Bytes::from(response.body)))
        .or_else(|_| hyper::Response::builder().status(500).body(Full::default()))
        .ok()
}

/// Returns the response, or `None` if the connection is to be closed instead.
async fn answer(shared: &Shared, request: &Request) -> Option<Response> {
    if request.path == "/" || request.path.starts_with("/_simulator") {
        return Some(control::answer(shared, request).await);
    }
    let verdict = shared.faults().strike(request);
    let (failure, replacement) = match verdict {
        None => (None, None),
        Some(Verdict::Instead(broken)) => return shown(broken),
        Some(Verdict::Inside(failure)) => (Some(failure), None),
        Some(Verdict::Afterwards(broken)) => (None, Some(broken)),
    };
    let response = match request.segments().first() {
        // An API call does not wait for its events.
        Some(&("v1" | "v2")) => shared.step(|stripe| api::answer(stripe, request, failure)).0,
        _ => pages::answer(shared, request).await,
    };
    match replacement {
        Some(broken) => shown(broken),
        None => Some(response),
    }
}

fn shown(broken: Broken) -> Option<Response> {
    match broken {
        Broken::Answer(response) => Some(response),
        Broken::Closed => None,
    }
}

async fn read(request: hyper::Request<Incoming>) -> Result<Request, ApiError> {
    let (head, body) = request.into_parts();
    let body = Limited::new(body, LARGEST_BODY)
        .collect()
        .await
        .map_err(|_| ApiError::invalid("the body is larger than 1 MiB or broken").status(413))?;
    let headers = head
        .headers
        .iter()
        .map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            (name.as_str().to_owned(), value)
        })
        .collect();
    Ok(Request {
        method: head.method.as_str().to_owned(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        headers,
        body: body.to_bytes().into(),
    })
}
