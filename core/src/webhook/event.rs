use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::AnyObject;
use crate::error::Error;
use crate::ids::AccountId;
use crate::merchants::V2Account;

use super::event_object::EventObject;
use super::event_types::EventType;
use super::facts::Facts;
use super::fetch::Fetch;
use super::ignored::IgnoredReason;
use super::outcome::Outcome;
use super::outcome::OutcomeKind;
use super::payload::{Nullable, Payload, RelatedObject};
use super::rejection::{RejectionCode, WebhookError};
use super::timestamp;

/// An event that is proven to come from Stripe. Only [`Webhooks::verify`](super::Webhooks::verify) makes
/// one from a delivery; envelopes of cloud providers, which carry no signature, have calls of their
/// own ([`Event::from_event_bridge`], [`Event::from_event_grid`]).
///
/// It borrows the body. `Debug` leaves out the object, which holds personal data.
#[derive(Clone)]
pub struct Event<'b> {
    id: Cow<'b, str>,
    kind: Cow<'b, str>,
    account: Option<AccountId>,
    /// The account's text in the body, if it is there without escapes.
    #[cfg_attr(not(any(test, feature = "bindings")), allow(dead_code, reason = "for places in the body"))]
    account_text: Option<&'b str>,
    livemode: bool,
    created: i64,
    api_version: Option<Cow<'b, str>>,
    label: Arc<str>,
    content: Content<'b>,
    ignored: Option<IgnoredReason>,
}

/// What the two shapes of events carry.
#[derive(Clone)]
enum Content<'b> {
    Snapshot {
        object: Cow<'b, str>,
        /// What the object says, if it is a known one.
        facts: Option<Facts<'b>>,
        /// The sum of a charge's refunds before this event.
        refunded_before: Option<i64>,
    },
    Thin {
        related: Option<RelatedObject>,
        /// The id of the snapshot event about the same fact.
        snapshot_event: Option<Cow<'b, str>>,
    },
}

/// The shape of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Shape {
    /// `object: "event"`: it carries its object as it was when the event was created.
    Snapshot,
    /// `object: "v2.core.event"`: it names its object, which has to be fetched.
    Thin,
}

impl Shape {
    /// `snapshot` or `thin`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Shape::Snapshot => "snapshot",
            Shape::Thin => "thin",
        }
    }
}

impl<'b> Event<'b> {
    /// The event's id, `evt_…`. Two events can be about the same fact; see [`Event::dedupe_key`].
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Stripe's name for what happened, such as `checkout.session.completed`; in thin events of v1 objects
    /// it starts with `v1.`.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The connected account on which it happened; absent for the platform's own account, and for a thin
    /// event in a context that is no account, which is ignored.
    #[must_use]
    pub fn account(&self) -> Option<&AccountId> {
        self.account.as_ref()
    }

    /// The account to pass to [`Platform::merchant`](crate::Platform::merchant) for every call that
    /// follows from this event.
    ///
    /// Events of Stripe's v2 about accounts are the platform's own, and their object is the merchant; that of
    /// `v2.core.account_link.returned` names none before it is fetched.
    #[must_use]
    pub fn merchant(&self) -> Option<AccountId> {
        let is_account = |fetch: &Fetch| fetch.object() == V2Account::RECORD.object;
        self.account.clone().or_else(|| self.to_fetch().filter(is_account)?.id().parse().ok())
    }

    /// Returns the account's text, borrowed from the body if possible.
    #[cfg(any(test, feature = "bindings"))]
    pub(crate) fn account_text(&self) -> Option<&str> {
        self.account_text.filter(|_| self.account.is_some()).or(self.account().map(AccountId::as_str))
    }

    /// Returns whether real money moved.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.livemode
    }

    /// When the event was created, in unix seconds. Events arrive in any order; do not sort by it.
    #[must_use]
    pub fn created(&self) -> i64 {
        self.created
    }

    /// The version of Stripe's API in which a snapshot is written.
    #[must_use]
    pub fn api_version(&self) -> Option<&str> {
        self.api_version.as_deref()
    }

    /// The shape: whether the event carries its object or only names it.
    #[must_use]
    pub fn shape(&self) -> Shape {
        match self.content {
            Content::Snapshot { .. } => Shape::Snapshot,
            Content::Thin { .. } => Shape::Thin,
        }
    }

    /// The label of the secret that proved the event.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The object of a snapshot event, as JSON.
    #[must_use]
    pub fn object(&self) -> Option<&str> {
        match &self.content {
            Content::Snapshot { object, .. } => Some(object),
            Content::Thin { .. } => None,
        }
    }

    /// The object that a thin event names.
    #[must_use]
    pub fn related_object(&self) -> Option<&RelatedObject> {
        match &self.content {
            Content::Snapshot { .. } => None,
            Content::Thin { related, .. } => related.as_ref(),
        }
    }

    /// A key under which to remember that this fact was handled.
    ///
    /// Stripe repeats deliveries with the same event id, and sometimes makes two events for one fact.
    /// For facts that happen once in an object's life (a session completed or expired, its bank debit
    /// succeeded or failed, a fee, a dispute or a refund was created), the key consists of the account, the
    /// type and the object's id. All others can happen again, even the end of a dispute, which an appeal
    /// reopens: their key is the event's id, or in a thin event the id of the snapshot that it names. Either
    /// way a snapshot and its thin twin have the same key.
    #[must_use]
    pub fn dedupe_key(&self) -> String {
        match self.dedupe_text() {
            (true, object) => {
                let account = self.account.as_ref().map_or("platform", AccountId::as_str);
                format!("{account}:{}:{object}", self.plain_kind())
            }
            (false, id) => id.into_owned(),
        }
    }

    /// Returns whether the key consists of the account, the type and this object's id; if not, it is this id.
    pub(crate) fn dedupe_text(&self) -> (bool, Cow<'_, str>) {
        if EventType::of(self.plain_kind()).is_some_and(|event| event.happens_once) {
            return match self.object_id() {
                Some(object) => (true, object),
                None => (false, Cow::Borrowed(&self.id)),
            };
        }
        let id = match &self.content {
            Content::Thin { snapshot_event: Some(snapshot), .. } if !snapshot.is_empty() => snapshot,
            _ => &self.id,
        };
        (false, Cow::Borrowed(id))
    }

    /// What happened, as far as an order is concerned. Never decide by the event's type alone.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        if let Some(reason) = self.ignored {
            return Outcome::Ignored(reason);
        }
        match (EventType::of(self.plain_kind()), &self.content) {
            (None, _) => Outcome::Ignored(IgnoredReason::OtherType),
            (Some(event), Content::Snapshot { object, refunded_before, .. }) => {
                event.outcome(object, self.account()).with_refunded_before(*refunded_before)
            }
            (Some(event), Content::Thin { related, .. }) => {
                event.fetch(&self.id, related.as_ref(), self.account())
            }
        }
    }

    /// The kind of the [`outcome`](Event::outcome), without its object being read: enough to pass it to
    /// [`fulfillment::advance`](crate::fulfillment::advance).
    #[must_use]
    pub fn outcome_kind(&self) -> OutcomeKind {
        self.decided().unwrap_or(OutcomeKind::Ignored)
    }

    /// Returns what was recorded about a snapshot's object.
    #[cfg(any(test, feature = "bindings"))]
    pub(crate) fn facts(&self) -> Option<&Facts<'b>> {
        match &self.content {
            Content::Snapshot { facts, .. } => facts.as_ref(),
            Content::Thin { .. } => None,
        }
    }

    /// Returns what has to be retrieved before the meaning of a thin event is known.
    pub(crate) fn to_fetch(&self) -> Option<Fetch> {
        match &self.content {
            Content::Snapshot { .. } => None,
            Content::Thin { related, .. } => {
                Fetch::of(EventType::of(self.plain_kind())?, &self.id, related.as_ref(), self.account())
            }
        }
    }

    /// Returns which outcome it has, or why it is ignored.
    pub(crate) fn decided(&self) -> Result<OutcomeKind, IgnoredReason> {
        match (self.ignored, EventType::of(self.plain_kind()), &self.content) {
            (Some(reason), ..) => Err(reason),
            (None, None, _) => Err(IgnoredReason::OtherType),
            (None, Some(event), Content::Snapshot { facts, .. }) => {
                event.decided(facts.as_ref(), self.account())
            }
            (None, Some(event), Content::Thin { related, .. }) => match event.object {
                // The application is disconnected, so nothing can be retrieved any more.
                None => event.decided(None, self.account()),
                Some(_) => Fetch::of(event, &self.id, related.as_ref(), self.account())
                    .map(|_| OutcomeKind::Fetch)
                    .ok_or(IgnoredReason::UnreadableObject),
            },
        }
    }

    /// The outcome of a thin event, once its object was read: the same that the snapshot would have had.
    ///
    /// Error `wrong_object` if it is not the object that the event names.
    pub fn outcome_with(&self, object: impl Into<AnyObject>) -> Result<Outcome, Error> {
        let object = object.into();
        match (self.ignored, self.checked(&object.own_id(), || object.text("account").into())?) {
            (Some(reason), _) => Ok(Outcome::Ignored(reason)),
            (None, None) => Ok(Outcome::Ignored(IgnoredReason::OtherType)),
            (None, Some(event)) if event.object.is_none() => Ok(self.outcome()),
            (None, Some(event)) => event.outcome_of(object.raw()).ok_or_else(|| self.wrong_object()),
        }
    }

    /// Returns the event's type, if the object with this id and account is the one that the event names.
    pub(super) fn checked<'o>(
        &self,
        id: &str,
        account: impl FnOnce() -> Cow<'o, str>,
    ) -> Result<Option<&'static EventType>, Error> {
        let event = EventType::of(self.plain_kind());
        // Every merchant has a capability of the same name; all other ids are Stripe's alone.
        let is_capability = event.and_then(|event| event.object) == Some(EventObject::Capability);
        let is_of_merchant = || Some(&*account()) == self.account().map(AccountId::as_str);
        let named = match self.to_fetch() {
            Some(fetch) => Some(Cow::Owned(fetch.id().to_owned())),
            None => self.object_id(),
        };
        if named.as_deref() != Some(id) || (is_capability && !is_of_merchant()) {
            return Err(self.wrong_object());
        }
        Ok(event)
    }

    pub(super) fn wrong_object(&self) -> Error {
        let name = EventType::of(self.plain_kind()).map_or("object", EventType::object_name);
        let text =
            format!("expected the {name} that the event names: retrieve it from the event's own account");
        Error::fault("object", "wrong_object", text)
    }

    /// Returns, for a snapshot of a type that has an outcome, the description of its object, the object, and
    /// the amount that had been refunded before.
    #[cfg(any(test, feature = "bindings"))]
    pub(super) fn snapshot(&self) -> Option<(&'static crate::schema::Record, &str, Option<i64>)> {
        match &self.content {
            Content::Snapshot { object, refunded_before, .. } => {
                let kind = EventType::of(self.plain_kind())?.object?;
                Some((kind.record(), object, *refunded_before))
            }
            Content::Thin { .. } => None,
        }
    }

    #[cfg(any(test, feature = "bindings"))]
    pub(super) fn ignored(&self) -> Option<IgnoredReason> {
        self.ignored
    }

    /// Returns the same event independent of the body, to keep it or to send it to another task.
    #[must_use]
    pub fn into_owned(self) -> Event<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        Event {
            id: owned(self.id),
            kind: owned(self.kind),
            account: self.account,
            account_text: None,
            livemode: self.livemode,
            created: self.created,
            api_version: self.api_version.map(owned),
            label: self.label,
            content: match self.content {
                Content::Snapshot { object, facts, refunded_before } => {
                    let facts = facts.map(Facts::into_owned);
                    Content::Snapshot { object: owned(object), facts, refunded_before }
                }
                Content::Thin { related, snapshot_event } => {
                    Content::Thin { related, snapshot_event: snapshot_event.map(owned) }
                }
            },
            ignored: self.ignored,
        }
    }

    pub(super) fn ignore_for(&mut self, reason: Option<IgnoredReason>) {
        self.ignored = reason.or(self.ignored);
    }

    /// Reads an event; the caller has proof that it is genuine.
    pub(super) fn parse(body: &'b [u8], label: Arc<str>) -> Result<Self, WebhookError> {
        let not_an_event = || {
            let why =
                "expected an `event` or a `v2.core.event` with id, type, created, livemode and its data";
            WebhookError::new(RejectionCode::NotAnEvent, why)
        };
        Event::from_payload(Payload::read(body)?, label).ok_or_else(not_an_event)
    }

    #[inline]
    fn from_payload(payload: Payload<'b>, label: Arc<str>) -> Option<Self> {
        let (content, account, created) = match &*payload.object? {
            "event" => {
                let (facts, refunded_before) = (payload.facts, payload.refunded_before);
                let content =
                    Content::Snapshot { object: payload.data_object?.into(), facts, refunded_before };
                (content, payload.account, payload.created?.parse().ok()?)
            }
            "v2.core.event" => {
                let created = payload.created?.strip_prefix('"')?.strip_suffix('"')?;
                let (related, snapshot_event) = (payload.related_object, payload.snapshot_event);
                let content = Content::Thin { related, snapshot_event };
                (content, last_segment(payload.context), timestamp::unix_seconds(created)?)
            }
            _ => return None,
        };
        let account_text = match account {
            Nullable::Text(Cow::Borrowed(text)) => Some(text),
            _ => None,
        };
        let (account, ignored) = match account {
            Nullable::Text(account) => match (account.parse(), &content) {
                (Ok(account), _) => (Some(account), None),
                // Contexts are an open set: one of another kind is genuine, but is neither a merchant nor the
                // platform.
                (Err(_), Content::Thin { .. }) => (None, Some(IgnoredReason::WrongSource)),
                (Err(_), Content::Snapshot { .. }) => return None,
            },
            Nullable::Absent => (None, None),
            Nullable::OtherType => return None,
        };
        // With a context it is about an account that a merchant has made, and not about the merchant.
        let is_v2 = |kind: &Cow<'_, str>| kind.starts_with("v2.core.account");
        let of_merchant = account.is_some() && payload.kind.as_ref().is_some_and(is_v2);
        let ignored = if of_merchant { Some(IgnoredReason::OtherType) } else { ignored };
        let event = Event {
            id: payload.id?,
            kind: payload.kind?,
            account,
            account_text,
            livemode: payload.livemode?,
            created,
            api_version: payload.api_version,
            label,
            content,
            ignored,
        };
        (!event.id.is_empty() && !event.kind.is_empty()).then_some(event)
    }

    /// Returns the type without the prefix of thin events.
    pub(crate) fn plain_kind(&self) -> &str {
        match self.content {
            Content::Snapshot { .. } => &self.kind,
            Content::Thin { .. } => self.kind.strip_prefix("v1.").unwrap_or(&self.kind),
        }
    }

    fn object_id(&self) -> Option<Cow<'_, str>> {
        match &self.content {
            Content::Snapshot { facts, .. } => facts.as_ref()?.id(),
            Content::Thin { related, .. } => related.as_ref()?.id.as_deref().map(Cow::Borrowed),
        }
    }
}

/// Returns the last segment of a context, which can be a path; it is the account.
fn last_segment(context: Nullable<'_>) -> Nullable<'_> {
    match context {
        Nullable::Text(Cow::Borrowed(path)) => {
            Nullable::Text(path.rsplit('/').next().unwrap_or_default().into())
        }
        Nullable::Text(Cow::Owned(path)) => {
            Nullable::Text(path.rsplit('/').next().unwrap_or_default().to_owned().into())
        }
        other => other,
    }
}

impl fmt::Debug for Event<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("account", &self.account)
            .field("livemode", &self.livemode)
            .field("created", &self.created)
            .field("shape", &self.shape())
            .field("label", &self.label)
            .finish_non_exhaustive()
    }
}
