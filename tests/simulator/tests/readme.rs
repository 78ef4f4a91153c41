//! The README's examples, in functions that give them what they take.

use std::error::Error;
use std::time::Duration;

use stripe_simulator::{Account, Endpoint, Fault, Simulator};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[rustfmt::skip]
async fn the_example() -> Result<Simulator, Box<dyn Error>> {
    let simulator = Simulator::builder()
        .account(Account::new("acct_1Bakery", "Bakery").brand_color("#0a7d5a"))
        .start().await?;
    simulator.add_endpoint(Endpoint::connect("http://127.0.0.1:4242/webhooks/stripe", "whsec_test_secret"))?;
    simulator.fault(Fault::status("/v1/checkout/sessions", 500).times(3));
    simulator.advance(Duration::from_secs(14 * 86_400)).await;
    Ok(simulator)
}

/// Sends a request and returns the answer's status line.
async fn post(simulator: &Simulator, path: &str, body: &str) -> Result<String, Box<dyn Error>> {
    let mut stream = TcpStream::connect(simulator.address()).await?;
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    Ok(answer.lines().next().unwrap_or_default().to_owned())
}

#[tokio::test]
#[rustfmt::skip]
async fn the_example_in_rust_runs() -> Result<(), Box<dyn Error>> {
    let simulator = the_example().await?;
    let answer = post(&simulator, "/v1/checkout/sessions", "").await?;
    assert!(answer.contains(" 500 "), "{answer}");
    simulator.shutdown().await;
    Ok(())
}

#[tokio::test]
async fn the_fault_in_json_is_taken() -> Result<(), Box<dyn Error>> {
    let readme = include_str!("../README.md");
    let fault = readme.split("```json\n").nth(1).and_then(|rest| rest.split("```").next());
    let simulator = Simulator::builder().start().await?;
    let answer = post(&simulator, "/_simulator/faults", fault.ok_or("no example")?).await?;
    assert!(answer.contains(" 20"), "{answer}");
    let answer = post(&simulator, "/v1/checkout/sessions", "").await?;
    assert!(answer.contains(" 429 "), "{answer}");
    simulator.shutdown().await;
    Ok(())
}
