"""Passes parameters to the library: records and plain values as JSON."""

# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from counterfoil import _record, errors
from counterfoil._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

__all__ = ["as_json"]


def as_json(params: object, operation: str | None = None, record: str | None = None) -> bytes:
    """Returns parameters as JSON text; the library names each value that is wrong.

    ``operation`` or ``record`` says what they are: the parameters of an operation, or a record of that name.
    Raises :class:`InvalidRequestError` with code ``wrong_type`` for a record of another operation, and, with
    its path, for a value that JSON cannot represent.
    """
    if operation is not None and isinstance(params, _record.Record):
        _check(params, operation)
    try:
        return (_encode or _encoder())(params).encode()
    except (TypeError, ValueError, RecursionError):
        return _with_pythons_own(params, record or _record_of(operation))


def _with_pythons_own(params: object, record: str | None) -> bytes:
    """Does the same if a value is one of Python's own, such as a time."""
    from counterfoil import _conversion

    try:
        plain = params if record is None else _conversion.converted(params, record)
        return (_encode or _encoder())(plain).encode()
    except (TypeError, ValueError, RecursionError) as error:
        if isinstance(error, errors.CounterfoilError):
            raise
        raise _not_json(params) from None


_encode: Callable[[Any], str] | None = None


def _encoder() -> Callable[[Any], str]:
    # Not at the top: importing it takes as long as all of this package.
    import json

    global _encode
    # What `JSONEncoder` creates anew for every text, without its check for cycles: a value that contains
    # itself ends in a RecursionError.
    inside: Any = json.encoder
    make, ascii_text = inside.c_make_encoder, inside.encode_basestring_ascii
    if make is None:
        encode = json.JSONEncoder(default=_plain, allow_nan=False, separators=(",", ":")).encode
    else:
        chunks = make(None, _plain, ascii_text, None, ":", ",", False, False, False)

        def encode(o: Any) -> str:
            return "".join(chunks(o, 0))

    _encode = encode
    return encode


def _check(params: _record.Record, operation: str) -> None:
    """The method names the operation, so a record of another one is a mistake."""
    wanted = _record_of(operation)
    kind = next(kind.__name__ for kind in type(params).__mro__ if kind.__module__ == "counterfoil.records")
    if wanted is not None and kind != wanted:
        raise errors.wrong("", "wrong_type", f"`{operation}` takes {wanted}, not {kind}")


def _record_of(operation: str | None) -> str | None:
    from counterfoil._schema import PARAMETERS

    return None if operation is None else PARAMETERS.get(operation)


def _plain(value: Any) -> Any:
    if isinstance(value, _record.Record):
        return value._given()  # pyright: ignore[reportPrivateUsage]
    from collections.abc import Mapping

    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError


def _not_json(params: object) -> errors.CounterfoilError:
    path, kind = _first_wrong(params, "", 0) or ("", type(params).__name__)
    return errors.wrong(path, "wrong_type", f"expected a value that Stripe accepts, got {kind}")


def _first_wrong(value: Any, path: str, depth: int) -> tuple[str, str] | None:
    """Returns the path of the first value that is not JSON, and its type."""
    if depth > 100:
        return (path, "values that are nested too deeply")
    if value is None or isinstance(value, (str, int)):
        return None
    if isinstance(value, float):
        # JSON has neither infinities nor NaN.
        return None if value - value == 0 else (path, repr(value))
    try:
        inner = _plain(value)
    except TypeError:
        inner = value
    if isinstance(inner, dict):
        named = [(f"{path}.{name}" if path else f"{name}", item) for name, item in inner.items()]
    elif isinstance(inner, (list, tuple)):
        named = [(f"{path}[{index}]", item) for index, item in enumerate(inner)]
    else:
        return (path, type(value).__name__)
    found = (_first_wrong(item, at, depth + 1) for at, item in named)
    return next((wrong for wrong in found if wrong is not None), None)
