//! Events: one JSON object each, with the endpoints that receive it.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{API_VERSION, Registered, Scope, Stripe};

/// An event.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub(crate) id: String,
    pub(crate) kind: &'static str,
    pub(crate) scope: Scope,
    pub(crate) created: i64,
    pub(crate) body: Value,
}

/// The cause of an event: an API request, or the buyer and the passing of time.
#[derive(Debug, Clone)]
pub(crate) enum Cause {
    Request { id: String, idempotency_key: Option<String> },
    Time,
}

/// One event for one endpoint, ready to be signed and sent.
#[derive(Debug, Clone)]
pub(crate) struct Delivery {
    pub(crate) event: String,
    pub(crate) to: Registered,
    pub(crate) body: Arc<str>,
}

impl Stripe {
    pub(super) fn emit(&mut self, scope: &Scope, kind: &'static str, object: Value, cause: &Cause) {
        self.emit_data(scope, kind, json!({ "object": object }), cause);
    }

    /// Does the same, with the earlier values of the changed members.
    pub(super) fn emit_change(
        &mut self,
        scope: &Scope,
        kind: &'static str,
        object: Value,
        before: Value,
        cause: &Cause,
    ) {
        self.emit_data(scope, kind, json!({ "object": object, "previous_attributes": before }), cause);
    }

    fn emit_data(&mut self, scope: &Scope, kind: &'static str, data: Value, cause: &Cause) {
        let request = match cause {
            Cause::Request { id, idempotency_key } => json!({ "id": id, "idempotency_key": idempotency_key }),
            Cause::Time => json!({ "id": null, "idempotency_key": null }),
        };
        let id = self.next_id("evt_1", 23);
        let receivers = self.receivers(scope);
        let mut body = json!({
            "id": id,
            "object": "event",
            "api_version": API_VERSION,
            "created": self.now,
            "data": data,
            "livemode": false,
            "pending_webhooks": receivers.len(),
            "request": request,
            "type": kind,
        });
        if let Some(account) = scope.account() {
            body["account"] = json!(account);
        }
        let event = Event { id, kind, scope: scope.clone(), created: self.now, body };
        self.post(&event, receivers);
        self.events.push(event);
    }

    /// Keeps an event of v2 and sends its notification; what only the event itself holds is `data`.
    pub(super) fn keep_v2(&mut self, id: String, kind: &'static str, body: Value, data: Value) {
        let receivers = self.receivers(&Scope::Platform);
        let mut event = Event { id, kind, scope: Scope::Platform, created: self.now, body };
        self.post(&event, receivers);
        if !data.is_null() {
            event.body["data"] = data;
        }
        self.events.push(event);
    }

    /// Sends a known event again; returns `false` if there is none with that id.
    pub(crate) fn resend(&mut self, id: &str) -> bool {
        let Some(event) = self.events.iter().find(|event| event.id == id).cloned() else {
            return false;
        };
        let receivers = self.receivers(&event.scope);
        self.post(&event, receivers);
        true
    }

    fn receivers(&self, scope: &Scope) -> Vec<Registered> {
        let connected = scope.account().is_some();
        self.endpoints.iter().filter(|registered| registered.endpoint.connect == connected).cloned().collect()
    }

    fn post(&mut self, event: &Event, receivers: Vec<Registered>) {
        // Stripe's JSON is indented; a receiver that re-serializes it before verification must fail.
        let body: Arc<str> = format!("{:#}", event.body).into();
        self.outbox.extend(receivers.into_iter().map(|to| Delivery {
            event: event.id.clone(),
            to,
            body: Arc::clone(&body),
        }));
    }
}
