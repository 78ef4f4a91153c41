"""Small decisions about an order: its fee, its amounts, its state."""

# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from counterfoil import _border, _parameters, _record, _waist
from counterfoil._typing import TYPE_CHECKING, cast
from counterfoil._value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from counterfoil._types import Action as Action
    from counterfoil._types import OutcomeKind
    from counterfoil._types import State as State
    from counterfoil.records import CreateSession, Fee

__all__ = [
    "Action",
    "State",
    "Step",
    "advance",
    "create_session_from_json",
    "encode_form",
    "fee_from_json",
    "fee_of",
    "format_amount",
    "parse_amount",
    "parse_state",
]


class Step(Value):
    """A new state, and what to do."""

    __slots__ = ("state", "action")

    state: State
    """The state to store."""
    action: Action
    """What to do, in the same transaction."""

    def __init__(self, state: State, action: Action) -> None:
        self._fill(state, action)


def advance(state: State, outcome: OutcomeKind) -> Step:
    """Returns the order's next step, from its state and an outcome's kind.

    Move the state by compare-and-set in the same transaction as the effects of the action. Then at most
    one delivery fulfills the order, whatever the order and repetition of the events.
    """
    try:
        step = _steps().get((state, outcome))
    except (TypeError, ValueError):  # what cannot be hashed
        step = None
    if step is None:
        # The library says which of the two it does not know.
        _waist.call(0, b"advance", _border.text(state, "state"), _border.text(outcome, "outcome"))
        raise AssertionError("the library has no step for a state and an outcome; please report this")
    return step


_table: dict[tuple[str, str], Step] = {}


def _steps() -> dict[tuple[str, str], Step]:
    """Returns every possible step, by state and outcome, which is read once."""
    if not _table:
        rows = _waist.from_json(_waist.call(0, b"steps")[0])
        # In one assignment, so that another thread finds all of it or nothing.
        _table.update({(state, outcome): Step(next, action) for state, outcome, next, action in rows})
    return _table


def parse_state(text: str) -> State:
    """Returns the state of an order, from the text in your database.

    Raises :class:`InvalidRequestError` with code ``invalid_state`` for any other text.
    """
    _waist.call(0, b"advance", _border.text(text, "state"), b"ignored")
    return cast("State", text)


def fee_of(fee: Fee, amount: int, currency: str) -> int:
    """Returns the fee on a payment of ``amount`` minor units, in minor units."""
    minor = b"%d" % _border.integer(amount, "amount")
    code = _border.text(currency, "currency")
    return int(_waist.call(0, b"fee_of", _parameters.as_json(fee), minor, code)[0])


def fee_from_json(text: str) -> Fee:
    """Parses a fee from a JSON object such as ``{"basis_points": 250, "fixed": 30}``."""
    given = _border.text(text, "fee")
    _waist.call(0, b"check_fee", given)
    return cast("Fee", _made("Fee", _read(text)))


def create_session_from_json(text: str) -> CreateSession:
    """Parses a record from a JSON object with Stripe's parameter names; all faults are reported together."""
    given = _border.text(text, "params")
    _waist.call(0, b"check_parameters", b"checkout.sessions.create", given)
    return cast("CreateSession", _made("CreateSession", _read(text)))


def parse_amount(amount: str, currency: str) -> int:
    """Parses a decimal text in major units and returns minor units: ``parse_amount("20.00", "eur")`` is 2000.

    Nothing is rounded: more decimals than the currency has are an error, unless they are zeros.
    """
    given = (_border.text(amount, "amount"), _border.text(currency, "currency"))
    return int(_waist.call(0, b"parse_amount", *given)[0])


def format_amount(minor: int, currency: str) -> str:
    """Formats an amount for people: ``format_amount(2000, "eur")`` is ``20.00 EUR``."""
    given = (b"%d" % _border.integer(minor, "minor"), _border.text(currency, "currency"))
    text: bytes = _waist.call(0, b"format_amount", *given)[0]
    return text.decode()


def encode_form(value: Mapping[str, object] | str) -> str:
    """Encodes a mapping, or a JSON object given as text, as Stripe's form; the keys keep their order."""
    text = _border.text(value, "value") if isinstance(value, str) else _parameters.as_json(value)
    form: bytes = _waist.call(0, b"encode_form", text)[0]
    return form.decode()


def _read(text: str) -> Any:
    """Returns checked text as JSON."""
    from json import loads

    return loads(text)


def _made(name: str, given: Mapping[str, Any]) -> Any:
    """Returns a record of parameters from checked JSON, with nested records likewise."""
    kind = _record.named(name)
    assert kind is not None
    inner = kind._records  # pyright: ignore[reportPrivateUsage]
    fields: dict[str, Any] = {}
    for field, value in given.items():
        item = inner.get(field)
        if item is None or value is None:
            fields[field] = value
        else:
            fields[field] = [_made(item, one) for one in value] if type(value) is list else _made(item, value)
    return kind(**fields)


if not TYPE_CHECKING:

    def __getattr__(name):
        if name in ("Action", "State"):
            from counterfoil import _types

            return getattr(_types, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
