"""Calls: a checked request on its way, alone or page after page."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, TypeVar, cast

from counterfoil import _border, _native
from counterfoil._handles import Handle
from counterfoil.errors import translated
from counterfoil.http import FailureReason, Request, Response, Transport, TransportError
from counterfoil.parameters import as_json, read_operation

__all__ = ["Call", "Caller", "Checker", "Page", "Pages", "Resource", "Retry", "read_answer", "retry_after"]

Answer = TypeVar("Answer")
Item = TypeVar("Item")


@dataclass(frozen=True)
class Retry:
    """Wait, then send the same request again."""

    after_ms: int
    """How long to wait, in milliseconds."""

    @property
    def after(self) -> float:
        """How long to wait, in seconds."""
        return self.after_ms / 1000


class Call(Handle, Generic[Answer]):
    """A checked request on its way, with its attempts counted.

    Send ``request`` and pass what came back, or why nothing did, to :meth:`receive`. A copy is the same
    call; to go on with it in another process, :meth:`save` it.
    """

    _instead: ClassVar[str] = "save() it, and resume() it there"

    request: Request
    """What to send, for this attempt and every later one. The bytes never change."""

    def __init__(self, native: _native.NativeCall) -> None:
        self._native = native
        request = native.request()
        headers = tuple((header.name, header.value) for header in request.headers)
        self.request = Request(request.method, request.url, headers, request.body)

    @property
    def attempt(self) -> int:
        """Which attempt is under way; the first is 1."""
        return self._native.attempt()

    def save(self) -> str:
        """The call as one line of text without the secret key, to go on with it in another process: see
        :meth:`Platform.resume`. Save it before the request is sent, and a crash cannot lead to a second
        purchase.
        """
        return self._native.save()

    def receive(self, outcome: Response | TransportError, jitter: float) -> Answer | Retry:
        """Says whether that was the end, or how long to wait before the same request is sent again.

        ``jitter`` is a random number from 0 to 1. Raises :class:`CounterfoilError` where the end is an
        error: a refusal by Stripe, an answer that is not what was asked for, no answer at all.
        """
        jitter = _border.number(jitter, "jitter")
        with translated():
            if isinstance(outcome, Response):
                verdict = self._native.receive(native_response(outcome), jitter)
            else:
                verdict = self._native.receive_failure(native_failure(outcome.reason), jitter)
        if verdict.answer is None:
            return Retry(verdict.retry_after_ms or 0)
        following = self._native.next_page() if verdict.answer.is_page else None
        return cast(Answer, _answer(verdict.answer, following))

    def __repr__(self) -> str:
        return f"Call({self.request!r})"


@dataclass(frozen=True)
class Page(Generic[Item]):
    """One page of a list."""

    data: list[Item]
    """The objects of this page, the newest first."""
    has_more: bool
    """Whether there are more beyond this page."""
    next: Call[Page[Item]] | None = None
    """The call for the next page, for an HTTP client of your own; ``None`` after the last. A page with one
    cannot be pickled: pass ``data``, and :meth:`Call.save` the call."""
    replayed: bool = field(default=False, compare=False)
    """Whether this is Stripe's stored answer to an earlier request with the same idempotency key."""


class Pages(Handle, Generic[Item]):
    """A list that is being asked for: loop over it for all objects of all pages, one request a page, or
    take :meth:`page` by page.
    """

    def __init__(self, caller: Caller, first: Call[Page[Item]]) -> None:
        self._caller = caller
        self._first = first

    def page(self) -> Page[Item]:
        """The first page alone."""
        return self._caller.send(self._first)

    def pages(self) -> Iterator[Page[Item]]:
        """Page after page."""
        call: Call[Page[Item]] | None = self._first
        while call is not None:
            page = self._caller.send(call)
            yield page
            call = page.next

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from page.data


class Checker(Handle):
    """Who calls, on whose account; nothing is sent."""

    def __init__(
        self, native: _native.NativePlatform, account: str | None, now: Callable[[], int] | None
    ) -> None:
        self.native = native
        self.account = account
        self.now = now

    def call(self, name: str, params: object, idempotency_key: str | None = None) -> Call[Any]:
        """Checks the parameters, and sends nothing."""
        now = None if self.now is None else _border.integer(self.now(), "now")
        with translated():
            try:
                operation = _operation(name, params)
                return Call(self.native.call(self.account, operation, idempotency_key, now))
            except (AttributeError, TypeError, ValueError, struct.error):
                # Something is of another type than its field. What can be taken for it is.
                operation = read_operation(name, as_json(params))
                return Call(self.native.call(self.account, operation, idempotency_key, now))

    def resume(self, saved: str) -> Call[Any]:
        """Goes on with a saved call."""
        with translated():
            return Call(self.native.resume(saved))

    def check_account(self, account: str) -> None:
        """Raises where this is no account's id."""
        with translated():
            self.native.check_account(account)


class Caller(Checker):
    """Who calls, on whose account, and how requests are sent."""

    def __init__(
        self,
        native: _native.NativePlatform,
        account: str | None,
        transport: Transport,
        now: Callable[[], int] | None,
    ) -> None:
        super().__init__(native, account, now)
        self.transport = transport

    def on(self, account: str) -> Caller:
        """The same on a merchant's account."""
        self.check_account(account)
        return Caller(self.native, account, self.transport, self.now)

    def send(self, call: Call[Answer]) -> Answer:
        """Sends it until it is done."""
        # Not at the top: importing it takes longer than this package's own modules.
        from random import random

        while True:
            outcome: Response | TransportError
            try:
                outcome = self.transport.send(call.request)
            except TransportError as error:
                outcome = error
            verdict = call.receive(outcome, random())
            if not isinstance(verdict, Retry):
                return verdict
            time.sleep(verdict.after)


class Resource(Handle):
    """What the operations of one of Stripe's resources share."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def _one(self, name: str, params: object, kind: type[Answer], key: str | None = None) -> Answer:
        call: Call[Answer] = self._caller.call(name, params, key)
        return self._caller.send(call)

    def _pages(self, name: str, params: object, kind: type[Item]) -> Pages[Item]:
        return Pages(self._caller, self._caller.call(name, {} if params is None else params))


def read_answer(operation: str, response: Response) -> Any:
    """Reads an answer to the operation of that name, for hosts that retry by themselves: Stripe's object,
    or a :class:`Page` without its next call.
    """
    with translated():
        return _answer(_native.read_answer(operation, native_response(response)), None)


def retry_after(
    outcome: Response | TransportError, *, attempt: int, max_retries: int, jitter: float
) -> Retry | None:
    """The verdict on one attempt, the first being 1; ``None`` if there should be no other."""
    response = native_response(outcome) if isinstance(outcome, Response) else None
    failure = None if isinstance(outcome, Response) else native_failure(outcome.reason)
    attempt = _border.integer(attempt, "attempt", bits=32)
    most = _border.integer(max_retries, "max_retries", bits=32)
    jitter = _border.number(jitter, "jitter")
    with translated():
        after = _native.retry_after_ms(attempt, most, response, failure, jitter)
    return None if after is None else Retry(after)


def native_response(response: Response) -> _native.HttpResponse:
    """A response as the library takes it."""
    headers = [_native.HttpHeader(name=name, value=value) for name, value in response.headers]
    status = _border.integer(response.status, "status", bits=32)
    return _native.HttpResponse(status=status, headers=headers, body=response.body)


def native_failure(reason: FailureReason) -> _native.TransportFailure:
    """A failure as the library takes it."""
    return _native.TransportFailure[reason.upper()]


def _operation(name: str, params: object) -> Any:
    if isinstance(params, Mapping):
        return read_operation(name, as_json(cast(Any, params)))
    kind = type(params).__name__
    variant = "".join(f"_{letter}" if letter.isupper() else letter for letter in kind)
    # The variants become subclasses at import time, out of sight of type checkers.
    operations: Any = _native.AnyOperation
    return getattr(operations, variant.lstrip("_").upper())(params)


def _answer(answer: _native.NativeAnswer, following: _native.NativeCall | None) -> object:
    # The objects stand in the variants of an enum, one each.
    objects = [cast(Any, found)[0] for found in answer.objects]
    if not answer.is_page:
        return objects[0]
    call: Call[Page[Any]] | None = None if following is None else Call(following)
    return Page[Any](objects, answer.has_more, call, answer.replayed)
