//! Calls to Stripe. Nothing of them is kept here: a call crosses as the text under which it is saved, so
//! that there is nothing to free.

use counterfoil::http::{Response, TransportError};
use counterfoil::{AnyOperation, Call, Next, typed};

use super::arguments::{Arguments, Failed, give};
use crate::calls::{HttpHeader, HttpRequest, HttpResponse, NativeAnswer, NativePlatform, TransportFailure};
use crate::errors::NativeError;
use crate::outcome::NativeFetch;

/// The platform's settings: `secret_key`, `api_base`, `api_version`, `max_retries`. They are checked again
/// in each call, which costs less than keeping them would.
pub(super) fn platform(from: &mut Arguments<'_>) -> Result<NativePlatform, Failed> {
    let (secret_key, api_base) = (from.take()?, from.take()?);
    Ok(NativePlatform::new(secret_key, api_base, from.take()?, from.take()?)?)
}

/// `account`, `operation`, `idempotency_key`, `now`: a call.
pub(super) fn call(from: &mut Arguments<'_>, out: &mut Vec<u8>) -> Result<(), Failed> {
    let platform = platform(from)?;
    let (account, operation): (Option<String>, typed::AnyOperation) = (from.take()?, from.take()?);
    let operation = operation.into();
    made(&platform, account.as_deref(), &operation, from, out)
}

/// `account`, the operation's name and its parameters as JSON, `idempotency_key`, `now`: a call.
pub(super) fn call_named(from: &mut Arguments<'_>, out: &mut Vec<u8>) -> Result<(), Failed> {
    let platform = platform(from)?;
    let account = from.take::<Option<String>>()?;
    let operation = AnyOperation::from_json(from.text()?, from.text()?)?;
    made(&platform, account.as_deref(), &operation, from, out)
}

fn made(
    platform: &NativePlatform,
    account: Option<&str>,
    operation: &AnyOperation,
    from: &mut Arguments<'_>,
    out: &mut Vec<u8>,
) -> Result<(), Failed> {
    let key = from.take::<Option<String>>()?.map(|key| key.parse()).transpose()?;
    let now = from.take()?;
    give_call(out, &platform.0.any_for(account, now, operation, key)?);
    Ok(())
}

/// `fetch`, `account`: the call that reads what an outcome names.
pub(super) fn fetch(from: &mut Arguments<'_>, out: &mut Vec<u8>) -> Result<(), Failed> {
    let platform = platform(from)?;
    let fetch = from.take::<NativeFetch>()?;
    let account = from.take::<Option<String>>()?.filter(|_| !fetch.on_platform);
    give_call(out, &platform.0.any_for(account.as_deref(), None, &fetch.operation.into(), None)?);
    Ok(())
}

/// `saved`: the call again.
pub(super) fn resume(from: &mut Arguments<'_>, out: &mut Vec<u8>) -> Result<(), Failed> {
    let platform = platform(from)?;
    give_call(out, &platform.0.resume(from.text()?)?);
    Ok(())
}

/// `saved`, a response, `jitter`: a verdict.
pub(super) fn receive(from: &mut Arguments<'_>, out: &mut Vec<u8>) -> Result<(), Failed> {
    let (platform, saved) = (platform(from)?, from.text()?);
    let response = response(from)?;
    go_on(&platform, saved, Ok(response), from.take()?, out)
}

/// `saved`, `failure`, `jitter`: a verdict.
pub(super) fn fail(from: &mut Arguments<'_>, out: &mut Vec<u8>) -> Result<(), Failed> {
    let (platform, saved) = (platform(from)?, from.text()?);
    let failure = from.take::<TransportFailure>()?;
    go_on(&platform, saved, Err(failure.into()), from.take()?, out)
}

/// Gives whether it is done; then the answer and the call for the next page, or the wait in milliseconds
/// and the call as it goes on.
fn go_on(
    platform: &NativePlatform,
    saved: &str,
    outcome: Result<Response, TransportError>,
    jitter: f64,
    out: &mut Vec<u8>,
) -> Result<(), Failed> {
    let mut call: Call<AnyOperation> = platform.0.resume(saved)?;
    match call.receive(outcome, jitter) {
        Next::Done(answer) => {
            let answer = answer?;
            let next = call.next_page_of(&answer);
            give(out, true);
            give(out, NativeAnswer::from(answer));
            give(out, next.is_some());
            if let Some(next) = next {
                give_call(out, &next);
            }
        }
        Next::Retry { after } => {
            give(out, false);
            give(out, i64::try_from(after.as_millis()).unwrap_or(i64::MAX));
            give_call(out, &call);
        }
    }
    Ok(())
}

/// The operation's name, a response: the answer.
pub(super) fn read_answer(from: &mut Arguments<'_>, out: &mut Vec<u8>) -> Result<(), Failed> {
    let operation = from.text()?;
    give(out, NativeAnswer::from(AnyOperation::read(operation, &response(from)?)?));
    Ok(())
}

/// `attempt`, `max_retries`, a response or nothing, a failure or nothing, `jitter`: the wait in
/// milliseconds, or nothing.
pub(super) fn retry_after_ms(from: &mut Arguments<'_>, out: &mut Vec<u8>) -> Result<(), Failed> {
    let (attempt, max_retries) = (from.take()?, from.take()?);
    let response = from.optional(received)?;
    let (failure, jitter) = (from.take()?, from.take()?);
    let after: Result<_, NativeError> =
        crate::calls::retry_after_ms(attempt, max_retries, response, failure, jitter);
    give(out, after?);
    Ok(())
}

/// A status, headers and a body.
fn response(from: &mut Arguments<'_>) -> Result<Response, Failed> {
    received(from).map(Response::from)
}

fn received(from: &mut Arguments<'_>) -> Result<HttpResponse, Failed> {
    let (status, headers) = (from.take()?, from.take::<Vec<HttpHeader>>()?);
    Ok(HttpResponse { status, headers, body: from.bytes()?.to_vec() })
}

/// Gives the request, the attempt, and the text under which the call is saved.
fn give_call(out: &mut Vec<u8>, call: &Call<AnyOperation>) {
    give(out, HttpRequest::from(call.request()));
    give(out, i32::try_from(call.attempt()).unwrap_or(i32::MAX));
    give(out, call.save());
}
