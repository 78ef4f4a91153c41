"""Words and interfaces for annotations; imported when one of them is first used."""

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
"""Whether to provide a subscription's plan; see :func:`plan_status`."""

Advice = Literal["retry", "new_key", "fix_request", "fix_key", "ask_customer", "contact_stripe"]
"""What to do about an error.

``retry``: Send the same request again later, with the same idempotency key.

``new_key``: The key was used for another request, or for a failure that Stripe keeps repeating: see whether
the object exists, then use a new key.

``fix_request``: The request is wrong, or asks for something that does not exist; the same one will fail
again.

``fix_key``: The secret key is wrong, lacks a permission, or has no access to the account.

``ask_customer``: The payment was declined: the customer should use another payment method.

``contact_stripe``: There is nothing that you could do yourself; give Stripe's support the request id.
"""

FailureReason = Literal["connect", "timeout", "closed", "tls", "too_large"]
"""Why there is no response: no connection, a timeout, a connection that closed early, a certificate, a body
that is longer than the transport accepts.
"""


class Transport(Protocol):
    """Sends one request, once. Any object with this method will do."""

    def send(self, request: Request) -> Response:
        """Returns the response, whatever its status, or raises :class:`TransportError`.

        Redirects must not be followed: they would carry the key to another server.
        """
        ...
