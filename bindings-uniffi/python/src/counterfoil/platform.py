"""Who calls: a platform, on behalf of its merchants."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from counterfoil import _native
from counterfoil.errors import translated
from counterfoil.http import FailureReason, Request, Response, Transport, TransportError
from counterfoil.records import CreateSession, Session, reread
from counterfoil.transport import UrllibTransport

__all__ = [
    "API_VERSION",
    "Call",
    "Checkout",
    "Merchant",
    "Platform",
    "Retry",
    "Sessions",
    "read_session",
    "retry_after",
]

API_VERSION: str = _native.api_version()
"""The version of Stripe's API that this package is written against and asks for."""


class Platform:
    """A platform: its secret key, and how it talks to Stripe. Make one and keep it.

    What is left out has the library's default: Stripe itself, :data:`API_VERSION`, two retries,
    :class:`UrllibTransport`.
    """

    def __init__(
        self,
        *,
        secret_key: str,
        api_base: str | None = None,
        api_version: str | None = None,
        max_retries: int | None = None,
        transport: Transport | None = None,
    ) -> None:
        with translated():
            self._native = _native.NativePlatform(secret_key, api_base, api_version, max_retries)
        self._transport = transport or UrllibTransport()

    def merchant(self, account: str) -> Merchant:
        """The merchant that has this connected account, ``acct_…``.

        Everything done through it happens on that account. For a webhook, pass ``event.account``: what
        the event tells of exists on that account only.
        """
        with translated():
            self._native.check_account(account)
        return Merchant(account, Checkout(Sessions(account, self._native, self._transport)))


@dataclass(frozen=True)
class Merchant:
    """One merchant of a platform: every call made through it carries the connected account."""

    account: str
    """The merchant's connected account."""
    checkout: Checkout
    """Hosted Checkout on that account."""


@dataclass(frozen=True)
class Checkout:
    """The hosted page on which the merchant's customers pay."""

    sessions: Sessions
    """Checkout Sessions."""


class Sessions:
    """The Checkout Sessions of one merchant."""

    def __init__(self, account: str, native: _native.NativePlatform, transport: Transport) -> None:
        self._account = account
        self._native = native
        self._transport = transport

    def create(self, params: CreateSession | Mapping[str, object], *, idempotency_key: str) -> Session:
        """Creates a session. Answer the customer's click with 303 to its ``url``.

        Parameters are a record, or plain dictionaries with the same names.

        Take the idempotency key from what must happen once, such as the order's id, never from a random
        number: a second click must come up with the same key, and gets the first click's session.
        """
        return self._send(self.create_call(params, idempotency_key=idempotency_key))

    def retrieve(self, id: str) -> Session:
        """Reads a session; on any other account it does not exist."""
        return self._send(self.retrieve_call(id))

    def create_call(self, params: CreateSession | Mapping[str, object], *, idempotency_key: str) -> Call:
        """Checks everything :meth:`create` checks, and sends nothing: for an HTTP client of your own."""
        record = params if isinstance(params, CreateSession) else reread(params)
        with translated():
            try:
                native = self._native.create_session(self._account, record, idempotency_key)
            except (AttributeError, TypeError, ValueError):
                # Something is of another type than its field. What can be taken for it is.
                native = self._native.create_session(self._account, reread(record), idempotency_key)
        return Call(native)

    def retrieve_call(self, id: str) -> Call:
        """What :meth:`retrieve` would send, for an HTTP client of your own."""
        with translated():
            return Call(self._native.retrieve_session(self._account, id))

    def _send(self, call: Call) -> Session:
        # Not at the top: importing it takes longer than this package's own modules.
        from random import random

        while True:
            outcome: Response | TransportError
            try:
                outcome = self._transport.send(call.request)
            except TransportError as error:
                outcome = error
            match call.receive(outcome, random()):
                case Retry() as retry:
                    time.sleep(retry.after)
                case session:
                    return session


class Call:
    """A checked request on its way, with its attempts counted.

    Send ``request`` and pass what came back, or why nothing did, to :meth:`receive`.
    """

    request: Request
    """What to send, for this attempt and every later one. The bytes never change."""

    def __init__(self, native: _native.SessionCall) -> None:
        self._native = native
        request = native.request()
        headers = tuple((header.name, header.value) for header in request.headers)
        self.request = Request(request.method, request.url, headers, request.body)

    def receive(self, outcome: Response | TransportError, jitter: float) -> Session | Retry:
        """Says whether that was the end, or how long to wait before the same request is sent again.

        ``jitter`` is a random number from 0 to 1. Raises :class:`CounterfoilError` where the end is an
        error: a refusal by Stripe, an answer that is not what was asked for, no answer at all.
        """
        with translated():
            if isinstance(outcome, Response):
                verdict = self._native.receive(_native_response(outcome), jitter)
            else:
                verdict = self._native.receive_failure(_native_failure(outcome.reason), jitter)
        if verdict.session is not None:
            return verdict.session
        return Retry(verdict.retry_after_ms or 0)


@dataclass(frozen=True)
class Retry:
    """Wait, then send the same request again."""

    after_ms: int
    """How long to wait, in milliseconds."""

    @property
    def after(self) -> float:
        """How long to wait, in seconds."""
        return self.after_ms / 1000


def read_session(response: Response) -> Session:
    """Reads an answer to creating or retrieving a session, for hosts that retry by themselves."""
    with translated():
        return _native.read_session(_native_response(response))


def retry_after(
    outcome: Response | TransportError, *, attempt: int, max_retries: int, jitter: float
) -> Retry | None:
    """The verdict on one attempt, the first being 1; ``None`` if there should be no other."""
    response = _native_response(outcome) if isinstance(outcome, Response) else None
    failure = None if isinstance(outcome, Response) else _native_failure(outcome.reason)
    with translated():
        after = _native.retry_after_ms(attempt, max_retries, response, failure, jitter)
    return None if after is None else Retry(after)


def _native_response(response: Response) -> _native.HttpResponse:
    headers = [_native.HttpHeader(name=name, value=value) for name, value in response.headers]
    return _native.HttpResponse(status=response.status, headers=headers, body=response.body)


def _native_failure(reason: FailureReason) -> _native.TransportFailure:
    return _native.TransportFailure[reason.upper()]
