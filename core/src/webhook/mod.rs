//! Webhooks: whether a delivery is genuine, what happened, and what that means for the order.
//!
//! ```
//! use counterfoil::webhook::{EndpointSecret, Outcome, WebhookError, Webhooks};
//!
//! /// What a handler does with the raw bytes of a request, its header `Stripe-Signature`, and unix seconds.
//! fn receive(webhooks: &Webhooks, body: &[u8], signature: &str, now: i64) -> Result<(), WebhookError> {
//!     let event = webhooks.verify(body, signature, now)?;
//!     match event.outcome() {
//!         Outcome::Paid(session) | Outcome::NothingToPay(session) => {
//!             println!("fulfill {:?}", session.client_reference_id)
//!         }
//!         Outcome::AwaitingPayment(session) => println!("wait for {:?}", session.client_reference_id),
//!         Outcome::PaymentFailed(session) => println!("no payment for {:?}", session.client_reference_id),
//!         other => println!("nothing to do: {}", other.kind()),
//!     }
//!     Ok(())
//! }
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let webhooks = Webhooks::new([EndpointSecret::new("connect", "whsec_example")])?; // once, at the start
//!
//! let body = br#"{"id":"evt_1","object":"event"}"#;
//! let forged = receive(&webhooks, body, "t=1793000000,v1=00", 1_793_000_000).unwrap_err();
//! assert_eq!((forged.status(), forged.code()), (400, "no_v1_signature"));
//! # Ok(())
//! # }
//! ```
//!
//! Respond with 2xx as soon as the event is stored. Respond to a rejection with [`WebhookError::status`] and
//! [`WebhookError::message`], and log [`WebhookError::diagnosis`].
//!
//! # Thin events, and no events at all
//!
//! A thin event names its object instead of carrying it. [`Outcome::Fetch`] builds the request that reads
//! the object, on the account that has it, and [`Event::outcome_with`] returns the outcome that the snapshot
//! would have had:
//!
//! ```
//! # use counterfoil::http::{TransportError, Request, Response};
//! use counterfoil::webhook::{Event, Outcome};
//! use counterfoil::{Next, Platform};
//!
//! # fn send(_: &Request) -> Result<Response, TransportError> { Err(TransportError::Closed) }
//! fn outcome(event: &Event<'_>, platform: &Platform) -> Result<Outcome, counterfoil::Error> {
//!     let outcome = event.outcome();
//!     let Outcome::Fetch(fetch) = &outcome else { return Ok(outcome) };
//!     let mut call = fetch.call(platform, event.account())?;
//!     loop {
//!         match call.receive(send(call.request()), 0.5) {
//!             Next::Done(object) => return event.outcome_with(object?),
//!             Next::Retry { .. } => {} // wait, and send it again
//!         }
//!     }
//! }
//! ```
//!
//! The page that the customer returns to cannot wait for an event, and an event can get lost:
//! [`reconcile`] decides from a session that was read from Stripe. Before you fulfill the order,
//! [`Expected`] compares the session with what was recorded for it.
//!
//! See <https://docs.stripe.com/webhooks> and <https://docs.stripe.com/connect/webhooks>.

mod classify;
mod diagnosis;
mod envelope;
mod event;
mod event_object;
mod event_types;
mod expected;
mod facts;
mod fetch;
mod ignored;
mod keyring;
mod mac;
#[cfg(any(test, feature = "bindings"))]
mod meaning;
mod outcome;
mod payload;
mod reconcile;
mod reformat;
mod rejection;
mod signature;
mod subject;
mod timestamp;

pub use event::{Event, Shape};
pub use expected::{Difference, Expected};
pub use fetch::Fetch;
pub use ignored::IgnoredReason;
pub use keyring::{EndpointSecret, Mode, Source, Tolerance, Webhooks};
pub use outcome::{Outcome, OutcomeKind};
pub use payload::RelatedObject;
pub use reconcile::reconcile;
pub use rejection::{RejectionCode, WebhookError};
pub use signature::SignatureHeader;
pub use subject::Subject;

pub(crate) use timestamp::unix_seconds;
#[cfg(any(test, feature = "bindings"))]
pub(crate) use {expected::no_session, meaning::Meaning};
#[cfg(any(test, feature = "bindings"))]
pub(crate) use {
    facts::{Facts, Member},
    mac::HashBlocks,
};

#[cfg(any(test, feature = "testing", feature = "schema"))]
pub(crate) use event_types::{EVENT_TYPES, EventType};
#[cfg(any(test, feature = "testing"))]
pub use signature::sign;
#[cfg(any(test, feature = "testing"))]
pub(crate) use {event_object::EventObject, timestamp::rfc3339};
