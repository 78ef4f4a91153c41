//! Events that Stripe stores for 30 days, and where Stripe sends them: webhook endpoints and, in the v2 API,
//! event destinations.
//!
//! For events that arrive at an endpoint, see [`webhook`](crate::webhook). The events that are retrieved here
//! show what was missed.

mod destination;
mod endpoint;
mod event;
mod v2_event;

pub use destination::{
    AmazonEventBridge, AzureEventGrid, CreateEventDestination, DestinationEndpoint, DestinationStatus,
    DestinationType, DisableEventDestination, EnableEventDestination, EventDestination, EventPayload,
    ListEventDestinations, RetrieveEventDestination, WebhookEndpointTarget,
};
pub use endpoint::{
    CreateWebhookEndpoint, DeleteWebhookEndpoint, DeletedObject, EndpointStatus, ListWebhookEndpoints,
    RetrieveWebhookEndpoint, UpdateWebhookEndpoint, WebhookEndpoint,
};
pub use event::{ListEvents, RetrieveEvent, StoredEvent};
pub use v2_event::{RetrieveV2Event, V2Event, V2RelatedObject};
