//! The API's shape as data: what an operation, a record and a field are.
//!
//! The macros in [`declare`] make these descriptions together with the Rust types, so that nothing is said
//! twice. Parameters are checked and written, and answers are read, by the descriptions alone: what comes
//! from Rust and what comes as JSON goes through the same few functions.

pub(crate) mod answers;
pub(crate) mod declare;
pub(crate) mod dynamic;
pub(crate) mod parameters;
pub(crate) mod registry;
mod show;
pub(crate) mod view;
pub(crate) mod write;

#[cfg(feature = "schema")]
pub(crate) mod document;

pub(crate) use declare::{data, field, list_params, object, params, part, record, v2_params};
pub(crate) use dynamic::{Dynamic, FromSlot, Slot};
#[cfg(any(test, feature = "bindings"))]
pub(crate) use show::write_json;
pub(crate) use show::{serialize, show};
pub(crate) use view::{AsValue, Given, Value, View};
pub(crate) use write::check_field;

use std::marker::PhantomData;

use crate::error::{Error, Fault};
use crate::http::Method;

/// One operation of Stripe's API.
pub(crate) struct Operation {
    /// Stripe's path and the verb, such as `checkout.sessions.create`.
    pub(crate) name: &'static str,
    /// What it was called before; it is still understood.
    pub(crate) formerly: &'static str,
    pub(crate) method: Method,
    /// The path, with `{id}` for each parameter that is a part of it.
    pub(crate) path: &'static str,
    /// How what is sent in the body is written.
    pub(crate) body: Body,
    /// The parameters that are a part of the path, and how their ids may start.
    pub(crate) ids: Ids,
    pub(crate) params: &'static Record,
    pub(crate) answer: &'static Record,
    /// Whether the answer is a page of a list.
    pub(crate) lists: bool,
    pub(crate) key: KeyUse,
    pub(crate) on_merchant: bool,
    pub(crate) on_platform: bool,
    /// The rules that no field can state alone; times are checked against the current time where it is known.
    pub(crate) rule: fn(Given<'_>, Option<i64>, &mut Vec<Fault>),
    /// Writes the body, or the query.
    pub(crate) write: Write,
}

/// Parameters that are ids, and how each may start; without any start, every id will do.
pub(crate) type Ids = &'static [(&'static str, &'static [&'static str])];

/// Writes a record as JSON, or else as a form, and adds what is wrong to the faults.
pub(crate) type Write = fn(&'static Record, &dyn View, bool, &mut Vec<Fault>) -> Result<String, Error>;

/// How a body is written; a query is always a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// Stripe's v1: pairs with bracketed keys.
    Form,
    /// Stripe's v2.
    Json,
}

impl Body {
    /// How a body is written for that path.
    pub(crate) const fn of(path: &str) -> Self {
        match path.as_bytes() {
            [b'/', b'v', b'2', b'/', ..] => Body::Json,
            _ => Body::Form,
        }
    }
}

/// What an operation makes of an idempotency key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyUse {
    /// A read has none.
    Never,
    /// What is deleted is deleted once anyway.
    Optional,
    /// Without it, a write could happen twice.
    Required,
}

/// A record: parameters, one of Stripe's objects, or what the core computes.
pub(crate) struct Record {
    pub(crate) name: &'static str,
    #[cfg_attr(not(feature = "schema"), allow(dead_code, reason = "for the document"))]
    pub(crate) kind: Kind,
    /// What Stripe writes under `object`; empty for what is no object, and for any.
    pub(crate) object: &'static str,
    /// The field that an object cannot lack: its id.
    pub(crate) id: &'static str,
    pub(crate) fields: &'static [Field],
    /// Which keys may be fields, by [`bit`]; the others need not be compared.
    pub(crate) keys: u64,
    /// The same for keys below which a field is read.
    pub(crate) below: u64,
    /// Takes from an object what older versions of Stripe's API have in another place.
    pub(crate) then: Option<fn(&mut Dynamic<'_>)>,
    #[cfg(feature = "schema")]
    pub(crate) docs: &'static [&'static str],
    /// The record with something in every field.
    #[cfg(test)]
    pub(crate) filled: fn() -> Box<dyn std::fmt::Debug>,
}

/// What a record is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The parameters of an operation.
    Params,
    /// A part of parameters.
    Record,
    /// One of Stripe's objects.
    Object,
    /// A part of an object.
    Part,
    /// What the core computes.
    Data,
}

impl Record {
    pub(crate) fn index(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// Whether a key of an object may be one that is declared. Most are not.
    pub(crate) fn may_have(&self, key: &str) -> bool {
        self.keys & bit(key.as_bytes()) != 0
    }

    /// The key, if a field is read from below it.
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

/// The bits of all keys under which the fields are found.
pub(crate) const fn keys(fields: &[Field]) -> u64 {
    let mut keys = below(fields);
    let mut rest = fields;
    while let [field, more @ ..] = rest {
        keys |= bit(field.name.as_bytes());
        rest = more;
    }
    keys
}

/// The bits of all keys below which fields are found.
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

/// What is before the first dot.
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

/// One of 64 bits for a key: its length and its ends tell Stripe's keys apart well enough.
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
    /// At most this many characters; 0 for no limit.
    pub(crate) most: u32,
    /// The words that Stripe knows, separated by commas; empty where any text will do.
    pub(crate) words: &'static str,
    /// Whether Stripe takes no others. It adds words to an open list without a new version.
    pub(crate) closed: bool,
    /// Whether an empty text removes the value at Stripe.
    pub(crate) unset: bool,
    /// Where an answer has it, if not under its name: paths, of which the first with a value counts.
    pub(crate) from: &'static [&'static str],
    /// What differs for the fields of the record that is its value.
    pub(crate) inner: &'static [Inner],
    #[cfg(feature = "schema")]
    pub(crate) docs: &'static [&'static str],
}

/// What a field of an inner record may say at one place, where that is not what its record says.
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
    /// In the body or the query, and it cannot be left out.
    Required,
    /// In the body or the query.
    Plain,
    /// Nowhere: a rule makes something else of it.
    Own,
    /// In the body, as what an account chooses for each payment method.
    Preferences,
}

/// Who may see a field in texts that are made of its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Privacy {
    /// Everybody.
    Shown,
    /// Nobody: it says who or where somebody is, or what people have typed, or gives access to it.
    Personal,
    /// Nobody, not even in the object's JSON: it gives access to an account or a payment.
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
    /// One of these words, separated by commas; a Rust enum has no other.
    Word(&'static str),
    Integer,
    Boolean,
    /// String pairs.
    Metadata,
    Percent,
    Record(&'static Record),
}

/// A type that a field can have.
pub(crate) trait Shaped {
    const SHAPE: Shape;
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

/// Where the fields of a record are among its fields: `At::<CreateSession>::mode`.
pub(crate) struct At<R>(PhantomData<R>);

/// `type` of `r#type`, which is a word of Rust's.
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
}

impl<T: Shaped> Shaped for Vec<T> {
    const SHAPE: Shape = Shape { list: true, ..T::SHAPE };
}

impl<T: Shaped> Shaped for Box<T> {
    const SHAPE: Shape = T::SHAPE;
}
