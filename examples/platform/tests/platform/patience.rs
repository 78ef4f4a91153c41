//! A Stripe that takes connections and never says a word.

use std::ffi::OsString;
use std::time::{Duration, Instant};

use platform::Settings;
use tokio::net::TcpListener;

use crate::program::Folder;

const LONGEST: Duration = Duration::from_secs(10);

#[tokio::test]
async fn a_silent_stripe_holds_nobody_for_more_than_ten_seconds() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let silent = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let mut connections = Vec::new();
        while let Ok((connection, _)) = listener.accept().await {
            connections.push(connection);
        }
    });
    let folder = Folder::create();
    let database = format!("sqlite:{}", folder.0.join("shop.sqlite").display());
    let settings = Settings::read(|name| {
        let value = match name {
            "PORT" => "0",
            "DATABASE_URL" => &database,
            "STRIPE_SECRET_KEY" => "sk_test_example",
            "STRIPE_WEBHOOK_SECRETS" => "whsec_example",
            "STRIPE_API_BASE" => &silent,
            "MERCHANTS" => "acct_1Bakery=Bakery,acct_1Paper=Paper",
            _ => return None,
        };
        Some(OsString::from(value))
    });
    let running = platform::start(settings.unwrap()).await.unwrap();
    let url = running.url();
    let http = counterfoil_reqwest::Client::builder().no_proxy().timeout(LONGEST).build().unwrap();
    let checkout =
        "token=01a206e036427636b196e6286c364f32&merchant=acct_1Bakery&product=sourdough&quantity=1";
    let ask = async |path: &str, form: Option<&str>| {
        let start = Instant::now();
        let request = match form {
            None => http.get(format!("{url}{path}")),
            Some(form) => {
                let form_type = "application/x-www-form-urlencoded";
                http.post(format!("{url}{path}")).header("Content-Type", form_type).body(form.to_owned())
            }
        };
        let response = request.send().await.unwrap_or_else(|error| panic!("{path}: {error}"));
        let status = response.status();
        let body = response.text().await.unwrap();
        assert_eq!(status, 502, "{path}: {body}");
        assert!(start.elapsed() < LONGEST, "{path}: {:?}", start.elapsed());
        body
    };
    // At the same time, so that the test is over soon. The office makes several calls for a page.
    let (button, office, merchant, review) = tokio::join!(
        ask("/create-checkout-session", Some(checkout)),
        ask("/admin", None),
        ask("/admin/merchants/acct_1Paper", None),
        ask("/admin/reviews", Some("klarna=on")),
    );
    assert!(button.contains("Payment is not available right now"), "{button}");
    for page in [office, merchant, review] {
        assert!(page.contains("data-code=\"timeout\""), "{page}");
    }
    running.stop().await;
}
