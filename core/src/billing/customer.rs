use crate::checkout::Address;
use crate::operation::operation;
use crate::params::Metadata;
use crate::schema::{object, params};

object! {
    /// Somebody who pays: on a merchant's account one of the merchant's customers, on the platform's own
    /// account a merchant that you bill.
    ///
    /// <https://docs.stripe.com/api/customers/object>
    pub struct Customer: "customer" {
        /// `cus_…`
        pub id: String,
        /// Your own text.
        pub description: Option<String> as personal,
        /// Three letters, lower case: what recurring payments are made in, once there was one.
        pub currency: Option<String>,
        /// In minor units: below zero the customer has a credit, above zero it is added to the next invoice.
        pub balance: Option<i64>,
        /// Whether the latest invoice was not paid when it was due.
        pub delinquent: Option<bool>,
        /// `exempt`, `none` or `reverse`.
        pub tax_exempt: Option<String> [open("exempt,none,reverse")],
        /// Whether it was deleted; then nothing else is told.
        pub deleted: bool,
        /// Your own data.
        pub metadata: Metadata,
        /// Whether real money moves.
        pub livemode: bool,
        /// Unix seconds.
        pub created: Option<i64>,
        /// The name.
        pub name: Option<String> as personal,
        /// Where invoices and receipts go.
        pub email: Option<String> as personal,
        /// The telephone number.
        pub phone: Option<String> as personal,
    }
}

params! {
    /// Makes a customer. To bill a merchant make one on the platform's own account, and keep its id with
    /// the merchant; `metadata` is a good place for the merchant's `acct_…`.
    ///
    /// `POST /v1/customers`, <https://docs.stripe.com/api/customers/create>.
    #[derive(Eq)]
    pub struct CreateCustomer {
        /// The name, at most 256 characters.
        pub name: Option<String> as personal [most(256)],
        /// Where invoices and receipts go, at most 512 characters.
        pub email: Option<String> as personal [most(512)],
        /// The telephone number, at most 20 characters.
        pub phone: Option<String> as personal [most(20)],
        /// Where the customer is: what taxes are computed from.
        pub address: Option<Address>,
        /// Your own text.
        pub description: Option<String> as personal [most(5000)],
        /// Languages such as `fr`, the most wanted first.
        pub preferred_locales: Vec<String>,
        /// `exempt`, `none` or `reverse`.
        pub tax_exempt: Option<String> [closed("exempt,none,reverse"), unset],
        /// Your own data: at most 50 keys.
        pub metadata: Metadata,
    }
}

operation!(
    CreateCustomer, "customers.create",
    Write: Post "/v1/customers" -> Customer,
    [OnMerchant, OnPlatform]
);

params! {
    /// Reads a customer from the account that it is on; on any other account it does not exist.
    ///
    /// `GET /v1/customers/{id}`, <https://docs.stripe.com/api/customers/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveCustomer {
        path {
            /// `cus_…`
            pub id: String,
        }
    }
}

operation!(
    RetrieveCustomer, "customers.retrieve",
    Read: Get "/v1/customers/{id}" (id: "cus_") -> Customer,
    [OnMerchant, OnPlatform]
);
