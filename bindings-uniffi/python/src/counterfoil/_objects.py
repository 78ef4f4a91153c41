"""What Stripe's objects have in common."""

from __future__ import annotations

from types import ModuleType
from typing import Any


def compare_without_replays(module: ModuleType) -> None:
    """Makes ``==`` of the module's records leave out ``replayed``: it says how an object came, not what it is."""
    for kind in vars(module).values():
        if isinstance(kind, type) and "replayed" in (kind.__init__.__kwdefaults__ or ()):
            kind.__eq__ = _equal  # type: ignore[assignment,method-assign]


def _equal(self: object, other: object) -> bool:
    if type(other) is not type(self):
        return NotImplemented
    return _said(self) == _said(other)


def _said(record: object) -> dict[str, Any]:
    return {name: value for name, value in vars(record).items() if name != "replayed"}
