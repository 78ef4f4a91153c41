use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::{Metadata, check_positive};
use crate::schema::{At, Given, list_params, object, params};

object! {
    /// A refund of an application fee to the merchant, in full or in part.
    ///
    /// <https://docs.stripe.com/api/fee_refunds/object>
    pub struct FeeRefund: "fee_refund" {
        /// `fr_…`
        pub id: String,
        /// The amount, in minor units.
        pub amount: Option<i64>,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// `fee_…`
        pub fee: Option<String>,
        /// `txn_…`, on the platform's account.
        pub balance_transaction: Option<String>,
        /// Your own metadata.
        pub metadata: Metadata,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

params! {
    /// Refunds an application fee to the merchant, in full or in part, without a refund to the customer.
    ///
    /// `POST /v1/application_fees/{fee}/refunds`, <https://docs.stripe.com/api/fee_refunds/create>.
    #[derive(Eq)]
    pub struct CreateApplicationFeeRefund {
        path {
            /// `fee_…`
            pub fee: String,
        }
        /// The amount, in minor units; all that has not been refunded yet if absent.
        pub amount: Option<i64>,
        /// Your own metadata: at most 50 keys.
        pub metadata: Metadata,
    }
}

fn check_amount(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    check_positive(given.integer(At::<CreateApplicationFeeRefund>::amount), "amount", faults);
}

operation!(
    CreateApplicationFeeRefund, "application_fees.refunds.create",
    Write: Post "/v1/application_fees/{fee}/refunds" (fee: "fee_") -> FeeRefund,
    [OnPlatform],
    rule check_amount,
    was "application_fee_refunds.create"
);

params! {
    /// Retrieves a refund of an application fee.
    ///
    /// `GET /v1/application_fees/{fee}/refunds/{id}`, <https://docs.stripe.com/api/fee_refunds/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveApplicationFeeRefund {
        path {
            /// `fee_…`
            pub fee: String,
            /// `fr_…`
            pub id: String,
        }
    }
}

operation!(
    RetrieveApplicationFeeRefund, "application_fees.refunds.retrieve",
    Read: Get "/v1/application_fees/{fee}/refunds/{id}" (fee: "fee_", id: "fr_") -> FeeRefund,
    [OnPlatform],
    was "application_fee_refunds.retrieve"
);

list_params! {
    /// Lists the refunds of an application fee, newest first.
    ///
    /// `GET /v1/application_fees/{fee}/refunds`, <https://docs.stripe.com/api/fee_refunds/list>.
    pub struct ListApplicationFeeRefunds {
        path {
            /// `fee_…`
            pub fee: String,
        }
    }
}

operation!(
    ListApplicationFeeRefunds, "application_fees.refunds.list",
    Read: Get "/v1/application_fees/{fee}/refunds" (fee: "fee_") -> Page<FeeRefund>,
    [OnPlatform, List],
    rule ListApplicationFeeRefunds::check_page,
    was "application_fee_refunds.list"
);

params! {
    /// Changes the metadata of a refund of an application fee.
    ///
    /// `POST /v1/application_fees/{fee}/refunds/{id}`, <https://docs.stripe.com/api/fee_refunds/update>.
    #[derive(Eq)]
    pub struct UpdateApplicationFeeRefund {
        path {
            /// `fee_…`
            pub fee: String,
            /// `fr_…`
            pub id: String,
        }
        /// Your own metadata: at most 50 keys. A key with an empty value is removed.
        pub metadata: Metadata,
    }
}

operation!(
    UpdateApplicationFeeRefund, "application_fees.refunds.update",
    Write: Post "/v1/application_fees/{fee}/refunds/{id}" (fee: "fee_", id: "fr_") -> FeeRefund,
    [OnPlatform],
    was "application_fee_refunds.update"
);
