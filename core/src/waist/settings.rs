//! The settings of a platform and of a keyring, as JSON.

use super::failed::Failed;
use crate::call::RetryPolicy;
use crate::json::Json;
use crate::platform::Platform;
use crate::webhook::{EndpointSecret, Mode, Source, Tolerance, Webhooks};

/// Creates a platform from `{"secret_key","api_base"?,"api_version"?,"max_retries"?}`; settings that are
/// absent or `null` have the core's default.
///
/// Errors: those of [`Platform`], and `out_of_range` at `max_retries`.
pub fn platform(settings: &str) -> Result<Platform, Failed> {
    let settings = Json::parse(settings)?;
    let mut platform = Platform::new(settings.member("secret_key").text().unwrap_or_default().parse()?);
    if let Some(origin) = settings.member("api_base").text() {
        platform = platform.with_api_base(origin)?;
    }
    if let Some(version) = settings.member("api_version").text() {
        platform = platform.with_api_version(version)?;
    }
    if let Some(max_retries) = settings.member("max_retries").integer() {
        platform = platform.with_retry(policy(max_retries)?);
    }
    Ok(platform)
}

pub(super) fn policy(max_retries: i64) -> Result<RetryPolicy, Failed> {
    // More than 32 bits of retries is as good as no limit.
    let max_retries = u64::try_from(max_retries).map_err(|_| Failed::negative("max_retries"))?;
    Ok(RetryPolicy { max_retries: u32::try_from(max_retries).unwrap_or(u32::MAX) })
}

/// 1 GiB: every offset in a body, and in its tail, fits in 32 bits.
const LARGEST_BODY: usize = 1 << 30;

/// Creates a keyring from `{"secrets":[{"label","secret","connected"?,"live"?}],"tolerance"?,"max_body"?}`:
/// `connected` is `true` for connected accounts only and `false` for the platform's own events only, `live`
/// likewise; a `tolerance` of `null` means no tolerance check; `max_body` is at most 1 GiB.
///
/// Errors: those of [`Webhooks::new`], and `out_of_range` at `tolerance` and `max_body`.
pub fn keyring(settings: &str) -> Result<Webhooks, Failed> {
    let settings = Json::parse(settings)?;
    let mut keyring = Webhooks::new(settings.member("secrets").items().iter().map(endpoint_secret))?;
    if settings.members().iter().any(|(name, _)| name == "tolerance") {
        keyring = keyring.with_tolerance(match settings.member("tolerance").integer() {
            None => Tolerance::Unchecked,
            Some(seconds) => {
                let seconds = u64::try_from(seconds).map_err(|_| Failed::negative("tolerance"))?;
                Tolerance::Seconds(u32::try_from(seconds).unwrap_or(u32::MAX))
            }
        });
    }
    if let Some(bytes) = settings.member("max_body").integer() {
        let bytes = u64::try_from(bytes).map_err(|_| Failed::negative("max_body"))?;
        keyring = keyring.with_max_body(usize::try_from(bytes).unwrap_or(usize::MAX).min(LARGEST_BODY));
    }
    Ok(keyring)
}

fn endpoint_secret(secret: &Json) -> EndpointSecret {
    let text = |name| secret.member(name).text().unwrap_or_default().to_owned();
    let mut entry = EndpointSecret::new(text("label"), text("secret"));
    if let Some(connected) = secret.member("connected").boolean() {
        entry = entry.only_from(if connected { Source::Connected } else { Source::Platform });
    }
    if let Some(live) = secret.member("live").boolean() {
        entry = entry.only_in(if live { Mode::Live } else { Mode::Test });
    }
    entry
}
