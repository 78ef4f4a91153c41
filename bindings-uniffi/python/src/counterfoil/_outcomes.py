"""What the outcomes have in common; :mod:`counterfoil.outcomes` has a class for each."""

from __future__ import annotations

from counterfoil._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ClassVar, Literal, NoReturn, TypeVar

    from counterfoil._types import IgnoredReason
    from counterfoil.records import Session, Subject

    Self = TypeVar("Self", bound="Meaning")

__all__ = ["Meaning", "OfFetch", "OfReason", "OfSession", "OfSubject"]


class Meaning:
    """What all outcomes have in common. Pass the ``kind`` to :func:`counterfoil.advance`.

    What an outcome carries is read when it is first used. Outcomes are values: they compare by what they
    carry, can be hashed, and can be pickled unless they contain a secret.
    """

    __slots__ = ("_carried", "_read")
    __match_args__: ClassVar[tuple[str, ...]] = ()

    _carried: tuple[Any, ...] | None
    _read: Callable[[], tuple[Any, ...]] | None

    def _take(self, *carried: Any) -> None:
        object.__setattr__(self, "_carried", carried)
        object.__setattr__(self, "_read", None)

    @classmethod
    def _later(cls: type[Self], read: Callable[[], tuple[Any, ...]]) -> Self:
        """An outcome of which everything except the kind is read when it is first used."""
        outcome = cls.__new__(cls)
        object.__setattr__(outcome, "_carried", None)
        object.__setattr__(outcome, "_read", read)
        return outcome

    def _all(self) -> tuple[Any, ...]:
        carried = self._carried
        if carried is None:
            read = self._read
            # Two threads may both read it, with the same result.
            carried = self._all() if read is None else read()
            object.__setattr__(self, "_carried", carried)
            # The source is no longer needed.
            object.__setattr__(self, "_read", None)
        return carried

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Meaning) or type(self) is not type(other):
            return NotImplemented
        return self._all() == other._all()

    def __hash__(self) -> int:
        return hash((type(self), self._all()))

    def __repr__(self) -> str:
        fields = zip(self.__match_args__, self._all(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in fields)})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)

    def __copy__(self: Self) -> Self:
        return self

    def __deepcopy__(self: Self, memo: dict[int, Any], /) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), self._all())


class OfSession(Meaning):
    """An outcome that carries a Checkout Session."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[Literal["session"]]] = ("session",)  # pyright: ignore[reportIncompatibleVariableOverride]

    def __init__(self, session: Session) -> None:
        self._take(session)

    @property
    def session(self) -> Session:
        """The session that it is about."""
        session: Session = self._all()[0]
        return session

    @property
    def subject(self) -> None:
        """None: the session has all of it."""

    @property
    def object(self) -> None:
        """None besides the session."""

    @property
    def reason(self) -> None:
        """None: it was not ignored."""


class OfSubject(Meaning):
    """An outcome about something that comes after a payment, with Stripe's object."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[Literal["object"], Literal["subject"]]] = ("object", "subject")  # pyright: ignore[reportIncompatibleVariableOverride]

    def __init__(self, object: Any, subject: Subject) -> None:
        self._take(object, subject)

    @property
    def session(self) -> None:
        """None."""

    @property
    def subject(self) -> Subject:
        """What it is about, in the same few fields for all kinds."""
        subject: Subject = self._all()[1]
        return subject

    @property
    def object(self) -> Any:
        """Stripe's object, as the event contains it."""
        return self._all()[0]

    @property
    def reason(self) -> None:
        """None: it was not ignored."""


class OfFetch(Meaning):
    """An outcome for which an object has to be retrieved first."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[Literal["subject"]]] = ("subject",)  # pyright: ignore[reportIncompatibleVariableOverride]

    def __init__(self, subject: Subject) -> None:
        self._take(subject)

    @property
    def session(self) -> None:
        """None yet."""

    @property
    def subject(self) -> Subject:
        """Names the object: retrieve it, then call :meth:`counterfoil.Event.outcome_with`."""
        subject: Subject = self._all()[0]
        return subject

    @property
    def object(self) -> None:
        """None yet."""

    @property
    def reason(self) -> None:
        """None: it was not ignored."""


class OfReason(Meaning):
    """An outcome for an event that is genuine but requires no action."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[Literal["reason"]]] = ("reason",)  # pyright: ignore[reportIncompatibleVariableOverride]

    def __init__(self, reason: IgnoredReason) -> None:
        self._take(reason)

    @property
    def session(self) -> None:
        """None."""

    @property
    def subject(self) -> None:
        """None."""

    @property
    def object(self) -> None:
        """None."""

    @property
    def reason(self) -> IgnoredReason:
        """Why there is nothing to do. Respond with 2xx."""
        reason: IgnoredReason = self._all()[0]
        return reason
