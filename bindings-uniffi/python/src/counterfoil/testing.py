"""For tests: a genuine signature without Stripe."""

from __future__ import annotations

from counterfoil import _native

__all__ = ["sign"]


def sign(body: bytes, secret: str, timestamp: int) -> str:
    """The header ``Stripe-Signature`` that Stripe would send for a body.

    ``secret`` is the whole string with its ``whsec_``, ``timestamp`` unix seconds.
    """
    return _native.sign(body, secret, timestamp)
