"""Values: they cannot be changed, compare by their fields, and can be copied and hashed."""

# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from _operator import attrgetter

from counterfoil._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ClassVar, NoReturn, TypeVar

    Self = TypeVar("Self")

__all__ = ["Metadata", "Value", "frozen"]


class Value:
    """An object whose fields do not change. A copy is the object itself.

    A subclass names its fields in ``__slots__`` and passes them to :meth:`_fill`.
    """

    __slots__ = ()

    _names: ClassVar[tuple[str, ...]] = ()
    """The fields, in the order of their definition."""
    _setters: ClassVar[tuple[Callable[[Any, Any], None], ...]] = ()
    """What sets each of them, once."""
    _values: ClassVar[Any] = None
    """A function that reads all fields of a value together."""
    _hidden: ClassVar[frozenset[str]] = frozenset()
    """The fields that are never printed."""
    _uncompared: ClassVar[frozenset[str]] = frozenset()
    """The fields that do not count in comparisons."""

    def __init_subclass__(cls) -> None:
        own = tuple(cls.__dict__.get("__slots__", ()))
        cls._names = cls._names + own
        cls._setters = cls._setters + tuple(cls.__dict__[name].__set__ for name in own)
        if len(cls._names) > 1:
            cls._values = staticmethod(attrgetter(*cls._names))
        elif cls._names:
            cls._values = staticmethod(_one_of(attrgetter(*cls._names)))

    def _fill(self, *values: Any) -> None:
        for set_field, value in zip(self._setters, values, strict=True):
            set_field(self, value)

    def _compared(self) -> tuple[Any, ...]:
        values: tuple[Any, ...] = self._values(self)
        if not self._uncompared:
            return values
        pairs = zip(self._names, values, strict=True)
        return tuple([value for name, value in pairs if name not in self._uncompared])

    def __eq__(self, other: Any) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash((type(self), self._compared()))

    def __repr__(self) -> str:
        shown = [f"{name}={getattr(self, name)!r}" for name in self._names if name not in self._hidden]
        return f"{type(self).__name__}({', '.join(shown)})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed: create another one with other fields")

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)

    def __copy__(self: Self) -> Self:
        return self

    def __deepcopy__(self: Self, memo: dict[int, Any], /) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return (_again, (type(self), self._values(self)))


class Metadata(dict["str", "Any"]):
    """A dictionary that cannot be changed; ``dict(…)`` of it is a copy that can be."""

    __slots__ = ()

    def _refuse(self, *args: object, **kwargs: object) -> NoReturn:
        raise TypeError("this dictionary cannot be changed: dict(…) makes a copy that can be")

    if not TYPE_CHECKING:
        __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = __ior__ = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __copy__(self) -> Metadata:
        return self

    def __deepcopy__(self, memo: dict[int, Any], /) -> Metadata:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return (Metadata, (dict(self),))


def frozen(value: Any) -> Any:
    """Returns the value, with lists as tuples and dictionaries that cannot be changed."""
    if isinstance(value, (list, tuple)):
        return tuple([frozen(item) for item in value])
    if isinstance(value, dict) and not isinstance(value, Metadata):
        return Metadata({name: frozen(item) for name, item in value.items()})
    return value


def _one_of(read: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    def values(value: Any) -> tuple[Any, ...]:
        return (read(value),)

    return values


def _again(kind: type[Value], values: tuple[Any, ...]) -> Value:
    """Restores a value from its pickle."""
    value = kind.__new__(kind)
    value._fill(*values)  # pyright: ignore[reportPrivateUsage]
    return value
