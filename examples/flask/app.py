"""A shop on Flask and SQLite: a button, a Checkout Session, a webhook, an order that is fulfilled once.

``pip install counterfoil flask``, set the variables that are read below, and ``python app.py``.
"""

import os
import sqlite3
from uuid import UUID, uuid4

from flask import Flask, Response, abort, g, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from counterfoil import EndpointSecret, Event, Platform, Webhooks, advance, idempotency_key, parse_state
from counterfoil.contrib.flask import webhook

ACCOUNT = os.environ["STRIPE_ACCOUNT"]
PRICE, CURRENCY = 2000, "eur"

app = Flask(__name__)
platform = Platform(
    secret_key=os.environ["STRIPE_SECRET_KEY"], api_base=os.environ.get("STRIPE_API_BASE"), now=None
)
webhooks = Webhooks([EndpointSecret("connect", os.environ["STRIPE_CONNECT_WEBHOOK_SECRET"])])


def database() -> sqlite3.Connection:
    if "database" not in g:
        g.database = sqlite3.connect(os.environ.get("DATABASE", "shop.sqlite"), timeout=30)
    connection: sqlite3.Connection = g.database
    return connection


@app.teardown_appcontext
def close(_: object) -> None:
    if "database" in g:
        g.pop("database").close()


with app.app_context(), database():
    database().executescript(
        "CREATE TABLE IF NOT EXISTS orders (id TEXT PRIMARY KEY, state TEXT NOT NULL);"
        "CREATE TABLE IF NOT EXISTS effects (id INTEGER PRIMARY KEY, order_id TEXT, action TEXT)"
    )


@app.get("/")
def shop() -> str:
    # The order's id is made with the page, so that a second click is the same order.
    return (
        f'<form method="post" action="/checkout"><input type="hidden" name="order" value="{uuid4()}">'
        "<button>Buy a T-shirt</button></form>"
    )


@app.post("/checkout")
def checkout() -> AnyResponse:
    try:
        order = str(UUID(request.form.get("order", "")))
    except ValueError:
        abort(400)
    with database() as transaction:
        transaction.execute("INSERT INTO orders VALUES (?, 'open') ON CONFLICT DO NOTHING", (order,))
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
            "success_url": f"{request.host_url}orders/{order}",
        },
        idempotency_key=idempotency_key(ACCOUNT, order, "checkout"),
    )
    return redirect(session.url or "/", 303)


@app.post("/webhook")
@webhook(webhooks)
def stripe_webhook(event: Event) -> Response | None:
    session = event.outcome.session
    if session is None or session.client_reference_id is None:
        return None
    order = session.client_reference_id
    wrong = event.differences({"account": ACCOUNT, "amount_total": PRICE, "currency": CURRENCY})
    if wrong:
        app.logger.error("order %s is not as it was placed: %s", order, wrong)
        return None
    with database() as transaction:
        transaction.execute("BEGIN IMMEDIATE")
        row = transaction.execute("SELECT state FROM orders WHERE id = ?", (order,)).fetchone()
        if row is not None:
            step = advance(parse_state(row[0]), event.outcome.kind)
            transaction.execute("UPDATE orders SET state = ? WHERE id = ?", (step.state, order))
            if step.action != "none":
                # What sends parcels and e-mails reads it from here.
                transaction.execute(
                    "INSERT INTO effects (order_id, action) VALUES (?, ?)", (order, step.action)
                )
    return None


@app.get("/orders/<order>")
def show(order: str) -> dict[str, object]:
    row = database().execute("SELECT state FROM orders WHERE id = ?", (order,)).fetchone() or abort(404)
    effects = (
        database().execute("SELECT action FROM effects WHERE order_id = ? ORDER BY id", (order,)).fetchall()
    )
    return {"state": row[0], "effects": [action for (action,) in effects]}


if __name__ == "__main__":
    app.run("127.0.0.1", int(os.environ.get("PORT", "8000")), threaded=True)
