"""Calls: a checked request, sent alone or page after page."""

from __future__ import annotations

import time

from counterfoil import _border, _parameters, _record, _waist, errors
from counterfoil._handles import Handle
from counterfoil._typing import TYPE_CHECKING, Generic, TypeVar
from counterfoil._value import Value
from counterfoil.http import Request, Response, TransportError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, ClassVar

    from counterfoil.http import Transport
    from counterfoil.webhooks import Event

__all__ = ["Call", "Caller", "Checker", "Page", "Pages", "Resource", "Retry", "read_answer", "retry_after"]

Answer = TypeVar("Answer")
Item = TypeVar("Item")


class Retry(Value):
    """Wait, then send the same request again."""

    __slots__ = ("after_ms",)

    after_ms: int
    """How long to wait, in milliseconds."""

    def __init__(self, after_ms: int) -> None:
        self._fill(after_ms)

    @property
    def after(self) -> float:
        """How long to wait, in seconds."""
        return self.after_ms / 1000


class Call(Handle, Generic[Answer]):
    """A checked request, with a count of its attempts.

    Send ``request`` and pass the response, or why there was none, to :meth:`receive`. A copy is the same
    call; to continue it in another process, :meth:`save` it.
    """

    __slots__ = ("_platform", "_read", "_text")

    _instead: ClassVar[str] = "save() it, and resume() it there"

    def __init__(self, platform: _waist.Kept, text: bytes) -> None:
        self._platform = platform
        self._text = text
        self._read: tuple[Request, int] | None = None

    @property
    def request(self) -> Request:
        """The request to send, for this attempt and every later one. The bytes never change."""
        return self._said()[0]

    @property
    def attempt(self) -> int:
        """The number of the current attempt; the first is 1."""
        return self._said()[1]

    def save(self) -> str:
        """Returns the call as one line of text without the secret key, to continue it in another process: see
        :meth:`Platform.resume`. If it is saved before the request is sent, a crash cannot lead to a second
        payment.
        """
        saved: bytes = _waist.call(self._platform.address, b"save", self._text)[0]
        return saved.decode()

    def receive(self, outcome: Response | TransportError, jitter: float) -> Answer | Retry:
        """Takes a response and returns the result, or how long to wait before the same request is sent again.

        ``jitter`` is a random number from 0 to 1. Raises :class:`CounterfoilError` if the call ends in an
        error: an error from Stripe, a response with something else than the requested object, or no response
        at all.
        """
        chance = b"%r" % _border.number(jitter, "jitter")
        platform = self._platform
        if isinstance(outcome, Response):
            response = _crossing(outcome)
            verdict, call = _waist.call(platform.address, b"receive", self._text, *response, chance)
        else:
            response = (b"", b"[]", b"")
            reason = _failure(outcome)
            verdict, call = _waist.call(platform.address, b"fail", self._text, reason, chance)
        said = _waist.from_json(verdict)
        if "retry_after_ms" in said:
            self._text, self._read = call, None
            return Retry(said["retry_after_ms"])
        following: Call[Any] | None = None if call is None else Call(platform, call)
        answer: Any = _answer(said["done"], response[2], following)
        return answer  # type: ignore[no-any-return]

    def _said(self) -> tuple[Request, int]:
        if self._read is None:
            said = _waist.from_json(self._text)
            pairs: Any = map(tuple, said["headers"])
            request = Request(said["method"], said["url"], tuple(pairs), said["body"])
            self._read = (request, said["attempt"])
        return self._read

    def __repr__(self) -> str:
        return f"Call({self.request!r})"


class Page(Value, Generic[Item]):
    """One page of a list."""

    __slots__ = ("data", "has_more", "next", "replayed")

    _uncompared: ClassVar[frozenset[str]] = frozenset({"replayed"})

    data: list[Item]
    """The objects of this page, newest first."""
    has_more: bool
    """Whether there are more beyond this page."""
    next: Call[Page[Item]] | None
    """The call for the next page, for your own HTTP client; ``None`` after the last. A page with one cannot
    be pickled: pass ``data``, and :meth:`Call.save` the call.
    """
    replayed: bool
    """Whether this is Stripe's stored response to an earlier request with the same idempotency key."""

    def __init__(
        self,
        data: list[Item],
        has_more: bool,
        next: Call[Page[Item]] | None = None,
        replayed: bool = False,
    ) -> None:
        self._fill(data, has_more, next, replayed)

    def __copy__(self) -> Page[Item]:
        return Page(list(self.data), self.has_more, self.next, self.replayed)

    def __deepcopy__(self, memo: dict[int, Any], /) -> Page[Item]:
        # The fields cannot be changed, but the list can.
        return self.__copy__()

    __hash__: ClassVar[None]  # type: ignore[assignment]
    if not TYPE_CHECKING:
        __hash__ = None


class Pages(Handle, Generic[Item]):
    """A list that is being requested: iterate over it for all objects of all pages, with one request per
    page, or take it :meth:`page` by page.
    """

    def __init__(self, caller: Caller, first: Call[Page[Item]]) -> None:
        self._caller = caller
        self._first = first

    def page(self) -> Page[Item]:
        """Returns only the first page."""
        return self._caller.send(self._first)

    def pages(self) -> Iterator[Page[Item]]:
        """Iterates over the pages."""
        call: Call[Page[Item]] | None = self._first
        while call is not None:
            page = self._caller.send(call)
            yield page
            call = page.next

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from page.data


class Checker(Handle):
    """The caller and the account; nothing is sent."""

    def __init__(self, platform: _waist.Kept, account: str | None, now: Callable[[], int] | None) -> None:
        self.platform = platform
        self.account = account
        self.now = now
        self._account = None if account is None else _border.text(account, "account")

    def call(self, name: str, params: object, idempotency_key: str | None = None) -> Call[Any]:
        """Checks the parameters, and sends nothing."""
        now = None if self.now is None else b"%d" % _border.integer(self.now(), "now")
        text = _waist.call(
            self.platform.address,
            b"build",
            self._account,
            _border.text(name, "operation"),
            _parameters.as_json(params, name),
            _border.optional_text(idempotency_key, "idempotency_key"),
            now,
        )[0]
        return Call(self.platform, text)

    def fetch(self, event: Event) -> Call[Any]:
        """The call that reads what a thin event names."""
        named = event._to_fetch()  # pyright: ignore[reportPrivateUsage]
        account = _border.optional_text(event.account, "event.account")
        return Call(self.platform, _waist.call(self.platform.address, b"fetch", named, account)[0])

    def resume(self, saved: str) -> Call[Any]:
        """Restores a saved call."""
        text = _waist.call(self.platform.address, b"resume", _border.text(saved, "saved"))[0]
        return Call(self.platform, text)

    def check_account(self, account: str) -> None:
        """Raises unless this is the id of an account."""
        _waist.call(0, b"check_account", _border.text(account, "account"))


class Caller(Checker):
    """The caller, the account, and how requests are sent."""

    def __init__(
        self,
        platform: _waist.Kept,
        account: str | None,
        transport: Transport,
        now: Callable[[], int] | None,
    ) -> None:
        super().__init__(platform, account, now)
        self.transport = transport

    def on(self, account: str) -> Caller:
        """Returns the same on a merchant's account."""
        self.check_account(account)
        return Caller(self.platform, account, self.transport, self.now)

    def send(self, call: Call[Answer]) -> Answer:
        """Sends the call until it is done."""
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
            log_retry(call.request, outcome, verdict)
            time.sleep(verdict.after)


class Resource(Handle):
    """What the operations of each of Stripe's resources share."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def _call(self, name: str, params: object, key: str | None = None) -> Call[Any]:
        return self._caller.call(name, params, key)

    def _one(self, name: str, params: object, key: str | None = None) -> Any:
        call = self._caller.call(name, params, key)
        return self._caller.send(call)

    def _pages(self, name: str, params: object) -> Pages[Any]:
        return Pages(self._caller, self._caller.call(name, params))


def log_retry(request: Request, outcome: Response | TransportError, verdict: Retry) -> None:
    """Logs a failed attempt that is followed by another to ``counterfoil.http``."""
    # Not at the top: importing it takes longer than this package's own modules.
    from logging import getLogger

    if isinstance(outcome, Response):
        ids = [value for name, value in outcome.headers if name.lower() == "request-id"]
        why = " ".join([f"status {outcome.status}", *ids])
    else:
        why = outcome.reason
    # The query may contain personal data.
    path = request.url.partition("?")[0]
    getLogger("counterfoil.http").info("%s %s: %s; again in %.2f s", request.method, path, why, verdict.after)


def read_answer(operation: str, response: Response) -> Any:
    """Reads a response to the operation with that name, for hosts that do their own retries: returns Stripe's
    object, or a :class:`Page` without its next call.
    """
    name = _border.text(operation, "operation")
    status, headers, body = _crossing(response)
    said = _waist.from_json(_waist.call(0, b"read_answer", name, status, headers, body)[0])
    return _answer(said, body, None)


def retry_after(
    outcome: Response | TransportError, *, attempt: int, max_retries: int, jitter: float
) -> Retry | None:
    """Returns whether to retry after an attempt, of which the first is 1; ``None`` if there should be no
    retry.
    """
    is_response = isinstance(outcome, Response)
    response = _crossing(outcome) if isinstance(outcome, Response) else (b"0", b"[]", b"")
    after = _waist.call(
        0,
        b"retry_after",
        b"%d" % _border.integer(attempt, "attempt", bits=32),
        b"%d" % _border.integer(max_retries, "max_retries", bits=32),
        b"%r" % _border.number(jitter, "jitter"),
        None if is_response else _failure(outcome),
        *response,
    )[0]
    return None if after is None else Retry(int(after))


def _crossing(response: Response) -> tuple[bytes, bytes, bytes]:
    """Returns a response as the library takes it: status, headers, body."""
    from json import dumps

    if not isinstance(response, Response):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise errors.wrong_type("response", f"expected a Response, got {type(response).__name__}")
    status = b"%d" % _border.integer(response.status, "status", bits=32)
    try:
        headers = [[_header(name), _header(value)] for name, value in response.headers]
    except (TypeError, ValueError):
        raise errors.wrong_type("headers", "expected pairs of str") from None
    return (status, dumps(headers).encode(), _border.short_bytes(response.body))


def _header(text: str) -> str:
    """A header may contain anything; what is not text does not come from Stripe."""
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError
    return text.encode("utf-8", "replace").decode()


def _failure(outcome: object) -> bytes:
    reason = getattr(outcome, "reason", None)
    if not isinstance(reason, str) or reason not in ("connect", "timeout", "closed", "tls", "too_large"):
        raise errors.wrong_type(
            "outcome", f"expected a Response or a TransportError, got {type(outcome).__name__}"
        )
    return _border.text(reason, "outcome")


def _answer(said: dict[str, Any], body: bytes, following: Call[Page[Any]] | None) -> object:
    record = said["record"]
    if "object" in said:
        return _record.read(record, said["object"], body.decode("utf-8", "replace"), said["replayed"])
    data: list[Any] = [_record.read(record, fields, raw) for fields, raw in said["page"]]
    return Page(data, said["has_more"], following, said["replayed"])
