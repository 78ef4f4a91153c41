use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::params::{Metadata, check_web_address};
use crate::schema::{At, Given, list_params, object, params};

object! {
    /// An address to which Stripe posts events.
    ///
    /// <https://docs.stripe.com/api/webhook_endpoints/object>
    pub struct WebhookEndpoint: "webhook_endpoint" {
        /// `we_…`
        pub id: String,
        /// Where events are posted to.
        pub url: Option<String> as personal,
        /// `enabled` or `disabled`.
        pub status: Option<String> [open("enabled,disabled")],
        /// The types of events that are posted; `*` for all but those that must be chosen by name.
        pub enabled_events: Vec<String>,
        /// The version of Stripe's API in which objects are written.
        pub api_version: Option<String>,
        /// The Connect application, where the endpoint receives connected accounts' events.
        pub application: Option<String>,
        /// Your own text.
        pub description: Option<String> as personal,
        /// Your own data.
        pub metadata: Metadata,
        /// Whether real money moves.
        pub livemode: bool,
        /// Unix seconds.
        pub created: Option<i64>,
        /// The signing secret, `whsec_…`. Stripe tells it once, in the answer to the creation: store
        /// it as you store the API key.
        pub secret: Option<String> as secret,
    }
}

object! {
    /// What is left of an object that was deleted.
    pub struct DeletedObject: "" {
        /// The id that it had.
        pub id: String,
        /// Whether it is gone.
        pub deleted: bool,
    }
}

params! {
    /// Has events posted to an address. A platform needs two: one with `connect` for its merchants'
    /// events, one without for its own, such as `application_fee.created`; each has its own secret.
    ///
    /// `POST /v1/webhook_endpoints`, <https://docs.stripe.com/api/webhook_endpoints/create>.
    #[derive(Eq)]
    pub struct CreateWebhookEndpoint {
        required {
            /// Where to post them: https in live mode.
            pub url: String as personal,
            /// The types, such as `checkout.session.completed`; `*` for all.
            pub enabled_events: Vec<String>,
        }
        /// Whether it receives connected accounts' events instead of the platform's own. It cannot be
        /// changed later.
        pub connect: Option<bool>,
        /// The version of Stripe's API in which objects are written; the account's own if absent. It
        /// cannot be changed later.
        pub api_version: Option<String>,
        /// Your own text.
        pub description: Option<String> as personal [unset],
        /// Your own data: at most 50 keys.
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
    /// Reads a webhook endpoint, without its secret.
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
    /// Changes a webhook endpoint. Its secret stays.
    ///
    /// `POST /v1/webhook_endpoints/{id}`, <https://docs.stripe.com/api/webhook_endpoints/update>.
    #[derive(Eq)]
    pub struct UpdateWebhookEndpoint {
        path {
            /// `we_…`
            pub id: String,
        }
        /// Where to post events: https in live mode.
        pub url: Option<String> as personal,
        /// All types from now on, not only new ones.
        pub enabled_events: Vec<String>,
        /// Whether nothing is posted for now.
        pub disabled: Option<bool>,
        /// Your own text; empty removes it.
        pub description: Option<String> as personal [unset],
        /// Your own data: at most 50 keys. A key with an empty value is removed.
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
    /// Deletes a webhook endpoint. Events that it has not taken yet are not posted any more. It needs no
    /// idempotency key: a second time there is nothing to delete, and Stripe answers with 404.
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
