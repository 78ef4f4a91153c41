use crate::error::Fault;
use crate::schema::{At, Given, Inner, record};

/// Methods that take fewer words than their settings have, which they share with others.
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
    /// Settings of single payment methods. What is not named here goes into `extra` by its path,
    /// such as `payment_method_options.payto.mandate_options.purpose`.
    #[derive(Eq)]
    pub struct PaymentMethodOptions {
        /// Pre-authorized debits in Canada.
        pub acss_debit: Option<AcssDebitOptions>,
        /// Affirm.
        pub affirm: Option<MethodOptions> [inner(NONE)],
        /// Afterpay clearpay.
        pub afterpay_clearpay: Option<MethodOptions> [inner(NONE)],
        /// Alipay.
        pub alipay: Option<MethodOptions> [inner(NONE_SO_FAR)],
        /// Alma.
        pub alma: Option<MethodOptions>,
        /// Amazon pay.
        pub amazon_pay: Option<MethodOptions> [inner(OFF_SESSION)],
        /// Direct debits in Australia.
        pub au_becs_debit: Option<DebitOptions> [inner(NONE)],
        /// Direct debits in the United Kingdom.
        pub bacs_debit: Option<DebitOptions>,
        /// Bancontact.
        pub bancontact: Option<MethodOptions> [inner(OFF_SESSION)],
        /// Billie.
        pub billie: Option<MethodOptions>,
        /// Blik.
        pub blik: Option<MethodOptions> [inner(OFF_SESSION_OR_UNSET)],
        /// Vouchers in Brazil.
        pub boleto: Option<VoucherOptions>,
        /// Cards, and the wallets that use them.
        pub card: Option<CardOptions>,
        /// Cashapp.
        pub cashapp: Option<MethodOptions>,
        /// Crypto.
        pub crypto: Option<MethodOptions> [inner(NONE)],
        /// Bank transfers.
        pub customer_balance: Option<CustomerBalanceOptions>,
        /// Eps.
        pub eps: Option<MethodOptions> [inner(NONE)],
        /// Fpx.
        pub fpx: Option<MethodOptions> [inner(NONE)],
        /// Giropay.
        pub giropay: Option<MethodOptions> [inner(NONE)],
        /// Grabpay.
        pub grabpay: Option<MethodOptions> [inner(NONE)],
        /// Ideal.
        pub ideal: Option<MethodOptions> [inner(NONE)],
        /// Kakao pay.
        pub kakao_pay: Option<MethodOptions> [inner(OFF_SESSION)],
        /// Klarna.
        pub klarna: Option<MethodOptions> [inner(NONE)],
        /// Vouchers in Japan.
        pub konbini: Option<VoucherOptions> [inner(NONE)],
        /// Kr card.
        pub kr_card: Option<MethodOptions> [inner(OFF_SESSION)],
        /// Link.
        pub link: Option<MethodOptions> [inner(OFF_SESSION)],
        /// Mobilepay.
        pub mobilepay: Option<MethodOptions> [inner(NONE)],
        /// Multibanco.
        pub multibanco: Option<MethodOptions> [inner(NONE)],
        /// Naver pay.
        pub naver_pay: Option<MethodOptions> [inner(OFF_SESSION)],
        /// Vouchers in Mexico.
        pub oxxo: Option<VoucherOptions> [inner(NONE)],
        /// P24.
        pub p24: Option<MethodOptions> [inner(NONE)],
        /// Payco.
        pub payco: Option<MethodOptions> [inner(NONE)],
        /// Paynow.
        pub paynow: Option<MethodOptions> [inner(NONE)],
        /// Paypal.
        pub paypal: Option<MethodOptions> [inner(PAYPAL)],
        /// Instant payments in Brazil.
        pub pix: Option<PixOptions>,
        /// Revolut pay.
        pub revolut_pay: Option<MethodOptions> [inner(ONLY_OFF_SESSION)],
        /// Samsung pay.
        pub samsung_pay: Option<MethodOptions> [inner(NONE)],
        /// Satispay.
        pub satispay: Option<MethodOptions>,
        /// Scalapay.
        pub scalapay: Option<MethodOptions>,
        /// Direct debits in euros.
        pub sepa_debit: Option<DebitOptions>,
        /// Sequra.
        pub sequra: Option<MethodOptions>,
        /// Sofort.
        pub sofort: Option<MethodOptions> [inner(NONE)],
        /// Sunbit.
        pub sunbit: Option<MethodOptions> [inner(NONE)],
        /// Twint.
        pub twint: Option<MethodOptions> [inner(OFF_SESSION)],
        /// Debits in the United States.
        pub us_bank_account: Option<UsBankAccountOptions>,
        /// WeChat Pay.
        pub wechat_pay: Option<WechatPayOptions>,
    }
}

record! {
    /// The settings that most payment methods share; each takes those that Stripe lists for it.
    #[derive(Eq)]
    pub struct MethodOptions {
        /// `manual`, to set the money aside and capture it later.
        pub capture_method: Option<String> [closed("manual")],
        /// `none`, `off_session` or `on_session`.
        pub setup_future_usage: Option<String> [open("none,off_session,on_session")],
    }
}

record! {
    /// Settings of cards.
    #[derive(Eq)]
    pub struct CardOptions {
        /// `manual`, to set the money aside and capture it later.
        pub capture_method: Option<String> [closed("manual")],
        /// Whether the customer can pay in installments.
        pub installments: Option<Installments>,
        /// `if_available` or `never`.
        pub request_extended_authorization: Option<String> [open("if_available,never")],
        /// `if_available` or `never`.
        pub request_incremental_authorization: Option<String> [open("if_available,never")],
        /// `if_available` or `never`.
        pub request_multicapture: Option<String> [open("if_available,never")],
        /// `if_available` or `never`.
        pub request_overcapture: Option<String> [open("if_available,never")],
        /// `any`, `automatic` or `challenge`.
        pub request_three_d_secure: Option<String> [open("any,automatic,challenge")],
        /// Cards that are not taken.
        pub restrictions: Option<CardRestrictions>,
        /// `off_session` or `on_session`.
        pub setup_future_usage: Option<String> [open("off_session,on_session")],
        /// In kana, at most 22 characters.
        pub statement_descriptor_suffix_kana: Option<String> as personal [most(22)],
        /// In kanji, at most 17 characters.
        pub statement_descriptor_suffix_kanji: Option<String> as personal [most(17)],
    }
}

record! {
    /// Whether the customer can pay in installments.
    #[derive(Eq)]
    pub struct Installments {
        /// Whether it can.
        pub enabled: Option<bool>,
    }
}

record! {
    /// Cards that are not taken.
    #[derive(Eq)]
    pub struct CardRestrictions {
        /// `american_express`, `discover_global_network`, `mastercard`, `visa`.
        pub brands_blocked: Vec<String> [open("american_express,discover_global_network,mastercard,visa")],
        /// `credit`, `debit`, `prepaid`.
        pub funding_types_blocked: Vec<String> [open("credit,debit,prepaid")],
    }
}

record! {
    /// Settings of direct debits.
    #[derive(Eq)]
    pub struct DebitOptions {
        /// What the mandate says; not in Australia.
        pub mandate_options: Option<DebitMandateOptions>,
        /// `none`, `off_session` or `on_session`.
        pub setup_future_usage: Option<String> [open("none,off_session,on_session")],
        /// The day on which the money is taken, 3 to 15 days ahead: `2026-12-24`.
        pub target_date: Option<String> [most(5000)],
    }
}

record! {
    /// What a mandate says.
    #[derive(Eq)]
    pub struct DebitMandateOptions {
        /// The start of its reference: at most 12 characters out of `A-Z`, digits and `/_-&. `.
        pub reference_prefix: Option<String> as personal [most(12), unset],
    }
}

record! {
    /// Settings of pre-authorized debits.
    #[derive(Eq)]
    pub struct AcssDebitOptions {
        /// `cad` or `usd`; in `setup` mode.
        pub currency: Option<String> [open("cad,usd")],
        /// What the mandate says.
        pub mandate_options: Option<AcssMandateOptions>,
        /// `none`, `off_session` or `on_session`.
        pub setup_future_usage: Option<String> [open("none,off_session,on_session")],
        /// The day on which the money is taken, 3 to 15 days ahead.
        pub target_date: Option<String> [most(5000)],
        /// `automatic`, `instant` or `microdeposits`.
        pub verification_method: Option<String> [open("automatic,instant,microdeposits")],
    }
}

record! {
    /// What a mandate says.
    #[derive(Eq)]
    pub struct AcssMandateOptions {
        /// Where the customer reads it.
        pub custom_mandate_url: Option<String> as personal [unset],
        /// `invoice`, `subscription`; in `setup` mode.
        pub default_for: Vec<String> [open("invoice,subscription")],
        /// When money is taken, at most 500 characters.
        pub interval_description: Option<String> as personal [most(500)],
        /// `interval`, `sporadic` or `combined`.
        pub payment_schedule: Option<String> [open("combined,interval,sporadic")],
        /// `personal` or `business`.
        pub transaction_type: Option<String> [open("business,personal")],
    }
}

record! {
    /// Settings of debits in the United States.
    #[derive(Eq)]
    pub struct UsBankAccountOptions {
        /// What is asked of the bank.
        pub financial_connections: Option<FinancialConnections>,
        /// `none`, `off_session` or `on_session`.
        pub setup_future_usage: Option<String> [open("none,off_session,on_session")],
        /// The day on which the money is taken, 3 to 15 days ahead.
        pub target_date: Option<String> [most(5000)],
        /// `automatic` or `instant`.
        pub verification_method: Option<String> [open("automatic,instant")],
    }
}

record! {
    /// What is asked of the bank.
    #[derive(Eq)]
    pub struct FinancialConnections {
        /// `balances`, `ownership`, `payment_method`, `transactions`.
        pub permissions: Vec<String> [open("balances,ownership,payment_method,transactions")],
        /// `balances`, `ownership`, `transactions`.
        pub prefetch: Vec<String> [open("balances,ownership,transactions")],
    }
}

record! {
    /// Settings of vouchers.
    #[derive(Eq)]
    pub struct VoucherOptions {
        /// How many days the customer has to pay.
        pub expires_after_days: Option<i64>,
        /// `none`, and for some `off_session` or `on_session`.
        pub setup_future_usage: Option<String> [open("none,off_session,on_session")],
    }
}

record! {
    /// Settings of Pix.
    #[derive(Eq)]
    pub struct PixOptions {
        /// `always` or `never`.
        pub amount_includes_iof: Option<String> [open("always,never")],
        /// How many seconds the customer has to pay.
        pub expires_after_seconds: Option<i64>,
        /// `none` or `off_session`.
        pub setup_future_usage: Option<String> [open("none,off_session")],
    }
}

record! {
    /// Settings of bank transfers.
    #[derive(Eq)]
    pub struct CustomerBalanceOptions {
        /// Which kind.
        pub bank_transfer: Option<BankTransfer>,
        /// `bank_transfer`.
        pub funding_type: Option<String> [closed("bank_transfer")],
        /// `none`.
        pub setup_future_usage: Option<String> [closed("none")],
    }
}

record! {
    /// A kind of bank transfer.
    #[derive(Eq)]
    pub struct BankTransfer {
        required {
            /// `eu_bank_transfer`, `gb_bank_transfer`, `jp_bank_transfer`, `mx_bank_transfer` or
            /// `us_bank_transfer`.
            pub r#type: String [open("eu_bank_transfer,gb_bank_transfer,jp_bank_transfer,mx_bank_transfer,us_bank_transfer")],
        }
        /// For `eu_bank_transfer`.
        pub eu_bank_transfer: Option<EuBankTransfer>,
        /// Which bank details are shown, such as `iban`.
        pub requested_address_types: Vec<String> [open("aba,iban,sepa,sort_code,spei,swift,zengin")],
    }
}

record! {
    /// A bank transfer in the European Union.
    #[derive(Eq)]
    pub struct EuBankTransfer {
        required {
            /// The country of the account, two letters.
            pub country: String [most(5000)],
        }
    }
}

record! {
    /// Settings of WeChat Pay.
    #[derive(Eq)]
    pub struct WechatPayOptions {
        required {
            /// `android`, `ios` or `web`.
            pub client: String [open("android,ios,web")],
        }
        /// For apps.
        pub app_id: Option<String> [most(5000)],
        /// `none`.
        pub setup_future_usage: Option<String> [open("none")],
    }
}

record! {
    /// Which saved payment methods the page shows, and whether it saves more.
    #[derive(Eq)]
    pub struct SavedPaymentMethodOptions {
        /// `always`, `limited`, `unspecified`.
        pub allow_redisplay_filters: Vec<String> [open("always,limited,unspecified")],
        /// `enabled` or `disabled`.
        pub payment_method_remove: Option<String> [open("disabled,enabled")],
        /// `enabled` or `disabled`.
        pub payment_method_save: Option<String> [open("disabled,enabled")],
    }
}

record! {
    /// How a new payment method is kept.
    #[derive(Eq)]
    pub struct PaymentMethodData {
        /// `always`, `limited` or `unspecified`.
        pub allow_redisplay: Option<String> [open("always,limited,unspecified")],
    }
}

/// The beginnings of mandate references that the schemes of bank debits take.
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
