//! The top level of a body, read in one pass before it is known to be an event.

use std::borrow::Cow;

use crate::json::{Invalid, Reader};

use super::facts::Facts;
use super::rejection::{RejectionCode, WebhookError};

/// The object that a thin event is about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RelatedObject {
    /// The object's id; singletons have none.
    pub id: Option<String>,
    /// The object's type, such as `checkout.session`.
    pub kind: String,
    /// The path to fetch it from, on the event's account.
    pub url: Option<String>,
}

/// The top-level members of an event of either shape. A member of another type than expected counts as
/// absent.
#[derive(Default)]
pub(super) struct Payload<'b> {
    pub(super) id: Option<Cow<'b, str>>,
    pub(super) object: Option<Cow<'b, str>>,
    pub(super) kind: Option<Cow<'b, str>>,
    pub(super) account: Nullable<'b>,
    pub(super) context: Nullable<'b>,
    pub(super) livemode: Option<bool>,
    pub(super) created: Option<&'b str>,
    pub(super) api_version: Option<Cow<'b, str>>,
    /// The text of `data.object`.
    pub(super) data_object: Option<&'b str>,
    /// What that object says, if it is one.
    pub(super) facts: Option<Facts<'b>>,
    /// `data.previous_attributes.amount_refunded`.
    pub(super) refunded_before: Option<i64>,
    pub(super) related_object: Option<RelatedObject>,
    pub(super) snapshot_event: Option<Cow<'b, str>>,
}

/// A string that may be `null` or absent, but nothing else.
#[derive(Default)]
pub(super) enum Nullable<'b> {
    #[default]
    Absent,
    Text(Cow<'b, str>),
    OtherType,
}

impl<'b> Payload<'b> {
    /// Reads a body that is genuine, whatever it holds.
    pub(super) fn read(body: &'b [u8]) -> Result<Self, WebhookError> {
        let reject = |code, why: &str| Err(WebhookError::new(code, why));
        let Ok(text) = std::str::from_utf8(body) else {
            return reject(RejectionCode::InvalidUtf8, "the signature is right, but the body is not UTF-8");
        };
        let mut payload = Payload::default();
        let mut seen = Seen::default();
        match payload.members(text, &mut seen) {
            Err(Invalid { at }) => {
                let why = format!("reading the body stopped at byte {at} of {}", body.len());
                reject(RejectionCode::InvalidJson, &why)
            }
            Ok(false) => reject(RejectionCode::NotAnEvent, "the body is JSON, but not an object"),
            Ok(true) => match seen.twice {
                Some(key) => {
                    reject(RejectionCode::DuplicateKey, &format!("`{key}` stands in the body twice"))
                }
                None => Ok(payload),
            },
        }
    }

    fn members(&mut self, text: &'b str, seen: &mut Seen) -> Result<bool, Invalid> {
        let mut reader = Reader::new(text);
        let is_object = reader.object(|value, key| {
            seen.note(key);
            match key {
                "id" => self.id = value.string()?,
                "object" => self.object = value.string()?,
                "type" => self.kind = value.string()?,
                "account" => self.account = nullable(value)?,
                "context" => self.context = nullable(value)?,
                "livemode" => self.livemode = value.boolean()?,
                "created" => self.created = Some(value.skip()?),
                "api_version" => self.api_version = value.string()?,
                "data" => self.data(value)?,
                "related_object" => self.related_object = related_object(value)?,
                "snapshot_event" => self.snapshot_event = value.string()?,
                _ => {
                    value.skip()?;
                }
            }
            Ok(())
        })?;
        reader.end()?;
        Ok(is_object)
    }

    /// The object, and how much of it was refunded before.
    fn data(&mut self, value: &mut Reader<'b>) -> Result<(), Invalid> {
        (self.data_object, self.facts, self.refunded_before) = (None, None, None);
        value.object(|value, key| {
            match key {
                "object" => {
                    let start = value.here();
                    self.facts = Facts::read(value)?;
                    self.data_object = Some(value.since(start));
                }
                "previous_attributes" => self.refunded_before = amount_refunded(value)?,
                _ => {
                    value.skip()?;
                }
            }
            Ok(())
        })?;
        Ok(())
    }
}

/// Which of the keys that decide were seen.
#[derive(Default)]
struct Seen {
    met: [bool; 5],
    twice: Option<&'static str>,
}

impl Seen {
    fn note(&mut self, key: &str) {
        const DECIDE: [&str; 5] = ["id", "type", "object", "account", "livemode"];
        for (met, name) in self.met.iter_mut().zip(DECIDE) {
            if name == key {
                if *met {
                    self.twice = Some(name);
                }
                *met = true;
            }
        }
    }
}

fn nullable<'b>(value: &mut Reader<'b>) -> Result<Nullable<'b>, Invalid> {
    if value.null() {
        return Ok(Nullable::Absent);
    }
    Ok(value.string()?.map_or(Nullable::OtherType, Nullable::Text))
}

fn amount_refunded(value: &mut Reader<'_>) -> Result<Option<i64>, Invalid> {
    let mut amount = None;
    value.object(|value, key| {
        match key {
            "amount_refunded" => amount = value.integer()?,
            _ => {
                value.skip()?;
            }
        }
        Ok(())
    })?;
    Ok(amount)
}

fn related_object(value: &mut Reader<'_>) -> Result<Option<RelatedObject>, Invalid> {
    let (mut id, mut kind, mut url) = (None, None, None);
    value.object(|value, key| {
        match key {
            "id" => id = value.string()?,
            "type" => kind = value.string()?,
            "url" => url = value.string()?,
            _ => {
                value.skip()?;
            }
        }
        Ok(())
    })?;
    let owned = |text: Cow<'_, str>| text.into_owned();
    Ok(kind.map(|kind| RelatedObject { id: id.map(owned), kind: owned(kind), url: url.map(owned) }))
}
