"""Platforms and merchants with methods to await, for asynchronous programs.

>>> platform = AsyncPlatform(secret_key=..., transport=AsyncHttpxTransport())
>>> session = await platform.merchant("acct_…").checkout.sessions.create(params, idempotency_key="order-42/1")

:class:`counterfoil.httpx.AsyncHttpxTransport` is a transport; any object with its ``send`` will do. Webhooks
need none of this: verification sends nothing, and takes microseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from counterfoil.aio.calls import AsyncCaller, AsyncPages, AsyncTransport, complete
from counterfoil.aio.resources import MerchantCheckout, MerchantResources, PlatformResources
from counterfoil.calls import Call
from counterfoil.platform import clock, kept_platform
from counterfoil.webhooks import Event

__all__ = ["AsyncCheckout", "AsyncMerchant", "AsyncPages", "AsyncPlatform", "AsyncTransport", "complete"]

AsyncCheckout = MerchantCheckout
"""Hosted Checkout on a merchant's account."""


class AsyncPlatform(PlatformResources):
    """Like :class:`counterfoil.Platform`, with methods to await. Create one and keep it; close the transport
    yourself.
    """

    def __init__(
        self,
        *,
        secret_key: str,
        transport: AsyncTransport,
        api_base: str | None = None,
        api_version: str | None = None,
        max_retries: int | None = None,
        now: Callable[[], int] | None = clock,
    ) -> None:
        kept = kept_platform(secret_key, api_base, api_version, max_retries)
        super().__init__(AsyncCaller(kept, None, transport, now))

    def merchant(self, account: str) -> AsyncMerchant:
        """Returns the merchant with this account, ``acct_…``; for a webhook, pass ``event.account``."""
        return AsyncMerchant(self._caller.on(account), account)

    def call(
        self, operation: str, params: Mapping[str, object] | object, *, idempotency_key: str | None = None
    ) -> Call[Any]:
        """Checks an operation on the platform's own account, by its name such as
        ``application_fees.list``, and sends nothing; :func:`complete` does.
        """
        return self._caller.call(operation, params, idempotency_key)

    async def fetch(self, event: Event) -> Any:
        """Reads the object that a thin event names; see :meth:`counterfoil.Platform.fetch`."""
        return await self._caller.send(self.fetch_call(event))

    def fetch_call(self, event: Event) -> Call[Any]:
        """The call of :meth:`fetch`; :func:`complete` sends it."""
        return self._caller.fetch(event)

    def resume(self, saved: str) -> Call[Any]:
        """Restores a saved call; see :meth:`counterfoil.Platform.resume`."""
        return self._caller.resume(saved)


class AsyncMerchant(MerchantResources):
    """One merchant of a platform. Its methods are on the merchant's account."""

    account: str
    """The merchant's connected account."""

    def __init__(self, caller: AsyncCaller, account: str) -> None:
        super().__init__(caller)
        self.account = account

    def call(
        self, operation: str, params: Mapping[str, object] | object, *, idempotency_key: str | None = None
    ) -> Call[Any]:
        """Checks an operation on the merchant's account, by its name such as ``refunds.create``, and sends
        nothing; :func:`complete` does.
        """
        return self._caller.call(operation, params, idempotency_key)

    def __repr__(self) -> str:
        return f"AsyncMerchant({self.account!r})"
