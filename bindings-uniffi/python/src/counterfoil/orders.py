"""The small decisions about an order: its fee, its amounts, its state."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from counterfoil import _border, _native
from counterfoil.errors import translated

if TYPE_CHECKING:
    from counterfoil.records import Fee
    from counterfoil.webhooks import OutcomeKind

__all__ = [
    "Action",
    "State",
    "Step",
    "advance",
    "encode_form",
    "fee_from_json",
    "fee_of",
    "format_amount",
    "parse_amount",
]

State = Literal["open", "awaiting_payment", "fulfilled", "failed", "expired"]
"""Where an order stands. Keep it in the order's row; a new order is ``open``."""

Action = Literal["none", "fulfill", "fulfill_late", "await_payment", "contact_customer", "release"]
"""The one thing to do now. ``fulfill_late`` is ``fulfill`` for an order that was given up: do hand over
the goods, and have somebody look."""


@dataclass(frozen=True)
class Step:
    """A new state, and what to do on the way to it."""

    state: State
    """The state to store."""
    action: Action
    """What to do, in the same transaction."""


def advance(state: State, outcome: OutcomeKind) -> Step:
    """The order's next step, from its state and an outcome's kind.

    Move the state by compare-and-set in the same transaction as the effects of the action. Then at most
    one delivery hands over the goods, whatever the order and repetition of the events.
    """
    with translated():
        step = _native.advance(state, outcome)
    return Step(cast(State, step.state), cast(Action, step.action))


def fee_of(fee: Fee, amount: int, currency: str) -> int:
    """The fee on a payment of ``amount`` minor units, in minor units."""
    amount = _border.integer(amount, "amount")
    with translated():
        return _native.fee_of(fee, amount, currency)


def fee_from_json(text: str) -> Fee:
    """Reads a fee from a JSON object such as ``{"basis_points": 250, "fixed": 30}``."""
    with translated():
        return _native.fee_from_json(text)


def parse_amount(amount: str, currency: str) -> int:
    """Minor units from a decimal string in major units: ``parse_amount("20.00", "eur")`` is 2000.

    Nothing is rounded: more decimals than the currency has are an error, unless they are zeros.
    """
    with translated():
        return _native.parse_amount(amount, currency)


def format_amount(minor: int, currency: str) -> str:
    """Major units and the code, for people: ``format_amount(2000, "eur")`` is ``20.00 EUR``."""
    minor = _border.integer(minor, "minor")
    with translated():
        return _native.format_amount(minor, currency)


def encode_form(value: Mapping[str, object] | str) -> str:
    """Stripe's form encoding of a mapping, or of a JSON object given as text, in the order of its keys."""
    text = value if isinstance(value, str) else json.dumps(value)
    with translated():
        return _native.encode_form(text)
