use serde::Serialize;

use crate::answer::{FromObject as _, Replay as _};
use crate::error::{Error, Fault};
use crate::fee::Fee;
use crate::form;
use crate::http::Method;
use crate::json::Json;
use crate::operation::{KeyUse, OnMerchant, Operation, Wire, Write, sealed::Sealed};
use crate::params::{self, FromJson, Metadata, params};

use super::rules::Rules;
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
        #[serde(skip)]
        pub application_fee: Option<Fee>,
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
        pub ui_mode: Option<String>,
        /// Whether an embedded page redirects in the end: `always`, `if_required` or `never`.
        pub redirect_on_completion: Option<String>,
        /// Three-letter currency code, where no line item tells it: in `setup` mode.
        pub currency: Option<String>,
        /// Your order's id, at most 200 characters; every event of the session carries it.
        pub client_reference_id: Option<String>,
        /// The id of a Customer that exists on the merchant's own account.
        pub customer: Option<String>,
        /// The same for Stripe's newer accounts that are customers.
        pub customer_account: Option<String>,
        /// Fills the page's e-mail field; not together with `customer`.
        pub customer_email: Option<String> as personal,
        /// `always` or `if_required`: whether the session makes a Customer; not for a subscription, which
        /// always does, and not together with `customer`.
        pub customer_creation: Option<String>,
        /// What the page may change of `customer`.
        pub customer_update: Option<CustomerUpdate>,
        /// The page's language, such as `fr`; `auto`, the default, follows the browser.
        pub locale: Option<String>,
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
        pub billing_address_collection: Option<String>,
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
        pub submit_type: Option<String>,
        /// How the page looks.
        pub branding_settings: Option<BrandingSettings>,
        /// Whether the page is for the web or for an app: `web` or `mobile_app`.
        pub origin_context: Option<String>,
        /// Which payment methods are shown: `pmc_…` of the merchant, or of the platform, whose child is
        /// then used.
        pub payment_method_configuration: Option<String>,
        /// Of the methods that are on, only these.
        pub allowed_payment_method_types: Vec<String>,
        /// Of the methods that are on, all but these.
        pub excluded_payment_method_types: Vec<String>,
        /// Whether a payment method is asked for although nothing is paid now: `always` or
        /// `if_required`; in `subscription` mode only.
        pub payment_method_collection: Option<String>,
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
        pub integration_identifier: Option<String>,
    }
}

/// What a Checkout Session is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[serde(rename_all = "snake_case")]
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

impl FromJson for Mode {
    fn read(json: Json, at: &str, faults: &mut Vec<Fault>) -> Self {
        match String::read(json, at, faults).as_str() {
            "payment" => Mode::Payment,
            "subscription" => Mode::Subscription,
            "setup" => Mode::Setup,
            _ => {
                faults.push(Fault::new(at, "invalid_value", "expected `payment`, `subscription` or `setup`"));
                Mode::Payment
            }
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

impl Sealed for CreateSession {}

impl Write for CreateSession {}

impl OnMerchant for CreateSession {}

impl Operation for CreateSession {
    type Answer = Session;

    fn name(&self) -> &'static str {
        "checkout.create"
    }

    fn key_use(&self) -> KeyUse {
        KeyUse::Required
    }

    fn wire(&self, now: Option<i64>) -> Result<Wire, Error> {
        let mut faults = self.check(now);
        let fee = self.fee(&mut faults);
        let given = self.payment_intent_data.as_ref().and_then(|data| data.application_fee_amount);
        let no_faults_yet = faults.is_empty();
        let mut rules = Rules::new(&[], &mut faults);
        // The record is large: it is copied only where a fee has to be written into it.
        let written = if fee.is_none() || fee == given {
            form::watched(self, &mut rules)
        } else {
            let mut session = self.clone();
            session.payment_intent_data.get_or_insert_default().application_fee_amount = fee;
            form::watched(&session, &mut rules)
        };
        let mut body = match written {
            Ok(body) => body,
            Err(error) if no_faults_yet => return Err(error),
            // The checks tell of the same in more words, and of everything else.
            Err(_) => String::new(),
        };
        rules.read_extra(&self.extra);
        params::append_extra(&mut body, &self.extra, &mut faults);
        if faults.is_empty() {
            Ok(Wire { method: Method::Post, path: "/v1/checkout/sessions".to_owned(), body })
        } else {
            Err(Error::of_faults(faults))
        }
    }

    fn answer(_: &str, body: &str) -> Result<Session, &'static str> {
        Session::from_json(body)
    }

    fn mark_replayed(answer: &mut Session) {
        answer.mark_replayed();
    }

    fn knows(name: &str) -> bool {
        name == "checkout.create"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::{Amount, Currency};

    #[test]
    fn all_faults_are_told_at_once() {
        let session = CreateSession {
            line_items: vec![LineItem::default(), LineItem::priced("", Amount::new(-1, Currency::EUR), 0)],
            cancel_url: Some("shop.example".into()),
            ..CreateSession::default()
        };
        let error = session.wire(None).unwrap_err();
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
