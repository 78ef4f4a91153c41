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
            kind.__eq__ = _comparison(kind)


def _comparison(kind: Any) -> Any:
    code = kind.__init__.__code__
    fields = code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]
    compared = [name for name in fields if name != "replayed"]

    def equal(self: object, other: object) -> Any:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in compared)

    return equal
