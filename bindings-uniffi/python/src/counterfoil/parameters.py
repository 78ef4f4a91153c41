"""Parameters on their way into the library."""

from __future__ import annotations

import json
from enum import Enum
from typing import Any, cast

from counterfoil import _native
from counterfoil._privacy import RECORDS, fields_of
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
    if isinstance(value, RECORDS):
        return {name: inner for name, inner in fields_of(value).items() if inner is not None}
    raise TypeError(f"expected a parameter of Stripe's, got {type(value).__name__}")
