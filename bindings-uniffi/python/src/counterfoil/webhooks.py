"""Webhooks: is a delivery genuine, what does it tell, and what does that mean for the order."""

from __future__ import annotations

import time
from struct import Struct

from counterfoil import _border, _parameters, _record, _waist, errors
from counterfoil._handles import Handle
from counterfoil._outcomes import Outcome, described, later, with_session
from counterfoil._typing import TYPE_CHECKING
from counterfoil._words import KINDS, REASONS, WITH_SESSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, ClassVar, Literal

    from counterfoil._types import IgnoredReason as IgnoredReason
    from counterfoil._types import OutcomeKind as OutcomeKind
    from counterfoil.records import Difference, Expected, PaymentIntent, Session

__all__ = [
    "EndpointSecret",
    "Event",
    "IgnoredReason",
    "Outcome",
    "OutcomeKind",
    "Webhooks",
    "differences",
    "event_from_event_bridge",
    "event_from_event_grid",
    "reconcile",
]


class EndpointSecret(Handle):
    """One endpoint's signing secret, with what the endpoint should receive.

    The secret is shown by its attribute alone: ``repr``, ``vars``, ``dataclasses.asdict`` and ``pickle``
    do not have it. ``source`` and ``mode`` may be left out.
    """

    __slots__ = ("_label", "_mode", "_secret", "_source")

    _instead: ClassVar[str] = "it holds a secret; read the secret in each process"

    def __init__(
        self,
        label: str,
        secret: str,
        source: Literal["connected", "platform"] | None = None,
        mode: Literal["live", "test"] | None = None,
    ) -> None:
        self._label = label
        self._secret = secret
        self._source: Literal["connected", "platform"] | None = source
        self._mode: Literal["live", "test"] | None = mode

    @property
    def label(self) -> str:
        """For logs; every event carries the label of the secret that proved it."""
        return self._label

    @property
    def secret(self) -> str:
        """The whole string that Stripe shows, ``whsec_`` included."""
        return self._secret

    @property
    def source(self) -> Literal["connected", "platform"] | None:
        """Events from another source are ignored."""
        return self._source

    @property
    def mode(self) -> Literal["live", "test"] | None:
        """Events of another mode are ignored: Stripe sends test events to live Connect endpoints too."""
        return self._mode

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EndpointSecret) and self._all() == other._all()

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return f"EndpointSecret(label={self._label!r}, source={self._source!r}, mode={self._mode!r})"

    def _all(self) -> tuple[str | None, ...]:
        return (self._label, self._secret, self._source, self._mode)


class Webhooks(Handle):
    """The signing secrets of a platform's endpoints, and how strictly deliveries are taken.

    Make one when the process starts and share it between threads; a copy is the same object, and pickling
    it raises :class:`TypeError`. ``tolerance`` is how many seconds a signature's time may be from now, 300
    unless given; ``"unchecked"`` is for deliveries that are replayed from a store. ``max_body`` is how many
    bytes a body may have, 1 MiB unless given.
    """

    def __init__(
        self,
        secrets: Iterable[EndpointSecret],
        *,
        tolerance: int | Literal["unchecked"] | None = None,
        max_body: int | None = None,
    ) -> None:
        given = list(secrets)
        entries = [_entry(index, secret) for index, secret in enumerate(given)]
        settings: dict[str, Any] = {"secrets": entries}
        if tolerance is not None:
            settings["tolerance"] = _seconds(tolerance)
        if max_body is not None:
            settings["max_body"] = _border.integer(max_body, "max_body")
        kept = _waist.call(0, b"keyring", _parameters.as_json(settings))
        self._keyring = _Keyring(_waist.Kept(int(kept[0])), tuple([secret.label for secret in given]))

    def verify(
        self, body: bytes | bytearray | memoryview, signature: str | bytes | None, now: int | None = None
    ) -> Event:
        """Verifies a delivery: the raw body as received and the header ``Stripe-Signature``.

        Pass the body's bytes before anything decodes or parses them. ``now`` is unix seconds, this
        machine's clock unless given. Raises :class:`WebhookError` where the delivery is not genuine;
        :class:`TypeError` for a body that is not bytes, a signature that is neither text nor bytes and a
        ``now`` that is not an ``int``; :class:`CounterfoilError` with code ``out_of_range`` for a ``now``
        beyond 64 bits.
        """
        body = _border.body_bytes(body)
        signature = _border.signature_bytes(signature)
        now = int(time.time()) if now is None else _border.integer(now, "now")
        keyring = self._keyring
        return Event(_waist.verify(keyring.kept.address, body, signature, now), body, keyring)


class Event(Handle):
    """An event that is proven to come from Stripe. Only :meth:`Webhooks.verify` makes one.

    Its ``repr`` leaves out the object, which holds personal data. A copy is the same object. Pickling it
    raises :class:`TypeError`, since no proof survives it: pass the body and the header to the other process
    and verify them there.
    """

    __slots__ = ("_body", "_numbers", "_outcome", "_packed", "_proof")

    _instead: ClassVar[str] = "pass the body and the header, and verify them there"

    def __init__(self, packed: bytes, body: bytes, proof: _Keyring | str) -> None:
        self._numbers: tuple[int, ...] = _numbers_of(packed, _AT)
        self._packed = packed
        self._body = body
        self._proof = proof
        self._outcome: Outcome | None = None

    @property
    def id(self) -> str:
        """The event's id, ``evt_…``. Two events can tell the same fact; see :attr:`dedupe_key`."""
        return self._text(_ID) or ""

    @property
    def type(self) -> str:
        """Stripe's name for what happened, such as ``checkout.session.completed``."""
        return self._text(_TYPE) or ""

    @property
    def account(self) -> str | None:
        """The connected account on which it happened, to pass to :meth:`Platform.merchant`; ``None`` for
        the platform's own account."""
        return self._text(_ACCOUNT)

    @property
    def livemode(self) -> bool:
        """Whether real money moved."""
        return self._numbers[_LIVEMODE] == 1

    @property
    def created(self) -> int:
        """When the event was made, in unix seconds. Events arrive in any order; do not sort by it."""
        return self._numbers[_CREATED] << 32 | self._numbers[_CREATED + 1] & 0xFFFFFFFF

    @property
    def api_version(self) -> str | None:
        """The version of Stripe's API in which a snapshot is written."""
        return self._text(_API_VERSION)

    @property
    def shape(self) -> Literal["snapshot", "thin"]:
        """Whether the event carries its object (``snapshot``) or names it (``thin``)."""
        return "thin" if self._numbers[_SHAPE] else "snapshot"

    @property
    def label(self) -> str:
        """The label of the secret that proved the event."""
        proof = self._proof
        return proof if isinstance(proof, str) else proof.labels[self._numbers[_SECRET]]

    @property
    def dedupe_key(self) -> str:
        """A key under which to remember that this fact was handled, the same for all of its events."""
        key = self._text(_DEDUPE + 1) or ""
        if not self._numbers[_DEDUPE]:
            return key
        numbers = self._numbers
        plain = self._between(numbers[_PLAIN_TYPE], numbers[_TYPE + 1])
        return f"{self.account or 'platform'}:{plain}:{key}"

    @property
    def object(self) -> str | None:
        """The object of a snapshot, as JSON."""
        return self._text(_OBJECT)

    @property
    def outcome(self) -> Outcome:
        """What happened, as far as an order is concerned. Never decide by the event's type alone."""
        if self._outcome is None:
            self._outcome = self._read_outcome()
        return self._outcome

    def outcome_with(self, object: Any) -> Outcome:
        """The outcome of a thin event, once the object that its outcome names was retrieved: from the
        event's account or, for application fees and accounts, from the platform.

        Raises :class:`CounterfoilError` with code ``wrong_object`` if it is another object.
        """
        text = _raw(object, "object")
        return described(self._asked(b"outcome_with", text), text.decode())

    def differences(self, expected: Expected | Mapping[str, Any]) -> list[Difference]:
        """Everything about the outcome's session that is not as the order was recorded. Compare what you
        know before the goods leave, and have somebody look at every difference.

        Raises :class:`CounterfoilError` with code ``no_session`` for an outcome without one.
        """
        said = _waist.from_json(self._asked(b"event_differences", _parameters.as_json(expected)))
        return [_record.read("Difference", difference) for difference in said]

    def _read_outcome(self) -> Outcome:
        kind = KINDS[self._numbers[_OUTCOME]]
        if kind == "ignored":
            return Outcome(kind, reason=REASONS[self._numbers[_REASON]])
        start, end = self._numbers[_OBJECT : _OBJECT + 2]
        if kind in WITH_SESSION and start >= 0 and end <= len(self._body):
            return later(kind, lambda: with_session(kind, self._body[start:end]))
        return later(kind, lambda: described(self._asked(b"outcome"), self.object or ""))

    def _asked(self, name: bytes, *arguments: bytes) -> bytes:
        """Asks about the delivery, which the library reads once more: it keeps no event."""
        proof = self._proof
        if isinstance(proof, str):
            return _waist.call(0, name, proof.encode(), self._body, *arguments)[0]  # type: ignore[no-any-return]
        secret = b"%d" % self._numbers[_SECRET]
        return _waist.call(proof.kept.address, name, secret, self._body, *arguments)[0]  # type: ignore[no-any-return]

    def _text(self, index: int) -> str | None:
        start = self._numbers[index]
        return None if start < 0 else self._between(start, self._numbers[index + 1])

    def _between(self, start: int, end: int) -> str:
        body = self._body
        if end <= len(body):
            return body[start:end].decode()
        # What the body writes with escapes follows it.
        beyond = _TAIL - len(body)
        return self._packed[start + beyond : end + beyond].decode()

    def __repr__(self) -> str:
        names = ("id", "type", "account", "livemode", "created", "shape", "label")
        return f"Event({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


def event_from_event_bridge(envelope: bytes) -> Event:
    """The event inside an envelope of Amazon EventBridge.

    The envelope carries no signature: call this only with what the provider itself handed over, never with
    the body of a public request. Raises :class:`WebhookError`.
    """
    return _unwrapped(envelope, "event_bridge")


def event_from_event_grid(envelope: bytes) -> Event:
    """The same for Azure Event Grid."""
    return _unwrapped(envelope, "event_grid")


def reconcile(session: Session, payment_intent: PaymentIntent | None = None) -> Outcome:
    """What a session means that was read from Stripe without any event: for the page that the customer
    comes back to, and for a sweep over orders whose events never came.

    A session that is complete and unpaid looks the same while the money is on its way and after it failed:
    retrieve it with ``expand=["payment_intent"]``, or pass the payment intent. With neither the outcome is
    ``fetch``. Raises :class:`CounterfoilError` with code ``wrong_object`` for another payment intent.
    """
    text = _raw(session, "session")
    payment = None if payment_intent is None else _raw(payment_intent, "payment_intent")
    return described(_waist.call(0, b"reconcile", text, payment)[0], text.decode())


def differences(
    expected: Expected | Mapping[str, Any], account: str | None, session: Session
) -> list[Difference]:
    """Everything about a session that is not as the order was recorded, where there is no event to ask."""
    recorded = _parameters.as_json(expected)
    on = _border.optional_text(account, "account")
    said = _waist.from_json(_waist.call(0, b"differences", recorded, on, _raw(session, "session"))[0])
    return [_record.read("Difference", difference) for difference in said]


class _Keyring(Handle):
    """A keyring that the library keeps, and the labels of its secrets."""

    __slots__ = ("kept", "labels")

    kept: _waist.Kept
    labels: tuple[str, ...]

    def __init__(self, kept: _waist.Kept, labels: tuple[str, ...]) -> None:
        self.kept = kept
        self.labels = labels


# The places of an event's numbers, as the core's `waist::packed` has them.
_OUTCOME, _REASON, _SHAPE, _LIVEMODE, _SECRET, _CREATED, _ID, _TYPE = 0, 1, 2, 3, 4, 5, 7, 9
_PLAIN_TYPE, _ACCOUNT, _API_VERSION, _OBJECT, _DEDUPE = 11, 12, 14, 16, 18
_NUMBERS = Struct(">27i")
_numbers_of = _NUMBERS.unpack_from
# After the tag and the length of the numbers; the tail has its length before it, too.
_AT = 1 + 4
_TAIL = _AT + _NUMBERS.size + 4


def _unwrapped(envelope: bytes, provider: str) -> Event:
    envelope = _border.short_bytes(envelope)
    return Event(_waist.packed(b"unwrap", provider.encode(), envelope), envelope, provider)


def _raw(value: Any, path: str) -> bytes:
    """An object of Stripe's as it came."""
    raw: Any = getattr(value, "raw", "") if isinstance(value, _record.Record) else ""
    if raw:
        return _border.text(raw, path)
    text = f"expected an object that Stripe responded with, got {type(value).__name__}"
    raise errors.wrong(path, "wrong_type", text)


def _entry(index: int, secret: EndpointSecret) -> dict[str, Any]:
    if not isinstance(secret, EndpointSecret):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"secrets[{index}]: expected an EndpointSecret, got {type(secret).__name__}")
    return {
        "label": _border.text(secret.label, f"secrets[{index}].label").decode(),
        "secret": _border.text(secret.secret, f"secrets[{index}].secret").decode(),
        "connected": _flag(f"secrets[{index}].source", secret.source, "connected", "platform"),
        "live": _flag(f"secrets[{index}].mode", secret.mode, "live", "test"),
    }


def _flag(path: str, value: str | None, yes: str, no: str) -> bool | None:
    if value is None:
        return None
    if value not in (yes, no):
        raise errors.wrong(path, "invalid_value", f"expected `{yes}` or `{no}`")
    return value == yes


def _seconds(tolerance: int | str) -> int | None:
    if tolerance == "unchecked":
        return None
    if isinstance(tolerance, str):
        raise errors.wrong("tolerance", "invalid_value", "expected seconds or `unchecked`")
    return _border.integer(tolerance, "tolerance")


if not TYPE_CHECKING:

    def __getattr__(name):
        if name in ("IgnoredReason", "OutcomeKind"):
            from counterfoil import _types

            return getattr(_types, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
