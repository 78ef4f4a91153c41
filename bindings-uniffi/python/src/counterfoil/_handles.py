"""What copying and pickling mean for objects that own native memory or hold a secret.

Two owners of the same memory would free it twice, so nothing here is ever duplicated: a copy is the object
itself, and pickling is an error.
"""

from __future__ import annotations

from counterfoil._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, ClassVar, NoReturn, TypeVar

    Self = TypeVar("Self")

__all__ = ["Handle"]


class Handle:
    """Something immutable that cannot be duplicated: a copy, even a deep one, is the object itself.

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
        raise TypeError(
            f"{type(self).__name__} cannot be pickled or passed to another process: {self._instead}"
        )

    def __reduce__(self) -> NoReturn:
        self.__reduce_ex__(0)

    def __getstate__(self) -> NoReturn:
        self.__reduce_ex__(0)
