use crate::operation::operation;
use crate::schema::{object, part, record};

object! {
    /// An event of the v2 API, as it is retrieved after a thin notification.
    ///
    /// <https://docs.stripe.com/api/v2/core/events/object>
    pub struct V2Event: "v2.core.event" {
        /// `evt_…`
        pub id: String,
        /// What happened, such as `v1.checkout.session.completed`.
        pub r#type: Option<String>,
        /// The account on which it happened; absent for the platform's own.
        pub context: Option<String>,
        /// The object that the event is about.
        pub related_object: Option<V2RelatedObject>,
        /// The account that an event about links or persons is about, `acct_…`.
        pub account_id: Option<String> [from(&["data.account_id"])],
        /// The capability whose status has changed, such as `card_payments`.
        pub updated_capability: Option<String> [from(&["data.updated_capability"])],
        /// What a link was for: `account_onboarding` or `account_update`.
        pub use_case: Option<String> [from(&["data.use_case"])],
        /// Which configurations the merchant was asked for under a link: `merchant`, `customer`, `recipient`.
        pub configurations: Vec<String> [from(&["data.configurations"])],
        /// The id of the same event in the shape of v1, `evt_…`.
        pub snapshot_event: Option<String>,
        /// Whether it happened in live mode.
        pub livemode: bool,
        /// When it was created, in RFC 3339 format.
        pub created: Option<String>,
    }
}

part! {
    /// The object that an event is about.
    pub struct V2RelatedObject {
        /// Its id; singleton objects have none.
        pub id: Option<String>,
        /// Its type, such as `checkout.session`.
        pub r#type: Option<String>,
        /// The path to retrieve it from, on the event's account.
        pub url: Option<String>,
    }
}

record! {
    /// Retrieves an event of the v2 API of the last 30 days: a merchant's through the merchant, the
    /// platform's own through the platform.
    ///
    /// `GET /v2/core/events/{id}`, <https://docs.stripe.com/api/v2/core/events/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveV2Event {
        path {
            /// `evt_…`
            pub id: String,
        }
    }
}

operation!(
    RetrieveV2Event, "v2.core.events.retrieve",
    Read: Get "/v2/core/events/{id}" (id: "evt_") -> V2Event,
    [OnMerchant, OnPlatform],
    was "v2_events.retrieve"
);
