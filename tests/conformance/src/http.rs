//! One HTTP exchange over a plain socket: exactly the bytes that a vector or a driver gives.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::Value;

/// What a server responded.
pub struct Response {
    /// Three digits.
    pub status: u16,
    /// In order.
    pub headers: Vec<(String, String)>,
    /// Everything after the headers.
    pub body: Vec<u8>,
}

/// Sends a request as `request.build` returns it, but to `address` instead of Stripe.
///
/// Errors: an address where no server listens, or a response that is not HTTP.
pub fn exchange(address: &str, request: &Value) -> Result<Response, String> {
    let text = |name: &str| request[name].as_str().ok_or_else(|| format!("no request was built: {request}"));
    let path = text("url")?.replacen("https://api.stripe.com", "", 1);
    let body = text("body")?;
    let mut message = format!("{} {path} HTTP/1.1\r\nHost: {address}\r\n", text("method")?);
    for header in request["headers"].as_array().into_iter().flatten() {
        let part = |index: usize| header[index].as_str().unwrap_or_default();
        message.push_str(&format!("{}: {}\r\n", part(0), part(1)));
    }
    message.push_str(&format!("Content-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len()));
    let exchange = || -> std::io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect(address)?;
        stream.write_all(message.as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(answer)
    };
    read(&exchange().map_err(|error| format!("{address}: {error}"))?)
}

fn read(answer: &[u8]) -> Result<Response, String> {
    let end = answer
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .ok_or("the response has no end of headers")?;
    let head = String::from_utf8_lossy(&answer[..end]);
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
    let headers = lines.filter_map(|line| line.split_once(": "));
    Ok(Response {
        status: status.ok_or("the response has no status")?,
        headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        body: answer[end + 4..].to_vec(),
    })
}
