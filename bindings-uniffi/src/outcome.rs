//! What events mean, and what orders that were read mean without one.

use std::sync::Arc;

use counterfoil::AccountId;
use counterfoil::checkout::Session;
use counterfoil::payments::PaymentIntent;
use counterfoil::typed::{AnyObject, AnyOperation};
use counterfoil::webhook::{self, Difference, Expected, Outcome, Subject};

use crate::calls::{NativeCall, NativePlatform};
use crate::errors::NativeError;
use crate::webhooks::NativeEvent;

/// An outcome, taken apart.
#[derive(uniffi::Record)]
pub struct NativeOutcome {
    /// Its name.
    pub kind: String,
    /// What it is about; nothing where it was ignored.
    pub subject: Option<Subject>,
    /// The object it carries, without its raw JSON.
    pub object: Option<AnyObject>,
    /// The object as it came.
    pub raw: String,
    /// What has to be read first.
    pub fetch: Option<NativeFetch>,
    /// Why it was ignored.
    pub reason: Option<String>,
}

/// An object that has to be read before it is known what happened.
#[derive(uniffi::Record)]
pub struct NativeFetch {
    /// What reads it.
    pub operation: AnyOperation,
    /// Whether it is on the platform's own account.
    pub on_platform: bool,
}

#[uniffi::export]
impl NativePlatform {
    /// The call that reads what has to be read first. `account` is the event's, or the one that the
    /// session was read from.
    pub fn fetch(&self, fetch: NativeFetch, account: Option<String>) -> Result<Arc<NativeCall>, NativeError> {
        self.call(account.filter(|_| !fetch.on_platform), fetch.operation, None, None)
    }
}

#[uniffi::export]
impl NativeEvent {
    /// The outcome of a thin event, once its object was read.
    pub fn outcome_of(&self, object: AnyObject) -> Result<NativeOutcome, NativeError> {
        Ok(self.0.outcome_with(object)?.into())
    }

    /// What it means, with the object that it carries.
    pub fn meaning(&self) -> NativeOutcome {
        self.0.outcome().into()
    }

    /// Everything about its session that is not as recorded.
    pub fn differences(&self, expected: &Expected) -> Result<Vec<Difference>, NativeError> {
        Ok(self.0.outcome().differences(self.0.account(), expected)?)
    }
}

/// What a session means that was read, without an event.
#[uniffi::export]
pub fn reconcile(session: Session, payment: Option<PaymentIntent>) -> Result<NativeOutcome, NativeError> {
    Ok(webhook::reconcile(session, payment.as_ref())?.into())
}

/// What an outcome with this session is about.
#[uniffi::export]
pub fn subject_of(session: Session) -> Option<Subject> {
    Outcome::StillOpen(session).subject()
}

/// Reads what was recorded from a JSON object.
#[uniffi::export]
pub fn expected_from_json(json: &str) -> Result<Expected, NativeError> {
    Ok(Expected::from_json(json)?)
}

/// Everything about a session that is not as recorded.
#[uniffi::export]
pub fn differences(
    expected: &Expected,
    account: Option<String>,
    session: &Session,
) -> Result<Vec<Difference>, NativeError> {
    let account = account.map(|account| account.parse::<AccountId>()).transpose()?;
    Ok(expected.differences(account.as_ref(), session))
}

/// Takes the object of an outcome out, and its raw JSON out of that.
macro_rules! object_of {
    ($outcome:ident: $($variant:ident)|+) => {
        match $outcome {
            $(
                Outcome::$variant(mut object) => {
                    let raw = std::mem::take(&mut object.raw);
                    (Some(AnyObject::from(object)), raw)
                }
            )+
            _ => (None, String::new()),
        }
    };
}

impl From<Outcome> for NativeOutcome {
    fn from(outcome: Outcome) -> Self {
        let kind = outcome.kind().as_str().to_owned();
        let subject = outcome.subject();
        let (fetch, reason) = match &outcome {
            Outcome::Fetch(fetch) => {
                let operation = fetch.operation();
                (
                    Some(NativeFetch {
                        on_platform: operation.is_on_platform(),
                        operation: operation.into(),
                    }),
                    None,
                )
            }
            Outcome::Ignored(reason) => (None, Some(reason.as_str().to_owned())),
            _ => (None, None),
        };
        let outcome = match outcome {
            Outcome::Refunded { mut charge, .. } => {
                let raw = std::mem::take(&mut charge.raw);
                let object = Some(AnyObject::from(charge));
                return NativeOutcome { kind, subject, object, raw, fetch, reason };
            }
            other => other,
        };
        let (object, raw) = object_of!(outcome: Paid | AwaitingPayment | PaymentFailed | Expired
            | NothingToPay | SetupComplete | StillOpen | PaymentChanged | RefundChanged
            | DisputeChanged | FeeChanged | FeeRefundChanged | InvoicePaid | InvoiceFailed
            | SubscriptionChanged | AccountChanged | CapabilityChanged);
        NativeOutcome { kind, subject, object, raw, fetch, reason }
    }
}
