use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::{Metadata, check_web_address};
use crate::schema::{At, Given, list_params, object, params, words};

object! {
    /// A URL to which Stripe posts events.
    ///
    /// <https://docs.stripe.com/api/webhook_endpoints/object>
    pub struct WebhookEndpoint: "webhook_endpoint" {
        /// `we_…`
        pub id: String,
        /// The URL that events are posted to.
        pub url: Option<String> as personal,
        /// `enabled` or `disabled`.
        pub status: Option<EndpointStatus>,
        /// The event types that are posted; `*` for all except those that must be named explicitly.
        pub enabled_events: Vec<String>,
        /// The API version of the objects in its events.
        pub api_version: Option<String>,
        /// The Connect application, if the endpoint receives events of connected accounts.
        pub application: Option<String>,
        /// Your own description.
        pub description: Option<String> as personal,
        /// Your own metadata.
        pub metadata: Metadata,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
        /// The signing secret, `whsec_…`, which is only in the response to the creation. Store it as securely
        /// as the API key.
        pub secret: Option<String> as secret,
    }
}

words! {
    /// Whether events are sent.
    pub enum EndpointStatus { Enabled = "enabled", Disabled = "disabled" }
}

object! {
    /// What remains of a deleted object.
    pub struct DeletedObject: "" {
        /// The id that it had.
        pub id: String,
        /// Whether it was deleted.
        pub deleted: bool,
    }
}

params! {
    /// Creates a webhook endpoint. A platform needs two, each with its own secret: one with `connect` for its
    /// merchants' events, and one without for its own, such as `application_fee.created`.
    ///
    /// `POST /v1/webhook_endpoints`, <https://docs.stripe.com/api/webhook_endpoints/create>.
    #[derive(Eq)]
    pub struct CreateWebhookEndpoint {
        required {
            /// The URL to post events to; https in live mode.
            pub url: String as personal,
            /// The event types, such as `checkout.session.completed`; `*` for all.
            pub enabled_events: Vec<String>,
        }
        /// Whether it receives the events of connected accounts instead of the platform's own. This cannot be
        /// changed later.
        pub connect: Option<bool>,
        /// The API version of the objects in its events; the account's default if absent. It cannot be
        /// changed later.
        pub api_version: Option<String>,
        /// Your own description.
        pub description: Option<String> as personal [unset],
        /// Your own metadata: at most 50 keys.
        pub metadata: Metadata,
    }
}

fn check_new_endpoint(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CreateWebhookEndpoint>;
    check_web_address(given.text(F::url), "url", faults);
    if !given.has(F::enabled_events) {
        let text = "expected at least one type of event, or `*`";
        faults.push(Fault::new("enabled_events", "missing_parameter", text));
    }
}

operation!(
    CreateWebhookEndpoint, "webhook_endpoints.create",
    Write: Post "/v1/webhook_endpoints" -> WebhookEndpoint,
    [OnPlatform],
    rule check_new_endpoint
);

params! {
    /// Retrieves a webhook endpoint, without its secret.
    ///
    /// `GET /v1/webhook_endpoints/{id}`, <https://docs.stripe.com/api/webhook_endpoints/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveWebhookEndpoint {
        path {
            /// `we_…`
            pub id: String,
        }
    }
}

operation!(
    RetrieveWebhookEndpoint, "webhook_endpoints.retrieve",
    Read: Get "/v1/webhook_endpoints/{id}" (id: "we_") -> WebhookEndpoint,
    [OnPlatform]
);

list_params! {
    /// Lists the platform's webhook endpoints.
    ///
    /// `GET /v1/webhook_endpoints`, <https://docs.stripe.com/api/webhook_endpoints/list>.
    #[derive(Eq)]
    pub struct ListWebhookEndpoints {}
}

operation!(
    ListWebhookEndpoints, "webhook_endpoints.list",
    Read: Get "/v1/webhook_endpoints" -> Page<WebhookEndpoint>,
    [OnPlatform, List],
    rule ListWebhookEndpoints::check_page
);

params! {
    /// Updates a webhook endpoint. Its secret does not change.
    ///
    /// `POST /v1/webhook_endpoints/{id}`, <https://docs.stripe.com/api/webhook_endpoints/update>.
    #[derive(Eq)]
    pub struct UpdateWebhookEndpoint {
        path {
            /// `we_…`
            pub id: String,
        }
        /// The URL to post events to; https in live mode.
        pub url: Option<String> as personal,
        /// All event types from now on, not only new ones.
        pub enabled_events: Vec<String>,
        /// Whether the endpoint is disabled.
        pub disabled: Option<bool>,
        /// Your own description; an empty text removes it.
        pub description: Option<String> as personal [unset],
        /// Your own metadata: at most 50 keys. A key with an empty value is removed.
        pub metadata: Metadata,
    }
}

fn check_endpoint(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    check_web_address(given.text(At::<UpdateWebhookEndpoint>::url), "url", faults);
}

operation!(
    UpdateWebhookEndpoint, "webhook_endpoints.update",
    Write: Post "/v1/webhook_endpoints/{id}" (id: "we_") -> WebhookEndpoint,
    [OnPlatform],
    rule check_endpoint
);

params! {
    /// Deletes a webhook endpoint. Events that it has not received yet are no longer posted. It needs no
    /// idempotency key: a second call finds nothing to delete, and Stripe responds with status 404.
    ///
    /// `DELETE /v1/webhook_endpoints/{id}`, <https://docs.stripe.com/api/webhook_endpoints/delete>.
    #[derive(Eq)]
    pub struct DeleteWebhookEndpoint {
        path {
            /// `we_…`
            pub id: String,
        }
    }
}

operation!(
    DeleteWebhookEndpoint, "webhook_endpoints.delete",
    Delete: Delete "/v1/webhook_endpoints/{id}" (id: "we_") -> DeletedObject,
    [OnPlatform]
);
