//! What an operation of Stripe's API is: its name, who may ask for it, its line on the wire.

use serde::Serialize;

use crate::error::{Error, Fault};
use crate::form;
use crate::http::Method;
use crate::json::Json;
use crate::params::{Metadata, NoBlanks, append_extra, check_blanks};

/// One operation of Stripe's API; the record with its parameters implements it.
///
/// Sealed: the operations are those of this crate.
pub trait Operation: sealed::Sealed {
    /// What Stripe answers with.
    type Answer;

    /// The operation's stable name, the same in every language: `refunds.create`. For this crate's
    /// own use.
    #[doc(hidden)]
    fn name(&self) -> &'static str;

    /// What the operation makes of an idempotency key. For this crate's own use.
    #[doc(hidden)]
    fn key_use(&self) -> KeyUse;

    /// Checks the parameters, times against `now` where it is known, and writes them down. For this
    /// crate's own use.
    #[doc(hidden)]
    fn wire(&self, now: Option<i64>) -> Result<Wire, Error>;

    /// Reads the body of a successful answer to the operation of that name; the error says what was
    /// expected. For this crate's own use.
    #[doc(hidden)]
    fn answer(name: &str, body: &str) -> Result<Self::Answer, &'static str>;

    /// Notes that an answer is Stripe's stored one to an earlier request. For this crate's own use.
    #[doc(hidden)]
    fn mark_replayed(answer: &mut Self::Answer);

    /// Whether there is an operation of that name among those that `Self` stands for. For this
    /// crate's own use.
    #[doc(hidden)]
    fn knows(name: &str) -> bool;
}

/// An operation that changes something, so it needs an idempotency key.
pub trait Write: Operation {}

/// A write that deletes an object of v1. Stripe keeps no answer to it, so its key may be left out: asked for
/// again, it finds nothing that it could delete.
pub trait Delete: Write {}

/// An operation that only reads.
pub trait Read: Operation {}

/// An operation on a merchant's account.
pub trait OnMerchant: Operation {}

/// An operation on the platform's own account.
pub trait OnPlatform: Operation {}

/// An operation whose answer is a [`Page`](crate::Page) of a longer list.
pub trait List: Read {}

/// What an operation makes of an idempotency key.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyUse {
    /// A read has none.
    Never,
    /// What is deleted is deleted once anyway.
    Optional,
    /// Without it, a write could happen twice.
    Required,
}

/// An operation's part of a request.
#[doc(hidden)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wire {
    pub method: Method,
    /// The path, with the query of a `GET`.
    pub path: String,
    pub body: String,
}

pub(crate) mod sealed {
    /// Keeps the operations to those of this crate.
    pub trait Sealed {}
}

/// Where an operation is asked for.
pub(crate) trait Place {
    /// The path; an id that is none is a fault.
    fn path(&self, faults: &mut Vec<Fault>) -> String;
}

/// What is checked before parameters are sent.
pub(crate) trait Check {
    /// The parameters, by dotted paths without indices, at which Stripe takes an empty text: it removes the
    /// value. Everywhere else but in metadata a blank text is a fault.
    const UNSET: &[&str] = &[];

    /// Every rule that the parameters break; times are checked against `now` where it is known.
    fn check(&self, _now: Option<i64>, _faults: &mut Vec<Fault>) {}
}

/// Parameters that may come with further ones, which are named by their path.
pub(crate) trait Extra {
    /// The further parameters; operations that take JSON have none.
    fn extra(&self) -> Option<&Metadata> {
        None
    }
}

/// An id in a path: the parameter's name, its value, and how it may start.
pub(crate) type PathId<'p> = (&'static str, &'p str, &'static [&'static str]);

/// Declares a record of parameters to be an operation.
///
/// `operation!(CreateRefund, "refunds.create", Write: Post "/v1/refunds" -> Refund, [OnMerchant]);`
/// `operation!(GetRefund, "refunds.retrieve", Read: Get "/v1/refunds/{id}" (id: "re_") -> Refund, [OnMerchant]);`
macro_rules! operation {
    (
        $params:ident, $name:literal,
        $kind:ident: $method:ident $path:literal $( ($($id:ident: $($prefix:literal)|*),+) )? -> $answer:ty,
        [$($scope:ident),+]
    ) => {
        impl $crate::operation::sealed::Sealed for $params {}
        $crate::operation::kind!($kind, $params);
        $( impl $crate::operation::$scope for $params {} )+

        impl $crate::operation::Place for $params {
            fn path(&self, faults: &mut Vec<$crate::error::Fault>) -> String {
                let ids: &[$crate::operation::PathId<'_>] =
                    &[$($((stringify!($id), self.$id.as_str(), &[$($prefix),*])),+)?];
                $crate::operation::path($path, ids, faults)
            }
        }

        impl $crate::operation::Operation for $params {
            type Answer = $answer;

            fn name(&self) -> &'static str {
                $name
            }

            fn key_use(&self) -> $crate::operation::KeyUse {
                $crate::operation::key_use!($kind)
            }

            fn wire(&self, now: Option<i64>) -> Result<$crate::operation::Wire, $crate::error::Error> {
                let mut faults = Vec::new();
                let path = $crate::operation::Place::path(self, &mut faults);
                $crate::operation::Check::check(self, now, &mut faults);
                let method = $crate::http::Method::$method;
                let extra = $crate::operation::Extra::extra(self);
                $crate::operation::write_down(self, extra, method, path, faults)
            }

            fn answer(_: &str, body: &str) -> Result<$answer, &'static str> {
                #[allow(unused_imports)]
                use $crate::answer::FromObject as _;
                <$answer>::from_json(body)
            }

            fn mark_replayed(answer: &mut $answer) {
                $crate::answer::Replay::mark_replayed(answer);
            }

            fn knows(name: &str) -> bool {
                name == $name
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
        $crate::operation::KeyUse::Required
    };
    (Delete) => {
        $crate::operation::KeyUse::Optional
    };
    (Read) => {
        $crate::operation::KeyUse::Never
    };
}
pub(crate) use key_use;

/// A path template with its ids put in; an id that is none is a fault.
pub(crate) fn path(template: &str, ids: &[PathId<'_>], faults: &mut Vec<Fault>) -> String {
    let mut path = template.to_owned();
    for (name, id, prefixes) in ids {
        check_id(name, id, prefixes, faults);
        path = path.replace(&format!("{{{name}}}"), id);
    }
    path
}

/// Finds fault with a text that is not an id with one of these prefixes; without any, every id will do.
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

/// Encodes checked parameters: as a query for a `GET`, as JSON below `/v2`, else as a form.
pub(crate) fn write_down<P: Serialize + Check>(
    params: &P,
    extra: Option<&Metadata>,
    method: Method,
    mut path: String,
    mut faults: Vec<Fault>,
) -> Result<Wire, Error> {
    let no_faults_yet = faults.is_empty();
    let written = if method == Method::Post && path.starts_with("/v2/") {
        json_body(params, &mut faults)
    } else {
        form::watched(params, &mut NoBlanks { unset: P::UNSET, faults: &mut faults })
    };
    let mut body = match written {
        Ok(body) => body,
        Err(error) if no_faults_yet => return Err(error),
        // The checks tell of the same in more words, and of everything else.
        Err(_) => String::new(),
    };
    if let Some(extra) = extra {
        append_extra(&mut body, extra, &mut faults);
    }
    if !faults.is_empty() {
        return Err(Error::of_faults(faults));
    }
    if method != Method::Post && !body.is_empty() {
        path.push('?');
        path.push_str(&std::mem::take(&mut body));
    }
    Ok(Wire { method, path, body })
}

/// The parameters as a JSON object, without what is absent.
fn json_body<P: Serialize>(params: &P, faults: &mut Vec<Fault>) -> Result<String, Error> {
    let tree = serde_json::to_string(params).ok().map(|text| Json::parse(&text)).transpose()?;
    let present = tree.and_then(Json::pruned).unwrap_or(Json::Object(Vec::new()));
    check_blanks(&present, "", faults);
    Ok(serde_json::to_string(&present).unwrap_or_default())
}
