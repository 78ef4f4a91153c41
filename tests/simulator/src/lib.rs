//! An offline Stripe: the part of the API that direct charges through hosted Checkout need, the payment page,
//! signed webhooks, and a clock that can be moved.
//!
//! ```
//! use std::time::Duration;
//! use stripe_simulator::{Account, Endpoint, Simulator};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> std::io::Result<()> {
//! let simulator = Simulator::builder()
//!     .secret_key("sk_test_simulator")
//!     .account(Account::new("acct_1Bakery", "Bakery").brand_color("#0a7d5a"))
//!     .start()
//!     .await?;
//! simulator.add_endpoint(Endpoint::connect("http://127.0.0.1:4242/webhooks", "whsec_test_secret"))?;
//!
//! // Point a client at it instead of https://api.stripe.com.
//! assert!(simulator.url().starts_with("http://127.0.0.1:"));
//!
//! // A bank debit that takes days settles at once.
//! simulator.advance(Duration::from_secs(14 * 86_400)).await;
//! simulator.shutdown().await;
//! # Ok(())
//! # }
//! ```
//!
//! It shares no code with the library that it tests: it decodes requests and signs events with its own code.
//! For what it does not know, it responds with 501. `GET /_simulator/differences` lists how it differs from
//! Stripe.

// Payment intents and sessions are one `json!` each.
#![recursion_limit = "256"]
#![forbid(unsafe_code)]

mod api;
mod clock;
mod control;
mod delivery;
mod error;
mod faults;
mod form;
mod http;
mod ids;
mod money;
mod pages;
mod parameters;
mod server;
mod signature;
mod simulator;
mod state;

pub use faults::Fault;
pub use simulator::{Builder, Simulator};
pub use state::{Account, Endpoint};
