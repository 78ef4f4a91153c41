"""The offline Stripe as a process of its own; see :mod:`counterfoil.testing`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from counterfoil._handles import Handle
from counterfoil.platform import Platform

__all__ = ["StripeSimulator"]

_MERCHANTS = {"acct_simulator_1": "Alpine Bakery", "acct_simulator_2": "Danube Books"}
_LISTENING = "stripe simulator listening on "


class StripeSimulator(Handle):
    """The offline Stripe, for tests: the API, the hosted payment page, and delivery of signed events.

    The program comes with ``pip install counterfoil-simulator``, or is named by the variable
    ``STRIPE_SIMULATOR``. Use it in a ``with`` statement; its clock runs with the real one and can be moved
    ahead.
    """

    def __init__(
        self, merchants: Mapping[str, str] = _MERCHANTS, *, secret_key: str = "sk_test_simulator"
    ) -> None:
        self.secret_key: str = secret_key
        """The platform's key."""
        self.merchants: dict[str, str] = dict(merchants)
        """The names of the merchants by their accounts."""
        accounts = [word for id, name in merchants.items() for word in ("--account", f"{id}={name}")]
        command = [_program(), "--port", "0", "--secret-key", secret_key, *accounts]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        line = self._process.stdout.readline().strip()
        if not line.startswith(_LISTENING):
            self.close()
            raise RuntimeError(f"the offline Stripe did not start: {line!r}")
        self.url: str = line.removeprefix(_LISTENING)
        """Its address, to be used in place of Stripe's API."""

    def platform(self, **settings: Any) -> Platform:
        """Returns a platform that talks to it; ``settings`` are those of :class:`counterfoil.Platform`."""
        return Platform(secret_key=self.secret_key, api_base=self.url, **settings)

    @property
    def account(self) -> str:
        """The account of the first merchant."""
        return next(iter(self.merchants))

    def now(self) -> int:
        """Its clock, in unix seconds."""
        return int(self._asked("clock")["now"])

    def advance(self, seconds: float) -> None:
        """Moves its clock ahead, and delivers the events that follow."""
        self._asked("clock", {"advance_seconds": int(seconds)})

    def add_endpoint(self, url: str, secret: str, *, connect: bool = True) -> None:
        """Delivers events to a server on this machine: those of the merchants, or with ``connect=False`` the
        platform's own.
        """
        self._asked("endpoints", {"url": url, "secret": secret, "connect": connect})

    def events(self) -> list[dict[str, Any]]:
        """Returns all events so far, with their deliveries."""
        events: list[dict[str, Any]] = self._asked("events")["data"]
        return events

    def resend(self, event: str) -> None:
        """Delivers an event once more, by its id."""
        self._asked(f"events/{event}/resend", {})

    def fault(self, path: str, **fault: Any) -> None:
        """Makes the next requests fail whose path starts with this: ``kind`` is ``status``, ``garbage`` or
        ``close``, ``times`` is how often; see the page ``/_simulator``.
        """
        self._asked("faults", {"path": path, **fault})

    def pay_by_card(self, page: str, card: str = "4242424242424242") -> str | None:
        """Pays on the hosted page, with one of Stripe's test cards. Returns where the customer is redirected,
        or ``None`` if the page asks for something else, such as another card.
        """
        fields = {"payment_method": "card", "card_number": card, "card_expiry": "12/34", "card_cvc": "123"}
        return self._paid(page, fields)

    def pay_by_debit(self, page: str, iban: str = "AT611904300234573201") -> str | None:
        """Does the same by bank debit, with one of Stripe's test accounts."""
        fields = {"payment_method": "sepa_debit", "iban": iban, "account_holder": "Jenny Rosen"}
        return self._paid(page, fields)

    def close(self) -> None:
        """Stops it."""
        self._process.terminate()
        self._process.wait(20)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def __enter__(self) -> StripeSimulator:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _asked(self, what: str, order: dict[str, Any] | None = None) -> Any:
        data = None if order is None else json.dumps(order).encode()
        request = Request(f"{self.url}/_simulator/{what}", data, {"Content-Type": "application/json"})
        with _OPENER.open(request, timeout=60) as answer:
            return json.loads(answer.read() or b"null")

    def _paid(self, page: str, fields: dict[str, str]) -> str | None:
        form = urlencode({"email": "jenny@example.com", "card_name": "Jenny Rosen", **fields}).encode()
        try:
            _OPENER.open(Request(page, form), timeout=60).close()
        except HTTPError as answer:
            with answer:
                return answer.headers.get("Location")
        return None


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, req: Any, fp: Any, code: Any, msg: Any, headers: Any, newurl: Any) -> None:
        """The redirect is the result."""


_OPENER = build_opener(_NoRedirect, ProxyHandler({}))


def _program() -> str:
    named = os.environ.get("STRIPE_SIMULATOR")
    beside = Path(sys.executable).with_name("stripe-simulator")
    found = named or (str(beside) if beside.exists() else shutil.which("stripe-simulator"))
    if found is None:
        raise RuntimeError("no `stripe-simulator` was found: `pip install counterfoil-simulator` brings it")
    return found
