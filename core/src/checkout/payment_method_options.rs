use crate::error::Fault;
use crate::schema::{At, Given, Inner, record};

use super::words::{
    AllowRedisplay, AmountIncludesIof, BankAddressType, BankTransferType, CaptureMethod, CardBrand,
    CardFunding, FeatureRequest, FinancialConnectionsPermission, MandateDefault, MandateSchedule,
    MandateTransactionType, RequestThreeDSecure, SavedPaymentMethodSwitch, SetupFutureUsage,
    VerificationMethod, WechatPayClient,
};

/// Methods that accept fewer values than the settings they share with other methods.
const FUTURE: Inner = Inner { field: "setup_future_usage", words: "none", closed: false, unset: false };
const NONE_SO_FAR: &[Inner] = &[FUTURE];
const NONE: &[Inner] = &[Inner { closed: true, ..FUTURE }];
const OFF_SESSION: &[Inner] = &[Inner { words: "none,off_session", ..FUTURE }];
const ONLY_OFF_SESSION: &[Inner] = &[Inner { words: "none,off_session", closed: true, ..FUTURE }];
const OFF_SESSION_OR_UNSET: &[Inner] = &[Inner { words: "none,off_session", unset: true, ..FUTURE }];
const PAYPAL: &[Inner] = &[
    Inner { field: "capture_method", words: "manual", closed: true, unset: true },
    Inner { words: "none,off_session", unset: true, ..FUTURE },
];

record! {
    /// Settings of individual payment methods. Settings that have no field here go into `extra` by their
    /// path, such as `payment_method_options.payto.mandate_options.purpose`.
    #[derive(Eq)]
    pub struct PaymentMethodOptions {
        /// Pre-authorized debits in Canada.
        pub acss_debit: Option<AcssDebitOptions>,
        /// Affirm.
        pub affirm: Option<MethodOptions> [inner(NONE)],
        /// Afterpay and Clearpay.
        pub afterpay_clearpay: Option<MethodOptions> [inner(NONE)],
        /// Alipay.
        pub alipay: Option<MethodOptions> [inner(NONE_SO_FAR)],
        /// Alma.
        pub alma: Option<MethodOptions>,
        /// Amazon Pay.
        pub amazon_pay: Option<MethodOptions> [inner(OFF_SESSION)],
        /// Direct debits in Australia.
        pub au_becs_debit: Option<DebitOptions> [inner(NONE)],
        /// Direct debits in the United Kingdom.
        pub bacs_debit: Option<DebitOptions>,
        /// Bancontact.
        pub bancontact: Option<MethodOptions> [inner(OFF_SESSION)],
        /// Billie.
        pub billie: Option<MethodOptions>,
        /// BLIK.
        pub blik: Option<MethodOptions> [inner(OFF_SESSION_OR_UNSET)],
        /// Vouchers in Brazil.
        pub boleto: Option<VoucherOptions>,
        /// Cards, and the wallets that use them.
        pub card: Option<CardOptions>,
        /// Cash App Pay.
        pub cashapp: Option<MethodOptions>,
        /// Stablecoins and other crypto.
        pub crypto: Option<MethodOptions> [inner(NONE)],
        /// Bank transfers.
        pub customer_balance: Option<CustomerBalanceOptions>,
        /// EPS.
        pub eps: Option<MethodOptions> [inner(NONE)],
        /// FPX.
        pub fpx: Option<MethodOptions> [inner(NONE)],
        /// giropay.
        pub giropay: Option<MethodOptions> [inner(NONE)],
        /// GrabPay.
        pub grabpay: Option<MethodOptions> [inner(NONE)],
        /// iDEAL.
        pub ideal: Option<MethodOptions> [inner(NONE)],
        /// Kakao Pay.
        pub kakao_pay: Option<MethodOptions> [inner(OFF_SESSION)],
        /// Klarna.
        pub klarna: Option<MethodOptions> [inner(NONE)],
        /// Vouchers in Japan.
        pub konbini: Option<VoucherOptions> [inner(NONE)],
        /// Korean cards.
        pub kr_card: Option<MethodOptions> [inner(OFF_SESSION)],
        /// Link.
        pub link: Option<MethodOptions> [inner(OFF_SESSION)],
        /// MobilePay.
        pub mobilepay: Option<MethodOptions> [inner(NONE)],
        /// Multibanco.
        pub multibanco: Option<MethodOptions> [inner(NONE)],
        /// Naver Pay.
        pub naver_pay: Option<MethodOptions> [inner(OFF_SESSION)],
        /// Vouchers in Mexico.
        pub oxxo: Option<VoucherOptions> [inner(NONE)],
        /// Przelewy24.
        pub p24: Option<MethodOptions> [inner(NONE)],
        /// PAYCO.
        pub payco: Option<MethodOptions> [inner(NONE)],
        /// PayNow.
        pub paynow: Option<MethodOptions> [inner(NONE)],
        /// PayPal.
        pub paypal: Option<MethodOptions> [inner(PAYPAL)],
        /// Instant payments in Brazil.
        pub pix: Option<PixOptions>,
        /// Revolut Pay.
        pub revolut_pay: Option<MethodOptions> [inner(ONLY_OFF_SESSION)],
        /// Samsung Pay.
        pub samsung_pay: Option<MethodOptions> [inner(NONE)],
        /// Satispay.
        pub satispay: Option<MethodOptions>,
        /// Scalapay.
        pub scalapay: Option<MethodOptions>,
        /// Direct debits in euros.
        pub sepa_debit: Option<DebitOptions>,
        /// seQura.
        pub sequra: Option<MethodOptions>,
        /// Sofort.
        pub sofort: Option<MethodOptions> [inner(NONE)],
        /// Sunbit.
        pub sunbit: Option<MethodOptions> [inner(NONE)],
        /// TWINT.
        pub twint: Option<MethodOptions> [inner(OFF_SESSION)],
        /// Debits in the United States.
        pub us_bank_account: Option<UsBankAccountOptions>,
        /// WeChat Pay.
        pub wechat_pay: Option<WechatPayOptions>,
    }
}

record! {
    /// Settings that most payment methods share. Each method accepts the values that Stripe lists for it.
    #[derive(Eq)]
    pub struct MethodOptions {
        /// `manual`, to authorize the payment now and capture it later.
        pub capture_method: Option<CaptureMethod> [closed("manual")],
        /// Whether the payment method is saved: `none`, `off_session` or `on_session`.
        pub setup_future_usage: Option<SetupFutureUsage>,
    }
}

record! {
    /// Settings of cards.
    #[derive(Eq)]
    pub struct CardOptions {
        /// `manual`, to authorize the payment now and capture it later.
        pub capture_method: Option<CaptureMethod> [closed("manual")],
        /// Payment in installments.
        pub installments: Option<Installments>,
        /// Authorization for longer than usual: `if_available` or `never`.
        pub request_extended_authorization: Option<FeatureRequest>,
        /// A later increase of the authorized amount: `if_available` or `never`.
        pub request_incremental_authorization: Option<FeatureRequest>,
        /// More than one capture: `if_available` or `never`.
        pub request_multicapture: Option<FeatureRequest>,
        /// A capture above the authorized amount: `if_available` or `never`.
        pub request_overcapture: Option<FeatureRequest>,
        /// When 3D Secure is requested: `any`, `automatic` or `challenge`.
        pub request_three_d_secure: Option<RequestThreeDSecure>,
        /// Cards that are not accepted.
        pub restrictions: Option<CardRestrictions>,
        /// Whether the card is saved: `off_session` or `on_session`.
        pub setup_future_usage: Option<SetupFutureUsage> [open("off_session,on_session")],
        /// The statement descriptor's suffix in kana, at most 22 characters.
        pub statement_descriptor_suffix_kana: Option<String> as personal [most(22)],
        /// The statement descriptor's suffix in kanji, at most 17 characters.
        pub statement_descriptor_suffix_kanji: Option<String> as personal [most(17)],
    }
}

record! {
    /// Payment in installments.
    #[derive(Eq)]
    pub struct Installments {
        /// Whether the customer can pay in installments.
        pub enabled: Option<bool>,
    }
}

record! {
    /// Cards that are not accepted.
    #[derive(Eq)]
    pub struct CardRestrictions {
        /// Brands: `american_express`, `discover_global_network`, `mastercard`, `visa`.
        pub brands_blocked: Vec<CardBrand>,
        /// Kinds of funding: `credit`, `debit`, `prepaid`.
        pub funding_types_blocked: Vec<CardFunding>,
    }
}

record! {
    /// Settings of direct debits.
    #[derive(Eq)]
    pub struct DebitOptions {
        /// The mandate; not in Australia.
        pub mandate_options: Option<DebitMandateOptions>,
        /// Whether the payment method is saved: `none`, `off_session` or `on_session`.
        pub setup_future_usage: Option<SetupFutureUsage>,
        /// The date on which the account is debited, 3 to 15 days ahead: `2026-12-24`.
        pub target_date: Option<String> [most(5000)],
    }
}

record! {
    /// The mandate of a direct debit.
    #[derive(Eq)]
    pub struct DebitMandateOptions {
        /// The prefix of its reference: at most 12 characters out of `A-Z`, digits and `/_-&. `.
        pub reference_prefix: Option<String> as personal [most(12), unset],
    }
}

record! {
    /// Settings of pre-authorized debits in Canada.
    #[derive(Eq)]
    pub struct AcssDebitOptions {
        /// The currency, `cad` or `usd`; only in `setup` mode.
        pub currency: Option<String> [open("cad,usd")],
        /// The mandate.
        pub mandate_options: Option<AcssMandateOptions>,
        /// Whether the payment method is saved: `none`, `off_session` or `on_session`.
        pub setup_future_usage: Option<SetupFutureUsage>,
        /// The date on which the account is debited, 3 to 15 days ahead.
        pub target_date: Option<String> [most(5000)],
        /// How the account is verified: `automatic`, `instant` or `microdeposits`.
        pub verification_method: Option<VerificationMethod>,
    }
}

record! {
    /// The mandate of a pre-authorized debit.
    #[derive(Eq)]
    pub struct AcssMandateOptions {
        /// The URL of your own mandate text.
        pub custom_mandate_url: Option<String> as personal [unset],
        /// What the mandate is the default for: `invoice`, `subscription`; only in `setup` mode.
        pub default_for: Vec<MandateDefault>,
        /// When the account is debited, at most 500 characters.
        pub interval_description: Option<String> as personal [most(500)],
        /// The schedule of debits: `interval`, `sporadic` or `combined`.
        pub payment_schedule: Option<MandateSchedule>,
        /// The kind of account: `personal` or `business`.
        pub transaction_type: Option<MandateTransactionType>,
    }
}

record! {
    /// Settings of debits in the United States.
    #[derive(Eq)]
    pub struct UsBankAccountOptions {
        /// What is requested through Financial Connections.
        pub financial_connections: Option<FinancialConnections>,
        /// Whether the payment method is saved: `none`, `off_session` or `on_session`.
        pub setup_future_usage: Option<SetupFutureUsage>,
        /// The date on which the account is debited, 3 to 15 days ahead.
        pub target_date: Option<String> [most(5000)],
        /// How the account is verified: `automatic` or `instant`.
        pub verification_method: Option<VerificationMethod> [open("automatic,instant")],
    }
}

record! {
    /// What is requested through Financial Connections.
    #[derive(Eq)]
    pub struct FinancialConnections {
        /// The data to access: `balances`, `ownership`, `payment_method`, `transactions`.
        pub permissions: Vec<FinancialConnectionsPermission>,
        /// The data to retrieve at once: `balances`, `ownership`, `transactions`.
        pub prefetch: Vec<FinancialConnectionsPermission> [open("balances,ownership,transactions")],
    }
}

record! {
    /// Settings of vouchers such as Boleto, Konbini and OXXO.
    #[derive(Eq)]
    pub struct VoucherOptions {
        /// How many days the customer has to pay.
        pub expires_after_days: Option<i64>,
        /// Whether the payment method is saved: `none`, and for some methods `off_session` or `on_session`.
        pub setup_future_usage: Option<SetupFutureUsage>,
    }
}

record! {
    /// Settings of Pix.
    #[derive(Eq)]
    pub struct PixOptions {
        /// Whether the amount includes the IOF tax: `always` or `never`.
        pub amount_includes_iof: Option<AmountIncludesIof>,
        /// How many seconds the customer has to pay.
        pub expires_after_seconds: Option<i64>,
        /// Whether the payment method is saved: `none` or `off_session`.
        pub setup_future_usage: Option<SetupFutureUsage> [open("none,off_session")],
    }
}

record! {
    /// Settings of bank transfers.
    #[derive(Eq)]
    pub struct CustomerBalanceOptions {
        /// The kind of bank transfer.
        pub bank_transfer: Option<BankTransfer>,
        /// The kind of funding: `bank_transfer`.
        pub funding_type: Option<String> [closed("bank_transfer")],
        /// `none`.
        pub setup_future_usage: Option<SetupFutureUsage> [closed("none")],
    }
}

record! {
    /// The kind of a bank transfer.
    #[derive(Eq)]
    pub struct BankTransfer {
        required {
            /// `eu_bank_transfer`, `gb_bank_transfer`, `jp_bank_transfer`, `mx_bank_transfer` or
            /// `us_bank_transfer`.
            pub r#type: BankTransferType,
        }
        /// Settings for `eu_bank_transfer`.
        pub eu_bank_transfer: Option<EuBankTransfer>,
        /// Which bank details are shown, such as `iban`.
        pub requested_address_types: Vec<BankAddressType>,
    }
}

record! {
    /// A bank transfer in the European Union.
    #[derive(Eq)]
    pub struct EuBankTransfer {
        required {
            /// The country of the bank account, two letters.
            pub country: String [most(5000)],
        }
    }
}

record! {
    /// Settings of WeChat Pay.
    #[derive(Eq)]
    pub struct WechatPayOptions {
        required {
            /// Where the customer pays: `android`, `ios` or `web`.
            pub client: WechatPayClient,
        }
        /// The app's id, for `android` and `ios`.
        pub app_id: Option<String> [most(5000)],
        /// `none`.
        pub setup_future_usage: Option<SetupFutureUsage> [open("none")],
    }
}

record! {
    /// Which saved payment methods the page shows, and whether it saves new ones.
    #[derive(Eq)]
    pub struct SavedPaymentMethodOptions {
        /// Which of the saved ones are shown: `always`, `limited`, `unspecified`.
        pub allow_redisplay_filters: Vec<AllowRedisplay>,
        /// Whether the customer can remove them: `enabled` or `disabled`.
        pub payment_method_remove: Option<SavedPaymentMethodSwitch>,
        /// Whether the customer can save a new one: `enabled` or `disabled`.
        pub payment_method_save: Option<SavedPaymentMethodSwitch>,
    }
}

record! {
    /// How a new payment method is saved.
    #[derive(Eq)]
    pub struct PaymentMethodData {
        /// Whether it may be shown again: `always`, `limited` or `unspecified`.
        pub allow_redisplay: Option<AllowRedisplay>,
    }
}

/// Checks that the prefixes of mandate references are ones that the debit schemes accept.
pub(super) fn check_options(options: Given<'_>, faults: &mut Vec<Fault>) {
    type F = At<PaymentMethodOptions>;
    for (method, field) in [("bacs_debit", F::bacs_debit), ("sepa_debit", F::sepa_debit)] {
        let mandate =
            options.record(field).and_then(|debit| debit.record(At::<DebitOptions>::mandate_options));
        let prefix = mandate.and_then(|mandate| mandate.text(At::<DebitMandateOptions>::reference_prefix));
        let Some(prefix) = prefix else { continue };
        let is_plain =
            |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b" /_-&.".contains(&byte);
        if !prefix.bytes().all(is_plain) || prefix.starts_with("DDIC") || prefix.starts_with("STRIPE") {
            let at = format!("payment_method_options.{method}.mandate_options.reference_prefix");
            let text = "expected upper-case letters, digits, spaces and / _ - & . and neither DDIC nor STRIPE at the beginning";
            faults.push(Fault::new(at, "invalid_value", text));
        }
    }
}
