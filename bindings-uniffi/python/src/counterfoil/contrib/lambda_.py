"""A webhook in AWS Lambda: behind API Gateway, a function URL or a load balancer, or through EventBridge.

>>> @webhook(webhooks)
... def handler(event): ...

>>> @event_bridge
... def handler(event): ...
"""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Callable, Mapping
from functools import wraps
from json import dumps
from typing import Any

from counterfoil import errors
from counterfoil.contrib._delivery import SIGNATURE, Refused, refused, verified
from counterfoil.webhooks import Event, Webhooks, event_from_event_bridge

__all__ = ["event_bridge", "webhook"]

Handle = Callable[[Event], Any]
Handler = Callable[[Any, Any], Any]


def webhook(webhooks: Webhooks) -> Callable[[Handle], Handler]:
    """Turns a function that takes an event into a Lambda handler for HTTP requests. Its return value is the
    response; ``None`` is 200.
    """

    def decorate(handle: Handle) -> Handler:
        @wraps(handle)
        def handler(request: Any, context: Any) -> Any:
            try:
                event = verified(webhooks, _body(request), _signature(request))
            except Refused as answer:
                return _text(answer.status, answer.text)
            said = handle(event)
            return _text(200, "") if said is None else said

        return handler

    return decorate


def event_bridge(handle: Handle) -> Handler:
    """Turns a function that takes an event into a Lambda handler for a rule on Stripe's event bus in
    EventBridge, which has authenticated it. Anything but an event from Stripe raises
    :class:`counterfoil.WebhookError`, so that Lambda sends it to the dead-letter queue.
    """

    @wraps(handle)
    def handler(envelope: Any, context: Any) -> Any:
        try:
            text = dumps(envelope).encode()
        except (TypeError, ValueError, RecursionError):
            raise errors.wrong_type("envelope", "expected the JSON that Lambda passes") from None
        return handle(event_from_event_bridge(text))

    return handler


def _body(request: Any) -> bytes:
    fields = _fields(request)
    body = fields.get("body")
    if not isinstance(body, str):
        return b""
    if not fields.get("isBase64Encoded"):
        return body.encode("utf-8", "surrogatepass")
    try:
        return b64decode(body, validate=True)
    except (binascii.Error, ValueError):
        raise refused("malformed_body", "the body is not base64") from None


def _signature(request: Any) -> str | None:
    """Returns the header: names are in any case, and a load balancer may send a list of values."""
    fields = _fields(request)
    for headers in (fields.get("headers"), fields.get("multiValueHeaders")):
        for name, value in _fields(headers).items():
            if str(name).lower() == SIGNATURE.lower():
                return ",".join(map(str, value)) if isinstance(value, list) else str(value)  # pyright: ignore[reportUnknownArgumentType]
    return None


def _fields(value: Any) -> Mapping[str, Any]:
    """Returns an object of the request, or an empty one."""
    return value if isinstance(value, dict) else {}  # pyright: ignore[reportUnknownVariableType]


def _text(status: int, text: str) -> dict[str, Any]:
    headers = {"content-type": "text/plain; charset=utf-8"}
    return {"statusCode": status, "headers": headers, "body": text, "isBase64Encoded": False}
