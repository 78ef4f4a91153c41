"""The ready way to send: ``urllib``, which every Python has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterfoil._handles import Handle
from counterfoil.http import Request, Response

if TYPE_CHECKING:
    import ssl
    from urllib.request import OpenerDirector

__all__ = ["UrllibTransport"]


class UrllibTransport(Handle):
    """The ready transport. It honors the proxy settings of the environment and follows no redirect.

    ``timeout`` is in seconds; ``context`` takes certificates of your own.
    """

    def __init__(self, timeout: float = 80.0, context: ssl.SSLContext | None = None) -> None:
        self._timeout = timeout
        self._context = context
        self._opener: OpenerDirector | None = None

    def send(self, request: Request) -> Response:
        """Sends the request; see :meth:`counterfoil.Transport.send`."""
        # Importing urllib takes as long as everything else here, so it waits for the first request.
        from counterfoil import _urllib

        if self._opener is None:
            self._opener = _urllib.opener(self._context)
        return _urllib.send(self._opener, request, self._timeout)
