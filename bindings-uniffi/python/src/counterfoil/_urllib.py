"""The ready transport's inside, apart from the rest because importing urllib takes time."""

from __future__ import annotations

import ssl
from http.client import HTTPException
from typing import IO
from urllib.error import URLError
from urllib.request import HTTPErrorProcessor, HTTPSHandler, OpenerDirector, build_opener
from urllib.request import Request as UrllibRequest

from counterfoil.http import FailureReason, Request, Response, TransportError


def opener(context: ssl.SSLContext | None) -> OpenerDirector:
    """What opens connections; made once, since reading the system's certificates takes long."""
    return build_opener(_AnyAnswer, HTTPSHandler(context=context or ssl.create_default_context()))


def send(opener: OpenerDirector, request: Request, timeout: float) -> Response:
    """Sends a request as it is, and hands back the answer as it came."""
    data = request.body.encode() if request.method == "POST" else None
    message = UrllibRequest(request.url, data, dict(request.headers), method=request.method)
    try:
        with opener.open(message, timeout=timeout) as answer:
            return Response(answer.status, tuple(answer.headers.items()), answer.read())
    except (OSError, HTTPException) as error:
        raise TransportError(_reason(error)) from error


class _AnyAnswer(HTTPErrorProcessor):
    """Lets every answer through: no redirects, no exceptions for a status."""

    def http_response(self, request: UrllibRequest, response: IO[bytes]) -> IO[bytes]:
        return response

    https_response = http_response


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
