use crate::fee::Fee;
use crate::operation::operation;
use crate::params::Metadata;
use crate::schema::{AsValue, FromSlot, Of, Shape, Shaped, Slot, Value, params};

use super::words::{
    BillingAddressCollection, CustomerCreation, Locale, OriginContext, PaymentMethodCollection,
    PaymentMethodType, RedirectOnCompletion, SubmitType, UiMode,
};

use super::application_fee;
use super::check::check_session;
use super::{
    AdaptivePricing, AfterExpiration, AutomaticTax, BrandingSettings, ConsentCollection, CustomField,
    CustomText, CustomerUpdate, Discount, InvoiceCreation, LineItem, NameCollection, OptionalItem,
    PaymentIntentData, PaymentMethodData, PaymentMethodOptions, PhoneNumberCollection,
    SavedPaymentMethodOptions, Session, SetupIntentData, ShippingAddressCollection, ShippingOption,
    SubscriptionData, TaxIdCollection, WalletOptions,
};

params! {
    /// Creates a Checkout Session on the merchant's account. Redirect the customer to the session's `url`
    /// with status 303.
    ///
    /// `POST /v1/checkout/sessions`, <https://docs.stripe.com/api/checkout/sessions/create>.
    pub struct CreateSession {
        /// What the session is for. Required.
        pub mode: Option<Mode>,
        /// What the customer buys: 1 to 100 line items in one currency. None in `setup` mode; in
        /// `subscription` mode at most 20 recurring and 20 one-time line items.
        pub line_items: Vec<LineItem>,
        /// The fee that the platform keeps from a payment. It is computed from the line items, which must all
        /// have a `price_data`, and sent as `payment_intent_data.application_fee_amount`. Where the customer
        /// may pay a different total (discounts, shipping, taxes, optional items, adjustable quantities),
        /// pass that amount instead. For a subscription, see `subscription_data.application_fee_percent`.
        pub application_fee: Option<Fee> [own],
        /// Where the customer returns after paying. Stripe replaces `{CHECKOUT_SESSION_ID}` with the
        /// session's id: retrieve the session then, since the redirect alone is no proof of payment. Required
        /// for the hosted page.
        pub success_url: Option<String> as personal,
        /// Where the customer returns after canceling.
        pub cancel_url: Option<String> as personal,
        /// The equivalent of `success_url` for a page of the merchant's own (`ui_mode` `embedded_page` or
        /// `elements`).
        pub return_url: Option<String> as personal,
        /// `hosted_page`, the default; `embedded_page`, `elements` or `form` for a page of the merchant's
        /// own. API versions before 2026-03-25.dahlia use other words: pass those in `extra`.
        pub ui_mode: Option<UiMode>,
        /// Whether an embedded page redirects after completion: `always`, `if_required` or `never`.
        pub redirect_on_completion: Option<RedirectOnCompletion>,
        /// Three-letter currency code, needed where no line item has one: in `setup` mode.
        pub currency: Option<String>,
        /// Your order's id, at most 200 characters; every event of the session includes it.
        pub client_reference_id: Option<String> [most(200)],
        /// The id of a Customer that exists on the merchant's own account.
        pub customer: Option<String> [most(5000)],
        /// The same for an account of Accounts v2 that is a customer.
        pub customer_account: Option<String> [most(5000)],
        /// Prefills the e-mail address on the page; not together with `customer`.
        pub customer_email: Option<String> as personal,
        /// Whether the session creates a Customer: `always` or `if_required`. Not for a subscription, which
        /// always creates one, and not together with `customer`.
        pub customer_creation: Option<CustomerCreation>,
        /// Which fields of `customer` the page may update.
        pub customer_update: Option<CustomerUpdate>,
        /// The page's language, such as `fr`; `auto`, the default, follows the browser.
        pub locale: Option<Locale>,
        /// When the session expires, in unix seconds: 30 minutes to 24 hours after its creation.
        pub expires_at: Option<i64> [time],
        /// What happens after the session has expired.
        pub after_expiration: Option<AfterExpiration>,
        /// Your own metadata, stored on the session: at most 50 keys.
        pub metadata: Metadata,
        /// Passed on to the payment intent; only in `payment` mode.
        pub payment_intent_data: Option<PaymentIntentData>,
        /// Passed on to the subscription; only in `subscription` mode.
        pub subscription_data: Option<SubscriptionData>,
        /// Passed on to the setup intent; only in `setup` mode.
        pub setup_intent_data: Option<SetupIntentData>,
        /// At most one coupon or promotion code that is already applied; not together with
        /// `allow_promotion_codes`.
        pub discounts: Vec<Discount>,
        /// Whether the customer can enter a promotion code.
        pub allow_promotion_codes: Option<bool>,
        /// Up to 10 items that the customer can add.
        pub optional_items: Vec<OptionalItem>,
        /// Automatic taxes.
        pub automatic_tax: Option<AutomaticTax>,
        /// Whether the customer can enter a tax id.
        pub tax_id_collection: Option<TaxIdCollection>,
        /// Whether the page asks for a billing address: `auto` or `required`.
        pub billing_address_collection: Option<BillingAddressCollection>,
        /// The countries that you ship to; if given, the page asks for an address.
        pub shipping_address_collection: Option<ShippingAddressCollection>,
        /// Up to 5 shipping options.
        pub shipping_options: Vec<ShippingOption>,
        /// Whether the page asks for a phone number.
        pub phone_number_collection: Option<PhoneNumberCollection>,
        /// Whether the page asks for names.
        pub name_collection: Option<NameCollection>,
        /// Up to 3 questions of your own on the page.
        pub custom_fields: Vec<CustomField>,
        /// Your own text on the page.
        pub custom_text: Option<CustomText>,
        /// What the customer is asked to consent to.
        pub consent_collection: Option<ConsentCollection>,
        /// The label of the button: `auto`, `pay`, `book`, `donate` or `subscribe`.
        pub submit_type: Option<SubmitType>,
        /// How the page looks.
        pub branding_settings: Option<BrandingSettings>,
        /// Whether the page is opened from the web or from an app: `web` or `mobile_app`.
        pub origin_context: Option<OriginContext>,
        /// The payment method configuration to use: `pmc_…` of the merchant, or of the platform, in which
        /// case its child is used.
        pub payment_method_configuration: Option<String> [most(100)],
        /// Only these of the enabled payment methods.
        pub allowed_payment_method_types: Vec<PaymentMethodType>,
        /// All of the enabled payment methods except these.
        pub excluded_payment_method_types: Vec<PaymentMethodType> [open("acss_debit,affirm,afterpay_clearpay,alipay,alma,amazon_pay,au_becs_debit,bacs_debit,bancontact,billie,bizum,blik,boleto,card,cashapp,crypto,customer_balance,eps,fpx,giropay,grabpay,ideal,kakao_pay,klarna,konbini,kr_card,mb_way,mobilepay,multibanco,naver_pay,nz_bank_account,oxxo,p24,pay_by_bank,payco,paynow,paypal,paypay,payto,pix,promptpay,revolut_pay,samsung_pay,satispay,scalapay,sepa_debit,sequra,sofort,sunbit,swish,twint,upi,us_bank_account,wechat_pay,zip")],
        /// Whether a payment method is collected even if nothing is due now: `always` or `if_required`; only
        /// in `subscription` mode.
        pub payment_method_collection: Option<PaymentMethodCollection>,
        /// Settings of individual payment methods.
        pub payment_method_options: Option<Box<PaymentMethodOptions>>,
        /// How a new payment method is saved.
        pub payment_method_data: Option<PaymentMethodData>,
        /// Which saved payment methods are shown.
        pub saved_payment_method_options: Option<SavedPaymentMethodOptions>,
        /// How wallets are shown.
        pub wallet_options: Option<WalletOptions>,
        /// Whether customers can pay in their own currency.
        pub adaptive_pricing: Option<AdaptivePricing>,
        /// Whether the payment creates an invoice; only in `payment` mode.
        pub invoice_creation: Option<InvoiceCreation>,
        /// Your own identifier for the integration, at most 200 characters.
        pub integration_identifier: Option<String> [most(200)],
    }
}

/// What a Checkout Session is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// A one-time payment.
    #[default]
    Payment,
    /// A subscription: at least one line item recurs.
    Subscription,
    /// Saving a payment method for later; nothing is charged.
    Setup,
}

impl Mode {
    /// Returns `payment`, `subscription` or `setup`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Mode::Payment => "payment",
            Mode::Subscription => "subscription",
            Mode::Setup => "setup",
        }
    }
}

impl Shaped for Mode {
    const SHAPE: Shape = Shape::of(Of::Word("payment,subscription,setup"));
}

impl AsValue for Mode {
    fn value(&self) -> Value<'_> {
        Value::Text(self.as_str())
    }
}

impl FromSlot for Mode {
    fn from_slot(slot: Slot<'_>) -> Self {
        match &*String::from_slot(slot) {
            "subscription" => Mode::Subscription,
            "setup" => Mode::Setup,
            _ => Mode::Payment,
        }
    }
}

impl CreateSession {
    /// Creates a session in `payment` mode; see `success_url`.
    pub fn payment(success_url: impl Into<String>) -> Self {
        CreateSession {
            mode: Some(Mode::Payment),
            success_url: Some(success_url.into()),
            ..CreateSession::default()
        }
    }

    /// Creates a session in `subscription` mode; see `success_url`.
    pub fn subscription(success_url: impl Into<String>) -> Self {
        CreateSession { mode: Some(Mode::Subscription), ..CreateSession::payment(success_url) }
    }

    /// Creates a session in `setup` mode, which saves a payment method for later; see `success_url`.
    pub fn setup(success_url: impl Into<String>) -> Self {
        CreateSession { mode: Some(Mode::Setup), ..CreateSession::payment(success_url) }
    }
}

operation!(
    CreateSession, "checkout.sessions.create",
    Write: Post "/v1/checkout/sessions" -> Session,
    [OnMerchant],
    rule check_session,
    writes application_fee::write,
    was "checkout.create"
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::{Amount, Currency};
    use crate::operation::Operation;

    #[test]
    fn all_faults_are_told_at_once() {
        let session = CreateSession {
            line_items: vec![LineItem::default(), LineItem::priced("", Amount::new(-1, Currency::EUR), 0)],
            cancel_url: Some("shop.example".into()),
            ..CreateSession::default()
        };
        let error = Operation::wire(&session, None).unwrap_err();
        let paths: Vec<&str> = error.faults().iter().map(|fault| fault.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "mode",
                "line_items[0].price_data",
                "line_items[0].quantity",
                "line_items[1].quantity",
                "line_items[1].price_data.unit_amount",
                "line_items[1].price_data.product_data.name",
                "success_url",
                "cancel_url",
            ]
        );
    }

    #[test]
    fn the_nearest_name_is_offered() {
        let error = CreateSession::from_json(r#"{"line_items":[{"quantiy":1}]}"#).unwrap_err();
        assert_eq!(error.faults()[0].path, "line_items[0].quantiy");
        assert!(error.to_string().contains("did you mean `quantity`"), "{error}");
    }
}
