"""The parameter records and the Session, as the library defines them for every language.

Parameters are plain records with keyword arguments; nothing is checked when one is filled. Making a call
of it is the one place where every rule is checked, all faults at once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

from counterfoil import _native
from counterfoil._native import (
    CreateSession,
    Fee,
    LineItem,
    Mode,
    PaymentIntentData,
    PriceData,
    ProductData,
    Session,
)
from counterfoil.errors import translated

__all__ = [
    "CreateSession",
    "Fee",
    "LineItem",
    "Mode",
    "PaymentIntentData",
    "PriceData",
    "ProductData",
    "Session",
    "create_session_from_json",
]


def create_session_from_json(text: str) -> CreateSession:
    """Reads a record from a JSON object with Stripe's parameter names, all faults at once."""
    with translated():
        return _native.create_session_from_json(text)


def reread(params: CreateSession | Mapping[str, object]) -> CreateSession:
    """A record of plain values, or of values of other types: each wrong one is named by its path."""
    return create_session_from_json(json.dumps(params, default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, _RECORDS):
        return {name: value for name, value in vars(value).items() if value is not None}
    raise TypeError(f"expected a parameter of Stripe's, got {type(value).__name__}")


_UNSHOWN = frozenset({"url", "customer", "customer_email", "metadata", "raw"})
"""Fields of a Session that hold personal data or open the customer's page."""


def _show(record: Any) -> str:
    """``LineItem(price_data=…, quantity=2)``: what is set, in the order of the definition."""
    unshown = _UNSHOWN if isinstance(record, Session) else frozenset[str]()
    fields = [
        f"{name}={value!r}"
        for name, value in vars(record).items()
        if name not in unshown and value is not None and value != [] and value != {}
    ]
    return f"{type(record).__name__}({', '.join(fields)})"


def _equal(left: Any, right: object) -> bool:
    return vars(left) == vars(right) if type(left) is type(right) else NotImplemented


# The generated classes show no field, or a session's client secret, and cannot be compared with others.
_RECORDS = (CreateSession, Fee, LineItem, PaymentIntentData, PriceData, ProductData, Session)
for _record in _RECORDS:
    setattr(_record, "__repr__", _show)  # noqa: B010
    setattr(_record, "__str__", _show)  # noqa: B010
    setattr(_record, "__eq__", _equal)  # noqa: B010
    _record.__module__ = __name__
