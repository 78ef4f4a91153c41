"""What copying and pickling means for objects that own native memory or hold a secret.

UniFFI's objects keep a raw handle as an integer and free it when they are collected. Two objects with the
same handle would free it twice, so nothing here may ever be duplicated: a copy is the object itself, and
pickling is an error.
"""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn, TypeVar

from counterfoil._native import counterfoil, counterfoil_native

__all__ = ["Handle"]

Self = TypeVar("Self")


class Handle:
    """Something immutable that cannot be duplicated: copies, deep ones too, are the object itself.

    Pickling raises :class:`TypeError`, and so does passing it to another process.
    """

    __slots__ = ()

    _instead: ClassVar[str] = "make one in each process"
    """What to do instead of pickling it."""

    def __copy__(self: Self) -> Self:
        return self

    def __deepcopy__(self: Self, memo: dict[int, Any], /) -> Self:
        return self

    def __reduce_ex__(self, protocol: object, /) -> NoReturn:
        kind = type(self)
        instead = getattr(kind, "_instead", Handle._instead)
        raise TypeError(f"{kind.__name__} cannot be pickled or passed to another process: {instead}")

    def __reduce__(self) -> NoReturn:
        self.__reduce_ex__(0)

    def __getstate__(self) -> NoReturn:
        self.__reduce_ex__(0)


def _protect() -> None:
    """Gives every generated class that owns a handle the same behavior."""
    names = ("__copy__", "__deepcopy__", "__reduce_ex__", "__reduce__", "__getstate__")
    for module in (counterfoil, counterfoil_native):
        for kind in list(vars(module).values()):
            if isinstance(kind, type) and "_uniffi_clone_handle" in vars(kind):
                for name in names:
                    setattr(kind, name, vars(Handle)[name])


_protect()
