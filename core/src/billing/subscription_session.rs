use crate::checkout::{
    AutomaticTax, CreateSession, CustomerUpdate, Discount, LineItem, Session, SubscriptionData,
    TaxIdCollection, check_session,
};
use crate::error::{Error, Fault};
use crate::operation::{check_id, encode, operation};
use crate::params::Metadata;
use crate::schema::{At, Given, Record, Value, View, params};

params! {
    /// Creates a Checkout Session in `subscription` mode on the platform's own account, on which a merchant
    /// subscribes to a plan of yours. Redirect the merchant to the session's `url` with status 303.
    ///
    /// It is an operation of its own, so that a purchase by a merchant's customer can never end up on the
    /// platform's account because an account id is missing; for those purchases, see
    /// [`CreateSession`](crate::checkout::CreateSession).
    ///
    /// `POST /v1/checkout/sessions`, <https://docs.stripe.com/api/checkout/sessions/create>.
    pub struct CreateSubscriptionSession {
        required {
            /// The plan: at least one recurring line item, with a `price` on the platform's account or a
            /// `price_data`.
            pub line_items: Vec<LineItem>,
            /// Where the merchant returns after paying. Stripe replaces `{CHECKOUT_SESSION_ID}` with the
            /// session's id.
            pub success_url: String as personal,
        }
        /// The merchant as your customer: `cus_…` on the platform's account; or `customer_account`.
        pub customer: Option<String>,
        /// The merchant by its account, `acct_…`, which has the customer configuration of v2:
        /// [`UpdateV2Account`](crate::merchants::UpdateV2Account) adds it.
        pub customer_account: Option<String>,
        /// Where the merchant returns after canceling.
        pub cancel_url: Option<String> as personal,
        /// Your own id of the merchant, at most 200 characters; every event of the session includes it.
        pub client_reference_id: Option<String>,
        /// Passed on to the subscription: trial, billing cycle anchor, metadata.
        pub subscription_data: Option<SubscriptionData>,
        /// The page's language, such as `fr`; `auto`, the default, follows the browser.
        pub locale: Option<String>,
        /// When the session expires, in unix seconds: 30 minutes to 24 hours after its creation.
        pub expires_at: Option<i64> [time],
        /// At most one coupon or promotion code that is already applied; not together with
        /// `allow_promotion_codes`.
        pub discounts: Vec<Discount>,
        /// Whether the merchant can enter a promotion code.
        pub allow_promotion_codes: Option<bool>,
        /// Automatic taxes.
        pub automatic_tax: Option<AutomaticTax>,
        /// Whether the merchant can enter a tax id.
        pub tax_id_collection: Option<TaxIdCollection>,
        /// Whether the page asks for a billing address: `auto` or `required`.
        pub billing_address_collection: Option<String>,
        /// Which fields of `customer` the page may update.
        pub customer_update: Option<CustomerUpdate>,
        /// Whether a payment method is collected even if nothing is due now: `always` or `if_required`.
        pub payment_method_collection: Option<String>,
        /// Your own metadata, stored on the session: at most 50 keys.
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
            F::customer_account => S::customer_account,
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

/// Checks the rules of a session, and that there is no fee: here the merchant pays the platform.
fn check_subscription_session(given: Given<'_>, now: Option<i64>, faults: &mut Vec<Fault>) {
    const PATH: &str = "subscription_data.application_fee_percent";
    type S = At<CreateSubscriptionSession>;
    check_session(Given(&AsSession(given.0)), now, faults);
    match given.text(S::customer_account) {
        Some(account) => check_id("customer_account", account, &["acct_"], faults),
        None if !given.has(S::customer) => {
            let text = "expected who subscribes: `customer` or `customer_account`";
            faults.push(Fault::new("customer", "missing_parameter", text));
        }
        None => {}
    }
    let data = given.record(At::<CreateSubscriptionSession>::subscription_data);
    let named = data.is_some_and(|data| data.has(At::<SubscriptionData>::application_fee_percent));
    let plain = |path: &str| path.replace('[', ".").replace(']', "");
    let mut further = given.pairs(At::<CreateSubscriptionSession>::extra);
    if named || further.any(|(path, _)| plain(path) == PATH) {
        let text = "a fee is not possible: the platform itself receives the payment";
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
    /// Retrieves a Checkout Session from the platform's own account. For the session of a merchant's
    /// customer, see [`RetrieveSession`](crate::checkout::RetrieveSession).
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
