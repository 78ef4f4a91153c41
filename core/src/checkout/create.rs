use crate::fee::Fee;
use crate::operation::operation;
use crate::params::Metadata;
use crate::schema::{AsValue, FromSlot, Of, Shape, Shaped, Slot, Value, params};

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
    /// Creates a Checkout Session on the merchant's account. Answer the customer's click with 303 to
    /// the session's `url`.
    ///
    /// `POST /v1/checkout/sessions`, <https://docs.stripe.com/api/checkout/sessions/create>.
    pub struct CreateSession {
        /// What the session is for. Required.
        pub mode: Option<Mode>,
        /// What the customer buys: 1 to 100 lines in one currency. None in `setup` mode; in
        /// `subscription` mode at most 20 lines that recur and 20 that do not.
        pub line_items: Vec<LineItem>,
        /// What the platform keeps of a payment. It is computed from the line items, which must all have
        /// a `price_data`, and sent as `payment_intent_data.application_fee_amount`. Where the customer
        /// may pay another sum than theirs (discounts, shipping, taxes, optional items, quantities that
        /// the customer can change), pass that amount instead. For a subscription see
        /// `subscription_data.application_fee_percent`.
        pub application_fee: Option<Fee> [own],
        /// Where the customer comes back to after paying. Stripe replaces the text
        /// `{CHECKOUT_SESSION_ID}` by the session's id: read the session then, since coming back is no
        /// proof of payment. Required on the hosted page.
        pub success_url: Option<String> as personal,
        /// Where the customer comes back to after giving up.
        pub cancel_url: Option<String> as personal,
        /// The same as `success_url` for a page of the merchant's own (`ui_mode` `embedded_page` or
        /// `elements`).
        pub return_url: Option<String> as personal,
        /// `hosted_page`, the default; `embedded_page`, `elements` or `form` for a page of the merchant's
        /// own. For a version of the API before 2026-03-25.dahlia its older word goes into `extra`.
        pub ui_mode: Option<String> [open("elements,embedded_page,form,hosted_page")],
        /// Whether an embedded page redirects in the end: `always`, `if_required` or `never`.
        pub redirect_on_completion: Option<String> [open("always,if_required,never")],
        /// Three-letter currency code, where no line item tells it: in `setup` mode.
        pub currency: Option<String>,
        /// Your order's id, at most 200 characters; every event of the session carries it.
        pub client_reference_id: Option<String> [most(200)],
        /// The id of a Customer that exists on the merchant's own account.
        pub customer: Option<String> [most(5000)],
        /// The same for Stripe's newer accounts that are customers.
        pub customer_account: Option<String> [most(5000)],
        /// Fills the page's e-mail field; not together with `customer`.
        pub customer_email: Option<String> as personal,
        /// `always` or `if_required`: whether the session makes a Customer; not for a subscription, which
        /// always does, and not together with `customer`.
        pub customer_creation: Option<String> [open("always,if_required")],
        /// What the page may change of `customer`.
        pub customer_update: Option<CustomerUpdate>,
        /// The page's language, such as `fr`; `auto`, the default, follows the browser.
        pub locale: Option<String> [open("auto,bg,cs,da,de,el,en,en-GB,es,es-419,et,fi,fil,fr,fr-CA,hi-IN,hr,hu,id,it,ja,ko,lt,lv,ms,mt,nb,nl,pl,pt,pt-BR,ro,ru,sk,sl,sv,th,tr,vi,zh,zh-HK,zh-TW")],
        /// When the session expires, in unix seconds: 30 minutes to 24 hours after its creation.
        pub expires_at: Option<i64>,
        /// What happens after it expired.
        pub after_expiration: Option<AfterExpiration>,
        /// Your own data, kept on the session: at most 50 keys.
        pub metadata: Metadata,
        /// What is passed on to the payment intent; in `payment` mode only.
        pub payment_intent_data: Option<PaymentIntentData>,
        /// What is passed on to the subscription; in `subscription` mode only.
        pub subscription_data: Option<SubscriptionData>,
        /// What is passed on to the setup intent; in `setup` mode only.
        pub setup_intent_data: Option<SetupIntentData>,
        /// A coupon or a promotion code, already applied; at most one, not together with
        /// `allow_promotion_codes`.
        pub discounts: Vec<Discount>,
        /// Whether the customer can type in a promotion code.
        pub allow_promotion_codes: Option<bool>,
        /// Up to 10 things that the customer can add.
        pub optional_items: Vec<OptionalItem>,
        /// Whether Stripe computes taxes.
        pub automatic_tax: Option<AutomaticTax>,
        /// Whether the customer can give a tax id.
        pub tax_id_collection: Option<TaxIdCollection>,
        /// `auto` or `required`.
        pub billing_address_collection: Option<String> [open("auto,required")],
        /// Where the goods can go; then the page asks for an address.
        pub shipping_address_collection: Option<ShippingAddressCollection>,
        /// Up to 5 ways of shipping.
        pub shipping_options: Vec<ShippingOption>,
        /// Whether the page asks for a telephone number.
        pub phone_number_collection: Option<PhoneNumberCollection>,
        /// Whether the page asks for names.
        pub name_collection: Option<NameCollection>,
        /// Up to 3 questions of your own.
        pub custom_fields: Vec<CustomField>,
        /// Texts of your own.
        pub custom_text: Option<CustomText>,
        /// What the customer is asked to agree to.
        pub consent_collection: Option<ConsentCollection>,
        /// What the button says: `auto`, `pay`, `book`, `donate` or `subscribe`.
        pub submit_type: Option<String> [open("auto,book,donate,pay,subscribe")],
        /// How the page looks.
        pub branding_settings: Option<BrandingSettings>,
        /// Whether the page is for the web or for an app: `web` or `mobile_app`.
        pub origin_context: Option<String> [open("mobile_app,web")],
        /// Which payment methods are shown: `pmc_…` of the merchant, or of the platform, whose child is
        /// then used.
        pub payment_method_configuration: Option<String> [most(100)],
        /// Of the methods that are on, only these.
        pub allowed_payment_method_types: Vec<String> [open("acss_debit,affirm,afterpay_clearpay,alipay,alma,amazon_pay,au_becs_debit,bacs_debit,bancontact,billie,bizum,blik,boleto,card,cashapp,crypto,customer_balance,eps,fpx,giropay,grabpay,ideal,kakao_pay,klarna,konbini,kr_card,link,mb_way,mobilepay,multibanco,naver_pay,nz_bank_account,oxxo,p24,pay_by_bank,payco,paynow,paypal,paypay,payto,pix,promptpay,revolut_pay,samsung_pay,satispay,scalapay,sepa_debit,sequra,sofort,sunbit,swish,twint,upi,us_bank_account,wechat_pay,zip")],
        /// Of the methods that are on, all but these.
        pub excluded_payment_method_types: Vec<String> [open("acss_debit,affirm,afterpay_clearpay,alipay,alma,amazon_pay,au_becs_debit,bacs_debit,bancontact,billie,bizum,blik,boleto,card,cashapp,crypto,customer_balance,eps,fpx,giropay,grabpay,ideal,kakao_pay,klarna,konbini,kr_card,mb_way,mobilepay,multibanco,naver_pay,nz_bank_account,oxxo,p24,pay_by_bank,payco,paynow,paypal,paypay,payto,pix,promptpay,revolut_pay,samsung_pay,satispay,scalapay,sepa_debit,sequra,sofort,sunbit,swish,twint,upi,us_bank_account,wechat_pay,zip")],
        /// Whether a payment method is asked for although nothing is paid now: `always` or
        /// `if_required`; in `subscription` mode only.
        pub payment_method_collection: Option<String> [open("always,if_required")],
        /// Settings of single payment methods.
        pub payment_method_options: Option<Box<PaymentMethodOptions>>,
        /// How a new payment method is kept.
        pub payment_method_data: Option<PaymentMethodData>,
        /// Which saved payment methods are shown.
        pub saved_payment_method_options: Option<SavedPaymentMethodOptions>,
        /// How wallets are shown.
        pub wallet_options: Option<WalletOptions>,
        /// Whether customers can pay in their own currency.
        pub adaptive_pricing: Option<AdaptivePricing>,
        /// Whether the payment makes an invoice, too; in `payment` mode only.
        pub invoice_creation: Option<InvoiceCreation>,
        /// Your own mark for the integration, at most 200 characters.
        pub integration_identifier: Option<String> [most(200)],
    }
}

/// What a Checkout Session is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// A payment, once.
    #[default]
    Payment,
    /// A subscription: at least one line recurs.
    Subscription,
    /// Keeping a payment method for later; nothing is paid.
    Setup,
}

impl Mode {
    /// `payment`, `subscription` or `setup`.
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
    /// A session in `payment` mode; see `success_url`.
    pub fn payment(success_url: impl Into<String>) -> Self {
        CreateSession {
            mode: Some(Mode::Payment),
            success_url: Some(success_url.into()),
            ..CreateSession::default()
        }
    }

    /// A session in `subscription` mode; see `success_url`.
    pub fn subscription(success_url: impl Into<String>) -> Self {
        CreateSession { mode: Some(Mode::Subscription), ..CreateSession::payment(success_url) }
    }

    /// A session in `setup` mode, which keeps a payment method for later; see `success_url`.
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
