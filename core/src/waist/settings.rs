//! What a platform and a keyring are made of, as JSON.

use serde::{Deserialize, Deserializer};

use super::failed::Failed;
use crate::call::RetryPolicy;
use crate::platform::Platform;
use crate::webhook::{EndpointSecret, Mode, Source, Tolerance, Webhooks};

#[derive(Deserialize)]
struct PlatformSettings {
    secret_key: String,
    api_base: Option<String>,
    api_version: Option<String>,
    max_retries: Option<i64>,
}

/// A platform of `{"secret_key","api_base"?,"api_version"?,"max_retries"?}`; what is absent or `null` has
/// the core's default.
///
/// Errors: those of [`Platform`], and `out_of_range` at `max_retries`.
pub fn platform(settings: &str) -> Result<Platform, Failed> {
    let settings: PlatformSettings = serde_json::from_str(settings)?;
    let mut platform = Platform::new(settings.secret_key.parse()?);
    if let Some(origin) = &settings.api_base {
        platform = platform.with_api_base(origin)?;
    }
    if let Some(version) = &settings.api_version {
        platform = platform.with_api_version(version)?;
    }
    if let Some(max_retries) = settings.max_retries {
        platform = platform.with_retry(policy(max_retries)?);
    }
    Ok(platform)
}

pub(super) fn policy(max_retries: i64) -> Result<RetryPolicy, Failed> {
    // More than 32 bits of them is as good as no limit.
    let max_retries = u64::try_from(max_retries).map_err(|_| Failed::negative("max_retries"))?;
    Ok(RetryPolicy { max_retries: u32::try_from(max_retries).unwrap_or(u32::MAX) })
}

/// 1 GiB: every place in a body, and in what follows it, is a number of 32 bits.
const LARGEST_BODY: usize = 1 << 30;

#[derive(Deserialize)]
struct KeyringSettings {
    secrets: Vec<Secret>,
    /// Absent: the core's default. `null`: unchecked. A number: so many seconds.
    #[serde(default, deserialize_with = "present")]
    tolerance: Option<Option<i64>>,
    max_body: Option<i64>,
}

#[derive(Deserialize)]
struct Secret {
    label: String,
    secret: String,
    connected: Option<bool>,
    live: Option<bool>,
}

/// A keyring of `{"secrets":[{"label","secret","connected"?,"live"?}],"tolerance"?,"max_body"?}`:
/// `connected` is `true` for connected accounts only and `false` for the platform's own events only, `live`
/// likewise; a `tolerance` of `null` is none at all; `max_body` is at most 1 GiB.
///
/// Errors: those of [`Webhooks::new`], and `out_of_range` at `tolerance` and `max_body`.
pub fn keyring(settings: &str) -> Result<Webhooks, Failed> {
    let settings: KeyringSettings = serde_json::from_str(settings)?;
    let mut keyring = Webhooks::new(settings.secrets.into_iter().map(endpoint_secret))?;
    if let Some(tolerance) = settings.tolerance {
        keyring = keyring.with_tolerance(match tolerance {
            None => Tolerance::Unchecked,
            Some(seconds) => {
                let seconds = u64::try_from(seconds).map_err(|_| Failed::negative("tolerance"))?;
                Tolerance::Seconds(u32::try_from(seconds).unwrap_or(u32::MAX))
            }
        });
    }
    if let Some(bytes) = settings.max_body {
        let bytes = u64::try_from(bytes).map_err(|_| Failed::negative("max_body"))?;
        keyring = keyring.with_max_body(usize::try_from(bytes).unwrap_or(usize::MAX).min(LARGEST_BODY));
    }
    Ok(keyring)
}

fn endpoint_secret(secret: Secret) -> EndpointSecret {
    let mut entry = EndpointSecret::new(secret.label, secret.secret);
    if let Some(connected) = secret.connected {
        entry = entry.only_from(if connected { Source::Connected } else { Source::Platform });
    }
    if let Some(live) = secret.live {
        entry = entry.only_in(if live { Mode::Live } else { Mode::Test });
    }
    entry
}

fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<i64>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
