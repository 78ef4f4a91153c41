"""What annotations need, without importing :mod:`typing`, which takes as long as this whole package.

Type checkers see the imports; at run time there are stand-ins that do nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Generic as Generic
    from typing import TypeVar as TypeVar
    from typing import cast as cast
else:
    _Alias = type(list[int])

    class Generic:
        """A class that can be subscripted, as in ``Page[Refund]``."""

        __slots__ = ()

        def __class_getitem__(cls, item):
            return cls if cls is Generic else _Alias(cls, item)

    def TypeVar(name):
        """A type variable, which has no effect at run time."""
        return name

    def cast(kind, value):
        """The value."""
        return value
