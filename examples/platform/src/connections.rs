//! Accepts connections, and keeps idle ones from blocking active ones.
//!
//! axum's own server waits for a request indefinitely, on any number of connections. Here the head of a
//! request has a time limit (bodies have theirs in [`incoming`](crate::incoming)), and the number of
//! connections is limited: at the limit, the connection that has kept this server waiting longest is closed
//! for the next one. Connections whose request is being processed stay open.

mod waiting;

use std::io::ErrorKind;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use waiting::{Client, SentAway, Waiting};

/// The maximum number of open connections. It leaves room for everything else within the usual limit of 1,024
/// open files.
const MOST: usize = 512;
/// How long the head of a request may take, and how long a connection may be idle.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// The maximum size of a head in bytes.
const LARGEST_HEAD: usize = 32 * 1024;
/// After this time a connection ends with the current response; this limits clients that do not read it.
const LONGEST_CONNECTION: Duration = Duration::from_secs(300);
const LONGEST_LAST_RESPONSE: Duration = Duration::from_secs(30);
/// How long to wait for room, or after an error in accepting, before trying again.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves requests until `stop` becomes true, and then finishes those in progress.
pub(crate) async fn serve(listener: TcpListener, router: Router, mut stop: watch::Receiver<bool>) {
    let room = Arc::new(Semaphore::new(MOST));
    let waiting = Arc::new(Waiting::default());
    let mut connections = JoinSet::new();
    let told = stop.clone();
    loop {
        let next = async {
            let stream = accept(&listener, &waiting).await;
            (stream, make_room(&room, &waiting).await)
        };
        tokio::select! {
            (stream, permit) = next => {
                let client = Arc::new(Client::of(&waiting));
                connections.spawn(connection(stream, permit, client, router.clone(), told.clone()));
            }
            () = stopped(&mut stop) => break,
        }
        while connections.try_join_next().is_some() {}
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

async fn stopped(stop: &mut watch::Receiver<bool>) {
    // An error means that no one can stop it any more.
    let _ = stop.wait_for(|stopped| *stopped).await;
}

async fn accept(listener: &TcpListener, waiting: &Waiting) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return stream,
            // The client gave up before its turn.
            Err(error)
                if matches!(error.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) => {}
            Err(error) => {
                tracing::error!("cannot accept a connection: {error}");
                waiting.send_away_the_first();
                sleep(PAUSE).await;
            }
        }
    }
}

async fn make_room(room: &Arc<Semaphore>, waiting: &Waiting) -> Option<OwnedSemaphorePermit> {
    loop {
        let permit = Arc::clone(room).acquire_owned();
        if room.available_permits() == 0 {
            waiting.send_away_the_first();
        }
        if let Ok(permit) = timeout(PAUSE, permit).await {
            return permit.ok();
        }
    }
}

/// Serves one connection to its end; the permit is then free again.
async fn connection(
    stream: TcpStream,
    _permit: Option<OwnedSemaphorePermit>,
    client: Arc<Client>,
    router: Router,
    mut stop: watch::Receiver<bool>,
) {
    let router = TowerToHyperService::new(router);
    let answer = service_fn(|request: hyper::Request<Incoming>| {
        let arrived = client.arrived();
        let client = Arc::clone(&client);
        let response = arrived.map(|()| {
            let body = |body: Incoming| Arriving::new(body, Arc::clone(&client));
            router.call(request.map(body))
        });
        async move {
            let Ok(response) = response?.await;
            client.waits();
            Ok::<_, SentAway>(response)
        }
    });
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEAD_TIME).max_buf_size(LARGEST_HEAD);
    let mut connection = pin!(builder.serve_connection(TokioIo::new(stream), answer));
    // How it ends is not worth logging: with the client's last request, or with its silence.
    tokio::select! {
        _ = connection.as_mut() => return,
        () = client.sent_away() => return,
        () = stopped(&mut stop) => {}
        () = sleep(LONGEST_CONNECTION) => {}
    }
    connection.as_mut().graceful_shutdown();
    tokio::select! {
        _ = timeout(LONGEST_LAST_RESPONSE, connection) => {}
        () = client.sent_away() => {}
    }
}

/// A body in transit. Until it is complete, the server is waiting for the client.
struct Arriving {
    body: Incoming,
    client: Arc<Client>,
}

impl Arriving {
    fn new(body: Incoming, client: Arc<Client>) -> Self {
        if !body.is_end_stream() {
            client.waits();
        }
        Arriving { body, client }
    }
}

impl Body for Arriving {
    type Data = Bytes;
    type Error = Box<dyn std::error::Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let frame = std::task::ready!(Pin::new(&mut self.body).poll_frame(context));
        if frame.is_none() || self.body.is_end_stream() {
            self.client.arrived()?;
        }
        Poll::Ready(frame.map(|frame| frame.map_err(Into::into)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Arriving {
    fn drop(&mut self) {
        // The rest of the body is not needed, so the server is not waiting for the client. A closed
        // connection notices by itself.
        let _: Result<(), SentAway> = self.client.arrived();
    }
}
