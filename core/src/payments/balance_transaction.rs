use crate::operation::operation;
use crate::schema::{object, params, part, words};

object! {
    /// The effect of a charge, a refund or a fee on an account's balance: gross, Stripe's fees, net.
    ///
    /// <https://docs.stripe.com/api/balance_transactions/object>
    pub struct BalanceTransaction: "balance_transaction" {
        /// `txn_…`
        pub id: String,
        /// The gross amount in minor units of the account's settlement currency; negative if it leaves the
        /// balance.
        pub amount: Option<i64>,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// The fees, including the application fee, in minor units.
        pub fee: Option<i64>,
        /// The individual fees.
        pub fee_details: Vec<FeeDetail>,
        /// `amount` less `fee`, in minor units.
        pub net: Option<i64>,
        /// The type, such as `charge`, `refund`, `application_fee` or `adjustment`.
        pub r#type: Option<String>,
        /// Stripe's reporting category.
        pub reporting_category: Option<String>,
        /// The object that caused it.
        pub source: Option<String>,
        /// `available` or `pending`.
        pub status: Option<BalanceTransactionStatus>,
        /// When the money becomes available, in unix seconds.
        pub available_on: Option<i64>,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

words! {
    /// Whose fee it is.
    pub enum FeeType { ApplicationFee = "application_fee", StripeFee = "stripe_fee", Tax = "tax" }
}

words! {
    /// Whether the money is available.
    pub enum BalanceTransactionStatus { Available = "available", Pending = "pending" }
}

part! {
    /// One of the fees in a balance transaction.
    pub struct FeeDetail {
        /// The amount, in minor units.
        pub amount: Option<i64>,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// `application_fee`, `stripe_fee`, `tax` or another.
        pub r#type: Option<FeeType>,
        /// Stripe's description.
        pub description: Option<String> as personal,
    }
}

params! {
    /// Retrieves a balance transaction: a merchant's through the merchant, one of the platform's fees through
    /// the platform.
    ///
    /// `GET /v1/balance_transactions/{id}`, <https://docs.stripe.com/api/balance_transactions/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveBalanceTransaction {
        path {
            /// `txn_…`
            pub id: String,
        }
    }
}

operation!(
    RetrieveBalanceTransaction, "balance_transactions.retrieve",
    Read: Get "/v1/balance_transactions/{id}" (id: "txn_") -> BalanceTransaction,
    [OnMerchant, OnPlatform]
);
