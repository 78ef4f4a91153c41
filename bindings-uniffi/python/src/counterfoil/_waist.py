"""The only way into the native library: functions by name, through two C functions that take and write bytes.

The arguments are a function's name and its own arguments, each with its length in front; so are the results,
after a byte that says whether it failed. The core's ``waist`` lists the functions.
"""

from __future__ import annotations

import ctypes
import os
import sys
from struct import Struct

from counterfoil import errors
from counterfoil._handles import Handle
from counterfoil._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

__all__ = ["Kept", "call", "from_json", "packed", "verify"]

_NAMES = {"darwin": "libcounterfoil_uniffi.dylib", "win32": "counterfoil_uniffi.dll"}


def _library() -> Any:
    # UniFFI's generated module for the same functions is next to it; it need not be imported.
    name = _NAMES.get(sys.platform, "libcounterfoil_uniffi.so")
    library = ctypes.CDLL(os.path.join(os.path.dirname(__file__), "_native", name))
    out, size = ctypes.c_char_p, ctypes.c_int64
    library.counterfoil_call.argtypes = [ctypes.c_uint64, ctypes.c_char_p, size, out, size]
    library.counterfoil_call.restype = size
    library.counterfoil_verify_event.argtypes = [
        *(ctypes.c_uint64, ctypes.c_char_p, size, ctypes.c_char_p, size),
        *(ctypes.c_int64, out, size),
    ]
    library.counterfoil_verify_event.restype = size
    library.counterfoil_free.argtypes = [ctypes.c_uint64]
    library.counterfoil_free.restype = None
    return library


_LIBRARY = _library()
_call = _LIBRARY.counterfoil_call
_verify = _LIBRARY.counterfoil_verify_event

_NONE = b"\xff\xff\xff\xff"
_SIZE = Struct(">i")
_pack_size = _SIZE.pack
_size_at = _SIZE.unpack_from

_CAPACITY = 4096
# Each is used by one caller at a time: taken before a call, and put back after it.
_buffers: list[Any] = []


def call(handle: int, name: bytes, *arguments: bytes | None) -> list[Any]:
    """Calls a function; each result is bytes, or ``None``.

    Raises the library's error: :class:`CounterfoilError`, or :class:`WebhookError` for a delivery.
    """
    return _unpacked(_answered(handle, name, arguments))


def packed(name: bytes, *arguments: bytes) -> bytes:
    """Calls a function that returns an event: its numbers and texts, as they are packed."""
    answer = _answered(0, name, arguments)
    if answer[0] != 0:
        _unpacked(answer)
    return answer


def verify(handle: int, body: bytes, signature: bytes | None, now: int) -> bytes:
    """Verifies a delivery: the event's numbers and texts, as they are packed."""
    length = 0 if signature is None else len(signature)
    answer = _written(_verify, handle, body, len(body), signature, length, now)
    if answer[0] != 0:
        _unpacked(answer)
    return answer


def from_json(text: bytes | str) -> Any:
    """Returns a result that is JSON, without anything before it."""
    return (_scan or _scanner())(text if isinstance(text, str) else text.decode(), 0)[0]


_scan: Callable[[str, int], tuple[Any, int]] | None = None


def _scanner() -> Callable[[str, int], tuple[Any, int]]:
    # Not at the top: importing it takes as long as all of this package.
    from json import JSONDecoder

    global _scan
    decoder: Any = JSONDecoder()
    scan: Callable[[str, int], tuple[Any, int]] = decoder.scan_once
    _scan = scan
    return scan


class Kept(Handle):
    """A platform or a keyring that the library keeps as long as this object lives."""

    __slots__ = ("address",)

    address: int
    """Its address, as the functions take it."""

    def __init__(self, address: int) -> None:
        self.address = address

    # Bound here, since modules may be gone when the last objects are collected.
    def __del__(self, _free: Any = _LIBRARY.counterfoil_free) -> None:
        _free(getattr(self, "address", 0))


def _answered(handle: int, name: bytes, arguments: tuple[bytes | None, ...]) -> bytes:
    parts = [_pack_size(len(name)), name]
    for argument in arguments:
        if argument is None:
            parts.append(_NONE)
        else:
            parts += (_pack_size(len(argument)), argument)
    packed = b"".join(parts)
    return _written(_call, handle, packed, len(packed))


def _written(function: Any, *arguments: object) -> bytes:
    """Returns what a C function writes for these arguments."""
    try:
        buffer = _buffers.pop()
    except IndexError:
        buffer = _buffer(_CAPACITY)
    size: int = function(*arguments, buffer, _CAPACITY)
    answer: bytes = buffer[:size] if size <= _CAPACITY else b""
    _buffers.append(buffer)
    while size > len(answer):
        # Nothing was written and nothing was kept, so it is called again.
        capacity = size
        buffer = _buffer(capacity)
        size = function(*arguments, buffer, capacity)
        answer = buffer[:size] if size <= capacity else b""
    if size < 0:
        raise AssertionError(f"the native library rejected its arguments ({size}); please report this")
    return answer


def _buffer(capacity: int) -> Any:
    return ctypes.create_string_buffer(capacity)


def _unpacked(answer: bytes) -> list[Any]:
    """Returns the results, after the byte that says whether it failed."""
    results: list[Any] = []
    at, end = 1, len(answer)
    while at < end:
        (size,) = _size_at(answer, at)
        at += 4
        if size < 0:
            results.append(None)
        else:
            results.append(answer[at : at + size])
            at += size
    if answer[0] != 0:
        raise errors.failed(results[0])
    return results
