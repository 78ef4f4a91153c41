"""What an event means for an order."""

from __future__ import annotations

from counterfoil import _record, _waist
from counterfoil._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from counterfoil._types import IgnoredReason, OutcomeKind
    from counterfoil.records import Session, Subject

__all__ = ["Outcome", "described", "later", "with_session"]


class Outcome:
    """What an event means for an order. Pass its ``kind`` to :func:`advance`.

    What it carries is read when it is asked for. Outcomes are values: they compare by what they carry, can be
    hashed, and can be pickled where nothing in them is secret.
    """

    __slots__ = ("_carried", "_kind", "_read")

    def __init__(
        self,
        kind: OutcomeKind,
        session: Session | None = None,
        subject: Subject | None = None,
        object: Any = None,
        reason: IgnoredReason | None = None,
    ) -> None:
        self._kind: OutcomeKind = kind
        self._carried: _Carried | None = (session, subject, object, reason)
        self._read: Callable[[], Outcome] | None = None

    @property
    def kind(self) -> OutcomeKind:
        """What happened to the payment."""
        return self._kind

    @property
    def session(self) -> Session | None:
        """The session it tells of; absent where it is about something else."""
        return self._all()[0]

    @property
    def subject(self) -> Subject | None:
        """What it is about, in a few fields that all kinds share; ``None`` with a session and for
        ``ignored``. For ``fetch``: retrieve the object that it names, then call
        :meth:`Event.outcome_with`."""
        return self._all()[1]

    @property
    def object(self) -> Any:
        """What came after a payment, as Stripe's object: a :class:`Refund`, a :class:`Dispute` or another."""
        return self._all()[2]

    @property
    def reason(self) -> IgnoredReason | None:
        """For ``ignored``: genuine, but nothing to act on. Answer 2xx."""
        return self._all()[3]

    def _all(self) -> _Carried:
        carried = self._carried
        if carried is None:
            assert self._read is not None
            # Two threads may both read it, and find the same.
            self._carried = carried = self._read()._all()
        return carried

    def __eq__(self, other: Any) -> bool:
        if not isinstance(other, Outcome):
            return NotImplemented
        return self._kind == other._kind and self._all() == other._all()

    def __hash__(self) -> int:
        return hash((self._kind, self._all()))

    def __repr__(self) -> str:
        names = ("kind", "session", "subject", "object", "reason")
        return f"Outcome({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def __copy__(self) -> Outcome:
        return self

    def __deepcopy__(self, memo: dict[int, Any], /) -> Outcome:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return (Outcome, (self._kind, *self._all()))


def described(text: bytes, raw: str) -> Outcome:
    """An outcome as the library tells it; ``raw`` is the object that it carries."""
    said = _waist.from_json(text)
    kind, record = said["kind"], said["record"]
    carried = None if record is None else _record.read(record, said["object"], raw)
    if record == "Session":
        return Outcome(kind, carried)
    told = said["subject"]
    subject = None if told is None else _record.read("Subject", told)
    return Outcome(kind, subject=subject, object=carried, reason=said["reason"])


def with_session(kind: OutcomeKind, raw: bytes) -> Outcome:
    """An outcome with a session, which is read alone: nothing else of the event is needed."""
    said = _waist.from_json(
        _waist.call(0, b"read_answer", b"checkout.sessions.retrieve", b"200", b"[]", raw)[0]
    )
    return Outcome(kind, _record.read("Session", said["object"], raw.decode()))


def later(kind: OutcomeKind, read: Callable[[], Outcome]) -> Outcome:
    """An outcome of that kind, of which the rest is read when it is asked for."""
    outcome = Outcome(kind)
    outcome._carried, outcome._read = None, read  # pyright: ignore[reportPrivateUsage]
    return outcome


if TYPE_CHECKING:
    _Carried = tuple[Session | None, Subject | None, Any, IgnoredReason | None]
