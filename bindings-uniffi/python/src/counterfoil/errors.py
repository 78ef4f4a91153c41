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
    or its type where Stripe sends no code. The text says what to do and never holds a secret, nor Stripe's
    own text, which is ``stripe_message``.
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
    advice_code: str | None
    """What the issuer advises after a decline."""
    param: str | None
    """The parameter that Stripe names."""
    stripe_message: str | None
    """Stripe's own text, meant for developers. It can repeat what the request held, such as an address."""
    doc_url: str | None
    """A page about the code."""
    request_log_url: str | None
    """The request in the Dashboard's log."""
    payment_intent: str | None
    """The id of the payment intent that it is about."""
    replayed: bool
    """Whether Stripe repeated a stored answer to an earlier request with the same idempotency key."""
    advice: str | None
    """What to do about a refusal: ``retry``, ``new_key``, ``fix_request``, ``fix_key``, ``ask_customer`` or
    ``contact_stripe``."""

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
        advice_code: str | None = None,
        param: str | None = None,
        stripe_message: str | None = None,
        doc_url: str | None = None,
        request_log_url: str | None = None,
        payment_intent: str | None = None,
        replayed: bool = False,
        advice: str | None = None,
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
        self.advice_code = advice_code
        self.param = param
        self.stripe_message = stripe_message
        self.doc_url = doc_url
        self.request_log_url = request_log_url
        self.payment_intent = payment_intent
        self.replayed = replayed
        self.advice = advice

    def __reduce__(self) -> tuple[object, ...]:
        return (_made_again, (type(self), self.message, vars(self)))

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

    def __reduce__(self) -> tuple[object, ...]:
        return (_made_again, (type(self), self.message, vars(self)))

    def __repr__(self) -> str:
        return f"WebhookRejected({self.code}: {self.diagnosis})"


def _made_again(kind: type[Exception], message: str, fields: dict[str, object]) -> Exception:
    """An exception from another process, which Python would make from its text alone."""
    error = kind.__new__(kind, message)
    vars(error).update(fields)
    return error


# The class and its only variant are put together at import time, out of sight of type checkers.
_NativeError = cast("type[Exception]", NativeError)


@contextmanager
def translated() -> Generator[None, None, None]:
    """Turns the native library's exception into ours, without the native one as its context."""
    try:
        yield
    except _NativeError as error:
        raise _translate(vars(error)["details"]) from None


@contextmanager
def rejected() -> Generator[None, None, None]:
    """The same where a delivery is refused."""
    try:
        yield
    except _NativeError as error:
        details: ErrorDetails = vars(error)["details"]
        raise WebhookRejected(details.code, details.text, details.diagnosis or "") from None


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
        advice_code=stripe.advice_code if stripe else None,
        param=stripe.param if stripe else None,
        stripe_message=stripe.text if stripe else None,
        doc_url=stripe.doc_url if stripe else None,
        request_log_url=stripe.request_log_url if stripe else None,
        payment_intent=stripe.payment_intent if stripe else None,
        replayed=stripe.replayed if stripe else False,
        advice=stripe.advice if stripe else None,
    )
