"""What all frameworks share: a delivery is an event, or a response."""

from __future__ import annotations

import logging

from counterfoil.errors import WebhookError
from counterfoil.webhooks import Event, Webhooks

__all__ = ["SIGNATURE", "TOO_LARGE", "Refused", "refused", "too_large", "verified"]

SIGNATURE = "Stripe-Signature"
"""The header's name."""

TOO_LARGE = "the body is too large"
"""The response of a framework that accepts no more bytes."""

_LOG = logging.getLogger("counterfoil.webhooks")


class Refused(Exception):
    """A delivery with an immediate response."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


def verified(webhooks: Webhooks, body: bytes, signature: str | bytes | None) -> Event:
    """Returns the event. Raises :class:`Refused`, and logs the diagnosis."""
    try:
        return webhooks.verify(body, signature)
    except WebhookError as rejected:
        _LOG.warning("rejected a delivery: %s: %s", rejected.code, rejected.diagnosis)
        raise Refused(rejected.response_status, rejected.message) from None


def too_large(most: int) -> Refused:
    """Returns the rejection of a body that was not read to its end."""
    _LOG.warning("rejected a delivery: body_too_large: it has more than %d bytes", most)
    return Refused(413, TOO_LARGE)


def refused(code: str, text: str) -> Refused:
    """The refusal of what is not even a body."""
    _LOG.warning("refused a delivery: %s: %s", code, text)
    return Refused(400, text)
