//! The waist through UniFFI's own calls: the same functions as through [`ffi`](crate::ffi), for hosts where
//! speed does not matter.

use std::sync::Arc;

use counterfoil::waist::{self, Arguments, Handle, Results};

/// A platform, or a keyring.
#[derive(uniffi::Object)]
pub struct NativeHandle(Handle);

#[uniffi::export]
impl NativeHandle {
    /// A platform's key and settings, as JSON.
    #[uniffi::constructor]
    pub fn platform(settings: &str) -> Result<Self, NativeFailure> {
        Ok(NativeHandle(Handle::Platform(waist::platform(settings)?)))
    }

    /// The signing secrets of a platform's endpoints, as JSON.
    #[uniffi::constructor]
    pub fn keyring(settings: &str) -> Result<Self, NativeFailure> {
        Ok(NativeHandle(Handle::Webhooks(waist::keyring(settings)?)))
    }
}

/// Calls the function with that name, except `platform` and `keyring`, which are constructors here. Texts and
/// numbers are their UTF-8 bytes.
#[uniffi::export]
pub fn call_function(
    handle: Option<Arc<NativeHandle>>,
    name: &str,
    arguments: Vec<Option<Vec<u8>>>,
) -> Result<Vec<Option<Vec<u8>>>, NativeFailure> {
    let unreadable = || NativeFailure::Failed {
        json: waist::Failed::internal("the arguments do not match the function").into_json(),
    };
    if matches!(name, "platform" | "keyring") {
        return Err(unreadable());
    }
    let mut call = Results::without_tag();
    call.text(name);
    for argument in &arguments {
        call.optional_bytes(argument.as_deref());
    }
    let handle = handle.as_deref().map(|handle| &handle.0);
    let answer = waist::call(handle, &call.into_bytes(), |_| 0).map_err(|_| unreadable())?;
    let (tag, results) = answer.split_first().ok_or_else(unreadable)?;
    let mut from = Arguments::new(results);
    let mut results = Vec::new();
    while from.end().is_err() {
        results.push(from.optional_bytes().map_err(|_| unreadable())?.map(<[u8]>::to_vec));
    }
    match (tag, &*results) {
        (0, _) => Ok(results),
        (_, [Some(json)]) => Err(NativeFailure::Failed { json: String::from_utf8_lossy(json).into_owned() }),
        _ => Err(unreadable()),
    }
}

/// Why there is no result.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum NativeFailure {
    /// The only variant; the JSON has the details.
    #[error("{json}")]
    Failed {
        /// Code, message and everything else, as described at [`waist::Failed`].
        json: String,
    },
}

impl From<waist::Failed> for NativeFailure {
    fn from(failed: waist::Failed) -> Self {
        NativeFailure::Failed { json: failed.into_json() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(arguments: &[&str]) -> Vec<Option<Vec<u8>>> {
        arguments.iter().map(|text| Some(text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_function_is_called_by_its_name() {
        let fee = call_function(None, "fee_of", texts(&[r#"{"basis_points":250}"#, "2000", "eur"])).unwrap();
        assert_eq!(fee, texts(&["50"]));
        let NativeFailure::Failed { json } =
            call_function(None, "parse_amount", texts(&["1.001", "eur"])).unwrap_err();
        assert!(json.starts_with(r#"{"code":"amount_too_precise""#), "{json}");
        let NativeFailure::Failed { json } = call_function(None, "fee_of", texts(&["{}"])).unwrap_err();
        assert!(json.starts_with(r#"{"code":"internal""#), "{json}");
        assert!(call_function(None, "keyring", texts(&[r#"{"secrets":[]}"#])).is_err());
    }

    #[test]
    fn a_handle_goes_along() {
        let platform = NativeHandle::platform(r#"{"secret_key":"sk_test_example"}"#).unwrap();
        let mut arguments = texts(&["acct_1", "refunds.retrieve", r#"{"id":"re_1"}"#]);
        arguments.extend([None, None]);
        let call = call_function(Some(Arc::new(platform)), "build", arguments).unwrap();
        let [Some(call)] = &*call else { panic!("{call:?}") };
        assert!(String::from_utf8_lossy(call).contains("https://api.stripe.com/v1/refunds/re_1"));
    }
}
