//! Checkout Sessions: the hosted page on which a merchant's customer pays.
//!
//! See <https://docs.stripe.com/api/checkout/sessions>.

mod create;
mod expire;
mod line_item;
mod list;
mod purchased;
mod retrieve;
mod session;

pub use create::{CreateSession, Mode, PaymentIntentData};
pub use expire::ExpireSession;
pub use line_item::{LineItem, PriceData, ProductData};
pub use list::{CustomerDetailsFilter, ListLineItems, ListSessions};
pub use purchased::{LineItemPrice, SessionLineItem};
pub use retrieve::RetrieveSession;
pub use session::Session;
