use crate::answer::{FromObject as _, Replay as _};
use crate::checkout::{
    AutomaticTax, CreateSession, CustomerUpdate, Discount, LineItem, Session, SubscriptionData,
    TaxIdCollection,
};
use crate::error::{Error, Fault};
use crate::operation::{Check, KeyUse, OnPlatform, Operation, Wire, Write, operation, sealed::Sealed};
use crate::params::{Metadata, params};

params! {
    /// Creates a Checkout Session in `subscription` mode on the platform's own account, on which a
    /// merchant subscribes to a plan of yours. Answer the merchant's click with 303 to the session's
    /// `url`.
    ///
    /// It is an operation of its own, so that a purchase of a merchant's customer can never end up on
    /// the platform's account for want of an account id; for those see
    /// [`CreateSession`](crate::checkout::CreateSession).
    ///
    /// `POST /v1/checkout/sessions`, <https://docs.stripe.com/api/checkout/sessions/create>.
    pub struct CreateSubscriptionSession {
        required {
            /// The merchant as a customer of yours: `cus_…` on the platform's account.
            pub customer: String,
            /// The plan: at least one line that recurs, with a `price` on the platform's account or a
            /// `price_data`.
            pub line_items: Vec<LineItem>,
            /// Where the merchant comes back to. Stripe replaces the text `{CHECKOUT_SESSION_ID}` by the
            /// session's id.
            pub success_url: String as personal,
        }
        /// Where the merchant comes back to after giving up.
        pub cancel_url: Option<String> as personal,
        /// Your own id of the merchant, at most 200 characters; every event of the session carries it.
        pub client_reference_id: Option<String>,
        /// What is passed on to the subscription: trial, billing anchor, metadata.
        pub subscription_data: Option<SubscriptionData>,
        /// The page's language, such as `fr`; `auto`, the default, follows the browser.
        pub locale: Option<String>,
        /// When the session expires, in unix seconds: 30 minutes to 24 hours after its creation.
        pub expires_at: Option<i64>,
        /// A coupon or a promotion code, already applied; at most one, not together with
        /// `allow_promotion_codes`.
        pub discounts: Vec<Discount>,
        /// Whether the merchant can type in a promotion code.
        pub allow_promotion_codes: Option<bool>,
        /// Whether Stripe computes taxes.
        pub automatic_tax: Option<AutomaticTax>,
        /// Whether the merchant can give a tax id.
        pub tax_id_collection: Option<TaxIdCollection>,
        /// `auto` or `required`.
        pub billing_address_collection: Option<String>,
        /// What the page may change of `customer`.
        pub customer_update: Option<CustomerUpdate>,
        /// Whether a payment method is asked for although nothing is paid now: `always` or
        /// `if_required`.
        pub payment_method_collection: Option<String>,
        /// Your own data, kept on the session: at most 50 keys.
        pub metadata: Metadata,
    }
}

impl CreateSubscriptionSession {
    fn session(&self) -> CreateSession {
        CreateSession {
            line_items: self.line_items.clone(),
            customer: Some(self.customer.clone()),
            cancel_url: self.cancel_url.clone(),
            client_reference_id: self.client_reference_id.clone(),
            subscription_data: self.subscription_data.clone(),
            locale: self.locale.clone(),
            expires_at: self.expires_at,
            discounts: self.discounts.clone(),
            allow_promotion_codes: self.allow_promotion_codes,
            automatic_tax: self.automatic_tax.clone(),
            tax_id_collection: self.tax_id_collection.clone(),
            billing_address_collection: self.billing_address_collection.clone(),
            customer_update: self.customer_update.clone(),
            payment_method_collection: self.payment_method_collection.clone(),
            metadata: self.metadata.clone(),
            expand: self.expand.clone(),
            extra: self.extra.clone(),
            ..CreateSession::subscription(&*self.success_url)
        }
    }

    /// A fee is taken of a merchant's payment, and here the merchant pays the platform.
    fn check_fee(&self) -> Option<Fault> {
        const PATH: &str = "subscription_data.application_fee_percent";
        let named =
            self.subscription_data.as_ref().is_some_and(|data| data.application_fee_percent.is_some());
        let plain = |path: &str| path.replace('[', ".").replace(']', "");
        let further = self.extra.iter().any(|(path, _)| plain(path) == PATH);
        (named || further).then(|| {
            let text = "there is no merchant to take a fee of: the platform is paid the whole";
            Fault::new(PATH, "fee_on_platform", text)
        })
    }
}

impl Sealed for CreateSubscriptionSession {}

impl Write for CreateSubscriptionSession {}

impl OnPlatform for CreateSubscriptionSession {}

impl Operation for CreateSubscriptionSession {
    type Answer = Session;

    fn name(&self) -> &'static str {
        "subscription_sessions.create"
    }

    fn key_use(&self) -> KeyUse {
        KeyUse::Required
    }

    fn wire(&self, now: Option<i64>) -> Result<Wire, Error> {
        match (self.session().wire(now), self.check_fee()) {
            (written, None) => written,
            (Ok(_), Some(fault)) => Err(Error::of_faults(vec![fault])),
            (Err(error), Some(fault)) => {
                let others = error.faults().iter().cloned();
                Err(Error::of_faults(others.chain([fault]).collect()))
            }
        }
    }

    fn answer(_: &str, body: &str) -> Result<Session, &'static str> {
        Session::from_json(body)
    }

    fn mark_replayed(answer: &mut Session) {
        answer.mark_replayed();
    }

    fn knows(name: &str) -> bool {
        name == "subscription_sessions.create"
    }
}

params! {
    /// Reads a Checkout Session from the platform's own account; that of a merchant's customer does not
    /// exist there, see [`RetrieveSession`](crate::checkout::RetrieveSession).
    ///
    /// `GET /v1/checkout/sessions/{id}`, <https://docs.stripe.com/api/checkout/sessions/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveSubscriptionSession {
        path {
            /// `cs_…`
            pub id: String,
        }
    }
}

impl Check for RetrieveSubscriptionSession {}

operation!(
    RetrieveSubscriptionSession, "subscription_sessions.retrieve",
    Read: Get "/v1/checkout/sessions/{id}" (id: "cs_") -> Session,
    [OnPlatform]
);
