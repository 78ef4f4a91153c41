//! What an event means, with its object by description: for the bindings, which hold no typed record.

use crate::error::Error;
use crate::schema::{At, Dynamic, Given, Value, View, answers};

use super::event::Event;
use super::fetch::Fetch;
use super::ignored::IgnoredReason;
use super::outcome::{OutcomeKind, refunded};
use super::subject;

/// An outcome as it is passed to other languages.
pub(crate) struct Meaning<'m> {
    pub(crate) kind: OutcomeKind,
    /// The object in the outcome.
    pub(crate) object: Option<Dynamic<'m>>,
    /// Why the event is ignored.
    pub(crate) reason: Option<IgnoredReason>,
    /// What has to be retrieved first.
    pub(crate) fetch: Option<Fetch>,
    pub(crate) subject: Option<Dynamic<'static>>,
}

impl<'m> Meaning<'m> {
    pub(crate) fn ignored(reason: IgnoredReason) -> Self {
        let kind = OutcomeKind::Ignored;
        Meaning { kind, object: None, reason: Some(reason), fetch: None, subject: None }
    }

    pub(crate) fn fetch(fetch: Fetch) -> Self {
        let subject = Some(subject::of_fetch(&fetch));
        Meaning { kind: OutcomeKind::Fetch, object: None, reason: None, fetch: Some(fetch), subject }
    }

    /// Returns the outcome of this kind with its object; `before` is the amount that had been refunded
    /// before.
    pub(crate) fn with(kind: OutcomeKind, object: Dynamic<'m>, before: Option<i64>) -> Self {
        let sum = match object.field(At::<crate::payments::Charge>::amount_refunded) {
            Value::Integer(sum) if kind == OutcomeKind::Refunded => Some(sum),
            _ => None,
        };
        let subject = subject::of(kind, object.record, Given(&object), refunded(sum, before));
        Meaning { kind, object: Some(object), reason: None, fetch: None, subject: Some(subject) }
    }
}

impl Event<'_> {
    /// The [`outcome`](Event::outcome), by description.
    pub(crate) fn meaning(&self) -> Meaning<'_> {
        let kind = match self.decided() {
            Ok(kind) => kind,
            Err(reason) => return Meaning::ignored(reason),
        };
        match (kind, self.snapshot()) {
            (OutcomeKind::Disconnected, _) => {
                let subject = self.account().map(subject::of_account);
                Meaning { kind, object: None, reason: None, fetch: None, subject }
            }
            (_, Some((record, object, before))) => match answers::object(record, object) {
                Some(object) => Meaning::with(kind, object, before),
                None => Meaning::ignored(IgnoredReason::UnreadableObject),
            },
            (_, None) => match self.to_fetch() {
                Some(fetch) => Meaning::fetch(fetch),
                None => Meaning::ignored(IgnoredReason::UnreadableObject),
            },
        }
    }

    /// The same as [`outcome_with`](Event::outcome_with), by description.
    ///
    /// Error `wrong_object` if it is not the object that the event names.
    pub(crate) fn meaning_with<'m>(&'m self, object: &Dynamic<'m>) -> Result<Meaning<'m>, Error> {
        let event = self.checked(object.text(object.record.id), || object.text("account").into())?;
        let event = match (self.ignored(), event) {
            (Some(reason), _) => return Ok(Meaning::ignored(reason)),
            (None, None) => return Ok(Meaning::ignored(IgnoredReason::OtherType)),
            (None, Some(event)) if event.object.is_none() => return Ok(self.meaning()),
            (None, Some(event)) => event,
        };
        let read = event.object.and_then(|kind| answers::object(kind.record(), object.raw));
        let read = read.ok_or_else(|| self.wrong_object())?;
        Ok(match event.decided_with(&read) {
            Ok(kind) => Meaning::with(kind, read, None),
            Err(reason) => Meaning::ignored(reason),
        })
    }
}
