"""One base class, and kinds below it."""

from __future__ import annotations

import copy
import json
import pickle
from array import array
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from conftest import NOW, SECRET, event

import counterfoil
from counterfoil import (
    APIConnectionError,
    APIError,
    AuthenticationError,
    CardError,
    CounterfoilError,
    EndpointSecret,
    IdempotencyError,
    InvalidRequestError,
    PermissionDeniedError,
    Platform,
    RateLimitError,
    Response,
    TransportError,
    WebhookError,
    Webhooks,
    WrongTypeError,
    errors,
    read_answer,
)
from counterfoil.testing import event_body, sign

WEBHOOKS = Webhooks([EndpointSecret("connect", SECRET)])
MERCHANT = Platform(secret_key="sk_test_1", max_retries=0).merchant("acct_1")

REFUSALS: list[tuple[int, dict[str, str], type[CounterfoilError], str, bool]] = [
    (400, {"type": "invalid_request_error"}, InvalidRequestError, "fix_request", False),
    (
        404,
        {"type": "invalid_request_error", "code": "resource_missing"},
        InvalidRequestError,
        "fix_request",
        False,
    ),
    (400, {"type": "idempotency_error"}, IdempotencyError, "new_key", False),
    (401, {"type": "invalid_request_error"}, AuthenticationError, "fix_key", False),
    (402, {"type": "card_error", "code": "card_declined"}, CardError, "ask_customer", False),
    (403, {"type": "invalid_request_error"}, PermissionDeniedError, "fix_key", False),
    (429, {"type": "invalid_request_error", "code": "lock_timeout"}, RateLimitError, "retry", True),
    (400, {"type": "invalid_request_error", "code": "rate_limit"}, RateLimitError, "retry", True),
    (409, {"type": "api_error"}, APIError, "retry", True),
    (500, {"type": "api_error"}, APIError, "retry", True),
    (503, {}, APIError, "retry", True),
]


@pytest.mark.parametrize(("status", "said", "kind", "advice", "retryable"), REFUSALS)
def test_a_refusal_is_of_the_kind_that_stripes_package_has(
    status: int, said: dict[str, str], kind: type, advice: str, retryable: bool
) -> None:
    body = json.dumps({"error": said} if said else {}).encode()
    with pytest.raises(CounterfoilError) as caught:
        read_answer("refunds.retrieve", Response(status, (("Request-Id", "req_1"),), body))
    error = caught.value
    assert (type(error), error.advice, error.retryable) == (kind, advice, retryable)
    assert (error.status, error.request_id) == (status, "req_1")
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert (type(twin), vars(twin), str(twin)) == (kind, vars(error), str(error))


@pytest.mark.parametrize(
    ("reason", "code", "retryable"),
    [
        ("connect", "connection_failed", True),
        ("timeout", "timeout", True),
        ("closed", "connection_closed", True),
        ("tls", "tls_failed", False),
        ("too_large", "response_too_large", False),
    ],
)
def test_no_response_is_a_kind_of_its_own(reason: Any, code: str, retryable: bool) -> None:
    call = MERCHANT.call("refunds.retrieve", {"id": "re_1"})
    with pytest.raises(APIConnectionError) as caught:
        call.receive(TransportError(reason), 1)
    assert (caught.value.code, caught.value.retryable) == (code, retryable)
    assert (TransportError(reason).code, TransportError(reason).reason) == (code, reason)


def test_what_the_caller_passed_is_an_invalid_request() -> None:
    with pytest.raises(InvalidRequestError) as caught:
        MERCHANT.call("refunds.create", {"amuont": 1}, idempotency_key="k")
    assert (caught.value.code, caught.value.advice) == ("unknown_parameter", "fix_request")
    with pytest.raises(InvalidRequestError):
        Platform(secret_key="pk_test_1")


def test_everything_is_below_one_class() -> None:
    for name in errors.__all__:
        kind = getattr(errors, name)
        assert getattr(counterfoil, name) is kind
        assert name == "Fault" or issubclass(kind, CounterfoilError)
    assert issubclass(TransportError, CounterfoilError)
    assert {413, 400} == {WebhookError(code, "", "").response_status for code in ("body_too_large", "a")}


def read(operation: str, **fields: Any) -> Any:
    return read_answer(operation, Response(200, (), json.dumps(fields).encode()))


ACCOUNT = read("accounts.retrieve", id="acct_1", object="account")
METHODS = read("payment_method_configurations.retrieve", id="pmc_1", object="payment_method_configuration")
MERCHANTS_METHODS = counterfoil.MerchantMethods(account="acct_1", configuration=METHODS, capabilities={})


class Odd:
    """What answers every question with an error."""

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


BODY = event()
GENUINE = sign(BODY, SECRET, NOW)
VALUES: list[Any] = [
    *(None, True, 0, -1, 2**70, 1.5, float("nan"), "", "a", "\ud800", "\0", b"", b"\xff", b"{}", b"[" * 5000),
    *([], [1], (), {}, {"a": 1}, {1: 2}, set[int](), Odd(), Odd, array("b", [1]), memoryview(b"ab")[::-1]),
    *(
        bytearray(b"{}"),
        Decimal(1),
        lambda: 1,
        Ellipsis,
        1j,
        range(3),
        object(),
        "t=1,v1=" + "0" * 64,
        "é" * 9000,
    ),
    memoryview(array("i", [1, 2])),
]
"""Everything that somebody may pass by mistake, or on purpose."""

ENTRIES: dict[str, Callable[[Any], object]] = {
    "body": lambda it: WEBHOOKS.verify(it, GENUINE, NOW),
    "signature": lambda it: WEBHOOKS.verify(BODY, it, NOW),
    "now": lambda it: WEBHOOKS.verify(BODY, GENUINE, it),
    "secrets": lambda it: Webhooks(it),
    "a secret": lambda it: Webhooks([EndpointSecret("a", it)]),
    "a label": lambda it: Webhooks([EndpointSecret(it, SECRET)]),
    "a source": lambda it: Webhooks([EndpointSecret("a", SECRET, it)]),
    "tolerance": lambda it: Webhooks([EndpointSecret("a", SECRET)], tolerance=it),
    "max_body": lambda it: Webhooks([EndpointSecret("a", SECRET)], max_body=it),
    "envelope": counterfoil.event_from_event_bridge,
    "grid": counterfoil.event_from_event_grid,
    "saved": WEBHOOKS.resume,
    "object": lambda it: WEBHOOKS.verify(BODY, GENUINE, NOW).outcome_with(it),
    "expected": lambda it: WEBHOOKS.verify(BODY, GENUINE, NOW).differences(it),
    "secret_key": lambda it: Platform(secret_key=it),
    "api_base": lambda it: Platform(secret_key="sk_test_1", api_base=it),
    "api_version": lambda it: Platform(secret_key="sk_test_1", api_version=it),
    "max_retries": lambda it: Platform(secret_key="sk_test_1", max_retries=it),
    "account": lambda it: Platform(secret_key="sk_test_1").merchant(it),
    "params": lambda it: MERCHANT.checkout.sessions.create_call(it, idempotency_key="k"),
    "a parameter": lambda it: MERCHANT.call("refunds.create", {"charge": it}, idempotency_key="k"),
    "key": lambda it: MERCHANT.call("refunds.create", {"charge": "ch_1"}, idempotency_key=it),
    "operation": lambda it: MERCHANT.call(it, {}),
    "resume": lambda it: Platform(secret_key="sk_test_1").resume(it),
    "received": lambda it: MERCHANT.call("refunds.retrieve", {"id": "re_1"}).receive(it, 1),
    "answer": lambda it: read_answer("refunds.retrieve", it),
    "answer's body": lambda it: read_answer("refunds.retrieve", Response(200, (), it)),
    "answer's status": lambda it: read_answer("refunds.retrieve", Response(it, (), b"{}")),
    "answer's headers": lambda it: read_answer("refunds.retrieve", Response(200, it, b"{}")),
    "state": lambda it: counterfoil.advance(it, "paid"),
    "outcome": lambda it: counterfoil.advance("open", it),
    "amount": lambda it: counterfoil.parse_amount(it, "eur"),
    "currency": lambda it: counterfoil.parse_amount("1", it),
    "minor": lambda it: counterfoil.format_amount(it, "eur"),
    "form": counterfoil.encode_form,
    "fee": lambda it: counterfoil.fee_of(it, 100, "eur"),
    "session": counterfoil.reconcile,
    "reference": lambda it: counterfoil.idempotency_key("acct_1", it, "checkout"),
    "review": counterfoil.resume_review,
    "fees": counterfoil.ledger,
    "readiness": counterfoil.readiness,
    "subscription": counterfoil.plan_status,
    "capabilities": lambda it: counterfoil.readiness(ACCOUNT, it),
    "parent": counterfoil.standings,
    "reviewed": counterfoil.save_review,
    "merchants": lambda it: counterfoil.review(METHODS, it, []),
    "wanted": lambda it: counterfoil.review(METHODS, [], it),
    "steps": lambda it: counterfoil.remaining_steps(it, METHODS, []),
    "offer": lambda it: counterfoil.offer(METHODS, it, {"mode": "payment", "amount": 100, "currency": "eur"}),
    "purchase": lambda it: counterfoil.offer(METHODS, MERCHANTS_METHODS, it),
    "charge": lambda it: counterfoil.payment_facts(it, "account"),
    "dispute": counterfoil.dispute_facts,
    "signed": lambda it: sign(it, SECRET, NOW),
    "type": event_body,
    "a record": lambda it: counterfoil.LineItem(**{"quantity": it, "nothing": it}),
}


@pytest.mark.parametrize("name", ENTRIES)
def test_nothing_untyped_escapes(name: str) -> None:
    for value in VALUES:
        try:
            ENTRIES[name](value)
        except Exception as error:
            if not isinstance(error, CounterfoilError):
                pytest.fail(f"{name} of {value!r}: {error!r}")


def test_a_wrong_type_is_pythons_own_error_too() -> None:
    with pytest.raises(TypeError) as caught:
        WEBHOOKS.verify(BODY.decode(), GENUINE, NOW)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    assert isinstance(caught.value, WrongTypeError)
    assert [fault.path for fault in caught.value.faults] == ["body"]
