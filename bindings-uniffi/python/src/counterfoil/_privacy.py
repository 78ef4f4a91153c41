"""How records are shown: what is personal or secret is in no text that is made of them.

Which fields these are is declared in the core; ``_shown`` lists what is left. A secret, and an object's
``raw`` JSON, which can hold one, are read by their attribute alone: ``vars`` and ``pickle`` do not have them.
"""

from __future__ import annotations

import re
from dataclasses import is_dataclass
from enum import Enum
from typing import Any, ClassVar, cast

from counterfoil import records
from counterfoil._handles import Handle
from counterfoil._native import counterfoil_native
from counterfoil._shown import SECRET, SHOWN

__all__ = ["RECORDS", "fields_of"]


def fields_of(record: Any) -> dict[str, Any]:
    """All fields, private ones too."""
    return cast("dict[str, Any]", record.__dict__)


class _Secret(Handle):
    """A text that is shown only when it is asked for by name."""

    __slots__ = ("text",)

    _instead: ClassVar[str] = "it holds a secret; pass the object's id, or the fields that are needed"

    def __init__(self, text: str) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Secret) and self.text == other.text

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "(secret)"

    def __reduce_ex__(self, protocol: object, /) -> Any:
        raise TypeError(
            f"a record with a secret cannot be pickled or passed to another process: {self._instead}"
        )


class _Raw(_Secret):
    """An object's JSON: it can be pickled where it has no secret."""

    __slots__ = ()

    _SECRETS: ClassVar[re.Pattern[str]] = re.compile(r'secret"\s*:\s*"')

    def __repr__(self) -> str:
        return f"({len(self.text)} characters)"

    def __reduce_ex__(self, protocol: object, /) -> Any:
        if self._SECRETS.search(self.text):
            return super().__reduce_ex__(protocol)
        return (_Raw, (self.text,))


class _Closed:
    """The attribute of a field whose value is kept in a :class:`_Secret`."""

    def __init__(self, name: str, kind: type[_Secret]) -> None:
        self._name = name
        self._kind = kind

    def __get__(self, record: Any, owner: object = None) -> Any:
        if record is None:
            return self
        try:
            kept = fields_of(record)[self._name]
        except KeyError:
            raise AttributeError(self._name) from None
        return kept.text if isinstance(kept, _Secret) else kept

    def __set__(self, record: Any, value: Any) -> None:
        fields_of(record)[self._name] = self._kind(value) if isinstance(value, str) else value


def _show(record: Any) -> str:
    """``LineItem(price_data=…, quantity=2)``: what is set and may be shown, in the defined order."""
    shown = SHOWN.get(type(record).__name__, ())
    fields = [
        f"{name}={value!r}"
        for name, value in fields_of(record).items()
        if name in shown and value is not None and value != []
    ]
    return f"{type(record).__name__}({', '.join(fields)})"


def _equal(left: Any, right: object) -> bool:
    return _said(left) == _said(right) if type(left) is type(right) else NotImplemented


def _said(record: Any) -> dict[str, Any]:
    """The fields without ``replayed``: it says how an object came, not what it is."""
    return {name: value for name, value in fields_of(record).items() if name != "replayed"}


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and not issubclass(kind, Enum)


# The generated classes show every field or none, and cannot be compared with others.
_NAMED: list[Any] = [getattr(records, name) for name in records.__all__]
RECORDS: tuple[Any, ...] = tuple(kind for kind in _NAMED if _is_record(kind))
# What the library alone uses: it can turn up in a traceback.
_INTERNAL: list[Any] = [kind for kind in vars(counterfoil_native).values() if is_dataclass(kind)]
for _record in (*RECORDS, *_INTERNAL):
    setattr(_record, "__repr__", _show)  # noqa: B010
    setattr(_record, "__str__", _show)  # noqa: B010
for _record in RECORDS:
    setattr(_record, "__eq__", _equal)  # noqa: B010
    _record.__module__ = records.__name__
    for _name in SECRET.get(_record.__name__, ()):
        setattr(_record, _name, _Closed(_name, _Raw if _name == "raw" else _Secret))
