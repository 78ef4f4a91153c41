"""The caller of operations: a platform, for itself and on behalf of its merchants."""

from __future__ import annotations

import time

from counterfoil import _border, _waist
from counterfoil._typing import TYPE_CHECKING
from counterfoil.calls import Caller, read_answer
from counterfoil.resources import (
    MerchantCheckout,
    MerchantCheckoutSessions,
    MerchantResources,
    PlatformResources,
)
from counterfoil.transport import HttpTransport

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from counterfoil.calls import Call
    from counterfoil.http import Response, Transport
    from counterfoil.records import Session
    from counterfoil.webhooks import Event

__all__ = ["API_VERSION", "Checkout", "Merchant", "Platform", "Sessions", "idempotency_key", "read_session"]

API_VERSION: str = _waist.call(0, b"api_version")[0].decode()
"""The version of Stripe's API that this package is written for and requests."""

__version__: str = _waist.call(0, b"version")[0].decode()
"""The version of this package."""

Checkout = MerchantCheckout
"""Hosted Checkout on a merchant's account."""

Sessions = MerchantCheckoutSessions
"""The Checkout Sessions of one merchant."""


def clock() -> int:
    """This machine's time, in unix seconds."""
    return int(time.time())


def kept_platform(
    secret_key: str, api_base: str | None, api_version: str | None, max_retries: int | None
) -> _waist.Kept:
    """A platform that the library keeps."""
    from json import dumps

    settings: dict[str, Any] = {"secret_key": _border.text(secret_key, "secret_key").decode()}
    for name, value in (("api_base", api_base), ("api_version", api_version)):
        settings[name] = None if value is None else _border.text(value, name).decode()
    if max_retries is not None:
        settings["max_retries"] = _border.integer(max_retries, "max_retries", bits=32)
    return _waist.Kept(int(_waist.call(0, b"platform", dumps(settings).encode())[0]))


class Platform(PlatformResources):
    """A platform: its secret key, and how it talks to Stripe. Create one and keep it. Its methods are on its
    own account.

    Settings that are left out have the library's defaults: Stripe itself, :data:`API_VERSION`, two retries,
    :class:`HttpTransport`. ``now`` returns the time in unix seconds, against which times such as
    ``expires_at`` are checked: this machine's clock if absent; with ``None``, only Stripe checks them.

    A platform and all objects that it creates can be shared between threads. A copy is the same object, and
    pickling raises :class:`TypeError`: create one in each process.
    """

    def __init__(
        self,
        *,
        secret_key: str,
        api_base: str | None = None,
        api_version: str | None = None,
        max_retries: int | None = None,
        transport: Transport | None = None,
        now: Callable[[], int] | None = clock,
    ) -> None:
        kept = kept_platform(secret_key, api_base, api_version, max_retries)
        super().__init__(Caller(kept, None, transport or HttpTransport(), now))

    def merchant(self, account: str) -> Merchant:
        """Returns the merchant with this connected account, ``acct_…``.

        Every call made through it is on that account. For a webhook, pass ``event.account``: the objects of
        the event exist only on that account.
        """
        return Merchant(self._caller.on(account), account)

    def call(
        self, operation: str, params: Mapping[str, object] | object, *, idempotency_key: str | None = None
    ) -> Call[Any]:
        """Checks an operation on the platform's own account, by its name such as ``application_fees.list``,
        and sends nothing: for your own HTTP client.
        """
        return self._caller.call(operation, params, idempotency_key)

    def fetch(self, event: Event) -> Any:
        """Reads the object that a thin event names, for :meth:`counterfoil.Event.outcome_with`: from the
        event's account, or from the platform where it is the platform's own.

        Raises :class:`WrongTypeError` for an event whose outcome is not ``fetch``, and
        :class:`CounterfoilError` with code ``wrong_scope`` for one that names no merchant.
        """
        return self._caller.send(self.fetch_call(event))

    def fetch_call(self, event: Event) -> Call[Any]:
        """The call of :meth:`fetch`, for an HTTP client of your own."""
        return self._caller.fetch(event)

    def resume(self, saved: str) -> Call[Any]:
        """Restores a call that :meth:`Call.save` returned: with the same body, key, account and version, and
        the count of attempts. Raises :class:`CounterfoilError` with code ``invalid_saved_call``, also for a
        text that was changed, or saved under another secret key.
        """
        return self._caller.resume(saved)


class Merchant(MerchantResources):
    """One merchant of a platform. Its methods are on the merchant's account."""

    account: str
    """The merchant's connected account."""

    def __init__(self, caller: Caller, account: str) -> None:
        super().__init__(caller)
        self.account = account

    def call(
        self, operation: str, params: Mapping[str, object] | object, *, idempotency_key: str | None = None
    ) -> Call[Any]:
        """Checks an operation on the merchant's account, by its name such as ``refunds.create``, and sends
        nothing: for your own HTTP client.
        """
        return self._caller.call(operation, params, idempotency_key)

    def __repr__(self) -> str:
        return f"Merchant({self.account!r})"


def idempotency_key(account: str, reference: str, purpose: str) -> str:
    """Returns the idempotency key for one purpose (``checkout``, ``refund``) of a merchant's ``reference``:
    the same in every process, different for every other merchant, reference and purpose.

    The reference is your own name for what must happen once. If an order can have several attempts or parts,
    it names the particular one: ``order-42/1`` is its first session, ``order-42/2`` a new one after that has
    expired, and partial refunds are ``refund-7`` and ``refund-8``, by their ids in your books. For the key of
    an earlier one, Stripe repeats its response and does nothing.
    """
    arguments = [
        _border.text(value, name)
        for name, value in (("account", account), ("reference", reference), ("purpose", purpose))
    ]
    key: bytes = _waist.call(0, b"idempotency_key", *arguments)[0]
    return key.decode()


def read_session(response: Response) -> Session:
    """Reads a response to creating or retrieving a session, for hosts that do their own retries."""
    session: Session = read_answer("checkout.sessions.retrieve", response)
    return session
