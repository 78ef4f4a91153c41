"""Words and interfaces for annotations; imported when one of them is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from counterfoil.http import Request, Response

__all__ = [
    "Action",
    "FailureReason",
    "IgnoredReason",
    "MethodSetting",
    "Mode",
    "OutcomeKind",
    "PlanStatus",
    "State",
    "Transport",
]

State = Literal["open", "awaiting_payment", "fulfilled", "failed", "expired"]
"""Where an order stands. Keep it in the order's row; a new order is ``open``."""

Action = Literal["none", "fulfill", "fulfill_late", "await_payment", "contact_customer", "release"]
"""The one thing to do now. ``fulfill_late`` is ``fulfill`` for an order that was given up: do fulfill it, and
have somebody look."""

OutcomeKind = Literal[
    "paid",
    "awaiting_payment",
    "payment_failed",
    "expired",
    "nothing_to_pay",
    "setup_complete",
    "still_open",
    "payment_changed",
    "refunded",
    "refund_changed",
    "dispute_changed",
    "fee_changed",
    "fee_refund_changed",
    "invoice_paid",
    "invoice_failed",
    "subscription_changed",
    "account_changed",
    "capability_changed",
    "disconnected",
    "fetch",
    "ignored",
]
"""What happened. The first seven come with a session, ``still_open`` from :func:`reconcile` alone; no order
moves by the others."""

IgnoredReason = Literal[
    "other_type", "wrong_source", "wrong_mode", "unknown_payment_status", "unreadable_object"
]
"""Why there is nothing to act on."""

PlanStatus = Literal["pending", "active", "past_due", "suspended", "canceled"]
"""How a subscription stands, as far as providing its plan is concerned; see :func:`plan_status`."""

FailureReason = Literal["connect", "timeout", "closed", "tls", "too_large"]
"""Why no response came: no connection, the time limit, a connection that ended early, a certificate, a body
that is longer than the transport takes."""


Mode = Literal["payment", "subscription", "setup"]
"""What a Checkout Session is for."""

MethodSetting = Literal["on_by_default", "off_by_default", "blocked"]
"""What a platform's default says of a payment method."""


class Transport(Protocol):
    """Sends one request, once. Anything with this method will do."""

    def send(self, request: Request) -> Response:
        """Returns the response, whatever its status, or raises :class:`TransportError`.

        Redirects must not be followed: they would carry the key to another server.
        """
        ...
