//! Webhook delivery: one queue per endpoint, in order; a failed delivery goes to the end of the queue later.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, timeout};

use crate::clock::real_now;
use crate::signature;
use crate::state::Delivery;

/// How long an endpoint may take before the delivery counts as failed.
const PATIENCE: Duration = Duration::from_secs(10);

/// Resolves when a delivery has been attempted once, whatever the result.
pub(crate) type Tried = oneshot::Receiver<()>;

/// Sends events to endpoints and records the results.
#[derive(Debug)]
pub(crate) struct Courier {
    lines: Mutex<HashMap<String, mpsc::UnboundedSender<Place>>>,
    ledger: Arc<Ledger>,
}

/// An entry in an endpoint's queue: a delivery, or a mark that reports when everything before it is done.
#[derive(Debug)]
enum Place {
    Job(Job),
    Mark(oneshot::Sender<()>),
}

#[derive(Debug)]
struct Job {
    delivery: Delivery,
    /// Its index in the ledger.
    entry: usize,
    tries: usize,
    tried: Option<oneshot::Sender<()>>,
}

#[derive(Debug)]
struct Ledger {
    /// The pauses between attempts; after the last one the delivery is given up.
    pauses: Vec<Duration>,
    entries: Mutex<Vec<Entry>>,
    waiting: Mutex<Vec<(Instant, Job)>>,
}

#[derive(Debug)]
struct Entry {
    event: String,
    endpoint: String,
    url: String,
    /// The status of each attempt, or why there was none.
    tries: Vec<Result<u16, String>>,
}

impl Courier {
    pub(crate) fn new(pauses: Vec<Duration>) -> Self {
        Self {
            lines: Mutex::default(),
            ledger: Arc::new(Ledger { pauses, entries: Mutex::default(), waiting: Mutex::default() }),
        }
    }

    /// Queues deliveries.
    pub(crate) fn dispatch(&self, deliveries: Vec<Delivery>) -> Vec<Tried> {
        deliveries
            .into_iter()
            .map(|delivery| {
                let entry = self.ledger.open(&delivery);
                self.line_up(Job { delivery, entry, tries: 0, tried: None })
            })
            .collect()
    }

    /// Retries deliveries that have waited long enough.
    pub(crate) fn retry_due(&self) {
        let now = Instant::now();
        self.retry(|due| due <= now);
    }

    /// Retries all waiting deliveries, and returns when everything in the queues has been attempted.
    pub(crate) async fn catch_up(&self) {
        self.retry(|_| true);
        let marks: Vec<Tried> = lock(&self.lines)
            .values()
            .map(|line| {
                let (mark, passed) = oneshot::channel();
                let _ = line.send(Place::Mark(mark));
                passed
            })
            .collect();
        for passed in marks {
            let _ = passed.await;
        }
    }

    /// Returns the deliveries of one event, for the control API.
    pub(crate) fn report(&self, event: &str) -> Vec<Value> {
        lock(&self.ledger.entries)
            .iter()
            .filter(|entry| entry.event == event)
            .map(|entry| {
                let tries = entry.tries.iter().map(|outcome| match outcome {
                    Ok(status) => json!({ "status": status }),
                    Err(failure) => json!({ "failure": failure }),
                });
                json!({
                    "endpoint": entry.endpoint,
                    "url": entry.url,
                    "attempts": tries.collect::<Vec<_>>(),
                    "delivered": entry.tries.last().is_some_and(succeeded),
                })
            })
            .collect()
    }

    fn retry(&self, is_due: impl Fn(Instant) -> bool) {
        let jobs: Vec<Job> =
            lock(&self.ledger.waiting).extract_if(.., |(due, _)| is_due(*due)).map(|(_, job)| job).collect();
        for job in jobs {
            self.line_up(job);
        }
    }

    fn line_up(&self, mut job: Job) -> Tried {
        let (tried, receiver) = oneshot::channel();
        job.tried = Some(tried);
        let mut lines = lock(&self.lines);
        let line =
            lines.entry(job.delivery.to.id.clone()).or_insert_with(|| open_line(Arc::clone(&self.ledger)));
        // A queue ends only with the courier, so nothing can be lost here.
        let _ = line.send(Place::Job(job));
        receiver
    }
}

/// Waits until all have been attempted, at most as long as a buyer waits for the response to the webhook.
pub(crate) async fn all_tried(tried: Vec<Tried>) {
    let all = async {
        for one in tried {
            let _ = one.await;
        }
    };
    let _ = timeout(PATIENCE, all).await;
}

fn open_line(ledger: Arc<Ledger>) -> mpsc::UnboundedSender<Place> {
    let (sender, mut line) = mpsc::unbounded_channel::<Place>();
    tokio::spawn(async move {
        while let Some(place) = line.recv().await {
            let job = match place {
                Place::Job(job) => job,
                Place::Mark(mark) => {
                    let _ = mark.send(());
                    continue;
                }
            };
            let outcome = timeout(PATIENCE, send(&job.delivery)).await;
            let outcome = outcome.unwrap_or_else(|_| Err("no response within 10 seconds".to_owned()));
            ledger.close(job, outcome);
        }
    });
    sender
}

impl Ledger {
    fn open(&self, delivery: &Delivery) -> usize {
        let mut entries = lock(&self.entries);
        entries.push(Entry {
            event: delivery.event.clone(),
            endpoint: delivery.to.id.clone(),
            url: delivery.to.endpoint.url.clone(),
            tries: Vec::new(),
        });
        entries.len() - 1
    }

    fn close(&self, mut job: Job, outcome: Result<u16, String>) {
        let tried = job.tried.take();
        let failed = !succeeded(&outcome);
        if let Some(entry) = lock(&self.entries).get_mut(job.entry) {
            entry.tries.push(outcome);
        }
        if failed && let Some(pause) = self.pauses.get(job.tries) {
            job.tries += 1;
            lock(&self.waiting).push((Instant::now() + *pause, job));
        }
        if let Some(tried) = tried {
            let _ = tried.send(());
        }
    }
}

/// Redirects count as failures, as with Stripe.
fn succeeded(outcome: &Result<u16, String>) -> bool {
    matches!(outcome, Ok(200..=299))
}

async fn send(delivery: &Delivery) -> Result<u16, String> {
    let endpoint = &delivery.to.endpoint;
    let body = Bytes::copy_from_slice(delivery.body.as_bytes());
    // Receivers check the signature's age against their own clock, so it is the real time.
    let signature = signature::header(&endpoint.secret, real_now(), &body);
    let uri: hyper::Uri = endpoint.url.parse().map_err(|_| "not a URL")?;
    let authority = uri.authority().ok_or("the URL has no host")?;
    let address = format!("{}:{}", authority.host(), uri.port_u16().unwrap_or(80));
    let target = uri.path_and_query().map_or("/", |target| target.as_str());
    let stream = TcpStream::connect(&address).await.map_err(|error| format!("cannot connect: {error}"))?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
        .await
        .map_err(|error| error.to_string())?;
    tokio::spawn(connection);
    let request = hyper::Request::post(target)
        .header("Host", authority.as_str())
        .header("Content-Type", "application/json; charset=utf-8")
        .header("User-Agent", "stripe-simulator")
        .header("Stripe-Signature", signature)
        .body(Full::new(body))
        .map_err(|error| error.to_string())?;
    let response = sender.send_request(request).await.map_err(|error| error.to_string())?;
    let status = response.status().as_u16();
    // Reading the rest lets the receiver finish normally; its content does not matter.
    let _ = response.into_body().collect().await;
    Ok(status)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
