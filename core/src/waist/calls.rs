//! Calls to Stripe: requests and responses; the host does the sending.

use std::marker::PhantomData;

use serde::Serialize;

use super::failed::Failed;
use super::object::{Object, array, quoted};
use super::settings::policy;
use crate::call::{Call, check_own_id, not_the_object, successful_body};
use crate::error::Error;
use crate::http::{Header, Method, Request, Response, TransportError};
use crate::ids::{AccountId, IdempotencyKey};
use crate::json::Json;
use crate::operation::AnyOperation;
use crate::page::{self, Cursor};
use crate::platform::Platform;
use crate::schema::{self, answers, registry, write_json};
use crate::webhook::Fetch;

/// Builds a call of the operation with that name, for a merchant's account or, without one, for the
/// platform's own; `params` is a JSON object, and times in it are checked against `now` if it is given.
///
/// Errors: every fault of the parameters; `unknown_operation`, `wrong_scope`, `invalid_account_id`,
/// `invalid_idempotency_key`.
pub fn build(
    platform: &Platform,
    account: Option<&str>,
    operation: &str,
    params: &str,
    idempotency_key: Option<&str>,
    now: Option<i64>,
) -> Result<Call<AnyOperation>, Failed> {
    let operation = AnyOperation::from_json(operation, params)?;
    let key = idempotency_key.map(str::parse).transpose()?;
    Ok(platform.any_for(account, now, &operation, key)?)
}

/// Checks an account id, so that a wrong one is reported where it is passed.
pub fn check_account(account: &str) -> Result<(), Failed> {
    account.parse::<AccountId>()?;
    Ok(())
}

/// Checks that parameters can be parsed as those of the operation with that name; their values are checked
/// when a call is built.
///
/// Errors: those of [`AnyOperation::from_json`].
pub fn check_parameters(operation: &str, params: &str) -> Result<(), Failed> {
    AnyOperation::from_json(operation, params)?;
    Ok(())
}

/// Builds the call that reads the object named by an outcome, `{"object","id","parent"}`, where `parent` is
/// what the object is part of (the fee of a fee refund, the account of a capability) or empty. `account` is
/// the event's account, or the one that the session was read from.
pub fn fetch(platform: &Platform, named: &str, account: Option<&str>) -> Result<Call<AnyOperation>, Failed> {
    let named = Json::parse(named)?;
    let text = |name| named.member(name).text().unwrap_or_default();
    let fetch = Fetch::named(text("object"), text("id"), text("parent"))
        .ok_or_else(|| Failed::internal("there is nothing to fetch"))?;
    let account = account.map(str::parse::<AccountId>).transpose()?;
    let Call { schema, request, origin, attempt, policy, .. } = fetch.call(platform, account.as_ref())?;
    Ok(Call { schema, request, origin, attempt, policy, operation: PhantomData })
}

/// Returns a call as JSON:
/// `{"method","url","headers":[[name,value]],"body","account","operation","idempotency_key", "attempt"}`. It
/// contains the secret key; [`Call::save`] does not.
#[must_use]
pub fn request(call: &Call<AnyOperation>) -> String {
    let request = call.request();
    let headers = request.headers.iter();
    let headers = array(headers.map(|header| array([quoted(&header.name), quoted(&header.value)])));
    Object::new()
        .text("method", request.method.as_str())
        .text("url", &*request.url)
        .json("headers", &headers)
        .text("body", &*request.body)
        .text("account", call.account())
        .text("operation", call.operation())
        .text("idempotency_key", call.idempotency_key())
        .integer("attempt", Some(call.attempt().into()))
        .end()
}

/// Restores a call from that JSON, for a host that keeps the text instead of a handle. It must be what
/// [`request`] returned for a call of this platform, in this process.
pub(super) fn in_flight(platform: &Platform, call: &str) -> Result<Call<AnyOperation>, Failed> {
    let sent = Json::parse(call)?;
    let text = |name| sent.member(name).text().unwrap_or_default();
    let mut methods = [Method::Get, Method::Post, Method::Delete].into_iter();
    let attempt = sent.member("attempt").integer().and_then(|attempt| u32::try_from(attempt).ok());
    Ok(Call {
        schema: registry::operation(text("operation"))
            .ok_or_else(|| Failed::internal("unknown operation"))?,
        request: Request {
            method: methods
                .find(|method| method.as_str() == text("method"))
                .ok_or_else(|| Failed::internal("unknown method"))?,
            url: text("url").to_owned(),
            headers: headers_of(sent.member("headers")),
            body: text("body").to_owned(),
        },
        origin: platform.api_base().len(),
        attempt: attempt.unwrap_or(1),
        policy: platform.retry(),
        operation: PhantomData,
    })
}

/// `[[name,value],…]`
fn headers_of(headers: &Json) -> Vec<Header> {
    let pair = |header: &Json| match header.items() {
        [name, value] => Some(Header::new(name.text()?.to_owned(), value.text()?.to_owned())),
        _ => None,
    };
    headers.items().iter().filter_map(pair).collect()
}

/// How a call continues.
#[derive(Debug)]
pub struct Received {
    /// `{"done":{"object":{fields},"record":"Session","replayed":false}}`, whose raw JSON is the body;
    /// `{"done":{"page":[[{fields}, raw text],…],"record":"Refund","has_more":true,"replayed":false}}`, with
    /// `record` `null` for an empty page; or `{"retry_after_ms":500}`.
    pub verdict: String,
    /// Whether the same request is to be sent again.
    pub is_retry: bool,
    /// The call for the next page, unless this page is the last.
    pub next_page: Option<Call<AnyOperation>>,
}

/// Returns the result for the host, `{"object",…}` or `{"page",…}`, and where the next page starts. It is
/// written by its description, as it is read.
fn crossed(
    schema: &'static schema::Operation,
    response: &Response,
    id: Option<&str>,
) -> Result<(String, Option<Cursor>), Failed> {
    let body = successful_body(response)?;
    let record = schema.answer;
    let replayed = response.is_replayed();
    if schema.lists {
        let read = page::read(record, body).ok_or_else(|| not_the_object(response, body, schema))?;
        let items = array(read.data.iter().map(|object| {
            let mut fields = String::new();
            write_json(&mut fields, record, object);
            array([fields, quoted(object.raw)])
        }));
        let text = Object::new()
            .json("page", &items)
            .text("record", read.data.first().map(|_| record.name))
            .flag("has_more", read.has_more)
            .flag("replayed", replayed)
            .end();
        return Ok((text, Some(read.cursor)));
    }
    let read = answers::object(record, body).ok_or_else(|| not_the_object(response, body, schema))?;
    if record.id == "id" {
        check_own_id(response, id, read.text("id"))?;
    }
    let text = Object::new().record("object", Some(&read)).text("record", record.name);
    Ok((text.flag("replayed", replayed).end(), None))
}

/// Takes a response; `headers` is `[[name,value],…]`.
///
/// Errors: those of [`Call::receive`].
pub fn receive(
    call: &mut Call<AnyOperation>,
    status: u16,
    headers: &str,
    body: &[u8],
    jitter: f64,
) -> Result<Received, Failed> {
    let response = response(status, headers, body)?;
    go_on(call, Ok(response), jitter)
}

/// Takes the reason why there is no response: `connect`, `timeout`, `closed`, `tls` or `too_large`.
///
/// Errors: those of [`Call::receive`].
pub fn fail(call: &mut Call<AnyOperation>, failure: &str, jitter: f64) -> Result<Received, Failed> {
    go_on(call, Err(failure_named(failure)?), jitter)
}

fn go_on(
    call: &mut Call<AnyOperation>,
    outcome: Result<Response, TransportError>,
    jitter: f64,
) -> Result<Received, Failed> {
    if let Some(after) = call.policy.verdict(call.attempt, outcome.as_ref(), jitter) {
        call.attempt += 1;
        let after = u64::try_from(after.as_millis()).unwrap_or(u64::MAX);
        let verdict = format!(r#"{{"retry_after_ms":{after}}}"#);
        return Ok(Received { verdict, is_retry: true, next_page: None });
    }
    let response = outcome.map_err(Error::failure)?;
    let (done, cursor) = crossed(call.schema, &response, call.asked_for())?;
    let next_page = cursor.and_then(|cursor| call.following(&cursor));
    Ok(Received { verdict: format!(r#"{{"done":{done}}}"#), is_retry: false, next_page })
}

/// Reads the response to the operation with that name, without a call: `{"object",…}` or `{"page",…}`, which
/// is the `done` of [`Received::verdict`].
///
/// Errors: those of [`AnyOperation::read`].
pub fn read_answer(operation: &str, status: u16, headers: &str, body: &[u8]) -> Result<String, Failed> {
    let schema = AnyOperation::known(operation)?;
    Ok(crossed(schema, &response(status, headers, body)?, None)?.0)
}

/// Returns how long to wait before the next attempt, in milliseconds, or `None` if there should be none.
/// `outcome` is a response (status, headers as JSON, body) or the name of a failure.
///
/// Error `out_of_range` for a negative number.
pub fn retry_after(
    attempt: i64,
    max_retries: i64,
    jitter: f64,
    outcome: Result<(u16, &str, &[u8]), &str>,
) -> Result<Option<u64>, Failed> {
    let attempt = u64::try_from(attempt).map_err(|_| Failed::negative("attempt"))?;
    let attempt = u32::try_from(attempt).unwrap_or(u32::MAX);
    let outcome = match outcome {
        Ok((status, headers, body)) => Ok(response(status, headers, body)?),
        Err(failure) => Err(failure_named(failure)?),
    };
    let after = policy(max_retries)?.verdict(attempt, outcome.as_ref(), jitter);
    Ok(after.map(|after| u64::try_from(after.as_millis()).unwrap_or(u64::MAX)))
}

/// Returns the idempotency key for one purpose of a merchant's reference.
///
/// Error `invalid_account_id`.
pub fn idempotency_key(account: &str, reference: &str, purpose: &str) -> Result<String, Failed> {
    Ok(IdempotencyKey::of(&account.parse()?, reference, purpose).as_str().to_owned())
}

pub(super) fn json(value: &impl Serialize) -> Result<String, Failed> {
    Ok(serde_json::to_string(value)?)
}

fn response(status: u16, headers: &str, body: &[u8]) -> Result<Response, Failed> {
    Ok(Response { status, headers: headers_of(&Json::parse(headers)?), body: body.to_vec() })
}

fn failure_named(name: &str) -> Result<TransportError, Failed> {
    Ok(match name {
        "connect" => TransportError::Connect,
        "timeout" => TransportError::Timeout,
        "closed" => TransportError::Closed,
        "tls" => TransportError::Tls,
        "too_large" => TransportError::TooLarge,
        _ => return Err(Failed::internal("unknown failure")),
    })
}
