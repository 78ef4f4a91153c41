//! The caller of an operation: the platform itself, or the platform on behalf of one of its merchants.

use std::borrow::Cow;
use std::marker::PhantomData;
use std::sync::Arc;

use crate::call::{Call, RetryPolicy};
use crate::error::Error;
use crate::http::{ACCOUNT, CONTEXT, Header, KEY, Method, Request};
use crate::ids::{AccountId, IdempotencyKey, SecretKey};
use crate::operation::{Delete, OnMerchant, OnPlatform, Operation, Read, Wire, Write};
use crate::schema::{self, Body};
use crate::unix_time::UnixTime;

mod origin;

/// The version of Stripe's API that this crate is written for and requests.
///
/// See <https://docs.stripe.com/api/versioning>.
pub const API_VERSION: &str = "2026-10-28.endive";

const API_BASE: &str = "https://api.stripe.com";

/// A platform: its secret key, and how it talks to Stripe. Create one and keep it; clones are cheap.
#[derive(Clone, Debug)]
pub struct Platform {
    settings: Arc<Settings>,
    now: Option<i64>,
}

#[derive(Clone, Debug)]
struct Settings {
    key: SecretKey,
    api_base: String,
    api_version: Cow<'static, str>,
    retry: RetryPolicy,
}

impl Platform {
    /// Creates a platform that talks to Stripe itself, with [`API_VERSION`] and two retries.
    #[must_use]
    pub fn new(key: SecretKey) -> Self {
        let settings = Settings {
            key,
            api_base: API_BASE.to_owned(),
            api_version: Cow::Borrowed(API_VERSION),
            retry: RetryPolicy::default(),
        };
        Platform { settings: Arc::new(settings), now: None }
    }

    /// Sends requests to another server, such as a simulator: `http://127.0.0.1:12111`.
    ///
    /// Error `invalid_api_base` unless it is an origin: scheme, host and optionally a port, and nothing else.
    /// The scheme is `https`; `http` is allowed only for this machine (`localhost`, `127.0.0.0/8`, `[::1]`),
    /// since every request carries the secret key.
    pub fn with_api_base(self, origin: &str) -> Result<Self, Error> {
        let origin = origin.strip_suffix('/').unwrap_or(origin);
        origin::check(origin).map_err(|text| Error::fault("api_base", "invalid_api_base", text))?;
        Ok(self.change(|settings| settings.api_base = origin.to_owned()))
    }

    /// Requests another version of Stripe's API.
    ///
    /// Error `invalid_api_version` unless it looks like `2026-10-28.endive`.
    pub fn with_api_version(self, version: &str) -> Result<Self, Error> {
        if !is_api_version(version) {
            let text = "expected a version such as `2026-10-28.endive`";
            return Err(Error::fault("api_version", "invalid_api_version", text));
        }
        Ok(self.change(|settings| settings.api_version = Cow::Owned(version.to_owned())))
    }

    /// Sets how often a call is retried.
    #[must_use]
    pub fn with_retry(self, retry: RetryPolicy) -> Self {
        self.change(|settings| settings.retry = retry)
    }

    /// Sets the current time, in unix seconds: times in the parameters, such as `expires_at`, are then
    /// checked against it before they are sent, also for the platform's [merchants](Platform::merchant).
    /// Without it, only Stripe checks them.
    #[must_use]
    pub fn at(&self, now: impl Into<UnixTime>) -> Self {
        Platform { settings: self.settings.clone(), now: Some(now.into().seconds()) }
    }

    /// Returns the merchant with this connected account.
    ///
    /// Every call made through it is on that account. For a webhook, pass
    /// [`Event::merchant`](crate::webhook::Event::merchant): the objects of the event exist only on that
    /// account.
    #[must_use]
    pub fn merchant(&self, account: AccountId) -> Merchant {
        Merchant { platform: self.clone(), account }
    }

    pub(crate) fn secret_key(&self) -> &SecretKey {
        &self.settings.key
    }

    #[cfg(any(test, feature = "bindings"))]
    pub(crate) fn api_base(&self) -> &str {
        &self.settings.api_base
    }

    #[cfg(any(test, feature = "bindings"))]
    pub(crate) fn retry(&self) -> RetryPolicy {
        self.settings.retry
    }

    fn change(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(Arc::make_mut(&mut self.settings));
        self
    }
}

/// One merchant of a platform: every call made through it carries the connected account.
#[derive(Clone, Debug)]
pub struct Merchant {
    platform: Platform,
    account: AccountId,
}

impl Merchant {
    /// Returns the merchant's connected account.
    #[must_use]
    pub fn account(&self) -> &AccountId {
        &self.account
    }

    /// Sets the current time, in unix seconds: times in the parameters, such as `expires_at`, are then
    /// checked against it before they are sent. Without it, only Stripe checks them.
    #[must_use]
    pub fn at(&self, now: impl Into<UnixTime>) -> Self {
        Merchant { platform: self.platform.at(now), account: self.account.clone() }
    }

    /// Checks a write and builds the call. Nothing is sent; see [`Call`].
    ///
    /// The idempotency key must stay the same for the same attempt to pay, so that a second click gets the
    /// same session; a new attempt needs a new key, see [`IdempotencyKey::of`]. Errors: every fault of the
    /// parameters, reported together.
    pub fn call<O: Write + OnMerchant>(&self, operation: O, key: IdempotencyKey) -> Result<Call<O>, Error> {
        self.prepare(&operation, Some(&key))
    }

    /// Checks a read and builds the call. Nothing is sent; see [`Call`].
    pub fn read<O: Read + OnMerchant>(&self, operation: O) -> Result<Call<O>, Error> {
        self.prepare(&operation, None)
    }

    pub(crate) fn prepare<O: Operation>(
        &self,
        operation: &O,
        key: Option<&IdempotencyKey>,
    ) -> Result<Call<O>, Error> {
        let wire = operation.wire(self.platform.now)?;
        Ok(self.platform.start(operation.schema(), wire, Some(&self.account), key))
    }
}

impl Platform {
    /// Checks a write on the platform's own account and builds the call. Nothing is sent; see [`Call`]. An
    /// operation on a merchant's account does not compile here.
    ///
    /// Errors: every fault of the parameters, reported together.
    pub fn call<O: Write + OnPlatform>(&self, operation: O, key: IdempotencyKey) -> Result<Call<O>, Error> {
        self.prepare(&operation, Some(&key))
    }

    /// Checks a deletion on the platform's own account and builds the call, without an idempotency key;
    /// [`call`](Self::call) takes one. Nothing is sent; see [`Call`].
    pub fn delete<O: Delete + OnPlatform>(&self, operation: O) -> Result<Call<O>, Error> {
        self.prepare(&operation, None)
    }

    /// Checks a read on the platform's own account and builds the call. Nothing is sent; see [`Call`].
    pub fn read<O: Read + OnPlatform>(&self, operation: O) -> Result<Call<O>, Error> {
        self.prepare(&operation, None)
    }

    pub(crate) fn prepare<O: Operation>(
        &self,
        operation: &O,
        key: Option<&IdempotencyKey>,
    ) -> Result<Call<O>, Error> {
        Ok(self.start(operation.schema(), operation.wire(self.now)?, None, key))
    }

    pub(crate) fn start<O: Operation>(
        &self,
        schema: &'static schema::Operation,
        wire: Wire,
        account: Option<&AccountId>,
        key: Option<&IdempotencyKey>,
    ) -> Call<O> {
        let version = self.settings.api_version.clone();
        self.sign(Prepared { schema, wire, version }, account, key)
    }

    /// Adds the platform's origin and headers to a request.
    pub(crate) fn sign<O: Operation>(
        &self,
        prepared: Prepared,
        account: Option<&AccountId>,
        key: Option<&IdempotencyKey>,
    ) -> Call<O> {
        let settings = &*self.settings;
        let Prepared { schema, wire, version } = prepared;
        let is_v2 = wire.path.starts_with("/v2/");
        let mut headers = Vec::with_capacity(6);
        headers.extend([
            Header::known("Authorization", ["Bearer ", settings.key.expose()].concat()),
            Header::known("Stripe-Version", version),
        ]);
        if let Some(account) = account {
            // Never both: Stripe rejects a request with both headers.
            headers.push(Header::known(if is_v2 { CONTEXT } else { ACCOUNT }, account.as_str().to_owned()));
        }
        headers.push(Header::known("User-Agent", concat!("counterfoil/", env!("CARGO_PKG_VERSION"))));
        if let Some(key) = key {
            headers.push(Header::known(KEY, key.as_str().to_owned()));
        }
        if wire.method == Method::Post {
            let kind = match schema.body {
                Body::Json => "application/json",
                Body::Form => "application/x-www-form-urlencoded",
            };
            headers.push(Header::known("Content-Type", kind));
        }
        let url = [&*settings.api_base, &*wire.path].concat();
        Call {
            schema,
            request: Request { method: wire.method, url, headers, body: wire.body },
            origin: settings.api_base.len(),
            attempt: 1,
            policy: settings.retry,
            operation: PhantomData,
        }
    }
}

/// The content of a request, before its sender is known.
pub(crate) struct Prepared {
    pub(crate) schema: &'static schema::Operation,
    pub(crate) wire: Wire,
    pub(crate) version: Cow<'static, str>,
}

pub(crate) fn is_api_version(version: &str) -> bool {
    let dated = version.len() >= 10
        && version.as_bytes().iter().take(10).all(|byte| byte.is_ascii_digit() || *byte == b'-');
    dated && version.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._;=".contains(&byte))
}
