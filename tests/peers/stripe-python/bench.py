"""How long a delivery, a request and an import take in Python, beside Stripe's own package and code by hand.

Prints nanoseconds of the fastest sample, as one JSON object; times of imports are those of fresh processes.
"""

import hashlib
import hmac
import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import stripe

import counterfoil

SAMPLES, RUNS, PROCESSES = 60, 100, 15
SECRET = "whsec_benchmarks"
ACCOUNT, KEY = "acct_1032D82eZvKYlo2C", "sk_test_benchmarks"
BODY = (Path(__file__).parents[3] / "core/benches/peers/event.json").read_bytes()
SESSION = json.dumps(json.loads(BODY)["data"]["object"]).encode()
TIME = str(int(time.time()))


def mac() -> str:
    return hmac.new(SECRET.encode(), f"{TIME}.".encode() + BODY, hashlib.sha256).hexdigest()


HEADER = f"t={TIME},v1={mac()}"
WEBHOOKS = counterfoil.Webhooks([counterfoil.EndpointSecret("connect", SECRET)])
MERCHANT = counterfoil.Platform(secret_key=KEY).merchant(ACCOUNT)
ANSWER = counterfoil.Response(200, (("Content-Type", "application/json"),), SESSION)

LINES = [("T-shirt", 2000, 2), ("Coffee mug, 0.3 l", 1250, 1), ("Sticker", 150, 10)]
ORDER: dict[str, Any] = {
    "mode": "payment",
    "line_items": [
        {
            "price_data": {"currency": "eur", "unit_amount": amount, "product_data": {"name": name}},
            "quantity": quantity,
        }
        for name, amount, quantity in LINES
    ],
    "payment_intent_data": {"application_fee_amount": 199},
    "client_reference_id": "order-42",
    "metadata": {"order": "order-42"},
    "success_url": "https://shop.example/thanks?session={CHECKOUT_SESSION_ID}",
}


class Sent(Exception):
    """The request is made, and would be sent now."""


class Unsent(stripe.HTTPClient):
    """Stripe's package up to the network."""

    name = "unsent"

    def request(self, *_: Any, **__: Any) -> tuple[bytes, int, Mapping[str, str]]:
        raise Sent

    def close(self) -> None:
        pass


PEER = stripe.StripeClient(KEY, http_client=Unsent())


def by_hand() -> bool:
    """What a careful program without any package does, and what it asks of the event."""
    items = [item.split("=", 1) for item in HEADER.split(",")]
    signed = int(dict(items)["t"])
    if abs(time.time() - signed) > 300:
        return False
    wanted = hmac.new(SECRET.encode(), b"%d." % signed + BODY, hashlib.sha256).hexdigest()
    if not any(name == "v1" and hmac.compare_digest(value, wanted) for name, value in items):
        return False
    event = json.loads(BODY)
    session = event["data"]["object"]
    return event["type"] == "checkout.session.completed" and session["payment_status"] == "paid"


def session_of(session: counterfoil.Session | None) -> bool:
    """Reads what an order needs."""
    return session is not None and (session.client_reference_id, session.amount_total, session.currency) != ()


def create() -> bool:
    call = MERCHANT.checkout.sessions.create_call(ORDER, idempotency_key="order-42")
    return call.request.method == "POST"


def create_by_peer() -> bool:
    options: Any = {"stripe_account": ACCOUNT, "idempotency_key": "order-42"}
    try:
        PEER.v1.checkout.sessions.create(params=ORDER, options=options)  # type: ignore[arg-type]
    except Sent:
        return True
    return False


def read() -> bool:
    return session_of(counterfoil.read_session(ANSWER))


def read_by_peer() -> bool:
    session = stripe.checkout.Session.construct_from(json.loads(SESSION), KEY)
    return (session.client_reference_id, session.amount_total, session.currency) != ()


MEASURED: dict[str, Callable[[], bool]] = {
    "mac": lambda: len(mac()) == 64,
    "by_hand": by_hand,
    "verify": lambda: WEBHOOKS.verify(BODY, HEADER).type == "checkout.session.completed",
    "classify": lambda: WEBHOOKS.verify(BODY, HEADER).outcome.kind == "paid",
    "session": lambda: session_of(WEBHOOKS.verify(BODY, HEADER).outcome.session),
    "peer": lambda: stripe.Webhook.construct_event(BODY, HEADER, SECRET).type == "checkout.session.completed",
    "create": create,
    "create_peer": create_by_peer,
    "read": read,
    "read_peer": read_by_peer,
}
MAKE = (
    f"counterfoil.Platform(secret_key={KEY!r}); "
    f"counterfoil.Webhooks([counterfoil.EndpointSecret('connect', {SECRET!r})])"
)
IMPORTS = {
    "import": "import counterfoil",
    "import_used": f"import counterfoil; {MAKE}",
    "import_peer": "import stripe",
}


def sample(name: str, run: Callable[[], bool]) -> float:
    start = time.perf_counter_ns()
    for _ in range(RUNS):
        if not run():
            raise SystemExit(f"{name} did not do what it should")
    return (time.perf_counter_ns() - start) / RUNS


def import_time(statement: str) -> int:
    clock = "time.perf_counter_ns()"
    program = f"import time; start = {clock}; {statement}; print({clock} - start)"
    return int(subprocess.check_output([sys.executable, "-c", program]))


fastest: dict[str, float] = {}
for _ in range(SAMPLES):
    for name, run in MEASURED.items():
        fastest[name] = min(fastest.get(name, float("inf")), sample(name, run))
for _ in range(PROCESSES):
    for name, statement in IMPORTS.items():
        fastest[name] = min(fastest.get(name, float("inf")), import_time(statement))
print(json.dumps(fastest))
