# Generated from core/api.json by `cargo xtask generate`.
"""Words by their places, as the library numbers them."""

from __future__ import annotations

from counterfoil._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counterfoil._literals import IgnoredReason, OutcomeKind

__all__ = ["KINDS", "REASONS", "WITH_SESSION"]

KINDS: tuple[OutcomeKind, ...] = (
    "paid",
    "awaiting_payment",
    "payment_failed",
    "expired",
    "nothing_to_pay",
    "setup_complete",
    "still_open",
    "payment_changed",
    "refunded",
    "refund_changed",
    "dispute_changed",
    "fee_changed",
    "fee_refund_changed",
    "invoice_paid",
    "invoice_failed",
    "subscription_changed",
    "account_changed",
    "capability_changed",
    "disconnected",
    "fetch",
    "ignored",
)

REASONS: tuple[IgnoredReason, ...] = (
    "other_type",
    "wrong_source",
    "wrong_mode",
    "unknown_payment_status",
    "unreadable_object",
)

WITH_SESSION: frozenset[OutcomeKind] = frozenset(
    (
        "paid",
        "awaiting_payment",
        "payment_failed",
        "expired",
        "nothing_to_pay",
        "setup_complete",
        "still_open",
    )
)
