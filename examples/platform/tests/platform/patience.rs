//! A Stripe that takes connections and never says a word.

use std::ffi::OsString;
use std::time::{Duration, Instant};

use platform::{Running, Settings};
use sqlx::{AnyConnection, Connection, Row};
use stripe_simulator::{Account, Simulator};
use tokio::net::TcpListener;

use crate::program::{Folder, buy};
use crate::support::{BAKERY, KEY};

const LONGEST: Duration = Duration::from_secs(10);

async fn start(database: &str, stripe: &str) -> Running {
    let settings = Settings::read(|name| {
        let value = match name {
            "PORT" => "0",
            "DATABASE_URL" => database,
            "STRIPE_SECRET_KEY" => KEY,
            "STRIPE_WEBHOOK_SECRETS" => "whsec_example",
            "STRIPE_API_BASE" => stripe,
            "MERCHANTS" => "acct_1Bakery=Bakery,acct_1Paper=Paper",
            _ => return None,
        };
        Some(OsString::from(value))
    });
    platform::start(settings.unwrap()).await.unwrap()
}

/// The return page of an order whose payment no event has told of.
async fn paid_without_an_event(database: &str) -> String {
    let stripe = Simulator::builder().secret_key(KEY).account(Account::new(BAKERY, "Bakery"));
    let stripe = stripe.start().await.unwrap();
    let running = start(database, &stripe.url()).await;
    buy(running.url()).await;
    running.stop().await;
    stripe.shutdown().await;
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(database).await.unwrap();
    let order = sqlx::query("SELECT id, session_id FROM orders").fetch_one(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    format!("/thanks?order={}&session={}", order.get::<String, _>(0), order.get::<String, _>(1))
}

#[tokio::test]
async fn a_silent_stripe_holds_nobody_for_more_than_ten_seconds() {
    let folder = Folder::create();
    let database = format!("sqlite:{}", folder.0.join("shop.sqlite").display());
    let thanks = paid_without_an_event(&database).await;

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let silent = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let mut connections = Vec::new();
        while let Ok((connection, _)) = listener.accept().await {
            connections.push(connection);
        }
    });
    let running = start(&database, &silent).await;
    let url = running.url();
    let http = counterfoil_reqwest::Client::builder().no_proxy().timeout(LONGEST).build().unwrap();
    let ask = async |path: &str, form: Option<&str>, status: u16| {
        let start = Instant::now();
        let request = match form {
            None => http.get(format!("{url}{path}")),
            Some(form) => {
                let form_type = "application/x-www-form-urlencoded";
                http.post(format!("{url}{path}")).header("Content-Type", form_type).body(form.to_owned())
            }
        };
        let response = request.send().await.unwrap_or_else(|error| panic!("{path}: {error}"));
        let found = response.status();
        let body = response.text().await.unwrap();
        assert_eq!(found, status, "{path}: {body}");
        assert!(start.elapsed() < LONGEST, "{path}: {:?}", start.elapsed());
        body
    };
    let checkout =
        "token=01a206e036427636b196e6286c364f32&merchant=acct_1Bakery&product=sourdough&quantity=1";
    // At the same time, so that the test is over soon. The office makes several calls for a page.
    let (button, thanks, office, merchant, review) = tokio::join!(
        ask("/create-checkout-session", Some(checkout), 502),
        ask(&thanks, None, 200),
        ask("/admin", None, 502),
        ask("/admin/merchants/acct_1Paper", None, 502),
        ask("/admin/reviews", Some("klarna=on"), 502),
    );
    assert!(button.contains("Payment is not available right now"), "{button}");
    assert!(thanks.contains("data-state=\"open\""), "{thanks}");
    for page in [office, merchant, review] {
        assert!(page.contains("data-code=\"timeout\""), "{page}");
    }
    running.stop().await;
}
