//! Stripe's objects as records: a few fields by name, and the whole JSON beside them.

use std::borrow::Cow;

use crate::json::{Invalid, Reader};
use crate::params::Metadata;

/// A value that can be read from an answer. A value of another type than expected counts as absent,
/// so that a change on Stripe's side never loses the rest of the object.
pub(crate) trait FromAnswer: Sized {
    fn read(value: &mut Reader<'_>) -> Result<Self, Invalid>;
}

/// One of Stripe's objects.
pub(crate) trait FromObject: Sized {
    /// What the value of `object` is, for instance `refund`; the empty text stands for any.
    const OBJECT: &'static str;

    /// Reads the object's members; the second value is what stands under `object`.
    fn members(value: &mut Reader<'_>) -> Result<Option<(Self, String)>, Invalid>;

    /// The object's own id; empty if it has none.
    fn own_id(&self) -> &str;

    /// Reads the object; the error says what was expected.
    fn from_json(text: &str) -> Result<Self, &'static str>;
}

/// What an operation answers with: it knows whether Stripe did anything for it.
pub(crate) trait Replay {
    /// Notes that it is a stored answer to an earlier request.
    fn mark_replayed(&mut self);
}

/// That an answer is a replay is no part of the object: two readings of it are equal.
macro_rules! replay {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $( self.$field == other.$field && )* self.raw == other.raw
            }
        }

        impl $crate::answer::Replay for $name {
            fn mark_replayed(&mut self) {
                self.replayed = true;
            }
        }
    };
}
pub(crate) use replay;

/// Declares one of Stripe's objects: the record, and how it is read.
///
/// An object that has no id is told `by` the field that it cannot lack. `then` names a method that takes
/// from the raw JSON what older versions of Stripe's API have in another place. What `Debug` leaves out, beside the
/// raw JSON, is declared as in [`redacted!`](crate::redacted::redacted).
macro_rules! object {
    (
        $(#[$meta:meta])*
        pub struct $name:ident: $object:literal $(by $key:ident)? $(then $then:ident)? {
            $( $(#[$field_meta:meta])* pub $field:ident: $type:ty $(as $flag:ident)? ),* $(,)?
        }
    ) => {
        $crate::redacted::redacted! {
            $(#[$meta])*
            #[derive(Clone, Default, Eq, serde::Serialize)]
            #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
            pub struct $name {
                $( $(#[$field_meta])* pub $field: $type $(as $flag)?, )*
                /// The object as it came.
                #[serde(skip)]
                pub raw: String as secret,
                /// Whether this is Stripe's stored answer to an earlier request with the same idempotency
                /// key, so that nothing was done this time. `false` for what came in an event or inside of
                /// another object; `==` does not look at it.
                #[serde(skip)]
                #[cfg_attr(feature = "uniffi", uniffi(default))]
                pub replayed: bool,
            }
        }

        $crate::answer::replay!($name { $($field,)* });

        impl $crate::answer::FromObject for $name {
            const OBJECT: &'static str = $object;

            fn members(
                value: &mut $crate::json::Reader<'_>,
            ) -> Result<Option<(Self, String)>, $crate::json::Invalid> {
                use $crate::answer::FromAnswer;
                let mut record = Self::default();
                let mut object = String::new();
                let start = value.here();
                let found = value.object(|value, key| {
                    match $crate::params::plain(key) {
                        "object" => object = FromAnswer::read(value)?,
                        $( stringify!($field) => record.$field = FromAnswer::read(value)?, )*
                        _ => {
                            value.skip()?;
                        }
                    }
                    Ok(())
                })?;
                record.raw = value.since(start).to_owned();
                $( record.$then(); )?
                Ok(found.then_some((record, object)))
            }

            fn own_id(&self) -> &str {
                $crate::answer::own_id!(self $($key)?)
            }

            fn from_json(text: &str) -> Result<Self, &'static str> {
                $crate::answer::read_object(text).ok_or(concat!("a ", $object, " object"))
            }
        }

        impl $crate::answer::FromAnswer for Option<$name> {
            fn read(value: &mut $crate::json::Reader<'_>) -> Result<Self, $crate::json::Invalid> {
                $crate::answer::nested(value)
            }
        }
    };
}
pub(crate) use object;

macro_rules! own_id {
    ($record:ident) => {
        &$record.id
    };
    ($record:ident $key:ident) => {
        &$record.$key
    };
}
pub(crate) use own_id;

/// Declares a part of an object: a record with a few fields, and no more than that. What `Debug` leaves out
/// is declared as in [`redacted!`](crate::redacted::redacted).
macro_rules! part {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* pub $field:ident: $type:ty $(as $flag:ident)? ),* $(,)?
        }
    ) => {
        $crate::redacted::redacted! {
            $(#[$meta])*
            #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
            #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
            pub struct $name {
                $( $(#[$field_meta])* pub $field: $type $(as $flag)?, )*
            }
        }

        impl $crate::answer::FromAnswer for Option<$name> {
            fn read(value: &mut $crate::json::Reader<'_>) -> Result<Self, $crate::json::Invalid> {
                use $crate::answer::FromAnswer;
                let mut record = $name::default();
                let found = value.object(|value, key| {
                    match $crate::params::plain(key) {
                        $( stringify!($field) => record.$field = FromAnswer::read(value)?, )*
                        _ => {
                            value.skip()?;
                        }
                    }
                    Ok(())
                })?;
                Ok(found.then_some(record))
            }
        }
    };
}
pub(crate) use part;

/// A whole text that is one object of the expected kind, with an id.
pub(crate) fn read_object<T: FromObject>(text: &str) -> Option<T> {
    let mut reader = Reader::new(text);
    let (record, object) = T::members(&mut reader).ok()??;
    reader.end().ok()?;
    is_of_kind::<T>(&record, &object).then_some(record)
}

/// An object inside of another; `None` for anything else, an id included.
pub(crate) fn nested<T: FromObject>(value: &mut Reader<'_>) -> Result<Option<T>, Invalid> {
    let read = T::members(value)?;
    Ok(read.filter(|(record, object)| is_of_kind::<T>(record, object)).map(|(record, _)| record))
}

/// One string out of an object, or out of objects within it.
pub(crate) fn string_in(value: &mut Reader<'_>, path: &[&str]) -> Result<Option<String>, Invalid> {
    let Some((wanted, deeper)) = path.split_first() else { return FromAnswer::read(value) };
    let mut found = None;
    value.object(|value, key| {
        if key == *wanted {
            found = string_in(value, deeper)?;
        } else {
            value.skip()?;
        }
        Ok(())
    })?;
    Ok(found)
}

/// What stands at a path of an object's JSON.
pub(crate) fn found_in<T: FromAnswer>(raw: &str, path: &[&str]) -> Option<T> {
    fn walk<T: FromAnswer>(value: &mut Reader<'_>, path: &[&str]) -> Result<Option<T>, Invalid> {
        let Some((wanted, deeper)) = path.split_first() else { return T::read(value).map(Some) };
        let mut found = None;
        value.object(|value, key| {
            if key == *wanted {
                found = walk(value, deeper)?;
            } else {
                value.skip()?;
            }
            Ok(())
        })?;
        Ok(found)
    }
    walk(&mut Reader::new(raw), path).ok().flatten()
}

fn is_of_kind<T: FromObject>(record: &T, object: &str) -> bool {
    (T::OBJECT.is_empty() || object == T::OBJECT) && !record.own_id().is_empty()
}

/// An absent text is empty.
impl FromAnswer for String {
    fn read(value: &mut Reader<'_>) -> Result<Self, Invalid> {
        Ok(value.string()?.map(Cow::into_owned).unwrap_or_default())
    }
}

/// An id, or that of the object which stands in its place when it was expanded.
impl FromAnswer for Option<String> {
    fn read(value: &mut Reader<'_>) -> Result<Self, Invalid> {
        if !value.is_object() {
            return Ok(value.string()?.map(Cow::into_owned));
        }
        let mut id = None;
        value.object(|value, key| {
            match key {
                "id" => id = value.string()?.map(Cow::into_owned),
                _ => {
                    value.skip()?;
                }
            }
            Ok(())
        })?;
        Ok(id)
    }
}

impl FromAnswer for Option<i64> {
    fn read(value: &mut Reader<'_>) -> Result<Self, Invalid> {
        value.integer()
    }
}

impl FromAnswer for Option<bool> {
    fn read(value: &mut Reader<'_>) -> Result<Self, Invalid> {
        value.boolean()
    }
}

/// An absent flag is not set.
impl FromAnswer for bool {
    fn read(value: &mut Reader<'_>) -> Result<Self, Invalid> {
        Ok(value.boolean()?.unwrap_or_default())
    }
}

impl FromAnswer for Metadata {
    fn read(value: &mut Reader<'_>) -> Result<Self, Invalid> {
        let mut metadata = Metadata::default();
        value.object(|value, key| {
            if let Some(text) = value.string()? {
                metadata.insert(key, text);
            }
            Ok(())
        })?;
        Ok(metadata)
    }
}

/// The items that can be read; also those of a list object, of which it takes the page that is there.
impl<T> FromAnswer for Vec<T>
where
    Option<T>: FromAnswer,
{
    fn read(value: &mut Reader<'_>) -> Result<Self, Invalid> {
        let mut items = Vec::new();
        if value.is_object() {
            value.object(|value, key| {
                match key {
                    "data" => items = Vec::read(value)?,
                    _ => {
                        value.skip()?;
                    }
                }
                Ok(())
            })?;
        } else {
            value.array(|value| {
                items.extend(Option::<T>::read(value)?);
                Ok(())
            })?;
        }
        Ok(items)
    }
}
