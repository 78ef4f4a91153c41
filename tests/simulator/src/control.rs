//! `/_simulator`: the clock, the events, the endpoints and the faults, for tests and for people.

use serde_json::{Value, json};

use crate::error::ApiError;
use crate::faults::Fault;
use crate::form;
use crate::http::{Request, Response};
use crate::pages;
use crate::server::{self, Shared};
use crate::state::{Endpoint, Lock};

/// Ten years: no debit or session takes longer, and dates stay in range.
const LONGEST_ADVANCE: i64 = 10 * 365 * 24 * 60 * 60;

/// Responds to a request under `/_simulator`, and `/`.
pub(crate) async fn answer(shared: &Shared, request: &Request) -> Response {
    let segments = request.segments();
    let result = match (request.method.as_str(), segments.as_slice()) {
        ("GET", [""]) => Ok(Response::see_other("/_simulator")),
        ("GET", ["_simulator"]) => Ok(pages::overview(shared)),
        ("GET", ["_simulator", "differences"]) => Ok(pages::differences()),
        ("GET", ["_simulator", "clock"]) => Ok(clock(shared)),
        ("POST", ["_simulator", "clock"]) => advance(shared, request).await,
        ("GET", ["_simulator", "events"]) => Ok(events(shared)),
        ("POST", ["_simulator", "events", id, "resend"]) => resend(shared, id).await,
        ("POST", ["_simulator", "endpoints"]) => add_endpoint(shared, request),
        ("POST", ["_simulator", "methods"]) => lock_method(shared, request),
        ("POST", ["_simulator", "capabilities"]) => set_capability(shared, request).await,
        ("POST", ["_simulator", "subscriptions"]) => set_payments(shared, request).await,
        ("POST", ["_simulator", "disputes"]) => open_dispute(shared, request).await,
        ("POST", ["_simulator", "disputes", id]) => close_dispute(shared, id, request).await,
        ("POST", ["_simulator", "faults"]) => add_fault(shared, request),
        (method, _) => {
            Err(ApiError::invalid(format!("the control API has no {method} {}", request.path)).status(404))
        }
    };
    result.unwrap_or_else(|error| Response::json(error.status, &error.body()))
}

fn clock(shared: &Shared) -> Response {
    let stripe = shared.stripe();
    let body = json!({ "now": stripe.now(), "ahead_seconds": stripe.ahead() });
    Response::json(200, &body)
}

/// JSON from a program, or a form with `return_to` from the button on a page.
async fn advance(shared: &Shared, request: &Request) -> Result<Response, ApiError> {
    let is_form = request
        .header("content-type")
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    let (seconds, return_to) = if is_form {
        let form = form::decode(&request.body)?;
        let seconds = form.text("advance_seconds").and_then(|text| text.parse().ok());
        (seconds, Some(local_path(form.text("return_to"))))
    } else {
        (json_body(request)?["advance_seconds"].as_i64(), None)
    };
    let seconds = seconds.filter(|seconds| (0..=LONGEST_ADVANCE).contains(seconds)).ok_or_else(|| {
        ApiError::invalid(format!("advance_seconds must be an integer from 0 to {LONGEST_ADVANCE}"))
            .param("advance_seconds")
    })?;
    server::advance(shared, seconds).await;
    Ok(match return_to {
        Some(path) => Response::see_other(&path),
        None => clock(shared),
    })
}

fn events(shared: &Shared) -> Response {
    let events: Vec<Value> = shared
        .stripe()
        .events()
        .iter()
        .map(|event| {
            json!({
                "id": event.id,
                "type": event.kind,
                "account": event.scope.account(),
                "created": event.created,
                "object": event.body.pointer("/data/object/id"),
                "event": event.body,
                "deliveries": shared.courier.report(&event.id),
            })
        })
        .collect();
    Response::json(200, &json!({ "object": "list", "data": events }))
}

async fn resend(shared: &Shared, id: &str) -> Result<Response, ApiError> {
    let (found, tried) = shared.step(|stripe| stripe.resend(id));
    if !found {
        return Err(ApiError::missing("event", id, "id"));
    }
    crate::delivery::all_tried(tried).await;
    let body = json!({ "id": id, "deliveries": shared.courier.report(id) });
    Ok(Response::json(200, &body))
}

fn add_endpoint(shared: &Shared, request: &Request) -> Result<Response, ApiError> {
    let body = json_body(request)?;
    let text = |name: &str| body[name].as_str().ok_or_else(|| crate::parameters::missing(name));
    let mut endpoint = Endpoint::platform(text("url")?, text("secret")?);
    endpoint.connect = match &body["connect"] {
        Value::Null => false,
        Value::Bool(connect) => *connect,
        _ => return Err(ApiError::invalid("connect must be true or false").param("connect")),
    };
    server::check_endpoint(&endpoint).map_err(|error| ApiError::invalid(error.to_string()))?;
    let id = shared.stripe().add_endpoint(endpoint);
    Ok(Response::json(200, &json!({ "id": id })))
}

/// Settings that the platform makes in the Dashboard, for which the API has no parameters.
fn lock_method(shared: &Shared, request: &Request) -> Result<Response, ApiError> {
    let body = json_body(request)?;
    let lock = match body["setting"].as_str() {
        Some("blocked") => Some(Lock::Blocked),
        Some("locked") => Some(Lock::Default),
        Some("free") => None,
        _ => return Err(ApiError::invalid("setting must be blocked, locked or free").param("setting")),
    };
    let method = body["method"].as_str().ok_or_else(|| crate::parameters::missing("method"))?;
    shared.stripe().lock_method(body["configuration"].as_str(), method, lock)?;
    Ok(Response::json(200, &json!({ "method": method, "setting": body["setting"] })))
}

/// Changes to a capability that only Stripe can make.
async fn set_capability(shared: &Shared, request: &Request) -> Result<Response, ApiError> {
    let body = json_body(request)?;
    let text = |name: &str| body[name].as_str().ok_or_else(|| crate::parameters::missing(name));
    let (account, name, given) = (text("account")?, text("capability")?, text("status")?);
    let known = ["active", "pending", "inactive", "unrequested"].into_iter().find(|status| *status == given);
    let status = known.ok_or_else(|| {
        ApiError::invalid("status must be active, pending, inactive or unrequested").param("status")
    })?;
    let due = body["currently_due"].as_array().into_iter().flatten();
    let due: Vec<String> = due.filter_map(|one| Some(one.as_str()?.to_owned())).collect();
    let deadline = body["current_deadline"].as_i64();
    let (found, tried) = shared.step(|stripe| stripe.set_capability(account, name, status, due, deadline));
    if !found {
        return Err(ApiError::missing("capability", name, "capability"));
    }
    crate::delivery::all_tried(tried).await;
    Ok(Response::json(200, &json!({ "account": account, "capability": name, "status": status })))
}

/// Sets whether the bank pays a subscription's future invoices.
async fn set_payments(shared: &Shared, request: &Request) -> Result<Response, ApiError> {
    let body = json_body(request)?;
    let id = body["subscription"].as_str().ok_or_else(|| crate::parameters::missing("subscription"))?;
    let fail = match body["payments"].as_str() {
        Some("fail") => true,
        Some("succeed") => false,
        _ => return Err(ApiError::invalid("payments must be fail or succeed").param("payments")),
    };
    let (found, tried) = shared.step(|stripe| stripe.set_payments(id, fail));
    if !found {
        return Err(ApiError::missing("subscription", id, "subscription"));
    }
    crate::delivery::all_tried(tried).await;
    Ok(Response::json(200, &json!({ "subscription": id, "payments": body["payments"] })))
}

/// Opens a dispute: the buyer's bank reverses a payment.
async fn open_dispute(shared: &Shared, request: &Request) -> Result<Response, ApiError> {
    let body = json_body(request)?;
    let payment = body["payment"].as_str().ok_or_else(|| crate::parameters::missing("payment"))?;
    let reason = body["reason"].as_str().unwrap_or("fraudulent");
    let (opened, tried) = shared.step(|stripe| stripe.open_dispute(payment, reason));
    let id = opened.ok_or_else(|| ApiError::missing("paid charge or payment intent", payment, "payment"))?;
    crate::delivery::all_tried(tried).await;
    Ok(Response::json(200, &json!({ "id": id })))
}

/// Closes a dispute: the bank has decided.
async fn close_dispute(shared: &Shared, id: &str, request: &Request) -> Result<Response, ApiError> {
    let body = json_body(request)?;
    let won = match body["status"].as_str() {
        Some("won") => true,
        Some("lost") => false,
        _ => return Err(ApiError::invalid("status must be won or lost").param("status")),
    };
    let (closed, tried) = shared.step(|stripe| stripe.close_dispute(id, won));
    if !closed {
        return Err(ApiError::missing("open dispute", id, "id"));
    }
    crate::delivery::all_tried(tried).await;
    Ok(Response::json(200, &json!({ "id": id, "status": body["status"] })))
}

fn add_fault(shared: &Shared, request: &Request) -> Result<Response, ApiError> {
    let fault = Fault::read(&json_body(request)?).map_err(ApiError::invalid)?;
    shared.faults().add(fault);
    Ok(Response::json(200, &json!({ "ordered": true })))
}

fn json_body(request: &Request) -> Result<Value, ApiError> {
    serde_json::from_slice(&request.body)
        .map_err(|_| ApiError::invalid("the body is not the JSON object that belongs here"))
}

/// Returns a path on this server, and never another address.
fn local_path(given: Option<&str>) -> String {
    given
        .filter(|path| path.starts_with('/') && !path.starts_with("//") && !path.contains('\\'))
        .filter(|path| path.chars().all(|c| c.is_ascii_graphic()))
        .unwrap_or("/_simulator")
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_button_only_returns_to_this_server() {
        assert_eq!(local_path(Some("/c/pay/cs_1")), "/c/pay/cs_1");
        for elsewhere in ["//evil.example", "https://evil.example", "/\\evil", "/a\r\nb"] {
            assert_eq!(local_path(Some(elsewhere)), "/_simulator", "{elsewhere}");
        }
    }
}
