//! Checkout Sessions: the hosted page on which a merchant's customer pays.
//!
//! See <https://docs.stripe.com/api/checkout/sessions>.

mod create;
mod line_item;
mod retrieve;
mod session;

pub use create::{CreateSession, Mode, PaymentIntentData};
pub use line_item::{LineItem, PriceData, ProductData};
pub use retrieve::RetrieveSession;
pub use session::Session;
