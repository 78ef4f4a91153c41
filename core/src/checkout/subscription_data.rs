use crate::params::Metadata;
use crate::percent::Percent;
use crate::schema::record;

use super::words::{
    BillingModeType, Interval, LiabilityType, MissingPaymentMethod, ProrationBehavior, ProrationDiscounts,
};

record! {
    /// What a Checkout Session in `subscription` mode passes on to its subscription.
    #[derive(Eq)]
    pub struct SubscriptionData {
        /// The fee that the platform keeps from every invoice, in percent: 0 to 100 with at most two
        /// decimals.
        pub application_fee_percent: Option<Percent>,
        /// When the first full period starts, in unix seconds; not together with
        /// `billing_cycle_anchor_config`.
        pub billing_cycle_anchor: Option<i64> [time],
        /// On which day and at what time periods start.
        pub billing_cycle_anchor_config: Option<BillingCycleAnchorConfig>,
        /// How Stripe computes prorations.
        pub billing_mode: Option<BillingMode>,
        /// Tax rates on the merchant's account, `txr_…`.
        pub default_tax_rates: Vec<String> [most(5000)],
        /// The description that the customer sees on the invoice, at most 500 characters.
        pub description: Option<String> as personal [most(500)],
        /// What the invoices contain.
        pub invoice_settings: Option<SubscriptionInvoiceSettings>,
        /// Your own metadata, stored on the subscription and its invoices: at most 50 keys.
        pub metadata: Metadata,
        /// How often pending invoice items are invoiced.
        pub pending_invoice_item_interval: Option<PendingInvoiceItemInterval>,
        /// `create_prorations` or `none`, for the time before the first full period.
        pub proration_behavior: Option<ProrationBehavior>,
        /// When the trial ends, in unix seconds: at least 48 hours ahead; not together with
        /// `trial_period_days`.
        pub trial_end: Option<i64> [time],
        /// The length of the trial in days, at least 1.
        pub trial_period_days: Option<i64>,
        /// What happens when the trial ends.
        pub trial_settings: Option<TrialSettings>,
    }
}

record! {
    /// On which day and at what time periods start, in UTC.
    #[derive(Eq)]
    pub struct BillingCycleAnchorConfig {
        required {
            /// The day of the month, 1 to 31; the last day in shorter months.
            pub day_of_month: i64,
        }
        /// The month, 1 to 12, for yearly prices.
        pub month: Option<i64>,
        /// The hour, 0 to 23.
        pub hour: Option<i64>,
        /// The minute, 0 to 59.
        pub minute: Option<i64>,
        /// The second, 0 to 59.
        pub second: Option<i64>,
    }
}

record! {
    /// How Stripe computes prorations.
    #[derive(Eq)]
    pub struct BillingMode {
        required {
            /// `classic` or `flexible`.
            pub r#type: BillingModeType,
        }
        /// Settings for `flexible`.
        pub flexible: Option<FlexibleBilling>,
    }
}

record! {
    /// Settings of flexible billing.
    #[derive(Eq)]
    pub struct FlexibleBilling {
        /// How invoices display prorations and discounts: `included` or `itemized`.
        pub proration_discounts: Option<ProrationDiscounts>,
    }
}

record! {
    /// What a subscription's invoices contain.
    #[derive(Eq)]
    pub struct SubscriptionInvoiceSettings {
        /// The merchant's tax ids, `txi_…`.
        pub account_tax_ids: Vec<String> as personal,
        /// Your own lines on the invoice.
        pub custom_fields: Vec<InvoiceField>,
        /// The description on the invoice.
        pub description: Option<String> as personal,
        /// The footer of the invoice.
        pub footer: Option<String> as personal,
        /// The account whose details the invoice shows.
        pub issuer: Option<Issuer>,
    }
}

record! {
    /// Your own line on an invoice.
    #[derive(Eq)]
    pub struct InvoiceField {
        required {
            /// Its name, at most 40 characters.
            pub name: String as personal [most(40)],
            /// Its value, at most 140 characters.
            pub value: String as personal [most(140)],
        }
    }
}

record! {
    /// The account whose details an invoice shows.
    #[derive(Eq)]
    pub struct Issuer {
        required {
            /// `self` or `account`.
            pub r#type: LiabilityType,
        }
        /// The account's id, for `account`.
        pub account: Option<String>,
    }
}

record! {
    /// How often pending invoice items are invoiced.
    #[derive(Eq)]
    pub struct PendingInvoiceItemInterval {
        required {
            /// `day`, `week`, `month` or `year`.
            pub interval: Interval,
        }
        /// The number of intervals between two invoices.
        pub interval_count: Option<i64>,
    }
}

record! {
    /// What happens when a trial ends.
    #[derive(Eq)]
    pub struct TrialSettings {
        required {
            /// What happens if there is no payment method.
            pub end_behavior: TrialEndBehavior,
        }
    }
}

record! {
    /// What happens when a trial ends without a payment method.
    #[derive(Eq)]
    pub struct TrialEndBehavior {
        required {
            /// `cancel`, `create_invoice` or `pause`.
            pub missing_payment_method: MissingPaymentMethod,
        }
    }
}
