"""HTTP as data: the request to send, the response, and why there is none."""

from __future__ import annotations

from counterfoil._handles import Handle
from counterfoil._typing import TYPE_CHECKING
from counterfoil._value import Value
from counterfoil.errors import APIConnectionError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from counterfoil._types import FailureReason as FailureReason
    from counterfoil._types import Transport as Transport

__all__ = ["MAX_RESPONSE", "FailureReason", "Request", "Response", "Transport", "TransportError"]

MAX_RESPONSE = 32 * 1024 * 1024
"""How many bytes the body of a response may have, unless a transport is told otherwise. It is many times what
Stripe sends; what is longer comes from something in between."""


class Request(Handle):
    """A request, to be sent as it is by any HTTP client.

    Its ``repr`` leaves out the key, the query and the body; ``vars``, ``dataclasses.asdict`` and ``pickle``
    do not contain them. Do not log ``headers``: one of them is the platform's secret key.
    """

    __slots__ = ("_body", "_headers", "_method", "_url")

    _instead: ClassVar[str] = "it holds the secret key; save() its call, and resume() that there"

    def __init__(self, method: str, url: str, headers: tuple[tuple[str, str], ...], body: str) -> None:
        self._method = method
        self._url = url
        self._headers = headers
        self._body = body

    @property
    def method(self) -> str:
        """``GET``, ``POST`` or ``DELETE``."""
        return self._method

    @property
    def url(self) -> str:
        """The whole URL, including the query."""
        return self._url

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """Every header that Stripe needs, including the content type of the body."""
        return self._headers

    @property
    def body(self) -> str:
        """The body, form-encoded or JSON as its content type says; empty unless it is a ``POST``."""
        return self._body

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Request) and self._all() == other._all()

    def __hash__(self) -> int:
        return hash(self._all())

    def _all(self) -> tuple[object, ...]:
        return (self._method, self._url, self._headers, self._body)

    def __repr__(self) -> str:
        shown = {
            name: "(secret)" if name.lower() == "authorization" else value for name, value in self.headers
        }
        size, url = len(self.body.encode()), self.url.partition("?")[0]
        return f"Request(method={self.method!r}, url={url!r}, headers={shown!r}, body=({size} bytes))"


class Response(Value):
    """A response. Pass on all headers: the request id and Stripe's advice on retries are among them."""

    __slots__ = ("status", "headers", "body")

    _hidden: ClassVar[frozenset[str]] = frozenset({"body"})

    status: int
    """The HTTP status."""
    headers: Sequence[tuple[str, str]]
    """All headers, in any order and case."""
    body: bytes
    """The body as received, after decompression."""

    def __init__(self, status: int, headers: Sequence[tuple[str, str]], body: bytes) -> None:
        self._fill(status, headers, body)


class TransportError(APIConnectionError):
    """There is no response. A transport raises this; whether to retry depends on the reason. The error that
    the calls finally raise is an :class:`APIConnectionError` with the library's message.
    """

    reason: FailureReason
    """Why there is no response."""

    def __init__(self, reason: FailureReason) -> None:
        super().__init__(_CODES.get(reason, "connection_failed"), f"no response came: {reason}")
        self.reason = reason


_CODES = {
    "closed": "connection_closed",
    "timeout": "timeout",
    "tls": "tls_failed",
    "too_large": "response_too_large",
}


if not TYPE_CHECKING:

    def __getattr__(name):
        if name in ("FailureReason", "Transport"):
            from counterfoil import _types

            return getattr(_types, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
