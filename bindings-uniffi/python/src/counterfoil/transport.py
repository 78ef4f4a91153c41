"""The ready-made way to send requests: ``http.client``, which every Python has."""

from __future__ import annotations

from counterfoil import _border
from counterfoil._handles import Handle
from counterfoil._typing import TYPE_CHECKING
from counterfoil.http import MAX_RESPONSE, Request, Response

if TYPE_CHECKING:
    import ssl

    from counterfoil._connections import Connections

__all__ = ["HttpTransport"]


class HttpTransport(Handle):
    """The ready-made transport. It keeps connections open between requests, honors the proxy settings of the
    environment and follows no redirect. Threads can share it, and so can forked processes: each opens its own
    connections.

    ``timeout`` is the time limit of a request in seconds, from connecting to the last byte of the response;
    only the DNS lookup is not counted. ``context`` takes your own certificates. ``max_response`` is the
    maximum size of a response's body in bytes, 32 MiB if absent.
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
        self._made: dict[int, Connections] = {}

    def send(self, request: Request) -> Response:
        """Sends the request; see :meth:`counterfoil.Transport.send`."""
        # Importing it takes as long as everything else here, so it waits for the first request. One of
        # several threads creates it for all; a lock could be held by another thread in a fork.
        if not self._made:
            from counterfoil._connections import Connections

            self._made.setdefault(0, Connections(self._context))
        return self._made[0].send(request, self._timeout, self._max_response)

    def close(self) -> None:
        """Closes idle connections. The transport can be used again afterwards."""
        for connections in self._made.values():
            connections.close()
