//! Subscriptions and their invoices, on a merchant's account or on the platform's own.
//!
//! On a merchant's account, a Checkout Session in `subscription` mode creates them. The session never changes
//! once it is complete, so access to the service follows these objects.
//!
//! On its own account, the platform bills its merchants: a [`Customer`] for each merchant, a [`Price`] for
//! each plan, a Checkout Session with which the merchant subscribes, a [`BillingPortalSession`] in which it
//! changes or cancels the plan, and [`PlanStatus`] for what the events mean.
//!
//! ```
//! # fn main() -> Result<(), counterfoil::Error> {
//! # let platform = counterfoil::Platform::new("sk_test_example".parse()?);
//! use counterfoil::billing::CreateSubscriptionSession;
//! use counterfoil::checkout::LineItem;
//!
//! let session = CreateSubscriptionSession {
//!     customer: Some("cus_1".into()),
//!     line_items: vec![LineItem { price: Some("price_1".into()), quantity: Some(1), ..LineItem::default() }],
//!     success_url: "https://platform.example/plan?session={CHECKOUT_SESSION_ID}".into(),
//!     ..CreateSubscriptionSession::default()
//! };
//! let call = platform.call(session, "plan-of-merchant-7".parse()?)?;
//! assert!(call.request().body.contains("mode=subscription"));
//! # Ok(())
//! # }
//! ```

mod customer;
mod invoice;
mod plan_status;
mod portal;
mod price;
mod product;
mod subscription;
mod subscription_session;

pub use customer::{CreateCustomer, Customer, RetrieveCustomer, TaxExempt};
pub use invoice::{
    Invoice, InvoiceParent, InvoiceParentType, InvoiceStatus, InvoiceSubscription, RetrieveInvoice,
};
pub use plan_status::PlanStatus;
pub use portal::{
    AfterCompletionType, BillingPortalSession, CreateBillingPortalSession, PortalAfterCompletion,
    PortalConfirmation, PortalFlow, PortalFlowType, PortalRedirect, PortalSubscription,
};
pub use price::{
    BillingScheme, CreatePrice, ListPrices, Price, PriceInterval, PriceProductData, PriceType, UsageType,
};
pub use product::{CreateProduct, DefaultPriceData, ListProducts, Product};
pub use subscription::{
    CollectionMethod, RetrieveSubscription, Subscription, SubscriptionItem, SubscriptionStatus,
};
pub use subscription_session::{CreateSubscriptionSession, RetrieveSubscriptionSession};
