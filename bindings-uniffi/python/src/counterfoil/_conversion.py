"""Converts Python's own values in parameters to JSON; only imported if there is one.

A ``UUID`` is a text, a ``Decimal`` is a whole number of minor units or a text with decimals, a ``datetime``
is a time in unix seconds. The result depends on the field.
"""

# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from counterfoil import _record, errors
from counterfoil._schema import RECORDS

__all__ = ["converted"]

_DEEPEST = 100


def converted(value: Any, record: str, path: str = "", depth: int = 0) -> Any:
    """Returns the parameters of that record, with such values converted.

    Raises :class:`InvalidRequestError`, with the path, for a value that has no meaning there.
    """
    if isinstance(value, _record.Record):
        value = value._given()  # pyright: ignore[reportPrivateUsage]
    if not isinstance(value, Mapping) or depth > _DEEPEST:
        return value
    fields = {name: (type, flags) for name, type, flags, _ in RECORDS[record][2]} if record in RECORDS else {}
    items: Mapping[Any, Any] = value
    return {
        name: _field(
            item,
            *fields.get(name, (record and "metadata", "")),
            f"{path}.{name}" if path else f"{name}",
            depth,
        )
        for name, item in items.items()
    }


def _field(value: Any, type: str, flags: str, path: str, depth: int) -> Any:
    if isinstance(value, (list, tuple)):
        items: Any = value
        return [_field(item, type, flags, f"{path}[{at}]", depth + 1) for at, item in enumerate(items)]
    if isinstance(value, (Mapping, _record.Record)):
        return converted(value, type if type in RECORDS else "", path, depth + 1)
    if isinstance(value, UUID):
        return str(value) if type in ("text", "metadata", "") else value
    if isinstance(value, Decimal):
        return _decimal(value, type, path)
    if isinstance(value, datetime):
        return _time(value, type, flags, path)
    return value


def _decimal(value: Decimal, type: str, path: str) -> int | str:
    if not value.is_finite():
        raise errors.wrong(path, "float_not_allowed", f"expected a number, got {value}")
    if type != "integer":
        return format(value, "f")
    if value != value.to_integral_value():
        raise errors.wrong(path, "float_not_allowed", f"expected a whole number of minor units, got {value}")
    # An exponent could turn it into a number with millions of digits.
    if value.adjusted() > 18:
        raise errors.wrong(path, "out_of_range", "expected a number of 64 bits")
    return int(value)


def _time(value: datetime, type: str, flags: str, path: str) -> Any:
    if type == "integer" and "t" not in flags:
        raise errors.wrong_type(path, "expected a number, got datetime")
    if value.tzinfo is None or value.utcoffset() is None:
        raise errors.wrong_type(path, "expected a datetime with a time zone, such as `datetime.now(UTC)`")
    return int(value.timestamp()) if type == "integer" else value
