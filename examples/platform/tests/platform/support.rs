//! A shop on a database of its own, the simulator that it takes for Stripe, and a customer.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::{LazyLock, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use platform::{Running, Settings};
use serde_json::Value;
use sqlx::{AnyPool, AssertSqlSafe, Connection, Row};
use stripe_simulator::{Account, Endpoint, Simulator};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::prelude::*;

pub(crate) const KEY: &str = "sk_test_simulator";
pub(crate) const SECRET: &str = "whsec_test_secret";
pub(crate) const BAKERY: &str = "acct_1Bakery";
pub(crate) const PAPER: &str = "acct_1Paper";
pub(crate) const GOOD_IBAN: &str = "AT321904300235473204";
pub(crate) const BAD_IBAN: &str = "AT051904300235473205";

/// Runs a scenario on every database there is.
pub(crate) async fn on_each_database(scenario: impl AsyncFn(&Shop)) {
    on_each_database_with(&[], scenario).await;
}

/// The same with further settings.
pub(crate) async fn on_each_database_with(settings: &[(&str, &str)], scenario: impl AsyncFn(&Shop)) {
    sqlx::any::install_default_drivers();
    let server = std::env::var("TEST_DATABASE_URL").ok();
    for server in std::iter::once(None).chain(server.map(Some)) {
        let database = Database::create(server).await;
        let shop = Shop::open(&database.url, settings).await;
        scenario(&shop).await;
        shop.running.stop().await;
        shop.simulator.shutdown().await;
        shop.pool.close().await;
        database.remove().await;
    }
}

pub(crate) struct Shop {
    pub(crate) simulator: Simulator,
    running: Running,
    settings: Vec<(String, String)>,
    pub(crate) pool: AnyPool,
    http: reqwest::Client,
}

/// An answer, whole.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) status: u16,
    pub(crate) body: String,
    pub(crate) location: Option<String>,
    pub(crate) policy: Option<String>,
}

impl Shop {
    async fn open(database_url: &str, further: &[(&str, &str)]) -> Self {
        LazyLock::force(&LOG);
        let simulator = Simulator::builder()
            .secret_key(KEY)
            .account(Account::new(BAKERY, "Bakery"))
            .account(Account::new(PAPER, "Paper & Pens"))
            .start()
            .await
            .unwrap();
        let merchants = format!("{BAKERY}=Bakery,{PAPER}=Paper & Pens");
        let own = [
            ("PORT", "0"),
            ("DATABASE_URL", database_url),
            ("STRIPE_SECRET_KEY", KEY),
            ("STRIPE_WEBHOOK_SECRETS", "old=whsec_rolled_away,connect=whsec_test_secret"),
            ("STRIPE_API_BASE", &simulator.url()),
            ("MERCHANTS", &merchants),
        ];
        let settings = own.iter().chain(further).map(|(name, value)| (name.to_string(), value.to_string()));
        let settings: Vec<_> = settings.collect();
        let running = start(&settings).await;
        let pool = AnyPool::connect(database_url).await.unwrap();
        let http = counterfoil_reqwest::Client::builder().no_proxy().build().unwrap();
        Shop { simulator, running, settings, pool, http }
    }

    /// From now on the simulator tells the shop what happens.
    pub(crate) fn subscribe(&self) {
        let url = format!("{}/webhooks/stripe", self.running.url());
        self.simulator.add_endpoint(Endpoint::connect(url, SECRET)).unwrap();
    }

    /// A second server of the same shop, on the same database.
    pub(crate) async fn replica(&self) -> Running {
        start(&self.settings).await
    }

    pub(crate) async fn get(&self, url: &str) -> Page {
        self.page(self.http.get(self.absolute(url))).await
    }

    pub(crate) async fn post(&self, url: &str, form: &str) -> Page {
        self.post_with(url, form, &[]).await
    }

    /// The same with further headers.
    pub(crate) async fn post_with(&self, url: &str, form: &str, headers: &[(&str, &str)]) -> Page {
        let mut request = self.http.post(self.absolute(url));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.page(request.header("Content-Type", "application/x-www-form-urlencoded").body(form.to_owned()))
            .await
    }

    pub(crate) async fn post_json(&self, url: &str, body: &Value) -> Page {
        let request = self.http.post(self.absolute(url)).header("Content-Type", "application/json");
        self.page(request.body(body.to_string())).await
    }

    /// Calls Stripe's API on a merchant's account, past the shop.
    pub(crate) async fn stripe(&self, account: &str, path: &str, form: &str) -> Value {
        let request = self.http.post(format!("{}{path}", self.simulator.url()));
        let request = request.bearer_auth(KEY).header("Stripe-Account", account);
        let request = request.header("Content-Type", "application/x-www-form-urlencoded");
        let page = self.page(request.body(form.to_owned())).await;
        assert_eq!(page.status, 200, "{}", page.body);
        serde_json::from_str(&page.body).unwrap()
    }

    /// An order to the simulator: what the bank or Stripe's Dashboard would do.
    pub(crate) async fn control(&self, path: &str, order: &Value) -> Value {
        let page = self.post_json(&format!("{}/_simulator/{path}", self.simulator.url()), order).await;
        assert_eq!(page.status, 200, "{}", page.body);
        serde_json::from_str(&page.body).unwrap()
    }

    /// Where the shop listens.
    pub(crate) fn url(&self) -> &str {
        self.running.url()
    }

    /// The form of a product, as a browser would send it.
    pub(crate) async fn form(&self, product: &str, quantity: i64) -> String {
        let shop = self.get("/").await.body;
        let form = between(&shop, &format!("data-product=\"{product}\">"), "</form>");
        let value = |name: &str| between(form, &format!("name=\"{name}\" value=\""), "\"");
        format!(
            "token={}&merchant={}&product={product}&quantity={quantity}",
            value("token"),
            value("merchant")
        )
    }

    /// Presses Checkout and arrives on the hosted page.
    pub(crate) async fn checkout(&self, product: &str) -> String {
        let form = self.form(product, 1).await;
        let page = self.post("/create-checkout-session", &form).await;
        assert_eq!(page.status, 303, "{}", page.body);
        page.location.unwrap()
    }

    /// Pays by card and returns where that leads.
    pub(crate) async fn pay_by_card(&self, hosted: &str) -> Thanks {
        self.pay_with(hosted, "4242424242424242").await
    }

    /// The same with one of Stripe's test cards.
    pub(crate) async fn pay_with(&self, hosted: &str, card: &str) -> Thanks {
        self.pay(hosted, &format!("payment_method=card&card_number={card}&card_expiry=12/34&card_cvc=123"))
            .await
    }

    /// Pays by card on a hosted page of the platform's own; where that leads.
    pub(crate) async fn pay_to(&self, hosted: &str) -> String {
        let form = "email=owner@shop.example&card_name=Owner&payment_method=card&card_number=4242424242424242\
            &card_expiry=12/34&card_cvc=123";
        let page = self.post(hosted, form).await;
        assert_eq!(page.status, 303, "{}", page.body);
        page.location.unwrap()
    }

    pub(crate) async fn pay_by_debit(&self, hosted: &str, iban: &str) -> Thanks {
        self.pay(hosted, &format!("payment_method=sepa_debit&iban={iban}&account_holder=Jenny")).await
    }

    async fn pay(&self, hosted: &str, fields: &str) -> Thanks {
        let form = format!("email=jenny@example.com&card_name=Jenny&{fields}");
        let page = self.post(hosted, &form).await;
        assert_eq!(page.status, 303, "{}", page.body);
        let url = page.location.unwrap();
        let order = between(&format!("{url}&"), "order=", "&").to_owned();
        Thanks { url, order }
    }

    pub(crate) async fn wait_two_weeks(&self) {
        self.simulator.advance(Duration::from_secs(14 * 86_400)).await;
    }

    /// The order's state, as its page shows it.
    pub(crate) async fn state(&self, order: &str) -> String {
        let page = self.get(&format!("/orders/{order}")).await;
        between(&page.body, "id=\"order-state\" data-state=\"", "\"").to_owned()
    }

    /// The kinds of e-mail that the order led to, the oldest first.
    pub(crate) async fn mails(&self, order: &str) -> Vec<String> {
        let page = self.get(&format!("/orders/{order}")).await;
        page.body.split("data-kind=\"").skip(1).map(|rest| before(rest, "\"").to_owned()).collect()
    }

    /// How many rows a table has.
    pub(crate) async fn count(&self, table: &str) -> i64 {
        let query = format!("SELECT COUNT(*) FROM {table}");
        sqlx::query(AssertSqlSafe(query)).fetch_one(&self.pool).await.unwrap().get(0)
    }

    /// The simulator's events of a type.
    pub(crate) async fn events(&self, kind: &str) -> Vec<Value> {
        let page = self.get(&format!("{}/_simulator/events", self.simulator.url())).await;
        let list: Value = serde_json::from_str(&page.body).unwrap();
        let events = list["data"].as_array().unwrap().iter();
        events.filter(|event| event["type"] == kind).map(|event| event["event"].clone()).collect()
    }

    /// Delivers an event, signed as Stripe would.
    pub(crate) async fn deliver(&self, event: &Value) -> Page {
        self.deliver_to(self.running.url(), event).await
    }

    pub(crate) async fn deliver_to(&self, server: &str, event: &Value) -> Page {
        let body = serde_json::to_vec_pretty(event).unwrap();
        let signature = counterfoil::webhook::sign(&body, SECRET, now());
        self.post_webhook(server, body, Some(signature.as_bytes())).await
    }

    pub(crate) async fn deliver_raw(&self, body: impl Into<reqwest::Body>, signature: Option<&[u8]>) -> Page {
        self.post_webhook(self.running.url(), body, signature).await
    }

    async fn post_webhook(
        &self,
        server: &str,
        body: impl Into<reqwest::Body>,
        signature: Option<&[u8]>,
    ) -> Page {
        let mut request = self.http.post(format!("{server}/webhooks/stripe")).body(body);
        if let Some(signature) = signature {
            request = request.header("Stripe-Signature", signature);
        }
        self.page(request).await
    }

    async fn page(&self, request: reqwest::RequestBuilder) -> Page {
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        let header = |name: &str| answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let (location, policy) = (header("location"), header("content-security-policy"));
        let is_ours = answer.url().as_str().starts_with(self.running.url());
        let body = String::from_utf8(answer.bytes().await.unwrap().into()).unwrap();
        assert!(!is_ours || !holds_a_secret(&body), "{body}");
        Page { status, body, location, policy }
    }

    fn absolute(&self, url: &str) -> String {
        if url.starts_with('/') { format!("{}{url}", self.running.url()) } else { url.to_owned() }
    }
}

async fn start(settings: &[(String, String)]) -> Running {
    let settings = Settings::read(|name| {
        let (_, value) = settings.iter().find(|(known, _)| known == name)?;
        Some(OsString::from(value))
    });
    platform::start(settings.unwrap()).await.unwrap()
}

/// Where a customer comes back to.
pub(crate) struct Thanks {
    pub(crate) url: String,
    pub(crate) order: String,
}

pub(crate) fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {text}"));
    before(rest, end)
}

fn before<'t>(text: &'t str, end: &str) -> &'t str {
    text.split_once(end).unwrap_or_else(|| panic!("no {end} in {text}")).0
}

pub(crate) fn now() -> i64 {
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()).unwrap()
}

pub(crate) fn holds_a_secret(text: &str) -> bool {
    text.contains(KEY) || text.contains("whsec_")
}

/// A folder for one test, which does not exist yet.
pub(crate) fn fresh_folder() -> PathBuf {
    std::env::temp_dir().join(format!("platform-test-{}", uuid::Uuid::new_v4().simple()))
}

/// Every line that the platform has logged in this process.
pub(crate) fn log() -> String {
    String::from_utf8(LOG.lock().unwrap().clone()).unwrap()
}

static LOG: LazyLock<Mutex<Vec<u8>>> = LazyLock::new(|| {
    let levels = Targets::new().with_target("platform", tracing::Level::TRACE);
    let lines = tracing_subscriber::fmt::layer().with_writer(|| LogWriter).with_ansi(false);
    tracing_subscriber::registry().with(lines.with_filter(levels)).init();
    Mutex::default()
});

struct LogWriter;

impl std::io::Write for LogWriter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOG.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A database for one test: a file, or one on a PostgreSQL server.
struct Database {
    url: String,
    place: Place,
}

enum Place {
    Folder(PathBuf),
    Server { url: String, name: String },
}

impl Database {
    async fn create(server: Option<String>) -> Self {
        let Some(server) = server else {
            let folder = fresh_folder();
            std::fs::create_dir(&folder).unwrap();
            let url = format!("sqlite://{}?mode=rwc", folder.join("platform.sqlite").display());
            return Database { url, place: Place::Folder(folder) };
        };
        let name = format!("platform_test_{}", uuid::Uuid::new_v4().simple());
        run(&server, format!("CREATE DATABASE {name}")).await;
        let mut url = reqwest::Url::parse(&server).unwrap();
        url.set_path(&name);
        Database { url: url.into(), place: Place::Server { url: server, name } }
    }

    async fn remove(self) {
        match self.place {
            Place::Folder(folder) => std::fs::remove_dir_all(folder).unwrap(),
            Place::Server { url, name } => run(&url, format!("DROP DATABASE {name} WITH (FORCE)")).await,
        }
    }
}

async fn run(server: &str, statement: String) {
    let mut connection = sqlx::AnyConnection::connect(server).await.unwrap();
    sqlx::query(AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}
