//! Stripe direct charges through hosted Checkout, without I/O.
//!
//! A platform's merchants receive payments directly: each merchant is a Stripe connected account, the
//! customer pays on a page hosted by Stripe, and the platform keeps an application fee. This crate covers
//! everything between the platform's backend and Stripe that can be decided without a socket, a clock or a
//! random number:
//!
//! - [`Platform`] and [`Merchant`] turn a plain record such as [`checkout::CreateSession`] into a [`Call`]: a
//!   checked request that also decides what to do with each response;
//! - [`checkout`], [`payments`], [`events`] and [`merchants`] hold those records, one for each operation, and
//!   the objects that Stripe returns;
//! - [`webhook::Webhooks`] verifies what Stripe posts and turns it into a [`webhook::Event`], whose
//!   [`outcome`](webhook::Event::outcome) says what happened to the payment;
//! - [`fulfillment`] says what to do with the order: fulfill it at most once, whatever the order in which
//!   events arrive.
//!
//! ```
//! use counterfoil::{Platform, SecretKey, checkout::{CreateSession, LineItem}, money::{Amount, Currency}, Fee};
//!
//! # fn main() -> Result<(), counterfoil::Error> {
//! let platform = Platform::new("sk_test_example".parse::<SecretKey>()?);
//! let merchant = platform.merchant("acct_1032D82eZvKYlo2C".parse()?);
//! let call = merchant.call(
//!     CreateSession {
//!         line_items: vec![LineItem::priced("T-shirt", Amount::new(20_00, Currency::EUR), 2)],
//!         application_fee: Some(Fee::basis_points(250).plus(30)),
//!         client_reference_id: Some("order-42".into()),
//!         ..CreateSession::payment("https://shop.example/thanks?session={CHECKOUT_SESSION_ID}")
//!     },
//!     "order-42/1".parse()?, // its first attempt to pay; see `IdempotencyKey::of`
//! )?;
//! assert_eq!(call.request().url, "https://api.stripe.com/v1/checkout/sessions");
//! assert!(call.request().body.contains("payment_intent_data[application_fee_amount]=130"));
//! # Ok(())
//! # }
//! ```
//!
//! # Accounts
//!
//! A direct charge is on the merchant's account, the application fee on the platform's own. Each operation
//! has its scope in its type, and the wrong account does not compile:
//!
//! ```
//! # fn main() -> Result<(), counterfoil::Error> {
//! # let platform = counterfoil::Platform::new("sk_test_example".parse()?);
//! # let merchant = platform.merchant("acct_1032D82eZvKYlo2C".parse()?);
//! use counterfoil::payments::{ListApplicationFees, ListCharges};
//!
//! let charges = merchant.read(ListCharges::default())?;
//! let fees = platform.read(ListApplicationFees::default())?;
//! assert_eq!(charges.account(), Some("acct_1032D82eZvKYlo2C"));
//! assert_eq!(fees.account(), None);
//! # Ok(())
//! # }
//! ```
//!
//! ```compile_fail,E0277
//! # fn main() -> Result<(), counterfoil::Error> {
//! # let platform = counterfoil::Platform::new("sk_test_example".parse()?);
//! let charges = platform.read(counterfoil::payments::ListCharges::default())?;
//! # Ok(())
//! # }
//! ```
//!
//! ```compile_fail,E0277
//! # fn main() -> Result<(), counterfoil::Error> {
//! # let platform = counterfoil::Platform::new("sk_test_example".parse()?);
//! # let merchant = platform.merchant("acct_1032D82eZvKYlo2C".parse()?);
//! let fees = merchant.read(counterfoil::payments::ListApplicationFees::default())?;
//! # Ok(())
//! # }
//! ```
//!
//! # Lists
//!
//! A [`Page`] contains the position of the next one, so a loop can read the whole list:
//!
//! ```
//! # use counterfoil::http::{TransportError, Request, Response};
//! # fn send(request: &Request) -> Result<Response, TransportError> {
//! #     let more = !request.url.contains("starting_after");
//! #     let id = if more { "re_2" } else { "re_1" };
//! #     let body = format!(r#"{{"object":"list","has_more":{more},"data":[{{"id":"{id}","object":"refund"}}]}}"#);
//! #     Ok(Response { status: 200, headers: vec![], body: body.into_bytes() })
//! # }
//! # fn main() -> Result<(), counterfoil::Error> {
//! # let platform = counterfoil::Platform::new("sk_test_example".parse()?);
//! # let merchant = platform.merchant("acct_1032D82eZvKYlo2C".parse()?);
//! use counterfoil::{Next, payments::ListRefunds};
//!
//! let mut refunds = Vec::new();
//! let mut next = Some(merchant.read(ListRefunds::default())?);
//! while let Some(mut call) = next {
//!     let Next::Done(page) = call.receive(send(call.request()), 0.5) else { todo!("wait, and send again") };
//!     let page = page?;
//!     next = call.next_page(&page);
//!     refunds.extend(page.data);
//! }
//! assert_eq!(refunds.len(), 2);
//! # Ok(())
//! # }
//! ```
//!
//! # What a later version may add
//!
//! Stripe keeps adding to its API, and minor versions of this crate follow. This is what they may add without
//! a new major version, and what that means for your code:
//!
//! - **Parameters.** A record of parameters or settings has public fields and a `Default`, and may get more
//!   fields. End each literal with a base: `..Default::default()`, or a constructor such as
//!   `..CreateSession::payment(url)`. A literal without a base compiles only until a field is added.
//! - **Results**: Stripe's objects and their parts, what this crate computes, [`Request`](http::Request),
//!   errors. These are `#[non_exhaustive]`: read their fields, end patterns with `..`, and create them with
//!   `from_json` if a test needs one.
//! - **Outcomes, and lists of words that Stripe or this crate may extend** (reasons, codes, statuses): these
//!   are `#[non_exhaustive]` too, so a `match` needs a wildcard arm.
//!
//! What you have to handle exhaustively stays exhaustive, and the compiler shows you when a major version
//! changes it: the order's [states and actions](fulfillment), [`Next`], and what a host supplies, such as
//! [`Response`](http::Response).
//!
//! ```
//! use counterfoil::{checkout::Session, payments::CreateRefund};
//!
//! # fn main() -> Result<(), counterfoil::Error> {
//! let refund = CreateRefund { amount: Some(500), ..Default::default() };
//! let session = Session::from_json(r#"{"id":"cs_1","object":"checkout.session","payment_status":"paid"}"#)?;
//! let Session { id, payment_status, .. } = session;
//! # assert_eq!((&*id, payment_status.as_deref(), refund.amount), ("cs_1", Some("paid"), Some(500)));
//! # Ok(())
//! # }
//! ```
//!
//! ```compile_fail,E0639
//! use counterfoil::checkout::Session;
//!
//! let session = Session { id: "cs_1".into(), ..Session::default() };
//! ```
//!
//! # Features
//!
//! | feature | what it adds |
//! |---|---|
//! | `testing` | `webhook::sign` and the module `testing`, so that tests can make events with a genuine signature |
//! | `bindings` | the module that the bindings to other languages use |
//! | `schema` | the description of this crate as data, including its docs, from which the packages in other languages are generated |
//!
//! Amounts are always integers in the currency's minor unit, times are unix seconds, fees are basis points
//! and minor units. No amount is ever a floating-point number.

#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)
)]

/// The examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod answer;
pub mod billing;
pub mod call;
#[cfg(feature = "schema")]
mod catalog;
pub mod checkout;
pub mod error;
pub mod events;
mod fee;
pub mod form;
pub mod fulfillment;
pub mod http;
mod ids;
mod json;
pub mod merchants;
pub mod money;
mod names;
mod operation;
mod page;
mod params;
pub mod payments;
mod percent;
mod platform;
mod redacted;
mod schema;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod unix_time;
#[cfg(any(test, feature = "bindings"))]
#[doc(hidden)]
pub mod waist;
pub mod webhook;

pub use call::{Call, Next};
pub use error::{Advice, Error, Fault, StripeError};
pub use fee::{Fee, fee_refunded};
pub use ids::{AccountId, IdempotencyKey, SecretKey};
pub use operation::{AnyAnswer, AnyObject, AnyOperation};
pub use page::Page;
pub use params::{Created, Metadata};
pub use percent::Percent;
pub use platform::{API_VERSION, Merchant, Platform};
#[cfg(feature = "schema")]
#[doc(hidden)]
pub use schema::document::document as api_json;
pub use unix_time::UnixTime;
