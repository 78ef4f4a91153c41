"""Webhooks: whether a delivery is genuine, what happened, and what that means for the order."""

from __future__ import annotations

import time
from struct import Struct

from counterfoil import _border, _parameters, _record, _waist, errors
from counterfoil._handles import Handle
from counterfoil._outcomes import OfReason, OfSession, OfSubject
from counterfoil._typing import TYPE_CHECKING
from counterfoil._words import REASONS
from counterfoil.outcomes import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, ClassVar, Literal

    from counterfoil import params as dicts
    from counterfoil._types import IgnoredReason as IgnoredReason
    from counterfoil._types import OutcomeKind as OutcomeKind
    from counterfoil.outcomes import Outcome
    from counterfoil.records import Difference, Expected, PaymentIntent, Session

    _Proof = tuple[str, Literal["connected", "platform"] | None, Literal["live", "test"] | None]

__all__ = [
    "EndpointSecret",
    "Event",
    "IgnoredReason",
    "OutcomeKind",
    "Webhooks",
    "differences",
    "event_from_event_bridge",
    "event_from_event_grid",
    "reconcile",
]


class EndpointSecret(Handle):
    """One endpoint's signing secret, with what the endpoint should receive.

    Only the attribute shows the secret: ``repr``, ``vars``, ``dataclasses.asdict`` and ``pickle`` do not
    contain it. ``source`` and ``mode`` may be left out.
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
        """A name for logs; every event has the label of the secret that proved it."""
        return self._label

    @property
    def secret(self) -> str:
        """The whole string that Stripe shows, including ``whsec_``."""
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
    """The signing secrets of a platform's endpoints, and how strictly deliveries are checked.

    Create one when the process starts and share it between threads; a copy is the same object, and pickling
    it raises :class:`TypeError`. ``tolerance`` is how far a signature's time may be from now, in seconds, 300
    if absent; ``"unchecked"`` is for deliveries that are replayed from storage. ``max_body`` is the maximum
    size of a body in bytes, 1 MiB if absent.
    """

    def __init__(
        self,
        secrets: Iterable[EndpointSecret],
        *,
        tolerance: int | Literal["unchecked"] | None = None,
        max_body: int | None = None,
    ) -> None:
        given = _listed(secrets)
        entries = [_entry(index, secret) for index, secret in enumerate(given)]
        settings: dict[str, Any] = {"secrets": entries}
        if tolerance is not None:
            settings["tolerance"] = _seconds(tolerance)
        if max_body is not None:
            settings["max_body"] = _border.integer(max_body, "max_body")
        kept = _waist.call(0, b"keyring", _parameters.as_json(settings))
        self._keyring = _Keyring(_waist.Kept(int(kept[0])), given)
        self._max_body = int(kept[1])

    @property
    def max_body(self) -> int:
        """The maximum size of a body in bytes: no server has to read more."""
        return self._max_body

    def verify(
        self, body: bytes | bytearray | memoryview, signature: str | bytes | None, now: int | None = None
    ) -> Event:
        """Verifies a delivery: the raw body as received and the header ``Stripe-Signature``.

        Pass the body's bytes before anything decodes or parses them. ``now`` is unix seconds, this machine's
        clock if absent. Raises :class:`WebhookError` if the delivery is not genuine; :class:`WrongTypeError`
        for a body that is not bytes, a signature that is neither text nor bytes and a ``now`` that is not an
        ``int``; :class:`InvalidRequestError` with code ``out_of_range`` for a ``now`` beyond 64 bits.
        """
        body = _border.body_bytes(body)
        header = _border.signature_bytes(signature)
        now = int(time.time()) if now is None else _border.integer(now, "now")
        keyring = self._keyring
        packed = _waist.verify(keyring.kept.address, body, header, now)
        return Event(packed, body, keyring, (header, now))

    def resume(self, saved: str) -> Event:
        """Restores an event that :meth:`Event.save` returned, in another process or from a queue.

        The signature is checked again, as of the time at which the event was first verified, so it may have
        waited for any length of time. Raises :class:`WebhookError` if the delivery is not genuine, and
        :class:`InvalidRequestError` for anything but a saved event.
        """
        body, header, now = _delivery_of(saved)
        return self.verify(body, header, now)


class Event(Handle):
    """An event that is proven to come from Stripe. Only :meth:`Webhooks.verify` creates one, and the
    functions that read the envelope of a cloud provider that authenticates its senders.

    Its ``repr`` leaves out the object, which contains personal data. A copy is the same object.

    A worker can receive it as a pickle, as with Celery and RQ, or as the text of :meth:`save`, for queues
    that hold JSON. A pickle is as trustworthy as the queue that it went through, as all pickles are;
    :meth:`Webhooks.resume` checks the signature again. Both contain the whole body, including personal data,
    and no signing secret.
    """

    __slots__ = ("_body", "_delivered", "_keyring", "_numbers", "_outcome", "_packed")

    def __init__(
        self,
        packed: bytes,
        body: bytes,
        keyring: _Keyring | str,
        delivered: tuple[bytes | None, int] | None = None,
    ) -> None:
        self._numbers: tuple[int, ...] = _numbers_of(packed, _AT)
        self._packed = packed
        self._body = body
        # The name of a provider, for an event from its envelope.
        self._keyring = keyring
        # The header, and the time at which it was verified.
        self._delivered = delivered
        self._outcome: Outcome | None = None

    @property
    def id(self) -> str:
        """The event's id, ``evt_…``. Two events can be about the same fact; see :attr:`dedupe_key`."""
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
        """Whether it happened in live mode."""
        return self._numbers[_LIVEMODE] == 1

    @property
    def created(self) -> int:
        """When the event was created, in unix seconds. Events arrive in any order; do not sort by it."""
        return self._numbers[_CREATED] << 32 | self._numbers[_CREATED + 1] & 0xFFFFFFFF

    @property
    def api_version(self) -> str | None:
        """The API version of a snapshot."""
        return self._text(_API_VERSION)

    @property
    def shape(self) -> Literal["snapshot", "thin"]:
        """Whether the event contains its object (``snapshot``) or names it (``thin``)."""
        return "thin" if self._numbers[_SHAPE] else "snapshot"

    @property
    def label(self) -> str:
        """The label of the secret that proved the event."""
        keyring = self._keyring
        return keyring if isinstance(keyring, str) else keyring.labels[self._numbers[_SECRET]]

    @property
    def dedupe_key(self) -> str:
        """A key to remember that this fact was handled, the same for all of its events."""
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
    def body(self) -> bytes:
        """The delivery as it was received, byte for byte; for an event in an envelope, the envelope."""
        return self._body

    def to_dict(self) -> dict[str, Any]:
        """Returns the fields by name, with ``object`` as a dictionary, for your own database or log. It
        contains personal data.
        """
        from json import loads

        fields = {name: getattr(self, name) for name in (*_FIELDS, "api_version", "dedupe_key")}
        return {**fields, "object": None if self.object is None else loads(self.object)}

    def save(self) -> str:
        """Returns the delivery as one line of JSON, for a queue: :meth:`Webhooks.resume` reads it, and checks
        the signature again.

        Raises :class:`WrongTypeError` for an event in an envelope, which has no signature: pass on the
        envelope.
        """
        from json import dumps

        if self._delivered is None:
            raise errors.wrong_type("event", "expected an event that was verified by its signature")
        header, now = self._delivered
        # A header may contain any bytes.
        signature = None if header is None else header.decode("latin-1")
        return dumps({"body": self._body.decode(), "signature": signature, "now": now})

    @property
    def outcome(self) -> Outcome:
        """What happened, as far as an order is concerned. Never decide by the event's type alone."""
        if self._outcome is None:
            self._outcome = self._read_outcome()
        return self._outcome

    def _to_fetch(self) -> bytes:
        """What has to be read before the outcome is known."""
        from json import dumps

        named = _waist.from_json(self._asked(b"outcome"))["fetch"]
        if named is None:
            raise errors.wrong_type("event", f"expected one whose outcome is `fetch`, got {self.type}")
        return dumps(named).encode()

    def outcome_with(self, object: Any) -> Outcome:
        """Returns the outcome of a thin event, after the object that its outcome names was retrieved, as
        ``platform.fetch(event)`` does.

        Raises :class:`CounterfoilError` with code ``wrong_object`` if it is another object.
        """
        text = _raw(object, "object")
        return _described(self._asked(b"outcome_with", text), text.decode())

    def differences(self, expected: Expected | dicts.Expected) -> list[Difference]:
        """Returns every difference between the outcome's session and the record of the order. Compare before
        you fulfill the order, and have every difference reviewed.

        Raises :class:`CounterfoilError` with code ``no_session`` for an outcome without one.
        """
        said = _waist.from_json(
            self._asked(b"event_differences", _parameters.as_json(expected, record="Expected"))
        )
        return [_record.read("Difference", difference) for difference in said]

    def _read_outcome(self) -> Outcome:
        kind = KINDS[self._numbers[_OUTCOME]]
        if issubclass(kind, OfReason):
            return kind(REASONS[self._numbers[_REASON]])
        if issubclass(kind, OfSession):
            return kind._later(self._session)  # pyright: ignore[reportPrivateUsage]
        return kind._later(self._described)  # pyright: ignore[reportPrivateUsage]

    def _described(self) -> tuple[Any, ...]:
        """Returns what the outcome carries, from the library's JSON."""
        return _carried(_waist.from_json(self._asked(b"outcome")), self.object or "")

    def _session(self) -> tuple[Any, ...]:
        """Returns the session, from the offsets of its fields."""
        numbers, packed, body = self._numbers, self._packed, self._body
        start, end = numbers[_OBJECT], numbers[_OBJECT + 1]
        (tail,) = _size_at(packed, _TAIL - 4)
        places = _TAIL + tail + 4
        if places > len(packed) or not 0 <= start <= end <= len(body):
            return self._described()
        raw = body[start:end].decode()
        last = len(raw) + start

        def text(start_of_text: int, end_of_text: int) -> str:
            return raw[start_of_text - start : end_of_text - start]

        def any_text(start_of_text: int, end_of_text: int) -> str:
            if start_of_text >= start and end_of_text <= last:
                return text(start_of_text, end_of_text)
            return self._between(start_of_text, end_of_text)

        read = self._between if last != end else any_text if tail else text
        return (_record.at_places("Session", _places_of(packed, places), read, raw),)

    def _asked(self, name: bytes, *arguments: bytes) -> bytes:
        """Calls a function about the delivery, which the library reads once more: it keeps no event."""
        keyring = self._keyring
        if isinstance(keyring, str):
            return _waist.call(0, name, keyring.encode(), self._body, *arguments)[0]  # type: ignore[no-any-return]
        secret = b"%d" % self._numbers[_SECRET]
        return _waist.call(keyring.kept.address, name, secret, self._body, *arguments)[0]  # type: ignore[no-any-return]

    def _text(self, index: int) -> str | None:
        start = self._numbers[index]
        return None if start < 0 else self._between(start, self._numbers[index + 1])

    def _between(self, start: int, end: int) -> str:
        body = self._body
        if end <= len(body):
            return body[start:end].decode()
        # Texts that the body writes with escapes follow it.
        beyond = _TAIL - len(body)
        return self._packed[start + beyond : end + beyond].decode()

    def __repr__(self) -> str:
        return f"Event({', '.join(f'{name}={getattr(self, name)!r}' for name in _FIELDS)})"

    def __reduce_ex__(self, protocol: Any, /) -> tuple[Any, ...]:  # type: ignore[override]
        keyring = self._keyring
        if isinstance(keyring, str):
            return (_unwrapped, (self._body, keyring))
        proof = keyring.proofs[self._numbers[_SECRET]]
        return (_proven, (self._body, proof, self._delivered))

    def __reduce__(self) -> tuple[Any, ...]:  # type: ignore[override]
        return self.__reduce_ex__(0)


def event_from_event_bridge(envelope: bytes) -> Event:
    """Returns the event inside an envelope of Amazon EventBridge.

    The envelope has no signature: call this only with what the provider itself delivered, never with the body
    of a public request. Raises :class:`WebhookError`.
    """
    return _unwrapped(envelope, "event_bridge")


def event_from_event_grid(envelope: bytes) -> Event:
    """Does the same for Azure Event Grid."""
    return _unwrapped(envelope, "event_grid")


def reconcile(session: Session, payment_intent: PaymentIntent | None = None) -> Outcome:
    """Returns the outcome of a session that was retrieved from Stripe without an event: for the page that the
    customer returns to, and for a sweep over orders whose events never arrived.

    A session that is complete and unpaid looks the same while the payment is processing and after it has
    failed: retrieve it with ``expand=["payment_intent"]``, or pass the payment intent. With neither, the
    outcome is ``fetch``. Raises :class:`CounterfoilError` with code ``wrong_object`` for another payment
    intent.
    """
    text = _raw(session, "session")
    payment = None if payment_intent is None else _raw(payment_intent, "payment_intent")
    return _described(_waist.call(0, b"reconcile", text, payment)[0], text.decode())


def differences(
    expected: Expected | dicts.Expected, account: str | None, session: Session
) -> list[Difference]:
    """Returns every difference between a session and the record of the order, where there is no event."""
    recorded = _parameters.as_json(expected, record="Expected")
    on = _border.optional_text(account, "account")
    said = _waist.from_json(_waist.call(0, b"differences", recorded, on, _raw(session, "session"))[0])
    return [_record.read("Difference", difference) for difference in said]


class _Keyring(Handle):
    """A keyring that the library keeps, and what is known about its secrets."""

    __slots__ = ("kept", "labels", "proofs")

    kept: _waist.Kept
    labels: tuple[str, ...]
    proofs: tuple[_Proof, ...]

    def __init__(self, kept: _waist.Kept, secrets: list[EndpointSecret]) -> None:
        self.kept = kept
        self.labels = tuple([secret.label for secret in secrets])
        self.proofs = tuple([(secret.label, secret.source, secret.mode) for secret in secrets])


def _proven(body: bytes, proof: _Proof, delivered: tuple[bytes | None, int]) -> Event:
    """Returns an event from a pickle. It was proven before, so any secret will do to read it again."""
    from hmac import new
    from os import urandom

    label, source, mode = proof
    secret = urandom(16).hex()
    keyring = Webhooks([EndpointSecret(label, secret, source, mode)], max_body=1 << 30)._keyring  # pyright: ignore[reportPrivateUsage]
    signature = b"t=1,v1=" + new(secret.encode(), b"1." + body, "sha256").hexdigest().encode()
    return Event(_waist.verify(keyring.kept.address, body, signature, 1), body, keyring, delivered)


def _delivery_of(saved: str) -> tuple[bytes, bytes | None, int]:
    """Returns the body, the header and the time from a text that :meth:`Event.save` returned."""
    from json import loads

    try:
        said: Any = loads(_border.text(saved, "saved"))
    except (ValueError, RecursionError):
        raise errors.wrong("saved", "invalid_json", "expected the text that `save()` returned") from None
    try:
        body, signature, now = said["body"], said["signature"], said["now"]
        header = None if signature is None else signature.encode("latin-1")
        return (_border.text(body, "body"), header, _border.integer(now, "now"))
    except (TypeError, KeyError, AttributeError, ValueError, errors.CounterfoilError):
        raise errors.wrong("saved", "wrong_type", "expected the text that `save()` returned") from None


# The indices of an event's numbers, as in the core's `waist::packed`.
_OUTCOME, _REASON, _SHAPE, _LIVEMODE, _SECRET, _CREATED, _ID, _TYPE = 0, 1, 2, 3, 4, 5, 7, 9
_PLAIN_TYPE, _ACCOUNT, _API_VERSION, _OBJECT, _DEDUPE = 11, 12, 14, 16, 18
_NUMBERS = Struct(">27i")
_numbers_of = _NUMBERS.unpack_from
# After the tag and the length of the numbers; the tail has its length in front, too.
_AT = 1 + 4
_TAIL = _AT + _NUMBERS.size + 4
_PLACES = Struct(">44i")
_places_of = _PLACES.unpack_from
_size_at = Struct(">i").unpack_from
_FIELDS = ("id", "type", "account", "livemode", "created", "shape", "label")


def _described(text: bytes, raw: str) -> Outcome:
    """Returns an outcome from the library's JSON; ``raw`` is the object that it carries."""
    said = _waist.from_json(text)
    kind: Any = next(kind for kind in KINDS if kind.kind == said["kind"])
    outcome: Outcome = kind(*_carried(said, raw))
    return outcome


def _carried(said: dict[str, Any], raw: str) -> tuple[Any, ...]:
    """Returns what an outcome carries, in the order of its class's fields."""
    kind = next(kind for kind in KINDS if kind.kind == said["kind"])
    if issubclass(kind, OfReason):
        return (said["reason"],)
    record = said["record"]
    object = None if record is None else _record.read(record, said["object"], raw)
    if issubclass(kind, OfSession):
        return (object,)
    subject = _record.read("Subject", said["subject"])
    return (object, subject) if issubclass(kind, OfSubject) else (subject,)


def _listed(secrets: Iterable[EndpointSecret]) -> list[EndpointSecret]:
    if hasattr(secrets, "__iter__"):
        return list(secrets)
    raise errors.wrong_type("secrets", f"expected a list of EndpointSecret, got {type(secrets).__name__}")


def _unwrapped(envelope: bytes, provider: str) -> Event:
    envelope = _border.short_bytes(envelope)
    return Event(_waist.packed(b"unwrap", provider.encode(), envelope), envelope, provider)


def _raw(value: Any, path: str) -> bytes:
    """Returns the JSON of one of Stripe's objects, as it was received."""
    raw: Any = getattr(value, "raw", "") if isinstance(value, _record.Record) else ""
    if raw:
        return _border.text(raw, path)
    text = f"expected an object that Stripe responded with, got {type(value).__name__}"
    raise errors.wrong(path, "wrong_type", text)


def _entry(index: int, secret: EndpointSecret) -> dict[str, Any]:
    if not isinstance(secret, EndpointSecret):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise errors.wrong_type(
            f"secrets[{index}]", f"expected an EndpointSecret, got {type(secret).__name__}"
        )
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
