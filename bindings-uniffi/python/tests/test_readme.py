"""The README's examples run as they stand, one after the other."""

from __future__ import annotations

import asyncio
import json
import re
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import SECRET, SESSION, event
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from starlette.testclient import TestClient

import counterfoil
from counterfoil import HttpTransport, Request, Response
from counterfoil.httpx import AsyncHttpxTransport
from counterfoil.testing import StripeSimulator, sign

README = Path(__file__).parent.parent / "README.md"


def test_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Request] = []

    def send(self: HttpTransport, request: Request) -> Response:
        sent.append(request)
        answer = SESSION | {"url": "https://checkout.stripe.com/c/pay/cs_test_a1", "payment_status": "unpaid"}
        return Response(200, (), json.dumps(answer).encode())

    async def send_async(self: AsyncHttpxTransport, request: Request) -> Response:
        refunds: dict[str, Any] = {"object": "list", "data": [], "has_more": False, "url": "/v1/refunds"}
        return Response(200, (), json.dumps(refunds if "/refunds" in request.url else SESSION).encode())

    def answer(request: Request) -> Response:
        return Response(200, (), json.dumps(SESSION).encode())

    monkeypatch.setattr(HttpTransport, "send", send)
    monkeypatch.setattr(AsyncHttpxTransport, "send", send_async)
    monkeypatch.setenv("STRIPE_SECRET_KEY", "sk_test_simulator")
    monkeypatch.setenv("STRIPE_CONNECT_WEBHOOK_SECRET", SECRET)
    body = event()
    names: dict[str, Any] = {name: getattr(counterfoil, name) for name in dir(counterfoil)} | {
        "secret_key": "sk_test_simulator",
        "signing_secret": SECRET,
        "account": "acct_1",
        "params": {
            "mode": "payment",
            "line_items": [{"price": "price_1", "quantity": 1}],
            "success_url": "https://a.example",
        },
        "body": body,
        "signature": sign(body, SECRET, int(time.time())),
        "order": ORDER,
        "orders": {"order-42": ORDER},
        "send": answer,
    }
    blocks = re.findall(r"^```python\n(.*?)^```", README.read_text(), re.DOTALL | re.MULTILINE)
    assert len(blocks) >= 4
    for block in blocks:
        ORDER.state = "open"
        exec(compile(block, str(README), "exec"), names)
    assert DONE == ["fulfill"]
    assert sent[0].url == "https://api.stripe.com/v1/checkout/sessions"
    assert names["session"].id == "cs_test_a1"
    assert names["event"].outcome.kind == "paid"
    assert names["step"].action == "fulfill"
    paid, refunds = asyncio.run(names["pay"]("order-42", 1, names["params"]))
    assert (paid.id, refunds) == ("cs_test_a1", [])
    by_the_frameworks(names, body, names["signature"])
    with StripeSimulator() as simulator:
        monkeypatch.undo()
        t_shirt = {"currency": "eur", "unit_amount": 2000, "product_data": {"name": "T-shirt"}}
        names["params"]["line_items"] = [{"price_data": t_shirt, "quantity": 1}]
        names["test_a_customer_pays"](simulator, simulator.platform())


DONE: list[str] = []
ORDER = SimpleNamespace(id="order-42", state="open", fulfill=lambda: DONE.append("fulfill"))


def by_the_frameworks(names: dict[str, Any], body: bytes, signature: str) -> None:
    """Each of them fulfills the order."""
    headers = {"Stripe-Signature": signature}

    def by_django() -> int:
        view, request = names["urlpatterns"][0].callback, RequestFactory().post
        answer: HttpResponse = view(
            request("/webhook", body, content_type="application/json", headers=headers)
        )
        return answer.status_code

    def by_fastapi() -> int:
        client: Any = TestClient(names["app"])
        status: int = client.post("/webhook", content=body, headers=headers).status_code
        return status

    def by_flask() -> int:
        return int(names["shop"].test_client().post("/webhook", data=body, headers=headers).status_code)

    if not settings.configured:
        settings.configure(SECRET_KEY="of no use", ALLOWED_HOSTS=["*"])
    for post in (by_django, by_fastapi, by_flask):
        DONE.clear()
        ORDER.state = "open"
        assert post() == 200
        assert (ORDER.state, DONE) == ("fulfilled", ["fulfill"])
