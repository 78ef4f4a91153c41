"""For tests: genuine signatures and events without Stripe."""

from __future__ import annotations

import json
from typing import Any

from counterfoil import _border, _native
from counterfoil.errors import translated

__all__ = ["event_body", "sign"]


def sign(body: bytes, secret: str, timestamp: int) -> str:
    """The header ``Stripe-Signature`` that Stripe would send for a body.

    ``secret`` is the whole string with its ``whsec_``, ``timestamp`` unix seconds.
    """
    time = _border.integer(timestamp, "timestamp")
    return _native.sign(_border.short_bytes(body), secret, time)


def event_body(type: str, **options: Any) -> bytes:
    """The body of an event of that type, to be signed with :func:`sign`.

    Options: ``shape`` (``snapshot`` or ``thin``), ``account`` (the merchant's, or ``None`` for an event of
    the platform's own), ``id``, ``created``, ``livemode``, and ``object`` with the members of the object that
    are to be others. Raises :class:`CounterfoilError` with code ``unknown_event_type`` and others.
    """
    with translated():
        return _native.event_for_tests(json.dumps({"type": type, **options})).encode()
