"""The ready way to send: ``urllib``, which every Python has."""

from __future__ import annotations

from counterfoil import _border
from counterfoil._handles import Handle
from counterfoil._typing import TYPE_CHECKING
from counterfoil.http import MAX_RESPONSE, Request, Response

if TYPE_CHECKING:
    import ssl
    from urllib.request import OpenerDirector

__all__ = ["UrllibTransport"]


class UrllibTransport(Handle):
    """The ready transport. It honors the proxy settings of the environment and follows no redirect.

    ``timeout`` is how many seconds a request may take from connecting to the last byte of the response; only
    the system's look-up of the host's name is not counted. ``context`` takes certificates of your own.
    ``max_response`` is how many bytes the body of a response may have, 32 MiB unless given.
    """

    def __init__(
        self,
        timeout: float = 80.0,
        context: ssl.SSLContext | None = None,
        *,
        max_response: int = MAX_RESPONSE,
    ) -> None:
        self._timeout = _border.number(timeout, "timeout")
        self._context = context
        self._max_response = _border.integer(max_response, "max_response")
        self._opener: OpenerDirector | None = None

    def send(self, request: Request) -> Response:
        """Sends the request; see :meth:`counterfoil.Transport.send`."""
        # Importing urllib takes as long as everything else here, so it waits for the first request.
        from counterfoil import _urllib

        if self._opener is None:
            self._opener = _urllib.opener(self._context)
        return _urllib.send(self._opener, request, self._timeout, self._max_response)
