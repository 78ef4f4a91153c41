"""A webhook in Flask.

>>> @app.post("/webhook")
... @webhook(webhooks)
... def stripe_webhook(event): ...
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps

from flask import Response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from counterfoil.contrib._delivery import SIGNATURE, Refused, too_large, verified
from counterfoil.webhooks import Event, Webhooks

__all__ = ["webhook"]

Handle = Callable[[Event], "ResponseReturnValue | None"]
View = Callable[[], ResponseReturnValue]


def webhook(webhooks: Webhooks) -> Callable[[Handle], View]:
    """Turns a function that takes an event into a view. Its return value is the response; ``None`` is 200.

    Exempt the view from CSRF protection if an extension adds it: Stripe sends no token.
    """

    def decorate(handle: Handle) -> View:
        @wraps(handle)
        def view() -> ResponseReturnValue:
            try:
                event = verified(webhooks, _body(webhooks.max_body), request.headers.get(SIGNATURE))
            except Refused as refused:
                return _text(refused.status, refused.text)
            answer = handle(event)
            return _text(200, "") if answer is None else answer

        return view

    return decorate


def _body(most: int) -> bytes:
    # No more of it is taken into memory. Before Flask 3.1 that cannot be set for one request.
    if (request.content_length or 0) > most:
        raise too_large(most)
    with suppress(AttributeError):
        request.max_content_length = min(request.max_content_length or most, most)
    try:
        return request.get_data(cache=False)
    except RequestEntityTooLarge:
        raise too_large(most) from None


def _text(status: int, text: str) -> Response:
    return Response(text, status, mimetype="text/plain")
