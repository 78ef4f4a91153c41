"""What may cross into the library: ``ctypes`` would cut an integer to its size, and take anything for it."""

from __future__ import annotations

from typing import Any

from counterfoil import errors
from counterfoil._native import counterfoil, counterfoil_native

__all__ = ["body_bytes", "integer", "number", "short_bytes", "signature_bytes"]

_HOW_TO_GET_THE_BODY = (
    "expected the raw body as bytes, before anything decodes or parses it: `request.body` in Django, "
    "`await request.body()` in FastAPI and Starlette, `request.get_data()` in Flask"
)


MOST_SHORT = 2**31 - 1
"""How many bytes UniFFI can pass by reference; a length beyond it would be cut."""


def integer(value: object, path: str, *, bits: int = 64) -> int:
    """An integer of so many bits.

    Raises :class:`TypeError` for anything else, ``True`` and ``1.0`` included, and
    :class:`CounterfoilError` with code ``out_of_range`` for one that does not fit.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{path}: expected an int, got {type(value).__name__}")
    most = 2 ** (bits - 1) - 1
    if -most - 1 <= value <= most:
        return value
    raise _out_of_range(path, f"expected {-most - 1} to {most}")


def number(value: object, path: str) -> float:
    """A number that may have a fraction."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{path}: expected a number, got {type(value).__name__}")
    return float(value)


def body_bytes(value: Any) -> bytes:
    """The bytes of a body. Raises :class:`TypeError` with advice for text and for what was parsed."""
    if type(value) is bytes:
        return value
    if isinstance(value, (bytes, bytearray)) or type(value) is memoryview:
        # A subclass may lie about its length; what is copied does not, and nobody writes to it meanwhile.
        return bytes(memoryview(value))
    raise TypeError(f"body: {_HOW_TO_GET_THE_BODY}; got {type(value).__name__}")


def short_bytes(value: Any) -> bytes:
    """The bytes of a body whose length goes into 32 bits, as UniFFI passes it."""
    body = body_bytes(value)
    if len(body) <= MOST_SHORT:
        return body
    raise _out_of_range("body", "expected less than 2 GiB")


def signature_bytes(value: object) -> bytes | None:
    """The bytes of the header, if there is one."""
    if value is None or type(value) is bytes:
        return value
    if isinstance(value, str):
        # A header may hold anything; what is no signature is skipped, not an error of another kind.
        return str.encode(value, "utf-8", "surrogatepass")
    if isinstance(value, bytes):
        return bytes(memoryview(value))
    kind = type(value).__name__
    raise TypeError(f"signature: expected the header Stripe-Signature as str or bytes, got {kind}")


def _out_of_range(path: str, text: str) -> errors.CounterfoilError:
    fault = errors.Fault(path, "out_of_range", text)
    return errors.CounterfoilError(fault.code, f"{path}: {text}", faults=(fault,))


def _refuse_booleans() -> None:
    """UniFFI takes ``True`` for 1. Refused, it is read again as JSON, and named with its path."""
    for module in (counterfoil, counterfoil_native):
        kind: Any = vars(module)["_UniffiConverterPrimitiveInt"]

        def check_lower(cls: Any, value: Any, check: Any = kind.check_lower.__func__) -> None:
            if isinstance(value, bool):
                raise TypeError("'bool' is not an integer")
            check(cls, value)

        kind.check_lower = classmethod(check_lower)


_refuse_booleans()
