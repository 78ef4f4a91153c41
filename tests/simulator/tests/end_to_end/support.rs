//! A platform in miniature: a raw HTTP client, and a webhook receiver that can be told to fail.

use std::sync::{Arc, Mutex};

use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use stripe_simulator::{Account, Endpoint, Simulator};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

pub(crate) const KEY: &str = "sk_test_simulator";
pub(crate) const SECRET: &str = "whsec_test_secret";
pub(crate) const BAKERY: &str = "acct_1Bakery";
pub(crate) const BOOKS: &str = "acct_1Books";

/// The smallest request that makes a session: two of something for 20 euros each.
pub(crate) const SESSION: &str = "mode=payment&line_items[0][price_data][currency]=eur\
    &line_items[0][price_data][unit_amount]=2000\
    &line_items[0][price_data][product_data][name]=Sourdough+loaf&line_items[0][quantity]=2\
    &success_url=http://shop.example/thanks?s={CHECKOUT_SESSION_ID}\
    &cancel_url=http://shop.example/cart";

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (given, value) = line.split_once(": ")?;
            given.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    /// `type`, `code` and `param` of an error body.
    pub(crate) fn error(&self) -> (String, String, String) {
        let error = &self.json()["error"];
        let text = |name: &str| error[name].as_str().unwrap_or_default().to_owned();
        (text("type"), text("code"), text("param"))
    }
}

/// One request on a connection of its own; `None` when it is closed without an answer.
pub(crate) async fn send(
    simulator: &Simulator,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Option<Answer> {
    let mut stream = TcpStream::connect(simulator.address()).await.unwrap();
    let mut request = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    let mut headers = headers.to_vec();
    if !headers.iter().any(|(name, _)| *name == "Content-Type") {
        headers.push(("Content-Type", "application/x-www-form-urlencoded"));
    }
    for (name, value) in headers {
        request.push_str(&format!("{name}: {value}\r\n"));
    }
    request.push_str(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await.ok()?;
    let text = String::from_utf8(bytes).unwrap();
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer { status, head: head.to_owned(), body: body.to_owned() })
}

/// An API call about a connected account.
pub(crate) async fn call(
    simulator: &Simulator,
    account: &str,
    method: &str,
    path: &str,
    body: &str,
) -> Answer {
    let bearer = format!("Bearer {KEY}");
    let headers = [("Authorization", bearer.as_str()), ("Stripe-Account", account)];
    send(simulator, method, path, &headers, body).await.unwrap()
}

/// An order to the simulator itself.
pub(crate) async fn control(simulator: &Simulator, path: &str, body: &Value) -> Answer {
    let json = [("Content-Type", "application/json")];
    send(simulator, "POST", path, &json, &body.to_string()).await.unwrap()
}

/// An API call about the platform's own account.
pub(crate) async fn platform(simulator: &Simulator, method: &str, path: &str, body: &str) -> Answer {
    let bearer = format!("Bearer {KEY}");
    send(simulator, method, path, &[("Authorization", bearer.as_str())], body).await.unwrap()
}

pub(crate) async fn create(simulator: &Simulator) -> Value {
    let answer = call(simulator, BAKERY, "POST", "/v1/checkout/sessions", SESSION).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}

pub(crate) async fn session(simulator: &Simulator, id: &str) -> Value {
    let path = format!("/v1/checkout/sessions/{id}?expand[]=payment_intent");
    call(simulator, BAKERY, "GET", &path, "").await.json()
}

/// Presses the pay button of the hosted page.
pub(crate) async fn pay(simulator: &Simulator, id: &str, fields: &str) -> Answer {
    let form = format!("email=jenny@example.com&{fields}");
    send(simulator, "POST", &format!("/c/pay/{id}"), &[], &form).await.unwrap()
}

pub(crate) fn card(number: &str) -> String {
    format!("payment_method=card&card_number={number}&card_expiry=12/34&card_cvc=123&card_name=Jenny")
}

pub(crate) fn debit(iban: &str) -> String {
    format!("payment_method=sepa_debit&iban={iban}&account_holder=Jenny")
}

/// A simulator with two merchants, and the receiver of their events.
pub(crate) async fn start() -> (Simulator, Receiver) {
    let receiver = Receiver::start().await;
    let simulator = Simulator::builder()
        .account(Account::new(BAKERY, "Bakery <& Sons>").brand_color("#0a7d5a"))
        .account(Account::new(BOOKS, "Books"))
        .endpoint(Endpoint::connect(&receiver.url, SECRET))
        .retry_pauses(&[std::time::Duration::from_millis(50); 3])
        .seed(1)
        .start()
        .await
        .unwrap();
    (simulator, receiver)
}

/// A webhook endpoint that keeps what it receives.
pub(crate) struct Receiver {
    pub(crate) url: String,
    received: Arc<Mutex<Vec<Value>>>,
    failures: Arc<Mutex<Vec<&'static str>>>,
}

impl Receiver {
    pub(crate) async fn start() -> Self {
        Self::bind("127.0.0.1:0").await
    }

    pub(crate) async fn bind(address: &str) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let url = format!("http://{}/webhooks", listener.local_addr().unwrap());
        let received = Arc::new(Mutex::new(Vec::new()));
        let failures = Arc::new(Mutex::new(Vec::new()));
        tokio::spawn(receive(listener, Arc::clone(&received), Arc::clone(&failures)));
        Self { url, received, failures }
    }

    /// The next deliveries are answered with these status lines instead of 200.
    pub(crate) fn fail_with(&self, statuses: &[&'static str]) {
        self.failures.lock().unwrap().extend(statuses.iter().rev());
    }

    /// The types of the events accepted since the last look.
    pub(crate) fn types(&self) -> Vec<String> {
        self.take().iter().map(|event| event["type"].as_str().unwrap().to_owned()).collect()
    }

    /// The events accepted since the last look.
    pub(crate) fn take(&self) -> Vec<Value> {
        std::mem::take(&mut self.received.lock().unwrap())
    }
}

async fn receive(
    listener: TcpListener,
    received: Arc<Mutex<Vec<Value>>>,
    failures: Arc<Mutex<Vec<&'static str>>>,
) {
    loop {
        let (mut stream, _) = listener.accept().await.unwrap();
        let (head, body) = read_request(&mut stream).await;
        verify(&head, &body);
        let failure = failures.lock().unwrap().pop();
        if failure.is_none() {
            received.lock().unwrap().push(serde_json::from_slice(&body).unwrap());
        }
        let status = failure.unwrap_or("200 OK");
        let answer = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n");
        stream.write_all(answer.as_bytes()).await.unwrap();
    }
}

async fn read_request(stream: &mut TcpStream) -> (String, Vec<u8>) {
    let mut bytes = Vec::new();
    loop {
        let mut chunk = [0; 4096];
        let count = stream.read(&mut chunk).await.unwrap();
        bytes.extend_from_slice(&chunk[..count]);
        let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else {
            continue;
        };
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap().to_lowercase();
        let length = head.split("content-length: ").nth(1).unwrap();
        let length: usize = length.lines().next().unwrap().parse().unwrap();
        if bytes.len() >= end + 4 + length {
            return (head, bytes[end + 4..].to_vec());
        }
    }
}

/// Every delivery is signed over its bytes, with the real time.
fn verify(head: &str, body: &[u8]) {
    let signature = head.split("stripe-signature: ").nth(1).unwrap();
    let (t, v1) = signature.lines().next().unwrap().split_once(",v1=").unwrap();
    let v1 = v1.split(',').next().unwrap();
    let t = t.strip_prefix("t=").unwrap();
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(format!("{t}.").as_bytes());
    mac.update(body);
    let mac = mac.finalize().into_bytes();
    let hex: String = mac.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(v1, hex);
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    assert!(now.abs_diff(t.parse().unwrap()) < 60, "the signature carries real time");
}
