"""A webhook in Django.

>>> @webhook(webhooks)
... def stripe_webhook(event): ...
>>> urlpatterns = [path("webhook", stripe_webhook)]
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from inspect import iscoroutinefunction
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.http.request import UnreadablePostError
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from counterfoil.contrib._delivery import SIGNATURE, Refused, refused, too_large, verified
from counterfoil.webhooks import Event, Webhooks

__all__ = ["webhook"]

Handle = Callable[[Event], Any]


def webhook(webhooks: Webhooks) -> Callable[[Handle], Callable[[HttpRequest], Any]]:
    """Turns a function that takes an event, with or without ``async``, into a view. Its return value is the
    response; ``None`` is 200.

    The view accepts only ``POST``, and is exempt from CSRF protection: Stripe sends no token.
    """

    def decorate(handle: Handle) -> Callable[[HttpRequest], Any]:
        view: Callable[[HttpRequest], Any]
        if iscoroutinefunction(handle):

            async def view_async(request: HttpRequest) -> HttpResponseBase:
                event = _event(webhooks, request)
                if isinstance(event, HttpResponse):
                    return event
                answer: Awaitable[HttpResponseBase | None] = handle(event)
                return await answer or HttpResponse()

            view = view_async
        else:

            def view_plain(request: HttpRequest) -> HttpResponseBase:
                event = _event(webhooks, request)
                return event if isinstance(event, HttpResponse) else handle(event) or HttpResponse()

            view = view_plain
        return csrf_exempt(require_POST(wraps(handle)(view)))

    return decorate


def _event(webhooks: Webhooks, request: HttpRequest) -> Event | HttpResponse:
    try:
        return verified(webhooks, _body(request, webhooks.max_body), request.headers.get(SIGNATURE))
    except Refused as answer:
        return HttpResponse(answer.text, content_type="text/plain", status=answer.status)


def _body(request: HttpRequest, most: int) -> bytes:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdecimal() and int(length) > most:
        raise too_large(most)
    try:
        return request.body
    except RequestDataTooBig:
        raise too_large(most) from None
    except UnreadablePostError:
        # The sender has disconnected, and does not read the response.
        raise refused("incomplete_body", "the body ended early") from None
