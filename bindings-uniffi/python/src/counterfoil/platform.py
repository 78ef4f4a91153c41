"""Who calls: a platform, for itself and on behalf of its merchants."""

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

__all__ = ["API_VERSION", "Checkout", "Merchant", "Platform", "Sessions", "idempotency_key", "read_session"]

API_VERSION: str = _waist.call(0, b"api_version")[0].decode()
"""The version of Stripe's API that this package is written against and asks for."""

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
    """A platform: its secret key, and how it talks to Stripe. Make one and keep it. What is here is on its
    own account.

    What is left out has the library's default: Stripe itself, :data:`API_VERSION`, two retries,
    :class:`HttpTransport`. ``now`` tells the time in unix seconds, against which times such as
    ``expires_at`` are checked: this machine's clock unless given; with ``None`` only Stripe checks them.

    A platform and all that it makes can be shared between threads. A copy is the same object, and pickling
    raises :class:`TypeError`: make one in each process.
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
        """The merchant that has this connected account, ``acct_…``.

        Everything done through it happens on that account. For a webhook, pass ``event.account``: what
        the event tells of exists on that account only.
        """
        return Merchant(self._caller.on(account), account)

    def call(
        self, operation: str, params: Mapping[str, object] | object, *, idempotency_key: str | None = None
    ) -> Call[Any]:
        """Checks an operation on the platform's own account, by its name such as
        ``application_fees.list``, and sends nothing: for an HTTP client of your own.
        """
        return self._caller.call(operation, params, idempotency_key)

    def resume(self, saved: str) -> Call[Any]:
        """Goes on with a call that :meth:`Call.save` wrote down: the same bytes, key, account and version,
        and the attempts counted on. Raises :class:`CounterfoilError` with code ``invalid_saved_call``, also
        for a text that was changed, or saved under another secret key.
        """
        return self._caller.resume(saved)


class Merchant(MerchantResources):
    """One merchant of a platform. What is here is on the merchant's account."""

    account: str
    """The merchant's connected account."""

    def __init__(self, caller: Caller, account: str) -> None:
        super().__init__(caller)
        self.account = account

    def call(
        self, operation: str, params: Mapping[str, object] | object, *, idempotency_key: str | None = None
    ) -> Call[Any]:
        """Checks an operation on the merchant's account, by its name such as ``refunds.create``, and sends
        nothing: for an HTTP client of your own.
        """
        return self._caller.call(operation, params, idempotency_key)

    def __repr__(self) -> str:
        return f"Merchant({self.account!r})"


def idempotency_key(account: str, reference: str, purpose: str) -> str:
    """The idempotency key of one purpose (``checkout``, ``refund``) for what a merchant's ``reference``
    names: the same in every process, different for every other merchant, reference and purpose.

    The reference is your own name of what must happen once. Where an order can have several attempts or
    parts, it names the one that is meant: ``order-42/1`` is its first session, ``order-42/2`` a new one
    after that has expired, and refunds of parts are ``refund-7`` and ``refund-8``, by their ids in your
    books. Under the key of an earlier one Stripe repeats its answer and does nothing.
    """
    arguments = [
        _border.text(value, name)
        for name, value in (("account", account), ("reference", reference), ("purpose", purpose))
    ]
    key: bytes = _waist.call(0, b"idempotency_key", *arguments)[0]
    return key.decode()


def read_session(response: Response) -> Session:
    """Reads a response to creating or retrieving a session, for hosts that retry by themselves."""
    session: Session = read_answer("checkout.sessions.retrieve", response)
    return session
