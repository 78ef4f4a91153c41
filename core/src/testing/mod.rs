//! Events as Stripe sends them, for offline tests of your own webhook handler.
//!
//! This module, [`webhook::sign`](crate::webhook::sign) and this example need the feature `testing`. Enable
//! it only for tests: `cargo add --dev counterfoil --features testing`.
//!
//! ```
//! use counterfoil::testing;
//! use counterfoil::webhook::{EndpointSecret, Webhooks, OutcomeKind, sign};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let body = testing::event("checkout.session.completed")?
//!     .account("acct_1032D82eZvKYlo2C")
//!     .with(r#"{"client_reference_id": "order-7", "amount_total": 2500, "payment_status": "unpaid"}"#)?
//!     .snapshot();
//! let now = 1_793_000_000;
//! let signature = sign(body.as_bytes(), "whsec_example", now);
//!
//! let webhooks = Webhooks::new([EndpointSecret::new("connect", "whsec_example")])?;
//! let event = webhooks.verify(body.as_bytes(), &signature, now)?;
//! assert_eq!(event.outcome().kind(), OutcomeKind::AwaitingPayment);
//! # Ok(())
//! # }
//! ```

mod defaults;
mod options;

use crate::error::Error;
use crate::json::Json;
use crate::webhook::{EVENT_TYPES, EventObject, EventType, rfc3339};

pub use options::event_from_json;

/// Returns every event type that has an [`Outcome`](crate::webhook::Outcome) other than `ignored`.
pub fn event_types() -> impl Iterator<Item = &'static str> {
    EVENT_TYPES.iter().map(|event| event.name)
}

/// Creates an event of this type, with an object as Stripe would send it: a sale for 42.00 euros, in the
/// state that the type is about.
///
/// Error `unknown_event_type` unless it is one of [`event_types`]; the prefix `v1.` of thin events is
/// left out.
pub fn event(kind: &str) -> Result<TestEvent, Error> {
    let Some(event_type) = EventType::of(kind) else {
        let text = "expected a type that has an outcome, such as `checkout.session.completed`";
        return Err(Error::fault("type", "unknown_event_type", text));
    };
    Ok(TestEvent {
        event_type,
        id: "evt_1MerchantSale000001".to_owned(),
        account: Some("acct_1Merchant0000001".to_owned()),
        created: 1_793_000_000,
        livemode: false,
        changes: Vec::new(),
        previous: defaults::previous(event_type),
    })
}

/// A test event that is being built; [`TestEvent::snapshot`] and [`TestEvent::thin`] return its body.
#[derive(Clone, Debug)]
pub struct TestEvent {
    event_type: &'static EventType,
    id: String,
    account: Option<String>,
    created: i64,
    livemode: bool,
    changes: Vec<(String, Json)>,
    previous: Vec<(String, Json)>,
}

impl TestEvent {
    /// Sets the event's id, `evt_…`.
    #[must_use]
    pub fn id(mut self, id: &str) -> Self {
        id.clone_into(&mut self.id);
        self
    }

    /// Sets the merchant's account. Application fees are on the platform's own account, so their events have
    /// none, and the fee names the merchant.
    #[must_use]
    pub fn account(mut self, account: &str) -> Self {
        self.account = Some(account.to_owned());
        self
    }

    /// Makes it an event of the platform's own account.
    #[must_use]
    pub fn on_platform(mut self) -> Self {
        self.account = None;
        self
    }

    /// Sets the time at which the event was created, in unix seconds.
    #[must_use]
    pub fn created(mut self, created: i64) -> Self {
        self.created = created;
        self
    }

    /// Makes it an event in live mode.
    #[must_use]
    pub fn live(mut self) -> Self {
        self.livemode = true;
        self
    }

    /// Replaces members of the object, given as a JSON object with Stripe's names; each replaces the whole
    /// member.
    ///
    /// Errors: `invalid_json`, `wrong_type`.
    pub fn with(mut self, members: &str) -> Result<Self, Error> {
        let Json::Object(members) = Json::parse(members)? else {
            return Err(Error::fault("object", "wrong_type", "expected a JSON object"));
        };
        self.changes.extend(members);
        Ok(self)
    }

    /// Sets what members of the object were before, instead of what the event would say: a JSON object with
    /// Stripe's names. Snapshots have it as `data.previous_attributes`.
    ///
    /// Errors: `invalid_json`, `wrong_type`.
    pub fn previously(mut self, members: &str) -> Result<Self, Error> {
        let Json::Object(members) = Json::parse(members)? else {
            return Err(Error::fault("previous_attributes", "wrong_type", "expected a JSON object"));
        };
        self.previous = members;
        Ok(self)
    }

    /// Returns the object as Stripe's API would return it.
    #[must_use]
    pub fn object(&self) -> String {
        text(&Json::Object(self.members()))
    }

    /// Returns the body of the snapshot event, which contains the object.
    #[must_use]
    pub fn snapshot(&self) -> String {
        let mut data = vec![member("object", Json::Object(self.members()))];
        if !self.previous.is_empty() {
            data.push(member("previous_attributes", Json::Object(self.previous.clone())));
        }
        let mut event = vec![member("id", &*self.id), member("object", "event")];
        if let Some(account) = self.source() {
            event.push(member("account", account));
        }
        event.extend([
            member("api_version", crate::API_VERSION),
            member("created", self.created),
            member("data", Json::Object(data)),
            member("livemode", self.livemode),
            member("pending_webhooks", 1),
            member("request", nobody()),
            member("type", self.event_type.name),
        ]);
        text(&Json::Object(event))
    }

    /// Returns the body of the thin event, which only names the object.
    #[must_use]
    pub fn thin(&self) -> String {
        let name = self.event_type.name;
        let mut event = vec![
            member("id", &*self.id),
            member("object", "v2.core.event"),
            member("type", if self.event_type.is_v2() { name.to_owned() } else { format!("v1.{name}") }),
            member("livemode", self.livemode),
            member("created", rfc3339(self.created)),
        ];
        if let Some(account) = self.source() {
            event.push(member("context", account));
        }
        let members = self.members();
        let of = |name: &str| members.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        if self.event_type.object == Some(EventObject::V2Event) {
            event.push(member("related_object", Json::Null));
            return text(&Json::Object(event));
        }
        let id = of("id").unwrap_or(Json::Null);
        let (id, kind, below) = if name.starts_with("v2.core.account_person.") {
            (Json::from(PERSON), "v2.core.account_person", ["/persons/", PERSON].concat())
        } else {
            (id, self.event_type.object_name(), String::new())
        };
        let url = match defaults::path(self.event_type, &members) {
            Json::Text(path) => Json::Text(path + &below),
            other => other,
        };
        let related = vec![member("id", id), member("type", kind), member("url", url)];
        event.push(member("related_object", Json::Object(related)));
        text(&Json::Object(event))
    }

    /// Returns the account of the event.
    fn source(&self) -> Option<&str> {
        match self.event_type.object {
            // Those of v2 about accounts are the platform's own, and name the merchant.
            Some(
                EventObject::ApplicationFee
                | EventObject::FeeRefund
                | EventObject::V2Account
                | EventObject::V2Event,
            ) => None,
            _ => self.account.as_deref(),
        }
    }

    fn members(&self) -> Vec<(String, Json)> {
        let mut members = defaults::object(self.event_type);
        let mut set = |key: &str, value: Json| match members.iter_mut().find(|(name, _)| name == key) {
            Some((_, old)) => *old = value,
            None => members.push((key.to_owned(), value)),
        };
        for (key, value) in defaults::state(self.event_type) {
            set(&key, value);
        }
        if self.event_type.object == Some(EventObject::V2Event) {
            set("id", self.id.as_str().into());
        }
        if let Some(account) = &self.account {
            match self.event_type.object {
                Some(EventObject::V2Event) => set("data", returned(account)),
                Some(EventObject::Account | EventObject::V2Account) => set("id", account.as_str().into()),
                Some(EventObject::Capability | EventObject::ApplicationFee) => {
                    set("account", account.as_str().into());
                }
                _ => {}
            }
        }
        let has_mode =
            !matches!(self.event_type.object, None | Some(EventObject::Account | EventObject::Capability));
        if self.livemode && has_mode {
            set("livemode", true.into());
        }
        for (key, value) in &self.changes {
            set(key, value.clone());
        }
        members
    }
}

fn member(key: &str, value: impl Into<Json>) -> (String, Json) {
    (key.to_owned(), value.into())
}

/// A person of a merchant's.
const PERSON: &str = "person_1Merchant000001";

/// What an event says of a merchant that came back from a link.
fn returned(account: &str) -> Json {
    let configurations = Json::List(vec!["merchant".into()]);
    let use_case = member("use_case", "account_onboarding");
    Json::Object(vec![member("account_id", account), member("configurations", configurations), use_case])
}

/// The `request` of an event that was not caused by a request from the platform.
fn nobody() -> Json {
    Json::Object(vec![member("id", Json::Null), member("idempotency_key", Json::Null)])
}

fn text(json: &Json) -> String {
    let mut out = String::new();
    json.write(&mut out);
    out
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Json::Text(text)
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Self {
        Json::Int(number)
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        Json::Bool(flag)
    }
}
