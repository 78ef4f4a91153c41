use std::sync::Arc;

use counterfoil::SecretKey;
use counterfoil::call::RetryPolicy;
use counterfoil::checkout::{CreateSession, RetrieveSession};

use crate::call::SessionCall;
use crate::error::NativeError;

/// The version of Stripe's API that this library is written against and asks for.
#[uniffi::export]
pub fn api_version() -> String {
    counterfoil::API_VERSION.to_owned()
}

/// A platform: its secret key, and how it talks to Stripe.
#[derive(uniffi::Object)]
pub struct Platform(counterfoil::Platform);

#[uniffi::export]
impl Platform {
    /// What is left out is the core's default: Stripe itself, its newest version, two retries.
    #[uniffi::constructor]
    pub fn new(
        secret_key: String,
        api_base: Option<String>,
        api_version: Option<String>,
        max_retries: Option<i64>,
    ) -> Result<Self, NativeError> {
        let mut platform = counterfoil::Platform::new(secret_key.parse::<SecretKey>()?);
        if let Some(origin) = api_base {
            platform = platform.with_api_base(&origin)?;
        }
        if let Some(version) = api_version {
            platform = platform.with_api_version(&version)?;
        }
        if let Some(max_retries) = max_retries {
            platform = platform.with_retry(retry_policy(max_retries)?);
        }
        Ok(Platform(platform))
    }

    /// The merchant that has this connected account.
    pub fn merchant(&self, account: String) -> Result<Merchant, NativeError> {
        Ok(Merchant(self.0.merchant(account.parse()?)))
    }
}

/// One merchant of a platform: every call made through it carries the connected account.
#[derive(uniffi::Object)]
pub struct Merchant(counterfoil::Merchant);

#[uniffi::export]
impl Merchant {
    /// Checks the parameters of a new Checkout Session and makes a call of them.
    pub fn create_session(
        &self,
        params: CreateSession,
        idempotency_key: String,
    ) -> Result<Arc<SessionCall>, NativeError> {
        Ok(SessionCall::create(self.0.call(params, idempotency_key.parse()?)?))
    }

    /// A call that reads a Checkout Session.
    pub fn retrieve_session(&self, id: String) -> Result<Arc<SessionCall>, NativeError> {
        Ok(SessionCall::retrieve(self.0.read(RetrieveSession { id: id.parse()? })?))
    }
}

/// Error `out_of_range` for a negative number.
pub(crate) fn retry_policy(max_retries: i64) -> Result<RetryPolicy, NativeError> {
    match u32::try_from(max_retries) {
        Ok(max_retries) => Ok(RetryPolicy { max_retries }),
        Err(_) => Err(NativeError::fault("max_retries", "out_of_range", "expected zero or more retries")),
    }
}
