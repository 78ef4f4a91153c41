//! The REST API: authentication, account, and idempotency.

mod accounts;
mod billing;
mod configurations;
mod create_session;
mod domains;
mod events;
mod fees;
mod line_items;
mod list;
mod payments;
mod sessions;
mod v2;

use serde_json::Value;

use crate::error::ApiError;
use crate::form::{self, Form};
use crate::http::{Request, Response};
use crate::state::{API_VERSION, Cause, Fingerprint, Island, Recall, Scope, Stripe};

/// A response that a fault puts in place of the real one, as if Stripe had failed while processing the
/// request.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    pub(crate) status: u16,
    pub(crate) body: Value,
}

/// Responds to a request under `/v1` or `/v2`.
pub(crate) fn answer(stripe: &mut Stripe, request: &Request, failure: Option<Failure>) -> Response {
    let request_id = stripe.next_id("req_", 14);
    let mut replayed = false;
    let (status, body) = match run(stripe, request, &request_id, failure, &mut replayed) {
        Ok(answer) => answer,
        Err(error) => (error.status, error.body()),
    };
    let version = request.header("stripe-version").unwrap_or(API_VERSION);
    let mut response =
        Response::json(status, &body).header("Request-Id", request_id).header("Stripe-Version", version);
    for (name, shown) in [("stripe-account", "Stripe-Account"), ("idempotency-key", "Idempotency-Key")] {
        if let Some(value) = request.header(name) {
            response = response.header(shown, value);
        }
    }
    if status == 501 {
        // Clients would take it for a temporary failure of the server, and retry.
        response = response.header("Stripe-Should-Retry", "false");
    }
    if replayed {
        response = response.header("Idempotent-Replayed", "true");
    }
    response
}

/// An authenticated request.
pub(crate) struct Asked<'a> {
    pub(crate) method: &'a str,
    /// The path after `/v1/` or `/v2/`.
    pub(crate) path: Vec<&'a str>,
    pub(crate) scope: Scope,
    pub(crate) parameters: Form,
    pub(crate) cause: Cause,
}

fn run(
    stripe: &mut Stripe,
    request: &Request,
    request_id: &str,
    failure: Option<Failure>,
    replayed: &mut bool,
) -> Result<(u16, Value), ApiError> {
    authenticate(stripe, request)?;
    check_version(request)?;
    let scope = scope(stripe, request)?;
    let key = idempotency_key(request)?;
    let mut path = request.segments();
    let is_v2 = path.first() == Some(&"v2");
    if !is_v2 && path.first() != Some(&"v1") {
        return Err(ApiError::unknown_here(format!("{} {}", request.method, request.path)));
    }
    path.remove(0);
    let is_post = request.method == "POST";
    if is_post {
        check_content_type(request, is_v2)?;
    }
    let parameters = match (is_post, is_v2) {
        (true, true) => v2::decode(&request.body)?,
        (true, false) => form::decode(&request.body)?,
        (false, _) => form::decode(request.query.as_bytes())?,
    };
    let fingerprint = Fingerprint {
        method: request.method.clone(),
        path: request.path.clone(),
        parameters: parameters.clone(),
    };
    let key = key.filter(|_| is_post);
    if let Some(key) = &key
        && let Some(island) = stripe.island(&scope)
    {
        match island.replies.recall(key, &fingerprint, stripe.now()) {
            Recall::Nothing => {}
            Recall::Answer { status, body } => {
                *replayed = true;
                return Ok((status, body));
            }
            Recall::OtherRequest => {
                return Err(ApiError::invalid(
                    "this idempotency key was used for a request with other parameters; \
                     use a new key for a new request",
                )
                .kind("idempotency_error"));
            }
        }
    }
    let asked = Asked {
        method: &request.method,
        path,
        scope: scope.clone(),
        parameters,
        cause: Cause::Request { id: request_id.to_owned(), idempotency_key: key.clone() },
    };
    let (status, body) = match failure {
        Some(failure) => (failure.status, failure.body),
        None if is_v2 => (200, v2::route(stripe, &asked)?),
        None => (200, route(stripe, &asked)?),
    };
    let now = stripe.now();
    if let Some(key) = key
        && let Some(island) = stripe.island_mut(&scope)
    {
        island.replies.keep(key, fingerprint, status, &body, now);
    }
    Ok((status, body))
}

fn route(stripe: &mut Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    match (asked.method, asked.path.as_slice()) {
        ("POST", ["checkout", "sessions"]) => create_session::create(stripe, asked),
        ("GET", ["checkout", "sessions"]) => payments::list_sessions(stripe, asked),
        ("GET", ["checkout", "sessions", id]) => sessions::retrieve(stripe, asked, id),
        ("GET", ["checkout", "sessions", id, "line_items"]) => sessions::line_items(stripe, asked, id),
        ("POST", ["checkout", "sessions", id, "expire"]) => sessions::expire(stripe, asked, id),
        ("GET", ["payment_intents"]) => payments::list_intents(stripe, asked),
        ("GET", ["payment_intents", id]) => sessions::payment_intent(stripe, asked, id),
        ("GET", ["charges"]) => payments::list_charges(stripe, asked),
        ("GET", ["charges", id]) => payments::charge(stripe, asked, id),
        ("POST", ["refunds"]) => payments::create_refund(stripe, asked),
        ("GET", ["refunds"]) => payments::list_refunds(stripe, asked),
        ("GET", ["refunds", id]) => payments::refund(stripe, asked, id),
        ("POST", ["refunds", id]) => payments::update_refund(stripe, asked, id),
        ("POST", ["refunds", id, "cancel"]) => payments::cancel_refund(stripe, asked, id),
        ("GET", ["disputes", id]) => payments::dispute(stripe, asked, id),
        ("POST", ["customers"]) => billing::create_customer(stripe, asked),
        ("GET", ["customers", id]) => billing::customer(stripe, asked, id),
        ("POST", ["products"]) => billing::create_product(stripe, asked),
        ("GET", ["products"]) => billing::list_products(stripe, asked),
        ("POST", ["prices"]) => billing::create_price(stripe, asked),
        ("GET", ["prices"]) => billing::list_prices(stripe, asked),
        ("GET", ["subscriptions", id]) => billing::subscription(stripe, asked, id),
        ("GET", ["invoices", id]) => billing::invoice(stripe, asked, id),
        ("POST", ["billing_portal", "sessions"]) => billing::create_portal(stripe, asked),
        ("GET", ["disputes"]) => payments::list_disputes(stripe, asked),
        ("GET", ["balance_transactions", id]) => payments::balance_transaction(stripe, asked, id),
        ("GET", ["application_fees"]) => fees::list(stripe, asked),
        ("GET", ["application_fees", id]) => fees::retrieve(stripe, asked, id),
        ("POST", ["application_fees", id, "refunds"]) => fees::refund(stripe, asked, id),
        ("GET", ["application_fees", id, "refunds"]) => fees::list_refunds(stripe, asked, id),
        ("GET", ["application_fees", of, "refunds", id]) => fees::retrieve_refund(stripe, asked, of, id),
        ("POST", ["application_fees", of, "refunds", id]) => fees::update_refund(stripe, asked, of, id),
        ("GET", ["accounts", id]) => accounts::retrieve(stripe, asked, id),
        ("GET", ["accounts", id, "capabilities"]) => accounts::capabilities(stripe, asked, id),
        ("GET", ["accounts", id, "capabilities", name]) => accounts::capability(stripe, asked, id, name),
        ("POST", ["accounts", id, "capabilities", name]) => {
            accounts::update_capability(stripe, asked, id, name)
        }
        ("POST", ["accounts", id, "login_links"]) => accounts::create_login_link(stripe, asked, id),
        ("POST", ["account_sessions"]) => accounts::create_session(stripe, asked),
        ("POST", ["account_links"]) => accounts::create_link(stripe, asked),
        ("POST", ["payment_method_configurations"]) => configurations::create(stripe, asked),
        ("GET", ["payment_method_configurations"]) => configurations::list(stripe, asked),
        ("GET", ["payment_method_configurations", id]) => configurations::retrieve(stripe, asked, id),
        ("POST", ["payment_method_configurations", id]) => configurations::update(stripe, asked, id),
        ("POST", ["payment_method_domains"]) => domains::create(stripe, asked),
        ("GET", ["payment_method_domains"]) => domains::list(stripe, asked),
        ("GET", ["payment_method_domains", id]) => domains::retrieve(stripe, asked, id),
        ("POST", ["payment_method_domains", id] | ["payment_method_domains", id, "validate"]) => {
            domains::update(stripe, asked, id)
        }
        ("GET", ["events"]) => events::list(stripe, asked),
        ("GET", ["events", id]) => events::retrieve(stripe, asked, id),
        (method, path) => Err(ApiError::unknown_here(format!("{method} /v1/{}", path.join("/")))),
    }
}

fn island<'a>(stripe: &'a Stripe, asked: &Asked<'_>) -> Result<&'a Island, ApiError> {
    stripe.island(&asked.scope).ok_or_else(|| ApiError::invalid("no such account").code("account_invalid"))
}

fn authenticate(stripe: &Stripe, request: &Request) -> Result<(), ApiError> {
    let refused = |message: &str| Err(ApiError::invalid(message).status(401));
    match request.header("authorization").map(|value| value.strip_prefix("Bearer ").map(str::trim)) {
        None => refused("no API key given; send it as 'Authorization: Bearer sk_…'"),
        Some(None) => refused("the simulator reads the API key from a bearer token only"),
        Some(Some(key)) if key != stripe.secret_key => {
            refused("invalid API key: it is not the one the simulator was started with")
        }
        Some(Some(_)) => Ok(()),
    }
}

/// `2026-10-28.endive`, or only a date as in versions before acacia.
fn check_version(request: &Request) -> Result<(), ApiError> {
    let Some(version) = request.header("stripe-version") else {
        return Ok(());
    };
    let (date, name) = version.split_once('.').unwrap_or((version, "name"));
    let mut parts = date.split('-').map(|part| {
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        (part.len(), digits)
    });
    let is_date =
        [4, 2, 2].iter().all(|length| parts.next() == Some((*length, true))) && parts.next().is_none();
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_date && is_name {
        Ok(())
    } else {
        Err(ApiError::invalid(format!("invalid Stripe-Version: {version}")))
    }
}

fn scope(stripe: &Stripe, request: &Request) -> Result<Scope, ApiError> {
    if request.header("stripe-context").is_some() {
        return Err(match request.header("stripe-account") {
            Some(_) => ApiError::invalid("send Stripe-Account or Stripe-Context, not both"),
            None => ApiError::unknown_here("Stripe-Context; use Stripe-Account"),
        });
    }
    let Some(id) = request.header("stripe-account") else {
        return Ok(Scope::Platform);
    };
    let scope = Scope::Connected(id.to_owned());
    if stripe.island(&scope).is_some() {
        return Ok(scope);
    }
    Err(ApiError::invalid(format!(
        "the API key has no access to account '{id}', or there is no such account"
    ))
    .status(403)
    .code("account_invalid"))
}

fn idempotency_key(request: &Request) -> Result<Option<String>, ApiError> {
    match request.header("idempotency-key") {
        None => Ok(None),
        Some(key) if key.is_empty() || key.chars().count() > 255 => {
            Err(ApiError::invalid("an idempotency key has 1 to 255 characters").kind("idempotency_error"))
        }
        Some(key) => Ok(Some(key.to_owned())),
    }
}

fn check_content_type(request: &Request, is_v2: bool) -> Result<(), ApiError> {
    let given = request.header("content-type").unwrap_or_default();
    let (version, expected) =
        if is_v2 { ("v2", "application/json") } else { ("v1", "application/x-www-form-urlencoded") };
    if request.body.is_empty() || given.split(';').next().map(str::trim) == Some(expected) {
        return Ok(());
    }
    Err(ApiError::invalid(format!("{version} requests are sent as {expected}")))
}
