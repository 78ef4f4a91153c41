"""What Stripe's objects have in common."""

from __future__ import annotations

from typing import Any

from counterfoil._native import counterfoil as generated

__all__ = ["compare_without_replays"]


def compare_without_replays() -> None:
    """Makes ``==`` of Stripe's objects leave out ``replayed``: it says how an object came, not what it is."""
    kinds: list[Any] = [kind for kind in vars(generated).values() if isinstance(kind, type)]
    for kind in kinds:
        if "replayed" in (getattr(kind.__init__, "__kwdefaults__", None) or ()):
            kind.__eq__ = _equal


def _equal(self: object, other: object) -> bool:
    if type(other) is not type(self):
        return NotImplemented
    return _said(self) == _said(other)


def _said(record: object) -> dict[str, Any]:
    return {name: value for name, value in vars(record).items() if name != "replayed"}
