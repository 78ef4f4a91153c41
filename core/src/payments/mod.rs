//! The objects of a payment: payment intents, charges, refunds, disputes and application fees.
//!
//! A direct charge exists only on the merchant's account: retrieve it through [`Merchant`](crate::Merchant).
//! The application fee exists on the platform's account: retrieve it through [`Platform`](crate::Platform).

mod application_fee;
mod balance_transaction;
mod charge;
mod dispute;
mod fee_refund;
mod ledger;
mod payment_intent;
mod refund;

pub use application_fee::{ApplicationFee, ListApplicationFees, RetrieveApplicationFee};
pub use balance_transaction::{
    BalanceTransaction, BalanceTransactionStatus, FeeDetail, FeeType, RetrieveBalanceTransaction,
};
pub use charge::{Charge, ChargeStatus, ListCharges, RetrieveCharge};
pub use dispute::{Dispute, DisputeEvidenceDetails, ListDisputes, RetrieveDispute};
pub use fee_refund::{
    CreateApplicationFeeRefund, FeeRefund, ListApplicationFeeRefunds, RetrieveApplicationFeeRefund,
    UpdateApplicationFeeRefund,
};
pub use ledger::{DisputeFacts, Ledger, PaymentFacts, Posting};
pub use payment_intent::{
    CancelPaymentIntent, CapturePaymentIntent, ListPaymentIntents, PaymentError, PaymentIntent,
    PaymentIntentStatus, RetrievePaymentIntent,
};
pub use refund::{
    CancelRefund, CreateRefund, ListRefunds, Refund, RefundPendingReason, RefundReason, RefundStatus,
    RetrieveRefund, UpdateRefund,
};
