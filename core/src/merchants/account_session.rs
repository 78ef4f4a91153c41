use crate::error::Fault;
use crate::operation::{check_id, operation};
use crate::schema::{At, Given, object, params, record};

object! {
    /// What a page of the platform needs to show Stripe's components to a merchant: good for a short
    /// time, for one merchant.
    ///
    /// <https://docs.stripe.com/api/account_sessions/object>
    pub struct AccountSession: "account_session" by client_secret {
        /// The merchant, `acct_…`.
        pub account: String,
        /// Until when it can be used, in unix seconds.
        pub expires_at: Option<i64>,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// For the browser of this merchant alone. Do not log it.
        pub client_secret: String as secret,
    }
}

params! {
    /// Lets a page of the platform show Stripe's components to a merchant, among them the settings of
    /// payment methods.
    ///
    /// `POST /v1/account_sessions`, <https://docs.stripe.com/api/account_sessions/create>.
    #[derive(Eq)]
    pub struct CreateAccountSession {
        required {
            /// The merchant, `acct_…`.
            pub account: String,
            /// Which components, and what can be done in them.
            pub components: AccountSessionComponents,
        }
    }
}

fn check_components(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CreateAccountSession>;
    check_id("account", given.text(F::account).unwrap_or_default(), &["acct_"], faults);
    let count = AccountSessionComponents::RECORD.fields.len();
    let components = given.record(F::components);
    if !components.is_some_and(|components| (0..count).any(|field| components.has(field))) {
        let text = "expected at least one component, such as `payment_method_settings`";
        faults.push(Fault::new("components", "missing_parameter", text));
    }
}

operation!(
    CreateAccountSession, "account_sessions.create",
    Write: Post "/v1/account_sessions" -> AccountSession,
    [OnPlatform],
    rule check_components
);

record! {
    /// Stripe's components by name. See <https://docs.stripe.com/connect/supported-embedded-components>.
    #[derive(Eq)]
    pub struct AccountSessionComponents {
        /// Lets the merchant change the account.
        pub account_management: Option<AccountSessionComponent>,
        /// Asks the merchant for what Stripe still needs.
        pub account_onboarding: Option<AccountSessionComponent>,
        /// A report of the balance.
        pub balance_report: Option<AccountSessionComponent>,
        /// The balance, and payouts of it.
        pub balances: Option<AccountSessionComponent>,
        /// A list of disputes.
        pub disputes_list: Option<AccountSessionComponent>,
        /// Invoices and other documents of Stripe's.
        pub documents: Option<AccountSessionComponent>,
        /// A financial account.
        pub financial_account: Option<AccountSessionComponent>,
        /// What moved on a financial account.
        pub financial_account_transactions: Option<AccountSessionComponent>,
        /// An offer of instant payouts.
        pub instant_payouts_promotion: Option<AccountSessionComponent>,
        /// A card that was issued.
        pub issuing_card: Option<AccountSessionComponent>,
        /// The cards that were issued.
        pub issuing_cards_list: Option<AccountSessionComponent>,
        /// What Stripe needs from the merchant, as a banner.
        pub notification_banner: Option<AccountSessionComponent>,
        /// One payment.
        pub payment_details: Option<AccountSessionComponent>,
        /// The disputes of one payment.
        pub payment_disputes: Option<AccountSessionComponent>,
        /// Lets the merchant turn payment methods on and off, as far as the platform allows.
        pub payment_method_settings: Option<AccountSessionComponent>,
        /// A list of payments.
        pub payments: Option<AccountSessionComponent>,
        /// One payout.
        pub payout_details: Option<AccountSessionComponent>,
        /// What payouts are made of.
        pub payout_reconciliation_report: Option<AccountSessionComponent>,
        /// The balance and its payouts.
        pub payouts: Option<AccountSessionComponent>,
        /// A list of payouts.
        pub payouts_list: Option<AccountSessionComponent>,
        /// A chart.
        pub reporting_chart: Option<AccountSessionComponent>,
        /// Where the merchant collects taxes.
        pub tax_registrations: Option<AccountSessionComponent>,
        /// How the merchant collects taxes.
        pub tax_settings: Option<AccountSessionComponent>,
        /// Orders of card readers.
        pub terminal_hardware_orders: Option<AccountSessionComponent>,
        /// A shop for card readers.
        pub terminal_hardware_shop: Option<AccountSessionComponent>,
    }
}

record! {
    /// A component, and what can be done in it.
    #[derive(Eq)]
    pub struct AccountSessionComponent {
        required {
            /// Whether it can be shown.
            pub enabled: bool,
        }
        /// What can be done in it; each component has a few of these.
        pub features: Option<AccountSessionFeatures>,
    }
}

record! {
    /// What can be done in a component.
    #[derive(Eq)]
    pub struct AccountSessionFeatures {
        /// Payments can be captured.
        pub capture_payments: Option<bool>,
        /// Cards can be managed.
        pub card_management: Option<bool>,
        /// What was spent can be disputed.
        pub card_spend_dispute_management: Option<bool>,
        /// Cardholders can be managed.
        pub cardholder_management: Option<bool>,
        /// Destination charges can be managed.
        pub destination_on_behalf_of_charge_management: Option<bool>,
        /// The merchant does not log in at Stripe; only where the platform collects requirements itself.
        pub disable_stripe_user_authentication: Option<bool>,
        /// Disputes can be answered.
        pub dispute_management: Option<bool>,
        /// The schedule of payouts can be changed.
        pub edit_payout_schedule: Option<bool>,
        /// Bank accounts can be added.
        pub external_account_collection: Option<bool>,
        /// Instant payouts can be made.
        pub instant_payouts: Option<bool>,
        /// Payments can be refunded.
        pub refund_management: Option<bool>,
        /// Money can be sent.
        pub send_money: Option<bool>,
        /// Smart disputes can be managed.
        pub smart_disputes_management: Option<bool>,
        /// Limits can be managed.
        pub spend_control_management: Option<bool>,
        /// Payouts can be made.
        pub standard_payouts: Option<bool>,
        /// The balance can be moved.
        pub transfer_balance: Option<bool>,
    }
}

impl AccountSessionComponents {
    /// The settings of payment methods alone, which a merchant opens to choose its own.
    #[must_use]
    pub fn payment_method_settings() -> Self {
        let component = AccountSessionComponent { enabled: true, features: None };
        AccountSessionComponents { payment_method_settings: Some(component), ..Self::default() }
    }
}
