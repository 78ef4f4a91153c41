"""What may cross into the library: nothing is cut to fit, and nothing is taken for something else."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

import pytest
from conftest import NOW, SECRET, event

from counterfoil import (
    CounterfoilError,
    CreateSession,
    EndpointSecret,
    Fee,
    LineItem,
    Platform,
    Response,
    Retry,
    TransportError,
    WebhookError,
    Webhooks,
    event_from_event_bridge,
    event_from_event_grid,
    fee_of,
    format_amount,
    retry_after,
)
from counterfoil.testing import sign

CONNECT = EndpointSecret("connect", SECRET)
WEBHOOKS = Webhooks([CONNECT])
BODY = event()
SIGNATURE = sign(BODY, SECRET, NOW)
ORDER: dict[str, Any] = {
    "mode": "payment",
    "line_items": [{"price": "price_1", "quantity": 1}],
    "success_url": "https://shop.example/thanks",
}

INTEGERS: dict[str, tuple[Callable[[Any], object], int]] = {
    "now": (lambda now: WEBHOOKS.verify(BODY, SIGNATURE, now), 64),
    "tolerance": (lambda seconds: Webhooks([CONNECT], tolerance=seconds), 64),
    "max_body": (lambda most: Webhooks([CONNECT], max_body=most), 64),
    "max_retries": (lambda most: Platform(secret_key="sk_test_1", max_retries=most), 32),
    "clock": (
        lambda now: (
            Platform(secret_key="sk_test_1", now=lambda: now)
            .merchant("acct_1")
            .call("checkout.sessions.create", ORDER, idempotency_key="order-42")
        ),
        64,
    ),
    "attempt": (lambda it: retry_after(TransportError("closed"), attempt=it, max_retries=2, jitter=1), 32),
    "most": (lambda it: retry_after(TransportError("closed"), attempt=1, max_retries=it, jitter=1), 32),
    "status": (lambda it: retry_after(Response(it, (), b""), attempt=1, max_retries=2, jitter=1), 32),
    "timestamp": (lambda time: sign(BODY, SECRET, time), 64),
    "amount": (lambda amount: fee_of(Fee(basis_points=250), amount, "eur"), 64),
    "minor": (lambda minor: format_amount(minor, "eur"), 64),
}


@pytest.mark.parametrize("name", INTEGERS)
def test_an_integer_that_does_not_fit_is_refused_and_not_cut(name: str) -> None:
    call, bits = INTEGERS[name]
    for value in (2**bits + NOW % 1000, 2 ** (bits - 1), -(2 ** (bits - 1)) - 1, 2**64 + NOW, 10**400):
        with pytest.raises(CounterfoilError) as caught:
            call(value)
        assert caught.value.code == "out_of_range"
        assert len(caught.value.faults) == 1


@pytest.mark.parametrize("name", INTEGERS)
def test_what_is_no_integer_is_a_type_error_that_names_it(name: str) -> None:
    call, _ = INTEGERS[name]
    path = {"clock": "now", "most": "max_retries"}.get(name, name)
    for value in (float(NOW), True, [1], b"1", Ellipsis):
        with pytest.raises(TypeError, match=f"^{path}: expected an int, got {type(value).__name__}$"):
            call(value)


def test_now_at_both_ends_of_64_bits_is_a_time() -> None:
    for now, code in [(2**63 - 1, "timestamp_too_old"), (-(2**63), "timestamp_in_future")]:
        with pytest.raises(WebhookError) as caught:
            WEBHOOKS.verify(BODY, SIGNATURE, now)
        assert caught.value.code == code


@pytest.mark.parametrize("jitter", [True, "1", None])
def test_jitter_is_a_number(jitter: Any) -> None:
    outcome = TransportError("closed")
    with pytest.raises(TypeError, match=r"^jitter: expected a number"):
        retry_after(outcome, attempt=1, max_retries=2, jitter=jitter)
    with pytest.raises(TypeError, match=r"^jitter: expected a number"):
        Platform(secret_key="sk_test_1").call("application_fees.list", {}).receive(outcome, jitter)
    assert retry_after(outcome, attempt=1, max_retries=2, jitter=1) == Retry(500)


@pytest.mark.parametrize("body", ["{}", {"id": "evt_1"}, [1, 2], None, 7, array("b", [1])])
def test_a_body_that_is_not_bytes_comes_with_advice(body: Any) -> None:
    for call in (
        lambda: WEBHOOKS.verify(body, SIGNATURE, NOW),
        lambda: event_from_event_bridge(body),
        lambda: event_from_event_grid(body),
        lambda: sign(body, SECRET, NOW),
    ):
        with pytest.raises(TypeError) as caught:
            call()
        text = str(caught.value)
        assert text.startswith("body: expected the raw body as bytes, before anything decodes or parses it")
        for advice in ("`request.body` in Django", "`await request.body()` in FastAPI and Starlette"):
            assert advice in text
        assert text.endswith(f"`request.get_data()` in Flask; got {type(body).__name__}")


@pytest.mark.parametrize("signature", [7, ["t=1"], {"t": 1}, bytearray(b"t=1"), True])
def test_a_signature_is_text_or_bytes(signature: Any) -> None:
    with pytest.raises(TypeError, match=r"^signature: expected the header Stripe-Signature as str or bytes"):
        WEBHOOKS.verify(BODY, signature, NOW)


class Longer(bytes):
    """Bytes that claim to be more than they are, as no length of theirs may reach the library."""

    def __len__(self) -> int:
        return 1 << 20


def test_bytes_of_another_class_are_measured_and_not_asked() -> None:
    assert WEBHOOKS.verify(Longer(BODY), Longer(SIGNATURE.encode()), NOW).id == "evt_1"
    assert WEBHOOKS.verify(memoryview(BODY + b"\0" * 8)[: len(BODY)], SIGNATURE, NOW).id == "evt_1"


def test_a_body_beyond_32_bits_is_refused_and_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterfoil._border.MOST_SHORT", len(BODY) - 1)
    for call in (lambda: sign(BODY, SECRET, NOW), lambda: event_from_event_bridge(BODY)):
        with pytest.raises(CounterfoilError) as caught:
            call()
        assert caught.value.code == "out_of_range"


def test_a_record_with_a_value_of_another_type_names_it() -> None:
    merchant = Platform(secret_key="sk_test_1").merchant("acct_1")

    def faults(**changes: Any) -> list[tuple[str, str]]:
        items = [LineItem(price="price_1", quantity=changes.pop("quantity", 1))]
        record = CreateSession(
            mode="payment", line_items=items, success_url="https://shop.example", **changes
        )
        with pytest.raises(CounterfoilError) as caught:
            merchant.checkout.sessions.create_call(record, idempotency_key="order-42")
        return [(fault.path, fault.code) for fault in caught.value.faults]

    assert faults(allow_promotion_codes="false") == [("allow_promotion_codes", "wrong_type")]
    assert faults(quantity=True) == [("line_items[0].quantity", "wrong_type")]
    assert faults(quantity=1.5) == [("line_items[0].quantity", "wrong_type")]
    assert faults(expires_at=True) == [("expires_at", "wrong_type")]
