//! Words of a session's parameters that Stripe may add to.

use crate::schema::words;

words! {
    /// Where the payment page is: hosted by Stripe, or a part of the merchant's own.
    pub enum UiMode {
        Elements = "elements", EmbeddedPage = "embedded_page", Form = "form", HostedPage = "hosted_page",
    }
}

words! {
    /// Whether an embedded page redirects in the end.
    pub enum RedirectOnCompletion { Always = "always", IfRequired = "if_required", Never = "never" }
}

words! {
    /// Whether a session makes a Customer.
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
    /// What the button says.
    pub enum SubmitType {
        Auto = "auto", Book = "book", Donate = "donate", Pay = "pay", Subscribe = "subscribe",
    }
}

words! {
    /// Whether the page is for the web or for an app.
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
    /// Whether a payment method is asked for although nothing is paid now.
    pub enum PaymentMethodCollection { Always = "always", IfRequired = "if_required" }
}

words! {
    /// When the money is taken that the customer's bank has set aside.
    pub enum CaptureMethod { Automatic = "automatic", AutomaticAsync = "automatic_async", Manual = "manual" }
}

words! {
    /// Whether a payment method is kept for later payments, and which.
    pub enum SetupFutureUsage { None = "none", OffSession = "off_session", OnSession = "on_session" }
}

words! {
    /// Whether something is asked of the customer's bank.
    pub enum FeatureRequest { IfAvailable = "if_available", Never = "never" }
}

words! {
    /// When the customer is asked to authenticate.
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
    /// How a card is funded.
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
    /// When money is debited under a mandate.
    pub enum MandateSchedule { Combined = "combined", Interval = "interval", Sporadic = "sporadic" }
}

words! {
    /// Whose account is debited under a mandate.
    pub enum MandateTransactionType { Business = "business", Personal = "personal" }
}

words! {
    /// What may be read of a bank account.
    pub enum FinancialConnectionsPermission {
        Balances = "balances", Ownership = "ownership", PaymentMethod = "payment_method",
        Transactions = "transactions",
    }
}

words! {
    /// Whether the amount has the tax IOF in it.
    pub enum AmountIncludesIof { Always = "always", Never = "never" }
}

words! {
    /// Where a bank transfer comes from.
    pub enum BankTransferType {
        EuBankTransfer = "eu_bank_transfer", GbBankTransfer = "gb_bank_transfer",
        JpBankTransfer = "jp_bank_transfer", MxBankTransfer = "mx_bank_transfer",
        UsBankTransfer = "us_bank_transfer",
    }
}

words! {
    /// How the account is named that a bank transfer goes to.
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
    /// Whether customers can do something with their saved payment methods.
    pub enum SavedPaymentMethodSwitch { Disabled = "disabled", Enabled = "enabled" }
}

words! {
    /// How the corners of the page's elements look.
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
    /// Where an image is.
    pub enum ImageType { File = "file", Url = "url" }
}

words! {
    /// What kind of question a custom field is.
    pub enum CustomFieldType { Dropdown = "dropdown", Numeric = "numeric", Text = "text" }
}

words! {
    /// Whether the page asks for consent to promotions.
    pub enum PromotionsConsent { Auto = "auto", None = "none" }
}

words! {
    /// Whether the page asks for consent to the terms of service.
    pub enum TermsOfServiceConsent { None = "none", Required = "required" }
}

words! {
    /// Where the agreement on reuse of the payment method is.
    pub enum AgreementPosition { Auto = "auto", Hidden = "hidden" }
}

words! {
    /// Whether a wallet is shown.
    pub enum WalletDisplay { Auto = "auto", Never = "never" }
}

words! {
    /// Whether a price has taxes in it.
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
    /// Whether the page may change something of the Customer.
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
    /// What happens with a part of a period.
    pub enum ProrationBehavior { CreateProrations = "create_prorations", None = "none" }
}

words! {
    /// How a subscription is computed.
    pub enum BillingModeType { Classic = "classic", Flexible = "flexible" }
}

words! {
    /// How discounts are shown in prorated amounts.
    pub enum ProrationDiscounts { Included = "included", Itemized = "itemized" }
}

words! {
    /// Whose account it is.
    pub enum LiabilityType { Account = "account", SelfAccount = "self" }
}

words! {
    /// What happens at the end of a trial without a payment method.
    pub enum MissingPaymentMethod { Cancel = "cancel", CreateInvoice = "create_invoice", Pause = "pause" }
}
