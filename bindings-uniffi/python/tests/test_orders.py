"""The functions without an object."""

from __future__ import annotations

from typing import cast, get_args

import pytest

from counterfoil import (
    Action,
    CounterfoilError,
    Fee,
    OutcomeKind,
    State,
    advance,
    create_session_from_json,
    encode_form,
    fee_from_json,
    fee_of,
    format_amount,
    parse_amount,
)


def test_money_is_read_and_shown() -> None:
    assert parse_amount("20.00", "eur") == 2000
    assert format_amount(2000, "eur") == "20.00 EUR"
    with pytest.raises(CounterfoilError, match="decimals"):
        parse_amount("20.005", "eur")


def test_fees_are_computed() -> None:
    assert fee_of(Fee(basis_points=250, fixed=30), 4000, "eur") == 130
    assert fee_from_json('{"basis_points": 250, "max": 100}') == Fee(basis_points=250, max=100)
    with pytest.raises(CounterfoilError) as caught:
        fee_of(Fee(fixed=4000), 4000, "eur")
    assert caught.value.code == "fee_not_below_total"


def test_forms_keep_their_order() -> None:
    assert encode_form({"b": [{"c": "x y"}], "a": True}) == "b[0][c]=x%20y&a=true"
    assert encode_form('{"b": 1, "a": 2}') == "b=1&a=2"


def test_a_record_is_read_from_stripes_own_names() -> None:
    order = create_session_from_json(
        '{"mode": "payment", "line_items": [{"price": "price_1", "quantity": 1}]}'
    )
    assert (order.mode, order.line_items[0].price) == ("payment", "price_1")
    with pytest.raises(CounterfoilError, match="did you mean `line_items`"):
        create_session_from_json('{"line_item": []}')


def test_every_name_is_one_the_library_knows() -> None:
    actions = {
        advance(cast(State, state), cast(OutcomeKind, kind)).action
        for state in get_args(State)
        for kind in get_args(OutcomeKind)
    }
    assert actions == set(get_args(Action))
    with pytest.raises(CounterfoilError) as caught:
        advance(cast(State, "paid"), "paid")
    assert caught.value.code == "invalid_state"
