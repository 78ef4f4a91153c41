use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::{Metadata, check_page, check_web_address};
use crate::schema::{At, Given, object, part, record};

object! {
    /// Where Stripe sends events by its v2 API: an address, or a cloud provider's bus.
    ///
    /// <https://docs.stripe.com/api/v2/core/event_destinations/object>
    pub struct EventDestination: "v2.core.event_destination" {
        /// Stripe's id.
        pub id: String,
        /// Your own name for it.
        pub name: Option<String> as personal,
        /// `webhook_endpoint`, `amazon_eventbridge` or `azure_event_grid`.
        pub r#type: Option<String> [open("webhook_endpoint,amazon_eventbridge,azure_event_grid")],
        /// `enabled` or `disabled`.
        pub status: Option<String> [open("enabled,disabled")],
        /// `snapshot` or `thin`.
        pub event_payload: Option<String> [open("snapshot,thin")],
        /// The types of events that are sent.
        pub enabled_events: Vec<String>,
        /// Whose events: `@self`, `@accounts` or another.
        pub events_from: Vec<String>,
        /// The version of Stripe's API in which the objects of snapshots are written.
        pub snapshot_api_version: Option<String>,
        /// The address, where it is one, and only what was asked for with `include`.
        pub webhook_endpoint: Option<DestinationEndpoint>,
        /// Your own text.
        pub description: Option<String> as personal,
        /// Your own data.
        pub metadata: Metadata,
        /// Whether real money moves.
        pub livemode: bool,
        /// When it was made, by RFC 3339.
        pub created: Option<String>,
    }
}

part! {
    /// The address of an event destination.
    pub struct DestinationEndpoint {
        /// Where events are posted to.
        pub url: Option<String> as personal,
        /// The signing secret, `whsec_…`; only in the answer to the creation, and only if `include`
        /// had `webhook_endpoint.signing_secret`. Store it as you store the API key.
        pub signing_secret: Option<String> as secret,
    }
}

record! {
    /// Has events sent somewhere. For the merchants' events, `events_from` is `["@accounts"]`.
    ///
    /// `POST /v2/core/event_destinations`,
    /// <https://docs.stripe.com/api/v2/core/event_destinations/create>.
    #[derive(Eq)]
    pub struct CreateEventDestination {
        required {
            /// Your own name for it.
            pub name: String as personal,
            /// `webhook_endpoint`, `amazon_eventbridge` or `azure_event_grid`.
            pub r#type: String [closed("webhook_endpoint,amazon_eventbridge,azure_event_grid")],
            /// `snapshot` or `thin`.
            pub event_payload: String [closed("snapshot,thin")],
            /// The types of events.
            pub enabled_events: Vec<String>,
        }
        /// Whose events: `@self`, `@accounts`, `@organization_members` or
        /// `@organization_members/@accounts`.
        pub events_from: Vec<String>,
        /// The version of Stripe's API in which the objects of snapshots are written; not for `thin`.
        pub snapshot_api_version: Option<String>,
        /// The address, for `webhook_endpoint`.
        pub webhook_endpoint: Option<WebhookEndpointTarget>,
        /// The bus, for `amazon_eventbridge`.
        pub amazon_eventbridge: Option<AmazonEventBridge>,
        /// The topic, for `azure_event_grid`.
        pub azure_event_grid: Option<AzureEventGrid>,
        /// What the answer should tell: `webhook_endpoint.signing_secret`, which Stripe tells only now,
        /// and `webhook_endpoint.url`.
        pub include: Vec<String>,
        /// Your own text.
        pub description: Option<String> as personal,
        /// Your own data.
        pub metadata: Metadata,
    }
}

record! {
    /// An address that events are posted to.
    #[derive(Eq)]
    pub struct WebhookEndpointTarget {
        required {
            /// https in live mode.
            pub url: String as personal,
        }
    }
}

record! {
    /// A bus of Amazon EventBridge.
    #[derive(Eq)]
    pub struct AmazonEventBridge {
        required {
            /// The AWS account that the bus is in.
            pub aws_account_id: String,
            /// Its region, such as `us-east-1`.
            pub aws_region: String,
        }
    }
}

record! {
    /// A topic of Azure Event Grid.
    #[derive(Eq)]
    pub struct AzureEventGrid {
        required {
            /// The subscription that the topic is in.
            pub azure_subscription_id: String,
            /// Its resource group.
            pub azure_resource_group_name: String,
            /// Its region.
            pub azure_region: String,
        }
    }
}

fn check_destination(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CreateEventDestination>;
    let text = |field| given.text(field).unwrap_or_default();
    if text(F::name).is_empty() {
        faults.push(Fault::new("name", "missing_parameter", "expected a name"));
    }
    if !given.has(F::enabled_events) {
        let text = "expected at least one type of event";
        faults.push(Fault::new("enabled_events", "missing_parameter", text));
    }
    for (target, field) in [
        ("webhook_endpoint", F::webhook_endpoint),
        ("amazon_eventbridge", F::amazon_eventbridge),
        ("azure_event_grid", F::azure_event_grid),
    ] {
        match (text(F::r#type) == target, given.has(field)) {
            (true, false) => {
                faults.push(Fault::new(target, "missing_parameter", "expected where the events go"));
            }
            (false, true) => {
                let text = format!("this is for the type `{target}`");
                faults.push(Fault::new(target, "parameters_exclusive", text));
            }
            _ => {}
        }
    }
    if text(F::event_payload) == "thin" && given.has(F::snapshot_api_version) {
        let text = "thin events have no version: leave it out";
        faults.push(Fault::new("snapshot_api_version", "parameters_exclusive", text));
    }
    let endpoint = given.record(F::webhook_endpoint);
    let url = endpoint.and_then(|endpoint| endpoint.text(At::<WebhookEndpointTarget>::url));
    check_web_address(url, "webhook_endpoint.url", faults);
}

operation!(
    CreateEventDestination, "v2.core.event_destinations.create",
    Write: Post "/v2/core/event_destinations" -> EventDestination,
    [OnPlatform],
    rule check_destination,
    was "event_destinations.create"
);

record! {
    /// Reads an event destination.
    ///
    /// `GET /v2/core/event_destinations/{id}`,
    /// <https://docs.stripe.com/api/v2/core/event_destinations/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveEventDestination {
        path {
            /// Stripe's id.
            pub id: String,
        }
        /// What the answer should tell besides: `webhook_endpoint.url`.
        pub include: Vec<String>,
    }
}

operation!(
    RetrieveEventDestination, "v2.core.event_destinations.retrieve",
    Read: Get "/v2/core/event_destinations/{id}" (id:) -> EventDestination,
    [OnPlatform],
    was "event_destinations.retrieve"
);

record! {
    /// Lists the platform's event destinations.
    ///
    /// `GET /v2/core/event_destinations`,
    /// <https://docs.stripe.com/api/v2/core/event_destinations/list>.
    #[derive(Eq)]
    pub struct ListEventDestinations {
        /// How many objects a page has: 1 to 100.
        pub limit: Option<i64>,
        /// What the answer should tell besides: `webhook_endpoint.url`.
        pub include: Vec<String>,
    }
}

fn check_limit(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    // Pages of v2 name the next one themselves, so there is nothing else.
    check_page(given, [At::<ListEventDestinations>::limit, usize::MAX, usize::MAX], faults);
}

operation!(
    ListEventDestinations, "v2.core.event_destinations.list",
    Read: Get "/v2/core/event_destinations" -> Page<EventDestination>,
    [OnPlatform, List],
    rule check_limit,
    was "event_destinations.list"
);

record! {
    /// Has events sent to a destination again that was disabled.
    ///
    /// `POST /v2/core/event_destinations/{id}/enable`,
    /// <https://docs.stripe.com/api/v2/core/event_destinations/enable>.
    #[derive(Eq)]
    pub struct EnableEventDestination {
        path {
            /// Stripe's id.
            pub id: String,
        }
    }
}

operation!(
    EnableEventDestination, "v2.core.event_destinations.enable",
    Write: Post "/v2/core/event_destinations/{id}/enable" (id:) -> EventDestination,
    [OnPlatform],
    was "event_destinations.enable"
);

record! {
    /// Has no events sent to a destination until it is enabled again.
    ///
    /// `POST /v2/core/event_destinations/{id}/disable`,
    /// <https://docs.stripe.com/api/v2/core/event_destinations/disable>.
    #[derive(Eq)]
    pub struct DisableEventDestination {
        path {
            /// Stripe's id.
            pub id: String,
        }
    }
}

operation!(
    DisableEventDestination, "v2.core.event_destinations.disable",
    Write: Post "/v2/core/event_destinations/{id}/disable" (id:) -> EventDestination,
    [OnPlatform],
    was "event_destinations.disable"
);
