use crate::error::Fault;
use crate::operation::{check_id, operation};
use crate::schema::{At, Given, object, params, record};

object! {
    /// An account session, with which a page of the platform shows Stripe's embedded components to one
    /// merchant for a short time.
    ///
    /// <https://docs.stripe.com/api/account_sessions/object>
    pub struct AccountSession: "account_session" by client_secret {
        /// The merchant, `acct_…`.
        pub account: String,
        /// When it expires, in unix seconds.
        pub expires_at: Option<i64>,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// The secret for this merchant's browser only. Do not log it.
        pub client_secret: String as secret,
    }
}

params! {
    /// Creates an account session, with which a page of the platform shows Stripe's embedded components to a
    /// merchant, such as the settings of payment methods.
    ///
    /// `POST /v1/account_sessions`, <https://docs.stripe.com/api/account_sessions/create>.
    #[derive(Eq)]
    pub struct CreateAccountSession {
        required {
            /// The merchant, `acct_…`.
            pub account: String,
            /// The components, and which features each of them has.
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
    /// Stripe's embedded components by name. See
    /// <https://docs.stripe.com/connect/supported-embedded-components>.
    #[derive(Eq)]
    pub struct AccountSessionComponents {
        /// Account details, which the merchant can change.
        pub account_management: Option<AccountSessionComponent>,
        /// Onboarding: collects the information that Stripe still requires.
        pub account_onboarding: Option<AccountSessionComponent>,
        /// A report of the balance.
        pub balance_report: Option<AccountSessionComponent>,
        /// The balance, with payouts.
        pub balances: Option<AccountSessionComponent>,
        /// A list of disputes.
        pub disputes_list: Option<AccountSessionComponent>,
        /// Invoices and other documents from Stripe.
        pub documents: Option<AccountSessionComponent>,
        /// A financial account.
        pub financial_account: Option<AccountSessionComponent>,
        /// The transactions of a financial account.
        pub financial_account_transactions: Option<AccountSessionComponent>,
        /// A promotion for instant payouts.
        pub instant_payouts_promotion: Option<AccountSessionComponent>,
        /// An issued card.
        pub issuing_card: Option<AccountSessionComponent>,
        /// The list of issued cards.
        pub issuing_cards_list: Option<AccountSessionComponent>,
        /// A banner with what Stripe requires from the merchant.
        pub notification_banner: Option<AccountSessionComponent>,
        /// The details of a payment.
        pub payment_details: Option<AccountSessionComponent>,
        /// The disputes of a payment.
        pub payment_disputes: Option<AccountSessionComponent>,
        /// The settings of payment methods, which the merchant can turn on and off as far as the platform
        /// allows.
        pub payment_method_settings: Option<AccountSessionComponent>,
        /// A list of payments.
        pub payments: Option<AccountSessionComponent>,
        /// The details of a payout.
        pub payout_details: Option<AccountSessionComponent>,
        /// The transactions in a payout.
        pub payout_reconciliation_report: Option<AccountSessionComponent>,
        /// The balance and its payouts.
        pub payouts: Option<AccountSessionComponent>,
        /// A list of payouts.
        pub payouts_list: Option<AccountSessionComponent>,
        /// A chart from reports.
        pub reporting_chart: Option<AccountSessionComponent>,
        /// Tax registrations.
        pub tax_registrations: Option<AccountSessionComponent>,
        /// Tax settings.
        pub tax_settings: Option<AccountSessionComponent>,
        /// Orders of card readers.
        pub terminal_hardware_orders: Option<AccountSessionComponent>,
        /// A shop for card readers.
        pub terminal_hardware_shop: Option<AccountSessionComponent>,
    }
}

record! {
    /// A component and its features.
    #[derive(Eq)]
    pub struct AccountSessionComponent {
        required {
            /// Whether the component is enabled.
            pub enabled: bool,
        }
        /// Its features; each component has a few of these.
        pub features: Option<AccountSessionFeatures>,
    }
}

record! {
    /// The features of a component.
    #[derive(Eq)]
    pub struct AccountSessionFeatures {
        /// The merchant can capture payments.
        pub capture_payments: Option<bool>,
        /// The merchant can manage cards.
        pub card_management: Option<bool>,
        /// The merchant can dispute card spending.
        pub card_spend_dispute_management: Option<bool>,
        /// The merchant can manage cardholders.
        pub cardholder_management: Option<bool>,
        /// The merchant can manage destination charges.
        pub destination_on_behalf_of_charge_management: Option<bool>,
        /// The merchant does not log in at Stripe; only if the platform collects requirements itself.
        pub disable_stripe_user_authentication: Option<bool>,
        /// The merchant can respond to disputes.
        pub dispute_management: Option<bool>,
        /// The merchant can change the payout schedule.
        pub edit_payout_schedule: Option<bool>,
        /// The merchant can add bank accounts.
        pub external_account_collection: Option<bool>,
        /// The merchant can request instant payouts.
        pub instant_payouts: Option<bool>,
        /// The merchant can refund payments.
        pub refund_management: Option<bool>,
        /// The merchant can send money.
        pub send_money: Option<bool>,
        /// The merchant can manage Smart Disputes.
        pub smart_disputes_management: Option<bool>,
        /// The merchant can manage spending limits.
        pub spend_control_management: Option<bool>,
        /// The merchant can request payouts.
        pub standard_payouts: Option<bool>,
        /// The merchant can transfer the balance.
        pub transfer_balance: Option<bool>,
    }
}

impl AccountSessionComponents {
    /// Returns the settings of payment methods as the only component, in which merchants choose their own.
    #[must_use]
    pub fn payment_method_settings() -> Self {
        let component = AccountSessionComponent { enabled: true, features: None };
        AccountSessionComponents { payment_method_settings: Some(component), ..Self::default() }
    }
}
