use crate::checkout::{
    AutomaticTax, CreateSession, CustomerUpdate, Discount, LineItem, Session, SubscriptionData,
    TaxIdCollection, check_session,
};
use crate::error::{Error, Fault};
use crate::operation::{encode, operation};
use crate::params::Metadata;
use crate::schema::{At, Given, Record, Value, View, params};

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

/// The parameters as those of a Checkout Session, to which the same rules apply.
struct AsSession<'v>(&'v dyn View);

impl View for AsSession<'_> {
    fn field(&self, index: usize) -> Value<'_> {
        type F = At<CreateSession>;
        type S = At<CreateSubscriptionSession>;
        let same = match index {
            F::mode => return Value::Text("subscription"),
            F::customer => S::customer,
            F::line_items => S::line_items,
            F::success_url => S::success_url,
            F::cancel_url => S::cancel_url,
            F::client_reference_id => S::client_reference_id,
            F::subscription_data => S::subscription_data,
            F::locale => S::locale,
            F::expires_at => S::expires_at,
            F::discounts => S::discounts,
            F::allow_promotion_codes => S::allow_promotion_codes,
            F::automatic_tax => S::automatic_tax,
            F::tax_id_collection => S::tax_id_collection,
            F::billing_address_collection => S::billing_address_collection,
            F::customer_update => S::customer_update,
            F::payment_method_collection => S::payment_method_collection,
            F::metadata => S::metadata,
            F::expand => S::expand,
            F::extra => S::extra,
            _ => return Value::Absent,
        };
        self.0.field(same)
    }

    fn visit<'v>(&'v self, show: &mut dyn FnMut(usize, Value<'v>)) {
        for index in 0..CreateSession::RECORD.fields.len() {
            match self.field(index) {
                Value::Absent => {}
                value => show(index, value),
            }
        }
    }
}

/// The rules of a session; and a fee is taken of a merchant's payment, while here the merchant pays the platform.
fn check_subscription_session(given: Given<'_>, now: Option<i64>, faults: &mut Vec<Fault>) {
    const PATH: &str = "subscription_data.application_fee_percent";
    check_session(Given(&AsSession(given.0)), now, faults);
    let data = given.record(At::<CreateSubscriptionSession>::subscription_data);
    let named = data.is_some_and(|data| data.has(At::<SubscriptionData>::application_fee_percent));
    let plain = |path: &str| path.replace('[', ".").replace(']', "");
    let mut further = given.pairs(At::<CreateSubscriptionSession>::extra);
    if named || further.any(|(path, _)| plain(path) == PATH) {
        let text = "there is no merchant to take a fee of: the platform is paid the whole";
        faults.push(Fault::new(PATH, "fee_on_platform", text));
    }
}

fn write_as_session(
    _: &'static Record,
    view: &dyn View,
    as_json: bool,
    faults: &mut Vec<Fault>,
) -> Result<String, Error> {
    encode(CreateSession::RECORD, &AsSession(view), as_json, faults)
}

operation!(
    CreateSubscriptionSession, "subscription_sessions.create",
    Write: Post "/v1/checkout/sessions" -> Session,
    [OnPlatform],
    rule check_subscription_session,
    writes write_as_session
);

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

operation!(
    RetrieveSubscriptionSession, "subscription_sessions.retrieve",
    Read: Get "/v1/checkout/sessions/{id}" (id: "cs_") -> Session,
    [OnPlatform]
);
