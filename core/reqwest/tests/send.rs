//! The client against a server with prepared responses.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use counterfoil::checkout::{CreateSession, LineItem, RetrieveSession};
use counterfoil::events::DeleteWebhookEndpoint;
use counterfoil::money::{Amount, Currency};
use counterfoil::payments::ListCharges;
use counterfoil::{Call, Error, Platform};
use counterfoil_reqwest::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

const SESSION: &str = r#"{"id":"cs_test_1","object":"checkout.session","payment_status":"unpaid"}"#;

/// Responds to each request with the next prepared response, on a connection of its own; an empty one closes
/// the connection.
struct Server {
    url: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    async fn start(answers: Vec<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        tokio::spawn(async move {
            for answer in answers {
                let (mut stream, _) = listener.accept().await.unwrap();
                let mut request = Vec::new();
                let mut chunk = [0; 4096];
                while !is_whole(&request) {
                    let count = stream.read(&mut chunk).await.unwrap();
                    request.extend_from_slice(&chunk[..count]);
                }
                seen.lock().unwrap().push(String::from_utf8(request).unwrap());
                // The client may close the connection before the end.
                let _ = stream.write_all(answer.as_bytes()).await;
            }
        });
        Server { url, requests }
    }

    fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request).to_ascii_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head
        .split("content-length: ")
        .nth(1)
        .map_or(0, |rest| rest.lines().next().unwrap().parse::<usize>().unwrap());
    body.len() >= length
}

fn answer(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}")
}

fn platform(base: &str) -> Platform {
    Platform::new("sk_test_simulator".parse().unwrap()).with_api_base(base).unwrap()
}

fn create(base: &str) -> Call<CreateSession> {
    let session = CreateSession {
        line_items: vec![LineItem::priced("T-shirt", Amount::new(20_00, Currency::EUR), 2)],
        ..CreateSession::payment("https://shop.example/thanks")
    };
    platform(base).merchant("acct_1Shop".parse().unwrap()).call(session, "order-42".parse().unwrap()).unwrap()
}

fn retrieve(base: &str) -> Call<RetrieveSession> {
    let operation = RetrieveSession::new("cs_test_1");
    platform(base).merchant("acct_1Shop".parse().unwrap()).read(operation).unwrap()
}

fn client() -> Client {
    Client::with(Client::builder().no_proxy().build().unwrap())
}

async fn refused(answers: Vec<String>) -> (Error, usize) {
    let server = Server::start(answers).await;
    let error = client().send(create(&server.url)).await.unwrap_err();
    (error, server.requests().len())
}

#[tokio::test]
async fn a_list_is_read_page_by_page() {
    let page = |id: &str, more: bool| {
        let data = format!(r#"[{{"id":"{id}","object":"charge"}}]"#);
        answer("200 OK", "", &format!(r#"{{"object":"list","data":{data},"has_more":{more}}}"#))
    };
    let server = Server::start(vec![page("ch_2", true), page("ch_1", false)]).await;
    let list = ListCharges { limit: Some(1), ..ListCharges::default() };
    let call = platform(&server.url).merchant("acct_1Shop".parse().unwrap()).read(list).unwrap();
    let charges = client().send_all(call).await.unwrap();
    assert_eq!(charges.iter().map(|charge| &*charge.id).collect::<Vec<_>>(), ["ch_2", "ch_1"]);
    assert!(server.requests()[0].starts_with("GET /v1/charges?limit=1 HTTP/1.1"));
    assert!(server.requests()[1].starts_with("GET /v1/charges?limit=1&starting_after=ch_2 HTTP/1.1"));
}

#[tokio::test]
async fn a_removal_is_a_delete_without_a_body() {
    let gone = r#"{"id":"we_1","object":"webhook_endpoint","deleted":true}"#;
    let server = Server::start(vec![answer("200 OK", "", gone)]).await;
    let removal = DeleteWebhookEndpoint { id: "we_1".into(), ..DeleteWebhookEndpoint::default() };
    let call = platform(&server.url).delete(removal).unwrap();
    assert!(client().send(call).await.unwrap().deleted);
    let request = server.requests().remove(0);
    assert!(request.starts_with("DELETE /v1/webhook_endpoints/we_1 HTTP/1.1"), "{request}");
    assert!(!request.contains("stripe-account") && !request.contains("idempotency-key"), "{request}");
}

#[tokio::test]
async fn a_retry_sends_the_same_bytes_with_the_same_key() {
    let failing = answer("500 Internal Server Error", "", r#"{"error":{"type":"api_error"}}"#);
    let server = Server::start(vec![failing, String::new(), answer("200 OK", "", SESSION)]).await;
    let session = client().send(create(&server.url)).await.unwrap();
    assert_eq!(session.id, "cs_test_1");

    let requests = server.requests();
    assert_eq!(requests.len(), 3);
    assert!(requests.iter().all(|request| *request == requests[0]));
    for line in [
        "POST /v1/checkout/sessions HTTP/1.1",
        "idempotency-key: order-42",
        "stripe-account: acct_1Shop",
        "authorization: Bearer sk_test_simulator",
        "content-type: application/x-www-form-urlencoded",
    ] {
        assert!(requests[0].contains(&format!("{line}\r\n")), "{line}");
    }
    assert!(requests[0].contains("\r\n\r\nmode=payment"));
}

#[tokio::test]
async fn a_read_carries_no_body_and_no_key() {
    let server = Server::start(vec![answer("200 OK", "", SESSION)]).await;
    client().send(retrieve(&server.url)).await.unwrap();
    let request = server.requests().remove(0);
    assert!(request.starts_with("GET /v1/checkout/sessions/cs_test_1 HTTP/1.1\r\n"));
    assert!(request.ends_with("\r\n\r\n"));
    assert!(!request.contains("idempotency-key") && !request.contains("content-length"));
}

#[tokio::test]
async fn a_refusal_is_not_tried_again_and_keeps_stripes_words() {
    let body =
        r#"{"error":{"type":"invalid_request_error","code":"resource_missing","message":"No such price"}}"#;
    let (error, attempts) = refused(vec![answer("404 Not Found", "Request-Id: req_7\r\n", body)]).await;
    assert_eq!((error.code(), error.request_id(), attempts), ("resource_missing", Some("req_7"), 1));
}

#[tokio::test]
async fn what_is_no_answer_is_an_error() {
    for (body, code) in [
        ("<html>Bad gateway</html>", "unreadable_answer"),
        ("", "unreadable_answer"),
        (r#"{"object":"charge"}"#, "unexpected_object"),
    ] {
        let (error, attempts) = refused(vec![answer("200 OK", "", body)]).await;
        assert_eq!((error.code(), attempts), (code, 1), "{body}");
    }
}

#[tokio::test]
async fn an_endless_answer_is_cut_off() {
    let (error, _) = refused(vec![answer("200 OK", "", &" ".repeat(17 * 1024 * 1024))]).await;
    assert_eq!(error.code(), "unreadable_answer");
}

#[tokio::test]
async fn a_redirect_is_an_error_and_is_not_followed() {
    let elsewhere = Server::start(vec![answer("200 OK", "", SESSION)]).await;
    let location = format!("Location: {}/v1/checkout/sessions\r\n", elsewhere.url);
    for status in ["302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let (error, _) = refused(vec![answer(status, &location, "")]).await;
        assert_eq!(error.code(), "unexpected_redirect");
    }
    assert!(elsewhere.requests().is_empty());
}

#[tokio::test]
async fn a_client_that_follows_redirects_gets_an_error_all_the_same() {
    let elsewhere = Server::start(vec![answer("200 OK", "", SESSION)]).await;
    let location = format!("Location: {}/v1/checkout/sessions\r\n", elsewhere.url);
    let server = Server::start(vec![answer("307 Temporary Redirect", &location, "")]).await;
    let following = Client::with(
        Client::builder().no_proxy().redirect(reqwest::redirect::Policy::limited(5)).build().unwrap(),
    );
    let error = following.send(create(&server.url)).await.unwrap_err();
    assert_eq!(error.code(), "unexpected_redirect");
}

#[tokio::test]
async fn every_way_to_fail_has_its_code() {
    let closing = Server::start(vec![String::new(); 3]).await;
    let error = client().send(retrieve(&closing.url)).await.unwrap_err();
    assert_eq!((error.code(), closing.requests().len()), ("connection_closed", 3));

    let half = "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"id\":";
    let (error, attempts) = refused(vec![half.to_owned(); 3]).await;
    assert_eq!((error.code(), attempts), ("connection_closed", 3));

    let plain = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", plain.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = plain.accept().await.unwrap();
        stream.write_all(answer("400 Bad Request", "", "").as_bytes()).await.unwrap();
        // Kept open until the client has read that.
        let _ = stream.read_to_end(&mut Vec::new()).await;
    });
    let error = client().send(retrieve(&url)).await.unwrap_err();
    assert_eq!(error.code(), "tls_failed");

    let unused = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let error = client().send(retrieve(&format!("http://{unused}"))).await.unwrap_err();
    assert_eq!(error.code(), "connection_failed");
}

#[tokio::test]
async fn silence_ends_in_a_timeout() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let impatient = Client::builder().no_proxy().timeout(Duration::from_millis(50)).build().unwrap();
    let error = Client::with(impatient).send(retrieve(&url)).await.unwrap_err();
    assert_eq!(error.code(), "timeout");
}

#[tokio::test]
async fn a_moment_bounds_all_attempts_together() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let start = Instant::now();
    let error = client().until(start + Duration::from_millis(300)).send(retrieve(&url)).await.unwrap_err();
    assert_eq!(error.code(), "timeout");
    assert!((300..5_000).contains(&start.elapsed().as_millis()), "{:?}", start.elapsed());
}

#[tokio::test]
async fn no_retry_starts_after_the_moment() {
    let failing = answer("500 Internal Server Error", "", r#"{"error":{"type":"api_error"}}"#);
    let server = Server::start(vec![failing, answer("200 OK", "", SESSION)]).await;
    let hurried = client().until(Instant::now() + Duration::from_millis(240));
    let error = hurried.send(retrieve(&server.url)).await.unwrap_err();
    assert_eq!((error.status(), server.requests().len()), (Some(500), 1));
    // With enough time, the second attempt is made.
    client().until(Instant::now() + Duration::from_secs(60)).send(retrieve(&server.url)).await.unwrap();
}
