//! Lists of words in a session's parameters that Stripe may extend.

use crate::schema::words;

words! {
    /// Where the payment page is shown: hosted by Stripe, or as part of the merchant's own page.
    pub enum UiMode {
        Elements = "elements", EmbeddedPage = "embedded_page", Form = "form", HostedPage = "hosted_page",
    }
}

words! {
    /// Whether an embedded page redirects after completion.
    pub enum RedirectOnCompletion { Always = "always", IfRequired = "if_required", Never = "never" }
}

words! {
    /// Whether a session creates a Customer.
    pub enum CustomerCreation { Always = "always", IfRequired = "if_required" }
}

words! {
    /// The language of the page.
    pub enum Locale {
        Auto = "auto", Bg = "bg", Cs = "cs", Da = "da", De = "de", El = "el", En = "en", EnGb = "en-GB",
        Es = "es", Es419 = "es-419", Et = "et", Fi = "fi", Fil = "fil", Fr = "fr", FrCa = "fr-CA",
        HiIn = "hi-IN", Hr = "hr", Hu = "hu", Id = "id", It = "it", Ja = "ja", Ko = "ko", Lt = "lt",
        Lv = "lv", Ms = "ms", Mt = "mt", Nb = "nb", Nl = "nl", Pl = "pl", Pt = "pt", PtBr = "pt-BR",
        Ro = "ro", Ru = "ru", Sk = "sk", Sl = "sl", Sv = "sv", Th = "th", Tr = "tr", Vi = "vi", Zh = "zh",
        ZhHk = "zh-HK", ZhTw = "zh-TW",
    }
}

words! {
    /// Whether the page asks for a billing address.
    pub enum BillingAddressCollection { Auto = "auto", Required = "required" }
}

words! {
    /// The label of the button.
    pub enum SubmitType {
        Auto = "auto", Book = "book", Donate = "donate", Pay = "pay", Subscribe = "subscribe",
    }
}

words! {
    /// Whether the page is opened from the web or from an app.
    pub enum OriginContext { MobileApp = "mobile_app", Web = "web" }
}

words! {
    /// A payment method.
    pub enum PaymentMethodType {
        AcssDebit = "acss_debit", Affirm = "affirm", AfterpayClearpay = "afterpay_clearpay",
        Alipay = "alipay", Alma = "alma", AmazonPay = "amazon_pay", AuBecsDebit = "au_becs_debit",
        BacsDebit = "bacs_debit", Bancontact = "bancontact", Billie = "billie", Bizum = "bizum",
        Blik = "blik", Boleto = "boleto", Card = "card", Cashapp = "cashapp", Crypto = "crypto",
        CustomerBalance = "customer_balance", Eps = "eps", Fpx = "fpx", Giropay = "giropay",
        Grabpay = "grabpay", Ideal = "ideal", KakaoPay = "kakao_pay", Klarna = "klarna", Konbini = "konbini",
        KrCard = "kr_card", Link = "link", MbWay = "mb_way", Mobilepay = "mobilepay",
        Multibanco = "multibanco", NaverPay = "naver_pay", NzBankAccount = "nz_bank_account", Oxxo = "oxxo",
        P24 = "p24", PayByBank = "pay_by_bank", Payco = "payco", Paynow = "paynow", Paypal = "paypal",
        Paypay = "paypay", Payto = "payto", Pix = "pix", Promptpay = "promptpay", RevolutPay = "revolut_pay",
        SamsungPay = "samsung_pay", Satispay = "satispay", Scalapay = "scalapay", SepaDebit = "sepa_debit",
        Sequra = "sequra", Sofort = "sofort", Sunbit = "sunbit", Swish = "swish", Twint = "twint",
        Upi = "upi", UsBankAccount = "us_bank_account", WechatPay = "wechat_pay", Zip = "zip",
    }
}

words! {
    /// Whether a payment method is collected even if nothing is due now.
    pub enum PaymentMethodCollection { Always = "always", IfRequired = "if_required" }
}

words! {
    /// When an authorized payment is captured.
    pub enum CaptureMethod { Automatic = "automatic", AutomaticAsync = "automatic_async", Manual = "manual" }
}

words! {
    /// Whether a payment method is saved for later payments, and for which.
    pub enum SetupFutureUsage { None = "none", OffSession = "off_session", OnSession = "on_session" }
}

words! {
    /// Whether a feature of card payments is requested.
    pub enum FeatureRequest { IfAvailable = "if_available", Never = "never" }
}

words! {
    /// When 3D Secure is requested.
    pub enum RequestThreeDSecure { Any = "any", Automatic = "automatic", Challenge = "challenge" }
}

words! {
    /// A brand of cards.
    pub enum CardBrand {
        AmericanExpress = "american_express", DiscoverGlobalNetwork = "discover_global_network",
        Mastercard = "mastercard", Visa = "visa",
    }
}

words! {
    /// The kind of a card's funding.
    pub enum CardFunding { Credit = "credit", Debit = "debit", Prepaid = "prepaid" }
}

words! {
    /// How a bank account is verified.
    pub enum VerificationMethod {
        Automatic = "automatic", Instant = "instant", Microdeposits = "microdeposits",
    }
}

words! {
    /// What a mandate is the default for.
    pub enum MandateDefault { Invoice = "invoice", Subscription = "subscription" }
}

words! {
    /// The schedule of debits under a mandate.
    pub enum MandateSchedule { Combined = "combined", Interval = "interval", Sporadic = "sporadic" }
}

words! {
    /// The kind of account that is debited under a mandate.
    pub enum MandateTransactionType { Business = "business", Personal = "personal" }
}

words! {
    /// The data of a bank account that may be read.
    pub enum FinancialConnectionsPermission {
        Balances = "balances", Ownership = "ownership", PaymentMethod = "payment_method",
        Transactions = "transactions",
    }
}

words! {
    /// Whether the amount includes the IOF tax.
    pub enum AmountIncludesIof { Always = "always", Never = "never" }
}

words! {
    /// The kind of a bank transfer.
    pub enum BankTransferType {
        EuBankTransfer = "eu_bank_transfer", GbBankTransfer = "gb_bank_transfer",
        JpBankTransfer = "jp_bank_transfer", MxBankTransfer = "mx_bank_transfer",
        UsBankTransfer = "us_bank_transfer",
    }
}

words! {
    /// The kind of bank details for a transfer.
    pub enum BankAddressType {
        Aba = "aba", Iban = "iban", Sepa = "sepa", SortCode = "sort_code", Spei = "spei", Swift = "swift",
        Zengin = "zengin",
    }
}

words! {
    /// Where the customer pays with WeChat Pay.
    pub enum WechatPayClient { Android = "android", Ios = "ios", Web = "web" }
}

words! {
    /// Whether a saved payment method may be shown again.
    pub enum AllowRedisplay { Always = "always", Limited = "limited", Unspecified = "unspecified" }
}

words! {
    /// Whether customers can save or remove payment methods.
    pub enum SavedPaymentMethodSwitch { Disabled = "disabled", Enabled = "enabled" }
}

words! {
    /// The shape of the page's elements.
    pub enum BorderStyle { Pill = "pill", Rectangular = "rectangular", Rounded = "rounded" }
}

words! {
    /// The page's font.
    pub enum FontFamily {
        BeVietnamPro = "be_vietnam_pro", Bitter = "bitter", ChakraPetch = "chakra_petch", Default = "default",
        Hahmlet = "hahmlet", Inconsolata = "inconsolata", Inter = "inter", Lato = "lato", Lora = "lora",
        MPlus1Code = "m_plus_1_code", Montserrat = "montserrat", NotoSans = "noto_sans",
        NotoSansJp = "noto_sans_jp", NotoSerif = "noto_serif", Nunito = "nunito", OpenSans = "open_sans",
        Pridi = "pridi", PtSans = "pt_sans", PtSerif = "pt_serif", Raleway = "raleway", Roboto = "roboto",
        RobotoSlab = "roboto_slab", SourceSansPro = "source_sans_pro", TitilliumWeb = "titillium_web",
        UbuntuMono = "ubuntu_mono", ZenMaruGothic = "zen_maru_gothic",
    }
}

words! {
    /// The kind of reference to an image.
    pub enum ImageType { File = "file", Url = "url" }
}

words! {
    /// The kind of a custom field.
    pub enum CustomFieldType { Dropdown = "dropdown", Numeric = "numeric", Text = "text" }
}

words! {
    /// Whether the page asks for consent to promotional messages.
    pub enum PromotionsConsent { Auto = "auto", None = "none" }
}

words! {
    /// Whether the page asks for consent to the terms of service.
    pub enum TermsOfServiceConsent { None = "none", Required = "required" }
}

words! {
    /// Where the agreement on saving the payment method is shown.
    pub enum AgreementPosition { Auto = "auto", Hidden = "hidden" }
}

words! {
    /// Whether a wallet is shown.
    pub enum WalletDisplay { Auto = "auto", Never = "never" }
}

words! {
    /// Whether a price includes taxes.
    pub enum TaxBehavior { Exclusive = "exclusive", Inclusive = "inclusive", Unspecified = "unspecified" }
}

words! {
    /// The unit of a period.
    pub enum Interval { Day = "day", Month = "month", Week = "week", Year = "year" }
}

words! {
    /// Whether a tax id is required.
    pub enum TaxIdRequired { IfSupported = "if_supported", Never = "never" }
}

words! {
    /// Whether the page may update a field of the Customer.
    pub enum CustomerUpdateRule { Auto = "auto", Never = "never" }
}

words! {
    /// The unit of a delivery estimate.
    pub enum DeliveryUnit {
        BusinessDay = "business_day", Day = "day", Hour = "hour", Month = "month", Week = "week",
    }
}

words! {
    /// How an invoice shows taxes.
    pub enum AmountTaxDisplay { ExcludeTax = "exclude_tax", IncludeInclusiveTax = "include_inclusive_tax" }
}

words! {
    /// Whether part of a period is prorated.
    pub enum ProrationBehavior { CreateProrations = "create_prorations", None = "none" }
}

words! {
    /// How a subscription is billed.
    pub enum BillingModeType { Classic = "classic", Flexible = "flexible" }
}

words! {
    /// How invoices display prorations and discounts.
    pub enum ProrationDiscounts { Included = "included", Itemized = "itemized" }
}

words! {
    /// The kind of an issuer or of a liable account.
    pub enum LiabilityType { Account = "account", SelfAccount = "self" }
}

words! {
    /// What happens at the end of a trial without a payment method.
    pub enum MissingPaymentMethod { Cancel = "cancel", CreateInvoice = "create_invoice", Pause = "pause" }
}
