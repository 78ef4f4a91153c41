"""For tests: genuine signatures and events without Stripe, and an offline Stripe."""

from __future__ import annotations

from counterfoil import _border, _parameters, _waist
from counterfoil._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from counterfoil._simulator import StripeSimulator as StripeSimulator

__all__ = ["StripeSimulator", "event_body", "sign"]


def sign(body: bytes, secret: str, timestamp: int) -> str:
    """Returns the header ``Stripe-Signature`` that Stripe would send for a body.

    ``secret`` is the whole string with its ``whsec_``, ``timestamp`` unix seconds.
    """
    time = b"%d" % _border.integer(timestamp, "timestamp")
    given = (_border.short_bytes(body), _border.text(secret, "secret"), time)
    header: bytes = _waist.call(0, b"sign", *given)[0]
    return header.decode()


def event_body(type: str, **options: Any) -> bytes:
    """Returns the body of an event of that type, to be signed with :func:`sign`.

    Options: ``shape`` (``snapshot`` or ``thin``), ``account`` (the merchant's, or ``None`` for an event of
    the platform's own), ``id``, ``created``, ``livemode``, and ``object`` with the members of the object to
    replace. Raises :class:`CounterfoilError` with code ``unknown_event_type`` and others.
    """
    body: bytes = _waist.call(0, b"event_body", _parameters.as_json({"type": type, **options}))[0]
    return body


if not TYPE_CHECKING:

    def __getattr__(name):
        if name == "StripeSimulator":
            from counterfoil._simulator import StripeSimulator

            return StripeSimulator
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
