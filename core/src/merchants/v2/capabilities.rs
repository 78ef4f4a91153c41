//! The capabilities of a merchant in accounts v2.

use crate::error::Fault;
use crate::schema::{At, Given, Record, Value, record};

record! {
    /// A request for a capability.
    #[derive(Eq)]
    pub struct CapabilityRequest {
        /// Whether it is requested. Required.
        pub requested: Option<bool>,
    }
}

impl CapabilityRequest {
    /// Requests the capability.
    #[must_use]
    pub fn yes() -> Option<Self> {
        Some(CapabilityRequest { requested: Some(true) })
    }
}

/// Declares the capabilities, which are all requested in the same way.
macro_rules! capabilities {
    ($($name:ident)*) => {
        record! {
            /// The capabilities of a merchant. Request only what you need: each capability can mean more
            /// questions for the merchant. Direct charges need `card_payments`, and every other payment
            /// method needs its own.
        ///
            /// `ach_debit_payments` is `us_bank_account_ach_payments` in v1. Request those that Stripe's v2
            /// lacks, such as `pix_payments`, on the same account with `accounts.capabilities.update`.
            #[derive(Eq)]
            pub struct MerchantCapabilities {
                $(
                    /// Payments by this method.
                    pub $name: Option<CapabilityRequest>,
                )*
            }
        }
    };
}

capabilities! {
    ach_debit_payments
    acss_debit_payments
    affirm_payments
    afterpay_clearpay_payments
    alma_payments
    amazon_pay_payments
    au_becs_debit_payments
    bacs_debit_payments
    bancontact_payments
    blik_payments
    blik_recurring_payments
    boleto_payments
    card_payments
    cartes_bancaires_payments
    cashapp_payments
    eps_payments
    fpx_payments
    gb_bank_transfer_payments
    grabpay_payments
    ideal_payments
    jcb_payments
    jp_bank_transfer_payments
    kakao_pay_payments
    klarna_payments
    konbini_payments
    kr_card_payments
    link_payments
    mobilepay_payments
    multibanco_payments
    mx_bank_transfer_payments
    naver_pay_payments
    oxxo_payments
    p24_payments
    pay_by_bank_payments
    payco_payments
    paynow_payments
    promptpay_payments
    revolut_pay_payments
    samsung_pay_payments
    satispay_payments
    sepa_bank_transfer_payments
    sepa_debit_payments
    sequra_payments
    sunbit_payments
    swish_payments
    twint_payments
    us_bank_transfer_payments
    zip_payments
}

/// Reports capabilities that do not say whether they are requested.
pub(crate) fn check_requested(record: &Record, asked: Given<'_>, at: &str, faults: &mut Vec<Fault>) {
    asked.0.visit(&mut |index, value| {
        let (Value::Record(request), Some(field)) = (value, record.fields.get(index)) else { return };
        if !Given(request).has(At::<CapabilityRequest>::requested) {
            let path = [at, ".", field.name, ".requested"].concat();
            faults.push(Fault::new(path, "missing_parameter", "expected `true` or `false`"));
        }
    });
}

/// Whether Stripe's v2 has the capability, so that an account of v2 is asked for it there.
pub(crate) fn is_of_v2(name: &str) -> bool {
    let record: &Record = MerchantCapabilities::RECORD;
    record.index(name).is_some()
}
