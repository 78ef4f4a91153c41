use crate::error::Fault;
use crate::params::record;

record! {
    /// Settings of single payment methods. What is not named here goes into `extra` by its path,
    /// such as `payment_method_options.payto.mandate_options.purpose`.
    #[derive(Eq)]
    pub struct PaymentMethodOptions {
        /// Pre-authorized debits in Canada.
        pub acss_debit: Option<AcssDebitOptions>,
        /// Affirm.
        pub affirm: Option<MethodOptions>,
        /// Afterpay clearpay.
        pub afterpay_clearpay: Option<MethodOptions>,
        /// Alipay.
        pub alipay: Option<MethodOptions>,
        /// Alma.
        pub alma: Option<MethodOptions>,
        /// Amazon pay.
        pub amazon_pay: Option<MethodOptions>,
        /// Direct debits in Australia.
        pub au_becs_debit: Option<DebitOptions>,
        /// Direct debits in the United Kingdom.
        pub bacs_debit: Option<DebitOptions>,
        /// Bancontact.
        pub bancontact: Option<MethodOptions>,
        /// Billie.
        pub billie: Option<MethodOptions>,
        /// Blik.
        pub blik: Option<MethodOptions>,
        /// Vouchers in Brazil.
        pub boleto: Option<VoucherOptions>,
        /// Cards, and the wallets that use them.
        pub card: Option<CardOptions>,
        /// Cashapp.
        pub cashapp: Option<MethodOptions>,
        /// Crypto.
        pub crypto: Option<MethodOptions>,
        /// Bank transfers.
        pub customer_balance: Option<CustomerBalanceOptions>,
        /// Eps.
        pub eps: Option<MethodOptions>,
        /// Fpx.
        pub fpx: Option<MethodOptions>,
        /// Giropay.
        pub giropay: Option<MethodOptions>,
        /// Grabpay.
        pub grabpay: Option<MethodOptions>,
        /// Ideal.
        pub ideal: Option<MethodOptions>,
        /// Kakao pay.
        pub kakao_pay: Option<MethodOptions>,
        /// Klarna.
        pub klarna: Option<MethodOptions>,
        /// Vouchers in Japan.
        pub konbini: Option<VoucherOptions>,
        /// Kr card.
        pub kr_card: Option<MethodOptions>,
        /// Link.
        pub link: Option<MethodOptions>,
        /// Mobilepay.
        pub mobilepay: Option<MethodOptions>,
        /// Multibanco.
        pub multibanco: Option<MethodOptions>,
        /// Naver pay.
        pub naver_pay: Option<MethodOptions>,
        /// Vouchers in Mexico.
        pub oxxo: Option<VoucherOptions>,
        /// P24.
        pub p24: Option<MethodOptions>,
        /// Payco.
        pub payco: Option<MethodOptions>,
        /// Paynow.
        pub paynow: Option<MethodOptions>,
        /// Paypal.
        pub paypal: Option<MethodOptions>,
        /// Instant payments in Brazil.
        pub pix: Option<PixOptions>,
        /// Revolut pay.
        pub revolut_pay: Option<MethodOptions>,
        /// Samsung pay.
        pub samsung_pay: Option<MethodOptions>,
        /// Satispay.
        pub satispay: Option<MethodOptions>,
        /// Scalapay.
        pub scalapay: Option<MethodOptions>,
        /// Direct debits in euros.
        pub sepa_debit: Option<DebitOptions>,
        /// Sequra.
        pub sequra: Option<MethodOptions>,
        /// Sofort.
        pub sofort: Option<MethodOptions>,
        /// Sunbit.
        pub sunbit: Option<MethodOptions>,
        /// Twint.
        pub twint: Option<MethodOptions>,
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
        pub capture_method: Option<String>,
        /// `none`, `off_session` or `on_session`.
        pub setup_future_usage: Option<String>,
    }
}

record! {
    /// Settings of cards.
    #[derive(Eq)]
    pub struct CardOptions {
        /// `manual`, to set the money aside and capture it later.
        pub capture_method: Option<String>,
        /// Whether the customer can pay in installments.
        pub installments: Option<Installments>,
        /// `if_available` or `never`.
        pub request_extended_authorization: Option<String>,
        /// `if_available` or `never`.
        pub request_incremental_authorization: Option<String>,
        /// `if_available` or `never`.
        pub request_multicapture: Option<String>,
        /// `if_available` or `never`.
        pub request_overcapture: Option<String>,
        /// `any`, `automatic` or `challenge`.
        pub request_three_d_secure: Option<String>,
        /// Cards that are not taken.
        pub restrictions: Option<CardRestrictions>,
        /// `off_session` or `on_session`.
        pub setup_future_usage: Option<String>,
        /// In kana, at most 22 characters.
        pub statement_descriptor_suffix_kana: Option<String> as personal,
        /// In kanji, at most 17 characters.
        pub statement_descriptor_suffix_kanji: Option<String> as personal,
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
        pub brands_blocked: Vec<String>,
        /// `credit`, `debit`, `prepaid`.
        pub funding_types_blocked: Vec<String>,
    }
}

record! {
    /// Settings of direct debits.
    #[derive(Eq)]
    pub struct DebitOptions {
        /// What the mandate says; not in Australia.
        pub mandate_options: Option<DebitMandateOptions>,
        /// `none`, `off_session` or `on_session`.
        pub setup_future_usage: Option<String>,
        /// The day on which the money is taken, 3 to 15 days ahead: `2026-12-24`.
        pub target_date: Option<String>,
    }
}

record! {
    /// What a mandate says.
    #[derive(Eq)]
    pub struct DebitMandateOptions {
        /// The start of its reference: at most 12 characters out of `A-Z`, digits and `/_-&. `.
        pub reference_prefix: Option<String> as personal,
    }
}

record! {
    /// Settings of pre-authorized debits.
    #[derive(Eq)]
    pub struct AcssDebitOptions {
        /// `cad` or `usd`; in `setup` mode.
        pub currency: Option<String>,
        /// What the mandate says.
        pub mandate_options: Option<AcssMandateOptions>,
        /// `none`, `off_session` or `on_session`.
        pub setup_future_usage: Option<String>,
        /// The day on which the money is taken, 3 to 15 days ahead.
        pub target_date: Option<String>,
        /// `automatic`, `instant` or `microdeposits`.
        pub verification_method: Option<String>,
    }
}

record! {
    /// What a mandate says.
    #[derive(Eq)]
    pub struct AcssMandateOptions {
        /// Where the customer reads it.
        pub custom_mandate_url: Option<String> as personal,
        /// `invoice`, `subscription`; in `setup` mode.
        pub default_for: Vec<String>,
        /// When money is taken, at most 500 characters.
        pub interval_description: Option<String> as personal,
        /// `interval`, `sporadic` or `combined`.
        pub payment_schedule: Option<String>,
        /// `personal` or `business`.
        pub transaction_type: Option<String>,
    }
}

record! {
    /// Settings of debits in the United States.
    #[derive(Eq)]
    pub struct UsBankAccountOptions {
        /// What is asked of the bank.
        pub financial_connections: Option<FinancialConnections>,
        /// `none`, `off_session` or `on_session`.
        pub setup_future_usage: Option<String>,
        /// The day on which the money is taken, 3 to 15 days ahead.
        pub target_date: Option<String>,
        /// `automatic` or `instant`.
        pub verification_method: Option<String>,
    }
}

record! {
    /// What is asked of the bank.
    #[derive(Eq)]
    pub struct FinancialConnections {
        /// `balances`, `ownership`, `payment_method`, `transactions`.
        pub permissions: Vec<String>,
        /// `balances`, `ownership`, `transactions`.
        pub prefetch: Vec<String>,
    }
}

record! {
    /// Settings of vouchers.
    #[derive(Eq)]
    pub struct VoucherOptions {
        /// How many days the customer has to pay.
        pub expires_after_days: Option<i64>,
        /// `none`, and for some `off_session` or `on_session`.
        pub setup_future_usage: Option<String>,
    }
}

record! {
    /// Settings of Pix.
    #[derive(Eq)]
    pub struct PixOptions {
        /// `always` or `never`.
        pub amount_includes_iof: Option<String>,
        /// How many seconds the customer has to pay.
        pub expires_after_seconds: Option<i64>,
        /// `none` or `off_session`.
        pub setup_future_usage: Option<String>,
    }
}

record! {
    /// Settings of bank transfers.
    #[derive(Eq)]
    pub struct CustomerBalanceOptions {
        /// Which kind.
        pub bank_transfer: Option<BankTransfer>,
        /// `bank_transfer`.
        pub funding_type: Option<String>,
        /// `none`.
        pub setup_future_usage: Option<String>,
    }
}

record! {
    /// A kind of bank transfer.
    #[derive(Eq)]
    pub struct BankTransfer {
        required {
            /// `eu_bank_transfer`, `gb_bank_transfer`, `jp_bank_transfer`, `mx_bank_transfer` or
            /// `us_bank_transfer`.
            pub r#type: String,
        }
        /// For `eu_bank_transfer`.
        pub eu_bank_transfer: Option<EuBankTransfer>,
        /// Which bank details are shown, such as `iban`.
        pub requested_address_types: Vec<String>,
    }
}

record! {
    /// A bank transfer in the European Union.
    #[derive(Eq)]
    pub struct EuBankTransfer {
        required {
            /// The country of the account, two letters.
            pub country: String,
        }
    }
}

record! {
    /// Settings of WeChat Pay.
    #[derive(Eq)]
    pub struct WechatPayOptions {
        required {
            /// `android`, `ios` or `web`.
            pub client: String,
        }
        /// For apps.
        pub app_id: Option<String>,
        /// `none`.
        pub setup_future_usage: Option<String>,
    }
}

record! {
    /// Which saved payment methods the page shows, and whether it saves more.
    #[derive(Eq)]
    pub struct SavedPaymentMethodOptions {
        /// `always`, `limited`, `unspecified`.
        pub allow_redisplay_filters: Vec<String>,
        /// `enabled` or `disabled`.
        pub payment_method_remove: Option<String>,
        /// `enabled` or `disabled`.
        pub payment_method_save: Option<String>,
    }
}

record! {
    /// How a new payment method is kept.
    #[derive(Eq)]
    pub struct PaymentMethodData {
        /// `always`, `limited` or `unspecified`.
        pub allow_redisplay: Option<String>,
    }
}

impl PaymentMethodOptions {
    /// The beginnings of mandate references that the schemes of bank debits take.
    pub(super) fn check(&self, faults: &mut Vec<Fault>) {
        for (method, debit) in [("bacs_debit", &self.bacs_debit), ("sepa_debit", &self.sepa_debit)] {
            let mandate = debit.as_ref().and_then(|debit| debit.mandate_options.as_ref());
            let Some(prefix) = mandate.and_then(|mandate| mandate.reference_prefix.as_deref()) else {
                continue;
            };
            let is_plain =
                |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b" /_-&.".contains(&byte);
            if !prefix.bytes().all(is_plain) || prefix.starts_with("DDIC") || prefix.starts_with("STRIPE") {
                let at = format!("payment_method_options.{method}.mandate_options.reference_prefix");
                let text = "expected upper-case letters, digits, spaces and / _ - & . and neither DDIC nor STRIPE at the beginning";
                faults.push(Fault::new(at, "invalid_value", text));
            }
        }
    }
}
