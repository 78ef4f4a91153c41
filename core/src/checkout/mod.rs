//! Checkout Sessions: the hosted page on which a merchant's customer pays.
//!
//! See <https://docs.stripe.com/api/checkout/sessions>.
//!
//! The fee of a subscription is a percentage, and a session that saves a payment method for later has none:
//!
//! ```
//! # fn main() -> Result<(), counterfoil::Error> {
//! # let platform = counterfoil::Platform::new("sk_test_example".parse()?);
//! # let merchant = platform.merchant("acct_1032D82eZvKYlo2C".parse()?);
//! use counterfoil::checkout::{CreateSession, LineItem, SubscriptionData};
//!
//! let plan = CreateSession {
//!     line_items: vec![LineItem { price: Some("price_1".into()), quantity: Some(1), ..LineItem::default() }],
//!     subscription_data: Some(SubscriptionData {
//!         application_fee_percent: Some("2.5".parse()?),
//!         trial_period_days: Some(14),
//!         ..SubscriptionData::default()
//!     }),
//!     ..CreateSession::subscription("https://shop.example/thanks?session={CHECKOUT_SESSION_ID}")
//! };
//! let call = merchant.call(plan, "plan-of-jenny".parse()?)?;
//! assert!(call.request().body.contains("subscription_data[application_fee_percent]=2.5"));
//!
//! let card = CreateSession {
//!     currency: Some("eur".into()),
//!     customer: Some("cus_1".into()),
//!     ..CreateSession::setup("https://shop.example/kept?session={CHECKOUT_SESSION_ID}")
//! };
//! assert!(merchant.call(card, "card-of-jenny".parse()?)?.request().body.contains("mode=setup"));
//! # Ok(())
//! # }
//! ```

mod appearance;
mod application_fee;
mod check;
mod collection;
mod create;
mod expire;
mod line_item;
mod list;
mod page;
mod payment_intent_data;
mod payment_method_options;
mod retrieve;
mod session;
mod session_line_item;
mod subscription_data;
mod update;
mod words;

pub use appearance::{
    AfterExpiration, BrandingImage, BrandingSettings, ConsentCollection, CustomDropdown, CustomField,
    CustomInput, CustomLabel, CustomMessage, CustomOption, CustomText, LinkDisplay, Recovery, ReuseAgreement,
    WalletOptions,
};
pub(crate) use check::check_session;
pub use collection::{
    AdaptivePricing, AutomaticTax, CustomerUpdate, DeliveryBound, DeliveryEstimate, Discount, FixedAmount,
    InvoiceCreation, InvoiceData, NameCollection, NameQuestion, OptionalItem, PhoneNumberCollection,
    RenderingOptions, ShippingAddressCollection, ShippingOption, ShippingRateData, TaxIdCollection,
};
pub use create::{CreateSession, Mode};
pub use expire::ExpireSession;
pub use line_item::{AdjustableQuantity, LineItem, PriceData, ProductData, Recurring};
pub(crate) use line_item::{check_recurring, check_unit_amount};
pub use list::{CustomerDetailsFilter, ListLineItems, ListSessions};
pub use payment_intent_data::{Address, PaymentIntentData, SetupIntentData, Shipping};
pub use payment_method_options::{
    AcssDebitOptions, AcssMandateOptions, BankTransfer, CardOptions, CardRestrictions,
    CustomerBalanceOptions, DebitMandateOptions, DebitOptions, EuBankTransfer, FinancialConnections,
    Installments, MethodOptions, PaymentMethodData, PaymentMethodOptions, PixOptions,
    SavedPaymentMethodOptions, UsBankAccountOptions, VoucherOptions, WechatPayOptions,
};
pub use retrieve::RetrieveSession;
pub use session::{PaymentStatus, Session, SessionMode, SessionStatus};
pub use session_line_item::{LineItemPrice, SessionLineItem};
pub use subscription_data::{
    BillingCycleAnchorConfig, BillingMode, FlexibleBilling, InvoiceField, Issuer, PendingInvoiceItemInterval,
    SubscriptionData, SubscriptionInvoiceSettings, TrialEndBehavior, TrialSettings,
};
pub use update::{
    CollectedInformation, ShippingDetails, UpdateSession, UpdatedLineItem, UpdatedPaymentIntentData,
};
pub use words::{
    AgreementPosition, AllowRedisplay, AmountIncludesIof, AmountTaxDisplay, BankAddressType,
    BankTransferType, BillingAddressCollection, BillingModeType, BorderStyle, CaptureMethod, CardBrand,
    CardFunding, CustomFieldType, CustomerCreation, CustomerUpdateRule, DeliveryUnit, FeatureRequest,
    FinancialConnectionsPermission, FontFamily, ImageType, Interval, LiabilityType, Locale, MandateDefault,
    MandateSchedule, MandateTransactionType, MissingPaymentMethod, OriginContext, PaymentMethodCollection,
    PaymentMethodType, PromotionsConsent, ProrationBehavior, ProrationDiscounts, RedirectOnCompletion,
    RequestThreeDSecure, SavedPaymentMethodSwitch, SetupFutureUsage, SubmitType, TaxBehavior, TaxIdRequired,
    TermsOfServiceConsent, UiMode, VerificationMethod, WalletDisplay, WechatPayClient,
};
