//! Parameter records: how they are declared, read from JSON, and what every one of them can check.

use std::collections::BTreeMap;
use std::fmt;

mod blank;
mod checks;
mod extra;
pub(crate) mod forbidden;
mod words;

pub(crate) use blank::{NoBlanks, check_blanks, is_blank, refuse_blank};
pub(crate) use checks::{
    check_length, check_one_of, check_page, check_positive, check_text, check_web_address,
};
pub(crate) use extra::{append_extra, bracketed};
pub(crate) use words::{check_open_word, misspelled};

use crate::error::{Error, Fault};
use crate::json::Json;

/// Declares a parameter record: a struct with public fields that serializes to Stripe's form and can
/// be read from JSON with every fault reported at its path.
///
/// `path { … }` holds what stands in the URL, `required { … }` what other languages cannot leave out
/// either, and `own { … }` what is not Stripe's parameter and is merged by the operation. What `Debug`
/// leaves out is declared as in [`redacted!`](crate::redacted::redacted).
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( path { $( $(#[$path_meta:meta])* pub $path:ident: $path_type:ty $(as $path_flag:ident)? ),* $(,)? } )?
            $( required { $( $(#[$required_meta:meta])* pub $required:ident: $required_type:ty $(as $required_flag:ident)? ),* $(,)? } )?
            $( own { $( $(#[$own_meta:meta])* pub $own:ident: $own_type:ty $(as $own_flag:ident)? ),* $(,)? } )?
            $( $(#[$field_meta:meta])* pub $field:ident: $type:ty $(as $flag:ident)? ),* $(,)?
        }
    ) => {
        $crate::redacted::redacted! {
            $(#[$meta])*
            #[derive(Clone, Default, PartialEq, serde::Serialize)]
            #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
            pub struct $name {
                $( $( $(#[$path_meta])* #[serde(skip)] pub $path: $path_type $(as $path_flag)?, )* )?
                $( $( $(#[$required_meta])* pub $required: $required_type $(as $required_flag)?, )* )?
                $( $( $(#[$own_meta])* #[serde(skip)] #[cfg_attr(feature = "uniffi", uniffi(default))] pub $own: $own_type $(as $own_flag)?, )* )?
                $( $(#[$field_meta])* #[cfg_attr(feature = "uniffi", uniffi(default))] pub $field: $type $(as $flag)?, )*
            }
        }

        impl $crate::params::FromJson for $name {
            fn read(json: $crate::json::Json, at: &str, faults: &mut Vec<$crate::error::Fault>) -> Self {
                const NAMES: &[&str] = &[
                    $( $( stringify!($path), )* )? $( $( stringify!($required), )* )?
                    $( $( stringify!($own), )* )? $( stringify!($field), )*
                ];
                #[allow(unused_mut)]
                let mut record = Self::default();
                for (key, value) in $crate::params::object(json, at, faults) {
                    let path = $crate::params::join(at, &key);
                    match $crate::params::plain(&key) {
                        $( $( stringify!($path) => record.$path = $crate::params::FromJson::read(value, &path, faults), )* )?
                        $( $( stringify!($required) => record.$required = $crate::params::FromJson::read(value, &path, faults), )* )?
                        $( $( stringify!($own) => record.$own = $crate::params::FromJson::read(value, &path, faults), )* )?
                        $( stringify!($field) => record.$field = $crate::params::FromJson::read(value, &path, faults), )*
                        _ => faults.push($crate::params::unknown(&path, &key, NAMES)),
                    }
                }
                record
            }
        }
    };
}
pub(crate) use record;

/// Declares the parameters of an operation: a [`record!`] that also takes what every operation takes.
macro_rules! params {
    (
        $(#[$meta:meta])*
        pub struct $name:ident { $($body:tt)* }
    ) => {
        $crate::params::record! {
            $(#[$meta])*
            pub struct $name {
                $($body)*
                /// Which ids of the answer to replace by their objects, such as `payment_intent`; at
                /// most four levels deep. See <https://docs.stripe.com/expand>.
                pub expand: Vec<String>,
                /// Every other parameter of Stripe's, by its path: `automatic_tax.enabled` = `true`.
                #[serde(skip)]
                pub extra: $crate::params::Metadata,
            }
        }

        impl $crate::operation::Extra for $name {
            fn extra(&self) -> Option<&$crate::params::Metadata> {
                Some(&self.extra)
            }
        }

        impl $name {
            /// Reads the record from a JSON object with Stripe's parameter names, all faults at once.
            ///
            /// Errors: `invalid_json`, `unknown_parameter`, `wrong_type`, `invalid_value`.
            pub fn from_json(text: &str) -> Result<Self, $crate::error::Error> {
                $crate::params::from_json(text)
            }
        }
    };
}
pub(crate) use params;

/// Declares the parameters of an operation that lists objects: [`params!`] and where the page starts.
macro_rules! list_params {
    (
        $(#[$meta:meta])*
        pub struct $name:ident { $($body:tt)* }
    ) => {
        $crate::params::params! {
            $(#[$meta])*
            pub struct $name {
                $($body)*
                /// How many objects a page has: 1 to 100, by default 10.
                pub limit: Option<i64>,
                /// The id after which the page starts; `next_page` of the call fills it in.
                pub starting_after: Option<String>,
                /// The id before which the page ends, to read a list backwards.
                pub ending_before: Option<String>,
            }
        }

        impl $crate::operation::Check for $name {
            // Of configurations; what it stands for Stripe does not say, but it takes it.
            const UNSET: &[&str] = &["application"];

            fn check(&self, _: Option<i64>, faults: &mut Vec<$crate::error::Fault>) {
                $crate::params::check_page(self.limit, &self.starting_after, &self.ending_before, faults);
            }
        }
    };
}
pub(crate) use list_params;

record! {
    /// When an object was created, in unix seconds; every bound that is given holds.
    pub struct Created {
        /// After this time.
        pub gt: Option<i64>,
        /// At this time or after it.
        pub gte: Option<i64>,
        /// Before this time.
        pub lt: Option<i64>,
        /// At this time or before it.
        pub lte: Option<i64>,
    }
}

/// A key as the field's name: `type` is a word of Rust's, so its field is `r#type`.
pub(crate) fn plain(key: &str) -> &str {
    if key == "type" { "r#type" } else { key }
}

/// A value that can be read from JSON; what is wrong goes to `faults`, and reading goes on.
pub(crate) trait FromJson: Default {
    fn read(json: Json, at: &str, faults: &mut Vec<Fault>) -> Self;
}

/// Reads a whole record from JSON text.
pub(crate) fn from_json<T: FromJson>(text: &str) -> Result<T, Error> {
    let mut faults = Vec::new();
    let record = T::read(Json::parse(text)?, "", &mut faults);
    if faults.is_empty() { Ok(record) } else { Err(Error::of_faults(faults)) }
}

/// String pairs in a fixed (sorted) order: Stripe's `metadata`, or parameters by their path. `Debug` shows
/// the keys, since the values can be personal.
#[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Metadata(BTreeMap<String, String>);

impl Metadata {
    /// The pairs, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// The value under `key`.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// Adds a pair, or replaces the value under its key.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<String>) {
        self.0.insert(key.into(), value.into());
    }

    /// Whether there is no pair.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Stripe's limits: 50 keys, keys of 1 to 40 and values of at most 500 characters.
    pub(crate) fn check(&self, at: &str, faults: &mut Vec<Fault>) {
        if self.0.len() > 50 {
            faults.push(Fault::new(at, "too_many_items", "expected at most 50 keys"));
        }
        for (key, value) in self.iter() {
            let path = join(at, key);
            if key.is_empty() || key.chars().count() > 40 {
                faults.push(Fault::new(&path, "metadata_key_length", "expected a key of 1 to 40 characters"));
            }
            check_length(value, 500, &path, faults);
        }
    }
}

impl fmt::Debug for Metadata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.0.keys().map(|key| (key, format_args!("_")))).finish()
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Metadata {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Metadata(pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}

impl<K: Into<String>, V: Into<String>, const N: usize> From<[(K, V); N]> for Metadata {
    fn from(pairs: [(K, V); N]) -> Self {
        pairs.into_iter().collect()
    }
}

#[cfg(feature = "uniffi")]
#[allow(clippy::disallowed_types)]
type Pairs = std::collections::HashMap<String, String>;

#[cfg(feature = "uniffi")]
uniffi::custom_type!(Metadata, Pairs, {
    lower: |metadata| metadata.0.into_iter().collect(),
    try_lift: |pairs| Ok(pairs.into_iter().collect()),
});

impl FromJson for Metadata {
    fn read(json: Json, at: &str, faults: &mut Vec<Fault>) -> Self {
        let mut metadata = Metadata::default();
        for (key, value) in object(json, at, faults) {
            match value {
                Json::Text(text) => metadata.insert(key, text),
                Json::Int(number) => metadata.insert(key, number.to_string()),
                Json::Bool(flag) => metadata.insert(key, flag.to_string()),
                other => {
                    faults.push(wrong_type(&join(at, &key), "a string, an integer or a boolean", &other))
                }
            }
        }
        metadata
    }
}

impl FromJson for String {
    fn read(json: Json, at: &str, faults: &mut Vec<Fault>) -> Self {
        match json {
            Json::Text(text) => text,
            other => {
                faults.push(wrong_type(at, "a string", &other));
                String::new()
            }
        }
    }
}

impl FromJson for i64 {
    fn read(json: Json, at: &str, faults: &mut Vec<Fault>) -> Self {
        match json {
            Json::Int(number) => number,
            other => {
                faults.push(wrong_type(at, "an integer", &other));
                0
            }
        }
    }
}

impl FromJson for bool {
    fn read(json: Json, at: &str, faults: &mut Vec<Fault>) -> Self {
        match json {
            Json::Bool(flag) => flag,
            other => {
                faults.push(wrong_type(at, "a boolean", &other));
                false
            }
        }
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn read(json: Json, at: &str, faults: &mut Vec<Fault>) -> Self {
        if json == Json::Null { None } else { Some(T::read(json, at, faults)) }
    }
}

impl<T: FromJson> FromJson for Box<T> {
    fn read(json: Json, at: &str, faults: &mut Vec<Fault>) -> Self {
        Box::new(T::read(json, at, faults))
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn read(json: Json, at: &str, faults: &mut Vec<Fault>) -> Self {
        match json {
            Json::List(items) => items
                .into_iter()
                .enumerate()
                .map(|(index, item)| T::read(item, &format!("{at}[{index}]"), faults))
                .collect(),
            other => {
                faults.push(wrong_type(at, "an array", &other));
                Vec::new()
            }
        }
    }
}

/// The fields of an object, or a fault and none.
pub(crate) fn object(json: Json, at: &str, faults: &mut Vec<Fault>) -> Vec<(String, Json)> {
    match json {
        Json::Object(fields) => fields,
        other => {
            faults.push(wrong_type(at, "an object", &other));
            Vec::new()
        }
    }
}

/// A fault for a key that the record does not have, with the nearest one that it has.
pub(crate) fn unknown(path: &str, key: &str, known: &[&str]) -> Fault {
    if let Some(refused) = crate::params::forbidden::fault(path, path) {
        return refused;
    }
    let nearest = known.iter().map(|name| (distance(key, name), name)).min();
    let hint = match nearest {
        Some((distance, name)) if distance <= 3 && distance < key.chars().count() => {
            format!("did you mean `{name}`? ")
        }
        _ => String::new(),
    };
    let text =
        format!("unknown parameter; {hint}parameters that are not named here go into `extra`, by their path");
    Fault::new(path, "unknown_parameter", text)
}

/// `at.key`, or `key` at the top.
pub(crate) fn join(at: &str, key: &str) -> String {
    // One allocation: paths are made for every check, also where there is no fault to tell.
    if at.is_empty() { key.to_owned() } else { [at, ".", key].concat() }
}

/// A field of what stands somewhere: [`join`] for paths that are written down only where there is a
/// fault to tell.
#[derive(Clone, Copy)]
pub(crate) struct Within<'a>(pub(crate) &'a dyn fmt::Display, pub(crate) &'a str);

impl fmt::Display for Within<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&join(&self.0.to_string(), self.1))
    }
}

fn wrong_type(at: &str, expected: &str, got: &Json) -> Fault {
    Fault::new(at, "wrong_type", format!("expected {expected}, got {}", got.kind()))
}

/// Levenshtein's distance; the names are short, so the plain rows will do.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, to) in row.iter_mut().skip(1).zip(&b) {
            let above = *cell;
            left = (diagonal + usize::from(from != *to)).min(above + 1).min(left + 1);
            diagonal = above;
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
