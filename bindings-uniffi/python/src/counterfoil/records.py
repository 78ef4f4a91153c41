"""The records, as the library defines them for every language: parameters, and Stripe's objects.

Parameters are plain records with keyword arguments; nothing is checked when one is created. Every rule is
checked in one place, when a call is built, and all faults are reported together.

Each class is created when it is first used, so that importing this takes no time.
"""

from __future__ import annotations

from counterfoil import _record
from counterfoil._record import Record as Record
from counterfoil._schema import RECORDS

globals()["__all__"] = list(RECORDS)


def __getattr__(name: str) -> type[_record.Record]:
    kind = _record.named(name)
    if kind is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = kind
    return kind


def __dir__() -> list[str]:
    return list(RECORDS)
