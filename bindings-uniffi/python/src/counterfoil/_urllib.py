"""What urllib has to be taught, apart from the rest because importing urllib takes time."""

from __future__ import annotations

import ssl
from http.client import HTTPException
from typing import IO
from urllib.error import URLError
from urllib.request import HTTPErrorProcessor, Request

from counterfoil.http import FailureReason


class AnyAnswer(HTTPErrorProcessor):
    """Hands back every answer as it is: no redirects, no exceptions for a status."""

    def http_response(self, request: Request, response: IO[bytes]) -> IO[bytes]:
        """Takes any status."""
        return response

    https_response = http_response


def reason_of(error: BaseException) -> FailureReason:
    """Why there was no answer."""
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
