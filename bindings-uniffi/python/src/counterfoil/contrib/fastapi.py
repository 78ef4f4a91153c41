"""A webhook in FastAPI, or in Starlette without it.

>>> @app.post("/webhook")
... async def stripe_webhook(event: Annotated[Event, Depends(Delivery(webhooks))]) -> None: ...

>>> app = Starlette(routes=[Route("/webhook", webhook(webhooks, handle), methods=["POST"])])
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from inspect import iscoroutinefunction

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from counterfoil._handles import Handle
from counterfoil.contrib._delivery import SIGNATURE, Refused, too_large, verified
from counterfoil.webhooks import Event, Webhooks

__all__ = ["Delivery", "webhook"]


class Delivery(Handle):
    """For FastAPI's ``Depends``: the event of a delivery. The response to one that is not genuine is 400, or
    413 if it is too large.
    """

    def __init__(self, webhooks: Webhooks) -> None:
        self._webhooks = webhooks

    async def __call__(self, request: Request) -> Event:
        """Returns the event of a request, whose body must not have been read before."""
        try:
            return await _event(self._webhooks, request)
        except Refused as refused:
            raise HTTPException(refused.status, refused.text) from None


def webhook(
    webhooks: Webhooks, handle: Callable[[Event], Awaitable[Response | None] | Response | None]
) -> Callable[[Request], Awaitable[Response]]:
    """Returns an endpoint for Starlette's ``Route`` that calls a function with the event; a function without
    ``async`` runs in a thread. Its return value is the response; ``None`` is 200.
    """

    async def endpoint(request: Request) -> Response:
        try:
            event = await _event(webhooks, request)
        except Refused as refused:
            return PlainTextResponse(refused.text, refused.status)
        answer = handle(event) if iscoroutinefunction(handle) else await run_in_threadpool(handle, event)
        if isinstance(answer, Awaitable):
            answer = await answer
        return Response() if answer is None else answer

    return endpoint


async def _event(webhooks: Webhooks, request: Request) -> Event:
    most, body = webhooks.max_body, bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise too_large(most)
    return verified(webhooks, bytes(body), request.headers.get(SIGNATURE))
