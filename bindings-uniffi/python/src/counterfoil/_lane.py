"""The hot call: one C function that borrows its bytes, and the packed row it answers with."""

from __future__ import annotations

import ctypes
import struct
from typing import Any

from counterfoil._native import counterfoil_native

Row = list[bytes | None]
"""A row's cells as they came; ``None`` for an absent one."""

_verify: Any = counterfoil_native._UniffiLib.counterfoil_verify  # pyright: ignore[reportPrivateUsage]
_verify.argtypes = [
    ctypes.c_uint64,
    ctypes.c_char_p,
    ctypes.c_int64,
    ctypes.c_char_p,
    ctypes.c_int64,
    ctypes.c_int64,
    ctypes.c_char_p,
    ctypes.c_int64,
]
_verify.restype = ctypes.c_int64

_USUAL_SIZE = 2048


def verify(keyring: int, body: bytes, signature: bytes | None, now: int) -> tuple[int, Row]:
    """Verifies a delivery: tag 0 with an event's row, or tag 1 with a rejection's."""
    capacity = _USUAL_SIZE
    length = 0 if signature is None else len(signature)
    while True:
        out = ctypes.create_string_buffer(capacity)
        size: int = _verify(keyring, body, len(body), signature, length, now, out, capacity)
        if size < 0:
            raise AssertionError("the native library failed to verify; please report this")
        if size <= capacity:
            answer = out.raw
            return answer[0], unpack(answer[1:size])
        capacity = size


def unpack(packed: bytes) -> Row:
    """Takes a row apart: the number of cells, their lengths, then their bytes, all big-endian."""
    count = int.from_bytes(packed[:4], "big")
    start = 4 + 4 * count
    row: Row = []
    for length in struct.unpack_from(f">{count}i", packed, 4):
        if length < 0:
            row.append(None)
        else:
            row.append(packed[start : start + length])
            start += length
    return row


def text(cell: bytes | None) -> str | None:
    """A cell's text."""
    return None if cell is None else cell.decode()


def required(cell: bytes | None) -> str:
    """The text of a cell that is never absent."""
    return "" if cell is None else cell.decode()


def integer(cell: bytes | None) -> int | None:
    """A cell's number."""
    return None if cell is None else int(cell)
