//! An operation of Stripe's API: its name, its scope, and its request.

use crate::error::{Error, Fault};
use crate::http::Method;
use crate::params::{Metadata, append_extra, forbidden, insert_extra, join};
mod dynamic;

pub use dynamic::{AnyAnswer, AnyObject, AnyOperation};

use crate::schema::{self, Body, Given, Value, View, write as writer};

/// One operation of Stripe's API, implemented by the record with its parameters.
///
/// This trait is sealed: only this crate declares operations.
#[allow(private_interfaces, reason = "what is hidden here is for this crate's own use")]
pub trait Operation: sealed::Sealed {
    /// The result of the operation.
    type Answer;

    /// Returns the operation's description. For this crate's own use.
    #[doc(hidden)]
    fn schema(&self) -> &'static schema::Operation;

    /// Checks the parameters, with times relative to `now` if it is known, and encodes them. For this crate's
    /// own use.
    #[doc(hidden)]
    fn wire(&self, now: Option<i64>) -> Result<Wire, Error>;

    /// Reads the body of a successful response. For this crate's own use.
    #[doc(hidden)]
    fn answer(operation: &'static schema::Operation, body: &str) -> Option<Self::Answer>;

    /// Marks a result as Stripe's stored response to an earlier request. For this crate's own use.
    #[doc(hidden)]
    fn mark_replayed(answer: &mut Self::Answer);

    /// Returns the id of the resulting object, or `None` for a list. For this crate's own use.
    #[doc(hidden)]
    fn id_of(answer: &Self::Answer) -> Option<String>;

    /// Returns whether an operation is among those that `Self` stands for. For this crate's own use.
    #[doc(hidden)]
    fn knows(operation: &'static schema::Operation) -> bool;
}

/// An operation that changes something, and therefore needs an idempotency key.
pub trait Write: Operation {}

/// A write that deletes an object of v1. Its idempotency key may be left out, since Stripe does not store the
/// response: a second request finds nothing to delete.
pub trait Delete: Write {}

/// An operation that only reads.
pub trait Read: Operation {}

/// An operation on a merchant's account.
pub trait OnMerchant: Operation {}

/// An operation on the platform's own account.
pub trait OnPlatform: Operation {}

/// An operation whose result is a [`Page`](crate::Page) of a longer list.
pub trait List: Read {}

/// The operation-specific part of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wire {
    pub(crate) method: Method,
    /// The path, including the query of a `GET`.
    pub(crate) path: String,
    pub(crate) body: String,
}

pub(crate) mod sealed {
    /// Limits the operations to those of this crate.
    pub trait Sealed {}
}

/// Declares that a record of parameters is an operation.
///
/// `operation!(CreateRefund, "refunds.create", Write: Post "/v1/refunds" -> Refund, [OnMerchant]);`
/// `operation!(GetRefund, "refunds.retrieve", Read: Get "/v1/refunds/{id}" (id: "re_") -> Refund, [OnMerchant]);`
///
/// It may be followed by a `rule` over several fields, and by the previous name of the operation after `was`.
macro_rules! operation {
    (
        $params:ident, $name:literal,
        $kind:ident: $method:ident $path:literal $( ($($id:ident: $($prefix:literal)|*),+) )? -> $answer:ty,
        [$($scope:ident),+] $(, rule $rule:expr)? $(, writes $write:expr)? $(, was $was:literal)? $(,)?
    ) => {
        impl $crate::operation::sealed::Sealed for $params {}
        $crate::operation::kind!($kind, $params);
        $( impl $crate::operation::$scope for $params {} )+

        impl $params {
            pub(crate) const OPERATION: &'static $crate::schema::Operation = {
                static OPERATION: $crate::schema::Operation = $crate::schema::Operation {
                    name: $name,
                    formerly: concat!($($was)?),
                    method: $crate::http::Method::$method,
                    path: $path,
                    body: $crate::schema::Body::of($path),
                    ids: &[$($((stringify!($id), &[$($prefix),*])),+)?],
                    params: $params::RECORD,
                    answer: <$answer as $crate::answer::Answer>::RECORD,
                    lists: <$answer as $crate::answer::Answer>::LISTS,
                    key: $crate::operation::key_use!($kind),
                    on_merchant: $crate::operation::has!(OnMerchant $($scope)+),
                    on_platform: $crate::operation::has!(OnPlatform $($scope)+),
                    rule: $crate::operation::rule!($($rule)?),
                    write: $crate::operation::write!($($write)?),
                };
                &OPERATION
            };
        }

        #[allow(private_interfaces, reason = "as the trait")]
        impl $crate::operation::Operation for $params {
            type Answer = $answer;

            fn schema(&self) -> &'static $crate::schema::Operation {
                Self::OPERATION
            }

            fn wire(&self, now: Option<i64>) -> Result<$crate::operation::Wire, $crate::error::Error> {
                $crate::operation::wire(Self::OPERATION, self, now)
            }

            fn answer(_: &'static $crate::schema::Operation, body: &str) -> Option<$answer> {
                <$answer as $crate::answer::Answer>::read(body)
            }

            fn mark_replayed(answer: &mut $answer) {
                $crate::answer::Answer::mark_replayed(answer);
            }

            fn id_of(answer: &$answer) -> Option<String> {
                $crate::answer::Answer::id(answer).map(str::to_owned)
            }

            fn knows(operation: &'static $crate::schema::Operation) -> bool {
                operation.name == $name
            }
        }
    };
}
pub(crate) use operation;

macro_rules! kind {
    (Delete, $params:ident) => {
        impl $crate::operation::Write for $params {}
        impl $crate::operation::Delete for $params {}
    };
    ($kind:ident, $params:ident) => {
        impl $crate::operation::$kind for $params {}
    };
}
pub(crate) use kind;

macro_rules! key_use {
    (Write) => {
        $crate::schema::KeyUse::Required
    };
    (Delete) => {
        $crate::schema::KeyUse::Optional
    };
    (Read) => {
        $crate::schema::KeyUse::Never
    };
}
pub(crate) use key_use;

macro_rules! has {
    (OnMerchant OnMerchant $($rest:ident)*) => {
        true
    };
    (OnPlatform OnPlatform $($rest:ident)*) => {
        true
    };
    ($wanted:ident $other:ident $($rest:ident)*) => {
        $crate::operation::has!($wanted $($rest)*)
    };
    ($wanted:ident) => {
        false
    };
}
pub(crate) use has;

macro_rules! rule {
    () => {
        |_, _, _| {}
    };
    ($rule:expr) => {
        $rule
    };
}
pub(crate) use rule;

macro_rules! write {
    () => {
        $crate::operation::encode
    };
    ($write:expr) => {
        $write
    };
}
pub(crate) use write;

/// Checks parameters and encodes them: as a query for a `GET`, otherwise as the operation's body. All faults
/// are reported together.
pub(crate) fn wire(
    operation: &'static schema::Operation,
    view: &dyn View,
    now: Option<i64>,
) -> Result<Wire, Error> {
    let mut faults = Vec::new();
    let mut path = path(operation, view, &mut faults);
    (operation.rule)(Given(view), now, &mut faults);
    let mut body = (operation.write)(operation.params, view, is_json(operation), &mut faults)?;
    extra(operation, view, &mut body, &mut faults);
    if !faults.is_empty() {
        return Err(Error::of_faults(faults));
    }
    if operation.method != Method::Post && !body.is_empty() {
        path.push('?');
        path.push_str(&std::mem::take(&mut body));
    }
    Ok(Wire { method: operation.method, path, body })
}

fn is_json(operation: &schema::Operation) -> bool {
    operation.method == Method::Post && operation.body == Body::Json
}

pub(crate) fn encode(
    record: &'static schema::Record,
    view: &dyn View,
    as_json: bool,
    faults: &mut Vec<Fault>,
) -> Result<String, Error> {
    if as_json {
        return Ok(writer::json(record, view, faults));
    }
    let no_faults_yet = faults.is_empty();
    match writer::form(record, view, faults) {
        Err(error) if no_faults_yet => Err(error),
        // The rules report such faults with more detail, along with all others.
        written => Ok(written.unwrap_or_default()),
    }
}

/// Appends the further parameters, which are named by their paths.
fn extra(operation: &schema::Operation, view: &dyn View, body: &mut String, faults: &mut Vec<Fault>) {
    let record = operation.params;
    let Some(Value::Pairs(extra)) = record.index("extra").map(|index| view.field(index)) else { return };
    for (path, value) in Metadata::iter(extra) {
        writer::check_extra(operation, path, value, faults);
    }
    // Reads may be filtered by them.
    for (path, _) in extra.iter().filter(|_| operation.method == Method::Post) {
        faults.extend(forbidden::fault(&join("extra", path), path));
    }
    if is_json(operation) {
        insert_extra(body, extra, faults);
    } else {
        append_extra(body, extra, faults);
    }
}

/// Returns the path with its ids filled in; an invalid id is a fault.
pub(crate) fn path(operation: &schema::Operation, view: &dyn View, faults: &mut Vec<Fault>) -> String {
    let mut path = operation.path.to_owned();
    for (name, prefixes) in operation.ids {
        let index = operation.params.index(name);
        let id = match index.map(|index| view.field(index)) {
            Some(Value::Text(id)) => id,
            _ => "",
        };
        check_id(name, id, prefixes, faults);
        path = path.replace(&["{", name, "}"].concat(), id);
    }
    path
}

/// Reports a text that is not an id with one of these prefixes; without prefixes, any id is valid.
pub(crate) fn check_id(path: &str, id: &str, prefixes: &[&str], faults: &mut Vec<Fault>) {
    let rest = prefixes.iter().find_map(|prefix| id.strip_prefix(prefix));
    let rest = if prefixes.is_empty() { Some(id) } else { rest };
    let plain = |rest: &str| {
        !rest.is_empty()
            && id.len() <= 255
            && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    if !rest.is_some_and(plain) {
        let start = match prefixes {
            [] => String::new(),
            prefixes => format!(" that starts with `{}`", prefixes.join("` or `")),
        };
        let text = format!("expected an id{start}: letters, digits and underscores");
        faults.push(Fault::new(path, "invalid_id", text));
    }
}
