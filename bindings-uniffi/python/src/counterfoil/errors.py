"""What can go wrong, as two exceptions."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from counterfoil._native import ErrorDetails, NativeError

__all__ = ["CounterfoilError", "Fault", "WebhookRejected"]


@dataclass(frozen=True)
class Fault:
    """One wrong value: where it is, which rule it breaks, and what was expected."""

    path: str
    """Stripe's parameter path, such as ``line_items[3].quantity``; empty for the value as a whole."""
    code: str
    """The rule, in stable snake case."""
    message: str
    """What was expected."""


class CounterfoilError(Exception):
    """A fault in what the caller passed, a refusal by Stripe, or an answer that could not be had.

    Match on ``code``: it is stable and the same in every language. For a refusal it is Stripe's own code,
    or its type where Stripe sends no code. The text says what to do and never holds a secret.
    """

    code: str
    """The stable code."""
    message: str
    """What to do about it."""
    faults: tuple[Fault, ...]
    """Everything that was wrong with the caller's own values; empty for other errors."""
    status: int | None
    """The HTTP status, where there was an answer."""
    request_id: str | None
    """The id to give Stripe's support."""
    type: str | None
    """Stripe's ``type``, such as ``card_error``; ``None`` unless Stripe refused the request."""
    stripe_code: str | None
    """Stripe's ``code``, such as ``resource_missing``."""
    decline_code: str | None
    """The issuer's reason for a declined card."""
    param: str | None
    """The parameter that Stripe names."""
    replayed: bool
    """Whether Stripe repeated a stored answer to an earlier request with the same idempotency key."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        faults: tuple[Fault, ...] = (),
        status: int | None = None,
        request_id: str | None = None,
        type: str | None = None,
        stripe_code: str | None = None,
        decline_code: str | None = None,
        param: str | None = None,
        replayed: bool = False,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.faults = faults
        self.status = status
        self.request_id = request_id
        self.type = type
        self.stripe_code = stripe_code
        self.decline_code = decline_code
        self.param = param
        self.replayed = replayed

    def __repr__(self) -> str:
        return f"CounterfoilError({self.code}: {self.message})"


class WebhookRejected(Exception):
    """A delivery that is not a genuine event. Answer it with 400 (413 for ``body_too_large``) and change
    nothing.

    ``message``, which is also the exception's text, is safe to return to whoever sent the request.
    """

    code: str
    """The reason in stable snake case, such as ``signature_mismatch``."""
    message: str
    """A text for the answer."""
    diagnosis: str
    """What the operator should look at. For the log only; it holds no secret and nothing of the body."""

    def __init__(self, code: str, message: str, diagnosis: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.diagnosis = diagnosis

    def __repr__(self) -> str:
        return f"WebhookRejected({self.code}: {self.diagnosis})"


# The class and its only variant are put together at import time, out of sight of type checkers.
_NativeError = cast("type[Exception]", NativeError)


@contextmanager
def translated() -> Generator[None, None, None]:
    """Turns the native library's exception into ours, without the native one as its context."""
    try:
        yield
    except _NativeError as error:
        raise _translate(vars(error)["details"]) from None


def _translate(details: ErrorDetails) -> CounterfoilError:
    stripe = details.stripe
    return CounterfoilError(
        details.code,
        details.text,
        faults=tuple(Fault(fault.path, fault.code, fault.text) for fault in details.faults),
        status=details.status,
        request_id=details.request_id,
        type=stripe.kind if stripe else None,
        stripe_code=stripe.stripe_code if stripe else None,
        decline_code=stripe.decline_code if stripe else None,
        param=stripe.param if stripe else None,
        replayed=stripe.replayed if stripe else False,
    )
