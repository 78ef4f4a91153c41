"""Sends requests through httpx, blocking or with ``await``: ``pip install counterfoil[httpx]``.

>>> platform = Platform(secret_key=..., transport=HttpxTransport())

For asynchronous programs see :mod:`counterfoil.aio`:

>>> platform = AsyncPlatform(secret_key=..., transport=AsyncHttpxTransport())
"""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError, wait
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from threading import Thread
from typing import TypeVar
from weakref import WeakKeyDictionary

import httpx

from counterfoil import _border
from counterfoil._handles import Handle
from counterfoil.aio.calls import complete
from counterfoil.calls import Call
from counterfoil.http import MAX_RESPONSE, FailureReason, Request, Response, TransportError

__all__ = ["AsyncHttpxTransport", "HttpxTransport"]

Answer = TypeVar("Answer")

_TIMEOUT = 80.0
_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=45)


class HttpxTransport(Handle):
    """A transport for :class:`counterfoil.Platform` that keeps its connections open.

    ``client`` is yours to configure and to close, and to create after a fork; without one, each process has
    its own client, whose timeouts are 80 seconds. Redirects are not followed, whatever the client's settings
    are.

    ``timeout`` is the time limit of a request in seconds, from its start to the last byte of the response,
    whatever the client's timeouts are: those start again with every byte. ``max_response`` is the maximum
    size of a response's body in bytes, 32 MiB if absent.
    """

    def __init__(
        self,
        client: httpx.Client | None = None,
        *,
        timeout: float = _TIMEOUT,
        max_response: int = MAX_RESPONSE,
    ) -> None:
        self._given = client
        self._own: tuple[int, httpx.Client] | None = None
        self._timeout = _border.number(timeout, "timeout")
        self._max_response = _border.integer(max_response, "max_response")

    def send(self, request: Request) -> Response:
        """Sends the request; see :meth:`counterfoil.Transport.send`."""
        answered: Future[Response] = Future()
        # Nothing interrupts a client that is waiting for a server that sends byte after byte, so another
        # thread waits for it. The program's context variables, such as a trace, are passed along.
        work = partial(copy_context().run, partial(self._answer, request, answered))
        try:
            Thread(target=work, name="counterfoil-httpx", daemon=True).start()
        except RuntimeError:
            work()  # when the interpreter ends, no thread starts any more
        wait([answered], self._timeout)
        if answered.cancel():
            raise TransportError("timeout")
        return answered.result()

    def close(self) -> None:
        """Closes the client's connections."""
        self._client().close()

    def _client(self) -> httpx.Client:
        """Returns the client of this process: connections from before a fork belong to the parent."""
        if self._given is not None:
            return self._given
        if self._own is None or self._own[0] != os.getpid():
            self._own = (os.getpid(), httpx.Client(timeout=_TIMEOUT, limits=_LIMITS))
        return self._own[1]

    def _answer(self, request: Request, answered: Future[Response]) -> None:
        with suppress(InvalidStateError):  # of what was given up
            try:
                answered.set_result(self._fetch(request, answered.cancelled))
            except BaseException as error:
                answered.set_exception(error)

    def _fetch(self, request: Request, is_over: Callable[[], bool]) -> Response:
        try:
            client = self._client()
            message = _message(client, request)
            answer = client.send(message, follow_redirects=False, stream=True)
            try:
                body = _Body(answer, self._max_response)
                for chunk in answer.iter_bytes():
                    body.take(chunk)
                    if is_over():
                        raise TransportError("timeout")
                return body.response()
            finally:
                answer.close()
        except httpx.RequestError as error:
            raise TransportError(_reason(error)) from error


class AsyncHttpxTransport(Handle):
    """Sends calls without blocking the event loop. Keep it: one serves any number of event loops, each with
    its own connections. Your own ``client`` serves the event loop that it was created for.

    ``client``, ``timeout`` and ``max_response`` are those of :class:`HttpxTransport`.
    """

    def __init__(
        self,
        client: httpx.AsyncClient | None = None,
        *,
        timeout: float = _TIMEOUT,
        max_response: int = MAX_RESPONSE,
    ) -> None:
        self._given = client
        self._own: WeakKeyDictionary[asyncio.AbstractEventLoop, httpx.AsyncClient] = WeakKeyDictionary()
        self._timeout = _border.number(timeout, "timeout")
        self._max_response = _border.integer(max_response, "max_response")

    async def complete(self, call: Call[Answer]) -> Answer:
        """Sends a call until it is done; see :func:`counterfoil.aio.complete`."""
        return await complete(self, call)

    async def send(self, request: Request) -> Response:
        """Sends a request once. Raises :class:`counterfoil.TransportError` if there is no response."""
        try:
            return await asyncio.wait_for(self._fetch(request), self._timeout)
        except asyncio.TimeoutError as error:
            raise TransportError("timeout") from error

    async def aclose(self) -> None:
        """Closes the connections of the running event loop."""
        await self._client().aclose()
        self._own.pop(asyncio.get_running_loop(), None)

    def _client(self) -> httpx.AsyncClient:
        if self._given is not None:
            return self._given
        loop = asyncio.get_running_loop()
        client = self._own.get(loop)
        if client is None:
            self._own[loop] = client = httpx.AsyncClient(timeout=_TIMEOUT, limits=_LIMITS)
        return client

    async def _fetch(self, request: Request) -> Response:
        try:
            client = self._client()
            message = _message(client, request)
            answer = await client.send(message, follow_redirects=False, stream=True)
            try:
                body = _Body(answer, self._max_response)
                async for chunk in answer.aiter_bytes():
                    body.take(chunk)
                return body.response()
            finally:
                await answer.aclose()
        except httpx.RequestError as error:
            raise TransportError(_reason(error)) from error


class _Body:
    """A response whose body arrives in parts."""

    def __init__(self, answer: httpx.Response, most: int) -> None:
        self._answer = answer
        self._room = most
        self._chunks: list[bytes] = []
        length = answer.headers.get("content-length", "")
        if length.isdecimal() and int(length) > most:
            raise TransportError("too_large")

    def take(self, chunk: bytes) -> None:
        self._room -= len(chunk)
        if self._room < 0:
            raise TransportError("too_large")
        self._chunks.append(chunk)

    def response(self) -> Response:
        headers = tuple(self._answer.headers.multi_items())
        return Response(self._answer.status_code, headers, b"".join(self._chunks))


def _message(client: httpx.Client | httpx.AsyncClient, request: Request) -> httpx.Request:
    content = request.body.encode() if request.method == "POST" else None
    return client.build_request(request.method, request.url, headers=list(request.headers), content=content)


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
    """Returns whether it was caused by a TLS error; httpx and its transport wrap each other's exceptions."""
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
