//! The functions by name, for a host that calls all of them through one C function.
//!
//! `or none` marks an argument or a result that may be absent; everything else is required. Texts are UTF-8,
//! numbers decimal text. The JSON is described at each function of the [module](super).
//!
//! | name | handle | arguments | results |
//! |---|---|---|---|
//! | `version`, `api_version` | | | the text |
//! | `platform` | | settings | a handle |
//! | `keyring` | | settings | a handle, the bytes that a body may have |
//! | `invalid_text` | | paths as a JSON array | always fails, with a fault at each path |
//! | `check_account` | | account | |
//! | `check_parameters` | | operation, parameters | |
//! | `build` | platform | account or none, operation, parameters, idempotency key or none, now or none | a call |
//! | `fetch` | platform | `{"object","id","parent"}`, account or none | a call |
//! | `save` | platform | a call | the text under which it is saved |
//! | `resume` | platform | the saved text | a call |
//! | `receive` | platform | a call, status, headers, body, jitter | a verdict, and a call or none: after `retry_after_ms` the same in its next attempt, after a page that of the next page |
//! | `fail` | platform | a call, failure, jitter | the same |
//! | `read_answer` | | operation, status, headers, body | the answer |
//! | `retry_after` | | attempt, most retries, jitter, failure or none, status, headers, body (read without a failure) | milliseconds or none |
//! | `idempotency_key` | | account, reference, purpose | the key |
//! | `verify` | keyring | body, signature or none, now | the event's numbers, the tail |
//! | `unwrap` | | provider, envelope | the event's numbers, the tail |
//! | `outcome` | keyring | a delivery | an outcome |
//! | `outcome_with` | keyring | a delivery, the object | an outcome |
//! | `event_differences` | keyring | a delivery, what was recorded | differences |
//! | `reconcile` | | session, payment intent or none | an outcome |
//! | `subject` | | session | a subject |
//! | `advance` | | state, outcome's kind | `{"state","action"}` |
//! | `names` | | | the names of outcomes and ignored reasons, in the order of an event's numbers |
//! | `steps` | | | the table of all steps |
//! | `check_expected` | | what was recorded | |
//! | `differences` | | what was recorded, account or none, session or none | differences |
//! | `check_fee` | | fee | |
//! | `fee_of` | | fee, amount, currency | minor units |
//! | `parse_amount` | | amount, currency | minor units |
//! | `format_amount` | | minor units, currency | the text |
//! | `encode_form` | | a JSON object | the form |
//! | `standings` | | parent, child or none | records |
//! | `review` | | parent, merchants, wanted | the review, as it is saved |
//! | `resume_review` | | a saved review | the review |
//! | `remaining_steps` | | review, parent, merchants | steps |
//! | `offer` | | parent, merchant, purchase | the offer |
//! | `readiness` | | account, needed capabilities | the readiness |
//! | `onboard` | | account or none, options | the onboarding |
//! | `plan_status` | | status | the plan's status or none |
//! | `check_payment_facts` | | facts | |
//! | `payment_facts` | | charge, balance transaction or none, application fee or none, who pays fees | facts |
//! | `dispute_facts` | | dispute | facts |
//! | `ledger` | | facts | the ledger |
//! | `sign` | | body, secret, timestamp | the header (feature `testing`) |
//! | `event_body` | | options | the body (feature `testing`) |
//! | `event_types` | | | a JSON array (feature `testing`) |
//!
//! A *call* is the JSON of [`request`](super::request): the host keeps that text, and nothing has to be freed
//! here. A *delivery* is two arguments: the index of the secret that proved it and the body, or
//! `event_bridge` or `event_grid` and the envelope, for which the handle may be absent.

use crate::json::Json;

use super::arguments::{Arguments, Results, Unreadable};
use super::calls::{self, Received};
use super::delivery::{self, Delivery};
use super::failed::Failed;
use super::{merchants, orders, settings};
use crate::platform::Platform;
use crate::webhook::Webhooks;

/// What is kept between calls on behalf of a host.
#[derive(Debug)]
pub enum Handle {
    /// A platform's key and settings.
    Platform(Platform),
    /// The signing secrets of a platform's endpoints.
    Webhooks(Webhooks),
}

/// Why there are no results.
enum Refused {
    Unreadable,
    Failed(Failed),
}

impl<F: Into<Failed>> From<F> for Refused {
    fn from(failed: F) -> Self {
        Refused::Failed(failed.into())
    }
}

impl From<Unreadable> for Refused {
    fn from(_: Unreadable) -> Self {
        Refused::Unreadable
    }
}

/// Calls the function that the first argument names and returns a tag byte, 0, and its results; or the tag 1
/// and the JSON of [`Failed`].
///
/// `keep` takes a new handle and returns the number by which the host refers to it.
///
/// `Unreadable` is a bug in the binding: an unknown name, arguments of another function, or a handle of
/// another kind.
pub fn call(
    handle: Option<&Handle>,
    arguments: &[u8],
    keep: impl FnOnce(Handle) -> u64,
) -> Result<Vec<u8>, Unreadable> {
    let mut from = Arguments::new(arguments);
    let mut out = Results::new();
    let done = match from.text()? {
        "platform" => kept(&mut from, |settings| Ok((Handle::Platform(settings::platform(settings)?), None)))
            .map(|(handle, _)| out.text(&keep(handle).to_string())),
        "keyring" => kept(&mut from, |settings| {
            let keyring = settings::keyring(settings)?;
            let most = keyring.max_body();
            Ok((Handle::Webhooks(keyring), Some(most)))
        })
        .map(|(handle, most)| {
            out.text(&keep(handle).to_string());
            out.optional(most.map(|most| most.to_string()).as_deref());
        }),
        name => of_calls(name, handle, &mut from, &mut out),
    };
    match done.and_then(|()| Ok(from.end()?)) {
        Ok(()) => Ok(out.into_bytes()),
        Err(Refused::Unreadable) => Err(Unreadable),
        Err(Refused::Failed(failed)) => Ok(Results::failed(&failed.into_json()).into_bytes()),
    }
}

type Kept = (Handle, Option<usize>);

fn kept(from: &mut Arguments<'_>, make: impl FnOnce(&str) -> Result<Kept, Failed>) -> Result<Kept, Refused> {
    let settings = from.text()?;
    // Keep nothing for a caller that would not receive it.
    from.end()?;
    Ok(make(settings)?)
}

fn of_calls<'d>(
    name: &str,
    handle: Option<&'d Handle>,
    from: &mut Arguments<'d>,
    out: &mut Results,
) -> Result<(), Refused> {
    let platform = || match handle {
        Some(Handle::Platform(platform)) => Ok(platform),
        _ => Err(Unreadable),
    };
    match name {
        "build" => {
            let (account, operation, params) = (from.optional()?, from.text()?, from.text()?);
            let (key, now) = (from.optional()?, from.optional_number()?);
            out.text(&calls::request(&calls::build(platform()?, account, operation, params, key, now)?));
        }
        "fetch" => {
            let call = calls::fetch(platform()?, from.text()?, from.optional()?)?;
            out.text(&calls::request(&call));
        }
        "save" => out.text(&calls::in_flight(platform()?, from.text()?)?.save()),
        "resume" => out.text(&calls::request(&platform()?.resume(from.text()?)?)),
        "receive" => {
            let mut call = calls::in_flight(platform()?, from.text()?)?;
            let (status, headers, body) = (status(from)?, from.text()?, from.bytes()?);
            let received = calls::receive(&mut call, status, headers, body, from.number()?)?;
            go_on(&call, &received, out);
        }
        "fail" => {
            let mut call = calls::in_flight(platform()?, from.text()?)?;
            let received = calls::fail(&mut call, from.text()?, from.number()?)?;
            go_on(&call, &received, out);
        }
        "read_answer" => {
            let (operation, status) = (from.text()?, status(from)?);
            out.text(&calls::read_answer(operation, status, from.text()?, from.bytes()?)?);
        }
        "retry_after" => {
            let (attempt, max_retries, jitter) = (from.number()?, from.number()?, from.number()?);
            let failure = from.optional()?;
            let (status, headers, body) = (status(from)?, from.text()?, from.bytes()?);
            let outcome = failure.map_or(Ok((status, headers, body)), Err);
            let after = calls::retry_after(attempt, max_retries, jitter, outcome)?;
            out.optional(after.map(|after| after.to_string()).as_deref());
        }
        "idempotency_key" => {
            out.text(&calls::idempotency_key(from.text()?, from.text()?, from.text()?)?);
        }
        "check_account" => calls::check_account(from.text()?)?,
        "check_parameters" => calls::check_parameters(from.text()?, from.text()?)?,
        _ => return of_deliveries(name, handle, from, out),
    }
    Ok(())
}

/// A number beyond 16 bits is not a status, and the core rejects it.
fn status(from: &mut Arguments<'_>) -> Result<u16, Unreadable> {
    Ok(u16::try_from(from.number::<i64>()?).unwrap_or(0))
}

fn go_on(call: &crate::Call<crate::AnyOperation>, received: &Received, out: &mut Results) {
    out.text(&received.verdict);
    let next = if received.is_retry { Some(call) } else { received.next_page.as_ref() };
    out.optional(next.map(calls::request).as_deref());
}

fn of_deliveries<'d>(
    name: &str,
    handle: Option<&'d Handle>,
    from: &mut Arguments<'d>,
    out: &mut Results,
) -> Result<(), Refused> {
    match name {
        "verify" => {
            let (body, signature, now) = (from.bytes()?, from.optional_bytes()?, from.number()?);
            let event = delivery::verify(keyring(handle)?, |_, _| None, body, signature, now)?;
            event.give(out);
        }
        "unwrap" => delivery::unwrap(from.text()?, from.bytes()?)?.give(out),
        "outcome" => out.text(&delivery::outcome_of(delivery_of(handle, from)?)?),
        "outcome_with" => out.text(&delivery::outcome_with(delivery_of(handle, from)?, from.text()?)?),
        "event_differences" => out.text(&delivery::differences_of(delivery_of(handle, from)?, from.text()?)?),
        _ => return of_orders(name, from, out),
    }
    Ok(())
}

fn keyring(handle: Option<&Handle>) -> Result<&Webhooks, Unreadable> {
    match handle {
        Some(Handle::Webhooks(keyring)) => Ok(keyring),
        _ => Err(Unreadable),
    }
}

fn delivery_of<'d>(handle: Option<&'d Handle>, from: &mut Arguments<'d>) -> Result<Delivery<'d>, Unreadable> {
    Ok(match from.text()? {
        provider @ ("event_bridge" | "event_grid") => {
            Delivery::Envelope { provider, envelope: from.bytes()? }
        }
        secret => Delivery::Webhook {
            keyring: keyring(handle)?,
            secret: secret.parse().map_err(|_| Unreadable)?,
            body: from.bytes()?,
        },
    })
}

fn of_orders(name: &str, from: &mut Arguments<'_>, out: &mut Results) -> Result<(), Refused> {
    match name {
        "reconcile" => out.text(&orders::reconcile(from.text()?, from.optional()?)?),
        "subject" => out.text(&orders::subject(from.text()?)?),
        "advance" => out.text(&orders::advance(from.text()?, from.text()?)?),
        "names" => out.text(&orders::names()?),
        "steps" => out.text(&orders::steps()?),
        "check_expected" => orders::check_expected(from.text()?)?,
        "differences" => {
            out.text(&orders::differences(from.text()?, from.optional()?, from.optional()?)?);
        }
        "check_fee" => orders::check_fee(from.text()?)?,
        "fee_of" => {
            out.text(&orders::fee_of(from.text()?, from.number()?, from.text()?)?.to_string());
        }
        "parse_amount" => out.text(&orders::parse_amount(from.text()?, from.text()?)?.to_string()),
        "format_amount" => out.text(&orders::format_amount(from.number()?, from.text()?)?),
        "encode_form" => out.text(&orders::encode_form(from.text()?)?),
        _ => return of_merchants(name, from, out),
    }
    Ok(())
}

fn of_merchants(name: &str, from: &mut Arguments<'_>, out: &mut Results) -> Result<(), Refused> {
    match name {
        "standings" => out.text(&merchants::standings(from.text()?, from.optional()?)?),
        "review" => out.text(&merchants::review(from.text()?, from.text()?, from.text()?)?),
        "resume_review" => out.text(&merchants::resume_review(from.text()?)?),
        "remaining_steps" => {
            out.text(&merchants::remaining_steps(from.text()?, from.text()?, from.text()?)?);
        }
        "offer" => out.text(&merchants::offer(from.text()?, from.text()?, from.text()?)?),
        "readiness" => out.text(&merchants::readiness(from.text()?, from.text()?)?),
        "onboard" => out.text(&merchants::onboard(from.optional()?, from.text()?)?),
        "plan_status" => out.optional(merchants::plan_status(from.text()?).as_deref()),
        "check_payment_facts" => merchants::check_payment_facts(from.text()?)?,
        "payment_facts" => {
            let (charge, transaction) = (from.text()?, from.optional()?);
            let (fee, fees_payer) = (from.optional()?, from.text()?);
            out.text(&merchants::payment_facts(charge, transaction, fee, fees_payer)?);
        }
        "dispute_facts" => out.text(&merchants::dispute_facts(from.text()?)?),
        "ledger" => out.text(&merchants::ledger(from.text()?)?),
        _ => return of_texts(name, from, out),
    }
    Ok(())
}

fn of_texts(name: &str, from: &mut Arguments<'_>, out: &mut Results) -> Result<(), Refused> {
    match name {
        "version" => out.text(env!("CARGO_PKG_VERSION")),
        "api_version" => out.text(crate::API_VERSION),
        "invalid_text" => {
            let paths = Json::parse(from.text()?).map_err(Failed::from)?;
            let paths = paths.items().iter().filter_map(|path| path.text().map(str::to_owned)).collect();
            from.end()?;
            return Err(Failed::invalid_text(paths).into());
        }
        #[cfg(feature = "testing")]
        "sign" => out.text(&crate::webhook::sign(from.bytes()?, from.text()?, from.number::<i64>()?)),
        #[cfg(feature = "testing")]
        "event_body" => out.text(&crate::testing::event_from_json(from.text()?)?),
        #[cfg(feature = "testing")]
        "event_types" => out.text(&calls::json(&crate::testing::event_types().collect::<Vec<_>>())?),
        _ => return Err(Refused::Unreadable),
    }
    Ok(())
}
