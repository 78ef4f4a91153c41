"""The protocol's operations, each by the package's public interface."""

from __future__ import annotations

import base64
import inspect
import json
from collections.abc import Callable, Iterable
from typing import Any, cast

import counterfoil
from counterfoil import params
from counterfoil.records import Record
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
    return described(verified(given))


def unwrap(given: Given) -> Given:
    match given["provider"]:
        case "event_bridge":
            return described(counterfoil.event_from_event_bridge(body_of(given)))
        case "event_grid":
            return described(counterfoil.event_from_event_grid(body_of(given)))
        case other:
            raise unsupported(other)


def described(event: counterfoil.Event) -> Given:
    names = ("type", "account", "livemode", "created", "api_version", "shape", "label", "dedupe_key")
    return {"event_id": event.id, **{name: getattr(event, name) for name in names}}


def classify(given: Given) -> Given:
    return classified(verified(given).outcome)


def subject_of(given: Given) -> Given:
    subject = verified(given).outcome.subject
    return {"subject": subject and subject.to_dict()}


def fetch(given: Given) -> Given:
    event = verified(given)
    call = counterfoil.Platform(secret_key=given["secret_key"]).fetch_call(event)
    object = given.get("object")
    if object is None:
        return requested(call.request) | {"outcome": None}
    request = requested(call.request)
    read = call.receive(counterfoil.Response(200, (), json.dumps(object).encode()), 0.5)
    return request | {"outcome": classified(event.outcome_with(read))}


def reconcile(given: Given) -> Given:
    session = read_object("checkout.sessions.retrieve", given["session"])
    payment = given.get("payment_intent")
    read = None if payment is None else read_object("payment_intents.retrieve", payment)
    return classified(counterfoil.reconcile(session, read))


def guard(given: Given) -> Given:
    found = verified(given).differences(given["expected"])
    return {"differences": [[it.field, it.expected, it.found] for it in found]}


def standings(given: Given) -> Given:
    child = given.get("child")
    read = None if child is None else configuration(child)
    return {"standings": described_records(counterfoil.standings(configuration(given["parent"]), read))}


def review(given: Given) -> Given:
    made = reviewed(given)
    return {
        "configuration": made.configuration,
        "changes": described_records(made.changes),
        "effects": described_records(made.effects),
    }


def remaining(given: Given) -> Given:
    kept = counterfoil.resume_review(counterfoil.save_review(reviewed(given["reviewed"])))
    now = given["now"]
    merchants = [merchant(one) for one in now["merchants"]]
    steps = counterfoil.remaining_steps(kept, configuration(now["parent"]), merchants)
    chosen = [{one.method: one.preference for one in step.params.methods} for step in steps]
    return {
        "steps": [
            {"configuration": step.params.id, "methods": methods}
            for step, methods in zip(steps, chosen, strict=True)
        ]
    }


def offer(given: Given) -> Given:
    purchase = {name: value for name, value in given.items() if name not in ("parent", "merchant")}
    made = counterfoil.offer(
        configuration(given["parent"]), merchant(given["merchant"]), cast(params.Purchase, purchase)
    )
    return {"offered": made.offered, "left_out": described_records(made.left_out)}


def readiness(given: Given) -> Given:
    found = counterfoil.readiness(account_of(given["account"]), given["needed"])
    return {"ready": found.ready, "missing": described_records(found.missing)}


def onboard(given: Given) -> Given:
    account = given.get("account")
    options: Any = {name: value for name, value in given.items() if name != "account"}
    return counterfoil.onboard(None if account is None else account_of(account), options).to_dict()


def account_of(account: Given) -> Any:
    """An account of v1 or of v2, by what it says that it is."""
    is_v2 = account.get("object") == "v2.core.account"
    return read_object("v2.core.accounts.retrieve" if is_v2 else "accounts.retrieve", account)


def plan_status(given: Given) -> Given:
    subscription = read_object("subscriptions.retrieve", given["subscription"])
    return {"plan_status": counterfoil.plan_status(subscription)}


def ledger(given: Given) -> Given:
    return counterfoil.ledger(cast(params.PaymentFacts, given)).to_dict()


def dispute_facts(given: Given) -> Given:
    return counterfoil.dispute_facts(read_object("disputes.retrieve", given["dispute"])).to_dict()


def reviewed(given: Given) -> counterfoil.Review:
    merchants = [merchant(one) for one in given["merchants"]]
    return counterfoil.review(configuration(given["parent"]), merchants, given["wanted"])


def merchant(given: Given) -> counterfoil.MerchantMethods:
    return counterfoil.MerchantMethods(
        account=given["account"],
        configuration=configuration(given["configuration"]),
        capabilities=given["capabilities"],
    )


def configuration(given: Given) -> counterfoil.PaymentMethodConfiguration:
    read = read_object("payment_method_configurations.retrieve", given)
    return cast(counterfoil.PaymentMethodConfiguration, read)


def described_records(records: Iterable[Record]) -> list[Given]:
    return [record.to_dict() for record in records]


SUBJECT_ALONE = {"amount_paid", "amount_remaining", "amount_refunded"}
"""What ``webhook.subject`` tells beyond ``webhook.classify``."""


def classified(outcome: counterfoil.Outcome) -> Given:
    answer: Given = {"outcome": outcome.kind}
    session, subject = outcome.session, outcome.subject
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
    elif subject is None:
        answer["reason"] = outcome.reason
    elif outcome.kind == "fetch":
        answer |= {"object": subject.object, "id": subject.id}
    else:
        answer |= {name: value for name, value in subject.to_dict().items() if name not in SUBJECT_ALONE}
    return answer


def read_object(operation: str, value: Given) -> Any:
    """An object as its operation would answer with it."""
    return counterfoil.read_answer(operation, counterfoil.Response(200, (), json.dumps(value).encode()))


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
    now = given.get("now")
    platform = counterfoil.Platform(
        secret_key=given["secret_key"],
        api_base=given.get("api_base"),
        api_version=given.get("api_version"),
        now=None if now is None else lambda: int(now),
    )
    account = given.get("account")
    caller = platform if account is None else platform.merchant(account)
    call = caller.call(given["operation"], given["params"], idempotency_key=given.get("idempotency_key"))
    return requested(call.request)


def resume(given: Given) -> Given:
    call = counterfoil.Platform(secret_key=given["secret_key"]).resume(given["saved"])
    return requested(call.request) | {"attempt": call.attempt}


def requested(request: counterfoil.Request) -> Given:
    headers = [list(header) for header in request.headers]
    return {"method": request.method, "url": request.url, "headers": headers, "body": request.body}


def read(given: Given) -> Given:
    answer: Any = counterfoil.read_answer(given["operation"], response_of(given))
    if type(answer).__name__ == "Page":
        page: Given = {"data": [fields(item) for item in answer.data], "has_more": answer.has_more}
        return {**page, "replayed": True} if answer.replayed else page
    return cast(Given, fields(answer))


LATER = {
    "account_id",
    "balance_transactions",
    "configurations",
    "customer_account",
    "replayed",
    "updated_capability",
    "use_case",
}
"""Fields that came after the protocol: they are told only where they say something."""


def fields(value: Any) -> Any:
    """Every field of an answer, without the raw JSON."""
    if value.__class__ is tuple:
        return [fields(item) for item in value]
    if not isinstance(value, Record):
        return value
    # By the attributes, since what is secret is in no dictionary.
    names = [name for name in dir(type(value)) if is_field(type(value), name)]
    record: Given = {name: getattr(value, name) for name in names}
    said = {name: inner for name, inner in record.items() if name not in LATER or inner}
    return {name: fields(inner) for name, inner in said.items()}


def is_field(kind: type[Record], name: str) -> bool:
    return not name.startswith("_") and name != "raw" and inspect.isdatadescriptor(getattr(kind, name))


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
    "webhook.unwrap": unwrap,
    "webhook.classify": classify,
    "webhook.subject": subject_of,
    "webhook.fetch": fetch,
    "outcome.reconcile": reconcile,
    "outcome.guard": guard,
    "payment_methods.standings": standings,
    "payment_methods.review": review,
    "payment_methods.remaining": remaining,
    "payment_methods.offer": offer,
    "merchants.readiness": readiness,
    "merchants.onboard": onboard,
    "billing.plan_status": plan_status,
    "payments.ledger": ledger,
    "payments.dispute_facts": dispute_facts,
    "webhook.sign": make_signature,
    "request.build": build,
    "call.resume": resume,
    "response.read": read,
    "retry.next": retry,
    "form.encode": encode,
    "fee.compute": fee,
    "money.parse": money,
    "fulfillment.advance": advance,
}
