//! The functions by name.

use counterfoil::checkout::Session;
use counterfoil::fulfillment::{self, State};
use counterfoil::webhook::{Expected, OutcomeKind};
use counterfoil::{AnyOperation, Fee, typed};

use super::arguments::{Arguments, Failed, give};
use super::{calls, events};
use crate::errors::NativeError;
use crate::webhooks::NativeKeyring;
use crate::{functions, merchants, outcome, webhooks};

/// Calls the function that the first argument names, and writes its results.
pub(super) fn call(
    keyring: Option<&NativeKeyring>,
    from: &mut Arguments<'_>,
    out: &mut Vec<u8>,
) -> Result<(), Failed> {
    match from.text()? {
        "version" => give(out, functions::version()),
        "cut_text" => return Err(NativeError::cut_text(from.take()?).into()),
        "check_platform" => drop(calls::platform(from)?),
        "check_account" => drop(from.text()?.parse::<counterfoil::AccountId>()?),
        "call" => calls::call(from, out)?,
        "call_named" => calls::call_named(from, out)?,
        "fetch" => calls::fetch(from, out)?,
        "resume" => calls::resume(from, out)?,
        "receive" => calls::receive(from, out)?,
        "fail" => calls::fail(from, out)?,
        "read_answer" => calls::read_answer(from, out)?,
        "retry_after_ms" => calls::retry_after_ms(from, out)?,
        "operation_from_json" => {
            give(out, typed::AnyOperation::from(AnyOperation::from_json(from.text()?, from.text()?)?))
        }
        "keyring_new" => events::keyring_new(from, out)?,
        "event_bridge_row" => events::event_bridge_row(from, out)?,
        "event_grid_row" => events::event_grid_row(from, out)?,
        "outcome_of" => events::outcome_of(keyring, from, out)?,
        "event_differences" => events::event_differences(keyring, from, out)?,
        "sign" => give(out, webhooks::sign(from.bytes()?, from.text()?, from.take()?)),
        "event_for_tests" => give(out, webhooks::event_for_tests(from.text()?)?),
        "event_types_for_tests" => give(out, webhooks::event_types_for_tests()),
        name => return of_orders(name, from, out).and_then(|()| from.end()),
    }
    from.end()
}

/// What is asked about orders and money.
fn of_orders(name: &str, from: &mut Arguments<'_>, out: &mut Vec<u8>) -> Result<(), Failed> {
    match name {
        "steps" => give(out, steps()),
        "advance" => give(out, functions::advance(from.text()?, from.text()?)?),
        "reconcile" => give(out, outcome::reconcile(from.take()?, from.take()?)?),
        "subject_of" => give(out, outcome::subject_of(from.take()?)),
        "expected_from_json" => give(out, Expected::from_json(from.text()?)?),
        "differences" => {
            let expected = from.take::<Expected>()?;
            let account = from.take()?;
            give(out, outcome::differences(&expected, account, &from.take::<Session>()?)?);
        }
        "idempotency_key" => {
            give(out, functions::idempotency_key(from.text()?, from.text()?, from.text()?)?);
        }
        "fee_from_json" => give(out, Fee::from_json(from.text()?)?),
        "fee_of" => give(out, functions::fee_of(from.take()?, from.take()?, from.text()?)?),
        "parse_amount" => give(out, functions::parse_amount(from.text()?, from.text()?)?),
        "format_amount" => give(out, functions::format_amount(from.take()?, from.text()?)?),
        "encode_form" => give(out, functions::encode_form(from.text()?)?),
        _ => return of_merchants(name, from, out),
    }
    Ok(())
}

/// What is asked about merchants.
fn of_merchants(name: &str, from: &mut Arguments<'_>, out: &mut Vec<u8>) -> Result<(), Failed> {
    match name {
        "standings" => give(out, merchants::standings(from.take()?, from.take()?)),
        "review" => give(out, merchants::review(from.take()?, from.take()?, from.take()?)?),
        "save_review" => give(out, merchants::save_review(from.take()?)),
        "resume_review" => give(out, merchants::resume_review(from.text()?)?),
        "remaining_steps" => {
            give(out, merchants::remaining_steps(from.take()?, from.take()?, from.take()?)?);
        }
        "offer" => give(out, merchants::offer(from.take()?, from.take()?, from.take()?)?),
        "readiness" => give(out, merchants::readiness(from.take()?, from.take()?)),
        "plan_status" => give(out, merchants::plan_status(from.take()?)),
        "payment_facts_from_json" => give(out, merchants::payment_facts_from_json(from.text()?)?),
        "payment_facts" => {
            let (charge, transaction, fee) = (from.take()?, from.take()?, from.take()?);
            give(out, merchants::payment_facts(charge, transaction, fee, from.text()?)?);
        }
        "dispute_facts" => give(out, merchants::dispute_facts(from.take()?)?),
        "ledger" => give(out, merchants::ledger(from.take()?)?),
        _ => return Err(Failed::Unreadable),
    }
    Ok(())
}

/// The whole of [`fulfillment::advance`]: for each state and each outcome both of their names, the new
/// state and the action.
fn steps() -> Vec<String> {
    let pairs = State::ALL.iter().flat_map(|state| OutcomeKind::ALL.iter().map(move |kind| (*state, *kind)));
    let rows = pairs.flat_map(|(state, outcome)| {
        let step = fulfillment::advance(state, outcome);
        [state.as_str(), outcome.as_str(), step.state.as_str(), step.action.as_str()]
    });
    rows.map(str::to_owned).collect()
}
