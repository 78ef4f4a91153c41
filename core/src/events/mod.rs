//! Events as Stripe keeps them for 30 days, and where Stripe sends them: webhook endpoints and, in
//! its newer API, event destinations.
//!
//! What arrives at an endpoint is [`webhook`](crate::webhook)'s. The events that are read here say
//! what was missed.

mod destination;
mod endpoint;
mod event;
mod v2_event;

pub use destination::{
    AmazonEventBridge, AzureEventGrid, CreateEventDestination, DestinationEndpoint, DisableEventDestination,
    EnableEventDestination, EventDestination, ListEventDestinations, RetrieveEventDestination,
    WebhookEndpointTarget,
};
pub use endpoint::{
    CreateWebhookEndpoint, DeleteWebhookEndpoint, DeletedObject, ListWebhookEndpoints,
    RetrieveWebhookEndpoint, UpdateWebhookEndpoint, WebhookEndpoint,
};
pub use event::{ListEvents, RetrieveEvent, StoredEvent};
pub use v2_event::{RetrieveV2Event, V2Event, V2RelatedObject};
