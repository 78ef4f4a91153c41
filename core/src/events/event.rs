use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::{Created, check_page};
use crate::schema::{At, Given, object, params};

object! {
    /// An event as Stripe stores it. Its object is in the raw JSON, under `data.object`.
    ///
    /// <https://docs.stripe.com/api/events/object>
    pub struct StoredEvent: "event" {
        /// `evt_…`
        pub id: String,
        /// What happened, such as `checkout.session.completed`.
        pub r#type: Option<String>,
        /// The connected account on which it happened; absent for the platform's own.
        pub account: Option<String>,
        /// The API version of the object.
        pub api_version: Option<String>,
        /// The number of endpoints that it has not been delivered to yet.
        pub pending_webhooks: Option<i64>,
        /// Whether it happened in live mode.
        pub livemode: bool,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

params! {
    /// Retrieves an event of the last 30 days: a merchant's through the merchant, the platform's own through
    /// the platform.
    ///
    /// `GET /v1/events/{id}`, <https://docs.stripe.com/api/events/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveEvent {
        path {
            /// `evt_…`
            pub id: String,
        }
    }
}

operation!(
    RetrieveEvent, "events.retrieve",
    Read: Get "/v1/events/{id}" (id: "evt_") -> StoredEvent,
    [OnMerchant, OnPlatform]
);

params! {
    /// Lists the events of the last 30 days, newest first: a merchant's through the merchant, the platform's
    /// own through the platform. With `delivery_success: false` it lists those whose delivery failed.
    ///
    /// `GET /v1/events`, <https://docs.stripe.com/api/events/list>.
    pub struct ListEvents {
        /// Only those created in this period.
        pub created: Option<Created>,
        /// Only those delivered to all endpoints, or only those that were not.
        pub delivery_success: Option<bool>,
        /// Only those of this type; it may end in `.*`.
        pub r#type: Option<String>,
        /// Only those of these types, at most 20; not together with `type`.
        pub types: Vec<String>,
        /// The page size, 1 to 100; 10 if absent.
        pub limit: Option<i64>,
        /// The id after which the page starts; the call's `next_page` fills it in.
        pub starting_after: Option<String>,
        /// The id before which the page ends, to list backwards.
        pub ending_before: Option<String>,
    }
}

fn check_list(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<ListEvents>;
    if given.has(F::r#type) && given.has(F::types) {
        let text = "expected `type` or `types`, not both";
        faults.push(Fault::new("types", "parameters_exclusive", text));
    }
    if given.count(F::types) > 20 {
        faults.push(Fault::new("types", "too_many_items", "expected at most 20 types"));
    }
    check_page(given, [F::limit, F::starting_after, F::ending_before], faults);
}

operation!(
    ListEvents, "events.list",
    Read: Get "/v1/events" -> Page<StoredEvent>,
    [OnMerchant, OnPlatform, List],
    rule check_list
);
