//! The protocol's operations, each by the crate's public interface.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use counterfoil::call::{self, RetryPolicy};
use counterfoil::checkout::RetrieveSession;
use counterfoil::fulfillment::{self, State};
use counterfoil::http::{Header, Request, Response, TransportError};
use counterfoil::money::{Amount, Currency};
use counterfoil::payments::RetrievePaymentIntent;
use counterfoil::webhook::{
    self, EndpointSecret, Event, Expected, Mode, Outcome, OutcomeKind, Source, Tolerance, WebhookError,
    Webhooks,
};
use counterfoil::{
    AccountId, AnyAnswer, AnyOperation, Error, Fee, IdempotencyKey, Next, Platform, SecretKey,
};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::merchants;

/// An answer, or the `error` object of the protocol.
pub(crate) type Answer = Result<Value, Value>;

pub(crate) fn run(op: &str, input: &str) -> Answer {
    match op {
        "webhook.verify" => with_event(input, describe),
        "webhook.unwrap" => unwrap(&read(input)?),
        "webhook.subject" => with_event(input, |event| json!({ "subject": event.outcome().subject() })),
        "webhook.classify" => with_event(input, |event| classify(&event.outcome())),
        "webhook.fetch" => fetch(input),
        "outcome.reconcile" => reconcile(&read(input)?),
        "outcome.guard" => guard(input),
        "webhook.sign" => sign(read(input)?),
        "request.build" => build(read(input)?),
        "call.resume" => resume(&read(input)?),
        "response.read" => read_response(read(input)?),
        "retry.next" => retry(&read(input)?),
        "form.encode" => {
            let Form { value } = read(input)?;
            let body = counterfoil::form::from_json(value.get()).map_err(|error| fault(&error))?;
            Ok(json!({ "body": body }))
        }
        "fee.compute" => compute_fee(read(input)?),
        "money.parse" => {
            let Money { amount, currency } = read(input)?;
            let parsed = currency.parse().and_then(|currency| Amount::parse(&amount, currency));
            Ok(json!({ "minor": parsed.map_err(|error| fault(&error))?.minor() }))
        }
        "fulfillment.advance" => advance(&read(input)?),
        _ => merchants::run(op, input).unwrap_or_else(|| {
            Err(json!({ "code": "unsupported", "message": format!("no operation is called {op}") }))
        }),
    }
}

#[derive(Deserialize)]
struct Delivery {
    body_b64: String,
    signature: Option<String>,
    secrets: Vec<Secret>,
    /// Absent: the default. Null: unchecked.
    #[serde(default, deserialize_with = "present")]
    tolerance: Option<Option<u32>>,
    now: i64,
}

#[derive(Deserialize)]
struct Secret {
    label: String,
    secret: String,
    source: Option<String>,
    mode: Option<String>,
}

#[derive(Deserialize)]
struct Envelope {
    provider: String,
    body_b64: String,
}

#[derive(Deserialize)]
struct Reconcile<'i> {
    #[serde(borrow)]
    session: &'i RawValue,
    #[serde(borrow)]
    payment_intent: Option<&'i RawValue>,
}

#[derive(Deserialize)]
struct Fetched<'i> {
    secret_key: String,
    #[serde(borrow)]
    object: Option<&'i RawValue>,
}

#[derive(Deserialize)]
struct Guard<'i> {
    #[serde(borrow)]
    expected: &'i RawValue,
}

#[derive(Deserialize)]
struct Sign {
    body_b64: String,
    secret: String,
    timestamp: i64,
}

#[derive(Deserialize)]
struct Build<'i> {
    operation: String,
    #[serde(borrow)]
    params: &'i RawValue,
    secret_key: String,
    account: Option<String>,
    api_base: Option<String>,
    api_version: Option<String>,
    idempotency_key: Option<String>,
    now: Option<i64>,
}

#[derive(Deserialize)]
struct Resume {
    secret_key: String,
    saved: String,
}

#[derive(Deserialize)]
struct Read {
    operation: String,
    status: u16,
    headers: Vec<(String, String)>,
    body_b64: String,
}

#[derive(Deserialize)]
struct Retry {
    attempt: u32,
    max_retries: u32,
    jitter: f64,
    failure: Option<String>,
    status: Option<u16>,
    #[serde(default)]
    headers: Vec<(String, String)>,
    #[serde(default)]
    body_b64: String,
}

#[derive(Deserialize)]
struct Form<'i> {
    #[serde(borrow)]
    value: &'i RawValue,
}

#[derive(Deserialize)]
struct ComputeFee<'i> {
    #[serde(borrow)]
    fee: &'i RawValue,
    amount: i64,
    currency: String,
}

#[derive(Deserialize)]
struct Money {
    amount: String,
    currency: String,
}

#[derive(Deserialize)]
struct Advance {
    state: String,
    outcomes: Vec<String>,
}

pub(crate) fn read<'i, T: Deserialize<'i>>(input: &'i str) -> Result<T, Value> {
    serde_json::from_str(input).map_err(|error| bad_request(&error.to_string()))
}

fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<u32>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

fn describe(event: &Event<'_>) -> Value {
    json!({
        "event_id": event.id(),
        "type": event.kind(),
        "account": event.account().map(AccountId::as_str),
        "livemode": event.is_live(),
        "created": event.created(),
        "api_version": event.api_version(),
        "shape": event.shape().as_str(),
        "label": event.label(),
        "dedupe_key": event.dedupe_key(),
    })
}

fn unwrap(envelope: &Envelope) -> Answer {
    let body = decode(&envelope.body_b64)?;
    let event = match &*envelope.provider {
        "event_bridge" => Event::from_event_bridge(&body),
        "event_grid" => Event::from_event_grid(&body),
        _ => return Err(bad_request("`provider` is `event_bridge` or `event_grid`")),
    };
    event.map(|event| describe(&event)).map_err(|error| rejection(&error))
}

fn with_event<T>(input: &str, answer: impl FnOnce(&Event<'_>) -> T) -> Result<T, Value> {
    let delivery: Delivery = read(input)?;
    let body = decode(&delivery.body_b64)?;
    let secrets = delivery.secrets.into_iter().map(endpoint_secret).collect::<Result<Vec<_>, _>>()?;
    let mut keyring = Webhooks::new(secrets).map_err(|error| fault(&error))?;
    if let Some(tolerance) = delivery.tolerance {
        keyring = keyring.with_tolerance(tolerance.map_or(Tolerance::Unchecked, Tolerance::Seconds));
    }
    let signature = delivery.signature.as_deref();
    keyring
        .verify(&body, signature, delivery.now)
        .map(|event| answer(&event))
        .map_err(|error| rejection(&error))
}

fn endpoint_secret(secret: Secret) -> Result<EndpointSecret, Value> {
    let mut entry = EndpointSecret::new(secret.label, secret.secret);
    match secret.source.as_deref() {
        Some("connected") => entry = entry.only_from(Source::Connected),
        Some("platform") => entry = entry.only_from(Source::Platform),
        None => {}
        Some(_) => return Err(bad_request("source is connected or platform")),
    }
    match secret.mode.as_deref() {
        Some("live") => entry = entry.only_in(Mode::Live),
        Some("test") => entry = entry.only_in(Mode::Test),
        None => {}
        Some(_) => return Err(bad_request("mode is live or test")),
    }
    Ok(entry)
}

/// What `webhook.subject` tells beyond `webhook.classify`.
const SUBJECT_ALONE: [&str; 3] = ["amount_paid", "amount_remaining", "amount_refunded"];

fn classify(outcome: &Outcome) -> Value {
    let kind = outcome.kind().as_str();
    match (outcome, outcome.session()) {
        (_, Some(session)) => json!({
            "outcome": kind,
            "session": session.id,
            "payment_intent": session.payment_intent,
            "amount_total": session.amount_total,
            "currency": session.currency,
            "client_reference_id": session.client_reference_id,
            "payment_status": session.payment_status,
            "mode": session.mode,
        }),
        (Outcome::Ignored(reason), None) => json!({ "outcome": kind, "reason": reason.as_str() }),
        (Outcome::Fetch(fetch), None) => {
            json!({ "outcome": kind, "object": fetch.object(), "id": fetch.id() })
        }
        (_, None) => {
            let mut answer = json!(outcome.subject());
            if let Some(fields) = answer.as_object_mut() {
                fields.retain(|name, _| !SUBJECT_ALONE.contains(&name.as_str()));
            }
            answer["outcome"] = kind.into();
            answer
        }
    }
}

fn reconcile(input: &Reconcile<'_>) -> Answer {
    let answer =
        |json: &RawValue| Response { status: 200, headers: Vec::new(), body: json.get().as_bytes().to_vec() };
    let outcome = || {
        let session = call::read::<RetrieveSession>(&answer(input.session))?;
        let payment = input
            .payment_intent
            .map(|payment| call::read::<RetrievePaymentIntent>(&answer(payment)))
            .transpose()?;
        webhook::reconcile(session, payment.as_ref())
    };
    outcome().map(|outcome| classify(&outcome)).map_err(|error| fault(&error))
}

/// The call that reads what a thin event names, and what the event means with the object that was read.
fn fetch(input: &str) -> Answer {
    let Fetched { secret_key, object } = read(input)?;
    let key = secret_key.parse::<SecretKey>().map_err(|error| fault(&error))?;
    with_event(input, |event| {
        let Outcome::Fetch(fetch) = event.outcome() else {
            return Err(json!({ "code": "wrong_type", "message": "there is nothing to be fetched" }));
        };
        let mut call = fetch.call(&Platform::new(key), event.account()).map_err(|error| fault(&error))?;
        let mut answer = requested(call.request());
        let with = object.map(|object| {
            let body = object.get().as_bytes().to_vec();
            let response = Response { status: 200, headers: Vec::new(), body };
            match call.receive(Ok(response), 0.5) {
                Next::Done(object) => event.outcome_with(object?).map(|outcome| classify(&outcome)),
                Next::Retry { .. } => Ok(Value::Null),
            }
        });
        answer["outcome"] = with.transpose().map_err(|error| fault(&error))?.into();
        Ok(answer)
    })?
}

fn guard(input: &str) -> Answer {
    let Guard { expected } = read(input)?;
    let expected = Expected::from_json(expected.get()).map_err(|error| fault(&error))?;
    with_event(input, |event| event.outcome().differences(event.account(), &expected))?
        .map(|differences| {
            let differences = differences.iter().map(|it| json!([it.field, it.expected, it.found]));
            json!({ "differences": differences.collect::<Vec<_>>() })
        })
        .map_err(|error| fault(&error))
}

fn sign(input: Sign) -> Answer {
    let signature = webhook::sign(&decode(&input.body_b64)?, &input.secret, input.timestamp);
    Ok(json!({ "signature": signature }))
}

fn build(input: Build<'_>) -> Answer {
    let request = prepare(&input).map_err(|error| fault(&error))?;
    Ok(requested(&request))
}

fn resume(input: &Resume) -> Answer {
    let call = input.secret_key.parse::<SecretKey>().and_then(|key| {
        let platform = Platform::new(key);
        platform.resume::<AnyOperation>(&input.saved)
    });
    let call = call.map_err(|error| fault(&error))?;
    let mut answer = requested(call.request());
    answer["attempt"] = call.attempt().into();
    Ok(answer)
}

fn requested(request: &Request) -> Value {
    let headers: Vec<Value> =
        request.headers.iter().map(|header| json!([header.name, header.value])).collect();
    json!({ "method": request.method.as_str(), "url": request.url, "headers": headers, "body": request.body })
}

fn prepare(input: &Build<'_>) -> Result<Request, Error> {
    let mut platform = Platform::new(input.secret_key.parse::<SecretKey>()?);
    if let Some(origin) = &input.api_base {
        platform = platform.with_api_base(origin)?;
    }
    if let Some(version) = &input.api_version {
        platform = platform.with_api_version(version)?;
    }
    let operation = AnyOperation::from_json(&input.operation, input.params.get())?;
    let key = input.idempotency_key.as_deref().map(str::parse::<IdempotencyKey>).transpose()?;
    let call = platform.any_for(input.account.as_deref(), input.now, &operation, key)?;
    Ok(call.request().clone())
}

fn read_response(input: Read) -> Answer {
    let response = response(input.status, input.headers, &input.body_b64)?;
    let answer = AnyOperation::read(&input.operation, &response).map_err(|error| fault(&error))?;
    let replayed = answer.replayed();
    let mut told = match answer {
        AnyAnswer::Object(object) => json!(object),
        AnyAnswer::Page(page) => json!({ "data": page.data, "has_more": page.has_more }),
    };
    leave_out_what_says_nothing(&mut told);
    if replayed {
        told["replayed"] = true.into();
    }
    Ok(told)
}

/// Fields that came after the protocol are told only where they say something.
fn leave_out_what_says_nothing(value: &mut Value) {
    const LATER: [&str; 6] = [
        "account_id",
        "balance_transactions",
        "configurations",
        "customer_account",
        "updated_capability",
        "use_case",
    ];
    match value {
        Value::Array(items) => items.iter_mut().for_each(leave_out_what_says_nothing),
        Value::Object(fields) => {
            let is_empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
            fields.retain(|name, value| !LATER.contains(&name.as_str()) || !is_empty(value));
            fields.values_mut().for_each(leave_out_what_says_nothing);
        }
        _ => {}
    }
}

fn retry(input: &Retry) -> Answer {
    let failure = match input.failure.as_deref() {
        None => None,
        Some("connect") => Some(TransportError::Connect),
        Some("timeout") => Some(TransportError::Timeout),
        Some("closed") => Some(TransportError::Closed),
        Some("tls") => Some(TransportError::Tls),
        Some("too_large") => Some(TransportError::TooLarge),
        Some(_) => return Err(bad_request("failure is connect, timeout, closed or tls")),
    };
    let response = response(input.status.unwrap_or_default(), input.headers.clone(), &input.body_b64)?;
    let outcome = failure.as_ref().map_or(Ok(&response), Err);
    let policy = RetryPolicy { max_retries: input.max_retries };
    let after = policy.verdict(input.attempt, outcome, input.jitter);
    let after = after.map(|after| u64::try_from(after.as_millis()).unwrap_or(u64::MAX));
    Ok(json!({ "retry": after.is_some(), "after_ms": after }))
}

fn compute_fee(input: ComputeFee<'_>) -> Answer {
    let fee = Fee::from_json(input.fee.get()).and_then(|fee| {
        let currency: Currency = input.currency.parse()?;
        fee.of(Amount::new(input.amount, currency))
    });
    fee.map(|fee| json!({ "fee": fee })).map_err(|error| fault(&error))
}

fn advance(input: &Advance) -> Answer {
    let mut state: State = input.state.parse().map_err(|error| fault(&error))?;
    let mut actions = Vec::new();
    for outcome in &input.outcomes {
        let outcome: OutcomeKind = outcome.parse().map_err(|error| fault(&error))?;
        let step = fulfillment::advance(state, outcome);
        state = step.state;
        actions.push(step.action.as_str());
    }
    Ok(json!({ "state": state.as_str(), "actions": actions }))
}

fn response(status: u16, headers: Vec<(String, String)>, body_b64: &str) -> Result<Response, Value> {
    let headers = headers.into_iter().map(|(name, value)| Header::new(name, value)).collect();
    Ok(Response { status, headers, body: decode(body_b64)? })
}

fn decode(text: &str) -> Result<Vec<u8>, Value> {
    BASE64.decode(text).map_err(|error| bad_request(&error.to_string()))
}

pub(crate) fn fault(error: &Error) -> Value {
    let mut answer = json!({ "code": error.code(), "message": error.to_string() });
    if let Some(first) = error.faults().first() {
        answer["path"] = first.path.clone().into();
        answer["faults"] = error.faults().iter().map(|fault| json!([fault.path, fault.code])).collect();
    }
    if let Some(stripe) = error.as_stripe() {
        answer["status"] = stripe.status.into();
        answer["type"] = stripe.kind.clone().into();
        answer["stripe_code"] = stripe.stripe_code.clone().into();
        answer["param"] = stripe.param.clone().into();
        answer["decline_code"] = stripe.decline_code.clone().into();
        answer["advice_code"] = stripe.advice_code.clone().into();
        answer["doc_url"] = stripe.doc_url.clone().into();
        answer["request_log_url"] = stripe.request_log_url.clone().into();
        answer["payment_intent"] = stripe.payment_intent.clone().into();
        answer["advice"] = stripe.advice().as_str().into();
        answer["request_id"] = stripe.request_id.clone().into();
        answer["replayed"] = stripe.replayed.into();
    }
    answer
}

fn rejection(rejection: &WebhookError) -> Value {
    json!({ "code": rejection.code(), "message": rejection.message(), "diagnosis": rejection.diagnosis() })
}

pub(crate) fn bad_request(message: &str) -> Value {
    json!({ "code": "bad_request", "message": message })
}
