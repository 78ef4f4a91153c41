//! Keyrings, and what is asked of an event after it was verified. Events are not kept here either: what
//! was delivered is verified again.

use counterfoil::typed::AnyObject;
use counterfoil::webhook::{Event, Expected};

use super::arguments::{Arguments, Failed, give};
use crate::lane;
use crate::outcome::NativeOutcome;
use crate::webhooks::{NativeKeyring, SecretEntry, ToleranceSetting};

/// `secrets`, `tolerance`, `max_body`: the address of a keyring, which has to be freed.
pub(super) fn keyring_new(from: &mut Arguments<'_>, out: &mut Vec<u8>) -> Result<(), Failed> {
    let secrets = from.take::<Vec<SecretEntry>>()?;
    let tolerance = from.take::<ToleranceSetting>()?;
    let keyring = NativeKeyring::new(secrets, tolerance, from.take()?)?;
    give(out, Box::into_raw(Box::new(keyring)) as usize as u64);
    Ok(())
}

/// `envelope`: the event's row.
pub(super) fn event_bridge_row(from: &mut Arguments<'_>, out: &mut Vec<u8>) -> Result<(), Failed> {
    out.extend(lane::event_bridge_row(from.bytes()?)?);
    Ok(())
}

/// `envelope`: the event's row.
pub(super) fn event_grid_row(from: &mut Arguments<'_>, out: &mut Vec<u8>) -> Result<(), Failed> {
    out.extend(lane::event_grid_row(from.bytes()?)?);
    Ok(())
}

/// A delivery, the object that was read: the outcome.
pub(super) fn outcome_of(
    keyring: Option<&NativeKeyring>,
    from: &mut Arguments<'_>,
    out: &mut Vec<u8>,
) -> Result<(), Failed> {
    let event = delivered(keyring, from)?;
    give(out, NativeOutcome::from(event.outcome_with(from.take::<AnyObject>()?)?));
    Ok(())
}

/// A delivery, what was recorded: the differences.
pub(super) fn event_differences(
    keyring: Option<&NativeKeyring>,
    from: &mut Arguments<'_>,
    out: &mut Vec<u8>,
) -> Result<(), Failed> {
    let event = delivered(keyring, from)?;
    let expected = from.take::<Expected>()?;
    give(out, event.outcome().differences(event.account(), &expected)?);
    Ok(())
}

/// Who delivered it (`webhook`, `event_bridge` or `event_grid`), the bytes, and for a webhook the
/// signature, which may be absent, and the time.
fn delivered<'a>(keyring: Option<&NativeKeyring>, from: &mut Arguments<'a>) -> Result<Event<'a>, Failed> {
    let (by, body) = (from.text()?, from.bytes()?);
    match by {
        "event_bridge" => Ok(Event::from_event_bridge(body)?),
        "event_grid" => Ok(Event::from_event_grid(body)?),
        _ => {
            let signature = from.optional(Arguments::bytes)?;
            let keyring = keyring.ok_or(Failed::Unreadable)?;
            Ok(keyring.0.verify(body, signature, from.take::<i64>()?)?)
        }
    }
}
