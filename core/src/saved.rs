//! A call put away, to go on with it in another process.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::error::Error;
use crate::http::Method;
use crate::ids::{AccountId, IdempotencyKey};
use crate::operation::{Operation, Wire};
use crate::platform::{Letter, Platform, is_api_version};

/// A call without its secret key, as it is written down.
#[derive(Serialize, Deserialize)]
struct Saved<'c> {
    operation: Cow<'c, str>,
    method: Cow<'c, str>,
    path: Cow<'c, str>,
    body: Cow<'c, str>,
    account: Option<Cow<'c, str>>,
    idempotency_key: Option<Cow<'c, str>>,
    api_version: Cow<'c, str>,
    attempt: u32,
}

impl<O: Operation> Call<O> {
    /// The call as one line of JSON, to keep in a database or a queue: operation, bytes, account,
    /// idempotency key, API version and attempt, but no secret key.
    ///
    /// [`Platform::resume`] makes the same call of it, in this process or another. Save it before the
    /// request is sent, and a crash cannot lead to a second purchase.
    #[must_use]
    pub fn save(&self) -> String {
        let request = &self.request;
        let saved = Saved {
            operation: Cow::from(&*self.name),
            method: request.method.as_str().into(),
            path: request.url.get(self.origin..).unwrap_or_default().into(),
            body: Cow::from(&*request.body),
            account: self.account().map(Cow::from),
            idempotency_key: self.idempotency_key().map(Cow::from),
            api_version: self.header("Stripe-Version").unwrap_or_default().into(),
            attempt: self.attempt,
        };
        serde_json::to_string(&saved).unwrap_or_default()
    }
}

impl Platform {
    /// Goes on with a call that [`Call::save`] wrote down: the same bytes, key, account and version,
    /// and the attempts counted on.
    ///
    /// Error `invalid_saved_call` if the text is none, or that of another operation.
    pub fn resume<O: Operation>(&self, saved: &str) -> Result<Call<O>, Error> {
        let invalid = |text: &str| Error::fault("", "invalid_saved_call", text);
        let Ok(saved) = serde_json::from_str::<Saved<'_>>(saved) else {
            return Err(invalid("expected a call as it was saved"));
        };
        if !O::knows(&saved.operation) {
            let text = format!("the saved call is `{}`, not the operation asked for", saved.operation);
            return Err(invalid(&text));
        }
        let method = [Method::Get, Method::Post, Method::Delete]
            .into_iter()
            .find(|method| method.as_str() == saved.method);
        let is_path = saved.path.starts_with("/v1/") || saved.path.starts_with("/v2/");
        let plain = saved.path.bytes().all(|byte| byte.is_ascii_graphic());
        let (Some(method), true) = (method, is_path && plain && is_api_version(&saved.api_version)) else {
            return Err(invalid(
                "the saved call was changed: its method, path or version is none of stripe's",
            ));
        };
        let account = saved.account.as_deref().map(str::parse::<AccountId>).transpose()?;
        let key = saved.idempotency_key.as_deref().map(str::parse::<IdempotencyKey>).transpose()?;
        let letter = Letter {
            name: Cow::Owned(saved.operation.into_owned()),
            wire: Wire { method, path: saved.path.into_owned(), body: saved.body.into_owned() },
            version: Cow::Owned(saved.api_version.into_owned()),
        };
        let call = self.sign(letter, account.as_ref(), key.as_ref());
        Ok(Call { attempt: saved.attempt.max(1), ..call })
    }
}
