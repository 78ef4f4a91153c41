//! The five lines of the README, in a function that provides their inputs.

use std::error::Error;

use counterfoil::checkout::{CreateSession, LineItem, Session};
use counterfoil::fulfillment::{Action, State, Step, advance};
use counterfoil::money::{Amount, Currency};
use counterfoil::webhook::{EndpointSecret, Webhooks, sign};
use counterfoil::{AccountId, Platform};
use counterfoil_reqwest::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

struct Order {
    state: State,
}

struct Delivery<'d> {
    body: &'d [u8],
    signature: &'d str,
    now: i64,
}

async fn five_lines(
    (platform, http, account): (&Platform, &Client, AccountId),
    params: CreateSession,
    signing_secret: &str,
    Delivery { body, signature, now }: Delivery<'_>,
    order: Order,
) -> Result<(Session, Step), Box<dyn Error>> {
    let webhooks = Webhooks::new([EndpointSecret::new("connect", signing_secret)])?;
    let call = platform.merchant(account).call(params, "order-42/1".parse()?)?;
    let session = http.send(call).await?;
    let event = webhooks.verify(body, signature, now)?;
    let step = advance(order.state, event.outcome().kind());
    Ok((session, step))
}

#[tokio::test]
async fn the_five_lines_of_the_readme_run() -> Result<(), Box<dyn Error>> {
    let server = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", server.local_addr()?);
    tokio::spawn(async move {
        let (mut stream, _) = server.accept().await.unwrap();
        let mut request = [0; 4096];
        let _ = stream.read(&mut request).await.unwrap();
        let session = r#"{"id":"cs_1","object":"checkout.session"}"#;
        let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{session}", session.len());
        stream.write_all(answer.as_bytes()).await.unwrap();
    });
    let platform = Platform::new("sk_test_readme".parse()?).with_api_base(&url)?;
    let params = CreateSession {
        line_items: vec![LineItem::priced("T-shirt", Amount::new(20_00, Currency::EUR), 2)],
        ..CreateSession::payment("https://shop.example/thanks?session={CHECKOUT_SESSION_ID}")
    };
    let body =
        br#"{"id":"evt_1","object":"event","type":"checkout.session.completed","livemode":false,"created":1,
        "data":{"object":{"id":"cs_1","object":"checkout.session","payment_status":"paid"}}}"#;
    let signature = sign(body, "whsec_test_secret", 5);
    let delivery = Delivery { body, signature: &signature, now: 5 };
    let order = Order { state: State::Open };
    let account = "acct_1".parse()?;

    let who = (&platform, &Client::new()?, account);
    let (session, step) = five_lines(who, params, "whsec_test_secret", delivery, order).await?;
    assert_eq!(session.id, "cs_1");
    assert_eq!(step, Step { state: State::Fulfilled, action: Action::Fulfill });
    Ok(())
}
