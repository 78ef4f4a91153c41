"""What can go wrong, as two exceptions."""

from __future__ import annotations

from counterfoil._typing import TYPE_CHECKING
from counterfoil._value import Value

if TYPE_CHECKING:
    from typing import Any

__all__ = ["CounterfoilError", "Fault", "WebhookError"]


class Fault(Value):
    """One wrong value: where it is, which rule it breaks, and what was expected."""

    __slots__ = ("path", "code", "message")

    path: str
    """Stripe's parameter path, such as ``line_items[3].quantity``; empty for the value as a whole."""
    code: str
    """The rule, in stable snake case."""
    message: str
    """What was expected."""

    def __init__(self, path: str, code: str, message: str) -> None:
        self._fill(path, code, message)


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


class WebhookError(Exception):
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
        return f"WebhookError({self.code}: {self.diagnosis})"


def _made_again(kind: type[Exception], message: str, fields: dict[str, object]) -> Exception:
    """An exception from another process, which Python would make from its text alone."""
    error = kind.__new__(kind, message)
    vars(error).update(fields)
    return error


def failed(text: bytes) -> Exception:
    """The exception of what the library says went wrong."""
    from json import loads

    said: dict[str, Any] = loads(text)
    code, message = said["code"], said["message"]
    if "diagnosis" in said:
        return WebhookError(code, message, said["diagnosis"])
    if code == "internal":
        return AssertionError(f"the native library was called wrongly; please report this: {message}")
    stripe: dict[str, Any] = said["stripe"] or {}
    return CounterfoilError(
        code,
        message,
        faults=tuple(Fault(fault["path"], fault["code"], fault["message"]) for fault in said["faults"]),
        status=said["status"],
        request_id=said["request_id"],
        type=stripe.get("type"),
        stripe_code=stripe.get("code"),
        decline_code=stripe.get("decline_code"),
        advice_code=stripe.get("advice_code"),
        param=stripe.get("param"),
        stripe_message=stripe.get("message"),
        doc_url=stripe.get("doc_url"),
        request_log_url=stripe.get("request_log_url"),
        payment_intent=stripe.get("payment_intent"),
        replayed=stripe.get("replayed", False),
        advice=stripe.get("advice"),
    )


def wrong(path: str, code: str, expected: str) -> CounterfoilError:
    """The error of one wrong value."""
    text = f"{path}: {expected}" if path else expected
    return CounterfoilError(code, text, faults=(Fault(path, code, expected),))
