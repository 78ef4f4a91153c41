use crate::operation::operation;
use crate::schema::{object, params, part};

object! {
    /// What a charge, a refund or a fee did to an account's balance: gross, Stripe's fees, net.
    ///
    /// <https://docs.stripe.com/api/balance_transactions/object>
    pub struct BalanceTransaction: "balance_transaction" {
        /// `txn_…`
        pub id: String,
        /// Gross, in minor units of the currency in which the account is settled; negative for what
        /// leaves the balance.
        pub amount: Option<i64>,
        /// Three letters, lower case.
        pub currency: Option<String>,
        /// Fees, the application fee among them, in minor units.
        pub fee: Option<i64>,
        /// What the fees are made of.
        pub fee_details: Vec<FeeDetail>,
        /// `amount` less `fee`, in minor units.
        pub net: Option<i64>,
        /// Such as `charge`, `refund`, `application_fee` or `adjustment`.
        pub r#type: Option<String>,
        /// Stripe's category for reports.
        pub reporting_category: Option<String>,
        /// The object that it comes from.
        pub source: Option<String>,
        /// `available` or `pending`.
        pub status: Option<String> [open("available,pending")],
        /// From when on the money can be used, in unix seconds.
        pub available_on: Option<i64>,
        /// Unix seconds.
        pub created: Option<i64>,
    }
}

part! {
    /// One of the fees that a balance transaction paid.
    pub struct FeeDetail {
        /// In minor units.
        pub amount: Option<i64>,
        /// Three letters, lower case.
        pub currency: Option<String>,
        /// `application_fee`, `stripe_fee`, `tax` or another.
        pub r#type: Option<String> [open("application_fee,stripe_fee,tax")],
        /// Stripe's text.
        pub description: Option<String> as personal,
    }
}

params! {
    /// Reads a balance transaction: a merchant's own through the merchant, those of the platform's fees
    /// through the platform.
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
