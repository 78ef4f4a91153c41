use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::{Metadata, check_page, check_web_address};
use crate::schema::{At, Given, object, part, record, words};

object! {
    /// A destination to which Stripe sends events through its v2 API: a URL, or a cloud provider's event bus.
    ///
    /// <https://docs.stripe.com/api/v2/core/event_destinations/object>
    pub struct EventDestination: "v2.core.event_destination" {
        /// Stripe's id.
        pub id: String,
        /// Your own name for it.
        pub name: Option<String> as personal,
        /// `webhook_endpoint`, `amazon_eventbridge` or `azure_event_grid`.
        pub r#type: Option<DestinationType>,
        /// `enabled` or `disabled`.
        pub status: Option<DestinationStatus>,
        /// `snapshot` or `thin`.
        pub event_payload: Option<EventPayload>,
        /// The event types that it receives.
        pub enabled_events: Vec<String>,
        /// Whose events it receives: `@self`, `@accounts` or another.
        pub events_from: Vec<String>,
        /// The API version of the objects in snapshot events.
        pub snapshot_api_version: Option<String>,
        /// The webhook endpoint, if it is one; only the fields requested with `include`.
        pub webhook_endpoint: Option<DestinationEndpoint>,
        /// Your own description.
        pub description: Option<String> as personal,
        /// Your own metadata.
        pub metadata: Metadata,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// When it was created, in RFC 3339 format.
        pub created: Option<String>,
    }
}

words! {
    /// What form of events is sent.
    pub enum EventPayload { Snapshot = "snapshot", Thin = "thin" }
}

words! {
    /// Whether events are sent.
    pub enum DestinationStatus { Enabled = "enabled", Disabled = "disabled" }
}

words! {
    /// What events are sent to.
    pub enum DestinationType {
        WebhookEndpoint = "webhook_endpoint", AmazonEventbridge = "amazon_eventbridge",
        AzureEventGrid = "azure_event_grid",
    }
}

part! {
    /// The URL of an event destination.
    pub struct DestinationEndpoint {
        /// The URL that events are posted to.
        pub url: Option<String> as personal,
        /// The signing secret, `whsec_…`; only in the response to the creation, and only if `include`
        /// contained `webhook_endpoint.signing_secret`. Store it as securely as the API key.
        pub signing_secret: Option<String> as secret,
    }
}

record! {
    /// Creates an event destination. For the merchants' events, `events_from` is `["@accounts"]`.
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
            /// The event types to send.
            pub enabled_events: Vec<String>,
        }
        /// Whose events to send: `@self`, `@accounts`, `@organization_members` or
        /// `@organization_members/@accounts`.
        pub events_from: Vec<String>,
        /// The API version of the objects in snapshot events; not for `thin`.
        pub snapshot_api_version: Option<String>,
        /// The URL, for `webhook_endpoint`.
        pub webhook_endpoint: Option<WebhookEndpointTarget>,
        /// The event bus, for `amazon_eventbridge`.
        pub amazon_eventbridge: Option<AmazonEventBridge>,
        /// The topic, for `azure_event_grid`.
        pub azure_event_grid: Option<AzureEventGrid>,
        /// What else the response contains: `webhook_endpoint.signing_secret`, which Stripe only returns now,
        /// and `webhook_endpoint.url`.
        pub include: Vec<String>,
        /// Your own description.
        pub description: Option<String> as personal,
        /// Your own metadata.
        pub metadata: Metadata,
    }
}

record! {
    /// A URL that events are posted to.
    #[derive(Eq)]
    pub struct WebhookEndpointTarget {
        required {
            /// The URL; https in live mode.
            pub url: String as personal,
        }
    }
}

record! {
    /// An event bus of Amazon EventBridge.
    #[derive(Eq)]
    pub struct AmazonEventBridge {
        required {
            /// The AWS account that the event bus is in.
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
            /// The Azure subscription that the topic is in.
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
                faults.push(Fault::new(target, "missing_parameter", "expected the destination's settings"));
            }
            (false, true) => {
                let text = format!("this is for the type `{target}`");
                faults.push(Fault::new(target, "parameters_exclusive", text));
            }
            _ => {}
        }
    }
    if text(F::event_payload) == "thin" && given.has(F::snapshot_api_version) {
        let text = "thin events have no API version: leave it out";
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
    /// Retrieves an event destination.
    ///
    /// `GET /v2/core/event_destinations/{id}`,
    /// <https://docs.stripe.com/api/v2/core/event_destinations/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveEventDestination {
        path {
            /// Stripe's id.
            pub id: String,
        }
        /// What else the response contains: `webhook_endpoint.url`.
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
        /// The page size, 1 to 100.
        pub limit: Option<i64>,
        /// What else the response contains: `webhook_endpoint.url`.
        pub include: Vec<String>,
    }
}

fn check_limit(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    // Pages of v2 contain the URL of the next page, so there are no other parameters.
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
    /// Enables a disabled event destination.
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
    /// Disables an event destination: it receives no events until it is enabled again.
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
