"""Parameters on their way into the library, and how records are shown."""

from __future__ import annotations

import json
from enum import Enum
from typing import Any, cast

from counterfoil import _native, records
from counterfoil.errors import translated
from counterfoil.records import CreateSession

__all__ = ["as_json", "create_session_from_json", "read_operation"]


def create_session_from_json(text: str) -> CreateSession:
    """Reads a record from a JSON object with Stripe's parameter names, all faults at once."""
    with translated():
        return cast(CreateSession, read_operation("checkout.create", text)[0])


def read_operation(name: str, text: str) -> Any:
    """The parameters of the operation of that name, as the library takes them."""
    return _native.operation_from_json(name, text)


def as_json(params: object) -> str:
    """A record of plain values, or of values of other types: the library names each wrong one."""
    return json.dumps(params, default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, _RECORDS):
        return {name: inner for name, inner in _fields(value).items() if inner is not None}
    raise TypeError(f"expected a parameter of Stripe's, got {type(value).__name__}")


def _fields(record: Any) -> dict[str, Any]:
    return cast("dict[str, Any]", record.__dict__)


_PERSONAL = ("secret", "email", "phone", "address", "line1", "postal_code")
"""In the names of fields that are secret, or say who or where the customer is."""

_IDS = frozenset({"id", "account", "charge", "payment_intent", "client_reference_id"})
_WORDS = ("status", "currency", "mode", "type", "reason", "code")
"""Texts of Stripe's own: names, addresses, links and secrets are none of these."""


def _show(record: Any) -> str:
    """``LineItem(price_data=…, quantity=2)``: what is set, in the order of the definition."""
    fields = [
        f"{name}={value!r}"
        for name, value in _fields(record).items()
        if value is not None and value != [] and value != {}
        if not isinstance(record, _CONFIDENTIAL) or _is_harmless(name, value)
    ]
    return f"{type(record).__name__}({', '.join(fields)})"


def _is_harmless(name: str, value: object) -> bool:
    if isinstance(value, str):
        return name in _IDS or name.endswith(_WORDS)
    return isinstance(value, (bool, int, float, Enum))


def _equal(left: Any, right: object) -> bool:
    return vars(left) == vars(right) if type(left) is type(right) else NotImplemented


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and not issubclass(kind, Enum)


def _is_confidential(record: Any) -> bool:
    """One of Stripe's objects, which have their raw JSON, or a record that names a person or a secret."""
    names: list[str] = list(record.__init__.__annotations__)
    return "raw" in names or any(word in name for name in names for word in _PERSONAL)


# The generated classes show every field or none, and cannot be compared with others.
_NAMED: list[Any] = [getattr(records, name) for name in records.__all__]
_RECORDS: tuple[Any, ...] = tuple(kind for kind in _NAMED if _is_record(kind))
_CONFIDENTIAL: tuple[Any, ...] = tuple(record for record in _RECORDS if _is_confidential(record))
for _record in _RECORDS:
    setattr(_record, "__repr__", _show)  # noqa: B010
    setattr(_record, "__str__", _show)  # noqa: B010
    setattr(_record, "__eq__", _equal)  # noqa: B010
    _record.__module__ = records.__name__
