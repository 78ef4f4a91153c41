"""The ready handlers, each in its own framework, with the same deliveries."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import time
from collections.abc import Callable
from typing import Annotated, Any

import django
import pytest
from conftest import SECRET, event
from django.conf import settings
from django.http import HttpResponse
from django.test import AsyncClient, Client
from django.urls import path
from fastapi import Depends, FastAPI
from flask import Flask
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from counterfoil import EndpointSecret, Event, WebhookError, Webhooks, WrongTypeError
from counterfoil.contrib import django as of_django
from counterfoil.contrib import fastapi as of_fastapi
from counterfoil.contrib import flask as of_flask
from counterfoil.contrib import lambda_
from counterfoil.testing import sign

MOST = 20_000
WEBHOOKS = Webhooks([EndpointSecret("connect", SECRET)], max_body=MOST)
HANDLED: list[Event] = []


class Failed(Exception):
    """What a handler of the platform's own may raise."""


def take(event: Event) -> None:
    if event.type == "charge.failed":
        raise Failed
    HANDLED.append(event)


async def take_async(event: Event) -> None:
    await asyncio.sleep(0)
    take(event)


settings.configure(
    ROOT_URLCONF=__name__,
    SECRET_KEY="of no use",
    ALLOWED_HOSTS=["*"],
    DATA_UPLOAD_MAX_MEMORY_SIZE=MOST - 100,
    MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],
)
django.setup()


@of_django.webhook(WEBHOOKS)
def django_answer(event: Event) -> HttpResponse:
    return HttpResponse(event.id, status=202)


urlpatterns = [
    path("plain", of_django.webhook(WEBHOOKS)(take)),
    path("async", of_django.webhook(WEBHOOKS)(take_async)),
    path("answer", django_answer),
]


def by_django(body: bytes, signature: str | None, where: str = "plain") -> tuple[int, str]:
    headers = {} if signature is None else {"Stripe-Signature": signature}
    client = Client(enforce_csrf_checks=True)
    answer = client.post(f"/{where}", body, content_type="application/json", headers=headers)
    return answer.status_code, answer.content.decode()


def by_django_async(body: bytes, signature: str | None) -> tuple[int, str]:
    headers = {} if signature is None else {"Stripe-Signature": signature}

    async def post() -> tuple[int, str]:
        client = AsyncClient(enforce_csrf_checks=True)
        answer = await client.post("/async", body, content_type="application/json", headers=headers)
        return answer.status_code, answer.content.decode()

    return asyncio.run(post())


FLASK = Flask("shop")
FLASK.config["PROPAGATE_EXCEPTIONS"] = True
FLASK.post("/plain")(of_flask.webhook(WEBHOOKS)(take))


@FLASK.post("/answer")
@of_flask.webhook(WEBHOOKS)
def flask_answer(event: Event) -> tuple[str, int]:
    return event.id, 202


def by_flask(body: bytes, signature: str | None, where: str = "plain") -> tuple[int, str]:
    headers = {} if signature is None else {"Stripe-Signature": signature}
    answer = FLASK.test_client().post(
        f"/{where}", data=body, headers=headers, content_type="application/json"
    )
    return answer.status_code, answer.text


FASTAPI = FastAPI()


@FASTAPI.post("/plain")
async def fastapi_plain(event: Annotated[Event, Depends(of_fastapi.Delivery(WEBHOOKS))]) -> None:
    take(event)


@FASTAPI.post("/answer", status_code=202)
def fastapi_answer(event: Annotated[Event, Depends(of_fastapi.Delivery(WEBHOOKS))]) -> str:
    return event.id


def starlette_answer(event: Event) -> Response:
    return JSONResponse(event.id, 202)


STARLETTE = Starlette(
    routes=[
        Route("/plain", of_fastapi.webhook(WEBHOOKS, take), methods=["POST"]),
        Route("/async", of_fastapi.webhook(WEBHOOKS, take_async), methods=["POST"]),
        Route("/answer", of_fastapi.webhook(WEBHOOKS, starlette_answer), methods=["POST"]),
    ]
)


def by_asgi(app: Any, where: str) -> Callable[[bytes, str | None], tuple[int, str]]:
    def post(body: bytes, signature: str | None) -> tuple[int, str]:
        headers = {} if signature is None else {"Stripe-Signature": signature}
        client: Any = TestClient(app)
        answer = client.post(f"/{where}", content=body, headers=headers)
        said: str = answer.text
        return answer.status_code, json.loads(said)["detail"] if said.startswith('{"detail"') else said

    return post


def gateway(body: bytes, signature: str | None) -> dict[str, Any]:
    """A request as API Gateway's format 2.0 and function URLs have it."""
    headers = {} if signature is None else {"stripe-signature": signature}
    encoded = base64.b64encode(body).decode()
    return {"version": "2.0", "headers": headers, "body": encoded, "isBase64Encoded": True}


def by_lambda(body: bytes, signature: str | None) -> tuple[int, str]:
    answer = lambda_.webhook(WEBHOOKS)(take)(gateway(body, signature), None)
    return answer["statusCode"], answer["body"]


FRAMEWORKS: dict[str, Callable[[bytes, str | None], tuple[int, str]]] = {
    "django": by_django,
    "django, async": by_django_async,
    "flask": by_flask,
    "fastapi": by_asgi(FASTAPI, "plain"),
    "starlette": by_asgi(STARLETTE, "plain"),
    "starlette, async": by_asgi(STARLETTE, "async"),
    "lambda": by_lambda,
}


def now() -> int:
    return int(time.time())


BODY = event()
FORGED = "t=1,v1=" + "0" * 64
HOSTILE: dict[str, tuple[bytes, str | None, int]] = {
    "no signature": (BODY, None, 400),
    "an empty signature": (BODY, "", 400),
    "another's signature": (BODY, sign(BODY, "whsec_other", now()), 400),
    "an old signature": (BODY, sign(BODY, SECRET, now() - 10_000), 400),
    "a body that was changed": (BODY.replace(b"4000", b"1"), sign(BODY, SECRET, now()), 400),
    "no body": (b"", FORGED, 400),
    "not UTF-8": (b"\xff\xfe" * 100, FORGED, 400),
    "signed and not JSON": (b"{", sign(b"{", SECRET, now()), 400),
    "signed and not an event": (b"{}", sign(b"{}", SECRET, now()), 400),
    "deep": (b"[" * 10_000, sign(b"[" * 10_000, SECRET, now()), 400),
    "a long header": (BODY, "v1=" + "a" * 9000, 400),
    "a header of nothing": (BODY, "t=,v1=,=,", 400),
    "a form": (b"id=evt_1&type=checkout.session.completed", FORGED, 400),
    "large": (b" " * (MOST + 1), FORGED, 413),
    "larger": (b" " * (100 * MOST), FORGED, 413),
}


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_a_genuine_delivery_reaches_the_handler(name: str) -> None:
    HANDLED.clear()
    assert FRAMEWORKS[name](BODY, sign(BODY, SECRET, now()))[0] == 200
    [handled] = HANDLED
    assert (handled.id, handled.outcome.kind, handled.body) == ("evt_1", "paid", BODY)


@pytest.mark.parametrize("name", FRAMEWORKS)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_is_not_genuine_is_answered_and_logged(
    name: str, hostile: str, caplog: pytest.LogCaptureFixture
) -> None:
    HANDLED.clear()
    body, signature, status = HOSTILE[hostile]
    with caplog.at_level(logging.WARNING, "counterfoil.webhooks"):
        answered, text = FRAMEWORKS[name](body, signature)
    assert (answered, HANDLED) == (status, [])
    assert 0 < len(text) < 200
    logged = [record.getMessage() for record in caplog.records if record.name == "counterfoil.webhooks"]
    assert len(logged) == 1
    assert logged[0].startswith("rejected a delivery: ")
    # The answer says less than the log, and neither holds a secret.
    assert "connect" not in text
    assert "whsec" not in text + logged[0]


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_what_a_handler_raises_goes_on_to_the_framework(name: str) -> None:
    body = event(type="charge.failed")
    with pytest.raises(Failed):
        FRAMEWORKS[name](body, sign(body, SECRET, now()))


def test_a_handler_can_answer() -> None:
    signature = sign(BODY, SECRET, now())
    assert by_django(BODY, signature, "answer") == (202, "evt_1")
    assert by_flask(BODY, signature, "answer") == (202, "evt_1")
    assert by_asgi(FASTAPI, "answer")(BODY, signature) == (202, '"evt_1"')
    assert by_asgi(STARLETTE, "answer")(BODY, signature) == (202, '"evt_1"')
    answer = lambda_.webhook(WEBHOOKS)(lambda event: {"statusCode": 202, "body": event.id})
    assert answer(gateway(BODY, signature), None) == {"statusCode": 202, "body": "evt_1"}


def test_django_takes_a_post_alone() -> None:
    assert Client().get("/plain").status_code == 405


def test_lambda_finds_body_and_header_in_every_form() -> None:
    handler = lambda_.webhook(WEBHOOKS)(take)
    signature, text = sign(BODY, SECRET, now()), BODY.decode()
    for request in (
        {"headers": {"Stripe-Signature": signature}, "body": text, "isBase64Encoded": False},
        {"headers": {"STRIPE-SIGNATURE": signature}, "body": text},
        {"headers": None, "multiValueHeaders": {"stripe-signature": [signature]}, "body": text},
    ):
        assert handler(request, None)["statusCode"] == 200
    odd: list[Any] = [
        None,
        [],
        "",
        {},
        {"body": 1},
        {"headers": [], "body": text},
        {"headers": {1: 2}, "body": ""},
    ]
    odd += [{"body": "\ud800", "headers": {}}, {"body": "é", "isBase64Encoded": True}]
    for request in odd:
        assert handler(request, None)["statusCode"] == 400, request


def test_event_bridge_hands_over_the_event() -> None:
    handled: list[str] = []
    handler = lambda_.event_bridge(lambda event: handled.append(f"{event.id} {event.outcome.kind}"))
    envelope = {"source": "aws.partner/stripe.com/ed_1", "detail-type": "a", "detail": json.loads(BODY)}
    handler(envelope, None)
    assert handled == ["evt_1 paid"]
    odd: list[Any] = [{}, {"detail": None}, [], "", 7, None]
    for wrong in odd:
        with pytest.raises(WebhookError):
            handler(wrong, None)
    with pytest.raises(WrongTypeError):
        handler(object(), None)
