# Generated from core/api.json by `cargo xtask generate`.
"""Words by the library's numbers."""

from __future__ import annotations

from counterfoil._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counterfoil._literals import IgnoredReason

__all__ = ["REASONS"]

REASONS: tuple[IgnoredReason, ...] = (
    "other_type",
    "wrong_source",
    "wrong_mode",
    "unknown_payment_status",
    "unreadable_object",
)
