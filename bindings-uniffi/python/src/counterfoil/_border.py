"""What may be passed into the library: nothing is truncated, and nothing is mistaken for something else."""

from __future__ import annotations

from counterfoil import errors
from counterfoil._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

__all__ = ["body_bytes", "integer", "number", "optional_text", "short_bytes", "signature_bytes", "text"]

_HOW_TO_GET_THE_BODY = (
    "expected the raw body as bytes, before anything decodes or parses it: `request.body` in Django, "
    "`await request.body()` in FastAPI and Starlette, `request.get_data()` in Flask"
)


MOST_SHORT = 2**31 - 1
"""The maximum length of an argument in bytes; a longer length would be truncated."""

_CUT = "expected valid text, found a lone surrogate: do not cut a text in the middle of a character"


def integer(value: object, path: str, *, bits: int = 64) -> int:
    """Returns an integer of that many bits.

    Raises :class:`WrongTypeError` for anything else, including ``True`` and ``1.0``, and
    :class:`CounterfoilError` with code ``out_of_range`` for one that does not fit.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise errors.wrong_type(path, f"expected an int, got {type(value).__name__}")
    most = 2 ** (bits - 1) - 1
    if -most - 1 <= value <= most:
        return value
    raise errors.wrong(path, "out_of_range", f"expected {-most - 1} to {most}")


def number(value: object, path: str) -> float:
    """A number that may have a fraction."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise errors.wrong_type(path, f"expected a number, got {type(value).__name__}")
    return float(value)


def text(value: object, path: str) -> bytes:
    """Returns a text as it is passed to the library.

    Raises :class:`WrongTypeError` for anything else, and :class:`CounterfoilError` with code ``invalid_text``
    for one that was cut in the middle of a character.
    """
    if not isinstance(value, str):
        raise errors.wrong_type(path, f"expected a str, got {type(value).__name__}")
    try:
        return str.encode(value)
    except UnicodeEncodeError:
        raise errors.wrong(path, "invalid_text", _CUT) from None


def optional_text(value: object, path: str) -> bytes | None:
    """A text that may be ``None``."""
    return None if value is None else text(value, path)


def body_bytes(value: Any) -> bytes:
    """Returns the bytes of a body. Raises :class:`WrongTypeError` with advice for text or a parsed body."""
    if type(value) is bytes:
        return value
    if isinstance(value, (bytes, bytearray)) or type(value) is memoryview:
        # A subclass may lie about its length; a copy does not, and no one else writes to it.
        return bytes(memoryview(value))
    raise errors.wrong_type("body", f"{_HOW_TO_GET_THE_BODY}; got {type(value).__name__}")


def short_bytes(value: Any) -> bytes:
    """Returns the bytes of a body whose length fits in 32 bits, as that of every argument must."""
    body = body_bytes(value)
    if len(body) <= MOST_SHORT:
        return body
    raise errors.wrong("body", "out_of_range", "expected less than 2 GiB")


def signature_bytes(value: object) -> bytes | None:
    """Returns the bytes of the header, if there is one."""
    if value is None or type(value) is bytes:
        return value
    if isinstance(value, str):
        # A header may contain anything; what is not a signature is skipped, not an error of another kind.
        return str.encode(value, "utf-8", "surrogatepass")
    if isinstance(value, bytes):
        return bytes(memoryview(value))
    kind = type(value).__name__
    raise errors.wrong_type("signature", f"expected the header Stripe-Signature as str or bytes, got {kind}")
