//! The macros that declare records: a Rust type and its description together.

/// Declares a nested record of parameters: a struct with public fields, which is checked, encoded for Stripe
/// and parsed from JSON by its description.
///
/// `path { … }` contains the fields that are part of the URL, and `required { … }` those that other languages
/// must not omit either. A field may be `as personal` or `as secret` (see
/// [`redacted!`](crate::redacted::redacted)), and its checks follow in brackets, as the methods of
/// [`Field`](super::Field): `[most(200)]`, `[open("auto,required")]`, `[closed("on,off,none"), unset]`,
/// `[own]`.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $crate::schema::declare::parameters! { Record, $(#[$meta])* pub struct $name { $($body)* } }
    };
}
pub(crate) use record;

/// Declares the parameters of an operation: a [`record!`] with the parameters that every operation has.
macro_rules! params {
    ($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $crate::schema::declare::parameters! {
            Params,
            $(#[$meta])*
            pub struct $name {
                $($body)*
                /// Which ids in the response to expand to their objects, such as `payment_intent`; at most
                /// four levels deep. See <https://docs.stripe.com/expand>.
                pub expand: Vec<String> [most(5000)],
                /// Any other of Stripe's parameters, by its path: `automatic_tax.enabled` = `true`.
                pub extra: $crate::params::Metadata [own],
            }
        }

        impl $name {
            /// Parses the record from a JSON object with Stripe's parameter names; all faults are reported
            /// together.
            ///
            /// Errors: `invalid_json`, `unknown_parameter`, `wrong_type`, `invalid_value`.
            pub fn from_json(text: &str) -> Result<Self, $crate::error::Error> {
                $crate::schema::parameters::from_json(Self::RECORD, text)
            }
        }
    };
}
pub(crate) use params;

/// Declares the parameters of an operation of Stripe's v2, which has no `expand`.
macro_rules! v2_params {
    ($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $crate::schema::declare::parameters! {
            Params,
            $(#[$meta])*
            pub struct $name {
                $($body)*
                /// Any other of Stripe's parameters, by its path: `identity.individual.given_name` = `Ada`.
                /// `true`, `false` and `null` are sent as such, and so is a JSON object, a JSON list, or a
                /// text in quotes.
                pub extra: $crate::params::Metadata [own],
            }
        }

        impl $name {
            /// Parses the record from a JSON object with Stripe's parameter names; all faults are reported
            /// together.
            ///
            /// Errors: `invalid_json`, `unknown_parameter`, `wrong_type`, `invalid_value`.
            pub fn from_json(text: &str) -> Result<Self, $crate::error::Error> {
                $crate::schema::parameters::from_json(Self::RECORD, text)
            }
        }
    };
}
pub(crate) use v2_params;

/// Declares the parameters of an operation that lists objects: [`params!`] with the position of the page.
macro_rules! list_params {
    ($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $crate::schema::params! {
            $(#[$meta])*
            pub struct $name {
                $($body)*
                /// The page size, 1 to 100; 10 if absent.
                pub limit: Option<i64>,
                /// The id after which the page starts; the call's `next_page` fills it in.
                pub starting_after: Option<String>,
                /// The id before which the page ends, to list backwards.
                pub ending_before: Option<String>,
            }
        }

        impl $name {
            #[allow(dead_code, reason = "an operation may have a rule of its own")]
            pub(crate) fn check_page(
                given: $crate::schema::Given<'_>,
                _: Option<i64>,
                faults: &mut Vec<$crate::error::Fault>,
            ) {
                type At = $crate::schema::At<$name>;
                $crate::params::check_page(given, [At::limit, At::starting_after, At::ending_before], faults);
            }
        }
    };
}
pub(crate) use list_params;

macro_rules! parameters {
    (
        $kind:ident,
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( path { $( $(#[$path_meta:meta])* pub $path:ident: $path_type:ty $(as $path_flag:ident)? $([ $($path_rule:tt)* ])? ),* $(,)? } )?
            $( required { $( $(#[$required_meta:meta])* pub $required:ident: $required_type:ty $(as $required_flag:ident)? $([ $($required_rule:tt)* ])? ),* $(,)? } )?
            $( $(#[$field_meta:meta])* pub $field:ident: $type:ty $(as $flag:ident)? $([ $($rule:tt)* ])? ),* $(,)?
        }
    ) => {
        $crate::redacted::redacted! {
            $(#[$meta])*
            #[derive(Clone, Default, PartialEq)]
            pub struct $name {
                $( $( $(#[$path_meta])* pub $path: $path_type $(as $path_flag)?, )* )?
                $( $( $(#[$required_meta])* pub $required: $required_type $(as $required_flag)?, )* )?
                $( $(#[$field_meta])* pub $field: $type $(as $flag)?, )*
            }
        }

        $crate::schema::declare::described! {
            $name: $kind, "", "", None, [$(#[$meta])*],
            {
                $( $( [$(#[$path_meta])*] $path: $path_type, Path, [$($path_flag)?], [$($($path_rule)*)?]; )* )?
                $( $( [$(#[$required_meta])*] $required: $required_type, Required, [$($required_flag)?], [$($($required_rule)*)?]; )* )?
                $( [$(#[$field_meta])*] $field: $type, Plain, [$($flag)?], [$($($rule)*)?]; )*
            }
        }

        $crate::schema::declare::viewed! { $name: $( $( $path )* )? $( $( $required )* )? $( $field )* }

        /// Every field by its name; an absent one is `null`.
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::schema::serialize(Self::RECORD, self, serializer)
            }
        }

        $crate::schema::declare::taken! { $name: $( $( $path )* )? $( $( $required )* )? $( $field )* }
    };
}
pub(crate) use parameters;

/// Declares one of Stripe's objects: the record, and how it is read. It may get more fields later, so other
/// crates cannot create one with a literal.
///
/// An object without an id names the field that it must have after `by`. `then` names a function that reads
/// what older versions of Stripe's API have in another place. A field that is read from another key has that
/// in brackets: `[from(&["customer_details.email"])]`.
macro_rules! object {
    (
        $(#[$meta:meta])*
        pub struct $name:ident: $object:literal $(by $key:ident)? $(then $then:ident)? {
            $( $(#[$field_meta:meta])* pub $field:ident: $type:ty $(as $flag:ident)? $([ $($rule:tt)* ])? ),* $(,)?
        }
    ) => {
        $crate::redacted::redacted! {
            $(#[$meta])*
            #[derive(Clone, Default, Eq, serde::Serialize)]
            #[non_exhaustive]
            pub struct $name {
                $( $(#[$field_meta])* pub $field: $type $(as $flag)?, )*
                /// The object's JSON as it was received.
                #[serde(skip)]
                pub raw: String as secret,
                /// Whether this is Stripe's stored response to an earlier request with the same idempotency
                /// key, so that nothing happened this time. `false` for an object in an event or inside
                /// another object; `==` ignores it.
                #[serde(skip)]
                pub replayed: bool,
            }
        }

        /// Whether a response is a replay is not part of the object: two reads of it are equal.
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $( self.$field == other.$field && )* self.raw == other.raw
            }
        }

        $crate::schema::declare::described! {
            $name: Object, $object, $crate::schema::declare::id!($($key)?),
            $crate::schema::declare::then!($($then)?), [$(#[$meta])*],
            { $( [$(#[$field_meta])*] $field: $type, Plain, [$($flag)?], [$($($rule)*)?]; )* }
        }

        $crate::schema::declare::viewed! { $name: $( $field )* }

        impl $crate::schema::FromSlot for $name {
            fn from_slot(slot: $crate::schema::Slot<'_>) -> Self {
                let $crate::schema::Slot::Record(mut read) = slot else { return Self::default() };
                $name {
                    $( $field: $crate::schema::FromSlot::from_slot(read.take($crate::schema::At::<$name>::$field)), )*
                    raw: read.raw.to_owned(),
                    replayed: false,
                }
            }
        }

        impl $name {
            /// Parses the object from its JSON, as Stripe sends it or as you have stored it, for example in
            /// your tests: a literal does not compile, since a later version may add fields.
            ///
            /// Errors: `invalid_json`, and `wrong_type` for the JSON of something else.
            pub fn from_json(text: &str) -> Result<Self, $crate::error::Error> {
                $crate::answer::from_json(text)
            }
        }

        impl $crate::answer::FromObject for $name {
            const RECORD: &'static $crate::schema::Record = Self::RECORD;

            fn own_id(&self) -> &str {
                $crate::schema::declare::own_id!(self $($key)?)
            }

            fn mark_replayed(&mut self) {
                self.replayed = true;
            }
        }
    };
}
pub(crate) use object;

/// Declares a nested record of an object. Like an object, it may get more fields later.
macro_rules! part {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* pub $field:ident: $type:ty $(as $flag:ident)? $([ $($rule:tt)* ])? ),* $(,)?
        }
    ) => {
        $crate::redacted::redacted! {
            $(#[$meta])*
            #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
            #[non_exhaustive]
            pub struct $name {
                $( $(#[$field_meta])* pub $field: $type $(as $flag)?, )*
            }
        }

        $crate::schema::declare::described! {
            $name: Part, "", "", None, [$(#[$meta])*],
            { $( [$(#[$field_meta])*] $field: $type, Plain, [$($flag)?], [$($($rule)*)?]; )* }
        }

        $crate::schema::declare::viewed! { $name: $( $field )* }
        $crate::schema::declare::taken! { $name: $( $field )* }
    };
}
pub(crate) use part;

/// Declares a result of the core, so that other languages know its fields. It may get more fields later,
/// unless it is `given` to the core: such a record is created by its fields, like parameters.
macro_rules! data {
    (given $($rest:tt)*) => { $crate::schema::declare::data! { @ $($rest)* } };
    ($(#[$meta:meta])* pub struct $($rest:tt)*) => {
        $crate::schema::declare::data! { @ $(#[$meta])* #[non_exhaustive] pub struct $($rest)* }
    };
    (
        @ $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* pub $field:ident: $type:ty $(as $flag:ident)? $([ $($rule:tt)* ])? ),* $(,)?
        }
    ) => {
        $crate::redacted::redacted! {
            $(#[$meta])*
            pub struct $name {
                $( $(#[$field_meta])* pub $field: $type $(as $flag)?, )*
            }
        }

        impl $crate::schema::FromSlot for $name {
            fn from_slot(slot: $crate::schema::Slot<'_>) -> Self {
                let mut read = match slot {
                    $crate::schema::Slot::Record(read) => read,
                    _ => $crate::schema::Dynamic::new(Self::RECORD),
                };
                $name {
                    $( $field: $crate::schema::FromSlot::from_slot(read.take($crate::schema::At::<$name>::$field)), )*
                }
            }
        }

        $crate::schema::declare::described! {
            $name: Data, "", "", None, [$(#[$meta])*],
            { $( [$(#[$field_meta])*] $field: $type, Plain, [$($flag)?], [$($($rule)*)?]; )* }
        }
    };
}
pub(crate) use data;

/// The description of a record, and the index of each field in it.
macro_rules! described {
    (
        $name:ident: $kind:ident, $object:expr, $id:expr, $then:expr, [$(#[$meta:meta])*],
        { $( [$(#[$field_meta:meta])*] $field:ident: $type:ty, $place:ident, [$($flag:ident)?], [$($rule:tt)*]; )* }
    ) => {
        impl $name {
            /// Its description.
            #[allow(dead_code, reason = "what the core computes is described for the document alone")]
            pub(crate) const RECORD: &'static $crate::schema::Record = {
                static FIELDS: &[$crate::schema::Field] = &[
                    $( $crate::schema::field!([$(#[$field_meta])*] $field: $type, $place, [$($flag)?], [$($rule)*]), )*
                ];
                static RECORD: $crate::schema::Record = $crate::schema::Record {
                    name: stringify!($name),
                    kind: $crate::schema::Kind::$kind,
                    object: $object,
                    id: $id,
                    fields: FIELDS,
                    keys: $crate::schema::keys(FIELDS),
                    below: $crate::schema::below(FIELDS),
                    then: $then,
                    #[cfg(feature = "schema")]
                    docs: &[$(stringify!($meta)),*],
                    #[cfg(test)]
                    filled: || Box::new(<$name as $crate::redacted::Filled>::filled("")),
                };
                &RECORD
            };
        }

        const _: () = {
            #[allow(non_camel_case_types, dead_code, clippy::upper_case_acronyms)]
            enum Index { $($field),* }

            #[allow(non_upper_case_globals, dead_code)]
            impl $crate::schema::At<$name> {
                $( pub(crate) const $field: usize = Index::$field as usize; )*
            }
        };

        impl $crate::schema::Shaped for $name {
            const SHAPE: $crate::schema::Shape =
                $crate::schema::Shape::of($crate::schema::Of::Record(<$name>::RECORD));
        }
    };
}
pub(crate) use described;

/// Presents the fields of a record by their indices in its description.
macro_rules! viewed {
    ($name:ident: $($field:ident)*) => {
        impl $crate::schema::View for $name {
            fn field(&self, index: usize) -> $crate::schema::Value<'_> {
                #[allow(unused_imports)]
                use $crate::schema::AsValue as _;
                match index {
                    $( $crate::schema::At::<$name>::$field => self.$field.value(), )*
                    _ => $crate::schema::Value::Absent,
                }
            }

            // Most fields of most records are absent and skipped without a call.
            #[allow(unused_variables, reason = "a record may have no fields")]
            fn visit<'v>(&'v self, show: &mut dyn FnMut(usize, $crate::schema::Value<'v>)) {
                #[allow(unused_imports)]
                use $crate::schema::AsValue as _;
                $( $crate::schema::declare::present!(show, self.$field, $crate::schema::At::<$name>::$field); )*
            }
        }

        impl $crate::schema::AsValue for $name {
            fn value(&self) -> $crate::schema::Value<'_> {
                $crate::schema::Value::Record(self)
            }
        }
    };
}
pub(crate) use viewed;

/// Creates a record that has only its fields from what was read.
macro_rules! taken {
    ($name:ident: $($field:ident)*) => {
        impl $crate::schema::FromSlot for $name {
            #[allow(unused_mut, unused_variables, reason = "a record may have no fields")]
            fn from_slot(slot: $crate::schema::Slot<'_>) -> Self {
                let $crate::schema::Slot::Record(mut read) = slot else { return Self::default() };
                $name {
                    $( $field: $crate::schema::FromSlot::from_slot(read.take($crate::schema::At::<$name>::$field)), )*
                }
            }
        }
    };
}
pub(crate) use taken;

macro_rules! field {
    (
        [$(#[$meta:meta])*] $field:ident: $type:ty, $place:ident, [$($flag:ident)?],
        [$($rule:ident $(($($argument:expr),*))?),* $(,)?]
    ) => {
        $crate::schema::Field {
            #[cfg(feature = "schema")]
            docs: &[$(stringify!($meta)),*],
            ..$crate::schema::Field::new(
                stringify!($field),
                <$type as $crate::schema::Shaped>::SHAPE,
                $crate::schema::Place::$place,
            )
            .open(<$type as $crate::schema::Shaped>::WORDS)
            $(.$flag())?
            $(.$rule($($($argument),*)?))*
        }
    };
}
pub(crate) use field;

macro_rules! present {
    ($show:ident, $value:expr, $index:expr) => {
        match $value.value() {
            $crate::schema::Value::Absent => {}
            value => $show($index, value),
        }
    };
}
pub(crate) use present;

macro_rules! id {
    () => {
        "id"
    };
    ($key:ident) => {
        stringify!($key)
    };
}
pub(crate) use id;

macro_rules! then {
    () => {
        None
    };
    ($then:ident) => {
        Some($then)
    };
}
pub(crate) use then;

macro_rules! own_id {
    ($record:ident) => {
        &$record.id
    };
    ($record:ident $key:ident) => {
        &$record.$key
    };
}
pub(crate) use own_id;
