"""The ready transport's inside, apart from the rest because importing urllib takes time."""

from __future__ import annotations

import io
import socket
import ssl
import time
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import IO, Any, cast
from urllib.error import URLError
from urllib.request import HTTPErrorProcessor, HTTPHandler, HTTPSHandler, OpenerDirector, build_opener
from urllib.request import Request as UrllibRequest

from counterfoil.http import FailureReason, Request, Response, TransportError


def opener(context: ssl.SSLContext | None) -> OpenerDirector:
    """What opens connections; made once, since reading the system's certificates takes long."""
    return build_opener(_AnyAnswer, _Plain, _Tls(context or ssl.create_default_context()))


def send(opener: OpenerDirector, request: Request, timeout: float, max_response: int) -> Response:
    """Sends a request as it is, and hands back the answer as it came."""
    data = request.body.encode() if request.method == "POST" else None
    message = UrllibRequest(request.url, data, dict(request.headers), method=request.method)
    try:
        with opener.open(message, timeout=timeout) as answer:
            return Response(answer.status, tuple(answer.headers.items()), _body(answer, max_response))
    except (OSError, HTTPException) as error:
        raise TransportError(_reason(error)) from error


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
        # Read in parts, an answer that ends early is no error to http.client.
        raise TransportError("closed")
    return b"".join(chunks)


class _AnyAnswer(HTTPErrorProcessor):
    """Lets every answer through: no redirects, no exceptions for a status."""

    def http_response(self, request: UrllibRequest, response: IO[bytes]) -> IO[bytes]:
        return response

    https_response = http_response


class _Deadline:
    """When all must be over. A socket's own limit is for each operation, and starts again with every byte."""

    def __init__(self, timeout: float) -> None:
        self.end = time.monotonic() + timeout

    def left(self) -> float:
        """The seconds that are left, never none: to a socket, zero means not to wait at all."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        return left

    def connect(self, address: tuple[str, int], timeout: object, source: Any) -> socket.socket:
        """Connects to the first of the host's addresses that accepts; each has its share of the time."""
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
        """An answer that is read from the socket in the time that is left."""
        source: Any = _Source(connected, self)
        return HTTPResponse(source, *arguments, **named)


class _Source:
    """A socket, as far as an answer needs it."""

    def __init__(self, connected: socket.socket, deadline: _Deadline) -> None:
        self.connected = connected
        self.deadline = deadline

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self))


class _Reader(io.RawIOBase):
    """Reads from a socket and gives each read the time that is left."""

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


def _limited(connection: Any, timeout: float) -> Any:
    deadline = _Deadline(timeout)
    connection._create_connection = deadline.connect
    connection.response_class = deadline.answer
    return connection


class _Plain(HTTPHandler):
    def http_open(self, req: UrllibRequest) -> HTTPResponse:
        def connection(host: str, *, timeout: float, **named: Any) -> Any:
            return _limited(HTTPConnection(host, timeout=timeout, **named), timeout)

        return self.do_open(cast(Any, connection), req)


class _Tls(HTTPSHandler):
    def __init__(self, context: ssl.SSLContext) -> None:
        super().__init__(context=context)
        self._tls = context

    def https_open(self, req: UrllibRequest) -> HTTPResponse:
        def connection(host: str, *, timeout: float, **named: Any) -> Any:
            return _limited(HTTPSConnection(host, timeout=timeout, context=self._tls, **named), timeout)

        return self.do_open(cast(Any, connection), req)


def _reason(error: Exception) -> FailureReason:
    cause = error.reason if isinstance(error, URLError) else error
    match cause:
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
