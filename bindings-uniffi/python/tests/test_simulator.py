"""The offline Stripe in the tests of users, by the fixtures that pytest finds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from counterfoil import APIError, EndpointSecret, Event, Platform, Session, Webhooks, advance, params
from counterfoil.testing import StripeSimulator

SECRET = "whsec_of_the_tests"
ORDER: params.CreateSession = {
    "mode": "payment",
    "line_items": [
        {
            "price_data": {"currency": "eur", "unit_amount": 2000, "product_data": {"name": "T-shirt"}},
            "quantity": 2,
        }
    ],
    "client_reference_id": "order-42",
    "success_url": "https://shop.example/thanks",
}


@pytest.fixture
def delivered(stripe_simulator: StripeSimulator) -> Iterator[list[Event]]:
    """What an endpoint of the platform received."""
    webhooks = Webhooks([EndpointSecret("connect", SECRET)], tolerance="unchecked")
    events: list[Event] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            events.append(webhooks.verify(body, self.headers["Stripe-Signature"]))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    stripe_simulator.add_endpoint(f"http://127.0.0.1:{server.server_address[1]}/", SECRET)
    yield events
    server.shutdown()
    server.server_close()
    thread.join()


def opened(simulator: StripeSimulator, platform: Platform) -> Session:
    merchant = platform.merchant(simulator.account)
    return merchant.checkout.sessions.create(ORDER, idempotency_key="order-42/1")


def test_a_card_pays_at_once(
    stripe_simulator: StripeSimulator, stripe_platform: Platform, delivered: list[Event]
) -> None:
    session = opened(stripe_simulator, stripe_platform)
    assert session.url is not None
    assert stripe_simulator.pay_by_card(session.url, "4000000000000002") is None
    assert stripe_simulator.pay_by_card(session.url) == "https://shop.example/thanks"
    stripe_simulator.advance(1)
    kinds = [event.outcome.kind for event in delivered if event.outcome.session is not None]
    assert kinds == ["paid"]
    ids = [event["id"] for event in stripe_simulator.events()]
    assert {event.id for event in delivered} <= set(ids)
    stripe_simulator.resend(next(event.id for event in delivered if event.outcome.session is not None))
    assert [event.outcome.kind for event in delivered if event.outcome.session is not None] == [
        "paid",
        "paid",
    ]


@pytest.mark.parametrize(
    ("iban", "kinds"),
    [
        ("AT321904300235473204", ["awaiting_payment", "paid"]),
        ("AT051904300235473205", ["awaiting_payment", "payment_failed"]),
    ],
)
def test_a_debit_takes_its_time(
    stripe_simulator: StripeSimulator,
    stripe_platform: Platform,
    delivered: list[Event],
    iban: str,
    kinds: list[str],
) -> None:
    session = opened(stripe_simulator, stripe_platform)
    assert session.url is not None
    before = stripe_simulator.now()
    assert stripe_simulator.pay_by_debit(session.url, iban) is not None
    stripe_simulator.advance(14 * 86_400)
    assert stripe_simulator.now() >= before + 14 * 86_400
    outcomes = [event.outcome for event in delivered if event.outcome.session is not None]
    assert [outcome.kind for outcome in outcomes] == kinds
    state = advance("open", outcomes[0].kind).state
    assert advance(state, outcomes[1].kind).action == (
        "fulfill" if kinds[1] == "paid" else "contact_customer"
    )


def test_a_fault_meets_the_next_request(stripe_simulator: StripeSimulator) -> None:
    stripe_simulator.fault("/v1/checkout/sessions", kind="status", status=500, times=1)
    with pytest.raises(APIError):
        opened(stripe_simulator, stripe_simulator.platform(max_retries=0))
    assert opened(stripe_simulator, stripe_simulator.platform(max_retries=0)).status == "open"


def test_without_the_program_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STRIPE_SIMULATOR", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(RuntimeError, match="pip install counterfoil-simulator"):
        StripeSimulator()
