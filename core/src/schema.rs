//! The API's shape as data: descriptions of operations, records and fields.
//!
//! The macros in [`declare`] generate these descriptions together with the Rust types, so that everything is
//! declared once. Parameters are checked and encoded, and responses are read, by the descriptions alone: Rust
//! records and JSON go through the same few functions.

pub(crate) mod answers;
pub(crate) mod declare;
pub(crate) mod dynamic;
pub(crate) mod parameters;
pub(crate) mod registry;
mod show;
pub(crate) mod view;
pub(crate) mod words;
pub(crate) mod write;

#[cfg(feature = "schema")]
pub(crate) mod document;

pub(crate) use declare::{data, field, list_params, object, params, part, record, v2_params};
pub(crate) use dynamic::{Dynamic, FromSlot, Slot};
#[cfg(any(test, feature = "bindings"))]
pub(crate) use show::write_json;
pub(crate) use show::{serialize, show};
pub(crate) use view::{AsValue, Given, Value, View};
pub(crate) use words::words;
pub(crate) use write::check_field;

use std::marker::PhantomData;

use crate::error::{Error, Fault};
use crate::http::Method;

/// One operation of Stripe's API.
pub(crate) struct Operation {
    /// Stripe's path and the verb, such as `checkout.sessions.create`.
    pub(crate) name: &'static str,
    /// Its previous name, which is still accepted.
    pub(crate) formerly: &'static str,
    pub(crate) method: Method,
    /// The path, with `{id}` for each parameter in it.
    pub(crate) path: &'static str,
    /// The encoding of the body.
    pub(crate) body: Body,
    /// The parameters in the path, and the prefixes that their ids may have.
    pub(crate) ids: Ids,
    pub(crate) params: &'static Record,
    pub(crate) answer: &'static Record,
    /// Whether the result is a page of a list.
    pub(crate) lists: bool,
    pub(crate) key: KeyUse,
    pub(crate) on_merchant: bool,
    pub(crate) on_platform: bool,
    /// The rules that span several fields; times are checked against the current time if it is known.
    pub(crate) rule: fn(Given<'_>, Option<i64>, &mut Vec<Fault>),
    /// Encodes the body, or the query.
    pub(crate) write: Write,
}

/// Parameters that are ids, with the prefixes that each may have; without prefixes, any id is valid.
pub(crate) type Ids = &'static [(&'static str, &'static [&'static str])];

/// Encodes a record as JSON or as a form, and adds what is wrong to the faults.
pub(crate) type Write = fn(&'static Record, &dyn View, bool, &mut Vec<Fault>) -> Result<String, Error>;

/// The encoding of a body; a query is always a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// Stripe's v1: form parameters with bracketed keys.
    Form,
    /// Stripe's v2: JSON.
    Json,
}

impl Body {
    /// Returns the encoding for that path.
    pub(crate) const fn of(path: &str) -> Self {
        match path.as_bytes() {
            [b'/', b'v', b'2', b'/', ..] => Body::Json,
            _ => Body::Form,
        }
    }
}

/// How an operation uses an idempotency key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyUse {
    /// A read has none.
    Never,
    /// A deletion can do without.
    Optional,
    /// Without it, a write could happen twice.
    Required,
}

/// A record: parameters, one of Stripe's objects, or a result of the core.
pub(crate) struct Record {
    pub(crate) name: &'static str,
    #[cfg_attr(not(feature = "schema"), allow(dead_code, reason = "for the document"))]
    pub(crate) kind: Kind,
    /// The value of `object` in Stripe's JSON; empty if it has none or may have any.
    pub(crate) object: &'static str,
    /// The field that an object must have: its id.
    pub(crate) id: &'static str,
    pub(crate) fields: &'static [Field],
    /// The keys that may be fields, by [`bit`]; other keys need no comparison.
    pub(crate) keys: u64,
    /// The same for keys of objects from which a nested field is read.
    pub(crate) below: u64,
    /// Reads what older versions of Stripe's API have in another place.
    pub(crate) then: Option<fn(&mut Dynamic<'_>)>,
    #[cfg(feature = "schema")]
    pub(crate) docs: &'static [&'static str],
    /// A record with a value in every field.
    #[cfg(test)]
    pub(crate) filled: fn() -> Box<dyn std::fmt::Debug>,
}

/// The purpose of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The parameters of an operation.
    Params,
    /// A nested record of parameters.
    Record,
    /// One of Stripe's objects.
    Object,
    /// A nested record of an object.
    Part,
    /// A result of the core.
    Data,
}

impl Record {
    pub(crate) fn index(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// Returns whether a key of an object may be a declared field. Most keys are not.
    pub(crate) fn may_have(&self, key: &str) -> bool {
        self.keys & bit(key.as_bytes()) != 0
    }

    /// Returns the key, if a nested field is read from it.
    pub(crate) fn first_segment(&self, key: &str) -> Option<&'static str> {
        if self.below & bit(key.as_bytes()) == 0 {
            return None;
        }
        let paths = self.fields.iter().flat_map(|field| field.from);
        paths.filter_map(|path| path.split('.').next()).find(|first| *first == key)
    }

    pub(crate) fn is_object(&self) -> bool {
        self.kind == Kind::Object
    }
}

/// Returns the bits of all keys that fields are read from.
pub(crate) const fn keys(fields: &[Field]) -> u64 {
    let mut keys = below(fields);
    let mut rest = fields;
    while let [field, more @ ..] = rest {
        keys |= bit(field.name.as_bytes());
        rest = more;
    }
    keys
}

/// Returns the bits of all keys of objects from which nested fields are read.
pub(crate) const fn below(fields: &[Field]) -> u64 {
    let mut keys = 0;
    let mut rest = fields;
    while let [field, more @ ..] = rest {
        let mut paths = field.from;
        while let [path, others @ ..] = paths {
            keys |= bit(first_of(path.as_bytes()));
            paths = others;
        }
        rest = more;
    }
    keys
}

/// Returns the part before the first dot.
const fn first_of(path: &[u8]) -> &[u8] {
    let mut end = 0;
    let mut rest = path;
    while let [byte, more @ ..] = rest {
        if *byte == b'.' {
            break;
        }
        end += 1;
        rest = more;
    }
    path.split_at(end).0
}

/// Returns one of 64 bits for a key: length, first and last byte distinguish Stripe's keys well enough.
const fn bit(key: &[u8]) -> u64 {
    let ends = match key {
        [first, .., last] => (*first as usize).wrapping_mul(7) + (*last as usize).wrapping_mul(3),
        [only] => *only as usize,
        [] => 0,
    };
    1 << ((key.len().wrapping_mul(5) + ends) % 64)
}

/// A field of a record.
#[derive(Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
    pub(crate) place: Place,
    pub(crate) privacy: Privacy,
    /// The maximum number of characters; 0 for no limit.
    pub(crate) most: u32,
    /// The words that Stripe documents, separated by commas; empty if any text is valid.
    pub(crate) words: &'static str,
    /// Whether Stripe accepts only these. It adds words to an open list without a new version.
    pub(crate) closed: bool,
    /// Whether an empty text removes the value at Stripe.
    pub(crate) unset: bool,
    /// Where a response has the value, if not under its name: paths, of which the first with a value counts.
    pub(crate) from: &'static [&'static str],
    /// What differs for the fields of the nested record.
    pub(crate) inner: &'static [Inner],
    /// Whether a parameter is a time in unix seconds, for which other languages have a type of their own.
    #[cfg(feature = "schema")]
    pub(crate) time: bool,
    #[cfg(feature = "schema")]
    pub(crate) docs: &'static [&'static str],
}

/// The words and limits of a field of a nested record where they differ from those of the record itself.
#[derive(Clone, Copy)]
pub(crate) struct Inner {
    pub(crate) field: &'static str,
    pub(crate) words: &'static str,
    pub(crate) closed: bool,
    pub(crate) unset: bool,
}

/// Where a parameter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the path of the URL.
    Path,
    /// In the body or the query, and required.
    Required,
    /// In the body or the query.
    Plain,
    /// Not sent as such: a rule turns it into something else.
    Own,
    /// In the body, as an account's choices for each payment method.
    Preferences,
}

/// Who may see a field in printed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Privacy {
    /// Anyone.
    Shown,
    /// No one: it identifies or locates a person, was typed by a person, or grants access to such data.
    Personal,
    /// No one, and it is left out of the object's JSON, too: it grants access to an account or a payment.
    Secret,
}

/// The type of a field.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) of: Of,
    pub(crate) list: bool,
    pub(crate) optional: bool,
}

/// The type of a single value.
#[derive(Clone, Copy)]
pub(crate) enum Of {
    Text,
    /// One of these words, separated by commas; a Rust enum has no others.
    Word(&'static str),
    Integer,
    Boolean,
    /// Pairs of strings.
    Metadata,
    Percent,
    Record(&'static Record),
}

/// A type that a field can have.
pub(crate) trait Shaped {
    const SHAPE: Shape;
    /// The words that are known of it, separated by commas; Stripe may know more.
    const WORDS: &'static str = "";
}

impl Shape {
    pub(crate) const fn of(of: Of) -> Self {
        Shape { of, list: false, optional: false }
    }
}

impl Field {
    pub(crate) const fn new(name: &'static str, shape: Shape, place: Place) -> Self {
        Field {
            name: plain(name),
            shape,
            place,
            privacy: Privacy::Shown,
            most: 0,
            words: "",
            closed: false,
            unset: false,
            from: &[],
            inner: &[],
            #[cfg(feature = "schema")]
            time: false,
            #[cfg(feature = "schema")]
            docs: &[],
        }
    }

    pub(crate) const fn personal(self) -> Self {
        Field { privacy: Privacy::Personal, ..self }
    }

    pub(crate) const fn secret(self) -> Self {
        Field { privacy: Privacy::Secret, ..self }
    }

    pub(crate) const fn most(self, most: u32) -> Self {
        Field { most, ..self }
    }

    pub(crate) const fn open(self, words: &'static str) -> Self {
        Field { words, ..self }
    }

    pub(crate) const fn closed(self, words: &'static str) -> Self {
        Field { words, closed: true, ..self }
    }

    pub(crate) const fn unset(self) -> Self {
        Field { unset: true, ..self }
    }

    #[cfg(feature = "schema")]
    pub(crate) const fn time(self) -> Self {
        Field { time: true, ..self }
    }

    #[cfg(not(feature = "schema"))]
    pub(crate) const fn time(self) -> Self {
        self
    }

    pub(crate) const fn from(self, from: &'static [&'static str]) -> Self {
        Field { from, ..self }
    }

    pub(crate) const fn inner(self, inner: &'static [Inner]) -> Self {
        Field { inner, ..self }
    }

    pub(crate) const fn own(self) -> Self {
        Field { place: Place::Own, ..self }
    }

    pub(crate) const fn preferences(self) -> Self {
        Field { place: Place::Preferences, ..self }
    }
}

/// The index of each field of a record: `At::<CreateSession>::mode`.
pub(crate) struct At<R>(PhantomData<R>);

/// Returns `type` for `r#type`, a keyword in Rust.
const fn plain(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

macro_rules! shaped {
    ($($type:ty: $of:ident),* $(,)?) => {
        $( impl Shaped for $type {
            const SHAPE: Shape = Shape::of(Of::$of);
        } )*
    };
}

shaped! {
    String: Text,
    i64: Integer,
    bool: Boolean,
    crate::params::Metadata: Metadata,
    crate::percent::Percent: Percent,
}

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: Shape = Shape { optional: true, ..T::SHAPE };
    const WORDS: &'static str = T::WORDS;
}

impl<T: Shaped> Shaped for Vec<T> {
    const SHAPE: Shape = Shape { list: true, ..T::SHAPE };
    const WORDS: &'static str = T::WORDS;
}

impl<T: Shaped> Shaped for Box<T> {
    const SHAPE: Shape = T::SHAPE;
}
