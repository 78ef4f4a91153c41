use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::checkout::Session;
use crate::error::Error;
use crate::ids::AccountId;

use super::outcome::{self, IgnoredReason, Outcome};
use super::rejection::{Rejection, RejectionCode};

/// How deep a body may be nested.
const DEEPEST: usize = 128;

/// An event that is proven to come from Stripe. Only [`Keyring::verify`](super::Keyring::verify) makes
/// one from a delivery; envelopes of cloud providers, which carry no signature, have calls of their
/// own ([`Event::from_event_bridge`], [`Event::from_event_grid`]).
///
/// It borrows the body. `Debug` leaves out the object, which holds personal data.
#[derive(Clone)]
pub struct Event<'b> {
    id: String,
    kind: String,
    account: Option<AccountId>,
    livemode: bool,
    created: i64,
    api_version: Option<String>,
    label: String,
    content: Content<'b>,
    ignored: Option<IgnoredReason>,
}

/// What the two shapes of events carry.
#[derive(Clone)]
enum Content<'b> {
    Snapshot(&'b RawValue),
    Thin(Option<RelatedObject>),
}

/// The shape of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// `object: "event"`: it carries its object as that was when the event was made.
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

/// The object that a thin event tells of.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RelatedObject {
    /// The object's id; singletons have none.
    pub id: Option<String>,
    /// The object's type, such as `checkout.session`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The path to fetch it from, on the event's account.
    pub url: Option<String>,
}

impl<'b> Event<'b> {
    /// The event's id, `evt_…`. Two events can tell the same fact; see [`Event::dedupe_key`].
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Stripe's name for what happened, such as `checkout.session.completed`; thin events of v1
    /// objects have a `v1.` before it.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The connected account on which it happened; absent for the platform's own account.
    #[must_use]
    pub fn account(&self) -> Option<&AccountId> {
        self.account.as_ref()
    }

    /// The account to pass to [`Platform::merchant`](crate::Platform::merchant) for every call that
    /// follows from this event.
    #[must_use]
    pub fn merchant(&self) -> Option<AccountId> {
        self.account.clone()
    }

    /// Whether real money moved.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.livemode
    }

    /// When the event was made, in unix seconds. Events arrive in any order; do not sort by it.
    #[must_use]
    pub fn created(&self) -> i64 {
        self.created
    }

    /// The version of Stripe's API in which a snapshot is written.
    #[must_use]
    pub fn api_version(&self) -> Option<&str> {
        self.api_version.as_deref()
    }

    /// Whether the event carries its object or names it.
    #[must_use]
    pub fn shape(&self) -> Shape {
        match self.content {
            Content::Snapshot(_) => Shape::Snapshot,
            Content::Thin(_) => Shape::Thin,
        }
    }

    /// The label of the secret that proved the event.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The object of a snapshot event, as JSON.
    #[must_use]
    pub fn object(&self) -> Option<&'b str> {
        match self.content {
            Content::Snapshot(object) => Some(object.get()),
            Content::Thin(_) => None,
        }
    }

    /// The object that a thin event names.
    #[must_use]
    pub fn related_object(&self) -> Option<&RelatedObject> {
        match &self.content {
            Content::Snapshot(_) => None,
            Content::Thin(related) => related.as_ref(),
        }
    }

    /// A key under which to remember that this fact was handled.
    ///
    /// Stripe repeats deliveries with the same event id, and sometimes makes two events for one fact.
    /// For facts that happen once per object (`checkout.session.*`) the key is made of the account, the
    /// type and the object's id, the same for a snapshot and its thin twin; for all others it is the
    /// event's id.
    #[must_use]
    pub fn dedupe_key(&self) -> String {
        let kind = self.plain_kind();
        let object = kind.starts_with("checkout.session.").then(|| self.object_id()).flatten();
        match object {
            Some(object) => {
                let account = self.account.as_ref().map_or("platform", AccountId::as_str);
                format!("{account}:{kind}:{object}")
            }
            None => self.id.clone(),
        }
    }

    /// What happened, as far as an order is concerned. Never decide by the event's type alone.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        if let Some(reason) = self.ignored {
            return Outcome::Ignored(reason);
        }
        let kind = self.plain_kind();
        if !outcome::is_checkout(kind) {
            return Outcome::Ignored(IgnoredReason::OtherType);
        }
        match &self.content {
            Content::Snapshot(object) => match Session::from_json(object.get()) {
                Ok(session) => outcome::of_session(kind, session),
                Err(_) => Outcome::Ignored(IgnoredReason::UnreadableObject),
            },
            Content::Thin(related) => related
                .as_ref()
                .and_then(|related| related.id.as_deref()?.parse().ok())
                .map_or(Outcome::Ignored(IgnoredReason::UnreadableObject), Outcome::FetchSession),
        }
    }

    /// The outcome of a thin event, once its session was retrieved: what the snapshot would have said.
    ///
    /// Error `wrong_session` if the session is not the one that the event names.
    pub fn outcome_with(&self, session: Session) -> Result<Outcome, Error> {
        if self.object_id().as_deref() != Some(&*session.id) {
            let text = "expected the session that the event names: retrieve it from the event's own account";
            return Err(Error::fault("session.id", "wrong_session", text));
        }
        Ok(match self.ignored {
            Some(reason) => Outcome::Ignored(reason),
            None => outcome::of_session(self.plain_kind(), session),
        })
    }

    pub(super) fn ignored_for(self, ignored: Option<IgnoredReason>) -> Self {
        Event { ignored, ..self }
    }

    /// Reads an event; whoever calls this has proof that it is genuine.
    pub(super) fn parse(body: &'b [u8], label: String) -> Result<Self, Rejection> {
        let reject = |code, why: &str| Err(Rejection::new(code, why));
        let Ok(text) = std::str::from_utf8(body) else {
            return reject(RejectionCode::InvalidUtf8, "the signature is right, but the body is not UTF-8");
        };
        if is_nested_deeper_than(DEEPEST, body) {
            return reject(RejectionCode::InvalidJson, "the body is nested deeper than 128 levels");
        }
        let wire: Wire<'b> = match serde_json::from_str(text) {
            Ok(wire) => wire,
            Err(error) if error.is_data() => {
                let why = format!(
                    "the body is JSON, but no event: a field is of another type near column {}",
                    error.column()
                );
                return reject(RejectionCode::NotAnEvent, &why);
            }
            Err(error) => {
                let why =
                    format!("reading the body stopped at line {}, column {}", error.line(), error.column());
                return reject(RejectionCode::InvalidJson, &why);
            }
        };
        if let Some(key) = wire.duplicate {
            return reject(RejectionCode::DuplicateKey, &format!("`{key}` stands in the body twice"));
        }
        match wire.into_event(label) {
            Some(event) => Ok(event),
            None => reject(
                RejectionCode::NotAnEvent,
                "expected an `event` or a `v2.core.event` with id, type, created, livemode and its data",
            ),
        }
    }

    /// The type without the prefix of thin events.
    fn plain_kind(&self) -> &str {
        match self.content {
            Content::Snapshot(_) => &self.kind,
            Content::Thin(_) => self.kind.strip_prefix("v1.").unwrap_or(&self.kind),
        }
    }

    fn object_id(&self) -> Option<String> {
        #[derive(Deserialize)]
        struct Object {
            id: String,
        }
        match &self.content {
            Content::Snapshot(object) => Some(serde_json::from_str::<Object>(object.get()).ok()?.id),
            Content::Thin(related) => related.as_ref()?.id.clone(),
        }
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

/// The top level of a body, before it is known to be an event.
#[derive(Default)]
struct Wire<'b> {
    id: Option<String>,
    object: Option<String>,
    kind: Option<String>,
    account: Option<String>,
    context: Option<String>,
    livemode: Option<bool>,
    created: Option<Created>,
    api_version: Option<String>,
    data: Option<Data<'b>>,
    related_object: Option<RelatedObject>,
    duplicate: Option<&'static str>,
}

#[derive(Deserialize)]
struct Data<'b> {
    #[serde(borrow)]
    object: Option<&'b RawValue>,
}

/// Unix seconds in snapshots, RFC 3339 in thin events.
#[derive(Deserialize)]
#[serde(untagged)]
enum Created {
    Seconds(i64),
    Timestamp(String),
}

impl<'b> Wire<'b> {
    fn into_event(self, label: String) -> Option<Event<'b>> {
        let (content, account, created) = match (self.object.as_deref()?, self.created?) {
            ("event", Created::Seconds(created)) => {
                (Content::Snapshot(self.data?.object?), self.account, created)
            }
            ("v2.core.event", Created::Timestamp(created)) => {
                // A context can be a path; the account is its last segment.
                let account = self.context.and_then(|context| context.rsplit('/').next().map(str::to_owned));
                (Content::Thin(self.related_object), account, unix_seconds(&created)?)
            }
            _ => return None,
        };
        let account = match account {
            Some(account) => Some(account.parse().ok()?),
            None => None,
        };
        let event = Event {
            id: self.id?,
            kind: self.kind?,
            account,
            livemode: self.livemode?,
            created,
            api_version: self.api_version,
            label,
            content,
            ignored: None,
        };
        (!event.id.is_empty() && !event.kind.is_empty()).then_some(event)
    }
}

impl<'b> Deserialize<'b> for Wire<'b> {
    fn deserialize<D: Deserializer<'b>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TopLevel)
    }
}

struct TopLevel;

impl<'b> Visitor<'b> for TopLevel {
    type Value = Wire<'b>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event object")
    }

    fn visit_map<A: MapAccess<'b>>(self, mut map: A) -> Result<Wire<'b>, A::Error> {
        let mut wire = Wire::default();
        let mut seen: Vec<&'static str> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            let decides =
                ["id", "type", "object", "account", "livemode"].into_iter().find(|name| *name == key);
            if let Some(name) = decides {
                if seen.contains(&name) {
                    wire.duplicate = Some(name);
                }
                seen.push(name);
            }
            match key.as_str() {
                "id" => wire.id = map.next_value()?,
                "object" => wire.object = map.next_value()?,
                "type" => wire.kind = map.next_value()?,
                "account" => wire.account = map.next_value()?,
                "context" => wire.context = map.next_value()?,
                "livemode" => wire.livemode = map.next_value()?,
                "created" => wire.created = map.next_value()?,
                "api_version" => wire.api_version = map.next_value()?,
                "data" => wire.data = map.next_value()?,
                "related_object" => wire.related_object = map.next_value()?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(wire)
    }
}

/// Counts open brackets outside of strings. `serde_json` has no limit where it only skips a value.
fn is_nested_deeper_than(limit: usize, json: &[u8]) -> bool {
    let mut depth = 0_usize;
    let mut in_string = false;
    let mut bytes = json.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' if in_string => {
                bytes.next();
            }
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                depth += 1;
                if depth > limit {
                    return true;
                }
            }
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

/// Unix seconds of an RFC 3339 time such as `2026-10-29T19:58:14.000Z` or `…+02:00`.
fn unix_seconds(time: &str) -> Option<i64> {
    let bytes = time.as_bytes();
    let number = |from: usize, to: usize| -> Option<i64> {
        let digits = time.get(from..to)?;
        digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let at = |index: usize, expected: &[u8]| bytes.get(index).is_some_and(|byte| expected.contains(byte));
    if !(at(4, b"-") && at(7, b"-") && at(10, b"Tt ") && at(13, b":") && at(16, b":")) {
        return None;
    }
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let rest = time.get(19..)?;
    let zone = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|digit: char| digit.is_ascii_digit()),
        None => rest,
    };
    let offset = match zone.as_bytes() {
        [b'Z' | b'z'] => 0,
        [sign @ (b'+' | b'-'), _, _, b':', _, _] => {
            let start = time.len() - 5;
            let seconds = number(start, start + 2)? * 3600 + number(start + 3, start + 5)? * 60;
            if *sign == b'+' { seconds } else { -seconds }
        }
        _ => return None,
    };
    Some(days_since_epoch(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset)
}

/// Days from 1970-01-01 in the Gregorian calendar, counting years from March so that the leap day
/// comes last.
fn days_since_epoch(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let months = (month + 9) % 12;
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leaps + (months * 153 + 2) / 5 + day - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_any_zone() {
        assert_eq!(unix_seconds("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(unix_seconds("2026-10-29T19:58:14.000Z"), Some(1_793_303_894));
        assert_eq!(unix_seconds("2026-10-29T21:58:14+02:00"), Some(1_793_303_894));
        assert_eq!(unix_seconds("2024-02-29T00:00:00-00:30"), Some(1_709_166_600));
        for text in ["", "2026-10-29", "2026-13-01T00:00:00Z", "2026-10-29T19:58:14", "2026-10-29T19:58:1éZ"]
        {
            assert_eq!(unix_seconds(text), None, "{text}");
        }
    }

    #[test]
    fn depth_counts_brackets_outside_of_strings() {
        let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(!is_nested_deeper_than(128, nested(128).as_bytes()));
        assert!(is_nested_deeper_than(128, nested(129).as_bytes()));
        let text = format!(r#"["{}\"{}"]"#, "[".repeat(200), "{".repeat(200));
        assert!(!is_nested_deeper_than(128, text.as_bytes()));
    }
}
