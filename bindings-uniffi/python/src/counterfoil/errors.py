"""What can go wrong: one base class, and below it the same kinds as in Stripe's own package."""

from __future__ import annotations

from counterfoil._typing import TYPE_CHECKING
from counterfoil._value import Value

if TYPE_CHECKING:
    from typing import Any

    from counterfoil._types import Advice

__all__ = [
    "APIConnectionError",
    "APIError",
    "AuthenticationError",
    "CardError",
    "CounterfoilError",
    "Fault",
    "IdempotencyError",
    "InvalidRequestError",
    "PermissionDeniedError",
    "RateLimitError",
    "WebhookError",
    "WrongTypeError",
]


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
    """Everything that this package raises: a fault in what the caller passed, an error from Stripe, a missing
    response, a delivery that is not genuine. Its subclasses are the kinds.

    Match on ``code``: it is stable and the same in every language. For an error from Stripe it is Stripe's
    own code, or its type if Stripe sends no code. The message says what to do and never contains a secret or
    Stripe's own message, which is ``stripe_message``. Exceptions can be pickled and copied with all their
    fields.
    """

    code: str
    """The stable code."""
    message: str
    """What to do about it."""
    faults: tuple[Fault, ...]
    """Everything that was wrong with the caller's values, reported together; empty for other errors."""
    status: int | None
    """The HTTP status, if there was a response."""
    request_id: str | None
    """The request id to give to Stripe's support."""
    type: str | None
    """Stripe's ``type``, such as ``card_error``; ``None`` unless the error is from Stripe."""
    stripe_code: str | None
    """Stripe's ``code``, such as ``resource_missing``."""
    decline_code: str | None
    """The issuer's reason for a declined card."""
    advice_code: str | None
    """The issuer's advice after a decline."""
    param: str | None
    """The parameter that Stripe names."""
    stripe_message: str | None
    """Stripe's own message, meant for developers. It can repeat content of the request, such as an address.
    """
    doc_url: str | None
    """A page about the code."""
    request_log_url: str | None
    """The request in the Dashboard's log."""
    payment_intent: str | None
    """The id of the payment intent that it is about."""
    replayed: bool
    """Whether Stripe repeated its stored response to an earlier request with the same idempotency key."""
    advice: Advice | None
    """What to do about it: ``retry``, ``new_key``, ``fix_request``, ``fix_key``, ``ask_customer`` or
    ``contact_stripe``; ``None`` if none of these would help, and for deliveries.
    """

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
        advice: Advice | None = None,
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

    @property
    def retryable(self) -> bool:
        """Whether the same request, with the same idempotency key, may succeed later. The package's own
        retries are over by then.
        """
        return self.advice == "retry"

    def __reduce__(self) -> tuple[object, ...]:
        return (_made_again, (type(self), self.message, vars(self)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.code}: {self.message})"


class InvalidRequestError(CounterfoilError):
    """The request is wrong, or names something that does not exist: found before it was sent, with all
    ``faults``, or by Stripe. The same request will fail again.
    """


class WrongTypeError(InvalidRequestError, TypeError):
    """A value of a type that is not accepted, as for any Python function."""


class CardError(CounterfoilError):
    """A payment was declined; see ``decline_code`` and ``advice_code``."""


class RateLimitError(CounterfoilError):
    """Too many requests to Stripe, or two at the same time for the same object."""


class AuthenticationError(CounterfoilError):
    """The secret key is not, or no longer, one of Stripe's."""


class PermissionDeniedError(CounterfoilError):
    """The secret key has no permission for this, or not on this account: ``stripe.PermissionError``, under a
    name that does not hide Python's own.
    """


class IdempotencyError(CounterfoilError):
    """The idempotency key was used before, for another request."""


class APIConnectionError(CounterfoilError):
    """There is no response, so it is unknown whether Stripe acted: repeat the request with the same key."""


class APIError(CounterfoilError):
    """Stripe failed, or the response contains something else than the requested object."""


class WebhookError(CounterfoilError):
    """A delivery that is not a genuine event. Respond with 400 (413 for ``body_too_large``) and change
    nothing.

    ``message``, which is also the exception's text, is safe to return to whoever sent the request.
    """

    diagnosis: str
    """What the operator should look at. For the log only; it contains no secret and nothing of the body."""

    def __init__(self, code: str, message: str, diagnosis: str) -> None:
        super().__init__(code, message)
        self.diagnosis = diagnosis

    @property
    def response_status(self) -> int:
        """The HTTP status to respond with: 413 for a body that is too large, else 400."""
        return 413 if self.code == "body_too_large" else 400

    def __repr__(self) -> str:
        return f"WebhookError({self.code}: {self.diagnosis})"


def _made_again(kind: type[Exception], message: str, fields: dict[str, object]) -> Exception:
    """Restores an exception from another process, which Python would create from its text alone."""
    error = kind.__new__(kind, message)
    vars(error).update(fields)
    return error


def failed(text: bytes) -> Exception:
    """Returns the exception for an error of the library."""
    from json import loads

    said: dict[str, Any] = loads(text)
    code, message = said["code"], said["message"]
    if "diagnosis" in said:
        return WebhookError(code, message, said["diagnosis"])
    if code == "internal":
        return AssertionError(f"the native library was called wrongly; please report this: {message}")
    stripe: dict[str, Any] = said["stripe"] or {}
    kind, advice = _kind(said, stripe)
    return kind(
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
        advice=advice,
    )


def _kind(said: dict[str, Any], stripe: dict[str, Any]) -> tuple[type[CounterfoilError], Advice | None]:
    """Returns the class of an error, as Stripe's own package would choose it, and the advice."""
    if said["faults"]:
        return InvalidRequestError, "fix_request"
    if not stripe:
        code: str = said["code"]
        again: Advice | None = "retry" if code in _AGAIN else None
        return (APIConnectionError if code in _UNANSWERED else APIError), again
    return _refused(said["status"], stripe), stripe["advice"]


def _refused(status: int | None, stripe: dict[str, Any]) -> type[CounterfoilError]:
    if status == 429 or stripe.get("code") in ("rate_limit", "lock_timeout"):
        return RateLimitError
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if stripe["type"] == "idempotency_error":
        return IdempotencyError
    if stripe["type"] == "card_error":
        return CardError
    return InvalidRequestError if status in (400, 404) and stripe["type"] != "api_error" else APIError


_BY_STATUS: dict[int | None, type[CounterfoilError]] = {
    401: AuthenticationError,
    402: CardError,
    403: PermissionDeniedError,
}
_UNANSWERED = frozenset(
    ("connection_closed", "connection_failed", "response_too_large", "timeout", "tls_failed")
)
_AGAIN = frozenset(("connection_closed", "connection_failed", "timeout", "unreadable_answer"))


def wrong(path: str, code: str, expected: str) -> InvalidRequestError:
    """Returns the error of one wrong value."""
    text = f"{path}: {expected}" if path else expected
    return InvalidRequestError(code, text, faults=(Fault(path, code, expected),), advice="fix_request")


def wrong_type(path: str, expected: str, code: str = "wrong_type") -> WrongTypeError:
    """Returns the error of one value of a type that is not accepted."""
    text = f"{path}: {expected}" if path else expected
    return WrongTypeError(code, text, faults=(Fault(path, code, expected),), advice="fix_request")
