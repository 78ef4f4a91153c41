use crate::answer::{found_in, object, part};
use crate::operation::{Check, operation};
use crate::params::{Metadata, params};

object! {
    /// An invoice: one period of a subscription, or a payment with an invoice.
    ///
    /// <https://docs.stripe.com/api/invoices/object>
    pub struct Invoice: "invoice" then take_older_parent {
        /// `in_…`
        pub id: String,
        /// `draft`, `open`, `paid`, `uncollectible` or `void`.
        pub status: Option<String>,
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
        pub r#type: Option<String>,
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

    /// Before 2025-03-31 the subscription stood on the invoice, and no parent.
    fn take_older_parent(&mut self) {
        if self.parent.is_some() {
            return;
        }
        let subscription = found_in::<Option<String>>(&self.raw, &["subscription"]).flatten();
        if subscription.is_some() {
            let metadata = found_in(&self.raw, &["subscription_details", "metadata"]).unwrap_or_default();
            self.parent = Some(InvoiceParent {
                r#type: Some("subscription_details".to_owned()),
                subscription_details: Some(InvoiceSubscription { subscription, metadata }),
            });
        }
    }
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

impl Check for RetrieveInvoice {}

operation!(
    RetrieveInvoice, "invoices.retrieve",
    Read: Get "/v1/invoices/{id}" (id: "in_") -> Invoice,
    [OnMerchant, OnPlatform]
);
