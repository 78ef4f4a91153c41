//! The program against the offline Stripe: one order from the click to its fulfillment.

use std::time::Duration;

use reqwest::redirect::Policy;
use stripe_simulator::{Account, Endpoint, Simulator};
use tokio::net::TcpListener;

use super::*;

const SECRET: &str = "whsec_test_secret";
const MERCHANT: &str = "acct_1Bakery";

struct Running {
    simulator: Simulator,
    shop: Arc<Shop>,
    url: String,
    browser: reqwest::Client,
}

async fn start() -> Running {
    let simulator = Simulator::builder().account(Account::new(MERCHANT, "Bakery")).start().await.unwrap();
    let platform = Platform::new("sk_test_simulator".parse().unwrap());
    let platform = platform.with_api_base(&simulator.url()).unwrap();
    let shop = Arc::new(Shop {
        merchant: platform.merchant(MERCHANT.parse().unwrap()),
        http: Client::new().unwrap(),
        webhooks: Webhooks::new([EndpointSecret::new("connect", SECRET)]).unwrap(),
        orders: Mutex::default(),
    });
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let router = routes(Arc::clone(&shop));
    tokio::spawn(async move { axum::serve(listener, router).await });
    simulator.add_endpoint(Endpoint::connect(format!("{url}/webhooks/stripe"), SECRET)).unwrap();
    let browser = Client::builder().redirect(Policy::none()).no_proxy().build().unwrap();
    Running { simulator, shop, url, browser }
}

impl Running {
    /// Presses the button and returns where it leads.
    async fn click(&self, order: &str) -> String {
        let response =
            self.browser.post(format!("{}/orders/{order}/checkout", self.url)).send().await.unwrap();
        assert_eq!(response.status(), 303);
        response.headers()["location"].to_str().unwrap().to_owned()
    }

    async fn pay(&self, page: &str, fields: &str) {
        let form = format!("email=jenny@example.com&{fields}");
        let request = self.browser.post(page).header("content-type", "application/x-www-form-urlencoded");
        let response = request.body(form).send().await.unwrap();
        assert!(response.status().as_u16() < 400, "{response:?}");
        // Returns when the resulting events have been delivered.
        self.simulator.advance(Duration::ZERO).await;
    }

    fn state(&self, order: &str) -> Option<OrderState> {
        self.shop.orders.lock().unwrap().get(order).copied()
    }

    /// Waits until the order has the state.
    async fn becomes(&self, order: &str, state: OrderState) {
        for _ in 0..200 {
            if self.state(order) == Some(state) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("{order} is {:?}", self.state(order));
    }
}

#[tokio::test]
async fn a_card_fulfills_the_order() {
    let running = start().await;
    let page = running.click("order-42").await;
    assert_eq!(running.click("order-42").await, page, "a second click gets the same page");
    running
        .pay(
            &page,
            "payment_method=card&card_number=4242424242424242&card_expiry=12/34&card_cvc=123&card_name=J",
        )
        .await;
    running.becomes("order-42", OrderState::Fulfilled).await;
    running.simulator.shutdown().await;
}

#[tokio::test]
async fn a_bank_debit_is_waited_for() {
    let running = start().await;
    let page = running.click("order-43").await;
    running.pay(&page, "payment_method=sepa_debit&iban=AT321904300235473204&account_holder=Jenny").await;
    running.becomes("order-43", OrderState::AwaitingPayment).await;
    running.simulator.advance(Duration::from_secs(14 * 86_400)).await;
    running.becomes("order-43", OrderState::Fulfilled).await;
    running.simulator.shutdown().await;
}

#[tokio::test]
async fn a_forged_delivery_is_rejected() {
    let running = start().await;
    let body = r#"{"id":"evt_1","object":"event","type":"checkout.session.completed"}"#;
    let hook = format!("{}/webhooks/stripe", running.url);
    let response = running.browser.post(hook).body(body).send().await.unwrap();
    assert_eq!(
        (response.status().as_u16(), response.text().await.unwrap()),
        (400, "the signature header is missing".into())
    );
    running.simulator.shutdown().await;
}
