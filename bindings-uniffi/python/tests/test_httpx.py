"""Sending through httpx, against a server on this machine: at once, and with ``await``."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import Callable
from typing import cast

import httpx
import pytest
from conftest import Answer, Stripe

from counterfoil import (
    CounterfoilError,
    Platform,
    Refund,
    Request,
    Response,
    Session,
    Sessions,
    TransportError,
    params,
)
from counterfoil.aio import AsyncPlatform, complete
from counterfoil.httpx import AsyncHttpxTransport, HttpxTransport

PARAMS: params.CreateSession = {
    "mode": "payment",
    "line_items": [{"price": "price_1", "quantity": 1}],
    "success_url": "https://shop.example/thanks",
}

ACCOUNT = "acct_1032D82eZvKYlo2C"

Retrieve = Callable[[str], Session]
Send = Callable[[Request, float], Response]


def sessions(origin: str, transport: HttpxTransport | None = None) -> Sessions:
    platform = Platform(secret_key="sk_test_simulator", api_base=origin, transport=transport)
    return platform.merchant(ACCOUNT).checkout.sessions


def async_platform(origin: str, client: httpx.AsyncClient | None = None) -> AsyncPlatform:
    transport = AsyncHttpxTransport(client)
    return AsyncPlatform(secret_key="sk_test_simulator", api_base=origin, transport=transport)


def retrieve_at_once(origin: str) -> Session:
    with httpx.Client(timeout=5, follow_redirects=True, trust_env=False) as client:
        return sessions(origin, HttpxTransport(client)).retrieve("cs_test_a1")


def retrieve_with_await(origin: str) -> Session:
    async def retrieve() -> Session:
        async with httpx.AsyncClient(timeout=5, follow_redirects=True, trust_env=False) as client:
            return (
                await async_platform(origin, client)
                .merchant(ACCOUNT)
                .checkout.sessions.retrieve("cs_test_a1")
            )

    return asyncio.run(retrieve())


def send_at_once(request: Request, timeout: float) -> Response:
    with httpx.Client(timeout=timeout, trust_env=False) as client:
        return HttpxTransport(client).send(request)


def send_with_await(request: Request, timeout: float) -> Response:
    async def send() -> Response:
        async with httpx.AsyncClient(timeout=timeout, trust_env=False) as client:
            return await AsyncHttpxTransport(client).send(request)

    return asyncio.run(send())


@pytest.fixture(params=[retrieve_at_once, retrieve_with_await])
def retrieve(request: pytest.FixtureRequest) -> Retrieve:
    return cast(Retrieve, request.param)


@pytest.fixture(params=[send_at_once, send_with_await])
def send(request: pytest.FixtureRequest) -> Send:
    return cast(Send, request.param)


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long would have been slept, by either kind."""
    waits: list[float] = []

    async def sleep(delay: float) -> None:
        waits.append(delay)

    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr("counterfoil.aio.calls.asyncio.sleep", sleep)
    return waits


def test_a_session_is_retrieved(stripe: Stripe, retrieve: Retrieve, waits: list[float]) -> None:
    assert retrieve(stripe.origin).amount_total == 4000
    [received] = stripe.received
    assert (received.method, received.path) == ("GET", "/v1/checkout/sessions/cs_test_a1")
    assert received.headers["Stripe-Account"] == ACCOUNT
    assert waits == []


def test_the_same_bytes_are_sent_again(stripe: Stripe, waits: list[float]) -> None:
    stripe.answers[:0] = [Answer(reset=True), Answer(503)]

    async def create() -> Session:
        async with httpx.AsyncClient(trust_env=False) as client:
            merchant = async_platform(stripe.origin, client).merchant(ACCOUNT)
            return await merchant.checkout.sessions.create(PARAMS, idempotency_key="order-42")

    assert asyncio.run(create()).id == "cs_test_a1"
    assert len(stripe.received) == 3
    assert len({(received.body, received.headers["Idempotency-Key"]) for received in stripe.received}) == 1
    assert "success_url" in stripe.received[0].body
    assert len(waits) == 2


def test_a_redirect_does_not_get_the_key(stripe: Stripe, retrieve: Retrieve) -> None:
    stripe.answers = [Answer(302, headers={"Location": f"{stripe.origin}/elsewhere"})]
    with pytest.raises(CounterfoilError) as caught:
        retrieve(stripe.origin)
    assert caught.value.code == "unexpected_redirect"
    assert len(stripe.received) == 1


@pytest.mark.parametrize("answer", [Answer(reset=True), Answer(cut=True)])
def test_a_connection_that_ends_early_is_told(stripe: Stripe, retrieve: Retrieve, answer: Answer) -> None:
    stripe.answers = [answer]
    with pytest.raises(CounterfoilError) as caught:
        retrieve(stripe.origin)
    assert caught.value.code == "connection_closed"
    assert len(stripe.received) == 3


def test_nobody_there_is_told(retrieve: Retrieve) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(CounterfoilError) as caught:
        retrieve(f"http://127.0.0.1:{port}")
    assert caught.value.code == "connection_failed"


def test_a_server_that_says_nothing_is_a_timeout(send: Send) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        origin = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(TransportError) as caught:
            send(sessions(origin).retrieve_call("cs_test_a1").request, 0.05)
    assert caught.value.reason == "timeout"


def test_a_server_without_tls_is_told(stripe: Stripe, send: Send) -> None:
    origin = stripe.origin.replace("http:", "https:")
    with pytest.raises(TransportError) as caught:
        send(sessions(origin).retrieve_call("cs_test_a1").request, 5)
    assert caught.value.reason == "tls"


def test_a_call_made_by_hand_is_completed(stripe: Stripe) -> None:
    async def retrieve() -> Session:
        transport = AsyncHttpxTransport()
        try:
            return await transport.complete(sessions(stripe.origin).retrieve_call("cs_test_a1"))
        finally:
            await transport.aclose()

    assert asyncio.run(retrieve()).id == "cs_test_a1"


def test_a_list_is_awaited_page_by_page(stripe: Stripe) -> None:
    pages = [
        {"object": "list", "data": [{"id": id, "object": "refund"}], "has_more": more}
        for id, more in [("re_2", True), ("re_1", False)]
    ]
    stripe.answers = [Answer(200, json.dumps(page).encode()) for page in pages + pages[:1]]

    async def read() -> tuple[list[str], int]:
        async with httpx.AsyncClient(trust_env=False) as client:
            refunds = async_platform(stripe.origin, client).merchant(ACCOUNT).refunds
            ids = [refund.id async for refund in refunds.list({"limit": 1})]
            return ids, len((await refunds.list().page()).data)

    assert asyncio.run(read()) == (["re_2", "re_1"], 1)
    paths = [received.path for received in stripe.received]
    assert paths == ["/v1/refunds?limit=1", "/v1/refunds?limit=1&starting_after=re_2", "/v1/refunds"]


def test_a_saved_call_goes_on_asynchronously(stripe: Stripe) -> None:
    stripe.answers = [Answer(200, json.dumps({"id": "re_1", "object": "refund"}).encode())]

    async def refund() -> str:
        async with httpx.AsyncClient(trust_env=False) as client:
            platform = async_platform(stripe.origin, client)
            call = platform.merchant(ACCOUNT).call(
                "refunds.create", {"payment_intent": "pi_1"}, idempotency_key="r"
            )
            refund: Refund = await complete(AsyncHttpxTransport(client), platform.resume(call.save()))
            return refund.id or ""

    assert asyncio.run(refund()) == "re_1"
    assert stripe.received[0].headers["Idempotency-Key"] == "r"


def test_what_is_on_the_other_account_is_told_before_anything_is_sent(stripe: Stripe) -> None:
    platform = async_platform(stripe.origin)
    with pytest.raises(CounterfoilError) as caught:
        platform.call("charges.list", {})
    assert caught.value.code == "wrong_scope"
    with pytest.raises(CounterfoilError) as caught:
        platform.merchant(ACCOUNT).call("application_fees.list", {})
    assert caught.value.code == "wrong_scope"
    with pytest.raises(CounterfoilError) as caught:
        platform.merchant("cus_1")
    assert caught.value.code == "invalid_account_id"
    assert stripe.received == []
