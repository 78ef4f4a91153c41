//! Webhooks: is a delivery genuine, what does it tell, and what does that mean for the order.
//!
//! ```
//! use counterfoil::webhook::{EndpointSecret, Keyring, Outcome, sign};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let webhooks = Keyring::new([EndpointSecret::new("connect", "whsec_example")])?;
//!
//! # let body = br#"{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}"#;
//! # let now = 1_793_000_000;
//! # let signature = sign(body, "whsec_example", now);
//! let event = webhooks.verify(body, &*signature, now)?;   // raw bytes, header, unix seconds
//! match event.outcome() {
//!     Outcome::Paid(session) | Outcome::NothingToPay(session) => println!("hand over {:?}", session.client_reference_id),
//!     Outcome::AwaitingPayment(session) => println!("wait for {:?}", session.client_reference_id),
//!     Outcome::PaymentFailed(session) => println!("ask for a new order instead of {:?}", session.client_reference_id),
//!     other => println!("nothing to do: {}", other.kind()),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Answer 2xx as soon as the event is stored, 400 with [`Rejection::message`] for a rejection (413 for
//! `body_too_large`), and log [`Rejection::diagnosis`].
//!
//! See <https://docs.stripe.com/webhooks> and <https://docs.stripe.com/connect/webhooks>.

mod envelope;
mod event;
mod fetch;
mod guard;
mod keyring;
mod mac;
mod outcome;
mod outcome_kind;
mod reconcile;
mod rejection;
mod signature;
mod subject;
mod time;
mod topic;
mod wire;

pub use event::{Event, Shape};
pub use fetch::Fetch;
pub use guard::{Difference, Expected};
pub use keyring::{EndpointSecret, Keyring, Mode, Source, Tolerance};
pub use outcome::Outcome;
pub use outcome_kind::{IgnoredReason, OutcomeKind};
pub use reconcile::reconcile;
pub use rejection::{Rejection, RejectionCode};
pub use signature::SignatureHeader;
pub use subject::Subject;
pub use wire::RelatedObject;

#[cfg(any(test, feature = "testing"))]
pub use signature::sign;
#[cfg(any(test, feature = "testing"))]
pub(crate) use {
    time::rfc3339,
    topic::{Topic, types},
};
