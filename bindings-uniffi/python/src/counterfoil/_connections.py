"""The implementation of the ready-made transport, separate because importing ``http.client`` takes time."""

from __future__ import annotations

import io
import os
import select
import socket
import ssl
import time
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.parse import SplitResult, urlsplit
from urllib.request import getproxies, proxy_bypass
from weakref import WeakSet

from counterfoil.http import FailureReason, Request, Response, TransportError

_MOST_IDLE = 16
"""The maximum number of idle connections per server."""

_LONGEST_IDLE = 45.0
"""How long a connection may be idle, in seconds: less than servers and proxies allow."""

Place = tuple[str, str, int]


class Connections:
    """Connections that stay open between requests, shared by all threads of a process."""

    def __init__(self, context: ssl.SSLContext | None) -> None:
        # Created once, since loading the system's certificates takes long.
        self._tls = context or ssl.create_default_context()
        self._proxies = getproxies()
        # Plain lists, whose methods are atomic: a lock could be held by another thread in a fork.
        self._idle: dict[Place, list[tuple[HTTPConnection, float]]] = {}
        _ALL.add(self)

    def send(self, request: Request, timeout: float, max_response: int) -> Response:
        """Sends a request as it is, and returns the response as it came."""
        url = urlsplit(request.url)
        place = (url.scheme, url.hostname or "", url.port or (443 if url.scheme == "https" else 80))
        deadline = _Deadline(timeout)
        try:
            return self._exchange(place, request, url, deadline, max_response)
        except (OSError, HTTPException) as error:
            raise TransportError(_reason(error)) from error

    def _exchange(
        self, place: Place, request: Request, url: SplitResult, deadline: _Deadline, most: int
    ) -> Response:
        while (connection := self._taken(place)) is not None:
            try:
                answer = _asked(connection, request, url, deadline)
            except TimeoutError:
                connection.close()
                raise
            except (OSError, HTTPException):
                # The server closed the connection while the request was on its way. The idempotency key makes
                # it safe to send again.
                connection.close()
            else:
                return self._read(place, connection, answer, most)
        connection = self._opened(place, deadline)
        try:
            answer = _asked(connection, request, url, deadline)
        except BaseException:
            connection.close()
            raise
        return self._read(place, connection, answer, most)

    def _read(self, place: Place, connection: HTTPConnection, answer: HTTPResponse, most: int) -> Response:
        try:
            response = Response(answer.status, tuple(answer.headers.items()), _body(answer, most))
        except BaseException:
            # It holds the socket, too.
            answer.close()
            connection.close()
            raise
        if answer.will_close or answer.status < 200:
            connection.close()
        else:
            self._put_back(place, connection)
        return response

    def _opened(self, place: Place, deadline: _Deadline) -> HTTPConnection:
        scheme, host, port = place
        proxy = None if proxy_bypass(host) else self._proxies.get(scheme)
        through = None if proxy is None else urlsplit(proxy if "//" in proxy else f"//{proxy}")
        to, at = (host, port) if through is None else (through.hostname or "", through.port or 80)
        connection = (
            HTTPSConnection(to, at, timeout=deadline.left(), context=self._tls)
            if scheme == "https"
            else HTTPConnection(to, at, timeout=deadline.left())
        )
        if through is not None:
            connection.set_tunnel(host, port, headers=_credentials(through))
        kept: Any = connection
        kept._create_connection = deadline.connect
        try:
            connection.connect()
        except BaseException:
            connection.close()
            raise
        return connection

    def _taken(self, place: Place) -> HTTPConnection | None:
        """Returns an idle connection on which nothing has been received since."""
        idle = self._idle.get(place)
        while idle:
            try:
                connection, since = idle.pop()
            except IndexError:  # another thread took the last one
                return None
            if time.monotonic() - since < _LONGEST_IDLE and _is_quiet(connection.sock):
                return connection
            connection.close()
        return None

    def _put_back(self, place: Place, connection: HTTPConnection) -> None:
        idle = self._idle.setdefault(place, [])
        idle.append((connection, time.monotonic()))
        if len(idle) > _MOST_IDLE:
            idle.pop(0)[0].close()

    def forget(self) -> None:
        """Called in a forked process: the connections belong to the parent, which continues to use them."""
        for idle in self._idle.values():
            for connection, _ in idle:
                # Without telling the server; this closes only this process's own descriptor.
                connection.close()
        self._idle = {}

    def close(self) -> None:
        """Closes idle connections."""
        self.forget()


_ALL: WeakSet[Connections] = WeakSet()


def _forget_all() -> None:
    for connections in list(_ALL):
        connections.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)


def _asked(
    connection: HTTPConnection, request: Request, url: SplitResult, deadline: _Deadline
) -> HTTPResponse:
    connection.sock.settimeout(deadline.left())
    connection.response_class = deadline.answer  # type: ignore[assignment] # pyright: ignore[reportAttributeAccessIssue]
    target = (url.path or "/") + (f"?{url.query}" if url.query else "")
    data = request.body.encode() if request.method == "POST" else None
    connection.request(request.method, target, data, dict(request.headers))
    return connection.getresponse()


def _body(answer: HTTPResponse, most: int) -> bytes:
    if answer.length is not None and answer.length > most:
        raise TransportError("too_large")
    chunks: list[bytes] = []
    size = 0
    while chunk := answer.read(65_536):
        size += len(chunk)
        if size > most:
            raise TransportError("too_large")
        chunks.append(chunk)
    if answer.length:
        # When reading in parts, http.client does not treat a response that ends early as an error.
        raise TransportError("closed")
    return b"".join(chunks)


def _is_quiet(connected: socket.socket) -> bool:
    """Returns whether nothing can be read: the server has neither closed the connection nor sent anything."""
    if connected.fileno() < 0:
        return False
    if hasattr(select, "poll"):
        poll = select.poll()
        poll.register(connected, select.POLLIN)
        return not poll.poll(0)
    return not select.select([connected], [], [], 0)[0]


def _credentials(proxy: SplitResult) -> dict[str, str]:
    if proxy.username is None:
        return {}
    from base64 import b64encode
    from urllib.parse import unquote

    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": f"Basic {b64encode(pair.encode()).decode()}"}


class _Deadline:
    """A deadline for the whole request. A socket's own timeout applies to each operation, and starts again
    with every byte.
    """

    def __init__(self, timeout: float) -> None:
        self.end = time.monotonic() + timeout

    def left(self) -> float:
        """Returns the remaining seconds, never zero: for a socket, zero means not to wait at all."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        return left

    def connect(self, address: tuple[str, int], timeout: object, source: Any) -> socket.socket:
        """Connects to the first of the host's addresses that accepts; each gets a share of the time."""
        found = socket.getaddrinfo(*address, 0, socket.SOCK_STREAM)
        error: OSError | None = None
        for tried, (*_, place) in enumerate(found):
            try:
                share = self.left() / (len(found) - tried)
                connected = socket.create_connection((str(place[0]), int(place[1])), share, source)
                connected.settimeout(self.left())
                return connected
            except OSError as failed:
                error = failed
        raise error or OSError("no address")

    def answer(self, connected: socket.socket, *arguments: Any, **named: Any) -> HTTPResponse:
        """A response that is read from the socket in the remaining time."""
        source: Any = _Source(connected, self)
        return HTTPResponse(source, *arguments, **named)


class _Source:
    """The part of a socket that a response needs."""

    def __init__(self, connected: socket.socket, deadline: _Deadline) -> None:
        self.connected = connected
        self.deadline = deadline

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self))


class _Reader(io.RawIOBase):
    """Reads from a socket, with the remaining time as the timeout of each read."""

    def __init__(self, source: _Source) -> None:
        self._source = source
        # It keeps the socket open until it is closed itself.
        self._file: Any = source.connected.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        self._source.connected.settimeout(self._source.deadline.left())
        count: int = self._file.readinto(buffer)
        return count

    def close(self) -> None:
        self._file.close()
        super().close()


def _reason(error: Exception) -> FailureReason:
    match error:
        case TimeoutError():
            return "timeout"
        case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
            return "closed"
        case ssl.SSLError():
            return "tls"
        case ConnectionResetError() | ConnectionAbortedError() | BrokenPipeError() | HTTPException():
            return "closed"
        case _:
            return "connect"
