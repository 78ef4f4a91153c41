"""The protocol's operations, as far as Stripe's package has something that answers them."""

from __future__ import annotations

import base64
import random
import time
from collections.abc import Callable, Mapping
from typing import Any
from unittest.mock import patch
from urllib.parse import urlencode

import requests
import stripe

# Not for users, and the encoder of every request.
from stripe._encode import _api_encode

Given = dict[str, Any]


def verify(given: Given) -> Given:
    """Tries the secrets in turn, since the package takes one."""
    refusal: Exception | None = None
    with patch.object(time, "time", lambda: given["now"]):
        for secret in given["secrets"]:
            try:
                return verify_with(secret["secret"], given)
            except Exception as error:
                refusal = refusal or error
        if refusal is not None:
            raise refusal
        return verify_with("", given)


def verify_with(secret: str, given: Given) -> Given:
    arguments = [body_of(given), given["signature"], secret]
    if "tolerance" in given:
        # The package has no word for unchecked but 0.
        arguments.append(given["tolerance"] or 0)
    return fields_of(
        lambda: stripe.Webhook.construct_event(*arguments),
        lambda: CLIENT.parse_event_notification(*arguments),
    )


def unwrap(given: Given) -> Given:
    return fields_of(
        lambda: stripe.Webhook.construct_event_without_verification(body_of(given)),
        lambda: CLIENT.parse_event_notification_without_verification(body_of(given)),
    )


def fields_of(snapshot: Callable[[], stripe.Event], thin: Callable[[], Any]) -> Given:
    """What can be compared of an event, which the package reads by its shape."""
    try:
        event = snapshot().to_dict()
    except ValueError as error:
        if not str(error).startswith("You passed a thin event"):
            raise
        notification = thin()
        # The account is in the context and the time a text there, so neither can be compared.
        return {"event_id": notification.id, "type": notification.type, "livemode": notification.livemode}
    names = ("type", "account", "livemode", "created", "api_version")
    return {"event_id": event.get("id"), **{name: event.get(name) for name in names}}


def sign(given: Given) -> Given:
    payload = body_of(given).decode()
    signature = stripe.WebhookSignature.generate_signature_header(
        payload, given["secret"], given["timestamp"]
    )
    return {"signature": signature}


def encode(given: Given) -> Given:
    return {"body": urlencode(list(_api_encode(given["value"])))}


def retry(given: Given) -> Given:
    client = stripe.RequestsClient()
    response = None if "failure" in given else (b"", given["status"], headers_of(given))
    failure = failure_of(client, given["failure"]) if "failure" in given else None
    retries = given["attempt"] - 1
    again = client._should_retry(response, failure, retries, given["max_retries"])
    with patch.object(random, "uniform", lambda low, high: given["jitter"]):
        after = int(client._sleep_time_seconds(retries) * 1000)
    return {"retry": again, "after_ms": after if again else None}


def read(given: Given) -> Given:
    client = stripe.StripeClient("sk_test_example", http_client=Transport(given), max_network_retries=0)
    v2 = given["operation"].startswith(("v2_", "event_destinations."))
    answer = client.raw_request("get", "/v2/core/things" if v2 else "/v1/things").data
    # A list of v2 has a page's address in the place of `has_more`.
    wanted = {"has_more"} & answer.keys() if "data" in answer else {"id"}
    return {name: answer.get(name) for name in wanted}


class Transport(stripe.HTTPClient):
    """Answers every request with what the vector says."""

    name = "vector"

    def __init__(self, given: Given) -> None:
        super().__init__()
        self.answer = (body_of(given), given["status"], headers_of(given))

    def request(self, *_: Any, **__: Any) -> tuple[bytes, int, Mapping[str, str]]:
        return self.answer

    def close(self) -> None:
        pass


def failure_of(client: stripe.RequestsClient, name: str) -> stripe.APIConnectionError:
    """What the package makes of a failure of the library that it sends with."""
    failure = {
        "connect": requests.exceptions.ConnectionError,
        "timeout": requests.exceptions.Timeout,
        "closed": requests.exceptions.ConnectionError,
        "tls": requests.exceptions.SSLError,
    }[name]
    try:
        client._handle_request_error(failure(name))
    except stripe.APIConnectionError as error:
        return error
    raise AssertionError("a failure is always raised")


def headers_of(given: Given) -> Mapping[str, str]:
    """Headers as the library has them, whatever the case of their names."""
    return requests.structures.CaseInsensitiveDict(given["headers"])


def body_of(given: Given) -> bytes:
    return base64.b64decode(given["body_b64"])


CLIENT = stripe.StripeClient("sk_test_example")

OPERATIONS: dict[str, Callable[[Given], Given]] = {
    "webhook.verify": verify,
    "webhook.unwrap": unwrap,
    "webhook.sign": sign,
    "form.encode": encode,
    "retry.next": retry,
    "response.read": read,
}
