"""The protocol's operations, each by the package's public interface."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import counterfoil
from counterfoil.testing import sign

Given = dict[str, Any]


class BadRequest(Exception):
    """A request that this driver cannot read, or does not know."""

    def __init__(self, message: str, code: str = "bad_request") -> None:
        super().__init__(message)
        self.code = code


def run(op: str, given: Given) -> Given:
    """The ``ok`` of an operation."""
    operation = OPERATIONS.get(op)
    if operation is None:
        raise unsupported(op)
    return operation(given)


def verify(given: Given) -> Given:
    event = verified(given)
    names = ("type", "account", "livemode", "created", "api_version", "shape", "label", "dedupe_key")
    return {"event_id": event.id, **{name: getattr(event, name) for name in names}}


def classify(given: Given) -> Given:
    outcome = verified(given).outcome
    answer: Given = {"outcome": outcome.kind}
    session = outcome.session
    if session is not None:
        answer["session"] = session.id
        for name in (
            "payment_intent",
            "amount_total",
            "currency",
            "client_reference_id",
            "payment_status",
            "mode",
        ):
            answer[name] = getattr(session, name)
    elif outcome.session_id is not None:
        answer["session"] = outcome.session_id
    else:
        answer["reason"] = outcome.reason
    return answer


def verified(given: Given) -> counterfoil.Event:
    secrets = [counterfoil.EndpointSecret(**secret) for secret in given["secrets"]]
    # Absent means the default, null means unchecked.
    if "tolerance" not in given:
        webhooks = counterfoil.Webhooks(secrets)
    elif given["tolerance"] is None:
        webhooks = counterfoil.Webhooks(secrets, tolerance="unchecked")
    else:
        webhooks = counterfoil.Webhooks(secrets, tolerance=given["tolerance"])
    return webhooks.verify(body_of(given), given["signature"], given["now"])


def make_signature(given: Given) -> Given:
    return {"signature": sign(body_of(given), given["secret"], given["timestamp"])}


def build(given: Given) -> Given:
    platform = counterfoil.Platform(secret_key=given["secret_key"], api_version=given.get("api_version"))
    sessions = platform.merchant(given.get("account") or "").checkout.sessions
    params = given["params"]
    match given["operation"]:
        case "checkout.create":
            record = counterfoil.create_session_from_json(json.dumps(params))
            key = given.get("idempotency_key") or ""
            request = sessions.create_call(record, idempotency_key=key).request
        case "checkout.retrieve":
            request = sessions.retrieve_call(params["id"]).request
        case other:
            raise unsupported(other)
    headers = [list(header) for header in request.headers]
    return {"method": request.method, "url": request.url, "headers": headers, "body": request.body}


def read(given: Given) -> Given:
    if given["operation"] not in ("checkout.create", "checkout.retrieve"):
        raise unsupported(given["operation"])
    session = counterfoil.read_session(response_of(given))
    names = (
        "id",
        "url",
        "status",
        "payment_status",
        "mode",
        "amount_total",
        "currency",
        "client_reference_id",
        "payment_intent",
        "customer",
        "customer_email",
        "metadata",
        "livemode",
        "created",
        "expires_at",
    )
    return {name: getattr(session, name) for name in names}


def retry(given: Given) -> Given:
    failure = given.get("failure")
    outcome = counterfoil.TransportError(failure) if failure else response_of(given)
    verdict = counterfoil.retry_after(
        outcome,
        attempt=given["attempt"],
        max_retries=given["max_retries"],
        jitter=given["jitter"],
    )
    return {"retry": verdict is not None, "after_ms": verdict and verdict.after_ms}


def encode(given: Given) -> Given:
    return {"body": counterfoil.encode_form(json.dumps(given["value"]))}


def fee(given: Given) -> Given:
    record = counterfoil.fee_from_json(json.dumps(given["fee"]))
    return {"fee": counterfoil.fee_of(record, given["amount"], given["currency"])}


def money(given: Given) -> Given:
    return {"minor": counterfoil.parse_amount(given["amount"], given["currency"])}


def advance(given: Given) -> Given:
    # What is ignored changes nothing, so this tells an unknown state even where nothing happens to it.
    state = counterfoil.advance(given["state"], "ignored").state
    actions: list[str] = []
    for outcome in given["outcomes"]:
        step = counterfoil.advance(state, outcome)
        state = step.state
        actions.append(step.action)
    return {"state": state, "actions": actions}


def body_of(given: Given) -> bytes:
    return base64.b64decode(given["body_b64"])


def response_of(given: Given) -> counterfoil.Response:
    headers = tuple((name, value) for name, value in given["headers"])
    return counterfoil.Response(given["status"], headers, body_of(given))


def unsupported(operation: str) -> BadRequest:
    return BadRequest(f"no operation is called {operation}", "unsupported")


OPERATIONS: dict[str, Callable[[Given], Given]] = {
    "webhook.verify": verify,
    "webhook.classify": classify,
    "webhook.sign": make_signature,
    "request.build": build,
    "response.read": read,
    "retry.next": retry,
    "form.encode": encode,
    "fee.compute": fee,
    "money.parse": money,
    "fulfillment.advance": advance,
}
