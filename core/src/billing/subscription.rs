use crate::operation::operation;
use crate::params::Metadata;
use crate::schema::{At, Dynamic, Of, Shape, Slot, answers, object, params, part, words};

object! {
    /// A subscription: on the merchant's account, of a customer of the merchant; on the platform's account,
    /// of a merchant.
    ///
    /// <https://docs.stripe.com/api/subscriptions/object>
    pub struct Subscription: "subscription" then take_older_period {
        /// `sub_…`
        pub id: String,
        /// `trialing`, `active`, `past_due`, `unpaid`, `paused`, `canceled`, `incomplete` or
        /// `incomplete_expired`.
        pub status: Option<SubscriptionStatus>,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// `cus_…` on the same account.
        pub customer: Option<String>,
        /// The merchant that is billed by its account, `acct_…`, instead of `customer`.
        pub customer_account: Option<String>,
        /// The items of the subscription.
        pub items: Vec<SubscriptionItem>,
        /// `in_…`
        pub latest_invoice: Option<String>,
        /// Whether it is canceled at the end of the current period.
        pub cancel_at_period_end: bool,
        /// When it will be canceled, in unix seconds.
        pub cancel_at: Option<i64>,
        /// When the cancellation was requested, in unix seconds; the subscription may continue until the end
        /// of the period.
        pub canceled_at: Option<i64>,
        /// When it ended, in unix seconds.
        pub ended_at: Option<i64>,
        /// When its trial began, in unix seconds.
        pub trial_start: Option<i64>,
        /// When its trial ends, in unix seconds.
        pub trial_end: Option<i64>,
        /// `charge_automatically` or `send_invoice`.
        pub collection_method: Option<CollectionMethod>,
        /// Your own metadata.
        pub metadata: Metadata,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

words! {
    /// How an invoice is collected.
    pub enum CollectionMethod { ChargeAutomatically = "charge_automatically", SendInvoice = "send_invoice" }
}

words! {
    /// How a subscription stands.
    pub enum SubscriptionStatus {
        Trialing = "trialing", Active = "active", PastDue = "past_due", Unpaid = "unpaid",
        Paused = "paused", Canceled = "canceled", Incomplete = "incomplete",
        IncompleteExpired = "incomplete_expired",
    }
}

/// Before 2025-03-31 the subscription had one period for all of its items.
fn take_older_period(subscription: &mut Dynamic<'_>) {
    type F = At<SubscriptionItem>;
    let lacks = |slot: &Slot<'_>, field: usize| match slot {
        Slot::Record(item) => matches!(item.slots.get(field), Some(Slot::Absent)),
        _ => false,
    };
    let raw = subscription.raw;
    let Some(Slot::List(items)) = subscription.slots.get_mut(At::<Subscription>::items) else { return };
    if !items.iter().any(|item| lacks(item, F::current_period_end)) {
        return;
    }
    let integer = Shape { optional: true, ..Shape::of(Of::Integer) };
    for (field, name) in
        [(F::current_period_start, "current_period_start"), (F::current_period_end, "current_period_end")]
    {
        let Some(time) = answers::at(raw, &[name], integer) else { continue };
        for slot in items.iter_mut().filter(|slot| lacks(slot, field)) {
            if let Slot::Record(item) = slot {
                item.set(field, time.clone());
            }
        }
    }
}

part! {
    /// An item of a subscription.
    pub struct SubscriptionItem {
        /// `si_…`
        pub id: Option<String>,
        /// `price_…`
        pub price: Option<String>,
        /// The quantity.
        pub quantity: Option<i64>,
        /// The start of the current period, in unix seconds; in API versions before 2025-03-31, that of the
        /// whole subscription.
        pub current_period_start: Option<i64>,
        /// The end of the current period, up to which it is paid, in unix seconds; in API versions before
        /// 2025-03-31, that of the whole subscription.
        pub current_period_end: Option<i64>,
    }
}

params! {
    /// Retrieves a subscription from the account that it is on; it does not exist on any other account.
    ///
    /// `GET /v1/subscriptions/{id}`, <https://docs.stripe.com/api/subscriptions/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveSubscription {
        path {
            /// `sub_…`
            pub id: String,
        }
    }
}

operation!(
    RetrieveSubscription, "subscriptions.retrieve",
    Read: Get "/v1/subscriptions/{id}" (id: "sub_") -> Subscription,
    [OnMerchant, OnPlatform]
);
