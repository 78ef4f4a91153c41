"""No secret in any text that a public object makes of itself."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable

import pytest
from conftest import NOW, SESSION, event

from counterfoil import (
    Address,
    CounterfoilError,
    CreateCustomer,
    CreateSession,
    EndpointSecret,
    Platform,
    Response,
    WebhookError,
    Webhooks,
    read_answer,
    read_session,
)
from counterfoil.testing import sign

KEY = "sk_test_hidden"
SECRET = "whsec_hidden"


def test_nothing_shows_a_secret() -> None:
    secret = EndpointSecret("connect", SECRET)
    webhooks = Webhooks([secret])
    platform = Platform(secret_key=KEY)
    merchant = platform.merchant("acct_1")
    call = merchant.checkout.sessions.retrieve_call("cs_1")
    body = event()
    delivered = webhooks.verify(body, sign(body, SECRET, NOW), NOW)
    response = Response(200, (), json.dumps(SESSION).encode())
    session = read_session(response)
    objects = [
        secret,
        webhooks,
        platform,
        merchant,
        merchant.checkout,
        merchant.checkout.sessions,
        call,
        call.request,
        delivered,
        delivered.outcome,
        response,
        session,
    ]
    for thing in objects:
        for text in (repr(thing), str(thing), f"{thing}", repr([thing])):
            assert "hidden" not in text.lower(), type(thing)
            assert "jenny" not in text.lower(), type(thing)


def test_nothing_shows_a_person_an_address_or_a_link() -> None:
    def read(operation: str, **fields: object) -> object:
        return read_answer(operation, Response(200, (), json.dumps(fields).encode()))

    link = "https://checkout.example/hidden"
    things = [
        read(
            "checkout.sessions.retrieve",
            id="cs_1",
            object="checkout.session",
            url=link,
            after_expiration={"recovery": {"url": link}},
            customer_details={"email": "hidden@shop.example"},
        ),
        read("charges.retrieve", id="ch_1", object="charge", receipt_url=link),
        read("invoices.retrieve", id="in_1", object="invoice", hosted_invoice_url=link),
        read("account_links.create", object="account_link", url=link),
        read("account_sessions.create", object="account_session", client_secret="hidden", account="acct_1"),
        read(
            "customers.create", id="cus_1", object="customer", name="Hidden", email="hidden", phone="hidden"
        ),
        read("billing_portal.sessions.create", id="bps_1", object="billing_portal.session", url=link),
        CreateSession(customer_email="hidden@shop.example"),
        CreateCustomer(name="Hidden", email="hidden"),
        Address(line1="Hidden 1", city="Hidden"),
        Platform(secret_key=KEY).call("customers.create", {"email": "hidden"}, idempotency_key="k"),
        Platform(secret_key=KEY).call("customers.create", {"email": "hidden"}, idempotency_key="k").request,
    ]
    for thing in things:
        assert "hidden" not in f"{thing!r} {thing} {[thing]}".lower(), type(thing)
    assert "ch_1" in repr(things[1])


def test_no_exception_shows_a_secret() -> None:
    body = event()
    attempts: list[Callable[[], object]] = [
        lambda: Platform(secret_key=f"{KEY} "),
        lambda: Webhooks([EndpointSecret("connect", f"{SECRET}\n")]),
        lambda: Webhooks([EndpointSecret("one", SECRET), EndpointSecret("two", SECRET)]),
        lambda: Webhooks([EndpointSecret("connect", SECRET)]).verify(body, "t=1,v1=00", NOW),
        lambda: (
            Platform(secret_key=KEY)
            .merchant("acct_1")
            .checkout.sessions.create_call(CreateSession(), idempotency_key="order-42")
        ),
    ]
    for attempt in attempts:
        with pytest.raises((CounterfoilError, WebhookError)) as caught:
            attempt()
        error = caught.value
        shown = "".join(traceback.format_exception_only(error)) + repr(error) + repr(vars(error))
        assert "hidden" not in shown
