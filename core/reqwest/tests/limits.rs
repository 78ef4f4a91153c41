//! Limits of one response: the time from the request to its last byte, and its size.

use std::time::{Duration, Instant};

use counterfoil::checkout::RetrieveSession;
use counterfoil::http::MAX_RESPONSE;
use counterfoil::{Call, Platform};
use counterfoil_reqwest::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const SESSION: &[u8] = br#"{"id":"cs_test_1","object":"checkout.session"}"#;

/// What a server sends after a request: some bytes at once, then one byte after another, or as much as the
/// client takes.
#[derive(Clone, Copy)]
enum Then {
    Close,
    Drip,
    Flood,
}

/// Starts a server that answers every request this way, and returns its address.
async fn server(start: Vec<u8>, then: Then) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream, start.clone(), then));
        }
    });
    url
}

/// Until the client closes the connection.
async fn answer(mut stream: TcpStream, start: Vec<u8>, then: Then) -> std::io::Result<()> {
    let _ = stream.read(&mut [0; 4096]).await?;
    stream.write_all(&start).await?;
    loop {
        match then {
            Then::Close => return stream.shutdown().await,
            Then::Drip => {
                tokio::time::sleep(Duration::from_millis(50)).await;
                stream.write_all(b"a").await?;
            }
            Then::Flood => stream.write_all(&[b' '; 65_536]).await?,
        }
    }
}

fn retrieve(base: &str) -> Call<RetrieveSession> {
    let platform = Platform::new("sk_test_simulator".parse().unwrap()).with_api_base(base).unwrap();
    platform.merchant("acct_1Shop".parse().unwrap()).read(RetrieveSession::new("cs_test_1")).unwrap()
}

fn client() -> Client {
    Client::with(Client::builder().no_proxy().timeout(Duration::from_millis(400)).build().unwrap())
}

async fn code(client: &Client, start: &[u8], then: Then) -> String {
    let url = server(start.to_vec(), then).await;
    match client.send(retrieve(&url)).await {
        Ok(session) => session.id,
        Err(error) => error.code().to_owned(),
    }
}

#[tokio::test]
async fn neither_headers_nor_a_body_outlast_the_time_by_dripping() {
    for start in ["HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"] {
        let began = Instant::now();
        assert_eq!(code(&client(), start.as_bytes(), Then::Drip).await, "timeout", "{start}");
        // Three attempts, and two waits of at most 0.5 and 1 s.
        assert!(began.elapsed() < Duration::from_secs(6), "{start}: {:?}", began.elapsed());
    }
}

#[tokio::test]
async fn a_body_that_is_too_long_is_given_up_at_once() {
    let small = client().with_max_response(SESSION.len());
    let whole = |length: usize| {
        let head = format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n");
        [head.as_bytes(), SESSION].concat()
    };
    assert_eq!(code(&small, &whole(SESSION.len()), Then::Close).await, "cs_test_1");
    assert_eq!(code(&small, &whole(SESSION.len() + 1), Then::Drip).await, "response_too_large");
    assert_eq!(code(&client(), &whole(MAX_RESPONSE + 1), Then::Drip).await, "response_too_large");
    // Without a length, the body ends with the connection; it is a session followed by endless white space.
    let unknown = [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", SESSION].concat();
    assert_eq!(code(&small, &unknown, Then::Close).await, "cs_test_1");
    assert_eq!(code(&small, &unknown, Then::Flood).await, "response_too_large");
}

#[tokio::test]
async fn a_body_may_have_32_mib() {
    let patient = Client::with(Client::builder().no_proxy().build().unwrap());
    let mut whole = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_vec();
    whole.extend_from_slice(SESSION);
    whole.resize(whole.len() + MAX_RESPONSE - SESSION.len(), b' ');
    assert_eq!(code(&patient, &whole, Then::Close).await, "cs_test_1");
    whole.push(b' ');
    assert_eq!(code(&patient, &whole, Then::Close).await, "response_too_large");
}
