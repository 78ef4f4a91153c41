use crate::operation::operation;
use crate::params::Metadata;
use crate::schema::{At, Dynamic, Of, Shape, Slot, answers, object, params, part, words};

object! {
    /// An invoice for a period of a subscription, or for a single payment.
    ///
    /// <https://docs.stripe.com/api/invoices/object>
    pub struct Invoice: "invoice" then take_older_parent {
        /// `in_…`
        pub id: String,
        /// `draft`, `open`, `paid`, `uncollectible` or `void`.
        pub status: Option<InvoiceStatus>,
        /// The total in minor units, after discounts and taxes.
        pub total: Option<i64>,
        /// The amount due in minor units: the total less the customer's credit.
        pub amount_due: Option<i64>,
        /// The amount paid, in minor units.
        pub amount_paid: Option<i64>,
        /// The amount that remains to be paid, in minor units.
        pub amount_remaining: Option<i64>,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// `cus_…` on the same account.
        pub customer: Option<String>,
        /// The merchant that is billed by its account, `acct_…`, instead of `customer`.
        pub customer_account: Option<String>,
        /// What generated it, such as a subscription.
        pub parent: Option<InvoiceParent>,
        /// Why it was created, such as `manual`.
        pub billing_reason: Option<String>,
        /// The number of attempts to collect the payment.
        pub attempt_count: Option<i64>,
        /// The time of the next attempt, in unix seconds.
        pub next_payment_attempt: Option<i64>,
        /// The page on which the customer can pay it.
        pub hosted_invoice_url: Option<String> as personal,
        /// The invoice number.
        pub number: Option<String>,
        /// Your own metadata.
        pub metadata: Metadata,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

words! {
    /// What made an invoice.
    pub enum InvoiceParentType {
        SubscriptionDetails = "subscription_details", QuoteDetails = "quote_details",
    }
}

words! {
    /// How far an invoice is.
    pub enum InvoiceStatus {
        Draft = "draft", Open = "open", Paid = "paid", Uncollectible = "uncollectible", Void = "void",
    }
}

part! {
    /// What generated an invoice.
    pub struct InvoiceParent {
        /// `subscription_details`, `quote_details` or another.
        pub r#type: Option<InvoiceParentType>,
        /// The subscription, if that generated it.
        pub subscription_details: Option<InvoiceSubscription>,
    }
}

part! {
    /// The subscription that generated an invoice.
    pub struct InvoiceSubscription {
        /// `sub_…`
        pub subscription: Option<String>,
        /// The subscription's metadata at the time of the invoice.
        pub metadata: Metadata,
    }
}

impl Invoice {
    /// Returns the id of the subscription that generated it, `sub_…`.
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
    /// Retrieves an invoice from the account that it is on; it does not exist on any other account.
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
