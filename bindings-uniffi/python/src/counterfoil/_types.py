"""Words and interfaces for annotations; imported when one of them is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from counterfoil._literals import Action as Action
from counterfoil._literals import IgnoredReason as IgnoredReason
from counterfoil._literals import MethodSetting as MethodSetting
from counterfoil._literals import Mode as Mode
from counterfoil._literals import OutcomeKind as OutcomeKind
from counterfoil._literals import State as State

if TYPE_CHECKING:
    from counterfoil.http import Request, Response

PlanStatus = Literal["pending", "active", "past_due", "suspended", "canceled"]
"""How a subscription stands, as far as providing its plan is concerned; see :func:`plan_status`."""

FailureReason = Literal["connect", "timeout", "closed", "tls", "too_large"]
"""Why no response came: no connection, the time limit, a connection that ended early, a certificate, a body
that is longer than the transport takes."""


class Transport(Protocol):
    """Sends one request, once. Anything with this method will do."""

    def send(self, request: Request) -> Response:
        """Returns the response, whatever its status, or raises :class:`TransportError`.

        Redirects must not be followed: they would carry the key to another server.
        """
        ...
