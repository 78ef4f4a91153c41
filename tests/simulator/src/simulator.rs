//! The running simulator as a library: start it, get its URL, move its clock, stop it.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::clock;
use crate::delivery::Courier;
use crate::faults::Fault;
use crate::server::{self, Shared};
use crate::state::{Account, Endpoint, Stripe};

/// An offline Stripe on a loopback address. It stops when it is dropped.
pub struct Simulator {
    shared: Arc<Shared>,
    address: SocketAddr,
    tasks: JoinSet<()>,
}

/// The settings of a simulator.
pub struct Builder {
    secret_key: String,
    accounts: Vec<Account>,
    endpoints: Vec<Endpoint>,
    bind: String,
    seed: u64,
    start_at: Option<i64>,
    retry_pauses: Vec<Duration>,
}

impl Simulator {
    /// Creates the settings of a simulator without accounts, on a free port, with the key
    /// `sk_test_simulator`.
    pub fn builder() -> Builder {
        Builder {
            secret_key: "sk_test_simulator".to_owned(),
            accounts: Vec::new(),
            endpoints: Vec::new(),
            bind: "127.0.0.1:0".to_owned(),
            seed: clock::fresh_seed(),
            start_at: None,
            retry_pauses: [1, 2, 4, 8].map(Duration::from_secs).to_vec(),
        }
    }

    /// Returns the URL to use in place of `https://api.stripe.com`, without a trailing slash.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the address that it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Registers another webhook endpoint and returns its id. Earlier events are not sent to it.
    ///
    /// # Errors
    ///
    /// If the URL is not plain HTTP on this machine, or the secret is blank.
    pub fn add_endpoint(&self, endpoint: Endpoint) -> io::Result<String> {
        server::check_endpoint(&endpoint)?;
        Ok(self.shared.stripe().add_endpoint(endpoint))
    }

    /// Connects another account.
    pub fn add_account(&self, account: Account) {
        self.shared.stripe().add_account(account);
    }

    /// Injects a fault into future requests.
    pub fn fault(&self, fault: Fault) {
        self.shared.faults().add(fault);
    }

    /// Moves the virtual clock forward: debits settle, sessions expire. Returns when the resulting events,
    /// and those waiting for a retry, have been delivered or attempted.
    pub async fn advance(&self, by: Duration) {
        let seconds = i64::try_from(by.as_secs()).unwrap_or(i64::MAX);
        server::advance(&self.shared, seconds).await;
    }

    /// Returns the virtual time, in unix seconds.
    pub fn now(&self) -> i64 {
        self.shared.stripe().now()
    }

    /// Stops listening and delivering.
    pub async fn shutdown(mut self) {
        self.tasks.shutdown().await;
    }
}

impl Builder {
    /// Sets the platform's API key; the response to any other key is 401.
    #[must_use]
    pub fn secret_key(mut self, key: impl Into<String>) -> Self {
        self.secret_key = key.into();
        self
    }

    /// Adds a connected account.
    #[must_use]
    pub fn account(mut self, account: Account) -> Self {
        self.accounts.push(account);
        self
    }

    /// Adds a webhook endpoint.
    #[must_use]
    pub fn endpoint(mut self, endpoint: Endpoint) -> Self {
        self.endpoints.push(endpoint);
        self
    }

    /// Sets the loopback address and port, `127.0.0.1:0` if absent.
    #[must_use]
    pub fn bind(mut self, address: impl Into<String>) -> Self {
        self.bind = address.into();
        self
    }

    /// Makes the ids repeatable. Without a seed they differ between starts.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Sets the virtual time to start at, in unix seconds, instead of the current time.
    #[must_use]
    pub fn start_at(mut self, unix: i64) -> Self {
        self.start_at = Some(unix);
        self
    }

    /// Sets the pauses between attempts of a delivery, in real time; there is one attempt more than pauses.
    #[must_use]
    pub fn retry_pauses(mut self, pauses: &[Duration]) -> Self {
        self.retry_pauses = pauses.to_vec();
        self
    }

    /// Starts listening.
    ///
    /// # Errors
    ///
    /// If the address is taken or not a loopback address, or an endpoint cannot be delivered to.
    pub async fn start(self) -> io::Result<Simulator> {
        let invalid = |message: String| io::Error::new(io::ErrorKind::InvalidInput, message);
        let bind: SocketAddr =
            self.bind.parse().map_err(|_| invalid(format!("{} is not an address and port", self.bind)))?;
        if !bind.ip().is_loopback() {
            return Err(invalid(format!("{bind} is not a loopback address; use 127.0.0.1")));
        }
        self.endpoints.iter().try_for_each(server::check_endpoint)?;
        let listener = TcpListener::bind(bind).await?;
        let address = listener.local_addr()?;

        let real_now = clock::real_now();
        let mut stripe = Stripe::new(self.secret_key, self.seed, real_now);
        stripe.base_url = format!("http://{address}");
        if let Some(start) = self.start_at {
            stripe.start_at(start, real_now);
        }
        for account in self.accounts {
            stripe.add_account(account);
        }
        for endpoint in self.endpoints {
            stripe.add_endpoint(endpoint);
        }
        let shared = Arc::new(Shared::new(stripe, Courier::new(self.retry_pauses)));
        let mut tasks = JoinSet::new();
        tasks.spawn(server::serve(listener, Arc::clone(&shared)));
        tasks.spawn(server::keep_time(Arc::clone(&shared)));
        Ok(Simulator { shared, address, tasks })
    }
}

// Written by hand, so that the key is never logged.
impl fmt::Debug for Simulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Simulator").field("address", &self.address).finish_non_exhaustive()
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("bind", &self.bind)
            .field("accounts", &self.accounts)
            .field("endpoints", &self.endpoints)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn no_secret_shows_in_debug_output() {
        let builder = Simulator::builder()
            .secret_key("sk_test_hidden")
            .endpoint(Endpoint::connect("http://127.0.0.1:9/", "whsec_hidden"));
        assert!(!format!("{builder:?}").contains("hidden"));
        let simulator = builder.start().await.unwrap();
        assert!(!format!("{simulator:?}").contains("hidden"));
    }
}
