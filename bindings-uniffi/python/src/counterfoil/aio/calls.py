"""Calls to await: alone, or page after page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from random import random
from typing import Any, Generic, Protocol, TypeVar

from counterfoil import _waist
from counterfoil._handles import Handle
from counterfoil.calls import Call, Checker, Page, Retry, log_retry
from counterfoil.http import Request, Response, TransportError

__all__ = ["AsyncCaller", "AsyncPages", "AsyncResource", "AsyncTransport", "complete"]

Answer = TypeVar("Answer")
Item = TypeVar("Item")


class AsyncTransport(Protocol):
    """Sends one request, once, without blocking the event loop. Any object with this method will do."""

    async def send(self, request: Request) -> Response:
        """Returns the response, whatever its status, or raises :class:`counterfoil.TransportError`.

        Redirects must not be followed: they would carry the key to another server.
        """
        ...


async def complete(transport: AsyncTransport, call: Call[Answer]) -> Answer:
    """Sends the call until it is done, and waits between attempts as long as the library says.

    Raises :class:`counterfoil.CounterfoilError` if the call ends in an error. The result of a list is its
    first page, whose ``next`` is the call for the second.
    """
    while True:
        outcome: Response | TransportError
        try:
            outcome = await transport.send(call.request)
        except TransportError as error:
            outcome = error
        verdict = call.receive(outcome, random())
        if not isinstance(verdict, Retry):
            return verdict
        log_retry(call.request, outcome, verdict)
        await asyncio.sleep(verdict.after)


class AsyncPages(Handle, Generic[Item]):
    """A list that is being requested: ``async for`` iterates over all objects of all pages, with one request
    per page; or take it :meth:`page` by page.
    """

    def __init__(self, caller: AsyncCaller, first: Call[Page[Item]]) -> None:
        self._caller = caller
        self._first = first

    async def page(self) -> Page[Item]:
        """Returns only the first page."""
        return await self._caller.send(self._first)

    async def pages(self) -> AsyncIterator[Page[Item]]:
        """Iterates over the pages."""
        call: Call[Page[Item]] | None = self._first
        while call is not None:
            page = await self._caller.send(call)
            yield page
            call = page.next

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in page.data:
                yield item


class AsyncCaller(Checker):
    """The caller, the account, and how requests are sent."""

    def __init__(
        self,
        platform: _waist.Kept,
        account: str | None,
        transport: AsyncTransport,
        now: Callable[[], int] | None,
    ) -> None:
        super().__init__(platform, account, now)
        self.transport = transport

    def on(self, account: str) -> AsyncCaller:
        """Returns the same on a merchant's account."""
        self.check_account(account)
        return AsyncCaller(self.platform, account, self.transport, self.now)

    async def send(self, call: Call[Answer]) -> Answer:
        """Sends the call until it is done."""
        return await complete(self.transport, call)


class AsyncResource(Handle):
    """What the operations of each of Stripe's resources share."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def _one(self, name: str, params: object, key: str | None = None) -> Any:
        call = self._caller.call(name, params, key)
        return await self._caller.send(call)

    def _pages(self, name: str, params: object) -> AsyncPages[Any]:
        return AsyncPages(self._caller, self._caller.call(name, params))
