//! Deliveries in, events out.

use std::sync::Arc;

use counterfoil::webhook::{EndpointSecret, Event, Mode, Source, Tolerance, Webhooks};

use crate::errors::NativeError;

/// The signing secrets of a platform's endpoints.
#[derive(uniffi::Object)]
pub struct NativeKeyring(pub(crate) Webhooks);

#[uniffi::export]
impl NativeKeyring {
    /// Checks the secrets. `tolerance` is in seconds; `max_body` in bytes.
    #[uniffi::constructor]
    pub fn new(
        secrets: Vec<SecretEntry>,
        tolerance: ToleranceSetting,
        max_body: Option<i64>,
    ) -> Result<Self, NativeError> {
        let mut keyring = Webhooks::new(secrets.into_iter().map(EndpointSecret::from))?;
        keyring = match tolerance {
            ToleranceSetting::Default => keyring,
            ToleranceSetting::Unchecked => keyring.with_tolerance(Tolerance::Unchecked),
            ToleranceSetting::Seconds { seconds } => {
                let seconds = u32::try_from(seconds).map_err(|_| NativeError::negative("tolerance"))?;
                keyring.with_tolerance(Tolerance::Seconds(seconds))
            }
        };
        if let Some(bytes) = max_body {
            let bytes = usize::try_from(bytes).map_err(|_| NativeError::negative("max_body"))?;
            keyring = keyring.with_max_body(bytes);
        }
        Ok(NativeKeyring(keyring))
    }

    /// Where the keyring is, for [`counterfoil_verify`](crate::lane::counterfoil_verify); valid for as
    /// long as this object is.
    pub fn address(&self) -> u64 {
        std::ptr::from_ref(self) as usize as u64
    }

    /// Verifies a delivery. An empty signature is a missing one.
    ///
    /// This is the way to an event that a thin event's object is to be put to
    /// ([`NativeEvent::outcome_of`]); every delivery takes the fast one.
    pub fn verify(&self, body: &[u8], signature: &[u8], now: i64) -> Result<Arc<NativeEvent>, NativeError> {
        Ok(NativeEvent::new(self.0.verify(body, signature, now)?))
    }
}

/// One endpoint's secret and what it should receive.
#[derive(uniffi::Record)]
pub struct SecretEntry {
    /// For logs.
    pub label: String,
    /// The whole secret.
    pub secret: String,
    /// `true` for connected accounts only, `false` for the platform's own events only.
    pub connected: Option<bool>,
    /// `true` for live events only, `false` for test events only.
    pub live: Option<bool>,
}

/// How far the time of signing may be from now.
#[derive(uniffi::Enum)]
pub enum ToleranceSetting {
    /// The core's default.
    Default,
    /// Any time.
    Unchecked,
    /// So many seconds.
    Seconds {
        /// How many.
        seconds: i64,
    },
}

/// A genuine event.
#[derive(uniffi::Object)]
pub struct NativeEvent(pub(crate) Event<'static>);

#[uniffi::export]
impl NativeEvent {
    /// Its fields, all at once.
    pub fn fields(&self) -> EventFields {
        let event = &self.0;
        EventFields {
            id: event.id().to_owned(),
            kind: event.kind().to_owned(),
            account: event.account().map(ToString::to_string),
            livemode: event.is_live(),
            created: event.created(),
            api_version: event.api_version().map(str::to_owned),
            shape: event.shape().as_str().to_owned(),
            label: event.label().to_owned(),
            dedupe_key: event.dedupe_key(),
        }
    }

    /// The object of a snapshot, as JSON.
    pub fn object_json(&self) -> Option<String> {
        self.0.object().map(str::to_owned)
    }
}

impl NativeEvent {
    fn new(event: Event<'_>) -> Arc<Self> {
        Arc::new(NativeEvent(event.into_owned()))
    }
}

/// The fields of an event.
#[derive(uniffi::Record)]
pub struct EventFields {
    /// `evt_…`
    pub id: String,
    /// Stripe's type.
    pub kind: String,
    /// The connected account.
    pub account: Option<String>,
    /// Whether real money moved.
    pub livemode: bool,
    /// Unix seconds.
    pub created: i64,
    /// The version in which a snapshot is written.
    pub api_version: Option<String>,
    /// `snapshot` or `thin`.
    pub shape: String,
    /// The label of the secret that proved it.
    pub label: String,
    /// The key under which to remember it.
    pub dedupe_key: String,
}

/// Unwraps an event from the envelope of Amazon EventBridge.
#[uniffi::export]
pub fn event_from_event_bridge(envelope: &[u8]) -> Result<Arc<NativeEvent>, NativeError> {
    Ok(NativeEvent::new(Event::from_event_bridge(envelope)?))
}

/// Unwraps an event from the envelope of Azure Event Grid.
#[uniffi::export]
pub fn event_from_event_grid(envelope: &[u8]) -> Result<Arc<NativeEvent>, NativeError> {
    Ok(NativeEvent::new(Event::from_event_grid(envelope)?))
}

/// Signs a body as Stripe does, for tests.
#[uniffi::export]
pub fn sign(body: &[u8], secret: &str, timestamp: i64) -> String {
    counterfoil::webhook::sign(body, secret, timestamp)
}

/// The body of an event that is described by a JSON object, for tests.
#[uniffi::export]
pub fn event_for_tests(options: &str) -> Result<String, NativeError> {
    Ok(counterfoil::testing::event_from_json(options)?)
}

/// The types of which there are events for tests.
#[uniffi::export]
pub fn event_types_for_tests() -> Vec<String> {
    counterfoil::testing::event_types().map(str::to_owned).collect()
}

impl From<SecretEntry> for EndpointSecret {
    fn from(entry: SecretEntry) -> Self {
        let mut secret = EndpointSecret::new(entry.label, entry.secret);
        if let Some(connected) = entry.connected {
            secret = secret.only_from(if connected { Source::Connected } else { Source::Platform });
        }
        if let Some(live) = entry.live {
            secret = secret.only_in(if live { Mode::Live } else { Mode::Test });
        }
        secret
    }
}
