"""Webhooks: is a delivery genuine, what does it tell, and what does that mean for the order."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, cast

from counterfoil import _border, _lane, _native
from counterfoil._handles import Handle
from counterfoil.errors import CounterfoilError, Fault, WebhookRejected, rejected, translated
from counterfoil.records import (
    Difference,
    Expected,
    PaymentIntent,
    Session,
    Subject,
)

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

OutcomeKind = Literal[
    "paid",
    "awaiting_payment",
    "payment_failed",
    "expired",
    "nothing_to_pay",
    "setup_complete",
    "payment_changed",
    "refunded",
    "refund_changed",
    "dispute_changed",
    "fee_changed",
    "fee_refund_changed",
    "invoice_paid",
    "invoice_failed",
    "subscription_changed",
    "account_changed",
    "capability_changed",
    "disconnected",
    "fetch",
    "ignored",
    "still_open",
]
"""What happened. The first six and ``still_open``, which only :func:`reconcile` gives, come with a session;
no order moves by the others."""

IgnoredReason = Literal[
    "other_type", "wrong_source", "wrong_mode", "unknown_payment_status", "unreadable_object"
]
"""Why there is nothing to act on."""


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
        entries = [_native_secret(index, secret) for index, secret in enumerate(secrets)]
        most = None if max_body is None else _border.integer(max_body, "max_body")
        with translated():
            keyring = _native.NativeKeyring(entries, _native_tolerance(tolerance), most)
        # Together, so that the address keeps alive what it points to.
        self._keyring = (keyring, keyring.address())

    def verify(
        self, body: bytes | bytearray | memoryview, signature: str | bytes | None, now: int | None = None
    ) -> Event:
        """Verifies a delivery: the raw body as received and the header ``Stripe-Signature``.

        Pass the body's bytes before anything decodes or parses them. ``now`` is unix seconds, this
        machine's clock unless given. Raises :class:`WebhookRejected` where the delivery is not genuine;
        :class:`TypeError` for a body that is not bytes, a signature that is neither text nor bytes and a
        ``now`` that is not an ``int``; :class:`CounterfoilError` with code ``out_of_range`` for a ``now``
        beyond 64 bits.
        """
        body = _border.body_bytes(body)
        signature = _border.signature_bytes(signature)
        now = int(time.time()) if now is None else _border.integer(now, "now")
        keyring, address = self._keyring
        tag, row = _lane.verify(address, body, signature, now)
        if tag != 0:
            code, message, diagnosis = map(_lane.required, row)
            raise WebhookRejected(code, message, diagnosis)
        return Event(row, _Delivery(body, lambda: keyring.verify(body, signature or b"", now)))


@dataclass(frozen=True)
class Outcome:
    """What an event means for an order. Pass its ``kind`` to :func:`advance`."""

    kind: OutcomeKind
    """What happened to the payment."""
    session: Session | None = None
    """The session it tells of; absent where it is about something else."""
    subject: Subject | None = None
    """What it is about, in a few fields that all kinds share; ``None`` with a session and for ``ignored``.
    For ``fetch``: retrieve the object that it names, then call :meth:`Event.outcome_with`."""
    object: Any = None
    """What came after a payment, as Stripe's object: a :class:`Refund`, a :class:`Dispute` or another."""
    reason: IgnoredReason | None = None
    """For ``ignored``: genuine, but nothing to act on. Answer 2xx."""


class Event(Handle):
    """An event that is proven to come from Stripe. Only :meth:`Webhooks.verify` makes one.

    Its ``repr`` leaves out the object, which holds personal data. A copy is the same object. Pickling it
    raises :class:`TypeError`, since no proof survives it: pass the body and the header to the other process
    and verify them there.
    """

    __slots__ = ("_delivery", "_outcome", "_row")

    _instead: ClassVar[str] = "pass the body and the header, and verify them there"

    def __init__(self, row: _lane.Row, delivery: _Delivery) -> None:
        self._row = row
        self._delivery = delivery
        self._outcome: Outcome | None = None

    @property
    def id(self) -> str:
        """The event's id, ``evt_…``. Two events can tell the same fact; see :attr:`dedupe_key`."""
        return _lane.required(self._row[0])

    @property
    def type(self) -> str:
        """Stripe's name for what happened, such as ``checkout.session.completed``."""
        return _lane.required(self._row[1])

    @property
    def account(self) -> str | None:
        """The connected account on which it happened, to pass to :meth:`Platform.merchant`; ``None`` for
        the platform's own account."""
        return _lane.text(self._row[2])

    @property
    def livemode(self) -> bool:
        """Whether real money moved."""
        return self._row[3] == b"true"

    @property
    def created(self) -> int:
        """When the event was made, in unix seconds. Events arrive in any order; do not sort by it."""
        return int(_lane.required(self._row[4]))

    @property
    def api_version(self) -> str | None:
        """The version of Stripe's API in which a snapshot is written."""
        return _lane.text(self._row[5])

    @property
    def shape(self) -> Literal["snapshot", "thin"]:
        """Whether the event carries its object (``snapshot``) or names it (``thin``)."""
        return cast(Literal["snapshot", "thin"], _lane.required(self._row[6]))

    @property
    def label(self) -> str:
        """The label of the secret that proved the event."""
        return _lane.required(self._row[7])

    @property
    def dedupe_key(self) -> str:
        """A key under which to remember that this fact was handled, the same for all of its events."""
        return _lane.required(self._row[8])

    @property
    def object(self) -> str | None:
        """The object of a snapshot, as JSON."""
        start, end = _lane.integer(self._row[9]), _lane.integer(self._row[10])
        return None if start is None else self._delivery.body[start:end].decode()

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
        kind = type(object).__name__
        variant = "".join(f"_{letter}" if letter.isupper() else letter for letter in kind)
        # The variants become subclasses at import time, out of sight of type checkers.
        objects: Any = _native.AnyObject
        with translated():
            return _outcome(
                self._delivery.event().outcome_of(getattr(objects, variant.lstrip("_").upper())(object))
            )

    def differences(self, expected: Expected | Mapping[str, Any]) -> list[Difference]:
        """Everything about the outcome's session that is not as the order was recorded. Compare what you
        know before goods leave, and have somebody look at every difference.

        Raises :class:`CounterfoilError` with code ``no_session`` for an outcome without one.
        """
        recorded = _expected(expected)
        with translated():
            return self._delivery.event().differences(recorded)

    def _read_outcome(self) -> Outcome:
        kind = cast(OutcomeKind, _lane.required(self._row[11]))
        session = self._row[14]
        if session is not None:
            return Outcome(kind, _read_session(_lane.unpack(session), self.object or ""))
        if kind == "ignored":
            return Outcome(kind, reason=cast("IgnoredReason | None", _lane.text(self._row[12])))
        # What is rare is read once more, as a whole.
        with translated():
            return _outcome(self._delivery.event().meaning())

    def __repr__(self) -> str:
        names = ("id", "type", "account", "livemode", "created", "shape", "label")
        return f"Event({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


def event_from_event_bridge(envelope: bytes) -> Event:
    """The event inside an envelope of Amazon EventBridge.

    The envelope carries no signature: call this only with what the provider itself handed over, never with
    the body of a public request. Raises :class:`WebhookRejected`.
    """
    return _unwrapped(envelope, _native.event_bridge_row, _native.event_from_event_bridge)


def event_from_event_grid(envelope: bytes) -> Event:
    """The same for Azure Event Grid."""
    return _unwrapped(envelope, _native.event_grid_row, _native.event_from_event_grid)


def reconcile(session: Session, payment_intent: PaymentIntent | None = None) -> Outcome:
    """What a session means that was read from Stripe without any event: for the page that the customer
    comes back to, and for a sweep over orders whose events never came.

    A session that is complete and unpaid looks the same while the money is on its way and after it failed:
    retrieve it with ``expand=["payment_intent"]``, or pass the payment intent. With neither the outcome is
    ``fetch``. Raises :class:`CounterfoilError` with code ``wrong_object`` for another payment intent.
    """
    with translated():
        return _outcome(_native.reconcile(session, payment_intent))


def differences(
    expected: Expected | Mapping[str, Any], account: str | None, session: Session
) -> list[Difference]:
    """Everything about a session that is not as the order was recorded, where there is no event to ask."""
    recorded = _expected(expected)
    with translated():
        return _native.differences(recorded, account, session)


def _expected(expected: Expected | Mapping[str, Any]) -> Expected:
    if isinstance(expected, Expected):
        return expected
    with translated():
        return _native.expected_from_json(json.dumps(expected))


def _unwrapped(
    envelope: bytes, row: Callable[[bytes], bytes], event: Callable[[bytes], _native.NativeEvent]
) -> Event:
    envelope = _border.short_bytes(envelope)
    with rejected():
        return Event(_lane.unpack(row(envelope)), _Delivery(envelope, lambda: event(envelope)))


def _outcome(outcome: _native.NativeOutcome) -> Outcome:
    kind = cast(OutcomeKind, outcome.kind)
    carried = None if outcome.object is None else cast(Any, outcome.object)[0]
    if carried is not None:
        carried.raw = outcome.raw
    if isinstance(carried, Session):
        return Outcome(kind, carried)
    return Outcome(
        kind,
        subject=outcome.subject,
        object=carried,
        reason=cast("IgnoredReason | None", outcome.reason),
    )


@dataclass(frozen=True)
class _Delivery(Handle):
    """What an event was read from, and how it is read again: an event exists only where its proof is."""

    body: bytes
    event: Callable[[], _native.NativeEvent]


def _read_session(row: _lane.Row, raw: str) -> Session:
    text, integer = _lane.text, _lane.integer
    pairs = [_lane.required(cell) for cell in _lane.unpack(row[11] or bytes(4))]
    return Session(
        id=_lane.required(row[0]),
        url=text(row[1]),
        status=text(row[2]),
        payment_status=text(row[3]),
        mode=text(row[4]),
        amount_total=integer(row[5]),
        currency=text(row[6]),
        client_reference_id=text(row[7]),
        payment_intent=text(row[8]),
        customer=text(row[9]),
        customer_email=text(row[10]),
        metadata=dict(zip(pairs[::2], pairs[1::2], strict=True)),
        livemode=row[12] == b"true",
        created=integer(row[13]),
        expires_at=integer(row[14]),
        amount_subtotal=integer(row[15]),
        payment_intent_status=text(row[16]),
        subscription=text(row[17]),
        setup_intent=text(row[18]),
        invoice=text(row[19]),
        recovery_url=text(row[20]),
        client_secret=text(row[21]),
        raw=raw,
    )


def _native_secret(index: int, secret: EndpointSecret) -> _native.SecretEntry:
    return _native.SecretEntry(
        label=secret.label,
        secret=secret.secret,
        connected=_flag(f"secrets[{index}].source", secret.source, "connected", "platform"),
        live=_flag(f"secrets[{index}].mode", secret.mode, "live", "test"),
    )


def _flag(path: str, value: str | None, yes: str, no: str) -> bool | None:
    if value is None:
        return None
    if value not in (yes, no):
        raise _invalid(path, f"expected `{yes}` or `{no}`")
    return value == yes


def _invalid(path: str, message: str) -> CounterfoilError:
    fault = Fault(path, "invalid_value", message)
    return CounterfoilError(fault.code, f"{path}: {message}", faults=(fault,))


def _native_tolerance(tolerance: int | str | None) -> _native.ToleranceSetting:
    # The variants become subclasses at import time, out of sight of type checkers.
    setting: Any = _native.ToleranceSetting
    if tolerance is None:
        return cast(_native.ToleranceSetting, setting.DEFAULT())
    if tolerance == "unchecked":
        return cast(_native.ToleranceSetting, setting.UNCHECKED())
    if isinstance(tolerance, str):
        raise _invalid("tolerance", "expected seconds or `unchecked`")
    seconds = _border.integer(tolerance, "tolerance")
    return cast(_native.ToleranceSetting, setting.SECONDS(seconds))
