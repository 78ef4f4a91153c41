"""Requests over real HTTP, against a server on this machine."""

from __future__ import annotations

import socket
import time
from typing import Any, cast

import pytest
from conftest import Answer, Stripe

from counterfoil import (
    API_VERSION,
    CounterfoilError,
    CreateSession,
    Fee,
    HttpTransport,
    LineItem,
    Platform,
    PriceData,
    ProductData,
    Request,
    Response,
    Retry,
    Session,
    Sessions,
    TransportError,
    params,
)

T_SHIRTS = LineItem(
    price_data=PriceData(currency="eur", unit_amount=2000, product_data=ProductData(name="T-shirt")),
    quantity=2,
)
ORDER = CreateSession(
    mode="payment",
    line_items=[T_SHIRTS],
    application_fee=Fee(basis_points=250, fixed=30),
    client_reference_id="order-42",
    success_url="https://shop.example/thanks?session={CHECKOUT_SESSION_ID}",
    extra={"phone_number_collection.enabled": "true"},
)


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the package would have slept."""
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    return waits


def sessions(origin: str) -> Sessions:
    platform = Platform(secret_key="sk_test_simulator", api_base=origin, transport=HttpTransport(timeout=5))
    return platform.merchant("acct_1032D82eZvKYlo2C").checkout.sessions


def test_a_session_is_created_on_the_merchants_account(stripe: Stripe) -> None:
    session = sessions(stripe.origin).create(ORDER, idempotency_key="order-42")
    assert (session.id, session.amount_total, session.metadata["cart"]) == ("cs_test_a1", 4000, "7")
    [request] = stripe.received
    assert (request.method, request.path) == ("POST", "/v1/checkout/sessions")
    headers = {name.lower(): value for name, value in request.headers.items()}
    assert headers["authorization"] == "Bearer sk_test_simulator"
    assert headers["stripe-account"] == "acct_1032D82eZvKYlo2C"
    assert headers["stripe-version"] == API_VERSION
    assert headers["idempotency-key"] == "order-42"
    assert headers["content-type"] == "application/x-www-form-urlencoded"
    assert "payment_intent_data[application_fee_amount]=130" in request.body
    assert "phone_number_collection[enabled]=true" in request.body


def test_a_session_is_retrieved(stripe: Stripe) -> None:
    assert sessions(stripe.origin).retrieve("cs_test_a1").payment_status == "paid"
    [request] = stripe.received
    assert (request.method, request.path, request.body) == ("GET", "/v1/checkout/sessions/cs_test_a1", "")


def test_the_same_bytes_are_sent_again(stripe: Stripe, waits: list[float]) -> None:
    stripe.answers = [Answer(503), Answer(reset=True), *stripe.answers]
    assert sessions(stripe.origin).create(ORDER, idempotency_key="order-42").id == "cs_test_a1"
    first, second, third = stripe.received
    assert first == second == third
    assert 0.25 <= waits[0] <= 0.5 <= waits[1] <= 1.0


def test_retries_end(stripe: Stripe, waits: list[float]) -> None:
    stripe.answers = [Answer(500, b"<html>", {"Request-Id": "req_9"})]
    with pytest.raises(CounterfoilError) as caught:
        sessions(stripe.origin).retrieve("cs_test_a1")
    assert (caught.value.code, caught.value.status, caught.value.request_id) == ("api_error", 500, "req_9")
    assert len(stripe.received) == 3
    assert len(waits) == 2


def test_a_refusal_carries_stripes_words(stripe: Stripe) -> None:
    body = b"""{"error": {"type": "invalid_request_error", "code": "resource_missing", "param": "session",
        "message": "No such session"}}"""
    stripe.answers = [Answer(404, body, {"Request-Id": "req_2", "Idempotent-Replayed": "true"})]
    with pytest.raises(CounterfoilError, match="404: resource_missing at session") as caught:
        sessions(stripe.origin).retrieve("cs_test_a1")
    error = caught.value
    assert (error.code, error.status, error.type) == ("resource_missing", 404, "invalid_request_error")
    assert error.stripe_message == "No such session"
    assert "No such" not in str(error) + repr(error)
    assert (error.stripe_code, error.param, error.decline_code) == ("resource_missing", "session", None)
    assert (error.request_id, error.replayed, error.faults) == ("req_2", True, ())


def test_a_redirect_does_not_get_the_key(stripe: Stripe) -> None:
    stripe.answers = [Answer(302, b"", {"Location": f"{stripe.origin}/elsewhere"})]
    with pytest.raises(CounterfoilError) as caught:
        sessions(stripe.origin).retrieve("cs_test_a1")
    assert caught.value.code == "unexpected_redirect"
    assert [request.path for request in stripe.received] == ["/v1/checkout/sessions/cs_test_a1"]


@pytest.mark.parametrize("answer", [Answer(reset=True), Answer(200, b"{", cut=True)])
def test_a_connection_that_ends_early_is_told(stripe: Stripe, answer: Answer) -> None:
    stripe.answers = [answer]
    with pytest.raises(CounterfoilError) as caught:
        sessions(stripe.origin).retrieve("cs_test_a1")
    assert caught.value.code == "connection_closed"
    assert len(stripe.received) == 3


def test_nobody_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(CounterfoilError) as caught:
        sessions(f"http://127.0.0.1:{port}").retrieve("cs_test_a1")
    assert caught.value.code == "connection_failed"


def test_a_server_that_says_nothing_is_a_timeout() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        origin = f"http://127.0.0.1:{silent.getsockname()[1]}"
        request = sessions(origin).retrieve_call("cs_test_a1").request
        with pytest.raises(TransportError) as caught:
            HttpTransport(timeout=0.05).send(request)
    assert caught.value.reason == "timeout"


def test_a_server_without_tls_is_told(stripe: Stripe) -> None:
    request = sessions(stripe.origin.replace("http:", "https:")).retrieve_call("cs_test_a1").request
    with pytest.raises(TransportError) as caught:
        HttpTransport(timeout=5).send(request)
    assert caught.value.reason == "tls"


def test_any_transport_will_do() -> None:
    class Recorded:
        def __init__(self) -> None:
            self.requests: list[Request] = []

        def send(self, request: Request) -> Response:
            self.requests.append(request)
            if len(self.requests) == 1:
                raise TransportError("timeout")
            return Response(200, (), b'{"id": "cs_1", "object": "checkout.session"}')

    transport = Recorded()
    platform = Platform(secret_key="sk_test_simulator", transport=transport)
    assert platform.merchant("acct_1").checkout.sessions.retrieve("cs_1").id == "cs_1"
    assert transport.requests[0] == transport.requests[1]


def test_a_call_can_be_sent_by_hand() -> None:
    call = sessions("https://api.stripe.com").create_call(ORDER, idempotency_key="order-42")
    assert call.request.url == "https://api.stripe.com/v1/checkout/sessions"
    assert call.receive(TransportError("connect"), jitter=1.0) == Retry(500)
    assert call.receive(Response(429, (("stripe-should-retry", "true"),), b""), jitter=0.0) == Retry(500)
    answer = call.receive(Response(200, (), b'{"id": "cs_1", "object": "checkout.session"}'), jitter=0.0)
    assert isinstance(answer, Session)
    assert answer.id == "cs_1"


def test_all_faults_are_told_at_once() -> None:
    order = CreateSession(mode="payment", line_items=[LineItem(quantity=0)])
    with pytest.raises(CounterfoilError) as caught:
        sessions("https://api.stripe.com").create(order, idempotency_key="order-42")
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [
        ("line_items[0].price_data", "missing_parameter"),
        ("line_items[0].quantity", "out_of_range"),
        ("success_url", "missing_parameter"),
    ]
    assert caught.value.__context__ is None or caught.value.__suppress_context__


def test_dictionaries_will_do_as_in_stripes_examples() -> None:
    plain: params.CreateSession = {
        "mode": "payment",
        "line_items": [
            {
                "price_data": {
                    "currency": "eur",
                    "unit_amount": 2000,
                    "product_data": {"name": "T-shirt"},
                },
                "quantity": 2,
            }
        ],
        "application_fee": {"basis_points": 250, "fixed": 30},
        "client_reference_id": "order-42",
        "success_url": "https://shop.example/thanks?session={CHECKOUT_SESSION_ID}",
        "extra": {"phone_number_collection.enabled": True},
    }
    api = sessions("https://api.stripe.com")
    expected = api.create_call(ORDER, idempotency_key="order-42").request
    assert api.create_call(plain, idempotency_key="order-42").request == expected
    mixed = CreateSession(**cast(Any, plain | {"line_items": [T_SHIRTS]}))
    assert api.create_call(mixed, idempotency_key="order-42").request == expected


def test_a_wrong_type_is_named_by_its_path() -> None:
    api = sessions("https://api.stripe.com")
    for given, path in [
        (CreateSession(line_items=[LineItem(quantity=cast(int, "2"))]), "line_items[0].quantity"),
        (CreateSession(line_items=cast(Any, "price_1")), "line_items"),
        (CreateSession(line_items=[LineItem(price_data=cast(Any, 20))]), "line_items[0].price_data"),
        (CreateSession(mode=cast(Any, "paymnt")), "mode"),
        (CreateSession(expires_at=2**70), "expires_at"),
        ({"sucess_url": "https://shop.example"}, "sucess_url"),
    ]:
        with pytest.raises(CounterfoilError) as caught:
            api.create_call(cast(Any, given), idempotency_key="order-42")
        assert caught.value.faults[0].path == path


def test_settings_are_checked_where_they_are_given() -> None:
    for settings, code in [
        ({"secret_key": "pk_test_simulator"}, "invalid_secret_key"),
        ({"secret_key": "sk_test_simulator", "api_base": "shop.example"}, "invalid_api_base"),
        ({"secret_key": "sk_test_simulator", "api_version": "newest"}, "invalid_api_version"),
        ({"secret_key": "sk_test_simulator", "max_retries": -1}, "out_of_range"),
    ]:
        with pytest.raises(CounterfoilError) as caught:
            Platform(**cast(Any, settings))
        assert caught.value.code == code
    with pytest.raises(CounterfoilError) as caught:
        Platform(secret_key="sk_test_simulator").merchant("cus_1")
    assert caught.value.code == "invalid_account_id"


def test_records_compare_and_show_what_is_set() -> None:
    assert LineItem(price="price_1", quantity=1) == LineItem(price="price_1", quantity=1)
    assert LineItem(price="price_1", quantity=1) != LineItem(price="price_1", quantity=2)
    assert LineItem(price="price_1") != "price_1"
    assert repr(LineItem(price="price_1", quantity=1)) == "LineItem(price='price_1', quantity=1)"
    assert repr(T_SHIRTS) == (
        "LineItem(price_data=PriceData(currency='eur', unit_amount=2000, "
        "product_data=ProductData()), quantity=2)"
    )
