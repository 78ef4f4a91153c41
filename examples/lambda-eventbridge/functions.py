"""A shop on AWS Lambda: a button behind a function URL, Stripe's events through EventBridge, and orders in a
store that moves them by compare-and-set.

``web`` and ``on_event`` are the handlers. On this machine ``python local.py`` stands for AWS.
"""

import json
import logging
import os
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID, uuid4

from orders import Orders

from counterfoil import Event, Platform, advance, idempotency_key, parse_state
from counterfoil.contrib.lambda_ import event_bridge

ACCOUNT = os.environ["STRIPE_ACCOUNT"]
PRICE, CURRENCY = 2000, "eur"

# Outside of the handlers, so that a warm start has them.
platform = Platform(
    secret_key=os.environ["STRIPE_SECRET_KEY"], api_base=os.environ.get("STRIPE_API_BASE"), now=None
)
orders = Orders(os.environ.get("DATABASE", "/tmp/shop.sqlite"))


def web(request: dict[str, Any], _: Any) -> dict[str, Any]:
    """The function URL: the page, the button, the order."""
    method, path = request["requestContext"]["http"]["method"], request["rawPath"]
    host = f"http://{request['headers']['host']}"
    try:
        if (method, path) == ("GET", "/"):
            return answer(200, page())
        if (method, path) == ("POST", "/checkout"):
            order = UUID(parse_qs(request.get("body", "")).get("order", [""])[0])
            return answer(303, "", location=buy(order, host))
        if method == "GET" and path.startswith("/orders/"):
            order = UUID(path.removeprefix("/orders/"))
            found = orders.find(order)
            if found is not None:
                return answer(200, json.dumps(found))
    except ValueError:
        return answer(400, "")
    return answer(404, "")


@event_bridge
def on_event(event: Event) -> None:
    """The rule on Stripe's event bus, which has authenticated what it carries."""
    session = event.outcome.session
    if session is None or session.client_reference_id is None:
        return
    wrong = event.differences({"account": ACCOUNT, "amount_total": PRICE, "currency": CURRENCY})
    if wrong:
        logging.error("order %s is not as it was placed: %s", session.client_reference_id, wrong)
        return
    order, moved = UUID(session.client_reference_id), False
    while not moved:
        state = orders.state(order)
        if state is None:
            return
        step = advance(parse_state(state), event.outcome.kind)
        # Another delivery may have moved it meanwhile: look again.
        moved = orders.move(order, state, step.state, None if step.action == "none" else step.action)


def page() -> str:
    # The order's id is made with the page, so that a second click is the same order.
    return (
        f'<form method="post" action="/checkout"><input type="hidden" name="order" value="{uuid4()}">'
        "<button>Buy a T-shirt</button></form>"
    )


def buy(order: UUID, host: str) -> str:
    orders.place(order)
    session = platform.merchant(ACCOUNT).checkout.sessions.create(
        {
            "mode": "payment",
            "line_items": [
                {
                    "price_data": {
                        "currency": CURRENCY,
                        "unit_amount": PRICE,
                        "product_data": {"name": "T-shirt"},
                    },
                    "quantity": 1,
                }
            ],
            "application_fee": {"basis_points": 250},
            "client_reference_id": order,
            "success_url": f"{host}/orders/{order}",
        },
        idempotency_key=idempotency_key(ACCOUNT, str(order), "checkout"),
    )
    return session.url or "/"


def answer(status: int, body: str, **headers: str) -> dict[str, Any]:
    return {"statusCode": status, "headers": {"content-type": "text/html", **headers}, "body": body}
