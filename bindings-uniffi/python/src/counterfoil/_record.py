"""Records: parameters and Stripe's objects, each a class that is created when it is first used.

The fields of a record are in ``_schema``, which is generated from ``core/api.json``; type checkers and
editors read ``records.pyi``.
"""

# pyright: reportPrivateUsage=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from _thread import RLock

from counterfoil import _waist, errors
from counterfoil._typing import TYPE_CHECKING
from counterfoil._value import Metadata, Value, frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, ClassVar, TypeVar

    Self = TypeVar("Self", bound="Record")

__all__ = ["Record", "named", "read"]

_RAW = "The object's JSON text as it was received; left out when the record is printed."
_REPLAYED = (
    "Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that "
    "nothing happened this time; ``False`` for an object in an event. Not compared."
)


class Record(Value):
    """What all records have in common.

    They are created with keyword arguments, and nothing is checked then: every rule is checked in one place,
    when a call is built, and all faults are reported together. They cannot be changed, compare by their
    fields, and can be hashed. ``repr`` shows ids, amounts, statuses and times, but nothing personal and no
    secret. One that contains a secret cannot be pickled.
    """

    __slots__ = ()

    _kind: ClassVar[str] = ""
    _defaults: ClassVar[dict[str, Any]] = {}
    """The values of fields that are left out; required fields are not in it."""
    _left_out: ClassVar[tuple[Any, ...]] = ()
    """The same in the order of the fields, with ``...`` for required ones."""
    _shown: ClassVar[tuple[str, ...]] = ()
    _secrets: ClassVar[tuple[str, ...]] = ()
    _records: ClassVar[dict[str, str]] = {}
    """The fields with nested records, and the names of those."""

    def __init__(self, **fields: Any) -> None:
        defaults = self._defaults
        values: list[Any] = []
        for name in self._names:
            value = fields.pop(name, None)
            if value is None:
                value = defaults.get(name)
                if name not in defaults:
                    self._check({name: None, **fields})
            values.append(frozen(value))
        if fields:
            self._check(fields)
        self._fill(*values)

    def _check(self, fields: dict[str, Any]) -> None:
        """Raises for the first unknown or missing field."""
        kind = type(self).__name__
        for name, value in fields.items():
            if name not in self._names:
                near = _nearest(name, self._names)
                advice = f": did you mean {near!r}?" if near else ""
                text = f"{kind}() got an unexpected keyword argument {name!r}{advice}"
                raise errors.wrong_type(name, text, "unknown_parameter")
            if value is None and name not in self._defaults:
                text = f"{kind}() is missing the keyword argument {name!r}"
                raise errors.wrong_type(name, text, "missing_parameter")

    def to_dict(self) -> dict[str, Any]:
        """Returns the fields by name, with nested records converted as well. Secrets and an object's ``raw``
        are left out; personal data is included.
        """
        names = [name for name in self._names if name not in self._secrets and name != "raw"]
        return {name: _plain(getattr(self, name)) for name in names}

    def _given(self) -> dict[str, Any]:
        """Returns what is sent: the fields that were not left out."""
        fields = zip(self._names, self._values(self), self._left_out, strict=True)
        return {
            name: value for name, value, left_out in fields if value is not left_out and value is not None
        }

    def __repr__(self) -> str:
        fields = [(name, getattr(self, name)) for name in self._shown]
        shown = [f"{name}={_shown(value)!r}" for name, value in fields if value is not None and value != ()]
        return f"{type(self).__name__}({', '.join(shown)})"

    def replace(self: Self, **changes: Any) -> Self:
        """Returns the same record with other fields."""
        return self.__replace__(**changes)

    def __replace__(self: Self, **changes: Any) -> Self:
        """What :func:`copy.replace` calls, from Python 3.13."""
        kept = {name: value for name, value in zip(self._names, self._values(self), strict=True)}
        return type(self)(**(kept | changes))

    def __reduce__(self) -> tuple[Any, ...]:
        if self._holds_secret():
            raise TypeError(
                f"{type(self).__name__} cannot be pickled or passed to another process: it holds a secret; "
                "pass the object's id, or the fields that are needed"
            )
        return super().__reduce__()

    def _holds_secret(self) -> bool:
        if any(getattr(self, name) is not None for name in self._secrets):
            return True
        return self._kind == "object" and _has_secret(getattr(self, "raw"))  # noqa: B009


def named(name: str) -> type[Record] | None:
    """Returns the class of the record with that name, which is created when it is first used."""
    kind = _made.get(name)
    if kind is None:
        with _making:
            # Another thread may have created it meanwhile.
            kind = _made.get(name) or _make(name)
    return kind


def read(name: str, fields: Mapping[str, Any], raw: str = "", replayed: bool = False) -> Any:
    """Returns a record from the library's JSON; ``raw`` and ``replayed`` are those of an object."""
    kind, plain, converted, beside = _plans.get(name) or _plan(name)
    record = _new(kind)
    said = fields.get
    for field, set_field in plain:
        set_field(record, said(field))
    for field, set_field, convert in converted:
        set_field(record, convert(said(field)))
    if beside is not None:
        set_raw, set_replayed = beside
        set_raw(record, raw)
        set_replayed(record, replayed)
    return record


def at_places(name: str, places: tuple[int, ...], text: Callable[[int, int], str], raw: str) -> Any:
    """An object from the places of its fields, a start and an end for each, in the record's order; ``text``
    reads what is there. Absent ones start at -1."""
    plan, beside = _of_texts.get(name) or _plan_of_texts(name)
    record = _new(_made[name])
    place = iter(places)
    for (set_field, convert, absent), start, end in zip(plan, place, place):  # noqa: B905
        if start < 0:
            set_field(record, absent)
        elif convert is None:
            set_field(record, text(start, end))
        else:
            set_field(record, convert(text(start, end)))
    set_raw, set_replayed = beside
    set_raw(record, raw)
    set_replayed(record, False)
    return record


_of_texts: dict[str, Any] = {}


def _plan_of_texts(name: str) -> Any:
    """What sets each field, what makes its value of a text, and what it is without one."""
    from counterfoil._schema import RECORDS

    kind = named(name)
    assert kind is not None
    setters = dict(zip(kind._names, kind._setters, strict=True))
    beside = (setters.pop("raw"), setters.pop("replayed"))
    of_types = {"integer": int, "boolean": "true".__eq__, "metadata": _metadata}
    plan: list[Any] = []
    for field, type, _, _ in RECORDS[name][2]:
        plan.append((setters[field], of_types.get(type), kind._defaults.get(field)))
    _of_texts[name] = found = (plan, beside)
    return found


def _metadata(text: str) -> Metadata:
    """Values that are not text do not come from Stripe."""
    if text == "{}":
        return _EMPTY
    pairs: dict[str, Any] = _waist.from_json(text)
    return Metadata({name: value for name, value in pairs.items() if isinstance(value, str)})


_new = object.__new__
_made: dict[str, type[Record]] = {}
_making = RLock()
_plans: dict[str, Any] = {}


def _make(name: str) -> type[Record] | None:
    from counterfoil._schema import RECORDS

    declared = RECORDS.get(name)
    if declared is None:
        return None
    kind, doc, fields = declared
    slots = {field: text for field, _, _, text in fields}
    if kind == "object":
        slots |= {"raw": _RAW, "replayed": _REPLAYED}
    body: dict[str, Any] = {
        "__slots__": slots,
        "__doc__": doc,
        "__module__": "counterfoil.records",
        "__qualname__": name,
        "_kind": kind,
        "_defaults": {field: _default(type, flags) for field, type, flags, _ in fields if "r" not in flags},
        "_shown": tuple(field for field, _, flags, _ in fields if "p" not in flags and "s" not in flags),
        "_secrets": tuple(field for field, _, flags, _ in fields if "s" in flags),
        "_records": {field: type for field, type, _, _ in fields if type in RECORDS},
        "_uncompared": frozenset({"replayed"} if kind == "object" else ()),
    }
    if kind == "object":
        body["_defaults"] |= {"raw": "", "replayed": False}
    body["_left_out"] = tuple(body["_defaults"].get(field, ...) for field in slots)
    _made[name] = made = type(name, (Record,), body)
    return made


_EMPTY = Metadata()
_ABSENT = {"integer": 0, "boolean": False, "text": ""}


def _default(type: str, flags: str) -> Any:
    if type == "metadata":
        return _EMPTY
    if "l" in flags:
        return ()
    return None if "o" in flags else _ABSENT.get(type)


def _plan(name: str) -> Any:
    """How a record is read: its class, what sets the fields that are taken as they are, what sets and what
    reads the others, and what sets what an object has beside its fields."""
    kind = named(name)
    if kind is None:
        raise AssertionError(f"the library tells of an unknown record, {name}; please report this")
    setters = dict(zip(kind._names, kind._setters, strict=True))
    beside = (setters.pop("raw"), setters.pop("replayed")) if kind._kind == "object" else None
    plain: list[Any] = []
    converted: list[Any] = []
    for field, set_field in setters.items():
        convert = _reader(kind, field)
        if convert is None:
            plain.append((field, set_field))
        else:
            converted.append((field, set_field, convert))
    _plans[name] = plan = (kind, plain, converted, beside)
    return plan


def _reader(kind: type[Record], field: str) -> Callable[[Any], Any] | None:
    default = kind._defaults.get(field)
    inner = kind._records.get(field)
    if default is _EMPTY or (inner is None and default == ()):
        return lambda value: frozen(value) if value else default
    if inner is None:
        return None if default is None else lambda value: default if value is None else value
    if default == ():
        return lambda value: _read_all(inner, value)
    return lambda value: None if value is None else read(inner, value)


def _read_all(name: str, items: list[Any] | None) -> tuple[Any, ...]:
    return tuple([read(name, item) for item in items or ()])


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return dict(value) if isinstance(value, Metadata) else value


def _shown(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value


def _has_secret(raw: str) -> bool:
    """Returns whether a JSON text has a member ``…secret`` with a text as its value."""
    if 'secret"' not in raw:
        return False
    import re

    return re.search(r'secret"\s*:\s*"', raw) is not None


def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    import difflib

    near = difflib.get_close_matches(name, known, 1)
    return near[0] if near else None
