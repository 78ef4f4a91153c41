use crate::checkout::Address;
use crate::operation::operation;
use crate::params::Metadata;
use crate::schema::{object, params, words};

object! {
    /// A customer: on a merchant's account, a customer of the merchant; on the platform's own account, a
    /// merchant that you bill.
    ///
    /// <https://docs.stripe.com/api/customers/object>
    pub struct Customer: "customer" {
        /// `cus_…`
        pub id: String,
        /// Your own description.
        pub description: Option<String> as personal,
        /// Three lower-case letters: the currency of recurring charges, once there was one.
        pub currency: Option<String>,
        /// The balance in minor units: a negative one is a credit, a positive one is added to the next
        /// invoice.
        pub balance: Option<i64>,
        /// Whether the latest invoice is overdue.
        pub delinquent: Option<bool>,
        /// The tax status: `exempt`, `none` or `reverse`.
        pub tax_exempt: Option<TaxExempt>,
        /// Whether it was deleted; all other fields are then absent.
        pub deleted: bool,
        /// Your own metadata.
        pub metadata: Metadata,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
        /// The name.
        pub name: Option<String> as personal,
        /// The address for invoices and receipts.
        pub email: Option<String> as personal,
        /// The phone number.
        pub phone: Option<String> as personal,
    }
}

words! {
    /// Whether a customer is exempt from taxes.
    pub enum TaxExempt { Exempt = "exempt", None = "none", Reverse = "reverse" }
}

params! {
    /// Creates a customer. To bill a merchant, create one on the platform's own account and store its id with
    /// the merchant; `metadata` is a good place for the merchant's `acct_…`.
    ///
    /// `POST /v1/customers`, <https://docs.stripe.com/api/customers/create>.
    #[derive(Eq)]
    pub struct CreateCustomer {
        /// The name, at most 256 characters.
        pub name: Option<String> as personal [most(256)],
        /// The e-mail address for invoices and receipts, at most 512 characters.
        pub email: Option<String> as personal [most(512)],
        /// The phone number, at most 20 characters.
        pub phone: Option<String> as personal [most(20)],
        /// The address, from which taxes are computed.
        pub address: Option<Address>,
        /// Your own description.
        pub description: Option<String> as personal [most(5000)],
        /// Preferred languages such as `fr`, in order of preference.
        pub preferred_locales: Vec<String>,
        /// The tax status: `exempt`, `none` or `reverse`.
        pub tax_exempt: Option<String> [closed("exempt,none,reverse"), unset],
        /// Your own metadata: at most 50 keys.
        pub metadata: Metadata,
    }
}

operation!(
    CreateCustomer, "customers.create",
    Write: Post "/v1/customers" -> Customer,
    [OnMerchant, OnPlatform]
);

params! {
    /// Retrieves a customer from the account that it is on; it does not exist on any other account.
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
