//! Redaction: records whose `Debug` leaves out secret and personal data.

/// Declares a struct whose `Debug` leaves out the fields declared `as personal` or `as secret`:
/// `pub email: Option<String> as personal`.
///
/// `personal` marks what identifies or locates a person, what people have typed, and what grants access to
/// it: names, addresses, descriptions, links. `secret` marks what grants access to an account or a payment;
/// it is also left out of an object's JSON in other languages. Ids, amounts, times and Stripe's own words are
/// shown. Every language follows these declarations, and `core/shown.txt` lists the texts that are shown.
macro_rules! redacted {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* pub $field:ident: $type:ty $(as $flag:ident)? ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        pub struct $name {
            $( $(#[$field_meta])* pub $field: $type, )*
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                const HIDDEN: &[&str] = &[$( $( stringify!($flag), )? )*];
                #[allow(unused_mut)]
                let mut record = f.debug_struct(stringify!($name));
                $( $crate::redacted::show!(record, self.$field, $field $(, $flag)?); )*
                if HIDDEN.is_empty() { record.finish() } else { record.finish_non_exhaustive() }
            }
        }

        #[cfg(test)]
        impl $crate::redacted::Filled for $name {
            fn filled(_: &str) -> Self {
                $name {
                    $( $field: $crate::redacted::Filled::filled(
                        &concat!(stringify!($name), ".", stringify!($field)).replace("r#", ""),
                    ), )*
                }
            }
        }
    };
}
pub(crate) use redacted;

macro_rules! show {
    ($record:ident, $value:expr, $field:ident) => {
        $record.field(stringify!($field).trim_start_matches("r#"), &$value);
    };
    ($record:ident, $value:expr, $field:ident, personal) => {};
    ($record:ident, $value:expr, $field:ident, secret) => {};
}
pub(crate) use show;

#[cfg(test)]
pub(crate) use tests::Filled;

#[cfg(test)]
mod tests;
