"""A server on this machine that plays Stripe, answer by answer, and an event to verify."""

from __future__ import annotations

import json
import os
import socket
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

# What `cargo build --package stripe-simulator` has made.
PROGRAM = Path(__file__).parents[3] / "target" / "debug" / "stripe-simulator"
os.environ.setdefault("STRIPE_SIMULATOR", str(PROGRAM))

SECRET = "whsec_test_secret"
NOW = 1_793_000_000

SESSION: dict[str, Any] = {
    "id": "cs_test_a1",
    "object": "checkout.session",
    "amount_total": 4000,
    "client_reference_id": "order-42",
    "client_secret": "cs_test_a1_secret_hidden",
    "created": NOW - 60,
    "currency": "eur",
    "customer": None,
    "customer_details": {"email": "jenny@example.com", "name": "Jenny Hidden"},
    "expires_at": NOW + 86_340,
    "livemode": False,
    "metadata": {"cart": "7", "note": "größer"},
    "mode": "payment",
    "payment_intent": "pi_1",
    "payment_status": "paid",
    "status": "complete",
    "url": None,
}


def event(session: dict[str, Any] | None = None, **changes: Any) -> bytes:
    """A delivery as Stripe formats it, with line breaks."""
    body = {
        "id": "evt_1",
        "object": "event",
        "account": "acct_1032D82eZvKYlo2C",
        "api_version": "2026-10-28.endive",
        "created": NOW,
        "data": {"object": SESSION if session is None else session},
        "livemode": False,
        "type": "checkout.session.completed",
    }
    return json.dumps(body | changes, indent=2, ensure_ascii=False).encode()


@dataclass
class Answer:
    """What the server does with a request; ``reset`` drops the connection without an answer."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict[str, str])
    reset: bool = False
    cut: bool = False


@dataclass
class Received:
    """A request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: str


class Stripe:
    """Answers requests with what was put into ``answers``, in order; the last one stays."""

    def __init__(self) -> None:
        self.answers = [Answer(200, json.dumps(SESSION).encode(), {"Request-Id": "req_1"})]
        self.received: list[Received] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.origin = f"http://127.0.0.1:{self.server.server_address[1]}"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        stripe = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length", "0"))
                body = self.rfile.read(length).decode()
                stripe.received.append(Received(self.command, self.path, dict(self.headers), body))
                answers = stripe.answers
                self.answer(answers.pop(0) if len(answers) > 1 else answers[0])

            do_GET = do_DELETE = do_POST

            def answer(self, answer: Answer) -> None:
                if answer.reset:
                    linger = struct.pack("ii", 1, 0)
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                    self.connection.close()
                    return
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body) + (100 if answer.cut else 0)))
                self.end_headers()
                self.wfile.write(answer.body)

            def finish(self) -> None:
                # After a reset there is nothing left to flush.
                if not self.wfile.closed and self.connection.fileno() != -1:
                    super().finish()

            def log_message(self, format: str, *args: Any) -> None:
                pass

        return Handler


@pytest.fixture
def stripe() -> Iterator[Stripe]:
    stripe = Stripe()
    thread = threading.Thread(target=stripe.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield stripe
    stripe.server.shutdown()
    stripe.server.server_close()
    thread.join()
