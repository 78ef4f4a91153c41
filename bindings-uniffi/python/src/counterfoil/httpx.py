"""Sending through httpx, at once or with ``await``: ``pip install counterfoil[httpx]``.

>>> platform = Platform(secret_key=..., transport=HttpxTransport())

For asynchronous programs see :mod:`counterfoil.aio`:

>>> platform = AsyncPlatform(secret_key=..., transport=AsyncHttpxTransport())
"""

from __future__ import annotations

import ssl
from typing import TypeVar

import httpx

from counterfoil._handles import Handle
from counterfoil.aio.calls import complete
from counterfoil.calls import Call
from counterfoil.http import FailureReason, Request, Response, TransportError

__all__ = ["AsyncHttpxTransport", "HttpxTransport"]

Answer = TypeVar("Answer")

_TIMEOUT = 80.0


class HttpxTransport(Handle):
    """A transport for :class:`counterfoil.Platform` that keeps its connections open.

    ``client`` is yours to configure and to close; without one, the time limits are 80 seconds. Redirects
    are not followed, whatever the client is set to.
    """

    def __init__(self, client: httpx.Client | None = None) -> None:
        self._client = client or httpx.Client(timeout=_TIMEOUT)

    def send(self, request: Request) -> Response:
        """Sends the request; see :meth:`counterfoil.Transport.send`."""
        try:
            message = _message(self._client, request)
            return _response(self._client.send(message, follow_redirects=False))
        except httpx.RequestError as error:
            raise TransportError(_reason(error)) from error

    def close(self) -> None:
        """Closes the client's connections."""
        self._client.close()


class AsyncHttpxTransport(Handle):
    """Sends calls without blocking the event loop. Make one for each event loop and keep it.

    ``client`` is yours to configure and to close; without one, the time limits are 80 seconds. Redirects
    are not followed, whatever the client is set to.
    """

    def __init__(self, client: httpx.AsyncClient | None = None) -> None:
        self._client = client or httpx.AsyncClient(timeout=_TIMEOUT)

    async def complete(self, call: Call[Answer]) -> Answer:
        """Sends a call until it is done; see :func:`counterfoil.aio.complete`."""
        return await complete(self, call)

    async def send(self, request: Request) -> Response:
        """Sends a request once. Raises :class:`counterfoil.TransportError` where no answer came."""
        try:
            message = _message(self._client, request)
            return _response(await self._client.send(message, follow_redirects=False))
        except httpx.RequestError as error:
            raise TransportError(_reason(error)) from error

    async def aclose(self) -> None:
        """Closes the client's connections."""
        await self._client.aclose()


def _message(client: httpx.Client | httpx.AsyncClient, request: Request) -> httpx.Request:
    content = request.body.encode() if request.method == "POST" else None
    return client.build_request(request.method, request.url, headers=list(request.headers), content=content)


def _response(answer: httpx.Response) -> Response:
    return Response(answer.status_code, tuple(answer.headers.multi_items()), answer.content)


def _reason(error: httpx.RequestError) -> FailureReason:
    match error:
        case httpx.TimeoutException():
            return "timeout"
        case httpx.ConnectError():
            return "tls" if _is_tls(error) else "connect"
        case httpx.NetworkError() | httpx.ProtocolError() | httpx.DecodingError():
            return "closed"
        case _:
            return "connect"


def _is_tls(error: BaseException | None) -> bool:
    """Whether a TLS error is behind it; httpx and its own transport wrap each other's."""
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
