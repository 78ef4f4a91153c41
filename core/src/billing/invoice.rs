use crate::operation::operation;
use crate::params::Metadata;
use crate::schema::{At, Dynamic, Of, Shape, Slot, answers, object, params, part};

object! {
    /// An invoice: one period of a subscription, or a payment with an invoice.
    ///
    /// <https://docs.stripe.com/api/invoices/object>
    pub struct Invoice: "invoice" then take_older_parent {
        /// `in_…`
        pub id: String,
        /// `draft`, `open`, `paid`, `uncollectible` or `void`.
        pub status: Option<String> [open("draft,open,paid,uncollectible,void")],
        /// The whole of it, in minor units, after discounts and taxes.
        pub total: Option<i64>,
        /// What is to be paid, in minor units: the total after credits of the customer's.
        pub amount_due: Option<i64>,
        /// What was paid, in minor units.
        pub amount_paid: Option<i64>,
        /// What is left to pay, in minor units.
        pub amount_remaining: Option<i64>,
        /// Three letters, lower case.
        pub currency: Option<String>,
        /// `cus_…` on the same account.
        pub customer: Option<String>,
        /// What made it, such as a subscription.
        pub parent: Option<InvoiceParent>,
        /// Why it was made, such as `manual`.
        pub billing_reason: Option<String>,
        /// How often it was tried to collect the money.
        pub attempt_count: Option<i64>,
        /// When it is tried again, in unix seconds.
        pub next_payment_attempt: Option<i64>,
        /// The page where the customer can pay it.
        pub hosted_invoice_url: Option<String> as personal,
        /// The number that stands on it.
        pub number: Option<String>,
        /// Your own data.
        pub metadata: Metadata,
        /// Whether real money moves.
        pub livemode: bool,
        /// Unix seconds.
        pub created: Option<i64>,
    }
}

part! {
    /// What made an invoice.
    pub struct InvoiceParent {
        /// `subscription_details`, `quote_details` or another.
        pub r#type: Option<String> [open("subscription_details,quote_details")],
        /// The subscription, if that made it.
        pub subscription_details: Option<InvoiceSubscription>,
    }
}

part! {
    /// The subscription that made an invoice.
    pub struct InvoiceSubscription {
        /// `sub_…`
        pub subscription: Option<String>,
        /// The subscription's metadata, as the invoice keeps it.
        pub metadata: Metadata,
    }
}

impl Invoice {
    /// The subscription that made it, `sub_…`.
    #[must_use]
    pub fn subscription(&self) -> Option<&str> {
        self.parent.as_ref()?.subscription_details.as_ref()?.subscription.as_deref()
    }
}

/// Before 2025-03-31 the invoice itself named the subscription, and had no parent.
fn take_older_parent(invoice: &mut Dynamic<'_>) {
    type F = At<Invoice>;
    if !matches!(invoice.slots.get(F::parent), Some(Slot::Absent)) {
        return;
    }
    let text = Shape { optional: true, ..Shape::of(Of::Text) };
    let Some(subscription) = answers::at(invoice.raw, &["subscription"], text) else { return };
    let metadata = answers::at(invoice.raw, &["subscription_details", "metadata"], Shape::of(Of::Metadata));
    let mut details = Dynamic::new(InvoiceSubscription::RECORD);
    details.set(At::<InvoiceSubscription>::subscription, subscription);
    details.set(At::<InvoiceSubscription>::metadata, metadata.unwrap_or(Slot::Pairs(Metadata::default())));
    let mut parent = Dynamic::new(InvoiceParent::RECORD);
    parent.set(At::<InvoiceParent>::r#type, Slot::Text("subscription_details".into()));
    parent.set(At::<InvoiceParent>::subscription_details, Slot::Record(details));
    invoice.set(F::parent, Slot::Record(parent));
}

params! {
    /// Reads an invoice from the account that it is on; on any other account it does not exist.
    ///
    /// `GET /v1/invoices/{id}`, <https://docs.stripe.com/api/invoices/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveInvoice {
        path {
            /// `in_…`
            pub id: String,
        }
    }
}

operation!(
    RetrieveInvoice, "invoices.retrieve",
    Read: Get "/v1/invoices/{id}" (id: "in_") -> Invoice,
    [OnMerchant, OnPlatform]
);
