//! What a subscription becomes after its Checkout Session: the subscription itself and its invoices.
//!
//! The session never changes again once it is complete, so access to what was subscribed to follows
//! these objects: `invoice.paid`, `invoice.payment_failed` and `customer.subscription.*`. They exist on
//! the merchant's account only.

mod invoice;
mod subscription;

pub use invoice::{Invoice, InvoiceParent, InvoiceSubscription, RetrieveInvoice};
pub use subscription::{RetrieveSubscription, Subscription, SubscriptionItem};
